import type { TemplateSet } from '../template-set';

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
