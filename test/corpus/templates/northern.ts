import type { TemplateSet } from '../template-set';

/** Pages in Dutch. */
export const DUTCH: TemplateSet = {
  lang: 'nl',
  countries: ['NL', 'NL', 'BE'],
  templates: {
    crm: [
      'Klant: {{co}}\nContactpersoon: {{name}}\nTelefoon: {{tel}}\n[[Fax: {{fax}}\n]]Klantnummer: {{n:7}}\nLaatste contact: {{date}}',
      'Offerte {{n:8}}, {{price:1000-90000}}, geldig t/m {{date}}, dossier {{like}}',
    ],
    mail: [
      'Met vriendelijke groet,\n{{name}}\nAdministratie\n{{co}}\n{{street}}, {{place}}\nT {{tel}}\nM {{mob}}',
      'Beste {{name}}, je bestelling {{n:9}} van {{date}} is verzonden. Track & trace: {{s:3S@@@@#########}}.',
      'Bel me even op {{tel}}[[ of via {{mob}}]].',
    ],
    invoice: [
      'Factuur {{s:2025####}}\nFactuurdatum {{date}}\nDebiteurnr. {{n:6}}\n{{tax}}\nTotaal {{price}}',
      '{{tax}} | IBAN {{iban}} | Tel. {{fix}}',
      'Betalingskenmerk {{s:#### #### #### ####}}, te voldoen vóór {{date}}',
    ],
    shop: [
      'Accuboormachine 18 V, art.nr. {{n:8}}, EAN {{ean:87}}, {{price:40-300}}',
      'Vragen? Bel {{free}} (gratis), ma-vr 9.00-17.30 uur',
      'Winkel {{place}}, {{street}}, {{tel}}',
    ],
    directory: [
      'Gemeente {{fix}}, wijkteam {{fix}}, storing {{mob}}',
      '{{name}}, loodgieter, {{mob}}, sinds {{year}}',
      '{{co}}\n{{street}}\n{{place}}\n{{fix}}\n{{tax}}',
    ],
    chat: [
      '{{name}}: nieuw nummer: {{mob}}',
      '{{name}}: trein van {{time}}, spoor 7b, deurcode {{n:4}}, wifi {{n:8}}',
    ],
    timetable: [
      'Sprinter {{n:4}} vertrek {{time}} spoor 7 aankomst {{time}} spoor 12',
      'Lijn 21: 06.15 06.45 07.15 07.45. OV-info: {{fix}}.',
    ],
    sports: [
      'Speelronde 34: 2-1 (1-0), 0-0, 3-2. Toeschouwers: {{big:10000-60000}}. 1. 34-24-6-4 78 (78-34)',
    ],
    form: [
      'Naam: {{name}}\nGeboortedatum: {{date}}\nTelefoonnummer: {{tel}}\nPolisnummer: {{n:9}}',
      'Zaaknummer {{like}}, ontvangen {{date}}, dossier {{s:AWB ##/####}}',
    ],
    legal: [
      '{{co}}, {{street}}, {{place}}, tel. {{tel}}, {{tax}}',
      'Stb. 2018, 144; ECLI:NL:HR:2021:{{n:4}}; art. 6:227b lid 1-7 BW',
    ],
    shipping: [
      'Pakket {{s:3S@@@@#########}} bezorgd op {{date}} om {{time}}',
      'Chauffeur {{name}}, {{mob}}, order {{like}}, tussen {{time}} en {{time}}',
    ],
    banking: [
      'Rekening {{iban}}\nSaldo {{price:100-90000}} per {{date}}',
      'Pas kwijt? Bel {{fix}} of vanuit het buitenland {{intl}}.',
    ],
    medical: [
      'Afspraak: {{date}}, {{time}}, kamer 12. Afzeggen via {{tel}}.',
      'Patiëntnr. {{n:7}}, buisnr. {{n:10}}, Hb 8,{{int:1-9}} mmol/l, RR 120/80',
    ],
    classifieds: [
      'Auto uit {{year}}, {{big:40000-180000}} km, {{plate}}, {{price:1500-9000}}, bel {{mob}}',
    ],
    event: ['Buurtfeest {{date}}, 11-18 uur. Kraam huren: {{name}}, {{tel}}, {{price:5-25}}.'],
  },
};

