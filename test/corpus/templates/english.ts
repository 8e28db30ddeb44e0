import type { TemplateSet } from '../template-set';

/** Pages that any English-speaking country may have. */
export const ENGLISH: TemplateSet = {
  lang: 'en',
  countries: ['US', 'CA', 'GB', 'IE', 'AU', 'IN', 'ZA', 'AE'],
  templates: {
    crm: [
      'Account: {{co}}\nOwner: {{name}}\nPhone: {{tel}}\n[[Fax: {{fax}}\n]]Customer ID: {{n:8}}\nLast contact: {{date}} {{time}}',
      'Lead #{{n:7}} | {{name}} | {{mob}} | {{mail}} | created {{iso}} | score {{int:1-100}}',
      'Deal value {{price:1000-90000}}\nClose date {{date}}\nOpportunity no. {{like}}\nStage 3 of 5 ({{int:10-95}}%)',
      'Name\tMobile\tOffice\tAccount no.\n{{name}}\t{{mob}}\t{{fix}}\t{{n:9}}\n{{name}}\t{{mob}}\t{{fix}}\t{{n:9}}',
      'Case {{n:8}} opened {{date}} by {{name}}. Priority 2. SLA 48:00. Related cases: {{n:8}}, {{n:8}}.',
      'Call log\n{{date}} {{time}}  outgoing  {{tel}}  00:03:{{int:10-59}}\n{{date}} {{time}}  missed  {{tel}}\n{{date}} {{time}}  incoming  {{intl}}  00:12:{{int:10-59}}',
      'Contact details\nWork {{telx}}\nCell {{mob}}\n[[Home {{fix}}\n]]Do not call before 09:30',
    ],
    mail: [
      'Kind regards,\n{{name}}\nOffice Manager, {{co}}\nT {{tel}} | M {{mob}} | {{mail}}\n{{street}}, {{place}}',
      'Hi {{name}},\n\nthanks for your order {{n:9}}. We expect delivery on {{date}} between 10:00 and 14:00.\n\nRef: {{s:@@-#####-##}}',
      'Best,\n{{name}}\n--\nSales Desk · {{co}}\nDirect: {{telx}}\nFax: {{fax}}\nwww.{{host}}',
      'On {{date}} at {{time}}, {{mail}} wrote:\n> Could you ring me on {{mob}}[[ or at the office, {{fix}}]]? I am in until 5:30.',
      'Join the video meeting\nMeeting ID: {{s:8## #### ####}}\nPasscode: {{n:6}}\n[[Starts {{date}} {{time}}]]',
      'Dial in by phone: {{intl}}, PIN: {{s:### ### ###}}#\n[[More phone numbers: https://meet.{{host}}/tel/{{n:10}}]]',
      'Your verification code is {{n:6}}. It expires in 10 minutes. Never share it. Request {{hash:12}}.',
    ],
    invoice: [
      'INVOICE {{n:8}}\nDate {{date}}  Due {{date}}\nCustomer no. {{n:7}}\nVAT {{vat}}\nSubtotal {{price}}\nTotal {{price}}',
      'Invoice no: {{like}}\nPO number: {{s:45########}}\nPay to: {{iban}}\nQuestions about this invoice? Call {{tel}}.',
      'Bill to: {{co}}, {{street}}, {{place}}\nPhone: {{tel}}\nQty 12 x {{price:3-90}} = {{price:100-900}}\n{{tax}}',
      'Statement of account {{date}}\n{{iso}}  INV-{{n:7}}  {{amount}}\n{{iso}}  INV-{{n:7}}  {{amount}}\n{{iso}}  CR-{{n:6}}  -{{amount}}',
      'Remittance advice. Please quote reference {{s:#### #### ####}} with payment by {{date}}.',
      '{{co}} · {{tax}} · Accounts payable {{fix}} · Fax {{fax}}',
    ],
    shop: [
      'Cordless drill 18V, 2 x 4.0Ah\nModel {{s:@@@-####}}  SKU {{n:8}}  EAN {{ean}}\n{{price:40-300}} was {{price:40-400}}\n4.6 (1,{{int:100-999}} reviews)',
      'Need help choosing? Our experts are on {{free}}, Mon-Fri 8:00-18:00.',
      'Ships in 24-48 hours. Item weight 1.{{int:10-99}} kg, 320 x 240 x 115 mm. ASIN B0{{s:##@##@@#}}',
      'Order {{s:###-#######-#######}}\nPlaced {{date}}\nGrand total {{price}}\nReturn window closes {{date}}',
      'Product code {{like}} · Part no. {{s:####-###-###}} · In stock: {{int:2-400}}',
      'Click & collect at {{co}}, {{street}}. Store phone: {{tel}}. Open 9-5:30.',
      'Compatible with models {{n:4}}, {{n:4}}, {{n:4}} and {{n:4}}. Serial number range {{n:9}}-{{n:9}}.',
      'Paperback, {{int:120-700}} pages, ISBN {{isbn}}, {{date}}, {{price:8-40}}',
    ],
    directory: [
      '{{co}}\n{{street}}, {{place}}\n{{tel}}\n4.{{int:1-9}} ({{int:20-900}})',
      'Town library\tDesk {{tel}}\tRenewals {{fix}}\tOpen 10-18',
      'Reception {{fix}}\nBilling {{fix}}\nOut of hours {{mob}}\nRoom 2.{{int:10-40}}',
      '{{name}}, plumber - {{mob}} or {{fix}} - established {{year}}',
      'Staff list\nHead teacher {{telx}}\nSchool nurse {{telx}}\nCaretaker {{mob}}',
      '{{co}}: {{street}}, {{place}}. Registered {{year}}, {{int:5-400}} employees, turnover {{price:100000-9000000}}.',
      'Phone: {{fix}} / {{mob}}\nFax: {{fax}}\nEmail: {{mail}}',
      'Embassy of Portugal: {{out}}. Consulate section: {{out}}. Emergencies only: {{mob}}.',
    ],
    chat: [
      '{{name}} {{time}}\nnew number btw: {{mob}}, delete the old one',
      '{{name}}: can u call me on {{mob}}? my flight {{flight}} lands {{time}}\n{{name}}: sure, 10 min',
      '[{{date}}, {{time}}] {{name}}: locker code {{n:4}}, wifi pass {{n:8}}, gate 2{{int:0-9}}',
      '{{name}}: got the tickets, ref {{s:@@@###}}, seats 114-117, {{price:20-200}} each',
      'whatsapp me {{intl}} :)',
      '{{name}} {{time}}: score was 3-2, then 4-3 on pens 😀 1000000 times better than 2019-20',
      '{{name}}: the plumber? {{tel}} i think. he charges {{price:40-120}}/h\n{{name}}: ty!!',
    ],
    timetable: [
      'Route 42  0615 0645 0715 0745 0815 0845\nRoute 43  0620 0650 0720 0750 0820 0850',
      'Dep {{time}} Platform 7  Train {{n:4}}\nArr {{time}} Platform 12\nChange at {{place}}',
      '07:05 07:20 07:35 07:50 08:05 08:20 08:35\nValid {{date}} - {{date}}',
      'Ferry 1: 06.30 09.15 12.00 14.45\nFerry 2: 07.00 10.30 13.15 16.45\nBookings: {{tel}}',
      'Term 1 {{date}} to {{date}}. Mon 9.15-10.05 Maths R204, 10.10-11.00 Physics R1{{int:10-40}}.',
      'Lost property office {{fix}} (Mon-Fri 08:00-16:00). Bus 210, 212, 555 and N15 stop here.',
    ],
    sports: [
      "FT 2-1 (1-0) att. {{big:10000-80000}}\nGoals 12', 45+2', 88'\nH2H 5-3-2",
      '1. {{name}} 6-4 3-6 7-6 (7-5)\n2. {{name}} 6-3 6-4\nPrize money {{price:10000-900000}}',
      'Career: 212 matches, 555 innings, 12,345 runs, avg 48.21, best 187*',
      '100m 10.{{int:10-99}}  200m 20.{{int:10-99}}  400m 45.{{int:10-99}}  WR 9.58 (2009)',
      'Season 2019-20: W 24 D 8 L 6 GF 78 GA 34 Pts 80\nSeason 2020-21: W 21 D 9 L 8 GF 70 GA 41 Pts 72',
      'Box office open from 10:00 on match days, {{tel}}. Gates 13-24 for blocks 201-224.',
      'Splits 0:29.31 1:01.44 1:34.02 2:06.87 | Bib {{n:5}} | Rank 212/1,4{{int:10-99}}',
    ],
    form: [
      'Full name *\nMobile number *\n{{mob}}\nDate of birth (DD/MM/YYYY) *\n{{date}}\nReference number\n{{n:10}}',
      'Daytime telephone: {{tel}}   Evening: {{tel}}   Policy no: {{n:9}}',
      'Application {{n:4}}-{{n:6}} received {{date}}. Keep this number: {{like}}.',
      'Employee ID {{n:8}} | Cost centre {{n:6}} | Badge {{s:#### ####}} | Signed {{date}}',
      'Emergency contact: {{name}} (mother), {{mob}}. Blood group 0+. Insurance number {{s:@@ ## ## ## @}}.',
      'Step 2 of 5\nCard number {{card}}\nExpiry 0{{int:1-9}}/2{{int:7-9}}  CVC 1{{int:10-99}}',
    ],
    legal: [
      '© 2009-2026 {{co}}. All rights reserved. {{tax}}. Registered office: {{street}}, {{place}}.',
      '{{co}}, {{street}}, {{place}}. Tel. {{tel}}. {{tax}}. VAT {{vat}}.',
      'Section 12.3.4 of Regulation (EU) 2016/679, paras 101-117, OJ L 119, 4.5.2016, p. 1-88.',
      'Data protection officer: {{mail}}, {{tel}}. Complaints within 30 days (ref {{s:##/####/###}}).',
      'Docket No. {{s:2:##-cv-#####}}, 410 U.S. 113 (1973), filed {{date}}, pp. 212-555.',
      'Patent no. {{s:1# ### ###}} B2, filed {{date}}; trade mark 00{{n:7}}, class 9, 38, 42.',
    ],
    shipping: [
      'Tracking number {{track}}\nDelivered {{date}} {{time}}\nSigned for by {{name}}',
      'Parcel {{like}} is out for delivery. [[Driver: {{name}}, {{mob}}. ]]Window {{time}} - {{time}}.',
      'Consignment {{n:12}}  2 pcs  14.5 kg  60x40x40 cm\nDepot: {{place}}\nDepot phone {{tel}}',
      'Ship to\n{{name}}\n{{street}}\n{{place}}\nPhone {{tel}}\nOrder {{n:7}}-{{n:3}}',
      'Container {{s:MKLU #######}} · Seal {{n:7}} · B/L {{s:@@@@#########}} · ETA {{date}}',
      'Returns: RMA {{n:10}} must be visible on the box. HS code 8517.62.00. Gross 1,2{{int:10-99}}.5 kg.',
    ],
    banking: [
      'Account {{iban}}\nBIC {{bic}}\nBalance {{price:100-90000}}\nAs of {{date}} {{time}}',
      'Card ending 4{{int:100-999}} was used for {{price}} on {{date}}. Not you? Call {{free}}.',
      '{{iso}} DIRECT DEBIT {{n:10}} -{{amount}}\n{{iso}} TRANSFER REF {{like}} +{{amount}}\n{{iso}} ATM {{n:6}} -{{amount:20-400}}',
      'Lost or stolen cards 24/7: {{free}}, from abroad {{intl}}',
      'Loan account {{n:10}}: {{int:12-84}} payments of {{price:100-900}}, rate 4.{{int:10-99}}%',
      'Rates {{date}}: EUR 1.0{{int:100-999}} GBP 1.2{{int:100-999}} JPY 156.{{int:100-999}} CHF 0.9{{int:100-999}}',
    ],
    travel: [
      'Booking reference {{s:@@@@@#}} · {{flight}} {{date}} {{time}} · Seat 2{{int:1-9}}C · e-ticket {{s:125-##########}}',
      '{{co}}\n{{street}}, {{place}}\nReception (24 h): {{tel}}\nCheck-in from 15:00, check-out until 11:00\n[[GPS {{coord}}]]',
      'Confirmation {{like}}\n2 nights, {{date}} - {{date}}\n1 room, 2 adults\nTotal {{price}}',
      'Your host {{name}}: {{intl}}. Key box code {{n:4}}. Wifi: guest{{n:4}}.',
      'From Lisbon call {{out}}; from Berlin call {{out}}; all others {{intl}}.',
      'Elevation 2,{{int:100-999}} m, distance 21.{{int:1-9}} km, N 47° 12\' 33.4" E 11° 22\' 10.8", trail 212',
    ],
    medical: [
      'Your appointment: {{date}}, {{time}}, room 3{{int:10-40}}. To cancel ring {{tel}} at least 24 h before.',
      'BP 120/80, HR 72, Hb 13.{{int:1-9}} g/dl, WBC 6.{{int:1-9}} x 10^9/l, glucose 5.{{int:1-9}}',
      'Patient no. {{n:7}}, DOB {{date}}, sample {{n:10}} taken {{date}} {{time}}',
      '{{co}}\nSurgery hours 8.30-12.00, 14.00-17.30\nAppointments {{fix}}\nFax {{fax}}\nOut of hours {{free}}',
      'Amoxicillin 500 mg 1-0-1, 21 tablets, batch {{s:@#####}}, PZN/NDC {{s:#####-###-##}}, exp 0{{int:1-9}}/2028',
    ],
    jobs: [
      'Warehouse assistant (m/f/d), ref. {{n:6}}. {{price:20000-40000}} p.a. Start {{date}}. Call {{name}} on {{tel}}.',
      'Salary {{price:30000-60000}} - {{price:60000-90000}}. Job ID {{n:10}}. Posted {{date}}. {{int:20-200}} applicants.',
      'Questions? HR desk {{telx}} or {{mail}}. Vacancy {{s:##-####}} closes {{date}}.',
      'Shifts: 06:00-14:00, 14:00-22:00, 22:00-06:00. 38.5 h/week. Req no. {{like}}.',
    ],
    classifieds: [
      '{{year}} hatchback, {{big:40000-180000}} miles, {{plate}}, {{price:1500-9000}} ono. Text {{mob}}.',
      'Sofa, 210 x 95 x 80, {{price:50-400}}. Collection only, {{place}}. {{mob}} evenings.',
      'Ad no. {{n:10}} · posted {{date}} · {{int:20-900}} views',
      'Room to let {{price:400-900}} pcm. Ring {{name}} {{mob}} or {{name}} {{mob}}. No texts after 21:00.',
      'Vintage camera, serial {{n:7}}, 50mm 1:1.8, {{year}}, lens no. {{n:8}}, {{price:80-700}}',
    ],
    event: [
      'Summer fair, {{date}}, 11:00-17:00, {{street}}. Stalls {{price:10-40}}: book with {{name}}, {{tel}}.',
      'Doors 19:30, show 20:15. Ticket {{n:12}}, row 12, seat 114-115, {{price:20-120}}.',
      'Box office {{fix}} | Groups of 10+ {{fix}} | Access line {{free}}',
      'Webinar {{iso}} 14:00-15:30 UTC+2. ID {{s:### ### ###}}, 1,{{int:100-999}} registered.',
      'Conference 12-14 June {{year}}. Poster session 3: P101-P155. DOI 10.{{n:4}}/{{n:7}}.{{n:7}}',
    ],
    cv: [
      '{{name}}\n{{street}}, {{place}}\n{{mob}} | {{mail}}\n2016-2019 Shift lead\n2019-2024 Site manager',
      'Born {{date}}. 2008-2012 BSc, grade 1.{{int:1-9}}. 09/2012 - 03/2016 Analyst. 04/2016 - 10/2021 Lead.',
      'Referees on request. Phone {{intl}}. Driving licence B since {{year}}. TOEFL 112/120.',
    ],
    code: [
      '{{stamp}} INFO  req={{uuid}} user={{n:8}} ip={{ip}} dur=1{{int:10-99}}ms bytes={{n:6}}',
      '{"id":{{n:10}},"name":"{{name}}","phone":"{{e164}}","created":{{unix}}}',
      'id,name,phone,balance\n{{n:7}},{{name}},{{e164}},{{n:5}}\n{{n:7}},{{name}},{{e164}},{{n:5}}',
      'commit {{hash:40}}\nDate: {{iso}} {{time}}\n 12 files changed, 555 insertions(+), 212 deletions(-)',
      'Ran 1,2{{int:10-99}} tests in 34.{{int:100-999}}s. Build {{n:10}}, node v20.{{int:1-20}}.{{int:0-9}}, pid {{n:5}}',
      'const ORDER_ID = {{like}};\nconst TIMEOUT_MS = 30000;\nconst MAX = 2147483647;',
      'GET /api/v2/orders/{{n:10}}?ts={{unix}}&limit=50 200 {{n:4}} "{{host}}"',
      'eth0 inet {{ip}} netmask 255.255.255.0 mtu 1500 rx {{n:10}} tx {{n:9}}',
      'Ticket #{{n:8}}: {{name}} ({{tel}}) cannot log in since {{date}}. Error 0x800{{n:5}}.',
      'md5 {{hash:32}}  backup-{{s:2025####}}-{{s:0#30##}}.tar.gz  {{n:9}}',
    ],
  },
};

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
      'NHS no. {{s:4## ### ####}} · Hospital no. {{n:7}} · DOB {{date}}',
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
