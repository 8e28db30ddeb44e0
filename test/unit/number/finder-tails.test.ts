import { foundIn } from './found-in';

describe('an extension in the words of a language', () => {
  it.each([
    ['US', '415-555-2671 #503', 'x503'],
    ['GB', '020 7946 0958 extn 12', 'x12'],
    ['GB', '020 7946 0958, extension: 4321', 'x4321'],
    ['ES', '912 345 678 ext. 12', 'x12'],
    ['ES', '912 345 678 extensión 12', 'x12'],
    ['AR', '(011) 3456-7890 int. 12', 'x12'],
    ['PE', '(01) 234 5678 anexo 12', 'x12'],
    ['IT', '02 3661 8300 interno 12', 'x12'],
    ['PT', '213 456 789 extensão 12', 'x12'],
    ['DE', '030 23125000 App. 12', 'x12'],
    ['CH', '044 668 18 00 Nebenstelle 12', 'x12'],
    ['AT', '01 588580 Klappe 12', 'x12'],
    ['SE', '08-123 456 78 anknytning 12', 'x12'],
    ['NO', '22 12 34 56 internnr. 12', 'x12'],
    ['DK', '33 12 34 56 lokal 12', 'x12'],
    ['FI', '09 123 4567 alanumero 12', 'x12'],
    ['CZ', '224 123 456 linka 12', 'x12'],
    ['HU', '06 1 234 5678 mellék 12', 'x12'],
    ['RO', '021 312 34 56 interior 12', 'x12'],
    ['GR', '210 1234567 εσωτ. 12', 'x12'],
    ['ID', '(021) 5591 3799 pesawat 12', 'x12'],
    ['KR', '02-312-3456 내선 12', 'x12'],
    ['CN', '010-12345678 转 12', 'x12'],
    ['JP', '03-1234-5678，内線12', 'x12'],
    ['IL', '03-1234567 שלוחה 12', 'x12'],
  ])('%s: %s', (region, text, extension) => {
    expect(foundIn(text, region).map((number) => number.split(' ').at(-1))).toEqual([extension]);
  });

  it.each([
    ['US', '415-555-2671 extras 12'],
    ['DE', '030 23125000 App Store 12'],
    ['ES', '912 345 678 interesados 12'],
    ['FR', '01 42 68 53 00 poste restante'],
    ['NO', '22 12 34 56 linjer 12'],
    ['HU', '06 1 234 5678 mellette 12'],
    ['US', '415-555-2671 x'],
    ['RO', '021 312 34 56 interiorul 12'],
  ])('is no other word: %s: %s', (region, text) => {
    expect(foundIn(text, region).map((number) => / x\d/.test(number))).toEqual([false]);
  });

  it.each([
    ['DE', '030 23125-0', '030 23125-0 = +4930231250'],
    ['AT', '01/588 58-0', '01/588 58-0 = +431588580'],
    ['DE', '030 23125-14', '030 23125-14 = +49302312514'],
    ['DE', '+49 30 23125-0', '+49 30 23125-0 = +4930231250'],
    ['CH', '044 668 18 00', '044 668 18 00 = +41446681800'],
    ['DE', '089/1234-567', '089/1234-567 = +49891234567'],
  ])('is part of the number as a direct one: %s: %s', (region, text, number) => {
    expect(foundIn(text, region)).toEqual([number]);
  });
});

describe('numbers with letters, in a phone’s company', () => {
  it.each([
    ['US', '1-888-CALL-NOW', '+18882255669'],
    ['CA', 'Toll-free: 1-877-GO-TAXIS', '+18774682947'],
    ['AU', 'Phone 1800 FLOWER', '+611800356937'],
    ['GB', 'Call 0800 FLOWERS', '+448003569377'],
    ['US', 'Dial 800-GOT-JUNK', '+18004685865'],
    ['MX', 'Desde EE. UU.: 1-800-FLOWERS', '+18003569377'],
  ])('%s: %s', (region, text, e164) => {
    expect(foundIn(text, region).map((number) => number.split(' = ')[1])).toEqual([e164]);
  });

  it.each([
    ['US', '800-GOT-JUNK'],
    ['GB', '0800 HOURS'],
    ['US', 'Model 1-800-FLOWERS'],
    ['AU', 'Invoice 1800 FLOWER'],
    ['US', 'SKU 1-888-CALL-NOW'],
    ['DE', 'Artikel 0800 BLUMEN'],
  ])('are told from words after a number: %s: %s', (region, text) => {
    expect(foundIn(text, region)).toEqual([]);
  });
});
