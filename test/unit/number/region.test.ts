import { regionOf, type PageClues } from '../../../src/number/region';

const NOTHING: PageClues = { site: null, telHrefs: [], countryNames: [], lang: '', host: '' };
const GERMANY = ['tel:+493023125000', 'tel:+498912345670'];

/** The country of a page with these clues, for a user in Portugal. */
const region = (clues: Partial<PageClues>): string => regionOf({ ...NOTHING, ...clues }, 'PT');

describe('the country whose numbers a page writes', () => {
  const everything: PageClues = {
    site: 'AT',
    telHrefs: GERMANY,
    countryNames: ['France'],
    lang: 'it-CH',
    host: 'shop.co.uk',
  };

  it('is what the user said, else the first that the page says, else the account’s', () => {
    expect(regionOf(everything, 'PT')).toBe('AT');
    expect(regionOf({ ...everything, site: null }, 'PT')).toBe('DE');
    expect(regionOf({ ...everything, site: null, telHrefs: [] }, 'PT')).toBe('FR');
    expect(region({ lang: 'it-CH', host: 'shop.co.uk' })).toBe('CH');
    expect(region({ lang: 'it', host: 'shop.co.uk' })).toBe('GB');
    expect(region({ lang: 'it', host: 'shop.example' })).toBe('PT');
    expect(regionOf(NOTHING, ' pt ')).toBe('PT');
  });

  it('is never one that does not exist', () => {
    expect(region({ site: 'XX', host: 'firma.de' })).toBe('DE');
    expect(region({ lang: 'en-EU', host: 'firma.de' })).toBe('DE');
    expect(region({ lang: 'en-XX' })).toBe('PT');
    expect(region({ host: 'example.zz' })).toBe('PT');
    expect(region({ countryNames: ['Atlantis', ''], host: 'firma.de' })).toBe('DE');
  });
});

describe('what the links of a page say', () => {
  it.each([
    [['tel:+493023125000'], 'DE'],
    [['TEL:+49-30-23125000'], 'DE'],
    [['tel:%2B49%2030%2023125000'], 'DE'],
    [['tel:0049 30 23125000'], 'DE'],
    [['tel:23125000;phone-context=+4930'], 'DE'],
    [['tel:+14165552671'], 'CA'],
    // Most of them agree; those without their country say nothing.
    [[...GERMANY, 'tel:+431588580'], 'DE'],
    [[...GERMANY, 'tel:030 231250', 'tel:101', 'tel:'], 'DE'],
    [[...GERMANY, '/contact', 'sip:+431588580@pbx.example', 'javascript:0'], 'DE'],
    // Numbers of no country, for satellites and freephone.
    [['tel:+870773111632', 'tel:+80012345678', 'tel:+442079460958'], 'GB'],
  ])('%j: %s', (telHrefs, country) => {
    expect(region({ telHrefs })).toBe(country);
  });

  it.each([
    [['tel:+493023125000', 'tel:+431588580']],
    [['tel:+493023125000', 'tel:+431588580', 'tel:+33142685300']],
    // One number in the head and the foot of the page is one.
    [['tel:+493023125000', 'tel:+493023125000', 'tel:+49 30 23125000', 'tel:+431588580']],
    [['tel:030 23125000']],
    [['tel:+999123456']],
    [['tel:+49%00', 'tel:%', 'tel:+']],
    [[]],
  ])('is nothing where they do not agree: %j', (telHrefs) => {
    expect(region({ telHrefs, host: 'firma.ch' })).toBe('CH');
  });

  it('is what the first fifty say, however many there are', () => {
    const swiss = Array.from({ length: 50 }, (_, place) => `tel:+414466818${10 + place}`);

    expect(region({ telHrefs: [...swiss, ...GERMANY] })).toBe('CH');
  });
});

describe('what the addresses of a page say', () => {
  it.each([
    ['DE', '', 'DE'],
    ['de', '', 'DE'],
    ['DEU', '', 'DE'],
    ['Germany', 'en', 'DE'],
    ['Deutschland', 'de', 'DE'],
    ['Deutschland', 'en-US', 'DE'],
    ['Allemagne', 'fr', 'DE'],
    ['ドイツ', 'ja', 'DE'],
    ['Германия', 'ru', 'DE'],
    ['ألمانيا', 'ar', 'DE'],
    ['Niemcy', '', 'DE'],
    ['UK', '', 'GB'],
    ['U.S.A.', 'en', 'US'],
    ['the United States of America', 'en', 'US'],
    ['Česká republika', 'cs', 'CZ'],
    ['Czech Republic', 'en', 'CZ'],
    ['Turkey', 'en', 'TR'],
    ['TÜRKİYE', 'tr', 'TR'],
    ['Österreich', 'de-AT', 'AT'],
    ['Österrike', 'sv', 'AT'],
    ['España', 'es', 'ES'],
    ['Ísland', 'is', 'IS'],
    ['Brasil', 'pt-BR', 'BR'],
    ['中国', 'zh', 'CN'],
    ['대한민국', 'ko', 'KR'],
    ['ישראל', 'he', 'IL'],
    ['Côte d’Ivoire', 'fr', 'CI'],
  ])('%s (lang "%s"): %s', (name, lang, country) => {
    expect(region({ countryNames: [name], lang })).toBe(country);
  });

  it.each([['Atlantis'], ['Bavaria'], ['der'], ['xyz'], ['12'], ['  '], ['a'.repeat(1_000)]])(
    'nothing, if they say %.20s',
    (name) => {
      expect(region({ countryNames: [name], host: 'firma.ch' })).toBe('CH');
    },
  );

  it('is what most of them say', () => {
    expect(region({ countryNames: ['Germany', 'Austria', 'Deutschland'] })).toBe('DE');
    expect(region({ countryNames: ['Germany', 'Austria'], host: 'firma.ch' })).toBe('CH');
  });
});

describe('what the language and the host of a page say', () => {
  it.each([
    ['de-AT', 'firma.de', 'AT'],
    ['en-GB', 'example.com', 'GB'],
    ['en-UK', 'example.com', 'GB'],
    ['zh-Hant-TW', 'example.com', 'TW'],
    ['pt_BR', 'example.com', 'BR'],
    ['EN-us', '', 'US'],
    ['de', 'firma.ch', 'CH'],
    ['', 'shop.co.uk', 'GB'],
    ['en', 'shop.com.au.', 'AU'],
    ['', 'firma.DE', 'DE'],
    ['ru', new URL('https://пример.рф').hostname, 'RU'],
    ['', new URL('https://例子.中国').hostname, 'CN'],
  ])('lang "%s" on %s: %s', (lang, host, country) => {
    expect(region({ lang, host })).toBe(country);
  });

  it.each([
    ['de', 'example.com'],
    ['', 'example.org'],
    ['en', 'startup.io'],
    ['', 'app.ai'],
    ['', 'clip.tv'],
    ['es-419', 'example.com'],
    ['zh-Hant', 'example.com'],
    ['', 'localhost'],
    ['', '192.168.0.10'],
    ['', 'xn--fsq.xn--unknown'],
  ])('lang "%s" on %s says nothing', (lang, host) => {
    expect(region({ lang, host })).toBe('PT');
  });
});
