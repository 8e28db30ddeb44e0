import { displayNumber, numberOf } from '../../../src/number/display';
import { internationalForm } from '../../../src/number/written-number';

describe('whom a URI calls', () => {
  it.each([
    ['sip:+14155552671@pbx.example;user=phone', '+14155552671'],
    ['sips:101@pbx.example', '101'],
    ['sip:*21%23@pbx.example', '*21#'],
    ['sip:bob@pbx.example?Subject=x', 'bob'],
    ['tel:+14155552671;ext=2', '+14155552671'],
    ['101', '101'],
    ['sip:\u202ebob@pbx.example', 'bob'],
    ['sip:%ff@pbx.example', '%ff'],
    ['sip:<b>@pbx.example', '<b>'],
    ['', ''],
  ])('%s: %s', (uri, number) => {
    expect(numberOf(uri)).toBe(number);
  });

  it('shows no more of a name than fits a screen', () => {
    expect(numberOf(`sip:${'a'.repeat(100_000)}@pbx.example`)).toHaveLength(64);
  });
});

describe('a number on screen', () => {
  it.each([
    ['sip:+14155552671@pbx.example', 'DE', '+1 415 555 2671'],
    ['sip:0301234567@pbx.example', 'DE', '+49 30 1234567'],
    ['030/1234567', 'de', '+49 30 1234567'],
    ['tel:020 7946 0958', 'GB', '+44 20 7946 0958'],
    ['sip:101@pbx.example', 'DE', '101'],
    ['*97', 'DE', '*97'],
    ['sip:bob@pbx.example', 'US', 'bob'],
    ['0301234567', 'XX', '0301234567'],
    ['0301234567', '', '0301234567'],
    ['+999123', 'US', '+999123'],
    ['', 'US', ''],
  ])('%s in %s: %s', (uri, country, shown) => {
    expect(displayNumber(uri, country)).toBe(shown);
  });
});

describe('a number on a page, in international form', () => {
  it.each([
    ['(415) 555-2671', '+14155552671', '+1 415 555 2671'],
    ['+1 415.555.2671', '+14155552671', '+1 415 555 2671'],
    ['030/23125 000', '+493023125000', '+49 30 23125 000'],
    ['+49 (0)30 23125', '+493023125', '+49 30 23125'],
    ['02079460958', '+442079460958', '+44 2079460958'],
    ['01 588 58-0', '+431588580', '+43 1 588 58 0'],
    ['03-1234567', '+97231234567', '+972 3 1234567'],
    ['8 (495) 123-45-67', '+74951234567', '+7 495 123 45 67'],
    ['1-800-FLOWERS', '+18003569377', '+1 800 356 9377'],
    ['Call us', '+14155552671', '+1 415 555 2671'],
    ['22 12 34 56', '+4722123456', '+47 22 12 34 56'],
  ])('%s: %s is %s', (written, e164, shown) => {
    expect(internationalForm(written, e164)).toBe(shown);
  });
});
