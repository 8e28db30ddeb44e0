import type { TemplateSet } from '../template-set';

/** Pages in Italian. */
export const ITALIAN: TemplateSet = {
  lang: 'it',
  countries: ['IT'],
  templates: {
    crm: [
      'Cliente: {{co}}\nReferente: {{name}}\nTel.: {{tel}}\n[[Fax: {{fax}}\n]]Cod. cliente: {{n:7}}\nUltimo contatto: {{date}}',
      'Pratica {{like}} del {{date}}, valore {{price:1000-90000}}, fase 3 di 5',
    ],
    mail: [
      'Cordiali saluti,\n{{name}}\nUfficio acquisti\n{{co}}\n{{street}}, {{place}}\nTel. {{tel}} - Cell. {{mob}}',
      'Gentile {{name}}, il suo ordine n. {{n:9}} del {{date}} è stato spedito. Tracking: {{track}}.',
      'Mi chiami pure al {{telx}}[[ oppure sul cellulare {{mob}}]].',
    ],
    invoice: [
      'Fattura n. {{int:10-900}}/2025 del {{date}}\nP.IVA {{n:11}}\nImponibile {{price}}\nTotale {{price}}',
      '{{tax}} - Tel. {{fix}} - Fax {{fax}}',
      'Bonifico su IBAN {{iban}}, causale {{n:10}}, scadenza {{date}}',
    ],
    shop: [
      'Trapano 18 V, art. {{n:8}}, EAN {{ean:80}}, {{price:40-300}}',
      'Numero verde {{free}}, lun-ven 8.30-18.00',
      'Negozio di {{place}}, {{street}}, tel. {{tel}}, aperto 9.30-19.30',
    ],
    directory: [
      'Comune: {{fix}}. Anagrafe: {{fix}}. Orario 8.30-12.30.',
      '{{name}}, idraulico, {{mob}}, dal {{year}}',
      'Farmacia {{fix}}\nGuardia medica {{fix}}\nCarro attrezzi {{mob}}',
    ],
    chat: [
      '{{name}}: nuovo numero {{mob}} 😊',
      '{{name}}: arrivo alle {{time}}, treno {{n:4}}, carrozza 8, posto 12A, codice {{s:@@@###}}',
    ],
    timetable: [
      "Treno {{n:5}} part. {{time}} bin. 7 arr. {{time}} bin. 12 ritardo 5'",
      'Linea 21: 06.15 06.45 07.15 07.45. Info {{free}}.',
    ],
    sports: [
      "Giornata 34: 2-1 (1-0), 0-0, 3-2. Spettatori {{big:10000-60000}}. Reti: 12', 45'+2', 88'",
    ],
    form: [
      'Nome: {{name}}\nData di nascita: {{born}}\nTelefono: {{tel}}\nTessera sanitaria {{s:80380000#########}}',
      'Protocollo n. {{like}} del {{date}}; matricola {{n:8}}',
    ],
    legal: [
      '{{co}} - {{street}}, {{place}} - {{tax}} - Tel. {{tel}} - © 2003-2026',
      'D.Lgs. 30 giugno 2003, n. 196, artt. 13-17; G.U. n. 174 del {{date}}, pp. 101-117',
    ],
    shipping: [
      'Spedizione {{n:12}} consegnata il {{date}} ore {{time}}, colli 2, kg 14,5',
      'Corriere: {{name}}, {{mob}}, ordine {{like}}, fascia {{time}}-{{time}}',
    ],
    banking: [
      'Conto {{iban}}\nSaldo {{price:100-90000}} al {{date}}',
      "Blocco carte {{free}}, dall'estero {{intl}}, 24 ore su 24",
    ],
    travel: [
      'Albergo {{co}}, {{street}}, {{place}}. Reception {{tel}}. Check-in dalle 15.00.',
      'Volo {{flight}} del {{date}}, ore {{time}}, posto 22C, biglietto {{s:055 ##########}}, CIR 0{{n:5}}-ALB-000{{int:10-99}}',
    ],
    medical: [
      'Appuntamento {{date}} ore {{time}}, ambulatorio 3. Per disdire: {{tel}}.',
      'NRE {{s:0300A4#########}}, impegnativa {{n:10}}, 500 mg 1-0-1, lotto {{s:@#####}}',
    ],
    jobs: [
      'Magazziniere, full time, {{price:1200-2200}}. Contattare {{name}}, {{tel}}. Rif. {{n:6}}.',
    ],
    classifieds: [
      'Utilitaria {{year}}, km {{big:40000-180000}}, {{plate}}, {{price:1500-9000}}, {{mob}}',
      'Trilocale 78 mq, {{price:500-1500}}/mese, annuncio {{n:9}}',
    ],
    event: [
      'Sagra del {{date}}, ore 11-18. Prenotazioni: {{name}}, {{tel}}. Ingresso {{price:3-15}}.',
    ],
  },
};
