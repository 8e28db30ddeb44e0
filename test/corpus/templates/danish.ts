import type { TemplateSet } from '../template-set';

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
