import type { TemplateSet } from '../template-set';

/** Pages of North America. */
export const NORTH_AMERICAN: TemplateSet = {
  lang: 'en',
  countries: ['US', 'CA'],
  templates: {
    directory: [
      '{{co}}, {{street}}, {{place}} {{fix}}',
      'Main {{fix}}  Toll-free {{free}}  TTY 711  Fax {{fax}}',
      'Toll free: {{free}} | Local: {{fix}} | {{street}}',
    ],
    crm: [
      'Ph: {{tel}} (c) {{mob}} (w) {{telx}}',
      'Acct# {{n:10}} Zip 9{{n:4}}-{{n:4}} Rep {{n:4}} NAICS 541{{int:100-999}}',
    ],
    medical: [
      'NPI 1{{n:9}} DEA {{s:@@#######}} Member ID {{s:@@@#########}} Group {{n:6}}',
      'Refill Rx# {{n:7}} by phone: {{fix}}. Rx BIN 0{{n:5}} PCN {{n:8}}.',
    ],
    shipping: [
      'USPS {{s:9400 1### #### #### #### ##}} delivered {{date}}, {{place}}',
      'PRO# {{s:###-######-#}} · BOL {{n:8}} · dispatcher {{telx}}',
    ],
  },
};

/** Pages of Britain and Ireland. */
export const BRITISH: TemplateSet = {
  lang: 'en',
  countries: ['GB', 'IE'],
  templates: {
    banking: [
      'Sort code {{s:20-##-##}} Account {{n:8}} Roll no. {{s:#/########-#}}',
      'Payments by phone: {{free}}. Your customer number is {{s:### ### ####}}.',
    ],
    medical: [
      'NHS no. {{s:4## ### ####}} · Hospital no. {{n:7}} · DOB {{born}}',
      'Ward 12 direct line {{fix}}, switchboard {{fix}}, visiting 14:00-16:00 & 18:30-20:00',
    ],
    timetable: [
      '{{time}} to Leeds calling at 1012, 1034, 1058. Coach B, seat 4{{int:1-9}}. Headcode 1A{{int:10-90}}.',
    ],
    legal: [
      'Charity 1{{n:6}}. Company limited by guarantee 0{{n:7}}. VAT {{vat}}. {{place}}. {{tel}}',
    ],
  },
};
