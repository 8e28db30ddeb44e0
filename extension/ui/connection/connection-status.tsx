import { shownAddress, type Account } from '../../../src/account/account';
import type {
  Registration,
  RegistrationFailure,
} from '../../../src/phone/registration/registration';
import type { ConnectionActions, ConnectionData } from './connection-data';
import { Fact } from './fact';
import { clockText } from '../words/clock-text';
import { Icon } from '../controls/icon';
import { lookOf } from '../phone/phone-status';
import { SetupNotices } from '../phone/setup-notices';
import { useSurroundings, useWords, type Words } from '../words/words';
import { REGISTRATION_WORDS, SYSTEM_WORDS } from '../words/wording';

interface ConnectionStatusProps {
  readonly data: ConnectionData;
  readonly actions: ConnectionActions;
}

/** Whether calls can come in, since when, and what went wrong last. */
export function ConnectionStatus({ data, actions }: ConnectionStatusProps) {
  const { t, nowMs, locale } = useSurroundings();
  const { snapshot, account, log } = data;
  const { mark, icon, word } = lookOf(snapshot);
  const registration = snapshot?.registration ?? { state: 'unregistered' };
  const when = (atMs: number) => clockText(atMs, nowMs(), locale);

  return (
    <section class="card section connection-status" aria-labelledby="status-title">
      <div class={`connection-state ${mark}`}>
        <Icon name={icon} />
        <h2 id="status-title">
          <span role="status">{t(word)}</span>
        </h2>
      </div>
      {snapshot !== null && <SetupNotices snapshot={snapshot} actions={actions} />}
      {account !== null && (
        <dl class="facts">
          <Fact name={t('accountTitle')}>{shownAddress(account.address)}</Fact>
          <Fact name={t('connectionSystem')}>{t(SYSTEM_WORDS[account.profile.preset])}</Fact>
          <Fact name={t('connectionServer')}>{serverText(registration, account, t)}</Fact>
          {registration.state === 'registered' && log.registeredSinceMs !== null && (
            <Fact name={t('connectionSince')}>{when(log.registeredSinceMs)}</Fact>
          )}
          {registration.state === 'registered' && (
            <Fact name={t('connectionUntil')}>
              {t('connectionUntilHelp', when(registration.expiresAtMs))}
            </Fact>
          )}
          {log.lastFailure !== null && (
            <Fact name={t('connectionLastTrouble')}>
              <LastTrouble
                atText={when(log.lastFailure.atMs)}
                failure={log.lastFailure.failure}
                isOver={registration.state === 'registered'}
              />
            </Fact>
          )}
        </dl>
      )}
    </section>
  );
}

interface LastTroubleProps {
  readonly atText: string;
  readonly failure: RegistrationFailure;
  /** While it lasts, the notice above says what helps. */
  readonly isOver: boolean;
}

function LastTrouble({ atText, failure: { code, response }, isOver }: LastTroubleProps) {
  const t = useWords();
  const { what, help } = REGISTRATION_WORDS[code];

  return (
    <>
      {t('connectionTroubleAt', atText, t(what))}
      {response !== null && (
        <code class="fact-code" dir="ltr">
          {t('callResponse', String(response.statusCode), response.reasonPhrase)}
        </code>
      )}
      {isOver && <span class="field-help">{t(help)}</span>}
    </>
  );
}

/** Where we are registered, else where it is tried. */
function serverText(registration: Registration, { servers }: Account, t: Words): string {
  if (registration.state !== 'registered') {
    return servers.join(', ');
  }

  return registration.isBackup ? t('connectionBackup', registration.server) : registration.server;
}
