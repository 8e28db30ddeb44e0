import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_OUTGOING, type OutgoingRules } from '../../../src/account/outgoing';
import { isLive, isRingingIn } from '../../../src/call/call';
import { isMissed, type HistoryEntry } from '../../../src/history/entry';
import { numberOf } from '../../../src/number/display';
import type { AccountView, PhoneSnapshot } from '../../../src/protocol/snapshot';
import type { PhoneActions } from './actions';
import { Calls } from '../calls/calls';
import { ConnectionLink } from './connection-link';
import { ConnectionNotice } from './connection-notice';
import { DialBox } from '../dial/dial-box';
import { Icon, Logo } from '../controls/icon';
import { IconButton } from '../controls/icon-button';
import { Notices } from '../controls/notices';
import { PageNumbers, type PageActions, type PageData } from '../dial/page-numbers';
import { ParkedCalls } from '../calls/parked-calls';
import { PhoneStatus } from './phone-status';
import { RecentCalls } from './recent-calls';
import { ReplyAnswers } from '../calls/reply-answers';
import { SetupNotices } from './setup-notices';
import { KEYS, useShortcuts } from '../controls/shortcuts';
import { Team } from '../team/team';
import { TeamContext } from '../team/team-suggestions';
import { UpdateNotice } from './update-notice';
import { Voicemail } from './voicemail';
import { useWords } from '../words/words';

/** What a shell must know to show the phone. */
export interface PhoneData {
  /** Null until the phone told its first. */
  readonly snapshot: PhoneSnapshot | null;
  readonly history: readonly HistoryEntry[];
  readonly country: string;
  readonly missedSeenAtMs: number;
  /** What those who are called see; as it is at first where it is left out. */
  readonly outgoing?: OutgoingRules;
}

interface PhoneViewProps {
  readonly data: PhoneData;
  readonly actions: PhoneActions;
  /** Null where the phone stands over no page. */
  readonly page?: Page | null;
}

/** The page that the phone stands over. */
export interface Page {
  readonly data: PageData;
  readonly actions: Omit<PageActions, 'dial' | 'openOptions'>;
}

