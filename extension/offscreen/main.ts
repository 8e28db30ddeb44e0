import '../browser/not-in-a-tab'; // First: nothing below is to run there.
import { Phone } from '../../src/phone/phone';
import { answerRequests } from '../browser/messaging';
import { begin } from './beginning';
import { browserClock } from './browser-clock';
import { configuring } from './configuring';
import { developerLog as log } from './developer-log';
import { diallingBy } from './dialling';
import { toFailure } from './failure';
import { follow } from './followers';
import { installationId } from './installation-id';
import { keptDiagnostics } from './keep-log';
import { networkInformation, watchNetwork } from './network-watch';
import { onlyPhone } from './only-phone';
import { makeSound } from './phone-sound';
import { registrationSettled } from './registration-settled';
import { phoneRequests } from './requests';
import { restart } from './restart';
import { SipJsStack } from './sipjs/stack';
import { TappedSocket } from './tapped-socket';
import { showToWatchers } from './watchers';

const diagnostics = keptDiagnostics();
const sound = makeSound({ phone: () => phone, log });
const sip = new SipJsStack({
  newId: () => crypto.randomUUID(),
  instanceId: installationId(),
  userAgent: `Offhook/${__VERSION__}`,
  createSocket: (url) => new TappedSocket(url, 'sip', diagnostics),
  media: sound.media,
  log,
});
const phone = new Phone(sip, () => crypto.randomUUID(), browserClock);
const hear = sip.onReport;

sip.onReport = (report) => {
  diagnostics.reported(report);
  hear(report);
};
phone.onReadyToRestart = restart;

const configure = configuring({ phone, devices: sound.devices, diallingBy });
const { configured, begun } = begin({ phone, configure, alone: onlyPhone(), log });

answerRequests({
  me: 'phone',
  handlers: phoneRequests({
    phone,
    sip,
    diagnostics,
    figures: sound.figures,
    configured,
    begun,
    registrationSettled: async () => registrationSettled(phone, browserClock),
    configure,
  }),
  pageRequests: [],
  toFailure,
});
showToWatchers({ phone, sip, begun });
void follow({ phone, begun, diagnostics, sound });
watchNetwork({
  window,
  connection: networkInformation(navigator),
  clock: browserClock,
  onChange: (change) => {
    diagnostics.note({ type: 'network-changed', change });
    phone.networkChanged(change);
  },
});

// The browser quits or the extension is updated: the registrar must not ring a phone that is gone.
window.addEventListener('pagehide', () => {
  phone.quit();
});
