import { range, type Country } from '../country';

const NL: Country = {
  code: '31',
  fixed: [
    range(
      '20 10 70 30 40',
      '0A-XXXXXXX|0A XXX XX XX|0A - XXX XX XX|(0A) XXX XXXX|+31 A XXX XXXX|+31 (0)A XXX XX XX|+31 (0)A-XXXXXXX|0A XXXXXXX',
    ),
    range('182 228 341', '0A-XXXXXX|0A XXXXXX|0A - XX XX XX|+31 A XXX XXX|+31 (0)A XX XX XX'),
  ],
  mobile: [
    range(
      '6',
      '0A-XXXXXXXX|0A XXXXXXXX|0A - XX XX XX XX|0A XX XX XX XX|+31 A XXXXXXXX|+31 (0)A XXXX XXXX|0AXXXXXXXX|+31AXXXXXXXX',
    ),
  ],
  free: [range('800 900', '0A-XXXX|0A - XXXX|0A XXXX')],
  extensions: ' toestel E| tst. E| ext. E',
  date: 'D-M-Y|d-m-Y',
  price: '€ 0|€0|EUR 0',
  group: '.',
  decimal: ',',
  places: '10## @@ Amsterdam|30## @@ Rotterdam|35## @@ Utrecht|25## @@ Den Haag',
  streets: 'Dorpsstraat 1#|Keizerslaan 2##-#|Postbus ####|Kade 4# II',
  vat: 'NL#########B01',
  taxes: 'KvK ########|btw NL#########B01|AGB-code 0#######|KvK-nr. ## ## ## ##',
  personal: 'BSN #########',
  plates: '##-@@@-#|@-###-@@',
  account: '@@@@##########',
  hasIban: true,
  domain: 'nl',
};

const SE: Country = {
  code: '46',
  fixed: [
    range(
      '8',
      '0A-XXX XX XX|0A-XXX XXX XX|0A XXX XX XX|+46 A XXX XX XX|+46 (0)A XXX XX XX|0A-XXXXXXX|(0A) XXX XX XX',
    ),
    range('31 40 18 21', '0A-XXX XX XX|0A-XX XX XX|0A XX XX XX|+46 A XX XX XX|+46 (0)A-XXX XX XX'),
  ],
  mobile: [
    range(
      '70 72 73 76',
      '0A-XXX XX XX|0A XXX XX XX|0A-XXXXXXX|+46 A XXX XX XX|0AXXXXXXX|+46 (0)A XXX XX XX',
    ),
  ],
  free: [range('20 771', '0A-XX XX XX|0A XX XX XX|0A-XXX XXX')],
  extensions: ' ankn. E| anknytning E',
  date: 'Y-M-D',
  price: '0 kr|0 SEK|SEK 0',
  group: ' ',
  decimal: ',',
  places: '111 ## Stockholm|411 ## Göteborg|211 ## Malmö|753 ## Uppsala',
  streets: 'Storgatan 1#|Björkvägen 2# B|Box ####|Skeppsgränd #',
  vat: 'SE55########01',
  taxes: 'Org.nr 55####-####|Momsreg.nr SE55########01|Bankgiro 5###-####|Plusgiro ## ## ##-#',
  personal: 'Personnr 19850###-####',
  plates: '@@@ ##@',
  account: '####################',
  hasIban: true,
  domain: 'se',
};

const DK: Country = {
  ...SE,
  code: '45',
  fixed: [range('33 70 86 98', 'A XX XX XX|AXXXXXX|+45 A XX XX XX|A.XX.XX.XX')],
  mobile: [range('20 40 51 61', 'A XX XX XX|AXXXXXX|+45 A XX XX XX|+45 AXXXXXX')],
  free: [range('80', 'A XX XX XX|AXXXXXX')],
  extensions: ' lokal E| ext. E',
  date: 'D.M.Y|D-M-Y',
  price: '0 kr.|DKK 0|kr. 0',
  group: '.',
  places: '1### København K|8000 Aarhus C|5000 Odense C',
  streets: 'Nørregade 1#, #. tv.|Havnevej ##|Postboks ###',
  vat: 'DK########',
  taxes: 'CVR-nr. ########|CVR ## ## ## ##',
  personal: 'CPR 0101##-####',
  plates: '@@ ## ###',
  account: '##############',
  domain: 'dk',
};

