/** @jest-environment jsdom */
import { PhoneView, type Page } from '../../../../extension/ui/phone/phone-view';
import type { ListedNumber } from '../../../../src/protocol/listed-numbers';
import { recordActions, type RecordedActions } from '../../../support/recorded-actions';
import { Screen } from '../../../support/screen';
import { numberOnPage, pageLike, reportOf } from '../../../support/ui-preview/page-number-states';
import { NOW_MS, snapshotLike, talking } from '../../../support/ui-preview/phone-states';

let screen: Screen;
let actions: RecordedActions;
let revealed: ListedNumber[];
let chosen: unknown[];

beforeEach(() => {
  screen = new Screen();
  actions = recordActions();
  revealed = [];
  chosen = [];
});

afterEach(async () => {
  await screen.leave();
});

async function show(
  page: Partial<Page['data']> = {},
  snapshot: Parameters<typeof snapshotLike>[0] = {},
): Promise<void> {
  await screen.show(
    <PhoneView
      data={{
        snapshot: snapshotLike(snapshot),
        history: [],
        country: 'US',
        missedSeenAtMs: NOW_MS,
      }}
      actions={actions}
      page={{
        ...pageLike(page),
        actions: {
          reveal: (number) => {
            revealed.push(number);
          },
          chooseForSite: (host, change) => {
            chosen.push([host, change]);

            return Promise.resolve();
          },
        },
      }}
    />,
  );
}

const listed = () => screen.all('.page-number-show').map((row) => row.getAttribute('aria-label'));

describe('the numbers of the page', () => {
  test('are listed as people read them, with what else is known', async () => {
    await show();

    expect(listed()).toEqual([
      'Show +49 30 23125000 on the page, Germany',
      'Show +49 30 23125118 on the page, Germany, Fax',
      'Show +1 212 555 0123 on the page, United States, Extension 204',
      'Show +44 20 7946 0018 on the page, United Kingdom',
    ]);
  });

  test('are all shown on request', async () => {
    await show();
    await screen.press('Show all 6');

    expect(listed()).toHaveLength(6);
    expect(screen.buttons).not.toContain('Show all 6');
  });

  test('are called', async () => {
    await show();
    await screen.press('Call +1 212 555 0123');

    expect(actions.asked).toEqual([['dial', 'tel:+12125550123;ext=204']]);
  });

  test('say when a call is refused', async () => {
    actions.refuseWith = 'not-registered';
    await show();
    await screen.press('Call +44 20 7946 0018');

    expect(screen.one('.page-numbers > .field-error').textContent).not.toBe('');
  });

  test('are shown where they stand', async () => {
    await show({
      reports: [
        reportOf([numberOnPage('+493023125000')]),
        reportOf([numberOnPage('+493023125118')], { frameId: 'inner', isTop: false }),
      ],
    });
    await screen.press('Show +49 30 23125118 on the page, Germany');

    expect(revealed).toMatchObject([{ frameId: 'inner', e164: '+493023125118' }]);
  });

  test('are said to be the first only, where there are too many', async () => {
    await show({ reports: [reportOf([numberOnPage('+493023125000')], { isCapped: true })] });

    expect(screen.text).toContain('This page has more numbers than Offhook marks.');
  });

  test('are out of the way during a call', async () => {
    await show({}, { calls: [talking('1')] });
    expect(screen.all('.page-numbers')).toEqual([]);

    await screen.press('Add call');
    expect(listed()).not.toEqual([]);
  });

  test('are not offered before there is an account', async () => {
    await show({}, { account: null });

    expect(screen.all('.page-numbers')).toEqual([]);
  });
});

describe('a page without numbers', () => {
  test.each<[string, Partial<Page['data']>, string]>([
    ['that could not answer yet', { reports: null }, ''],
    ['has none', {}, 'No phone numbers on this page.'],
    ['is off', { host: 'docs.google.com' }, 'Offhook is off on this site.'],
    [
      'is one that no extension may see',
      { host: null, isClosed: true },
      'Your browser lets no extension look at this page.',
    ],
    ['is a local file', { host: null }, 'No phone numbers on this page.'],
  ])('%s', async (_, page, words) => {
    await show({ reports: [], ...page });

    expect(screen.one('.page-none').textContent).toBe(words);
  });

  test('offers nothing to choose where no extension may look', async () => {
    await show({ reports: [], host: null, isClosed: true });

    expect(screen.all('.site-choice')).toEqual([]);
  });
});

describe('the site', () => {
  test('says what is done on it', async () => {
    await show();

    expect(screen.one('.site-choice summary').textContent).toBe('crm.example.comMark and call');
  });

  test('gets a choice of its own', async () => {
    await show();
    await screen.choose('On this site', 'hover');
    await screen.choose('Country of its numbers', 'CH');

    expect(chosen).toEqual([
      ['crm.example.com', { mode: 'hover' }],
      ['crm.example.com', { country: 'CH' }],
    ]);
  });

  test('goes back to what holds for all', async () => {
    await show({
      settings: {
        pageMode: 'links',
        sites: [{ host: 'crm.example.com', mode: 'off', country: null }],
      },
    });
    expect(screen.field('On this site').value).toBe('off');
    expect(screen.text).toContain('As on all sites: Phone links only');

    await screen.choose('On this site', '');
    expect(chosen).toEqual([['crm.example.com', { mode: null }]]);
  });

  test('is off as an editor, until it is turned on', async () => {
    await show({ host: 'www.figma.com', reports: [] });
    expect(screen.text).toContain('Off, as on all editors and stores');

    await screen.choose('On this site', 'mark');
    expect(chosen).toEqual([['www.figma.com', { mode: 'mark' }]]);
  });
});
