import { foundIn } from './found-in';

describe('digits that the words before call a phone', () => {
  it.each([
    ['US', 'Phone 4155552671', '4155552671 = +14155552671'],
    ['US', 'Order hotline: 4155552671', '4155552671 = +14155552671'],
    ['US', 'Account manager, call 415 555 2671', '415 555 2671 = +14155552671'],
    ['US', 'Ticket 4711223: call Robin at 415-555-2671', '415-555-2671 = +14155552671'],
    ['GB', 'Booking by telephone 020 7946 0958', '020 7946 0958 = +442079460958'],
    ['GB', 'Bookings: 020 7946 0958', '020 7946 0958 = +442079460958'],
    ['DE', 'Servicenummer 0800 2491234', '0800 2491234 = +498002491234'],
    ['DE', 'Bestellung: 0800 / 2491234', '0800 / 2491234 = +498002491234'],
    ['DE', 'Handynr. 0171 2345678', '0171 2345678 = +491712345678'],
    ['FR', 'Commande par téléphone 01 42 68 53 00', '01 42 68 53 00 = +33142685300'],
    ['FR', 'Portable : 0612345678', '0612345678 = +33612345678'],
    ['ES', 'Llámenos: 912345678', '912345678 = +34912345678'],
    ['IT', 'Prenotazioni: 02 3661 8300', '02 3661 8300 = +390236618300'],
    ['PT', 'Telemóvel 912345678', '912345678 = +351912345678'],
    ['NL', 'Bel 0205551234', '0205551234 = +31205551234'],
    ['PL', 'Infolinia 22 123 45 67', '22 123 45 67 = +48221234567'],
    ['SE', 'Växel 08-123 456 78', '08-123 456 78 = +46812345678'],
    ['TR', 'Müşteri hizmetleri 0212 555 12 34', '0212 555 12 34 = +902125551234'],
    ['RU', 'Звоните 84951234567', '84951234567 = +74951234567'],
    ['SA', 'جوال 0512345678', '0512345678 = +966512345678'],
    ['IL', 'נייד 0502345678', '0502345678 = +972502345678'],
    ['JP', 'お電話0312345678', '0312345678 = +81312345678'],
    ['CN', '联系电话13812345678', '13812345678 = +8613812345678'],
    ['KR', '연락처 0212345678', '0212345678 = +82212345678'],
  ])('%s: %s', (region, text, number) => {
    expect(foundIn(text, region)).toEqual([number]);
  });
});

describe('the same digits that the words before call something else', () => {
  it.each([
    ['US', 'Invoice 4155552671'],
    ['US', 'Order number: 4155552671'],
    ['US', 'Account 415 555 2671'],
    ['US', 'Ticket 415-555-2671 is closed'],
    ['GB', 'Booking reference 020 7946 0958'],
    ['GB', 'Consignment no. 020 7946 0958'],
    ['DE', 'Kundennummer 0800 2491234'],
    ['DE', 'Auftragsnr. 0800 2491234'],
    ['DE', 'Aktenzeichen 0171 2345678'],
    ['FR', 'Commande n° 01 42 68 53 00'],
    ['FR', 'Dossier : 0612345678'],
    ['ES', 'Pedido 912345678'],
    ['IT', 'Numero pratica 02 3661 8300'],
    ['PT', 'Contribuinte NIF 912345678'],
    ['NL', 'Klantnummer 0205551234'],
    ['PL', 'Zamówienie 22 123 45 67'],
    ['SE', 'Ordernummer 08-123 456 78'],
    ['TR', 'Sipariş numarası 0212 555 12 34'],
    ['RU', 'Заказ № 84951234567'],
    ['SA', 'رقم الطلب 0512345678'],
    ['IL', 'מספר הזמנה 0502345678'],
    ['JP', '注文番号0312345678'],
    ['CN', '订单号13812345678'],
    ['KR', '주문번호 0212345678'],
  ])('%s: %s', (region, text) => {
    expect(foundIn(text, region)).toEqual([]);
  });
});

describe('a word that has its number already', () => {
  it.each([
    ['NL', 'BSN 042095041\n06 - 42 25 49 91', '06 - 42 25 49 91 = +31642254991'],
    ['DK', 'CPR 010198-6272\n20 89 24 31', '20 89 24 31 = +4520892431'],
    ['US', 'Case 4711223: Robin (415) 555-2671', '(415) 555-2671 = +14155552671'],
    ['DE', 'Postfach 4711, 030 23125000', '030 23125000 = +493023125000'],
    ['US', 'Invoice 20-117. 415-555-2671', '415-555-2671 = +14155552671'],
    ['US', 'phone_number: 4155552671', '4155552671 = +14155552671'],
  ])('says nothing about the next: %s: %s', (region, text, number) => {
    expect(foundIn(text, region)).toContain(number);
  });

  it.each([
    ['NL', 'BSN\n042095041'],
    ['DK', 'CPR\n20 89 24 31'],
    ['US', 'Case no. 415-555-2671'],
    ['DE', 'Postfach 030 23125000'],
    ['US', 'Invoice\n415-555-2671'],
    ['US', 'phone_model_id=4155552671'],
  ])('is told from one that has none: %s: %s', (region, text) => {
    expect(foundIn(text, region)).toEqual([]);
  });
});

describe('a fax machine', () => {
  it.each([
    ['DE', 'Fax 030 23125001', ['030 23125001 = +493023125001 fax']],
    ['DE', 'Telefax: +49 30 23125001', ['+49 30 23125001 = +493023125001 fax']],
    ['FR', 'Télécopie : 01 42 68 53 00', ['01 42 68 53 00 = +33142685300 fax']],
    ['US', '415-555-2671 (fax)', ['415-555-2671 = +14155552671 fax']],
    ['JP', 'ファックス03-1234-5678', ['03-1234-5678 = +81312345678 fax']],
    ['CN', '传真：010-12345678', ['010-12345678 = +861012345678 fax']],
    [
      'DE',
      'Tel. 030 23125000, Fax 030 23125001',
      ['030 23125000 = +493023125000', '030 23125001 = +493023125001 fax'],
    ],
  ])('%s: %s', (region, text, numbers) => {
    expect(foundIn(text, region)).toEqual(numbers);
  });

  it.each([
    ['DE', 'Tel. 030 23125000\nFax', ['030 23125000 = +493023125000']],
    ['US', 'No fax, please. Call 415-555-2671', ['415-555-2671 = +14155552671']],
    [
      'US',
      '415-555-2671 or fax: 415-555-2672',
      ['415-555-2671 = +14155552671', '415-555-2672 = +14155552672 fax'],
    ],
  ])('is told from a phone in %s: %s', (region, text, numbers) => {
    expect(foundIn(text, region)).toEqual(numbers);
  });
});
