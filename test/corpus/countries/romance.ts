import { range, type Country } from '../country';

const FR: Country = {
  code: '33',
  fixed: [
    range(
      '1 2 3 4 5 9',
      '0A XX XX XX XX|0A.XX.XX.XX.XX|0A-XX-XX-XX-XX|0A XX XX XX XX|+33 A XX XX XX XX|+33 (0)A XX XX XX XX|0AXXXXXXXX|0A/XX/XX/XX/XX|+33(0)A.XX.XX.XX.XX|0033 A XX XX XX XX',
    ),
  ],
  mobile: [
    range(
      '6 7',
      '0A XX XX XX XX|0A.XX.XX.XX.XX|+33 A XX XX XX XX|+33 (0)A XX XX XX XX|0AXXXXXXXX|+33AXXXXXXXX',
    ),
  ],
  free: [range('800 805 806', '0A XX XX XX|0A XXX XXX|0 A XXX XXX')],
  extensions: ' poste E| ext. E|, poste E',
  date: 'D/M/Y',
  price: '0 €|0 EUR|0 € TTC',
  group: ' ',
  decimal: ',',
  places: '750## Paris|690## Lyon|130## Marseille|440## Nantes|330## Bordeaux CEDEX',
  streets: '1# rue des Lilas|2## avenue de la Gare|BP ##|#, place du Marché',
  vat: 'FR ## ### ### ###',
  taxes: 'SIRET ### ### ### 000##|SIREN ### ### ###|RCS Paris B ### ### ###|APE ####Z',
  personal: 'N° Sécu 1 84 12 76 ### ### ##',
  plates: '@@-###-@@|#### @@ 75',
  account: '#######################',
  hasIban: true,
  domain: 'fr',
};

const BE: Country = {
  ...FR,
  code: '32',
  fixed: [
    range(
      '2 3 4 9',
      '0A XXX XX XX|0A/XXX.XX.XX|0A/XXX XX XX|+32 A XXX XX XX|+32 (0)A XXX XX XX|(0A) XXX XX XX',
    ),
    range('10 16 50 81', '0A XX XX XX|0A/XX.XX.XX|+32 A XX XX XX|+32 (0)A XX XX XX'),
  ],
  mobile: [range('475 486 497 468', '0A XX XX XX|0A/XX.XX.XX|+32 A XX XX XX|0A/XX XX XX')],
  free: [range('800', '0A XX XXX|0A/XX.XXX')],
  group: '.',
  places: '10## Bruxelles|40## Liège|50## Namur|1000 Bruxelles',
  vat: 'BE 0###.###.###',
  taxes: 'BCE 0###.###.###|TVA BE 0###.###.###',
  personal: 'NISS 85.07.30-0##.##',
  plates: '1-@@@-###',
  account: '############',
  domain: 'be',
};

const ES: Country = {
  code: '34',
  fixed: [
    range(
      '91 93 95 96',
      'A XXX XX XX|A-XXX-XX-XX|AX XX XX XX|AX XXX XXX|+34 A XXX XX XX|+34 AXXXXXXX|A XXXXXXX|AXXXXXXX',
    ),
  ],
  mobile: [
    range('61 62 65 67', 'AX XX XX XX|AX XXX XXX|+34 AX XX XX XX|AXXXXXXX|AX-XXX-XXX|+34AXXXXXXX'),
  ],
  free: [range('900 902 901', 'A XXX XXX|A XX XX XX|A-XXX-XXX')],
  extensions: ' ext. E| ext E| extensión E',
  date: 'D/M/Y|D-M-Y',
  price: '0 €|0€|0 EUR',
  group: '.',
  decimal: ',',
  places: '280## Madrid|080## Barcelona|410## Sevilla|460## Valencia',
  streets: 'C/ Mayor, ##|Avda. del Puerto, 1##, #º B|Apdo. de Correos ###',
  vat: 'ESB########',
  taxes: 'CIF B-########',
  personal: 'NIF ########@|NIE X#######@|Nº S.S. 28/########/##',
  plates: '#### @@@',
  account: '####################',
  hasIban: true,
  domain: 'es',
};

const MX: Country = {
  ...ES,
  code: '52',
  fixed: [
    range(
      '55 33 81',
      'A XXXX XXXX|(A) XXXX XXXX|(A) XXXX-XXXX|+52 A XXXX XXXX|A-XXXX-XXXX|+52 (A) XXXX XXXX|AXXXXXXXX',
    ),
    range('222 442 664', 'A XXX XXXX|(A) XXX XXXX|+52 A XXX XXXX|(A) XXX-XX-XX'),
  ],
  mobile: [range('55 33 81', 'A XXXX XXXX|+52 A XXXX XXXX|AXXXXXXXX|A XX XX XX XX')],
  free: [range('800', 'A XXX XXXX|A-XXX-XXXX|A XXX XX XX')],
  extensions: ' ext. E| Ext E| x E',
  price: '$0 MXN|$0|MXN 0',
  group: ',',
  decimal: '.',
  places: 'C.P. 06###, CDMX|44### Guadalajara, Jal.|64### Monterrey, N.L.',
  streets: 'Av. Reforma 1##, Piso #|Calle 5 de Mayo #2#, Col. Centro|Km 1#.5 Carr. Nacional',
  vat: 'ABC######XY#',
  taxes: 'RFC ABC######XY#',
  personal: 'CURP ABCD######HDFRRL0#|CLABE ##################|NSS ## ## ## #### #',
  plates: '@@@-##-##',
  account: '##################',
  hasIban: false,
  domain: 'com.mx',
};

