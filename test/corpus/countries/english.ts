import { range, type Country } from '../country';

const NANP_FORMS =
  '(A) XXX-XXXX|A-XXX-XXXX|A.XXX.XXXX|A XXX XXXX|1-A-XXX-XXXX|+1 A XXX XXXX|+1 (A) XXX-XXXX|+1-A-XXX-XXXX|1 (A) XXX-XXXX|(A)XXX-XXXX|+1.A.XXX.XXXX|A/XXX-XXXX';

const US: Country = {
  code: '1',
  fixed: [
    range('212 415 312 206 617 404 303 512 713 602', NANP_FORMS),
    range('646 323 773 425 503 614 804 919', NANP_FORMS),
  ],
  mobile: [range('917 310 720 469 786 702', NANP_FORMS)],
  free: [range('800 888 877 866', '1-A-XXX-XXXX|A-XXX-XXXX|(A) XXX-XXXX|1 (A) XXX-XXXX')],
  extensions: ' x E| xE| ext. E| ext E| extension E|, ext. E',
  date: 'M/D/Y|m/d/Y',
  price: '$0|US$0|$0 USD',
  group: ',',
  decimal: '.',
  places: 'New York, NY 100##|San Francisco, CA 941##|Chicago, IL 606##-####|Austin, TX 787##',
  streets: '#1## Maple Avenue|2## W 54th Street, Suite 1##|P.O. Box ####|1#### Old Mill Road',
  vat: '##-#######',
  taxes: 'EIN ##-#######',
  personal: 'SSN ***-**-####|SSN 9##-##-####|Medicaid ID 1#########',
  plates: '7@@@###|@@@-####',
  account: '##########',
  hasIban: false,
  domain: 'com',
};

const CA: Country = {
  ...US,
  fixed: [range('416 604 514 403 613 902', NANP_FORMS), range('647 778 438 250 519', NANP_FORMS)],
  mobile: [range('416 604 514 437', NANP_FORMS)],
  date: 'Y-M-D|D/M/Y',
  price: '$0|C$0|CA$0',
  places: 'Toronto, ON M5@ #@#|Vancouver, BC V6@ #@#|Montréal QC H2@ #@#|Halifax, NS B3@ #@#',
  vat: '#########RT0001',
  taxes: 'BN #########RC0001|GST/HST #########RT0001|QST 10########TQ0001',
  personal: '',
  plates: '@@@@ ###',
  domain: 'ca',
};

const GB: Country = {
  code: '44',
  fixed: [
    range(
      '207 208 203',
      '0A XXX XXXX|0A-XXX-XXXX|(0A) XXX XXXX|+44 A XXX XXXX|+44 (0)A XXX XXXX|0A XXXXXXX|0044 A XXX XXXX',
    ),
    range(
      '161 121 131 141 113 117',
      '0A XXX XXXX|(0A) XXX XXXX|0A-XXX XXXX|+44 A XXX XXXX|+44 (0) A XXX XXXX|0AXXXXXXX',
    ),
    range(
      '1865 1223 1904 1392 1273 1603',
      '0A XXXXXX|(0A) XXXXXX|0A-XXXXXX|0A XXX XXX|+44 A XXXXXX|+44 (0)A XXXXXX',
    ),
  ],
  mobile: [
    range(
      '7700 7911 7812 7456',
      '0A XXXXXX|0A XXX XXX|0A-XXXXXX|0AXXXXXX|+44 A XXXXXX|+44 (0)A XXX XXX|+44AXXXXXX',
    ),
  ],
  free: [range('800 808 345 333', '0A XXX XXXX|0A XXXXXXX|0A-XXX-XXXX')],
  extensions: ' ext E| ext. E| extension E| x E| x E',
  date: 'D/M/Y|d/m/Y',
  price: '£0|GBP 0|£0',
  group: ',',
  decimal: '.',
  places: 'London SW1A #@@|Manchester M1 #@@|Leeds LS1 #@@|Oxford OX1 #@@|York YO1 #@@',
  streets: '1## High Street|Unit #, Mill Lane|Flat #, 2# Station Road|PO Box ####',
  vat: 'GB ### #### ##',
  taxes: 'Company no. 0#######|UTR ##### #####|Charity no. 1######',
  personal: 'NI number QQ ## ## ## C|NHS number ### ### ####',
  plates: 'LB## @@@|YK## @@@',
  account: '@@@@##############',
  hasIban: true,
  domain: 'co.uk',
};

const IE: Country = {
  ...GB,
  code: '353',
  fixed: [
    range(
      '1',
      '0A XXX XXXX|(0A) XXX XXXX|+353 A XXX XXXX|+353 (0)A XXX XXXX|0A-XXXXXXX|0A XXXXXXX',
    ),
    range('21', '0A XXX XXXX|(0A) XXX XXXX|+353 A XXX XXXX|+353 (0) A XXX XXXX|0A-XXXXXXX'),
    range('61 91 51', '0A XXXXXX|(0A) XXX XXX|+353 A XXX XXX|+353 (0)A XXXXXX|0A-XXXXXX'),
  ],
  mobile: [
    range('87 86 85 83', '0A XXX XXXX|0A-XXX XXXX|+353 A XXX XXXX|0AXXXXXXX|+353 (0)A XXX XXXX'),
  ],
  free: [range('1800 1850', 'A XXX XXX|A XXXXXX|A-XXX-XXX')],
  price: '€0|€ 0|EUR 0',
  places: 'Dublin 2, D02 @@##|Cork, T12 @@##|Galway, H91 @@##',
  vat: 'IE#######@@',
  taxes: 'CRO ######|VAT IE#######H',
  personal: 'PPSN #######TA',
  plates: '221-D-#####|19-C-####',
  domain: 'ie',
};