/** Pages in Swedish. */
export const SWEDISH: TemplateSet = {
  lang: 'sv',
  countries: ['SE'],
  templates: {
    crm: [
      'Kund: {{co}}\nKontakt: {{name}}\nTelefon: {{tel}}\n[[Fax: {{fax}}\n]]Kundnr: {{n:7}}\nSenast: {{date}}',
      'Ärende {{like}} skapat {{date}} {{time}}, prio 2',
    ],
    mail: [
      'Vänliga hälsningar\n{{name}}\nEkonomi\n{{co}}\nTel {{tel}}\nMobil {{mob}}\n{{street}}, {{place}}',
      'Hej {{name}}! Din order {{n:9}} från {{date}} är skickad. Kollinummer {{n:12}}.',
    ],
    invoice: [
      'Faktura {{n:7}}\nFakturadatum {{date}}\nFörfaller {{date}}\nOCR {{n:12}}\nAtt betala {{price}}',
      '{{tax}} · Tfn {{fix}} · Fax {{fax}}',
      'Bankgiro 5{{int:100-999}}-{{n:4}}, Plusgiro {{s:4# ## ##-#}}, org.nr 556{{int:100-999}}-{{n:4}}',
    ],
    shop: [
      'Skruvdragare 18 V, art.nr {{n:7}}, EAN {{ean:73}}, {{price:400-3000}}',
      'Kundtjänst {{free}}, vardagar 8-17',
    ],
    directory: [
      'Kommunen {{fix}}, biblioteket {{fix}}, jour {{mob}}',
      '{{name}}, rörmokare, {{mob}}',
      '{{co}}, {{street}}, {{place}}, {{tel}}',
    ],
    chat: [
      '{{name}}: nytt nummer {{mob}}',
      '{{name}}: tåg {{n:3}} vagn 4 plats 27, framme {{time}}, portkod {{n:4}}',
    ],
    timetable: [
      'Tåg {{n:5}} avg {{time}} spår 7 ank {{time}}',
      'Buss 210: 06.15 06.45 07.15. Trafikupplysning {{tel}}.',
    ],
    sports: ['Omgång 34: 2-1 (1-0), 0-0, 3-2. Publik {{big:1000-40000}}. 1. 30 20 6 4 62-28 66'],
    form: ['Namn: {{name}}\nPersonnummer: {{s:198507##-####}}\nTelefon: {{tel}}'],
    legal: [
      '{{co}}, {{tax}}, {{street}}, {{place}}, tel {{tel}}',
      'SFS 2018:218, prop. 2017/18:105 s. 101-117, dnr {{n:4}}-2025',
    ],
    shipping: [
      'Kolli {{s:00373##############}} levererat {{date}} {{time}}',
      'Chaufför {{name}}, {{mob}}, order {{like}}',
    ],
    banking: [
      'IBAN {{iban}}\nSaldo {{price:100-90000}}',
      'Spärra kort: {{fix}}, från utlandet {{intl}}',
    ],
    medical: [
      'Tid: {{date}} kl. {{time}}, rum 12. Avboka på {{tel}}.',
      'Provnr {{n:10}}, Hb 138 g/L, P-glukos 5,{{int:1-9}} mmol/L',
    ],
    classifieds: [
      'Kombi {{year}}, {{big:4000-18000}} mil, {{plate}}, {{price:15000-90000}}, ring {{mob}}',
    ],
  },
};

/** Pages in Danish. */
export const DANISH: TemplateSet = {
  lang: 'da',
  countries: ['DK'],
  templates: {
    crm: ['Kunde: {{co}}\nKontakt: {{name}}\nTlf.: {{tel}}\nKundenr.: {{n:6}}\nSenest: {{date}}'],
    mail: [
      'Med venlig hilsen\n{{name}}\nBogholderi, {{co}}\nTlf. {{tel}}\nMobil {{mob}}',
      'Hej {{name}}, din ordre nr. {{n:8}} er afsendt {{date}}. Pakkenr. {{n:14}}.',
    ],
    invoice: [
      'Faktura {{n:6}}\nDato {{date}}\nCVR-nr. {{n:8}}\nI alt {{price}}',
      'Reg. nr. {{n:4}} Konto {{n:10}} FIK +71<{{n:15}}+{{n:8}}<',
    ],
    directory: [
      '{{co}}, {{street}}, {{place}}, tlf. {{tel}}',
      '{{name}}, VVS, {{mob}}',
      'Borgerservice {{fix}}, vagttelefon {{mob}}',
    ],
    chat: [
      '{{name}}: mit nye nummer er {{mob}}',
      '{{name}}: tog kl. {{time}}, spor 7, kode {{n:4}}',
    ],
    form: [
      'Navn: {{name}}\nCPR-nr.: 010185-{{n:4}}\nTelefon: {{tel}}',
      'Sagsnr. {{like}}, modtaget {{date}}',
    ],
    shipping: ['Pakke {{n:14}} leveret {{date}} kl. {{time}}'],
    medical: ['Tid: {{date}} kl. {{time}}. Afbud på {{tel}}.'],
    classifieds: ['Bil {{year}}, {{big:40000-180000}} km, {{price:15000-90000}}, ring {{mob}}'],
  },
};

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

