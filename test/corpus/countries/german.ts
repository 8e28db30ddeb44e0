import { range, type Country } from '../country';

const DE: Country = {
  code: '49',
  fixed: [
    range(
      '30 40 69 89',
      '0A XXXXXXX|0A/XXXXXXX|0A / XXX XX XX|(0A) XXXXXXXX|0A-XXXXXXXX|0A XXX XX XX|0A XXXX-Z|0A/XXXX-XXX|+49 A XXXXXXX|+49 (0)A XXXX XXXX|+49 (0) A / XX XX XX XX|+49.A.XXXXXXXX|0049 A XXXXXXX',
    ),
    range(
      '221 211 351 711 911 341 511 421 761 201',
      '0A XXXXXX|0A/XXXXXX|0A / XX XX XX|(0A) XXXXXX|0A-XXXXXXX|0A/XX XX XX-Z|0A XXXX-XXX|+49 A XXXXXX|+49 (0)A XXXXXXX|+49 (0) A / XXX XX XX|+49(0)A-XXXXXX',
    ),
    range(
      '7151 6221 8151 4131 9131 3641 2241',
      '0A XXXXX|0A/XXXXX|0A / XXXXXX|(0A) XXXXX|0A-XXXXX|0A/XXX-Z|0A XX XX XX|+49 A XXXXX|+49 (0)A XXXXXX',
    ),
  ],
  mobile: [
    range(
      '160 170 171 172 175 176',
      '0A XXXXXXX|0A/XXXXXXX|0A - XXX XX XX|0A XX XX XXX|+49 A XXXXXXX|+49 (0)A XXX XXXX|0A-XXXXXXX|0AXXXXXXX',
    ),
    range(
      '151 152 157 159',
      '0A XXXXXXXX|0A/XXXXXXXX|0A XX XX XX XX|+49 A XXXXXXXX|+49 (0)A XXXX XXXX|+49AXXXXXXXX',
    ),
  ],
  free: [range('800', '0A XXXXXXX|0A / XXX XXXX|0A XXX XX XX|0A-XXXXXXX')],
  extensions: ' Durchwahl E| App. E| ext. E|, Durchwahl E',
  date: 'D.M.Y',
  price: '0 €|0 EUR|€ 0',
  group: '.',
  decimal: ',',
  places: '10### Berlin|20### Hamburg|80### München|50### Köln|04### Leipzig|70### Stuttgart',
  streets: 'Lindenstraße ##|Am Alten Markt #|Gartenweg 1#a|Hauptstr. 2##|Postfach 10 ## ##',
  vat: 'DE#########',
  taxes: 'Steuernummer: 27/###/#####|HRB ###### B',
  personal: 'Steuer-ID 6# ### ### 4##|Rentenversicherungsnr. 65 ###### W ###',
  plates: 'B-LK ####|HH-AB ###|M-XY 1###',
  account: '##################',
  hasIban: true,
  domain: 'de',
};

const AT: Country = {
  code: '43',
  fixed: [
    range(
      '1',
      '0A/XXX XX XX|0A XXXXXXX|0A / XXX XX-Z|(0A) XXX XX XX|+43 A XXXXXXX|+43 (0)A XXX XX XX|+43/A/XXX XX-XX|+43 (A) XXX XX XX',
    ),
    range(
      '316 662 512 732 463',
      '0A/XX XX XX|0A XXXXXX|0A / XXXXXX-Z|(0A) XXXXXX|+43 A XXXXXX|+43 (0)A XX XX XX|+43/A/XXXXXX',
    ),
  ],
  mobile: [
    range(
      '664 660 676 699',
      '0A XXXXXXX|0A/XXX XX XX|0A / XXX XXXX|+43 A XXXXXXX|+43 (0)A XXX XX XX|+43 A XXX XX XX',
    ),
  ],
  free: [range('800', '0A XXXXXX|0A/XX XX XX|0A XXX XXX')],
  extensions: ' DW E| Durchwahl E| Kl. E',
  date: 'D.M.Y',
  price: '€ 0|EUR 0|0 €',
  group: '.',
  decimal: ',',
  places: '10#0 Wien|80#0 Graz|50#0 Salzburg|60#0 Innsbruck|40#0 Linz',
  streets: 'Rosengasse ##/#/1#|Am Graben #|Mühlweg 1#|Postfach ##',
  vat: 'ATU########',
  taxes: 'FN ######x|Steuernr. ## ###/####|UID-Nr. ATU########',
  personal: 'SV-Nr. #### 1#0785',
  plates: 'W-#####L|G ###AB|S-###XY',
  account: '################',
  hasIban: true,
  domain: 'at',
};

const CH: Country = {
  code: '41',
  fixed: [
    range(
      '44 43 31 61 41 71 52',
      '0A XXX XX XX|0A/XXX XX XX|(0A) XXX XX XX|+41 A XXX XX XX|+41 (0)A XXX XX XX|0041 A XXX XX XX|+41A XXX XX XX|+41(0)A XXX XX XX',
    ),
    range('22 21 26 32 27', '0A XXX XX XX|+41 A XXX XX XX|0A.XXX.XX.XX|+41 (0)A XXX XX XX'),
  ],
  mobile: [
    range('76 77 78 79', '0A XXX XX XX|0A/XXX XX XX|+41 A XXX XX XX|+41 (0)A XXX XX XX|0AXXXXXXX'),
  ],
  free: [range('800 848', '0A XXX XXX|0A XX XX XX')],
  extensions: ' Durchwahl E| int. E| ext. E',
  date: 'D.M.Y',
  price: 'CHF 0|Fr. 0|0 CHF',
  group: "'",
  decimal: '.',
  places: '80## Zürich|30## Bern|40## Basel|60## Luzern|12## Genève|10## Lausanne',
  streets: 'Seestrasse ##|Bahnhofplatz #|Rue du Lac ##|Postfach ###',
  vat: 'CHE-###.###.### MWST',
  taxes: 'UID CHE-###.###.###|CHE-###.###.### TVA',
  personal: 'AHV-Nr. 756.####.####.##',
  plates: 'ZH ######|BE ### ###|GE 9####',
  account: '#################',
  hasIban: true,
  domain: 'ch',
};

/** The countries whose pages are mostly in German. */
export const GERMAN_SPEAKING = { DE, AT, CH };
