import type {
  Registration,
  RegistrationFailure,
} from '../../../src/phone/registration/registration';
import type { PhoneActions } from './actions';
import { Notice } from '../controls/notice';
import { NoticeAct } from '../controls/notice-act';
import { timeText } from '../words/time-text';
import { useLasting } from '../controls/use-lasting';
import { useNowMs } from '../controls/use-now';
import { useSurroundings, useWords, type WordKey } from '../words/words';
import { REGISTRATION_WORDS } from '../words/wording';

/** What is known of a connection that is not there. */
export interface ConnectionTrouble {
  readonly failure: RegistrationFailure;
  /** When the next attempt begins, epoch milliseconds; null where only the user can mend it. */
  readonly retryAtMs: number | null;
  /** An attempt is under way. */
  readonly isTrying: boolean;
}

/** What is wrong with the connection; null where nothing is known to be. */
export function troubleOf(registration: Registration): ConnectionTrouble | null {
  switch (registration.state) {
    case 'failed':
      return { ...registration, isTrying: false };
    case 'registering':
      return registration.lastFailure === undefined
        ? null
        : { failure: registration.lastFailure, retryAtMs: null, isTrying: true };
    case 'registered':
    case 'unregistered':
      return null;
  }
}

interface ConnectionNoticeProps {
  readonly registration: Registration;
  /** Somebody is being talked to, and will wonder. */
  readonly isInCall?: boolean;
  readonly actions: Pick<PhoneActions, 'reconnect' | 'openOptions'> &
    Partial<Pick<PhoneActions, 'openConnection'>>;
}

/** Why calls can't come in, what Offhook does about it and when, and what the user can do. */
export function ConnectionNotice({
  registration,
  isInCall = false,
  actions,
}: ConnectionNoticeProps) {
  const t = useWords();
  const trouble = troubleOf(registration);
  const isForUser = trouble !== null && !trouble.isTrying && trouble.retryAtMs === null;
  const isLasting = useLasting(trouble !== null);

  if (trouble === null || (!isLasting && !isForUser)) {
    return null;
  }
  if (isInCall) {
    return (
      <Notice icon="warning" title={t(REGISTRATION_WORDS[trouble.failure.code].what)} trouble>
        <p>{t('connectionLostInCall')}</p>
      </Notice>
    );
  }
  const { failure, isTrying } = trouble;
  const { what, help } = REGISTRATION_WORDS[failure.code];
  const mend = t(MENDING[failure.code] ?? 'actionCheckAccount');

  return (
    <Notice icon="warning" title={t(what)} trouble isUrgent={isForUser}>
      <p>{t(help)}</p>
      {!isForUser && (
        <p>
          <NextTry trouble={trouble} />
        </p>
      )}
      <div class="actions">
        {/* Where trying again alone cannot help, mending comes first. */}
        {isForUser && <NoticeAct word={mend} main act={actions.openOptions} />}
        <NoticeAct word={t('actionTryNow')} act={actions.reconnect} disabled={isTrying} />
        {!isForUser && <NoticeAct word={mend} act={actions.openOptions} text />}
        {actions.openConnection !== undefined && (
          <NoticeAct word={t('connectionDetails')} act={actions.openConnection} text />
        )}
      </div>
    </Notice>
  );
}

const MENDING: Readonly<Partial<Record<RegistrationFailure['code'], WordKey>>> = {
  'wrong-password': 'actionChangePassword',
};

/** A minute is counted down by seconds, which nobody has read to them; what is longer has a time. */
export function NextTry({ trouble: { retryAtMs, isTrying } }: { trouble: ConnectionTrouble }) {
  const { t, locale } = useSurroundings();
  const nowMs = useNowMs(retryAtMs !== null);

  if (retryAtMs === null && !isTrying) {
    return null;
  }
  const leftS = retryAtMs === null ? 0 : Math.ceil((retryAtMs - nowMs) / 1000);

  return (
    <span role="timer">
      {retryAtMs === null || leftS <= 0
        ? t('registrationTrying')
        : leftS <= 60
          ? t('registrationRetryIn', String(leftS))
          : t('registrationRetryAt', timeText(retryAtMs, locale))}
    </span>
  );
}
