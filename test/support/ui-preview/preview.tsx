import '../../../extension/ui/controls/theme.css';
import '../../../extension/ui/controls/controls.css';
import { render, type ComponentChildren } from 'preact';
import { RequestFailed } from '../../../src/protocol/envelope';
import type { PhoneActions } from '../../../extension/ui/phone/actions';
import { PhoneView } from '../../../extension/ui/phone/phone-view';
import { SurroundingsProvider } from '../../../extension/ui/words/words';
import { englishWords, longWords } from './words';
import { CONNECTION_STATES } from './connection-states';
import { DEVICE_STATES } from './device-states';
import { PAGE_STATES, type PageState } from './page-states';
import { PAGES } from './page-number-states';
import { NOW_MS, PHONE_PRESSES, PHONE_STATES } from './phone-states';

/** The UI in a plain page, without an extension: preview.html?state=idle&words=long */

const PHONES: typeof PHONE_STATES = { ...PHONE_STATES, ...DEVICE_STATES };
const nothing = () => Promise.resolve();
const actions: PhoneActions = {
  // What no phone would call is refused, to see how that looks.
  dial: (target) =>
    /[\w]/.test(target)
      ? nothing()
      : Promise.reject(new RequestFailed({ code: 'invalid-target', message: target })),
  redial: nothing,
  command: nothing,
  several: nothing,
  conference: nothing,
  retrieve: nothing,
  supervise: nothing,
  forget: nothing,
  pickUp: nothing,
  dismiss: nothing,
  reconnect: nothing,
  restartNow: nothing,
  openOptions: nothing,
  openConnection: nothing,
  openWelcome: nothing,
  seeMissed: nothing,
};

const ALL_PAGES: Readonly<Record<string, PageState>> = { ...PAGE_STATES, ...CONNECTION_STATES };

function contentOf(state: string): ComponentChildren {
  const data = PHONES[state];

  return data === undefined ? (
    ALL_PAGES[state]?.page()
  ) : (
    <PhoneView data={data} actions={actions} page={PAGES[state] ?? null} />
  );
}

const asked = new URLSearchParams(location.search);
const state = asked.get('state');
const root = document.getElementById('root');

if (root !== null && state !== null) {
  document.head.insertAdjacentHTML(
    'beforeend',
    `<link rel="stylesheet" href="${state in PHONES ? 'popup' : 'page'}.css">`,
  );
  render(
    <SurroundingsProvider
      t={asked.get('words') === 'long' ? longWords : englishWords}
      nowMs={() => NOW_MS}
      locale="en-US"
    >
      {contentOf(state)}
    </SurroundingsProvider>,
    root,
  );
}

/** What the photographer iterates over. */
Object.assign(globalThis, {
  previewStates: [
    ...Object.keys(PHONES).map((name) => ({
      name,
      width: 360,
      height: 600,
      press: PHONE_PRESSES[name] ?? [],
      only: null,
    })),
    ...Object.entries(ALL_PAGES).map(([name, { press = [], only = null }]) => ({
      name,
      width: 900,
      height: 800,
      press,
      only,
    })),
  ],
});
