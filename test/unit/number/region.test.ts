import { regionOfPage } from '../../../src/number/region';

describe("the country of a page's national numbers", () => {
  it.each([
    ['de-AT', 'firma.de', 'AT'],
    ['en-GB', 'example.com', 'GB'],
    ['zh-Hant-TW', 'example.com', 'TW'],
    ['pt_BR', 'example.com', 'BR'],
    ['EN-us', '', 'US'],
    ['de', 'firma.ch', 'CH'],
    ['', 'shop.co.uk', 'GB'],
    ['en', 'shop.com.au.', 'AU'],
    ['', 'firma.DE', 'DE'],
  ])('lang "%s" on %s: %s', (lang, host, region) => {
    expect(regionOfPage({ lang, host })).toBe(region);
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
  ])('lang "%s" on %s says nothing', (lang, host) => {
    expect(regionOfPage({ lang, host })).toBeNull();
  });
});
