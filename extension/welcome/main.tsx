import '../ui/controls/theme.css';
import '../ui/controls/controls.css';
import '../ui/controls/page.css';
import { render } from 'preact';
import { phone } from '../browser/messaging';
import { findOutWhy } from '../browser/server-probe';
import { readStored, watchStored, writeStored, type Stored } from '../browser/storage';
import { words } from '../browser/words';
import {
  microphonePermission,
  openMicrophone,
  watchMicrophonePermission,
} from '../ui/controls/microphone';
import { WelcomeView } from '../ui/setup/welcome-view';
import { SurroundingsProvider } from '../ui/words/words';

const root = document.getElementById('root');

function show({ account, settings }: Stored): void {
  if (root === null) {
    return;
  }
  render(
    <SurroundingsProvider t={words} nowMs={Date.now} locale={navigator.language}>
      <WelcomeView
        account={account}
        actions={{
          microphone: {
            permission: microphonePermission,
            watchPermission: watchMicrophonePermission,
            open: () => openMicrophone(settings.microphoneId),
          },
          account: {
            test: (tested) => phone('testAccount', { account: tested }),
            save: (saved) => writeStored({ account: saved }),
            findOutWhy,
          },
        }}
      />
    </SurroundingsProvider>,
    root,
  );
}

document.title = words('welcomeTitle');
watchStored(show);
void readStored().then(show); // Storage that cannot be read is a browser without this extension.
