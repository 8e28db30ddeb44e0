import { labelBefore } from '../../../src/number/label';
import { e164sIn } from './found-in';

const labelOf = (before: string): string => {
  const { kind, distance } = labelBefore(before, before.length);

  return kind === 'none' ? 'none' : `${kind} ${distance}`;
};

describe('the label of digits', () => {
  it.each([
    // Right before them, in many languages.
    ['Phone: ', 'phone 0'],
    ['Rufnummer ', 'phone 0'],
    ['Téléphone : ', 'phone 0'],
    ['Teléfono ', 'phone 0'],
    ['電話', 'phone 0'],
    ['전화: ', 'phone 0'],
    ['هاتف ', 'phone 0'],
    // Words of no meaning between change nothing.
    ['Our phone number is ', 'phone 0'],
    ['Telefon Nr. ', 'phone 0'],
    ['Numéro de téléphone : ', 'phone 0'],
    ['Teléfono de la oficina ', 'phone 1'],
    // Others count.
    ['Call Tom ', 'phone 1'],
    ['Rufen Sie Herrn Blau an: ', 'none'],
    ['Invoice ', 'other 0'],
    ['Rechnung Blau ', 'other 1'],
    ['Commande de Léa ', 'weak 1'],
    // A comma adds to the distance, a full stop ends it.
    ['Invoice Blau, ', 'other 1'],
    ['Invoice for Blau. Tom ', 'none'],
    ['Factura. ', 'other 0'],
    ['Faktura\n', 'other 0'],
    // Compounds are told by their beginning.
    ['Rechnungsnummer ', 'other 0'],
    ['Telefonnummer ', 'phone 0'],
    ['Faxnummer ', 'fax 0'],
    ['Klantnummer ', 'other 0'],
    ['Telefoonnummer ', 'phone 0'],
    ['Kundnummer ', 'other 0'],
    ['Mobilnummer ', 'phone 0'],
    ['Asiakasnumero ', 'other 0'],
    ['Puhelinnumero ', 'phone 0'],
    ['Ügyfélszám: ', 'other 0'],
    ['Telefonszám: ', 'phone 0'],
    ['Servicekode ', 'none'],
    // Names in programs and tables: the last part that says something decides.
    ['phone_number: ', 'phone 0'],
    ['phone_model_id: ', 'other 0'],
    ['user_id: ', 'other 0'],
    ['fax_no = ', 'fax 0'],
    ['created_at: ', 'other 0'],
    ['customer_phone: ', 'phone 0'],
    ['phone_home: ', 'phone 0'],
    ['fax_queue_depth = ', 'other 0'],
    ['telefon_warte_dauer: ', 'other 0'],
    // Hyphens.
    ['Tel-Nr: ', 'phone 0'],
    ['E-ticket ', 'weak 0'],
    ['Ust-Id: ', 'other 0'],
    ['Part-no. ', 'other 0'],
    ['Mobile-Phone: ', 'phone 0'],
    // One letter is one as a capital, or with a sign of its own.
    ['T ', 'phone 0'],
    ['M: ', 'phone 0'],
    ['t. ', 'phone 0'],
    ['F ', 'fax 0'],
    ['p: ', 'phone 0'],
    ['a t ', 'none'],
    ['I saw a ', 'none'],
    // Scripts without spaces are told by how the text ends.
    ['请拨打服务热线', 'phone 0'],
    ['您的订单号', 'other 0'],
    ['传真号码', 'fax 0'],
    ['ご注文番号', 'other 0'],
    ['お問い合わせ', 'phone 0'],
    ['運單號', 'other 0'],
    ['주문번호', 'other 0'],
    ['โทรศัพท์', 'phone 0'],
    ['电话订购', 'none'],
    ['電話注文', 'none'],
  ])('%j: %s', (before, label) => {
    expect(labelOf(before)).toBe(label);
  });
});

describe('a word before an abbreviation of number', () => {
  it.each([
    ['US', 'Opportunity no. 4155552671'],
    ['US', 'PRO# 4155552671'],
    ['FR', 'Allocataire n° 0142685300'],
    ['ES', 'Socio nº 912345678'],
    ['DE', 'Wagnis Nr. 0301234567'],
    ['CZ', 'Smlouva č. 601123456'],
    ['PL', 'nr ogłoszenia 501123456'],
    ['FR', 'n° adhérent 0612345678'],
    ['IT', 'n. pratica 0236618300'],
    ['ES', 'n.º abonado 912345678'],
    ['RU', '№ лицевого 84951234567'],
    ['GR', 'Αρ. συμβολαίου 2101234567'],
    ['US', '# member 4155552671'],
  ])('has a number of its own: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });

  it.each([
    ['US', 'Phone no. 4155552671', '+14155552671'],
    ['FR', 'N° de téléphone 0142685300', '+33142685300'],
    ['ES', 'Nº teléfono 912345678', '+34912345678'],
    ['DE', 'Tel.-Nr. 03023125000', '+493023125000'],
    ['PL', 'tel. nr Anna 501123456', '+48501123456'],
    ['PT', 'me chama no zap 912345678', '+351912345678'],
    ['GB', 'is it still yours? no, 020 7946 0958', '+442079460958'],
    ['CZ', 'Telefon č. 601123456', '+420601123456'],
    ['US', 'Ticket #65997221: Priya (415-555-2671)', '+14155552671'],
  ])('is told from a phone: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });
});

describe('a label that has its number already', () => {
  it.each([
    ['DE', 'Chiffre 2279287 oder 030 23125000', '+493023125000'],
    ['GB', 'Claim 4711223 or 020 7946 0958', '+442079460958'],
    ['FR', 'Dossier 4711223 et 01 42 68 53 00', '+33142685300'],
    ['ES', 'Expediente 4711223 y 912 345 678', '+34912345678'],
    ['SE', 'Ärende 4711223 eller 08-123 456 78', '+46812345678'],
    ['CN', '订单 4711223，13812345678', '+8613812345678'],
  ])('says nothing about the next: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });

  it.each([
    ['DE', 'Chiffre oder 03023125000'],
    ['GB', 'Claim 02079460958'],
    ['FR', 'Dossier et 0142685300'],
    ['ES', 'Expediente y 912345678'],
    ['SE', 'Ärende eller 0812345678'],
    ['CN', '月销 1838，货号 13812345678'],
  ])('is told from one that has none: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });
});

describe('an unknown word between a label and digits', () => {
  it.each([
    ['GB', 'Claims department 020 7946 0958', '+442079460958'],
    ['DE', 'Vertrag Blau 030 23125000', '+493023125000'],
    ['FR', 'Dossier Dupré 01 42 68 53 00', '+33142685300'],
    ['US', 'Account manager (415) 555-2671', '+14155552671'],
    ['NL', 'Polis afdeling 020 555 1234', '+31205551234'],
  ])('leaves those that are written as a phone: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });

  it.each([
    ['GB', 'Claim department 02079460958'],
    ['DE', 'Vertrag Blau 03023125000'],
    ['FR', 'Dossier Dupré 0142685300'],
    ['US', 'Container MSKU 212 555 1234'],
    ['NL', 'Polis afdeling 0205551234'],
  ])('takes digits in a row with it: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });
});