/** The phone on screen: in a popup, a side panel or a window. */
export function PhoneView({ data, actions, page = null }: PhoneViewProps) {
  const t = useWords();
  const { snapshot, country } = data;
  const calls = snapshot?.calls ?? [];
  const busy = calls.some(isLive);
  const rings = calls.some(isRingingIn);
  // The call's own card says it then.
  const isCutOff = calls.some((call) => isLive(call) && call.isCutOff);
  const [dialling, setDialling] = useState(false);
  const isAdding = busy && !rings && dialling;
  const closing: PhoneActions = {
    ...actions,
    dial: async (...wanted) => {
      await actions.dial(...wanted);
      setDialling(false);
    },
    retrieve: async (parkedId, place) => {
      await actions.retrieve(parkedId, place);
      setDialling(false);
    },
    supervise: async (how, extension) => {
      await actions.supervise(how, extension);
      setDialling(false);
    },
    redial: async (uri) => {
      await actions.redial(uri);
      setDialling(false);
    },
    pickUp: async (number) => {
      await actions.pickUp(number);
      setDialling(false);
    },
  };

  useShortcuts();
  // The next call begins with its card, whatever was typed beside the last one.
  useEffect(() => {
    if (!busy) {
      setDialling(false);
    }
  }, [busy]);

  return (
    <div class="phone">
      <header class="phone-header">
        <Logo />
        <PhoneStatus snapshot={snapshot} retry={busy ? actions.reconnect : null} />
        <IconButton
          icon="settings"
          name={t('openSettings')}
          onClick={() => void actions.openOptions()} // A tab that does not open shows itself.
        />
      </header>
      <main>
        {snapshot !== null && (
          <TeamContext.Provider value={snapshot.team}>
            <Calls
              calls={calls}
              members={snapshot.conference}
              isAside={isAdding}
              consults={snapshot.consults}
              account={snapshot.account}
              country={country}
              history={data.history}
              devices={snapshot.devices}
              actions={closing}
              addCall={() => {
                setDialling(true);
              }}
            />
            {!rings && (
              <>
                <ParkedCalls
                  parked={snapshot.parked}
                  account={snapshot.account}
                  country={country}
                  actions={closing}
                />
                <ReplyAnswers answers={snapshot.answers} country={country} actions={closing} />
              </>
            )}
            <Notices>
              {snapshot.update?.asks === true && !rings && (
                <UpdateNotice isInCall={busy} actions={actions} />
              )}
              {busy && !rings && (isAdding || !isCutOff) && (
                <ConnectionNotice registration={snapshot.registration} isInCall actions={actions} />
              )}
            </Notices>
            {!busy && <SetupNotices snapshot={snapshot} actions={actions} />}
          </TeamContext.Provider>
        )}
        {isAdding && (
          <div class="panel-head">
            <h2>{t('dialNewCall')}</h2>
            <button
              type="button"
              class="icon-button"
              aria-label={t('dialNewCallClose')}
              aria-keyshortcuts={KEYS.addCall}
              title={t('keyNamed', t('dialNewCallClose'), KEYS.addCall)}
              onClick={() => {
                setDialling(false);
              }}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
        {(isAdding || !busy) && <Dialling data={data} actions={closing} page={page} />}
      </main>
      {!busy && snapshot !== null && (
        <footer class="phone-footer">
          <ConnectionLink open={actions.openConnection} />
        </footer>
      )}
    </div>
  );
}

function Dialling({ data, actions, page = null }: PhoneViewProps) {
  const { snapshot, history, country, missedSeenAtMs, outgoing = DEFAULT_OUTGOING } = data;
  // What was new when this opened stays marked until it closes.
  const [seenAtMs] = useState(missedSeenAtMs);
  const newestMissedAtMs = history.find(isMissed)?.startedAtMs ?? 0;
  const { seeMissed } = actions;
  const account = snapshot?.account ?? null;

  useEffect(() => {
    if (newestMissedAtMs > missedSeenAtMs) {
      void seeMissed(newestMissedAtMs); // Not written: they are counted again next time.
    }
  }, [newestMissedAtMs, missedSeenAtMs, seeMissed]);

  return (
    <>
      {snapshot?.account !== null && (
        <DialBox
          country={country}
          lastDialled={lastDialledOf(history, snapshot?.account ?? null)}
          padAtFirst={history.length === 0}
          outgoing={outgoing}
          canHide={account !== null && account.profile.hideNumber !== null}
          onDial={actions.dial}
          profile={account?.profile ?? null}
          onListen={actions.supervise}
        />
      )}
      {account !== null && snapshot !== null && (
        <Voicemail voicemail={snapshot.voicemail} account={account} actions={actions} />
      )}
      {page !== null && snapshot?.account !== null && (
        <PageNumbers page={page.data} actions={{ ...actions, ...page.actions }} />
      )}
      {account !== null && snapshot !== null && (
        <Team team={snapshot.team} account={account} country={country} actions={actions} />
      )}
      {(snapshot?.account !== null || history.length > 0) && (
        <RecentCalls
          history={history}
          country={country}
          seenAtMs={seenAtMs}
          onRedial={actions.redial}
        />
      )}
    </>
  );
}

/** What was dialled last, as it could have been typed: who is of another domain keeps theirs. */
function lastDialledOf(
  history: readonly HistoryEntry[],
  account: AccountView | null,
): string | null {
  const last = history.find(({ direction }) => direction === 'outgoing');

  if (last === undefined) {
    return null;
  }
  const { uri } = last.remote;
  const domain = account?.address.replace(/^[^@]*/, '') ?? '';

  return uri.endsWith(domain) ? numberOf(uri) : uri;
}
