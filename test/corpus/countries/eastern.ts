import { range, type Country } from '../country';

const JP: Country = {
  code: '81',
  fixed: [
    range(
      '3 6',
      '0A-XXXX-XXXX|0A(XXXX)XXXX|(0A)XXXX-XXXX|+81-A-XXXX-XXXX|+81 A XXXX XXXX|0AXXXXXXXX|+81-(0)A-XXXX-XXXX|0A XXXX XXXX',
    ),
    range('45 52 75 92', '0A-XXX-XXXX|0A(XXX)XXXX|(0A) XXX-XXXX|+81-A-XXX-XXXX|0A-XXX-XXXX'),
  ],
  mobile: [
    range('90 80 70', '0A-XXXX-XXXX|0AXXXXXXXX|+81-A-XXXX-XXXX|+81 A XXXX XXXX|0A-XXXX-XXXX'),
  ],
  free: [range('120', '0A-XXX-XXX|0A-XX-XXXX|0AXXXXXX')],
  extensions: ' 内線E|（内線E）| 内線 E',
  date: 'Y年m月d日|Y/M/D',
  price: '¥0|0円|￥0',
  group: ',',
  decimal: '.',
  places: '〒100-#### 東京都千代田区|〒530-#### 大阪府大阪市北区|〒220-#### 神奈川県横浜市',
  streets: '中央#-#-1#|本町2丁目#番#号|桜ビル#階',
  vat: 'T#############',
  taxes: '登録番号 T#############|法人番号 #############',
  personal: 'マイナンバー #### #### ####',
  plates: '品川 3## あ ##-##',
  account: '#######',
  hasIban: false,
  domain: 'co.jp',
};

const CN: Country = {
  code: '86',
  fixed: [
    range(
      '10 21 20',
      '0A-XXXXXXXX|(0A) XXXXXXXX|0A XXXX XXXX|+86 A XXXX XXXX|+86-A-XXXXXXXX|0A-XXXX XXXX',
    ),
    range('755 571', '0A-XXXXXXXX|0A XXXXXXXX|+86-A-XXXXXXXX|(0A) XXXX XXXX'),
  ],
  mobile: [
    range('138 139 186 157', 'AXXXXXXXX|A XXXX XXXX|A-XXXX-XXXX|+86 A XXXX XXXX|+86AXXXXXXXX'),
  ],
  free: [range('400', 'A-XXX-XXXX|A XXX XXXX|A-XXXX-XXX|AXXXXXXX')],
  extensions: ' 转E| 分机E|转 E',
  date: 'Y年m月d日|Y-M-D',
  price: '¥0|0元|￥0',
  group: ',',
  decimal: '.',
  places: '北京市朝阳区 1000##|上海市浦东新区 2001##|广州市天河区 5106##',
  streets: '建设路1##号|科技园#号楼 3##室|人民大道##弄#号',
  vat: '9111##########MA0X',
  taxes: '统一社会信用代码 9111##########MA0X|京ICP备########号|税号 9111##########',
  personal: '身份证号 11010119900#######',
  plates: '京A·#####|沪B·##@##',
  account: '6222############',
  hasIban: false,
  domain: 'cn',
};

const TR: Country = {
  code: '90',
  fixed: [
    range(
      '212 216 312 232',
      '0A XXX XX XX|0 (A) XXX XX XX|(0A) XXX XX XX|+90 A XXX XX XX|+90 (A) XXX XX XX|0 A XXX XX XX|0A XXX XXXX',
    ),
  ],
  mobile: [
    range(
      '532 542 505 555',
      '0A XXX XX XX|0 A XXX XX XX|+90 A XXX XX XX|0AXXXXXXX|(0A) XXX XX XX|+90AXXXXXXX',
    ),
  ],
  free: [range('850', '0A XXX XX XX|0 A XXX XX XX|0(A) XXX XX XX')],
  extensions: ' dahili E|, dahili E| (dahili: E)',
  date: 'D.M.Y|D/M/Y',
  price: '0 TL|₺0|0 ₺',
  group: '.',
  decimal: ',',
  places: '34### Şişli/İstanbul|06### Çankaya/Ankara|35### Konak/İzmir',
  streets: 'Atatürk Cad. No: 1#/#|Gül Sok. No:4#|P.K. ##',
  vat: '##########',
  taxes: 'Vergi No: ##########|MERSİS No: 0#############01#',
  personal: 'T.C. Kimlik No: ###########',
  plates: '34 @@ ###|06 @@@ ##',
  account: '######################',
  hasIban: true,
  domain: 'com.tr',
};

