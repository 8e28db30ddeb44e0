import { e164sIn } from './found-in';

describe('what is glued to digits', () => {
  it.each([
    ['US', 'abc4155552671'],
    ['DE', 'Blatt03023125000'],
    ['PL', '221234567ab'],
    ['US', 'order_4155552671'],
    ['US', 'img-4155552671.png'],
    ['GB', '02079460958.pdf'],
    ['US', '#4155552671'],
    ['FR', 'facture_0142685300.pdf'],
    ['US', 'limit=4155552671'],
    ['US', 'x = "4155552671"'],
    ['US', 'a@4155552671'],
    ['US', '4155552671_2'],
    ['US', '4155552671:8080'],
    ['US', '[4155552671, 3]'],
    ['IN', '[1, 9876543210, 3]'],
    ['ES', 'lista = [912345678]'],
    ['US', 'OPS-4155552671'],
    ['DE', 'TICKET-03023125000'],
    ['BR', 'PROC-1134567890'],
    ['US', '415-555-2671-B'],
    ['US', '3.4155552671'],
    ['JP', 'A4-0312345678'],
    ['US', 'range 2015..4155552671'],
    ['US', '\\4155552671'],
  ])('makes them a code: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });

  it.each([
    ['US', '"415-555-2671"', '+14155552671'],
    ['US', '[415-555-2671]', '+14155552671'],
    ['US', 'T+1-415-555-2671', '+14155552671'],
    ['CN', '手机13812345678微信', '+8613812345678'],
    ['JP', '電話03-1234-5678まで', '+81312345678'],
    ['DE', 'Telefon:030 23125000.', '+493023125000'],
    ['FR', 'Tél.:01 42 68 53 00;', '+33142685300'],
    ['US', '(415-555-2671)', '+14155552671'],
    ['US', '415-555-2671.', '+14155552671'],
    ['US', '415-555-2671, ask for Tom', '+14155552671'],
    ['GB', '*020 7946 0958*', '+442079460958'],
  ])('is told from what only stands beside them: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });
});

describe('digits of a parcel', () => {
  it.each([
    ['US', 'RR 473 124 829 SE'],
    ['ES', 'CX912345678ES'],
    ['PT', 'RE 912 345 678 PT'],
    ['PL', 'EE221234567PL'],
    ['CZ', 'LX 601 123 456 CZ'],
    ['US', '1Z 999 AA1 01 2345 6784'],
    ['GB', '1Z 999 AA1 01 9526 5780 7'],
    ['IE', '1Z 999 AA1 01 4589 3341 9'],
    ['IN', '1Z9V8 98765 43210'],
    ['DE', '1Z 123 X5 6 0301 23125 0'],
  ])('are no phone: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });

  it.each([
    ['ES', 'ES 912 345 678 o por correo', '+34912345678'],
    ['PT', 'PT 912 345 678', '+351912345678'],
    ['GB', 'London SW1A 1AA 020 7946 0958', '+442079460958'],
    ['CA', 'Toronto ON M5S 9Z6 416 555 2671', '+14165552671'],
    ['CZ', 'CZ 601 123 456, po 17 h', '+420601123456'],
  ])('are told from a phone after capitals: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });
});

describe('digits of an address on the web', () => {
  it.each([
    ['US', 'https://shop.example/p/4155552671'],
    ['DE', 'www.firma.example/artikel/03023125000'],
    ['FR', 'boutique.example/a/0142685300/avis'],
    ['ES', 'http://tienda.example/912345678.html'],
    ['US', 'img/4155552671.jpg'],
    ['JP', 'https://店.example/0312345678'],
    ['US', '4155552671@host.example'],
    ['GB', '/orders/02079460958/items'],
  ])('are no phone: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });

  it.each([
    ['US', 'https://wa.me/14155552671 or call', '+14155552671'],
    ['DE', 'tel:+493023125000', '+493023125000'],
    ['FR', 'https://wa.me/+33142685300', '+33142685300'],
    ['GB', 'https://api.example/send?phone=+442079460958', '+442079460958'],
    ['ES', 'www.tienda.example 912 345 678', '+34912345678'],
    ['US', 'info@shop.example 415-555-2671', '+14155552671'],
  ])('are told from a phone beside or in one: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });
});
