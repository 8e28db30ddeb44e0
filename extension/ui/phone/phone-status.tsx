import { useRef } from 'preact/hooks';
import { shownAddress } from '../../../src/account/account';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import type { Registration } from '../../../src/phone/registration/registration';
import { NextTry, troubleOf } from './connection-notice';
import { Icon, type IconName } from '../controls/icon';
import { timeText } from '../words/time-text';
import { useKeptFocus } from '../controls/use-kept-focus';
import { useSurroundings, useWords, type WordKey } from '../words/words';

/** How a state of the phone looks. */
export interface Look {
  readonly mark: 'ready' | 'waiting' | 'trouble' | 'off';
  readonly icon: IconName;
  readonly word: WordKey;
}

interface PhoneStatusProps {
  readonly snapshot: PhoneSnapshot | null;
  /** Where nothing else on screen has room to say when the next try is, and to ask for it. */
  readonly retry?: (() => Promise<unknown>) | null;
}

/** Whether calls can reach this phone, in words, with a sign whose shape says the same. */
export function PhoneStatus({ snapshot, retry = null }: PhoneStatusProps) {
  const t = useWords();
  const { mark, icon, word } = lookOf(snapshot);
  const account = snapshot?.account ?? null;
  const trouble = snapshot === null ? null : troubleOf(snapshot.registration);
  const place = useRef<HTMLDivElement>(null);

  useKeptFocus(place);

  return (
    <div ref={place} class="phone-status">
      <span class={`status-mark ${mark}`}>
        <Icon name={icon} small />
      </span>
      <p class="status-words" role="status">
        {t(word)}
      </p>
      {account !== null &&
        (trouble !== null && retry !== null ? (
          <p class="status-account">
            <NextTry trouble={trouble} />{' '}
            {!trouble.isTrying && (
              // What comes of it shows itself.
              <button type="button" class="status-retry" onClick={() => void retry()}>
                {t('actionTryNow')}
              </button>
            )}
          </p>
        ) : (
          <p class="status-account">
            <Whereabouts address={account.address} registration={snapshot?.registration ?? null} />
          </p>
        ))}
    </div>
  );
}

/** The phone's state as a sign and a word. */
export function lookOf(snapshot: PhoneSnapshot | null): Look {
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
      return {
        mark: 'waiting',
        icon: 'waiting',
        word:
          registration.lastFailure === undefined
            ? 'registrationConnecting'
            : 'registrationReconnecting',
      };
    case 'unregistered':
      return { mark: 'off', icon: 'offline', word: 'registrationNone' };
    case 'failed':
      // What exactly failed stands in the notice below, with the way to mend it.
      return {
        mark: 'trouble',
        icon: 'warning',
        word: registration.retryAtMs === null ? 'registrationNone' : 'registrationReconnecting',
      };
  }
}

/** Who the user is, and until when; or where, while that is not where it should be. */
function Whereabouts({
  address,
  registration,
}: {
  readonly address: string;
  readonly registration: Registration | null;
}) {
  const t = useWords();
  const shown = shownAddress(address);

  if (registration?.state !== 'registered') {
    return <bdi>{shown}</bdi>;
  }
  if (!registration.isBackup) {
    return (
      <>
        <bdi>{shown}</bdi>
        <RegisteredUntil atMs={registration.expiresAtMs} />
      </>
    );
  }
  const long = t('registeredAtBackup', shown, registration.server);

  return (
    <span title={long}>
      <span class="visually-hidden">{long}</span>
      <span aria-hidden="true">
        {t('registeredAtBackupShort', new URL(registration.server).hostname)}
      </span>
    </span>
  );
}

/** Long before that the registration is renewed, so that the time moves on while all is well. */
function RegisteredUntil({ atMs }: { atMs: number }) {
  const { t, locale } = useSurroundings();
  const time = timeText(atMs, locale);

  return (
    <span class="status-until" title={t('registeredUntil', time)}>
      <span aria-hidden="true">{t('registeredUntilShort', time)}</span>
      <span class="visually-hidden">{t('registeredUntil', time)}</span>
    </span>
  );
}
