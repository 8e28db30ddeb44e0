import type { TemplateSet } from '../template-set';

/** Pages in languages that came to the corpus when the finder's rules were written already. */
export const FURTHER_LANGUAGES: readonly TemplateSet[] = [
  {
    lang: 'ko',
    countries: ['KR'],
    templates: {
      directory: [
        '{{co}}\n주소: {{place}} {{street}}\n전화: {{fix}}\n팩스: {{fax}}\n{{tax}}',
        '동물병원 {{fix}} 24시간 / 야간 응급 {{mob}}',
        '관리사무소 {{fix}} · 경비실 {{fix}} · 설립 {{year}}년 · 1,{{int:100-999}}세대',
      ],
      shop: [
        '고객센터 {{fix}} (평일 09:00~18:00)\n주문번호 {{n:12}}\n상품코드 {{n:8}}\n결제금액 {{price:10000-90000}}',
        '운송장번호 {{n:12}} 배송완료 {{date}}. 기사님 {{mob}}',
        '모델명 {{s:@@-####}} 최저가 {{price:10000-900000}} 리뷰 1,{{int:100-999}}개 평점 4.{{int:1-9}}',
      ],
      chat: [
        '{{name}}: 새 번호 {{mob}} 로 저장해줘\n{{name}}: ㅇㅋ {{time}}에 전화할게',
        '{{name}}: 비번 {{n:6}} 이고 {{int:100-900}}호 {{n:4}} 누르면 돼',
      ],
      mail: ['{{name}} 드림\n{{co}} 영업팀 대리\nT. {{fix}} F. {{fax}} M. {{mob}}\n{{mail}}'],
      banking: ['입금계좌 {{iban}} (예금주 {{co}}) 금액 {{price:1000-90000}} {{date}} {{time}}'],
      legal: ['대표 {{name}} | {{tax}} | 대표전화 {{fix}} | {{mail}}'],
      form: [
        '이름 {{name}}\n생년월일 {{born}}\n연락처 {{mob}}\n접수번호 {{n:10}}\n우편번호 06{{n:3}}',
      ],
      sports: ['3쿼터 24-21 (67-71), 관중 {{big:1000-9000}}명, {{name}} 31득점 12리바운드'],
    },
  },
  {
    lang: 'fi',
    countries: ['FI'],
    templates: {
      directory: [
        '{{co}}\n{{street}}, {{place}}\nPuh. {{tel}}\n{{tax}}',
        'Kirjasto {{fix}}, aukioloajat ma-to 9-19, pe 9-17. Vastuuhenkilö {{name}}, {{mob}}.',
        'Rehtori {{name}}, p. {{mob}} / opettajainhuone {{fix}}',
      ],
      mail: [
        'Ystävällisin terveisin\n{{name}}\nmyyntipäällikkö\n{{co}}\n{{mob}}\n{{mail}}',
        'Hei, tilauksenne {{n:8}} on noudettavissa {{date}} alkaen. Lähetystunnus {{s:JJFI###################}}. Soitathan numeroon {{tel}}, jos aika ei käy.',
      ],
      invoice: [
        'LASKU {{n:6}}\nEräpäivä {{date}}\nViitenumero {{s:## ##### #####}}\n{{iban}}\nYhteensä {{price}}\n{{tax}}',
      ],
      form: ['Etunimi {{name}}\nPuhelinnumero {{mob}}\n{{person}}\nAsiakasnumero {{n:8}}'],
      classifieds: [
        'Myydään pakettiauto {{year}}, ajettu {{big:40000-280000}} km, {{price:1000-9000}}. Kysy lisää {{mob}} {{name}}',
      ],
      medical: ['Ajanvaraus arkisin klo 8-15 numerosta {{fix}}. Peruuta viimeistään {{date}}.'],
    },
  },
  {
    lang: 'nb',
    countries: ['NO'],
    templates: {
      directory: [
        '{{co}}, {{street}}, {{place}}. Tlf. {{tel}}. {{tax}}',
        'Vakthavende {{mob}} (etter kl. 16), sentralbord {{fix}}, faks {{fax}}',
        '{{name}}, daglig leder\nMobil {{mob}}\nKontor {{fix}}',
      ],
      mail: [
        'Med vennlig hilsen\n{{name}}\nRådgiver\n{{co}}\nDirekte: {{fix}} | Mob: {{mob}}\n{{mail}}',
        'Hei! Pakken din med sendingsnummer {{s:7073##############}} er klar på {{co}}. Hentekode {{n:4}}. Frist {{date}}.',
      ],
      invoice: [
        'Fakturanr. {{n:6}} Kundenr. {{n:5}} KID {{n:12}} Kontonr. {{s:####.##.#####}} Beløp {{price:100-9000}} Forfall {{date}}',
      ],
      chat: ['{{name}}: vipps {{price:50-900}} til {{mob}} så sender jeg den i morgen'],
      sports: [
        '5000 m: 1. {{name}} 6.14,{{int:10-99}} 2. {{name}} 6.15,{{int:10-99}}. Runder 29,4 29,8 30,1 30,6',
      ],
    },
  },
  {
    lang: 'hu',
    countries: ['HU'],
    templates: {
      directory: [
        '{{co}}\n{{place}}, {{street}}\nTelefon: {{tel}}\nFax: {{fax}}\n{{tax}}',
        'Orvosi ügyelet: {{fix}}; gyógyszertár: {{fix}}; polgármesteri hivatal: {{fix}}',
      ],
      mail: [
        'Üdvözlettel,\n{{name}}\nügyfélkapcsolati munkatárs\n{{co}}\nTel.: {{tel}}\nMobil: {{mob}}',
        'Rendelését ({{n:8}}) átadtuk a futárnak. Csomagszám: {{n:11}}. A futár telefonszáma: {{mob}}.',
      ],
      invoice: [
        'Számla sorszáma: {{s:2025/#####}}\nTeljesítés: {{date}}\nFizetendő: {{price:1000-90000}}\nBankszámlaszám: {{s:########-########-########}}\n{{tax}}',
      ],
      form: ['Ügyfélszám: {{n:9}}\n{{person}}\nSzületési idő: {{born}}\nTelefonszám: {{mob}}'],
      classifieds: [
        'Eladó kerékpár, {{price:10000-90000}}. Érd.: {{mob}}, {{name}}. Hirdetéskód: {{n:8}}',
      ],
      timetable: ['Indul 6:15 6:45 7:15 7:45 8:15. 210-es busz, 12. megálló. Információ: {{fix}}'],
    },
  },
  {
    lang: 'ro',
    countries: ['RO'],
    templates: {
      directory: [
        '{{co}}, {{street}}, {{place}}\nTelefon: {{tel}}\nFax: {{fax}}\n{{tax}}',
        'Dispecerat non-stop {{fix}} sau {{mob}}. Avarii: {{free}}',
      ],
      mail: [
        'Cu stimă,\n{{name}}\nConsultant vânzări\nTel: {{tel}} / Mobil: {{mob}}\n{{mail}}',
        'Comanda dvs. nr. {{n:9}} a fost expediată. AWB: {{n:10}}. Curierul vă va suna de la {{mob}}.',
      ],
      invoice: [
        'FACTURA seria ABC nr. {{n:7}} din {{date}}\n{{tax}}\nIBAN {{iban}}\nTotal de plată {{price:100-9000}}',
      ],
      form: ['{{person}}\nSeria CJ nr. {{n:6}}\nTelefon de contact {{mob}}\nCod client {{n:8}}'],
      classifieds: [
        'Apartament 3 camere, 78 mp, etaj 2/4, {{price:40000-90000}}. Relații la {{mob}}. ID anunț {{n:9}}',
      ],
      medical: [
        'Programări la {{fix}} sau {{mob}}, L-V 8.00-20.00. Fișa {{n:8}}, buletin {{n:10}}',
      ],
    },
  },
  {
    lang: 'el',
    countries: ['GR'],
    templates: {
      directory: [
        '{{co}}\n{{street}}, {{place}}\nΤηλ.: {{tel}}\nΦαξ: {{fax}}\n{{tax}}',
        'Εφημερεύον φαρμακείο: {{fix}}. Γιατρός {{name}}, κιν. {{mob}}',
        'Γραμματεία {{fix}} (09:00-14:00), λογιστήριο {{fix}}',
      ],
      mail: ['Με εκτίμηση,\n{{name}}\n{{co}}\nΤ {{tel}} | Κ {{mob}} | {{mail}}'],
      invoice: [
        'Τιμολόγιο {{n:6}}, {{date}}\n{{tax}}\nΙΒΑΝ {{iban}}\nΑρ. παραγγελίας {{n:10}}\nΣύνολο {{price}}',
      ],
      shop: [
        'Κωδικός προϊόντος {{n:9}}. Παραγγελίες στο {{tel}} ή στο {{host}}. {{price:10-900}}',
        'Αριθμός αποστολής {{n:12}}, παράδοση {{date}} {{time}}. Κούριερ: {{mob}}',
      ],
      form: ['Ονοματεπώνυμο {{name}}\nΚινητό {{mob}}\n{{person}}\nΑρ. πρωτοκόλλου {{n:10}}'],
    },
  },
  {
    lang: 'id',
    countries: ['ID'],
    templates: {
      directory: [
        '{{co}}\n{{street}}, {{place}}\nTelp. {{tel}}\nFaks. {{fax}}\n{{tax}}',
        'Informasi & pendaftaran: {{name}} ({{mob}}) atau {{name}} ({{mob}})',
        'Puskesmas {{fix}}, ambulans {{mob}}, buka {{time}}-{{time}} WIB',
      ],
      shop: [
        'Order via WA {{mob}}, transfer {{iban}} a.n. {{name}}, total {{price:10-900}}',
        'No. pesanan {{n:12}}\nNo. resi {{s:JP##########}}\nPenerima {{name}}, {{mob}}',
      ],
      mail: ['Salam,\n{{name}}\n{{co}}\nHP {{mob}} | Kantor {{telx}}'],
      banking: [
        'Rekening {{n:10}} saldo {{price:100-9000}} per {{date}}. Layanan nasabah {{fix}}. Ref {{n:12}}',
      ],
      form: ['{{person}}\nNomor HP {{mob}}\nNomor peserta {{n:13}}\nTanggal lahir {{born}}'],
    },
  },
  {
    lang: 'es',
    countries: ['AR'],
    templates: {
      directory: [
        '{{co}} - {{street}}, {{place}} - Tel/Fax: {{fix}}',
        'Consultas al {{fix}} de lunes a viernes de 9 a 18 hs. WhatsApp {{mob}}',
        'Guardia las 24 hs: {{fix}} | Turnos: {{fix}} | {{tax}}',
      ],
      invoice: [
        'Factura B 0003-{{n:8}}\n{{tax}}\nCAE {{n:14}} Vto. {{date}}\nCBU {{iban}}\nTotal {{price:100-9000}}',
      ],
      classifieds: [
        'Vendo heladera, {{price:10-900}}, {{place}}. Llamar al {{fix}} o {{mob}} ({{name}})',
      ],
      chat: ['{{name}}: anotá {{mob}}, legajo {{n:6}}, {{time}} hs'],
    },
  },
];
