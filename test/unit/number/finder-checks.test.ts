import { hasCheckDigits } from '../../../src/number/edges';
import { e164sIn } from './found-in';

/** Whether the digits of a text, which stand at its end, have check digits. */
function isChecked(text: string): boolean {
  const start = /\d[\d -]*$/.exec(text)?.index ?? 0;

  return hasCheckDigits(text, { start, end: text.length });
}

describe('digits with a check digit', () => {
  it.each([
    // Payment cards.
    'Visa 4111 1111 1111 1111',
    'Carte 4012888888881881',
    'Karte 5555-5555-5555-4444',
    'Tarjeta 6011 1111 1111 1117',
    'Carta 3714 496353 98431',
    'カード 3530111333300000',
    // IMEI.
    '490154203237518',
    'Gerät 356938035643809',
    'appareil 353270110204015',
    'aparat 352099001761481',
    'cihaz 860461024123450',
    // Books and journals.
    '9780306406157',
    'livre 9782070368228',
    'Buch 978-3-16-148410-0',
    'libro 978 84 376 0494 7',
    'książka 9788373271890',
    '9770317847001',
  ])('%s', (text) => {
    expect([text, isChecked(text)]).toEqual([text, true]);
  });

  it.each([
    'Visa 4111 1111 1111 1112',
    '490154203237519',
    '9780306406158',
    '5555-5555-5555-4445',
    '9782070368229',
    '030 23125000',
    '415-555-2671',
    '+49 30 23125000',
  ])('is not had by %s', (text) => {
    expect(isChecked(text)).toBe(false);
  });
});

describe('a part of an account number', () => {
  it.each([
    ['DE', 'DE89 3704 0044 0532 0130 00'],
    ['FR', 'FR76 3000 6000 0112 3456 7890 189'],
    ['NL', 'NL91 ABNA 0417 1643 00'],
    ['GB', 'GB29 NWBK 6016 1331 9268 19'],
    ['ES', 'ES91 2100 0418 4502 0005 1332'],
    ['IT', 'IT60 X054 2811 1010 0000 0123 456'],
    ['CH', 'CH93 0076 2011 6238 5295 7'],
    ['PL', 'PL61 1090 1014 0000 0712 1981 2874'],
    ['SE', 'SE45 5000 0000 0583 9825 7466'],
    ['NO', 'NO93 8601 1117 947'],
  ])('is no phone: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });

  it.each([
    ['DE', 'DE89 3704 0044 0532 0130 00, 030 23125000', '+493023125000'],
    ['FR', 'FR76 3000 6000 0112 3456 7890 189 - Tél. 01 42 68 53 00', '+33142685300'],
    ['NL', 'NL91 ABNA 0417 1643 00\n020 555 1234', '+31205551234'],
    ['ES', 'IBAN ES91 2100 0418 4502 0005 1332. Tel. 912 345 678', '+34912345678'],
    ['GB', 'GB29 NWBK 6016 1331 9268 19 / phone 020 7946 0958', '+442079460958'],
  ])('does not hide the phone after it: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });
});

describe('digits that pass a check by chance', () => {
  it.each([
    ['DE', 'Tel. 00493023125005', '+493023125005'],
    ['FR', 'Téléphone : 0033142685305', '+33142685305'],
    ['GB', 'Call 00442079460964', '+442079460964'],
    ['IT', 'Telefono 00390236618307', '+390236618307'],
    ['NL', 'Bel 0031205551232', '+31205551232'],
  ])('are a phone where a word says so: %s: %s', (region, text, e164) => {
    expect(e164sIn(text, region)).toEqual([e164]);
  });

  it.each([
    ['DE', '00493023125005'],
    ['FR', '0033142685305'],
    ['GB', '00442079460964'],
    ['IT', '00390236618307'],
    ['NL', '0031205551232'],
  ])('are none by themselves: %s: %s', (region, text) => {
    expect(e164sIn(text, region)).toEqual([]);
  });
});
