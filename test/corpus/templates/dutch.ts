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
      'Naam: {{name}}\nGeboortedatum: {{born}}\nTelefoonnummer: {{tel}}\nPolisnummer: {{n:9}}',
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