/** Pages in Czech. */
export const CZECH: TemplateSet = {
  lang: 'cs',
  countries: ['CZ'],
  templates: {
    crm: [
      'Zákazník: {{co}}\nKontakt: {{name}}\nTelefon: {{tel}}\nČíslo zákazníka: {{n:7}}\nPoslední kontakt: {{date}}',
    ],
    mail: [
      'S pozdravem\n{{name}}\nÚčtárna, {{co}}\ntel.: {{tel}}, mobil: {{mob}}',
      'Dobrý den, objednávka č. {{n:9}} ze dne {{date}} byla odeslána. Číslo zásilky {{s:DR##########C}}.',
    ],
    invoice: [
      'Faktura č. {{n:8}}\nVariabilní symbol {{n:10}}\nIČO {{n:8}}\nDIČ CZ{{n:8}}\nCelkem {{price}}',
      'Číslo účtu {{s:19-##########/0#00}}, KS 0308, splatnost {{date}}',
    ],
    directory: [
      'Městský úřad {{fix}}, knihovna {{fix}}, hlásič poruch {{mob}}',
      '{{name}}, instalatér, {{mob}}',
      '{{co}}, {{street}}, {{place}}, tel. {{tel}}',
    ],
    chat: [
      '{{name}}: nové číslo {{mob}}',
      '{{name}}: vlak {{n:3}}, vůz 12, místo 84, příjezd {{time}}',
    ],
    form: [
      'Jméno: {{name}}\nRodné číslo: {{s:8507##/####}}\nTelefon: {{tel}}',
      'Č. j. {{s:MU ######/2025}}, žádost {{like}}',
    ],
    medical: ['Objednáno: {{date}} v {{time}}. Zrušení na tel. {{tel}}.'],
    banking: [
      'Účet {{iban}}\nZůstatek {{price:100-90000}}',
      'Blokace karty {{free}}, ze zahraničí {{intl}}',
    ],
    classifieds: ['Auto {{year}}, {{big:40000-180000}} km, {{price:15000-90000}}, {{mob}}'],
  },
};

/** Pages in Russian. */
export const RUSSIAN: TemplateSet = {
  lang: 'ru',
  countries: ['RU'],
  templates: {
    crm: [
      'Клиент: {{co}}\nКонтакт: {{name}}\nТелефон: {{tel}}\n[[Факс: {{fax}}\n]]Код клиента: {{n:7}}\nПоследний звонок: {{date}}',
      'Заявка № {{like}} от {{date}}, приоритет 2, сумма {{price:1000-90000}}',
    ],
    mail: [
      'С уважением,\n{{name}}\nотдел продаж\n{{co}}\nтел. {{tel}}, моб. {{mob}}',
      'Здравствуйте! Ваш заказ № {{n:9}} от {{date}} отправлен. Трек-номер {{n:14}}.',
      'Звоните: {{telx}}[[ или {{mob}}]].',
    ],
    invoice: [
      'Счёт № {{int:10-900}} от {{date}}\nИНН 77{{n:8}} КПП 7701{{n:5}}\nр/с 40702810{{n:12}}\nБИК 0445{{n:5}}\nИтого {{price}}',
      '{{tax}}, тел. {{fix}}, факс {{fax}}',
    ],
    shop: [
      'Дрель 18 В, арт. {{n:8}}, штрихкод {{ean:46}}, {{price:1000-9000}}',
      'Бесплатный звонок по России: {{free}}, с 9:00 до 21:00',
    ],
    directory: [
      'Администрация {{fix}}, библиотека {{fix}}, диспетчер {{mob}}',
      '{{name}}, сантехник, {{mob}}',
      '{{co}}, {{place}}, {{street}}, {{tel}}',
    ],
    chat: [
      '{{name}}: мой новый номер {{mob}}',
      '{{name}}: поезд 0{{int:10-99}}А, вагон 12, место 27, прибытие {{time}}, код {{n:4}}',
    ],
    timetable: [
      'Поезд {{n:4}} отпр. {{time}} путь 7 приб. {{time}}',
      'Автобус 210: 06:15 06:45 07:15. Справочная: {{fix}}.',
    ],
    sports: ['34-й тур: 2:1 (1:0), 0:0, 3:2. Зрителей: {{big:1000-60000}}. 1. 30 20-6-4 62-28 66'],
    form: [
      'Имя: {{name}}\nДата рождения: {{date}}\nТелефон: {{tel}}\nПаспорт {{s:45 ## ######}}',
      'СНИЛС {{s:###-###-### ##}}, дело № {{s:А40-######/2025}}, вх. {{like}}',
    ],
    legal: [
      '{{co}}, {{tax}}, {{place}}, {{street}}, тел. {{tel}}',
      'ФЗ от 27.07.2006 № 152-ФЗ, ст. 6-9; постановление № {{int:100-999}} от {{date}}',
    ],
    shipping: [
      'Посылка {{n:14}} вручена {{date}} в {{time}}',
      'Курьер {{name}}, {{mob}}, заказ {{like}}, с {{time}} до {{time}}',
    ],
    banking: [
      'Счёт 40817810{{n:12}}\nОстаток {{price:100-90000}}',
      'Потеряли карту? {{free}}, из-за границы {{intl}}',
    ],
    medical: [
      'Приём {{date}} в {{time}}, каб. 312. Запись по тел. {{tel}}.',
      'Полис ОМС {{s:#### #### #### ####}}, карта {{n:6}}, АД 120/80',
    ],
    classifieds: [
      'Седан {{year}}, {{big:40000-180000}} км, {{price:150000-900000}}, {{mob}}',
      'Квартира 48,5 м², 3/9 эт., {{price:15000-60000}}/мес., объявление № {{n:10}}',
    ],
    jobs: ['Кладовщик, 5/2, {{price:40000-90000}}. Звонить {{name}}, {{tel}}. Вакансия {{n:8}}.'],
  },
};
