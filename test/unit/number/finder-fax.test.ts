import { foundIn } from './found-in';

/** How many of a text's numbers are a fax machine's, and how many are not. */
function kindsIn(text: string, region: string): string {
  return foundIn(text, region)
    .map((number) => (number.endsWith(' fax') ? 'fax' : 'phone'))
    .join(' ');
}

describe('a number that a fax machine answers', () => {
  it.each([
    ['US', 'Fax: 415-555-2671', 'fax'],
    ['GB', 'F 020 7946 0958', 'fax'],
    ['DE', 'Telefax 030 23125001', 'fax'],
    ['AT', 'Faxnummer: 01 5885801', 'fax'],
    ['FR', 'Télécopieur : 01 42 68 53 01', 'fax'],
    ['ES', 'Fax 912 345 679', 'fax'],
    ['PL', 'faks 22 123 45 68', 'fax'],
    ['FI', 'Faksi 09 123 4567', 'fax'],
    ['NO', 'Telefaks 22 12 34 57', 'fax'],
    ['RU', 'Факс: 8 495 123-45-68', 'fax'],
    ['GR', 'Φαξ: 210 1234567', 'fax'],
    ['IL', 'פקס 03-1234567', 'fax'],
    ['EG', 'فاكس ٠٢ ٢٧٩٥ ١٢٣٤', 'fax'],
    ['KR', '팩스 02-312-3456', 'fax'],
    ['JP', 'FAX 03-1234-5678', 'fax'],
    ['TW', '傳真 02 2312 3456', 'fax'],
    ['US', '415-555-2671 (fax)', 'fax'],
    ['DE', '030 23125001 (Telefax)', 'fax'],
  ])('is told by its word: %s: %s', (region, text, kinds) => {
    expect(kindsIn(text, region)).toBe(kinds);
  });

  it.each([
    ['US', 'Phone 415-555-2671, fax 415-555-2672', 'phone fax'],
    ['US', 'Fax 415-555-2672, phone 415-555-2671', 'fax phone'],
    ['DE', 'T 030 23125000 F 030 23125001', 'phone fax'],
    ['FR', 'Fax : 01 42 68 53 01 Tél. : 01 42 68 53 00', 'fax phone'],
    ['ES', 'Tel. 912 345 678 / Fax 912 345 679', 'phone fax'],
    ['IT', 'Fax 02 3661 8301 - Cell. 347 1234567', 'fax phone'],
    ['NL', 'Fax 020 555 1235\nMobiel 06 12345678', 'fax phone'],
    ['JP', 'FAX 03-1234-5678 TEL 03-1234-5679', 'fax phone'],
    ['SE', 'Tfn 08-123 456 78, fax saknas', 'phone'],
    ['GB', 'We have no fax. Ring 020 7946 0958', 'phone'],
    ['DE', 'Kein Fax mehr! Rufen Sie an: 030 23125000', 'phone'],
    ['PL', 'faks nieczynny, tel. 22 123 45 67', 'phone'],
    ['US', '415-555-2671\nFax', 'phone'],
    ['US', 'Faxon Street, 415-555-2671', 'phone'],
  ])('is told from a phone beside it: %s: %s', (region, text, kinds) => {
    expect(kindsIn(text, region)).toBe(kinds);
  });

  it.each([
    ['US', 'fax_queue_depth=4155552671'],
    ['DE', 'Faxgerät Modell 03023125000'],
    ['FR', 'Fax modèle 0142685300'],
    ['ES', 'Fax modelo 912345678'],
    ['GB', 'Fax machine serial 02079460958'],
  ])('is not the number of the machine itself: %s: %s', (region, text) => {
    expect(kindsIn(text, region)).toBe('');
  });
});
