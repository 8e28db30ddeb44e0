import '../ui/controls/theme.css';
import '../ui/controls/controls.css';
import '../ui/controls/page.css';
import { render } from 'preact';
import { allow, disallow, isAllowed, watchAllowed } from '../browser/chosen-permissions';
import { phone } from '../browser/messaging';
import {
  deleteRecording,
  listRecordings,
  mostRecordedBytes,
  openRecording,
  renameRecording,
  watchRecordings,
} from '../browser/recordings';
import { openConnection } from '../browser/pages';
import { findOutWhy } from '../browser/server-probe';
import {
  changeSettings,
  readStored,
  watchStored,
  writeStored,
  type Stored,
} from '../browser/storage';
import { words } from '../browser/words';
import { OptionsView, type OptionsActions } from '../ui/settings/options-view';
import { listSoundDevices, playTestSound, watchSoundDevices } from '../ui/settings/sound-devices';
import { SurroundingsProvider } from '../ui/words/words';

const actions: OptionsActions = {
  account: {
    test: (account) => phone('testAccount', { account }),
    save: (account) => writeStored({ account }),
    findOutWhy,
  },
  sound: { list: listSoundDevices, watch: watchSoundDevices, playTest: playTestSound },
  recordings: {
    list: listRecordings,
    watch: watchRecordings,
    open: openRecording,
    rename: renameRecording,
    remove: deleteRecording,
    mostBytes: mostRecordedBytes,
  },
  reach: { isAllowed, allow, disallow, watch: watchAllowed },
  openConnection,
  changeSettings: (change) => changeSettings(() => change),
};

const root = document.getElementById('root');

function show({ account, settings }: Stored): void {
  if (root !== null) {
    render(
      <SurroundingsProvider t={words} nowMs={Date.now} locale={navigator.language}>
        <OptionsView account={account} settings={settings} actions={actions} />
      </SurroundingsProvider>,
      root,
    );
  }
}

document.title = words('optionsTitle');
watchStored(show);
void readStored().then(show); // Storage that cannot be read is a browser without this extension.