const AU: Country = {
  code: '61',
  fixed: [
    range(
      '2 3 7 8',
      '(0A) XXXX XXXX|0A XXXX XXXX|+61 A XXXX XXXX|+61 (0)A XXXX XXXX|0A-XXXX-XXXX|(0A) XXXXXXXX',
    ),
  ],
  mobile: [
    range('412 433 401 478', '0A XXX XXX|+61 A XXX XXX|0AXXXXXX|0A-XXX-XXX|+61 (0)A XXX XXX'),
  ],
  free: [range('1300 1800', 'A XXX XXX|A XX XX XX|A-XXX-XXX|A XXXXXX')],
  extensions: ' ext E| ext. E| x E',
  date: 'D/M/Y|d/m/Y',
  price: '$0|A$0|AUD 0',
  group: ',',
  decimal: '.',
  places: 'Sydney NSW 20##|Melbourne VIC 30##|Brisbane QLD 40##|Perth WA 60##',
  streets: '1# Wattle Street|Unit #/2# Harbour Parade|GPO Box ####|Level #, 4## Bourke Lane',
  vat: 'ABN ## ### ### ###',
  taxes: 'ABN ## ### ### ###|ACN ### ### ###',
  personal: 'TFN ### ### ###|Medicare #### ##### #',
  plates: '@@@-##@|1@@ #@@',
  account: '##-### #### ####',
  hasIban: false,
  domain: 'com.au',
};

const IN: Country = {
  code: '91',
  fixed: [
    range(
      '22 11 80 44',
      '0A-XXXXXXXX|0A XXXX XXXX|(0A) XXXXXXXX|+91 A XXXX XXXX|+91-A-XXXXXXXX|0A-XXXX XXXX',
    ),
    range('141 484 422', '0A-XXXXXXX|0A XXX XXXX|+91-A-XXXXXXX|(0A) XXXXXXX'),
  ],
  mobile: [
    range(
      '98 99 97 88',
      'AXXX XXXXX|AXXXXXXXX|+91 AXXX XXXXX|+91-AXXXXXXXX|+91 AXXXXXXXX|0AXXXXXXXX|AXXX-XXXXX',
    ),
  ],
  free: [range('1800', 'A XXX XXXX|A-XXX-XXXX|A XX XXXXX')],
  extensions: ' ext. E| Extn. E| extn E',
  date: 'D-M-Y|D/M/Y',
  price: '₹0|Rs. 0|INR 0',
  group: ',',
  decimal: '.',
  places: 'Mumbai 4000##|New Delhi - 1100##|Bengaluru 5600##|Chennai - 6000##',
  streets: 'Plot 1#, Sector ##|Flat 3##, Lotus Towers, Phase #|#/4#, MG Road',
  vat: '29@@@@@####@1Z#',
  taxes: 'GSTIN 27@@@@@####@1Z#|CIN U#####MH20##PTC######',
  personal: 'PAN @@@P@####@|Aadhaar XXXX XXXX ####',
  plates: 'MH 12 @@ ####|KA-05-@@-####',
  account: '##############',
  hasIban: false,
  domain: 'in',
};

const ZA: Country = {
  code: '27',
  fixed: [
    range('11 21 31 12', '0A XXX XXXX|(0A) XXX XXXX|+27 A XXX XXXX|+27 (0)A XXX XXXX|0A-XXX-XXXX'),
  ],
  mobile: [range('82 83 72 73', '0A XXX XXXX|+27 A XXX XXXX|0AXXXXXXX|+27 (0) A XXX XXXX')],
  free: [range('800 860', '0A XXX XXX|0A-XXX-XXX|0A XX XX XX')],
  extensions: ' ext. E| ext E| x E',
  date: 'Y/M/D|D/M/Y',
  price: 'R0|R 0|ZAR 0',
  group: ' ',
  decimal: '.',
  places: 'Cape Town, 80##|Johannesburg 20##|Durban, 40##',
  streets: '1# Protea Road|Unit #, 8# Loop Street|Private Bag X##',
  vat: '4#########',
  taxes: 'Reg. no. 20##/######/07|VAT no. 4#########',
  personal: 'ID no. 8#0# ## #### 08#',
  plates: 'CA ### ###|@@ ## @@ GP',
  account: '##########',
  hasIban: false,
  domain: 'co.za',
};

/** The countries whose pages are mostly in English. */
export const ENGLISH_SPEAKING = { US, CA, GB, IE, AU, IN, ZA };