const PL: Country = {
  code: '48',
  fixed: [
    range(
      '22 12 61 71 58',
      'A XXX XX XX|(A) XXX XX XX|A XXX-XX-XX|+48 A XXX XX XX|A/XXX XX XX|A XXXXXXX|+48 (A) XXX XX XX',
    ),
  ],
  mobile: [range('501 602 693 728', 'A XXX XXX|A-XXX-XXX|+48 A XXX XXX|AXXXXXX|+48AXXXXXX')],
  free: [range('800 801', 'A XXX XXX|A-XXX-XXX|A XX XX XX')],
  extensions: ' wew. E|, wew. E',
  date: 'D.M.Y|Y-M-D',
  price: '0 zł|0 PLN|PLN 0',
  group: ' ',
  decimal: ',',
  places: '00-### Warszawa|30-### Kraków|50-### Wrocław|80-### Gdańsk',
  streets: 'ul. Lipowa 1#/#|al. Niepodległości 2##|ul. Polna 4# m. 1#|skr. poczt. ##',
  vat: 'PL##########',
  taxes: 'NIP ###-###-##-##|REGON #########|KRS 0000######|NIP: ##########',
  personal: 'PESEL 850########',
  plates: 'WA #####|KR #@###',
  account: '########################',
  hasIban: true,
  domain: 'pl',
};

const CZ: Country = {
  code: '420',
  fixed: [range('22 54 59', 'AX XXX XXX|+420 AX XXX XXX|AXXXXXXX|+420 AX XX XX XX')],
  mobile: [range('602 603 731 777', 'A XXX XXX|+420 A XXX XXX|AXXXXXX|+420AXXXXXX')],
  free: [range('800', 'A XXX XXX|A XX XX XX')],
  extensions: ' linka E|, linka E',
  date: 'd. m. Y|D.M.Y',
  price: '0 Kč|CZK 0',
  group: ' ',
  decimal: ',',
  places: '110 ## Praha 1|602 ## Brno|702 ## Ostrava',
  streets: 'Dlouhá ###/1#|Nádražní 2#|U Parku #',
  vat: 'CZ########',
  taxes: 'IČO ########|IČ: ### ## ###|DIČ CZ########',
  personal: 'rodné číslo 85####/####',
  plates: '#@# ####',
  account: '####################',
  hasIban: true,
  domain: 'cz',
};

const RU: Country = {
  code: '7',
  fixed: [
    range(
      '495 499 812 343 383',
      '8 (A) XXX-XX-XX|+7 (A) XXX-XX-XX|+7 A XXX XX XX|8-A-XXX-XX-XX|(A) XXX-XX-XX|8 A XXX-XX-XX|+7(A)XXX-XX-XX|8(A) XXX XX XX',
    ),
  ],
  mobile: [
    range(
      '916 903 926 921',
      '8 (A) XXX-XX-XX|+7 A XXX-XX-XX|+7 (A) XXX-XX-XX|8-A-XXX-XX-XX|8AXXXXXXX|+7AXXXXXXX|8 A XXX XX XX',
    ),
  ],
  free: [range('800', '8 A XXX-XX-XX|8 (A) XXX-XX-XX|8-A-XXX-XX-XX|8 (A) XXX XX XX')],
  extensions: ' доб. E|, доб. E| (доб. E)',
  date: 'D.M.Y',
  price: '0 ₽|0 руб.|0 р.',
  group: ' ',
  decimal: ',',
  places: '101### Москва|190### Санкт-Петербург|620### Екатеринбург',
  streets: 'ул. Садовая, д. 1#, кв. ##|Невский пр-т, 4#, оф. 3##|а/я ##',
  vat: '77########',
  taxes: 'ИНН 77########|КПП 7701#####|ОГРН 1##77########|БИК 0445#####|ОКПО ########',
  personal: 'СНИЛС ###-###-### ##',
  plates: 'А###ВС 77|К###МН 178',
  account: '40702810##########',
  hasIban: false,
  domain: 'ru',
};

/** Countries of the north and the east of Europe. */
export const NORTHERN = { NL, SE, DK, PL, CZ, RU };
