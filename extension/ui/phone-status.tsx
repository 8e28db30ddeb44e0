import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import type { Registration } from '../../src/phone/registration';
import { Icon, type IconName } from './icon';
import { useWords, type WordKey } from './words';

interface Look {
  readonly mark: 'ready' | 'waiting' | 'trouble' | 'off';
  readonly icon: IconName;
  readonly word: WordKey;
}

/** Whether calls can reach this phone, in words, with a sign whose shape says the same. */
export function PhoneStatus({ snapshot }: { snapshot: PhoneSnapshot | null }) {
  const t = useWords();
  const { mark, icon, word } = lookOf(snapshot);

  return (
    <div class="phone-status">
      <span class={`status-mark ${mark}`}>
        <Icon name={icon} small />
      </span>
      <p class="status-words" role="status">
        {t(word)}
      </p>
      {snapshot?.account && (
        <p class="status-account">
          <bdi>{snapshot.account.address.replace(/^sip:/, '')}</bdi>
        </p>
      )}
    </div>
  );
}

function lookOf(snapshot: PhoneSnapshot | null): Look {
  if (snapshot === null) {
    return { mark: 'waiting', icon: 'waiting', word: 'registrationStarting' };
  }
  if (snapshot.account === null) {
    return { mark: 'off', icon: 'offline', word: 'registrationNoAccount' };
  }

  return lookOfRegistration(snapshot.registration);
}

function lookOfRegistration(registration: Registration): Look {
  switch (registration.state) {
    case 'registered':
      return { mark: 'ready', icon: 'ready', word: 'registrationReady' };
    case 'registering':
      return { mark: 'waiting', icon: 'waiting', word: 'registrationConnecting' };
    case 'unregistered':
      return { mark: 'off', icon: 'offline', word: 'registrationNone' };
    case 'failed':
      // What exactly failed stands in the notice below, with the way to mend it.
      return { mark: 'trouble', icon: 'warning', word: 'registrationNone' };
  }
}
