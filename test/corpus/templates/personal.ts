import type { TemplateSet } from '../template-set';

/** The languages of countries where persons have numbers. */
const LANGUAGES = {
  en: ['US', 'CA', 'GB', 'IE', 'AU', 'IN', 'ZA', 'AE'],
  de: ['DE', 'AT', 'CH'],
  fr: ['FR', 'BE'],
  es: ['ES', 'MX'],
  it: ['IT'],
  pt: ['PT', 'BR'],
  nl: ['NL'],
  sv: ['SE'],
  da: ['DK'],
  pl: ['PL'],
  cs: ['CZ'],
  ru: ['RU'],
  ja: ['JP'],
  zh: ['CN'],
  tr: ['TR'],
  he: ['IL'],
  ar: ['SA', 'AE', 'EG'],
} as const;

/** Records of persons, in almost no words. */
export const PERSONAL: readonly TemplateSet[] = Object.entries(LANGUAGES).map(
  ([lang, countries]) => ({
    lang,
    countries,
    templates: {
      form: ['{{name}}\n{{born}}\n{{person}}\n{{mob}}\n{{street}}, {{place}}'],
      crm: ['{{name}} | {{person}} | {{born}} | {{place}} | {{price:20-900}}'],
    },
  }),
);
