import '../../../extension/ui/theme.css';
import '../../../extension/ui/controls.css';
import '../../../extension/ui/phone.css';
import '../../../extension/popup/popup.css';
import { render } from 'preact';
import type { PhoneActions } from '../../../extension/ui/actions';
import { PhoneView } from '../../../extension/ui/phone-view';
import { SurroundingsProvider } from '../../../extension/ui/words';
import { englishWords } from '../words';
import { NOW_MS, PHONE_STATES } from './phone-states';

/** The UI in a plain page, without an extension: preview.html?state=idle */

const nothing = () => Promise.resolve();
const actions: PhoneActions = {
  dial: nothing,
  command: nothing,
  dismiss: nothing,
  reconnect: nothing,
  openOptions: nothing,
  openWelcome: nothing,
  seeMissed: nothing,
};

const state = new URLSearchParams(location.search).get('state') ?? 'idle';
const data = PHONE_STATES[state];
const root = document.getElementById('root');

if (root !== null && data !== undefined) {
  render(
    <SurroundingsProvider t={englishWords} nowMs={() => NOW_MS} locale="en-US">
      <PhoneView data={data} actions={actions} />
    </SurroundingsProvider>,
    root,
  );
}

/** What the photographer iterates over. */
Object.assign(globalThis, {
  previewStates: Object.keys(PHONE_STATES).map((name) => ({ name, width: 360, height: 600 })),
});
