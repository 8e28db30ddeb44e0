import type { TemplateSet } from '../template-set';

/**
 * Pages whose words point both ways: the words of a telephone beside other numbers, and those of an
 * order beside a phone number.
 */
export const MIXED_WORDS: readonly TemplateSet[] = [
  {
    lang: 'en',
    countries: ['US', 'CA', 'GB', 'IE', 'AU', 'IN', 'ZA', 'AE'],
    templates: {
      shop: [
        'Desk phone 6900, item {{n:9}}, {{price:60-300}}. Fits phone cases {{n:8}} and {{n:8}}.',
        'Order hotline: {{free}}. Have your order number ({{n:9}}) ready.',
        'Phone: unlocked, 128 GB. IMEI {{s:35######-######-#}}. S/N {{s:F2@@#####@##}}. Sold {{date}}.',
        'SIM card ICCID {{s:8901###############}}, PUK {{n:8}}, activate by {{date}}',
        'Call to order {{tel}} or quote ref {{n:8}} online. Was {{price:20-90}} now {{price:10-80}} {{fix}}',
      ],
      directory: [
        'Call number 005.133 {{s:@##}} 2019, copy 2, barcode {{s:3 ####4 ##### ####}}',
        'Fire station · {{year}} · {{fix}}\nMuseum · {{year}} · {{fix}}\nPool · {{year}} · {{fix}}',
        '{{fix}}\n{{fix}}\n{{mob}}',
        '{{co}} since {{year}} {{tel}} open 7 days',
        'Room 204 ({{fix}}), Room 205 ({{fix}}), Room 206 ({{fix}})',
        'Office: {{fix}}; after hours: {{mob}}; fax: {{fax}}; GPS: {{coord}}',
      ],
      crm: [
        'Customer {{n:8}} called from {{tel}} at {{time}} about invoice {{n:9}}; ticket {{n:7}} reopened.',
        'Calls handled: 1,{{int:100-999}} of 2,{{int:100-999}} (2024: 9{{int:10-99}}). Avg 00:04:{{int:10-59}}. Queue 4155.',
        'ID;Type;Value\n{{n:6}};phone;{{tel}}\n{{n:6}};contract;{{n:10}}\n{{n:6}};fax;{{fax}}',
      ],
      chat: [
        '{{name}}: is {{mob}} still yours?\n{{name}}: no, {{mob}} now',
        '{{name}}: paid {{price:10-90}}, txn {{n:12}}, call me {{mob}} if it doesnt show',
        '{{name}}: my phone died at 2% lol, 1234567890 steps today, 5:45 up again',
      ],
      form: [
        'Telephone banking number (10 digits): {{n:10}}   Do not share',
        'Phone number\n{{tel}}\nPostcode / ZIP\n{{s:#####}}\nMembership\n{{n:12}}\n[[Alternative phone\n{{tel}}\n]]',
        'Tel (day) {{tel}} Tel (eve) {{tel}} Fax {{fax}} DOB {{born}} Ref {{s:####/##/####}}',
      ],
      mail: [
        'Please phone our order desk on {{tel}} with your customer number {{n:8}} to hand.',
        'From: +Sales Team\nDate: {{iso}} {{time}} +0200\nMessage-ID: <{{n:10}}.{{n:8}}@{{host}}>\nSubject: Re: call 2',
        'T: {{fix}} // M: {{mob}} // {{place}} // {{tax}}',
        '{{name}} | {{co}} | {{intl}} | Skype for calls only | Part-time: Mon-Wed 9-3',
      ],
      jobs: [
        'Text JOBS to {{mob}} or ring {{fix}} ({{name}}) before {{date}}. {{price:11-19}}/h, 24 h/wk.',
      ],
      travel: [
        'Airport desk {{fix}}, terminal 2, counters 212-224. Lost bags: file {{s:@@@XK#####}}, call {{free}}.',
        'Room phone: dial 9 for reception, 0 for an outside line. Room {{int:100-900}}, rate {{price:50-300}}, folio {{n:7}}.',
      ],
      legal: [
        'Telecommunications Act 1996, Pub. L. 104-104, 110 Stat. 56; 47 U.S.C. 227(b)(1)(A); 555 F.3d 1234',
        'Complaints: write to {{street}}, {{place}}, or telephone {{fix}} quoting licence {{s:##-######}}.',
      ],
      medical: [
        'Dr on call: {{mob}}. Ward clerk {{telx}}. Bleep 2{{int:100-999}}. MRN {{n:8}}, bed 12, 1,5{{int:10-99}} ml/24 h.',
      ],
      code: [
        'tel: "{{tel}}"  // was {{n:6}}\nbuild: {{n:10}}\nretries: 3',
        '{"caller":"{{e164}}","duration":1{{int:10-99}},"call_id":"{{uuid}}","cost":0.0{{n:4}}}',
        "SELECT * FROM calls WHERE id BETWEEN {{n:10}} AND {{n:10}} AND day >= '{{iso}}';",
        'phone_model_id={{n:10}} call_count={{n:7}} fax_queue_depth={{n:6}}',
      ],
      event: ['RSVP to {{name}} by {{date}}: {{tel}} or {{mail}}. Table {{int:2-40}}, 7:30 for 8.'],
      sports: [
        'Phone-in after the match, {{free}}. HT 1-1, FT 3-2, xG 1.87-2.{{int:10-99}}, shots 15-12, 61.{{int:1-9}}%',
      ],
      banking: [
        'Call us on {{fix}} (from abroad {{intl}}). Never give your PIN. Agreement no. {{s:##########/##}}.',
      ],
      timetable: [
        'Dial-a-ride: book on {{fix}} before 16:00 the day before. Zone 1-3, {{price:2-9}}, bus 415, 646 and 919.',
      ],
    },
  },
  {
    lang: 'de',
    countries: ['DE', 'DE', 'AT', 'CH'],
    templates: {
      shop: [
        'Telefon schnurlos, Modell {{n:6}}, Bestellnr. {{n:9}}, {{price:30-120}}',
        'Bestellhotline {{tel}}, bitte Kundennummer ({{n:8}}) bereithalten.',
        'Handy gebraucht, IMEI {{s:35#############}}, Seriennr. {{s:R58@@#####}}, {{price:80-400}}',
      ],
      directory: [
        'Feuerwehrhaus · erbaut {{year}} · {{fix}}\nFreibad · erbaut {{year}} · {{fix}}',
        'Signatur 005.133 {{s:@@@ ##}}, Mediennummer {{n:11}}, Standort 2. OG',
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Zi. 204 ({{fix}}), Zi. 205 ({{fix}}), Fax {{fax}}',
        'Tel. {{fix}} oder {{mob}}, Fax {{fax}}, Öffnungszeiten 8-12 und 13-17 Uhr',
      ],
      crm: [
        'Kunde {{n:7}} rief um {{time}} Uhr von {{tel}} an, Reklamation {{n:9}}, Rechnung {{s:25-#####}}.',
        'Anrufe gesamt 1.{{int:100-999}}, davon 9{{int:10-99}} angenommen, Ø 00:04:{{int:10-59}}, Warteschleife 4155',
      ],
      invoice: [
        'Telefonrechnung {{date}}: Anschluss {{fix}}, Buchungskonto {{n:10}}, Betrag {{price:20-90}}',
        'Mobilfunkvertrag {{n:9}}, SIM-Nr. {{s:8949############}}, PUK {{n:8}}',
      ],
      mail: [
        'Bitte rufen Sie unsere Auftragsannahme unter {{tel}} an und nennen Sie die Auftragsnr. {{n:8}}.',
        '{{name}} · {{co}} · {{tel}} · Mo-Do 9-15 Uhr · {{tax}}',
      ],
      chat: [
        '{{name}}: ist die {{mob}} noch aktuell?\n{{name}}: nee, jetzt {{mob}}',
        '{{name}}: 10.{{int:100-999}} Schritte, 2 Std. 34 telefoniert, Akku 12% 😅',
      ],
      medical: [
        'Notdienst heute: {{fix}}, morgen: {{fix}}. Apotheke bis {{time}} Uhr. Fallnr. {{n:8}}.',
      ],
      form: [
        'Telefon privat\n{{tel}}\nTelefon geschäftlich\n{{telx}}\nPersonalnummer\n{{n:8}}\nEintritt\n{{date}}',
      ],
      event: [
        'Anmeldung bis {{date}} bei {{name}} ({{tel}}), Kursnr. {{s:25F-#####}}, 8 x Di 18.30-20.00, {{price:40-120}}',
      ],
      code: ['<td>{{name}}</td><td>{{tel}}</td><td>{{n:8}}</td><td>{{iso}}</td>'],
    },
  },
  {
    lang: 'fr',
    countries: ['FR', 'BE', 'CH'],
    templates: {
      shop: [
        'Téléphone fixe modèle {{n:6}}, réf. {{n:9}}, {{price:30-120}}',
        'Commandes par téléphone : {{tel}}, munissez-vous de votre n° client ({{n:8}}).',
        'Mobile reconditionné, IMEI {{s:35#############}}, {{price:80-400}}',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Piscine · {{year}} · {{fix}}\nMusée · {{year}} · {{fix}}',
        'Cote 005.133 {{s:@@@}}, code-barres {{n:14}}',
      ],
      invoice: ['Ligne {{fix}}, contrat {{n:10}}, prélèvement du {{date}}, {{price:20-90}}'],
      chat: ['{{name}} : le {{mob}} est toujours bon ?\n{{name}} : non, {{mob}} maintenant'],
      crm: ['Le client {{n:7}} a appelé du {{tel}} à {{time}} au sujet de la facture {{n:9}}.'],
      medical: ['Pharmacie de garde : {{fix}}. Dossier patient {{n:8}}, chambre 212, lit 2.'],
      form: ['Téléphone domicile\n{{tel}}\nMatricule\n{{n:8}}\nDate\n{{date}}'],
    },
  },
  {
    lang: 'es',
    countries: ['ES', 'MX'],
    templates: {
      shop: [
        'Teléfono inalámbrico, modelo {{n:6}}, código {{n:9}}, {{price:30-120}}',
        'Pedidos por teléfono: {{tel}}. Tenga a mano su número de cliente ({{n:8}}).',
        'Móvil usado, IMEI {{s:35#############}}, {{price:80-400}}',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Piscina · {{year}} · {{fix}}\nMuseo · {{year}} · {{fix}}',
        'Signatura 005.133 {{s:@@@}}, código de barras {{n:12}}',
      ],
      chat: ['{{name}}: ¿sigue siendo {{mob}}?\n{{name}}: no, ahora {{mob}}'],
      crm: ['El cliente {{n:7}} llamó desde el {{tel}} a las {{time}} por la factura {{n:9}}.'],
      medical: ['Farmacia de guardia: {{fix}}. Expediente {{n:8}}, habitación 212, cama 2.'],
    },
  },
  {
    lang: 'it',
    countries: ['IT'],
    templates: {
      shop: [
        'Telefono cordless mod. {{n:6}}, codice {{n:9}}, {{price:30-120}}',
        'Ordini telefonici: {{tel}}, tenere pronto il codice cliente ({{n:8}}).',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Piscina · {{year}} · {{fix}}\nMuseo · {{year}} · {{fix}}',
      ],
      crm: ['Il cliente {{n:7}} ha chiamato dal {{tel}} alle {{time}} per la fattura {{n:9}}.'],
      chat: ['{{name}}: il {{mob}} è ancora tuo?\n{{name}}: no, ora {{mob}}'],
    },
  },
  {
    lang: 'pt',
    countries: ['PT', 'BR'],
    templates: {
      shop: [
        'Telefone sem fio, modelo {{n:6}}, código {{n:9}}, {{price:30-120}}',
        'Pedidos por telefone: {{tel}}. Tenha em mãos o número de cliente ({{n:8}}).',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Piscina · {{year}} · {{fix}}\nMuseu · {{year}} · {{fix}}',
      ],
      crm: ['O cliente {{n:7}} ligou do {{tel}} às {{time}} sobre a fatura {{n:9}}.'],
    },
  },
  {
    lang: 'nl',
    countries: ['NL', 'BE'],
    templates: {
      shop: [
        'Draadloze telefoon, model {{n:6}}, bestelnr. {{n:9}}, {{price:30-120}}',
        'Bestellijn {{tel}}, houd je klantnummer ({{n:8}}) bij de hand.',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Zwembad · {{year}} · {{fix}}\nMuseum · {{year}} · {{fix}}',
      ],
      crm: ['Klant {{n:7}} belde om {{time}} vanaf {{tel}} over factuur {{n:9}}.'],
    },
  },
  {
    lang: 'pl',
    countries: ['PL'],
    templates: {
      shop: [
        'Telefon bezprzewodowy, model {{n:6}}, kod {{n:9}}, {{price:100-400}}',
        'Zamówienia telefoniczne: {{tel}}, prosimy podać nr klienta ({{n:8}}).',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Basen · {{year}} · {{fix}}\nMuzeum · {{year}} · {{fix}}',
      ],
      crm: ['Klient {{n:7}} dzwonił o {{time}} z numeru {{tel}} w sprawie faktury {{n:9}}.'],
    },
  },
  {
    lang: 'ru',
    countries: ['RU'],
    templates: {
      shop: [
        'Радиотелефон, модель {{n:6}}, код товара {{n:9}}, {{price:1000-4000}}',
        'Заказ по телефону {{tel}}, назовите номер клиента ({{n:8}}).',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Бассейн · {{year}} · {{fix}}\nМузей · {{year}} · {{fix}}',
      ],
      crm: ['Клиент {{n:7}} звонил в {{time}} с {{tel}} по счёту {{n:9}}.'],
    },
  },
  {
    lang: 'ja',
    countries: ['JP'],
    templates: {
      shop: [
        'コードレス電話機 型番 {{n:6}} 商品番号 {{n:9}} {{price:30-120}}',
        '電話注文 {{tel}} お客様番号（{{n:8}}）をご用意ください',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'プール {{year}}年開館 {{fix}}\n美術館 {{year}}年開館 {{fix}}',
      ],
    },
  },
  {
    lang: 'zh',
    countries: ['CN'],
    templates: {
      shop: [
        '无绳电话机 型号 {{n:6}} 商品编号 {{n:9}} {{price:100-400}}',
        '电话订购 {{tel}}，请提供会员号（{{n:8}}）',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        '游泳馆 {{year}}年 {{fix}}\n博物馆 {{year}}年 {{fix}}',
      ],
    },
  },
  {
    lang: 'tr',
    countries: ['TR'],
    templates: {
      shop: [
        'Telsiz telefon, model {{n:6}}, ürün no {{n:9}}, {{price:900-4000}}',
        'Telefonla sipariş: {{tel}}, müşteri numaranızı ({{n:8}}) hazır bulundurun.',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Havuz · {{year}} · {{fix}}\nMüze · {{year}} · {{fix}}',
      ],
    },
  },
  {
    lang: 'sv',
    countries: ['SE'],
    templates: {
      shop: [
        'Trådlös telefon, modell {{n:6}}, art.nr {{n:9}}, {{price:300-900}}',
        'Beställ per telefon {{tel}}, uppge kundnummer ({{n:8}}).',
      ],
      directory: [
        '{{fix}}\n{{fix}}\n{{mob}}',
        'Badhus · {{year}} · {{fix}}\nMuseum · {{year}} · {{fix}}',
      ],
    },
  },
];
