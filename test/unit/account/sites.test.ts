import { modeFor, modeOfFrame } from '../../../src/account/site-mode';
import { parseSites, siteAt, withSite, type Site } from '../../../src/account/sites';

const CRM: Site = { host: 'crm.example', mode: 'hover', country: null };

describe('the choice for a site', () => {
  it('is for this very host', () => {
    expect(siteAt([CRM], 'CRM.example')).toEqual(CRM);
    expect(siteAt([CRM], 'www.crm.example')).toBeNull();
    expect(siteAt([CRM], 'example')).toBeNull();
  });

  it('keeps the country when the mode is changed', () => {
    const sites = withSite(withSite([], 'crm.example', { country: 'CH' }), 'Crm.Example', {
      mode: 'off',
    });

    expect(sites).toEqual([{ host: 'crm.example', mode: 'off', country: 'CH' }]);
  });

  it('is forgotten when nothing of it is left', () => {
    expect(withSite([CRM], 'crm.example', { mode: null })).toEqual([]);
  });

  it('is kept for the five hundred sites chosen last', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...CRM,
      host: `site-${index}.example`,
    }));
    const now = withSite(many, 'new.example', { mode: 'off' });

    expect(now).toHaveLength(500);
    expect(now.at(-1)?.host).toBe('new.example');
    expect(siteAt(now, 'site-0.example')).toBeNull();
  });
});

describe('sites from storage', () => {
  it('lose what is none, and the older of two with one name', () => {
    expect(
      parseSites([
        null,
        7,
        { host: 7, mode: 'off' },
        { host: 'crm.example:8443', mode: 'off' },
        { host: 'a b', mode: 'off' },
        { host: 'crm.example', mode: 'mark' },
        { host: 'crm.example', mode: 'everything', country: 'ch' },
        { host: 'shop.example', mode: 'off', country: 'DE', evil: true },
        { host: 'CRM.example', mode: 'links' },
      ]),
    ).toEqual([
      { host: 'shop.example', mode: 'off', country: 'DE' },
      { host: 'crm.example', mode: 'links', country: null },
    ]);
  });

  it('may be called as the inside of every object is', () => {
    const stored: unknown = JSON.parse('[{"host":"__proto__","mode":"off"}]');

    expect(modeFor('constructor', { pageMode: 'mark', sites: parseSites(stored) })).toBe('mark');
    expect(modeFor('__proto__', { pageMode: 'mark', sites: parseSites(stored) })).toBe('off');
  });
});

describe('what is done on a page', () => {
  const settings = { pageMode: 'links', sites: [CRM] } as const;

  it.each([
    ['on a site with its own choice', 'crm.example', 'hover'],
    ['on all others', 'shop.example', 'links'],
    ['in a local file', null, 'links'],
    ['in a document editor', 'docs.google.com', 'off'],
    ['in a drawing', 'www.figma.com', 'off'],
    ['in one of many machines of an editor', 'fictional-goggles.github.dev', 'off'],
    ['in a store', 'chromewebstore.google.com', 'off'],
    ['where a name only ends like an editor’s', 'mygithub.dev', 'links'],
    ['in a mail program beside an editor', 'mail.google.com', 'links'],
  ] as const)('is chosen %s', (_, host, mode) => {
    expect(modeFor(host, settings)).toBe(mode);
  });

  it('is what the user wants in an editor, too', () => {
    const sites = withSite([], 'docs.google.com', { mode: 'mark' });

    expect(modeFor('docs.google.com', { pageMode: 'off', sites })).toBe('mark');
  });

  it('is in a frame what it is on its tab’s site', () => {
    expect(modeOfFrame('crm.example', 'widgets.example', settings)).toBe('hover');
  });

  it('is nothing in an editor that another site shows in a frame, unless the user chose', () => {
    expect(modeOfFrame('portal.example', 'word-edit.officeapps.live.com', settings)).toBe('off');
    expect(modeOfFrame('crm.example', 'docs.google.com', settings)).toBe('hover');
  });
});
