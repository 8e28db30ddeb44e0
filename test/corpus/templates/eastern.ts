import type { TemplateSet } from '../template-set';

/** Pages in Japanese. */
export const JAPANESE: TemplateSet = {
  lang: 'ja',
  countries: ['JP'],
  templates: {
    crm: [
      '顧客名：{{co}}\n担当：{{name}}\n電話：{{tel}}\n[[FAX：{{fax}}\n]]顧客番号：{{n:7}}\n最終連絡日：{{date}}',
      '案件番号 {{like}}、金額 {{price:100-9000}}、期限 {{date}}',
    ],
    mail: [
      '{{co}}\n営業部 {{name}}\n{{place}} {{street}}\nTEL {{fix}}  FAX {{fax}}\n携帯 {{mob}}',
      'ご注文番号 {{n:9}} の商品を{{date}}に発送しました。お問い合わせ番号 {{s:####-####-####}}',
      'お電話は{{tel}}まで。受付時間は9:00～17:30です。',
      '確認コードは {{n:6}} です。有効期限は10分です。',
    ],
    invoice: [
      '請求書番号 {{n:8}}\n発行日 {{date}}\n登録番号 T{{n:13}}\n合計 {{price:10-9000}}',
      '振込先：北支店 普通 {{n:7}}　お支払期限 {{date}}',
      '{{co}} 経理部 電話 {{telx}}',
    ],
    shop: [
      '電動ドライバー 18V 商品コード {{n:8}} JAN {{ean:49}} {{price:20-300}}（税込）',
      'ご注文・お問い合わせ {{free}}（通話料無料）',
      '{{place}}{{street}} 営業時間 10:00-20:00 ☎{{tel}}',
    ],
    directory: [
      '市役所（代表）{{fix}}\n図書館 {{fix}}\n保健所 {{fix}}',
      '{{co}}　{{place}}{{street}}　{{tel}}',
      '水道修理 {{name}} {{mob}} 24時間受付',
    ],
    chat: [
      '{{name}}: 番号変わりました {{mob}}',
      '{{name}}: 新幹線 のぞみ{{int:100-299}}号 7号車12番E席 {{time}}着、暗証番号{{n:4}}',
    ],
    timetable: [
      '{{time}}発 7番線 快速{{n:4}}M 東京行\n{{time}}発 3番線 普通',
      '6時 05 20 35 50  7時 02 10 18 26 34 42 50 58',
    ],
    sports: [
      '第34節 2-1（前半1-0）入場者数 {{big:10000-60000}}人 勝点78 得失点差+24',
      'チケット予約 {{tel}}（10:00～18:00）',
    ],
    form: [
      'お名前：{{name}}\n生年月日：{{date}}\n電話番号：{{tel}}\n会員番号：{{n:10}}',
      '受付番号 {{like}}　申請日 {{date}}　マイナンバー {{s:#### #### ####}}',
    ],
    legal: [
      '{{co}} 法人番号 {{n:13}} 古物商許可 第{{n:12}}号',
      '特定商取引法に基づく表記 {{place}}{{street}} 電話 {{tel}}',
    ],
    shipping: [
      '伝票番号 {{s:####-####-####}} {{date}} {{time}} 配達完了',
      'ドライバー直通 {{mob}}、お届け予定 {{date}} 14:00-16:00',
    ],
    banking: [
      '口座番号 普通 {{n:7}} 残高 {{price:100-90000}}',
      'カード紛失は{{free}}、海外からは{{intl}}へ',
    ],
    travel: [
      '旅館 {{co}} {{place}} 電話{{tel}} チェックイン15:00',
      '予約番号 {{n:10}} {{date}}～2泊 {{price:100-900}}',
    ],
    medical: [
      '診察日 {{date}} {{time}} 診察券番号 {{n:7}} 変更は{{tel}}へ',
      '保険者番号 {{n:8}} 記号 {{n:4}} 番号 {{n:6}} 血圧 120/80',
    ],
    jobs: [
      '倉庫スタッフ募集 時給{{price:12-16}} 応募は{{name}}まで {{tel}} 求人番号 {{s:13010-########}}',
    ],
  },
};

