import type { TemplateSet } from '../template-set';

/** Pages in Hebrew. */
export const HEBREW: TemplateSet = {
  lang: 'he',
  countries: ['IL'],
  templates: {
    crm: [
      'לקוח: {{co}}\nאיש קשר: {{name}}\nטלפון: {{tel}}\n[[פקס: {{fax}}\n]]מספר לקוח: {{n:7}}\nשיחה אחרונה: {{date}}',
      "פנייה מס' {{like}} מתאריך {{date}}, עדיפות 2",
    ],
    mail: [
      "בברכה,\n{{name}}\nמחלקת רכש\n{{co}}\n{{street}}, {{place}}\nטל' {{tel}} | נייד {{mob}}",
      'הזמנה מספר {{n:9}} נשלחה בתאריך {{date}}. מספר מעקב: {{s:RR#########IL}}.',
      'קוד האימות שלך הוא {{n:6}}',
    ],
    invoice: [
      'חשבונית מס {{n:6}}\nתאריך {{date}}\nח.פ. 51{{n:7}}\nסה"כ {{price}}',
      "{{tax}} טל' {{fix}} פקס {{fax}}",
    ],
    shop: [
      'מקדחה 18V מק"ט {{n:8}} ברקוד {{ean:72}} {{price:100-900}}',
      "שירות לקוחות: {{free}}, ימים א'-ה' 8:00-17:00",
    ],
    directory: [
      'מוקד העירייה {{fix}}, ספרייה {{fix}}, תורן {{mob}}',
      '{{name}}, אינסטלטור, {{mob}}',
      '{{co}}, {{street}}, {{place}}, {{tel}}',
    ],
    chat: [
      '{{name}}: המספר החדש שלי {{mob}}',
      '{{name}}: רכבת {{time}} רציף 2, קוד כניסה {{n:4}}, ויזה 4{{int:100-999}}',
    ],
    form: [
      'שם: {{name}}\nתאריך לידה: {{born}}\nטלפון: {{tel}}\nת.ז. {{n:9}}',
      'תיק מספר {{s:#####-##-25}}, אסמכתא {{like}}',
    ],
    banking: [
      'חשבון {{s:12-###-######}} יתרה {{price:100-90000}}',
      'אבד הכרטיס? {{free}}, מחו"ל {{intl}}',
    ],
    medical: ['התור שלך: {{date}} {{time}}, חדר 12. לביטול {{tel}}.'],
    shipping: [
      'שליח: {{name}} {{mob}}, משלוח {{n:8}}',
      'חבילה {{s:RR#########IL}} נמסרה {{date}} {{time}}',
    ],
    classifieds: [
      'רכב {{year}}, {{big:40000-180000}} ק"מ, {{plate}}, {{price:15000-90000}}, {{mob}}',
    ],
  },
};
