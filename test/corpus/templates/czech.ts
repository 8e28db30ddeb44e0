import type { TemplateSet } from '../template-set';

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
