import { e164sIn } from './found-in';

describe('digits with a currency', () => {
  it.each([
    ['US', '$4155552671'],
    ['US', 'USD 415 555 2671'],
    ['GB', '£02079460958'],
    ['GB', '02079460958 GBP'],
    ['DE', '030 23125000 EUR'],
    ['DE', '030 23125000 Euro'],
    ['CH', '0446681800 Franken'],
    ['FR', '01 42 68 53 00 euros'],
    ['ES', '912 345 678 €'],
    ['IT', '€ 02 3661 8300'],
    ['SE', '08-123 456 78 kr'],
    ['NO', 'kr 22 12 34 56'],
    ['DK', '20 89 24 31 kroner'],
    ['PL', '22 123 45 67 zł'],
    ['CZ', '601 123 456 Kč'],
    ['HU', '06 1 234 5678 Ft'],
    ['RO', '0721 234 567 lei'],
    ['TR', '0212 555 12 34 TL'],
    ['RU', '8 495 123-45-67 руб'],
    ['UA', '044 123 4567 грн'],
    ['IN', 'Rs. 98765 43210'],
    ['IN', '9876543210 rupees'],
    ['ID', 'Rp 0812 3456 7890'],
    ['JP', '0312345678円'],
    ['CN', '13812345678元'],
    ['KR', '0212345678원'],
    ['BR', 'R$ 11 3456-7890'],
    ['CI', '27 22 44 55 66 FCFA'],
    ['SA', '0512345678 ريال'],
    ['IL', '0502345678 ש"ח'],
    ['TH', '0812345678 บาท'],
    ['GR', '2101234567 ευρώ'],
  ])('are a price: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });

  it.each([
    ['US', '415-555-2671 $20', '+14155552671'],
    ['US', 'Tickets $20, 415-555-2671', '+14155552671'],
    ['DE', '030 23125000\n€ 20', '+493023125000'],
    ['DE', '12 EUR, 030 23125000', '+493023125000'],
    ['FR', '01 42 68 53 00 (0,35 € / min)', '+33142685300'],
    ['GB', 'From £9: 020 7946 0958', '+442079460958'],
    ['US', 'USD +1 415 555 2671', '+14155552671'],
    ['SE', '08-123 456 78 kr 40', '+46812345678'],
    ['RO', '0721 234 567 RON 40', '+40721234567'],
    ['JP', '03-1234-5678（100円）', '+81312345678'],
    ['IN', 'Rs 500 only. 98765 43210', '+919876543210'],
  ])('are told from a phone beside a price: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });
});

describe('digits with a unit', () => {
  it.each([
    ['US', '4155552671 bytes'],
    ['US', '4155552671 miles'],
    ['US', '4155552671 kWh'],
    ['US', '415 555 2671 views'],
    ['US', '4155552671%'],
    ['DE', '030 23125000 Stück'],
    ['DE', '0171 2345678 Einwohner'],
    ['FR', '01 42 68 53 00 habitants'],
    ['ES', '912345678 habitantes'],
    ['IT', '0236618300 abitanti'],
    ['NL', '0205551234 inwoners'],
    ['SE', '0812345678 invånare'],
    ['NO', '22123456 innbyggere'],
    ['FI', '0401234567 kpl'],
    ['PL', '221234567 mieszkańców'],
    ['CZ', '601123456 obyvatel'],
    ['HU', '0612345678 db'],
    ['RO', '0721234567 locuitori'],
    ['RU', '84951234567 шт'],
    ['TR', '02125551234 adet'],
    ['JP', '0312345678件'],
    ['CN', '13812345678人'],
    ['KR', '0212345678명'],
    ['ID', '081234567890 orang'],
  ])('are a measure: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });

  it.each([
    ['US', '415-555-2671 (5 miles away)', '+14155552671'],
    ['US', 'W 415-555-2671 M 415-555-2672', '+14155552671'],
    ['TR', '0542 558 13 19\nG: 1', '+905425581319'],
    ['DE', '030 23125000\nkm 12', '+493023125000'],
    ['PL', '728 341 616 w sprawie faktury', '+48728341616'],
    ['CZ', '601 123 456 v pracovní dny', '+420601123456'],
    ['DE', 'Tel. 030 23125000 GB 2', '+493023125000'],
    ['FR', '01 42 68 53 00 - 12 km', '+33142685300'],
    ['ES', '912 345 678, 300 m', '+34912345678'],
  ])('are told from a phone beside a measure: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toContain(e164);
  });
});

describe('digits that are reckoned with', () => {
  it.each([
    ['US', '4155552671 is prime'],
    ['US', '4155552671 is an odd number'],
    ['DE', '4155552671 ist eine Primzahl'],
    ['FR', '0142685300 est divisible par 4'],
    ['ES', '912345678 es perfecto'],
    ['IT', '0236618300 è primo'],
    ['US', '4155552671 × 2'],
    ['US', '4155552671 = 3 * 7'],
    ['GB', '3 × 02079460958'],
    ['US', 'sqrt(4155552671)'],
    ['DE', 'summe(03023125000)'],
  ])('are no phone: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });

  it.each([
    ['US', '415-555-2671 is our number', '+14155552671'],
    ['DE', '030 23125000 ist eine gute Nummer', '+493023125000'],
    ['FR', '01 42 68 53 00 est notre numéro', '+33142685300'],
    ['ES', '912 345 678 es el fijo', '+34912345678'],
    ['IT', '02 3661 8300 è il fisso', '+390236618300'],
  ])('are told from a phone that is: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });
});
