import type { TemplateSet } from '../template-set';

/** Pages in Turkish. */
export const TURKISH: TemplateSet = {
  lang: 'tr',
  countries: ['TR'],
  templates: {
    crm: [
      'Müşteri: {{co}}\nYetkili: {{name}}\nTelefon: {{tel}}\n[[Faks: {{fax}}\n]]Müşteri no: {{n:7}}\nSon görüşme: {{date}}',
      'Talep no {{like}}, {{date}} {{time}}, öncelik 2',
    ],
    mail: [
      'Saygılarımla,\n{{name}}\nSatın Alma\n{{co}}\n{{street}}, {{place}}\nTel: {{tel}} GSM: {{mob}}',
      'Merhaba {{name}}, {{n:9}} numaralı siparişiniz {{date}} tarihinde kargoya verildi. Takip no: {{n:12}}.',
      'Beni {{telx}} numarasından arayabilirsiniz.',
    ],
    invoice: [
      'Fatura No: ABC2025{{n:9}}\nTarih: {{date}}\nVKN: {{n:10}}\nToplam: {{price}}',
      '{{tax}} · Tel: {{fix}} · Faks: {{fax}}',
      'IBAN: {{iban}}, açıklama: {{n:8}}',
    ],
    shop: [
      'Matkap 18 V, ürün kodu {{n:8}}, barkod {{ean:86}}, {{price:900-4000}}',
      'Müşteri hizmetleri {{free}}, hafta içi 09.00-18.00',
    ],
    directory: [
      'Belediye {{fix}}, kütüphane {{fix}}, nöbetçi {{mob}}',
      '{{name}}, tesisatçı, {{mob}}',
      '{{co}}, {{street}}, {{place}}, {{tel}}',
    ],
    chat: [
      '{{name}}: yeni numaram {{mob}}',
      '{{name}}: {{time}} treni, 7. vagon 12A, kapı kodu {{n:4}}',
    ],
    timetable: [
      'Sefer {{n:5}} kalkış {{time}} peron 7 varış {{time}}. Bilgi: {{free}}',
      'Hat 210: 06.15 06.45 07.15 07.45 08.15',
    ],
    sports: ['34. hafta: 2-1 (1-0), 0-0, 3-2. Seyirci {{big:10000-50000}}. 1. 78 puan 24G 6B 4M'],
    form: [
      'Ad: {{name}}\nDoğum tarihi: {{born}}\nTelefon: {{tel}}\nT.C. Kimlik No: {{n:11}}',
      'Dosya no 2025/{{n:4}}, başvuru no {{like}}',
    ],
    legal: [
      '{{co}}, {{street}}, {{place}}, {{tax}}, Tel: {{tel}}',
      '6698 sayılı Kanun m. 10-11; RG {{date}}, sayı 29{{int:100-999}}',
    ],
    shipping: [
      'Gönderi {{n:13}} {{date}} {{time}} teslim edildi',
      'Kurye {{name}}: {{mob}}, sipariş {{like}}',
    ],
    banking: [
      'Hesap {{iban}}\nBakiye {{price:100-90000}}',
      'Kayıp kart: {{free}}, yurt dışından {{intl}}',
    ],
    medical: [
      'Randevu: {{date}} {{time}}, oda 312. İptal için {{tel}}.',
      'Protokol no {{n:8}}, tansiyon 120/80, glukoz 98 mg/dl',
    ],
    classifieds: [
      '{{year}} model, {{big:40000-180000}} km, {{plate}}, {{price:150000-900000}}, {{mob}}',
      'İlan no {{n:10}}, 3+1, 120 m², {{price:9000-40000}}',
    ],
  },
};
