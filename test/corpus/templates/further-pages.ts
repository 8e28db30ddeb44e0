import type { TemplateSet } from '../template-set';

/** Pages of known languages that were written when the finder's rules were, and not before them. */
export const FURTHER_PAGES: readonly TemplateSet[] = [
  {
    lang: 'en',
    countries: ['US', 'CA', 'GB', 'IE', 'AU', 'IN', 'ZA', 'AE'],
    templates: {
      crm: [
        'Company domain name {{host}} · Phone number {{tel}} · Number of employees {{int:100-9000}} · Annual revenue {{price:100000-9000000}} · Record ID {{n:11}}',
        '{{name}} logged a call: left voicemail at {{tel}}, will retry {{date}} {{time}}. Deal #{{n:8}} moved to stage 4.',
        'Assignee: {{name}}\nRequester: {{name}} <{{mail}}>\nTicket ID: {{n:7}}\nCallback requested on: {{mob}}\nTime spent: 00:{{int:10-59}}:{{int:10-59}}',
        'Leads by source: Web 1,{{int:100-999}} ({{int:10-60}}%), Events {{int:100-999}}, Referral {{int:100-999}}. Pipeline {{price:10000-900000}}.',
        '{{tel}} · {{mail}} · Last activity 12 days ago · Owner {{name}} · NPS {{int:1-10}}',
      ],
      mail: [
        '-----Original Message-----\nFrom: {{name}} [mailto:{{mail}}]\nSent: {{date}} {{time}}\nSubject: RE: PO {{n:10}} / delivery\n\nPls call {{name}} on my cell, {{mob}}, if the gate is shut.',
        '{{name}}, CPA\n{{co}}\n{{street}}\n{{place}}\nO: {{tel}}\nC: {{mob}}\nF: {{fax}}',
        "I'm out of the office until {{date}}. For urgent matters contact {{name}} ({{tel}}) or {{name}} ({{telx}}).",
        'Wire the balance to account {{iban}} and email the confirmation, then give me a buzz at {{mob}}.',
        'Your parcel with us, item {{n:9}} of consignment {{n:10}}, could not be delivered. Rebook: {{host}}/r/{{n:8}} or speak to us: {{tel}}',
      ],
      invoice: [
        'Acct {{n:10}}  Meter {{n:9}}  Reading {{n:5}} kWh  Prev {{n:5}} kWh  Due {{date}}  Enquiries {{tel}}',
        'Item 4{{n:5}} Qty 24 @ {{amount:1-90}} = {{amount}}\nItem 5{{n:5}} Qty 12 @ {{amount:1-90}} = {{amount}}\nTerms net 30. Remit queries to {{name}} at {{tel}}.',
        'Deposit slip {{n:8}} / Teller 12 / {{date}} {{time}} / {{price}} / MID {{n:12}} / Auth {{n:6}}',
      ],
      shop: [
        'Mon-Sat 9:30-18:00 · Sun closed · {{street}} · {{tel}} · Directions · 4.7 (312 reviews)',
        'Compare: 4155 vs 4156. Cells: 3000 mAh. Standby 415 h, talk time 26 h. Frequency bands 850/900/1800/1900.',
        'Battery for phone models 3310, 3330, 5510. Capacity 900 mAh, {{n:8}} sold, item number {{n:12}}.',
        'Store locator: 1) {{place}} {{tel}} 2) {{place}} {{tel}}',
        'Gift card {{s:6006 #### #### #### ###}} PIN {{n:4}} balance {{price:10-90}}. Helpline {{free}}.',
      ],
      directory: [
        'Dentist {{fix}} • Vet {{fix}} • Taxi {{mob}} • Police non-emergency {{fix}}',
        '{{name}}\nVice-Chair\n{{street}}\n{{place}}\nhome {{fix}} work {{fix}}',
        'Where: {{place}}. When: 10-4. Who: {{name}}. How: {{tel}}.',
        'Mayor - {{fix}}; Clerk - {{fix}}; Parks & Rec - {{fix}}; TDD - {{fix}}',
      ],
      chat: [
        '{{name}}: call meeee {{mob}}!!!\n{{name}}: k',
        '{{name}}: {{mob}}\n{{name}}: thx\n{{name}}: and the landlord is {{tel}}',
        '{{name}}: my order # is {{n:10}}, been waiting since {{time}}\nAgent: thanks, may I have your phone number?\n{{name}}: {{tel}}',
        '{{name}}: we hit 12,500,000 views, 3141592653 milliseconds lol',
        'pinned: wifi 5G-{{n:6}} / pw {{n:10}} / alarm {{n:4}} / handyman {{mob}}',
      ],
      timetable: [
        'Bus 36: 0512 0542 0612 0642 0712 | Sat 0612 0712 0812 | Info {{tel}}',
        'Gate opens 40 min before departure. {{flight}} {{time}}-{{time}}, A320-214, reg D-A{{s:@@@}}, squawk {{n:4}}',
        'Weeks 12-19, 22-26; Mon 1100-1250 LT2; Tue 0900-1050 Rm 2.14; module code {{n:6}}',
      ],
      sports: [
        'Q1 24-21 Q2 31-28 Q3 19-30 Q4 26-22 F 100-101. 3PT 12-34, FT 18-21, attendance {{big:10000-20000}}',
        'Box score: 212 yds, 24-35, 3 TD, 0 INT, rating 112.{{int:1-9}} | rushing 26-134-2',
        'Lane 4 {{name}} 2:06.{{int:10-99}} (29.31, 1:01.44, 1:34.02) Lane 5 {{name}} 2:07.{{int:10-99}}',
        'Tickets from {{price:10-60}} via {{tel}} or at the gate. Previous meetings: 3-1 (2019), 2-2 (2021), 0-1 (2023).',
        'Elo 2{{int:100-899}} 1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 1-0 (34) {{date}} round 4.12',
      ],
      code: [
        'at Object.<anonymous> (/srv/app/dist/main.{{hash:8}}.js:1:415552)\n    at Module._compile (node:internal/modules/cjs/loader:1376:14)',
        'diff --git a/x b/x\nindex {{hash:7}}..{{hash:7}} 100644\n@@ -2125,12 +2125,14 @@\n-  timeout: 4155552671,\n+  timeout: 3000,',
        '  - name: TWILIO_FROM\n    value: "{{e164}}"\n  - name: MAX_AGE\n    value: "{{n:10}}"\n',
        "INSERT INTO users (id, tel, ts) VALUES ({{n:7}}, '{{e164}}', {{unix}});",
        '00000010: 4155 5526 7100 2125 5512 3400 6465 7562  AUUS&q.!%Q.4.debug',
        'nonce={{n:10}}&sig={{hash:32}}&t={{unix}} HTTP/1.1 200 {{n:7}} 0.0{{n:3}}',
        'ERROR {{stamp}} worker-{{n:2}} job {{n:10}} failed after {{n:5}} ms: timeout (order={{n:9}})',
        'User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0.6478.{{int:100-199}} Safari/537.36 rv:109.0 Build/20250112',
      ],
      form: [
        'Contact telephone numbers\nWork: {{fix}}\nHome: {{fix}}\nMobile: {{mob}}\nPassport no.: {{n:9}}\nExpiry date: {{date}}',
        'Phone (e.g. during office hours): {{tel}}\nApplication reference: {{n:4}} {{n:4}} {{n:4}}',
        'Section B. 1. Name {{name}} 2. Tel. no. {{tel}} 3. Claim no. {{n:10}} 4. Amount {{price}}',
      ],
      legal: [
        'If you do not agree, write to {{co}}, {{street}}, {{place}}, or call toll free {{free}}. Last revised {{date}}. Form {{n:5}}-{{n:4}}.',
        'Parcel ID {{s:##-##-##-###-###}}, Lot 12, Block 4, Book 2125, Page 551-554, recorded {{date}}, instrument {{n:10}}.',
        'Case 2:24-cv-0{{n:4}}-ABC Document {{n:3}} Filed {{date}} Page 12 of 34 PageID {{n:5}}. Counsel: {{name}}, {{tel}}.',
        '[12] 2019 SCC 65, at paras. 212-219; [2021] 4 All ER 415; 89 Fed. Reg. 12,345 (2024)',
      ],
      shipping: [
        'Air waybill {{s:176-########}} / 24 pcs / 415.5 kg / ETD {{date}} {{time}} / agent {{co}} {{intl}}',
        'Deliver to {{name}}, {{street}}, {{place}}, contact {{mob}}. Weight 12.500 kg. Label {{s:00# #### #### #### ####}}',
        'Pickup no. {{n:9}} confirmed. The courier will phone {{mob}} before {{time}}. Dims 120x80x100.',
      ],
      banking: [
        'Routing {{s:0########}} Checking {{n:10}} Swift {{bic}}. Branch phone {{fix}}.',
        'Mini statement: {{iso}} POS {{n:6}} {{n:10}} -{{amount:3-90}}; {{iso}} SAL +{{amount:900-4000}}; helpdesk {{free}}',
        'Close 4,155.52 (+26.71, +0.65%) Vol 2,125,551,234 52wk 3,491.58-4,818.62 P/E 21.4',
        'BTC 64,155.52 ETH 3,126.71 supply 19,712,555 block 8{{n:5}} txs {{n:10}}',
      ],
      medical: [
        'Rx {{n:7}} refills 2, qty 30, NDC {{s:#####-####-##}}. Pharmacy {{tel}}. Prescriber {{name}} MD NPI {{n:10}}',
        'Ref range 135-145 mmol/L; Na 139, K 4.1, Cl 102; LOINC 2951-2, 2823-3; accession {{n:10}}; lab {{fix}}',
        'Next of kin: {{name}} (daughter) {{mob}}. Allergies: none. Bed 14, bay 3. Hosp no {{n:8}}.',
        'Trial NCT0{{n:7}}, n=1,{{int:100-999}}, HR 0.72 (95% CI 0.61-0.85), p=0.0{{n:3}}. PMID {{n:8}}.',
      ],
      travel: [
        'B&B, 3 rooms, {{price:40-190}} pppn, {{street}}, {{place}}, {{tel}}. OS grid ref NY 315 069.',
        'In an emergency call the duty manager: {{mob}}. Safe code {{n:4}}. Breakfast 7-10.',
        'Ticket number {{s:220 ##########}} PNR {{s:@@@@@@}} Terminal 1, check-in 212-219. Airline {{free}}',
        'Lat 47.3769 Long 8.5417, 408 m a.s.l., pop. 415,367 (2018), area code 0{{int:20-90}}, postal codes 8000-8099',
      ],
      jobs: [
        'CDL drivers wanted {{price:1-3}} per mile, call Mike {{tel}} ref 4155 DOT {{n:7}} MC {{n:6}}',
        'Apply by {{date}}: {{mail}} or {{tel}}. Position no. {{n:8}}, grade 7, spine point 23-26, {{price:20000-40000}}.',
      ],
      classifieds: [
        '{{year}} pickup, 4x4, 212k, V8 5.3, VIN {{s:1GTEK19T#4E######}}. {{price:1000-9000}} obo {{tel}}',
        'Lost cat near {{street}}, chip {{s:985###############}}, please ring {{mob}} or {{mob}}!',
        '2 bed flat, EPC C, 62 sq m, {{price:500-1500}} pcm, viewings {{name}} {{mob}}, property ref {{n:8}}',
      ],
      event: [
        'Zoom {{s:8## #### ####}} passcode {{n:6}} or dial {{intl}},,{{n:4}}. Agenda 14:00-14:20, 14:20-15:10.',
        'Draw {{date}}: 04 12 19 23 37 41 bonus 8, jackpot {{price:100000-9000000}}, claims {{free}}',
        'Parish hall hire {{price:10-40}}/h, contact {{name}}: {{fix}} (eves). Charity 1{{n:6}}.',
      ],
      cv: [
        '{{name}} · {{place}} · {{tel}} · {{mail}} · github.com/x{{n:4}}\nSkills: C++17, ISO 27001, RFC 3261\n2014–2018 · 2018–2023 · 2023–',
      ],
    },
  },
  {
    lang: 'de',
    countries: ['DE', 'DE', 'AT', 'CH'],
    templates: {
      crm: [
        'Ansprechpartner {{name}}, {{telx}}, mobil {{mob}}. Letzte Aktivität {{date}}. Umsatz {{price:1000-90000}}. Datensatz {{n:9}}.',
        'Rückruf gewünscht: {{tel}} (zw. 14-16 Uhr), Vertragsnr. {{n:10}}, Zählerstand {{n:6}}',
      ],
      mail: [
        'Viele Grüße\n{{name}}\nFon {{tel}}\nFax {{fax}}\n{{street}} | {{place}}\nGeschäftsführer: {{name}} | {{tax}}',
        'Ihr Paket {{n:12}} wird heute zwischen 10:15 und 12:15 Uhr zugestellt. Fragen? {{tel}}',
        'Ich bin bis {{date}} nicht im Haus. In dringenden Fällen hilft {{name}} weiter ({{telx}}).',
      ],
      directory: [
        'Gasthof Adler, {{street}}, {{place}}, Ruhetag Di, {{tel}}, 45 Betten, {{price:40-90}}',
        '1. Vorsitzender {{name}} {{tel}}\nKassenwart {{name}} {{mob}}\nVereinskonto {{iban}}',
        'Giftnotruf {{fix}} · Ärztl. Bereitschaft 116117 · Krankenhaus {{fix}} · Apotheke {{fix}}',
      ],
      timetable: [
        'RE 4155 ab 07:12 Gl. 3, an 08:26 Gl. 12; S 2 alle 20 min; Fahrplanauskunft {{tel}}',
        'Leerung Mo-Fr 17:00, Sa 13:00. Abfuhr 03.01. 17.01. 31.01. 14.02. 28.02. Abfallberatung {{fix}}',
      ],
      sports: [
        '22. Spieltag: 3:1 (1:0), Zuschauer 12.{{int:100-999}}, Tore 1:0 (12.), 2:0 (55.), 3:1 (88.)',
        'Kreisliga Tab. 12. 34 Sp. 45:61 Tore 36 Pkt. Platzwart {{mob}}',
      ],
      shop: [
        'Artikelnr. {{n:8}} | GTIN {{ean}} | UVP {{price:20-90}} | Lieferzeit 2-4 Werktage | Beratung {{tel}}',
        'Ersatzteil {{s:#### ### ###}} passend für 415 552 671, 415 552 672. VPE 10 Stk.',
      ],
      legal: [
        'Az. {{n:2}} O {{n:3}}/24; BGH NJW 2019, 2125 (2127); BGBl. I S. 4155; § 212 Abs. 5 Nr. 1',
        'Angaben gemäß § 5: {{co}}, {{street}}, {{place}}, Telefon {{tel}}, Telefax {{fax}}, {{tax}}, {{vat}}',
      ],
      medical: [
        'Termine nach Vereinbarung unter {{tel}} oder {{mob}}. Mo 8-12 u. 15-18, Di 8-12. BSNR {{n:9}}, LANR {{n:9}}',
        'Blutbild {{date}}: Leuko 6,{{int:1-9}}, Ery 4,{{int:10-99}}, Thrombo 212, Labornr. {{n:10}}',
      ],
      classifieds: [
        '3-Zi.-Whg., 78 m², KM {{price:500-1500}}, Chiffre {{n:7}} oder {{mob}} ab 18 h',
        'VW Bj. {{year}}, {{big:40000-280000}} km, TÜV 0{{int:1-9}}/27, VB {{price:1000-9000}}, {{tel}}',
      ],
      invoice: [
        'Zählernr. {{n:10}} Stand alt {{n:6}} Stand neu {{n:6}} Verbrauch {{n:4}} kWh, Kd.-Nr. {{n:9}}, Störung {{free}}',
      ],
    },
  },
  {
    lang: 'fr',
    countries: ['FR', 'BE', 'CH'],
    templates: {
      crm: [
        'Rappeler {{name}} au {{tel}} avant {{time}} - dossier {{n:8}} - relance n° 3 - {{price:100-9000}}',
      ],
      mail: [
        'Bien à vous,\n{{name}}\nChargée de clientèle\nLigne directe {{tel}} - Fax {{fax}}\n{{co}}, {{street}}, {{place}}',
        'Votre colis {{s:6A###########}} arrive le {{date}}. Livreur : {{mob}}. Code {{n:4}}.',
      ],
      directory: [
        'Mairie : {{fix}} - Astreinte : {{mob}} - École : {{fix}}',
        'Dr {{name}}, {{street}}, {{place}}, RDV {{tel}} ou en ligne. RPPS {{n:11}}',
        'Gîte 6 pers., {{price:300-900}}/sem., {{name}} {{tel}}, n° d’enregistrement {{n:13}}',
      ],
      sports: ['Top 14, J12 : 24-21, 31-28, 19-30. Essais 12e, 34e, 55e. Billetterie {{tel}}'],
      shop: [
        'Réf. {{n:9}} - Garantie 2 ans - SAV {{tel}} (prix d’un appel local) - {{price:20-900}}',
      ],
      legal: [
        'RCS Paris {{s:### ### ###}}, SIRET {{s:### ### ### #####}}, capital 10 000 €, tél. {{tel}}, directeur : {{name}}',
      ],
      form: [
        'N° allocataire {{n:7}}\nN° de sécu 1 85 05 78 006 084 36\nTél. portable {{mob}}\nDate {{date}}',
      ],
      timetable: [
        'TER 8{{n:5}} dép. 07h12 arr. 08h26 voie 2 ; car 415 : 06.45 07.15 07.45 ; infos {{fix}}',
      ],
    },
  },
  {
    lang: 'es',
    countries: ['ES', 'MX'],
    templates: {
      crm: [
        'Llamar a {{name}} ({{tel}}) por el presupuesto {{n:7}}; importe {{price:100-9000}}; cierre {{date}}',
      ],
      mail: [
        'Saludos cordiales,\n{{name}}\nDirecto: {{tel}}\nCel.: {{mob}}\n{{co}}, {{street}}, {{place}}',
      ],
      directory: [
        'Farmacia 24 h {{fix}} - Taxi {{fix}} - Centro de salud {{fix}} - Cita previa {{fix}}',
        'Reservas: {{tel}}. Menú {{price:10-30}}. Abierto 13:00-16:00 y 20:30-23:30.',
      ],
      invoice: [
        'Lectura anterior {{n:5}} actual {{n:5}} m3. Contador {{n:9}}. Averías {{free}}. CUPS ES00{{n:16}}0F',
      ],
      legal: [
        'Inscrita en el R.M. de Madrid, T. 12.345, L. 0, F. 101, S. 8, H. M-{{n:6}}. {{tax}}. Contacto: {{tel}}',
      ],
      sports: [
        'Goles: 1-0 (12), 1-1 (34), 2-1 (88). Taquilla 212.{{int:100-999}} €. Abonados {{big:1000-9000}}. Oficinas {{fix}}',
      ],
      classifieds: [
        'Vendo moto {{year}}, {{big:1000-90000}} km, {{price:500-4000}}, interesados wasap {{mob}}',
      ],
    },
  },
  {
    lang: 'it',
    countries: ['IT'],
    templates: {
      directory: [
        'Farmacia di turno {{fix}}, guardia medica {{fix}}, vigili urbani {{fix}}',
        'Agriturismo, 8 camere, {{street}}, {{place}}, {{name}} {{mob}}, CIN IT0{{n:5}}B5{{n:6}}',
      ],
      mail: [
        'Cordiali saluti\n{{name}}\nUfficio acquisti\ntel. diretto {{tel}}\ncell. {{mob}}\n{{tax}}',
      ],
      invoice: [
        'Fatt. n. {{n:5}}/FE del {{date}}, SDI {{s:M5UXCR1}}, {{iban}}, tot. {{price}}, info {{tel}}',
      ],
      shop: ['Cod. art. {{n:8}}, disponibilità 12 pz, consegna 24/48 h, assistenza {{free}}'],
      classifieds: [
        'Affittasi bilocale 55 mq, {{price:300-900}}, rif. {{n:6}}, no agenzie, {{mob}} ore serali',
      ],
      timetable: ['Corse feriali 6.15 6.45 7.15 7.45; festivi 8.00 10.00; info {{free}} o {{fix}}'],
    },
  },
  {
    lang: 'pt',
    countries: ['PT', 'BR'],
    templates: {
      directory: ['Farmácia de serviço {{fix}}. Junta de freguesia {{fix}}. Bombeiros {{fix}}.'],
      mail: [
        'Atenciosamente,\n{{name}}\nComercial\nTel.: {{tel}} | Cel.: {{mob}}\n{{co}} - {{tax}}',
      ],
      shop: [
        'Cód. {{n:8}} | Parcele em 10x de {{price:10-90}} | Televendas {{tel}} | Pedido {{n:10}}',
      ],
      chat: [
        '{{name}}: me chama no zap {{mob}}\n{{name}}: protocolo {{n:14}}, desde {{time}} esperando',
      ],
      banking: [
        'Linha digitável {{s:#####.##### #####.###### #####.###### # ##############}} venc. {{date}} {{price}}',
      ],
    },
  },
  {
    lang: 'nl',
    countries: ['NL', 'BE'],
    templates: {
      directory: [
        'Huisartsenpost {{fix}}, spoed {{fix}}, tandarts {{name}} {{tel}}, open 8.00-17.00',
      ],
      mail: [
        'Met vriendelijke groet,\n{{name}}\nTel. {{tel}}\nMob. {{mob}}\n{{tax}}\nAanwezig: ma, di, do 9-15 u',
      ],
      shop: ['Vragen? App of bel {{mob}}. Ordernr {{n:9}}, track & trace {{s:3S@@@@#########}}'],
      classifieds: [
        'Te koop: bakfiets {{year}}, framenr {{s:@@#######}}, {{price:100-2000}}, {{mob}} na 18.00',
      ],
    },
  },
  {
    lang: 'sv',
    countries: ['SE'],
    templates: {
      directory: ['Jourläkare {{fix}}, vaktmästare {{mob}}, expedition {{fix}} tel.tid 9-11'],
      mail: [
        'Vänliga hälsningar\n{{name}}\nTfn {{tel}} | Mobil {{mob}}\n{{co}}, {{street}}, {{place}}\n{{tax}}',
      ],
      classifieds: [
        'Säljes: båt {{year}}, {{price:1000-90000}}. Ring eller sms:a {{mob}}. Annons {{n:9}}',
      ],
    },
  },
  {
    lang: 'pl',
    countries: ['PL'],
    templates: {
      directory: [
        'Pogotowie wodociągowe {{fix}}, dyżur {{mob}}, urząd gminy {{fix}}, czynne 7.30-15.30',
      ],
      mail: ['Z poważaniem\n{{name}}\nDział handlowy\ntel. {{tel}}, kom. {{mob}}\n{{co}}, {{tax}}'],
      shop: ['Nr zam. {{n:9}}, paczka {{n:24}}, kod odbioru {{n:6}}, pomoc {{tel}}'],
      classifieds: ['Sprzedam rower, {{price:100-2000}}, {{mob}}, nr ogłoszenia {{n:9}}'],
    },
  },
  {
    lang: 'ru',
    countries: ['RU'],
    templates: {
      directory: ['Регистратура {{fix}}, вызов врача {{fix}}, аптека {{fix}}, с 8:00 до 20:00'],
      mail: ['С уважением,\n{{name}}\nменеджер\nраб. {{telx}}\nмоб. {{mob}}\n{{co}}'],
      shop: ['Код {{n:7}}, наличие 12 шт., {{price:100-9000}}, бесплатно по России {{free}}'],
      classifieds: [
        'Продам {{year}} г.в., пробег {{big:40000-280000}} км, {{mob}} {{name}}, объявление {{n:10}}',
      ],
    },
  },
  {
    lang: 'tr',
    countries: ['TR'],
    templates: {
      directory: ['Nöbetçi eczane {{fix}}, belediye {{fix}}, muhtar {{mob}}'],
      shop: ['Sipariş no {{n:10}}, kargo {{n:12}}, {{price:100-9000}}, destek hattı {{tel}}'],
      mail: ['Saygılarımla,\n{{name}}\n{{co}}\nT: {{tel}}\nG: {{mob}}\nF: {{fax}}'],
    },
  },
  {
    lang: 'ja',
    countries: ['JP'],
    templates: {
      directory: [
        '{{co}} {{place}} TEL {{fix}} FAX {{fax}} 営業時間 9:00～18:00',
        '夜間救急 {{fix}}／当番医 {{fix}}／薬局 {{fix}}',
      ],
      shop: ['お問い合わせ先 {{free}}（平日10時～17時） 注文番号 {{n:10}} 税込 {{price:10-90}}'],
      mail: ['{{co}}\n営業部 {{name}}\n{{place}}\nTel: {{fix}} / 携帯: {{mob}}\n{{mail}}'],
    },
  },
  {
    lang: 'zh',
    countries: ['CN'],
    templates: {
      directory: [
        '地址：{{place}}　电话：{{fix}}　邮编：1000{{int:10-99}}　成立于{{year}}年',
        '物业 {{fix}}、保安 {{mob}}、维修 {{mob}}',
      ],
      shop: ['快递单号 {{n:12}} 派件员 {{name}} {{mob}} 订单 {{n:16}} 实付 {{price:10-900}}'],
      chat: ['{{name}}：加我微信 {{mob}}\n{{name}}：好的，验证码 {{n:6}}'],
    },
  },
  {
    lang: 'he',
    countries: ['IL'],
    templates: {
      directory: ['מרפאה {{fix}}, בית מרקחת {{fix}}, נציג {{mob}}, שעות 8:00-16:00'],
      shop: ['הזמנה {{n:9}} בסך {{price:10-900}} נשלחה. שליח: {{mob}}. מוקד {{fix}}'],
    },
  },
  {
    lang: 'ar',
    countries: ['SA', 'AE', 'EG'],
    templates: {
      directory: ['العيادة {{fix}}، الصيدلية {{fix}}، الطوارئ {{mob}}'],
      shop: ['طلب رقم {{n:9}} بقيمة {{price:10-900}}، المندوب {{mob}}، خدمة العملاء {{fix}}'],
    },
  },
];
