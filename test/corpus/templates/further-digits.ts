import type { TemplateSet } from '../template-set';

/** Pages full of digits without one phone number, written when the finder's rules were. */
export const FURTHER_DIGITS: readonly TemplateSet[] = [
  {
    lang: 'en',
    countries: ['US', 'CA', 'GB', 'IE', 'AU', 'IN', 'ZA', 'AE'],
    templates: {
      invoice: [
        'Usage {{date}}-{{date}}: {{n:6}} KB, {{n:4}} min, 212 SMS. Plan fee {{price:10-60}}. Agreement {{n:11}}.',
        'Line 1  {{n:7}}-{{n:3}}  qty 40  {{amount:2-90}}\nLine 2  {{n:7}}-{{n:3}}  qty 12  {{amount:2-90}}\nGST {{amount:2-90}}',
      ],
      shop: [
        'Filter by price: 0-50 (212) 50-100 (555) 100-200 (1212). Page 1 of 34. 1-24 of 8{{n:2}} results.',
        'Dimensions 415 x 552 x 671 mm; 12.5 kg; 220-240 V; 50/60 Hz; 1800 W; IP44; EAN {{ean}}',
        'Toner for 4155 / 4156 / 4157: black {{n:7}}, cyan {{n:7}}, yield 12,000 pages',
      ],
      sports: [
        'P 34 W 21 D 9 L 4 F 71 A 34 GD 37 Pts 72\nP 34 W 20 D 8 L 6 F 66 A 41 GD 25 Pts 68',
        'Stage 12: 212.5 km, 4h 55\' 12", +26:71, KOM 3, sprint 50-30-20-18-16-14',
        'World record progression: 8.90 (1968), 8.95 (1991). Wind +0.3. Entries 415, heats 55, lanes 1-8.',
      ],
      code: [
        '[{{stamp}}] kernel: CPU{{n:1}} temp {{n:5}} mC, freq {{n:7}} kHz, uptime {{n:9}} s',
        'assert sum([{{n:10}}, {{n:10}}]) == {{n:11}}\n# 2 passed, 0 failed in 0.{{n:4}}s',
        '$ ls -l\n-rw-r--r-- 1 root root {{n:10}} Jan 12 04:15 a.bin\n-rw-r--r-- 1 root root {{n:9}} Feb 3 2024 b.bin',
        'x = [{{n:3}}, {{n:3}}, {{n:4}}], y = [{{n:3}}, {{n:3}}, {{n:4}}], mean 415.552671, sd 21.255512',
        'Reserved: 0x4155, 0x5267; offsets {{n:8}}..{{n:8}}; CRC32 {{hash:8}}; length {{n:10}} bytes',
      ],
      banking: [
        'Payee {{co}}, account {{n:8}}, sort code {{s:##-##-##}}, amount {{price}}, batch {{n:10}}, settled {{date}}',
        '{{date}} {{n:12}} card purchase {{n:4}} -{{amount:2-90}} bal {{amount:900-9000}}',
      ],
      legal: [
        'U.S. Patent Nos. 9,{{n:3}},{{n:3}}; 10,{{n:3}},{{n:3}}. FCC ID 2A{{s:@@@}}-{{n:5}}. Contains IC: {{n:5}}-{{n:4}}.',
        'Tax map 212-555-12, deed book 415 page 552, 1.26 acres, zoned R-1, assessed {{price:100000-900000}}',
      ],
      timetable: [
        '  0415 0515 0615 0715 0815\n  0426 0526 0626 0726 0826\n  0455 0555 0655 0755 0855',
        'High water 04:15 5.2 m, low water 10:26 0.7 m, sunrise 05:52, sunset 20:41, moon 71%',
      ],
      directory: [
        'Population (2021) 415,526 · Area 71.2 km² · Density 5,835/km² · Elevation 212 m · Postcodes 5{{n:3}}-5{{n:3}}',
        'Opening hours 0900-1730, Sat 1000-1600. Rated 4.{{int:1-9}} by 1,{{int:100-999}} people. Founded {{year}}. Plot {{n:8}}.',
      ],
      medical: [
        'Dose 415 mg/5.5 ml, lot {{n:8}}, exp 12/2027, GTIN {{ean}}, SN {{n:12}}',
        'Audiogram 250 500 1000 2000 4000 8000 Hz: 15 20 25 30 45 60 dB. Study {{n:9}}.',
      ],
      shipping: [
        '{{s:1Z 999 AA1 01 #### #### #}} · 2 lb · zone 212 · manifest {{n:10}} · seq 415 of 552',
      ],
      crm: [
        'Won 12 / Lost 34 / Open 55. ARR {{price:10000-900000}}. Quote {{n:4}}-{{n:4}}-{{n:3}}, opp ID {{n:10}}.',
      ],
      travel: [
        'Mileage no. {{n:9}}, {{big:1000-90000}} miles, tier 2125, expires {{date}}; {{flight}} 04:15-12:55, 4155 mi',
      ],
    },
  },
  {
    lang: 'de',
    countries: ['DE', 'AT', 'CH'],
    templates: {
      shop: [
        'Maße 415 x 552 x 671 mm, 12,5 kg, 230 V / 50 Hz, EAN {{ean}}, Best.-Nr. {{n:6}}-{{n:3}}, 1.{{int:100-999}} Bewertungen',
      ],
      sports: [
        '1. FC 34 21 9 4 71:34 +37 72\n2. SV 34 20 8 6 66:41 +25 68\nZuschauerschnitt 21.{{int:100-999}}',
      ],
      code: [
        'Fehler 0x8007{{n:4}} am {{date}} um {{time}}: Vorgang {{n:10}}, Prozess {{n:5}}, Dauer {{n:6}} ms',
      ],
      legal: [
        'Flurstück 212/55, Grundbuch Bl. 4155, 1.267 m², Bodenrichtwert {{price:100-900}}, Gz. {{n:4}}-{{n:5}}/2024',
      ],
    },
  },
  {
    lang: 'fr',
    countries: ['FR', 'BE', 'CH'],
    templates: {
      shop: [
        'Dim. 415 x 552 x 671 mm, 12,5 kg, code-barres {{ean}}, {{n:3}} avis, lot de 12, réf. {{n:4}} {{n:3}} {{n:3}}',
      ],
      sports: ['1. 34 m 72 pts 21 v 9 n 4 d (71-34)\n2. 34 m 68 pts 20 v 8 n 6 d (66-41)'],
    },
  },
  {
    lang: 'es',
    countries: ['ES', 'MX', 'AR'],
    templates: {
      shop: [
        'Medidas 415 x 552 x 671 mm, 12,5 kg, {{price:20-900}}, SKU {{n:9}}, 12 cuotas de {{price:2-90}}',
      ],
      legal: [
        'B.O.E. núm. 212, de 5 de mayo; finca 41.552, tomo 671, libro 21, folio 55, {{n:4}} m²',
      ],
    },
  },
  {
    lang: 'it',
    countries: ['IT'],
    templates: {
      banking: [
        'CRO {{n:11}}, bonifico {{price:20-900}}, {{iban}}, valuta {{date}}, causale fatt. {{n:4}}/{{n:4}}',
      ],
    },
  },
  {
    lang: 'pl',
    countries: ['PL'],
    templates: {
      banking: [
        'Przelew {{price:20-900}} na {{iban}}, tytuł {{n:9}}, data {{date}}, saldo {{amount:900-9000}}',
      ],
      shop: [
        'Wymiary 415 x 552 x 671 mm, waga 12,5 kg, EAN {{ean}}, kod {{n:9}}, ocena 4,{{int:1-9}} (212)',
      ],
    },
  },
  {
    lang: 'ru',
    countries: ['RU'],
    templates: {
      banking: [
        'Перевод {{price:20-900}} на счёт {{n:20}}, БИК {{n:9}}, операция {{n:10}} от {{date}}',
      ],
    },
  },
  {
    lang: 'zh',
    countries: ['CN'],
    templates: {
      shop: [
        '尺寸 415×552×671 毫米，重 12.5 公斤，条码 {{ean}}，评价 {{n:5}}，月销 {{n:4}}，货号 {{n:11}}',
      ],
    },
  },
  {
    lang: 'ja',
    countries: ['JP'],
    templates: {
      shop: ['寸法 415×552×671mm 重量12.5kg JANコード {{ean}} 管理番号 {{n:10}} レビュー{{n:3}}件'],
    },
  },
  {
    lang: 'ko',
    countries: ['KR'],
    templates: {
      shop: [
        '크기 415 x 552 x 671mm, 무게 12.5kg, 바코드 {{ean}}, 리뷰 {{n:4}}개, 관리번호 {{n:10}}',
      ],
    },
  },
  {
    lang: 'tr',
    countries: ['TR'],
    templates: {
      banking: [
        'Havale {{price:20-900}}, {{iban}}, işlem no {{n:10}}, tarih {{date}}, bakiye {{amount:900-9000}}',
      ],
    },
  },
];
