import type { TemplateSet } from '../template-set';

/** Pages in Polish. */
export const POLISH: TemplateSet = {
  lang: 'pl',
  countries: ['PL'],
  templates: {
    crm: [
      'Klient: {{co}}\nOsoba kontaktowa: {{name}}\nTelefon: {{tel}}\n[[Faks: {{fax}}\n]]Nr klienta: {{n:7}}\nOstatni kontakt: {{date}}',
      'Zgłoszenie nr {{like}} z dnia {{date}}, priorytet 2',
    ],
    mail: [
      'Z poważaniem\n{{name}}\nDział sprzedaży\n{{co}}\n{{street}}, {{place}}\ntel. {{tel}}, kom. {{mob}}',
      'Dzień dobry, zamówienie nr {{n:9}} z {{date}} zostało wysłane. Numer przesyłki: {{n:24}}.',
      'Proszę dzwonić: {{telx}}[[ lub {{mob}}]].',
    ],
    invoice: [
      'Faktura VAT nr {{int:10-900}}/0{{int:1-9}}/2025\nData {{date}}\nNIP {{s:###-###-##-##}}\nDo zapłaty {{price}}',
      '{{tax}}, tel. {{fix}}, fax {{fax}}',
      'Nr konta: {{s:## #### #### #### #### #### ####}}, termin {{date}}',
    ],
    shop: [
      'Wkrętarka 18 V, nr kat. {{n:8}}, EAN {{ean:59}}, {{price:100-900}}',
      'Infolinia {{free}}, pon.-pt. 8-18',
    ],
    directory: [
      'Urząd miasta {{fix}}, biblioteka {{fix}}, dyżurny {{mob}}',
      '{{name}}, hydraulik, tel. {{mob}}',
      '{{co}}, {{street}}, {{place}}, {{tel}}, REGON {{n:9}}',
    ],
    chat: [
      '{{name}}: mój nowy numer {{mob}}',
      '{{name}}: pociąg {{n:5}}, wagon 12, miejsce 84, kod do bramy {{n:4}}',
    ],
    timetable: [
      'Pociąg {{n:5}} odj. {{time}} tor 7 przyj. {{time}} peron 3',
      'Linia 210: 06:15 06:45 07:15. Informacja {{fix}}.',
    ],
    sports: [
      'Kolejka 34: 2:1 (1:0), 0:0, 3:2. Widzów: {{big:1000-40000}}. 1. 34 24-6-4 78-34 78 pkt',
    ],
    form: [
      'Imię: {{name}}\nPESEL: 850{{n:8}}\nTelefon kontaktowy: {{tel}}',
      'Sygn. akt II K {{int:100-900}}/25, wniosek nr {{like}}, {{date}}',
    ],
    legal: [
      '{{co}}, {{street}}, {{place}}, {{tax}}, tel. {{tel}}',
      'Dz.U. 2018 poz. 1000, art. 13 ust. 1-2; Dz.Urz. UE L 119 z {{date}}, s. 1-88',
    ],
    shipping: [
      'Paczka {{n:24}} doręczona {{date}} o {{time}}',
      'Kurier {{name}}, {{mob}}, zamówienie {{like}}',
    ],
    banking: [
      'Rachunek {{iban}}\nSaldo {{price:100-90000}}',
      'Zastrzeganie kart: {{fix}}, z zagranicy {{intl}}',
    ],
    medical: [
      'Wizyta: {{date}}, godz. {{time}}, gabinet 12. Rejestracja: {{tel}}.',
      'Nr recepty {{s:0300000000##############}}, kod {{n:4}}, PESEL 850{{n:8}}',
    ],
    classifieds: [
      'Auto {{year}}, {{big:40000-180000}} km, {{price:5000-40000}}, tel. {{mob}}',
      'Mieszkanie 48,5 m², {{price:1500-4000}}, ogłoszenie nr {{n:9}}',
    ],
  },
};