const IL: Country = {
  code: '972',
  fixed: [
    range(
      '3 2 4 9',
      '0A-XXXXXXX|0A-XXX-XXXX|0A XXX XXXX|+972-A-XXXXXXX|+972 A XXX XXXX|+972-A-XXX-XXXX',
    ),
  ],
  mobile: [
    range(
      '50 52 54 58',
      '0A-XXXXXXX|0A-XXX-XXXX|0A XXX XXXX|+972-A-XXXXXXX|+972 A XXX XXXX|0AXXXXXXX',
    ),
  ],
  free: [range('1800 1700', 'A-XXX-XXX|A-XXXXXX')],
  extensions: ' שלוחה E|, שלוחה E',
  date: 'D/M/Y|d.m.Y',
  price: '₪0|0 ₪|0 ש"ח',
  group: ',',
  decimal: '.',
  places: 'תל אביב 6#####|ירושלים 9#####|חיפה 3#####',
  streets: 'רחוב הזית 1#|שדרות הים ##, קומה #|ת.ד. ####',
  vat: '51#######',
  taxes: 'ח.פ. 51#######|ע.מ. ### ### ###|עוסק מורשה 51#######',
  personal: 'ת.ז. #########',
  plates: '##-###-##|###-##-###',
  account: '###################',
  hasIban: true,
  domain: 'co.il',
};

const AE: Country = {
  code: '971',
  fixed: [
    range(
      '4 2 6',
      '0A XXX XXXX|+971 A XXX XXXX|+971-A-XXXXXXX|(0A) XXX XXXX|0A-XXXXXXX|+971 (0)A XXX XXXX|00971 A XXX XXXX',
    ),
  ],
  mobile: [
    range('50 52 55 56', '0A XXX XXXX|+971 A XXX XXXX|0AXXXXXXX|+971-A-XXXXXXX|0A-XXX XXXX'),
  ],
  free: [range('800', 'A XXXX|A-XXXX|A XXXXX')],
  extensions: ' ext. E| ext E| x E',
  date: 'D/M/Y',
  price: 'AED 0|0 AED|Dhs 0',
  group: ',',
  decimal: '.',
  places: 'Dubai|Abu Dhabi|Sharjah',
  streets: 'P.O. Box #####|Office 2##, Tower #|Warehouse ##, Street 1#',
  vat: '100############',
  taxes: 'TRN 100############|Trade Licence No. ######|Makani 2#### 9####',
  personal: 'Emirates ID 784-19##-#######-#',
  plates: 'Dubai @ #####',
  account: '###################',
  hasIban: true,
  domain: 'ae',
};

const SA: Country = {
  ...AE,
  code: '966',
  fixed: [
    range(
      '11 12 13',
      '0A XXX XXXX|+966 A XXX XXXX|0AXXXXXXX|+966-A-XXXXXXX|00966 A XXX XXXX|(0A) XXX XXXX',
    ),
  ],
  mobile: [range('50 53 54 55', '0A XXX XXXX|+966 A XXX XXXX|0AXXXXXXX|+966AXXXXXXX|0AX XXX XXX')],
  free: [range('9200', 'AXXXXX|A XXXXX|A X XXXX'), range('800', 'A XXX XXXX|A-XXX-XXXX')],
  extensions: ' تحويلة E| ext. E',
  price: '0 ر.س|SAR 0|0 ريال',
  places: 'الرياض 11###|جدة 2####|الدمام 3####',
  streets: 'شارع الملك 1#|ص.ب. ####|حي الورود، مبنى ####',
  vat: '3##############',
  taxes: 'السجل التجاري 1010######|الرقم الضريبي 3##############',
  personal: 'رقم الهوية 1#########',
  plates: 'أ ب ج ####',
  account: '####################',
  domain: 'sa',
};

const EG: Country = {
  ...SA,
  code: '20',
  fixed: [range('2', '0A XXXXXXXX|0A XXXX XXXX|+20 A XXXX XXXX|(0A) XXXXXXXX|0A-XXXXXXXX')],
  mobile: [
    range('100 101 111 122', '0A XXX XXXX|0AXXXXXXX|+20 A XXX XXXX|+20AXXXXXXX|0A-XXX-XXXX'),
  ],
  free: [range('800', '0A XXX XXXX|0A-XXX-XXXX')],
  extensions: ' داخلي E| ext. E',
  price: '0 ج.م|EGP 0|0 جنيه',
  places: 'القاهرة 11###|الإسكندرية 21###|الجيزة 12###',
  vat: '###-###-###',
  taxes: 'سجل تجاري ######|بطاقة ضريبية ###-###-###',
  personal: 'الرقم القومي 2###########',
  plates: 'س ص ع ####',
  account: '#########################',
  domain: 'eg',
};

/** Countries of the Near and the Far East. */
export const EASTERN = { JP, CN, TR, IL, AE, SA, EG };