/** Pages in Chinese. */
export const CHINESE: TemplateSet = {
  lang: 'zh',
  countries: ['CN'],
  templates: {
    crm: [
      '客户：{{co}}\n联系人：{{name}}\n电话：{{tel}}\n[[传真：{{fax}}\n]]客户编号：{{n:7}}\n最近联系：{{date}}',
      '工单号 {{like}}，{{date}} {{time}} 创建，优先级2',
    ],
    mail: [
      '{{co}} 销售部\n{{name}}\n电话：{{telx}}\n手机：{{mob}}\n{{place}}{{street}}',
      '您的订单 {{n:16}} 已于{{date}}发货，快递单号 {{n:13}}。',
      '验证码 {{n:6}}，5分钟内有效，请勿泄露。',
    ],
    invoice: [
      '发票代码 {{n:12}} 发票号码 {{n:8}} 开票日期 {{date}} 价税合计 {{price}}',
      '纳税人识别号 9111{{n:10}}MA0X 开户行及账号 {{n:19}} 电话 {{fix}}',
    ],
    shop: [
      '电钻 18V 货号 {{n:8}} 条码 {{ean:69}} {{price:100-900}} 已售 {{int:100-9999}} 件',
      '客服热线 {{free}}（9:00-21:00）',
      '门店地址：{{place}}{{street}} 电话 {{tel}}',
    ],
    directory: [
      '前台 {{fix}}\n人事 {{fix}}\n值班 {{mob}}',
      '{{name}} 水电维修 {{mob}} 微信同号',
      '{{co}} {{place}}{{street}} {{fix}} 成立于{{year}}年',
    ],
    chat: [
      '{{name}}：换号了 {{mob}}',
      '{{name}}：G{{int:100-999}}次 7车12F {{time}}到，QQ {{n:9}}，门禁{{n:4}}',
    ],
    timetable: ['G{{int:100-999}} {{time}}开 {{time}}到 7站台 二等座 {{price:100-900}}'],
    sports: ['第34轮 2-1（1-0） 上座 {{int:10000-60000}} 人 积78分 净胜球+24'],
    form: [
      '姓名：{{name}}\n身份证号：11010119850{{int:100-999}}{{n:4}}\n手机号：{{mob}}',
      '申请编号 {{like}}，提交时间 {{iso}} {{time}}',
    ],
    legal: [
      '京ICP备{{n:8}}号-1 京公网安备 {{n:14}}号 © 2009-2026 {{co}}',
      '违法和不良信息举报电话：{{fix}} 邮箱：{{mail}}',
    ],
    shipping: [
      '运单号 {{s:SF1###########}} 已签收 {{iso}} {{time}}',
      '快递员 {{name}} {{mob}}，取件码 {{s:#-#-####}}',
    ],
    banking: [
      '卡号 6222 0200 {{s:#### #### ###}} 余额 {{price:100-90000}}',
      '挂失请拨 {{free}}，境外请拨 {{intl}}',
    ],
    medical: [
      '就诊时间 {{date}} {{time}} 3诊室 预约电话 {{tel}}',
      '病历号 {{n:8}} 医保卡 {{n:10}} 血压 120/80 mmHg',
    ],
    classifieds: [
      '{{year}}年轿车 {{int:2-18}}万公里 {{plate}} 电话 {{mob}}',
      '两室一厅 78.5㎡ {{price:2000-8000}}/月 房源编号 {{n:10}}',
    ],
  },
};

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
      'Ad: {{name}}\nDoğum tarihi: {{date}}\nTelefon: {{tel}}\nT.C. Kimlik No: {{n:11}}',
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
      'שם: {{name}}\nתאריך לידה: {{date}}\nטלפון: {{tel}}\nת.ז. {{n:9}}',
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

/** Pages in Arabic. */
export const ARABIC: TemplateSet = {
  lang: 'ar',
  countries: ['SA', 'AE', 'EG'],
  templates: {
    crm: [
      'العميل: {{co}}\nالمسؤول: {{name}}\nهاتف: {{tel}}\n[[فاكس: {{fax}}\n]]رقم العميل: {{n:7}}\nآخر تواصل: {{date}}',
      'طلب رقم {{like}} بتاريخ {{date}}، الأولوية 2',
    ],
    mail: [
      'مع التحية،\n{{name}}\nقسم المبيعات\n{{co}}\n{{place}}\nهاتف {{tel}}\nجوال {{mob}}',
      'تم شحن طلبك رقم {{n:9}} بتاريخ {{date}}. رقم التتبع {{n:12}}',
      'رمز التحقق {{n:6}} صالح لمدة 10 دقائق',
    ],
    invoice: [
      'فاتورة ضريبية رقم {{n:8}}\nالتاريخ {{date}}\nالرقم الضريبي 3{{n:14}}\nالإجمالي {{price}}',
      '{{tax}}، هاتف {{fix}}، فاكس {{fax}}',
      'آيبان {{iban}} المبلغ {{price}}',
    ],
    shop: [
      'مثقاب 18 فولت، رمز المنتج {{n:8}}، باركود {{ean:62}}، {{price:100-900}}',
      'خدمة العملاء: {{free}} من 9 صباحًا إلى 9 مساءً',
    ],
    directory: [
      'البلدية {{fix}}، المكتبة {{fix}}، الطوارئ {{mob}}',
      '{{name}}، سباك، {{mob}}',
      '{{co}}، {{street}}، {{place}}، {{tel}}',
    ],
    chat: [
      '{{name}}: رقمي الجديد {{mob}}',
      '{{name}}: أصل الساعة {{time}}، بوابة 12، مقعد 24، رمز الباب {{n:4}}',
    ],
    form: [
      'الاسم: {{name}}\nتاريخ الميلاد: {{date}}\nرقم الهاتف: {{tel}}\nرقم الهوية: 1{{n:9}}',
      'رقم المعاملة {{like}}، تاريخ التقديم {{date}}',
    ],
    banking: [
      'الحساب {{iban}}\nالرصيد {{price:100-90000}}',
      'لإيقاف البطاقة اتصل على {{free}} ومن الخارج {{intl}}',
    ],
    medical: [
      'موعدك {{date}} الساعة {{time}}، عيادة 3. للإلغاء {{tel}}',
      'رقم الملف {{n:7}}، ضغط 120/80، سكر 98',
    ],
    shipping: ['المندوب {{name}} {{mob}}، شحنة رقم {{n:10}}'],
    classifieds: [
      'سيارة موديل {{year}}، {{big:40000-180000}} كم، {{price:15000-90000}}، للتواصل {{mob}}',
      'إعلان رقم {{n:9}}، شقة 120 م²، {{price:1500-9000}}',
    ],
    sports: ['الجولة 34: 2-1، 0-0، 3-2. الحضور {{big:10000-60000}}. 78 نقطة'],
  },
};