const IT: Country = {
  code: '39',
  fixed: [
    range(
      '02 06',
      'A XXXXXXXX|A/XXXXXXXX|A-XXXXXXXX|A XXXX XXXX|+39 A XXXXXXXX|+39 A XXXX XXXX|A.XXXXXXXX|A XX XX XX XX',
    ),
    range(
      '051 055 011 081',
      'A XXXXXX|A/XXXXXX|A-XXXXXX|A XXX XXX|+39 A XXXXXX|A.XXXXXX|A XXXXXXX|+39 A XXX XXXX',
    ),
  ],
  mobile: [
    range(
      '347 335 320 388',
      'A XXXXXXX|A/XXXXXXX|A XXX XXXX|A.XXXXXXX|+39 A XXXXXXX|A XX XX XXX|AXXXXXXX|+39 A XXX XXXX',
    ),
  ],
  free: [range('800', 'A XXX XXX|A-XXXXXX|A XXXXXX|A XX XX XX')],
  extensions: ' int. E| interno E| ext. E',
  date: 'D/M/Y',
  price: '€ 0|0 €|Euro 0',
  group: '.',
  decimal: ',',
  places: '201## Milano (MI)|001## Roma|401## Bologna (BO)|101## Torino',
  streets: 'Via Garibaldi, 1#|Piazza del Duomo #|Viale dei Pini ##/B|Casella Postale ###',
  vat: 'IT###########',
  taxes: 'P.IVA ###########|REA MI-#######|Cod. SDI @#@####',
  personal: 'C.F. ABCDEF85M01H###Z',
  plates: '@@ ###@@',
  account: '@######################',
  hasIban: true,
  domain: 'it',
};

const PT: Country = {
  code: '351',
  fixed: [
    range('21 22', 'A XXX XXXX|A XXX XX XX|AX XXX XXX|+351 A XXX XXXX|+351 AX XXX XXX|AXXXXXXX'),
    range('239 253 289', 'A XXX XXX|+351 A XXX XXX|AXXXXXX|A-XXX-XXX'),
  ],
  mobile: [range('91 92 93 96', 'AX XXX XXX|A XXX XX XX|+351 AX XXX XXX|AXXXXXXX|+351AXXXXXXX')],
  free: [range('800 808', 'A XXX XXX|A XX XX XX|A-XXX-XXX')],
  extensions: ' ext. E| extensão E| ext E',
  date: 'D/M/Y|D-M-Y',
  price: '0 €|0€|€ 0',
  group: '.',
  decimal: ',',
  places: '11##-### Lisboa|40##-### Porto|30##-### Coimbra',
  streets: 'Rua das Flores, n.º 1#|Av. da Liberdade, 2##, #.º Esq.|Apartado ####',
  vat: 'PT#########',
  taxes: 'NIF 5## ### ###|NIPC 50#######',
  personal: 'NISS 1##########',
  plates: '##-@@-##|@@-##-@@',
  account: '#####################',
  hasIban: true,
  domain: 'pt',
};

const BR: Country = {
  code: '55',
  fixed: [
    range(
      '11 21 31 41 51 61',
      '(A) XXXX-XXXX|A XXXX-XXXX|+55 A XXXX-XXXX|+55 (A) XXXX-XXXX|(0A) XXXX-XXXX|(A) XXXX.XXXX|A-XXXX-XXXX',
    ),
  ],
  mobile: [
    range(
      '11 21 31 41 51 61',
      '(A) NXXXX-XXXX|A NXXXX-XXXX|+55 A NXXXX-XXXX|+55 (A) NXXXX-XXXX|(A) N XXXX-XXXX|ANXXXXXXXX|(A) NXXXX XXXX|(A)NXXXX-XXXX',
    ),
  ],
  free: [range('800', '0A XXX XXXX|0A-XXX-XXXX|0A XXX-XXXX')],
  extensions: ' ramal E| Ramal E|, ramal E',
  date: 'D/M/Y',
  price: 'R$ 0|R$0|BRL 0',
  group: '.',
  decimal: ',',
  places:
    'CEP 013##-###, São Paulo/SP|20###-### Rio de Janeiro - RJ|CEP: 30###-###, Belo Horizonte',
  streets: 'Rua das Palmeiras, 1##|Av. Paulista, 2###, cj. 1##|Rod. BR-101, km ##',
  vat: '##.###.###/0001-##',
  taxes: 'CNPJ ##.###.###/0001-##|IE ###.###.###.###',
  personal: 'CPF ###.###.###-##|RG ##.###.###-#|PIS ###.#####.##-#',
  plates: '@@@#@##|@@@-####',
  account: '#####-#',
  hasIban: false,
  domain: 'com.br',
};

/** The countries whose pages are mostly in French, Spanish, Italian or Portuguese. */
export const ROMANCE_SPEAKING = { FR, BE, ES, MX, IT, PT, BR };
