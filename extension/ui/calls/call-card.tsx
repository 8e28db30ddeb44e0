import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../../../src/call/call';
import { canTransfer } from '../../../src/call/transfer';
import type { CallCommand } from '../../../src/call/command';
import type { HistoryEntry } from '../../../src/history/entry';
import type { Consult } from '../../../src/phone/consult';
import type { Devices } from '../../../src/phone/devices/devices';
import type { AccountView } from '../../../src/protocol/snapshot';
import type { PhoneActions } from '../phone/actions';
import type { CallDeed } from './call-deed';
import { CallMessage } from './call-message';
import { CallMore, hasMore } from './call-more';
import { CallQuestions } from './call-questions';
import { CallTimer } from './call-timer';
import { ConsultQuestion } from './consult-question';
import { Control } from '../controls/control';
import { DeviceLines } from './device-lines';
import { DtmfPad, LostDigits } from './dtmf-pad';
import { HangUp } from './hang-up';
import { Panel } from '../controls/panel';
import { partyOf } from '../words/party';
import { PartyLines, Portrait } from './portrait';
import { ServiceNews } from './phone-system';
import { RecordingNews } from './record-call';
import { Refusal } from '../controls/refusal';
import { ServerNews } from './server-news';
import { KEYS } from '../controls/shortcuts';
import { SoundNews } from './sound-news';
import { TransferNews } from './transfer-news';
import { TransferPanel } from './transfer-panel';
import { useKeptFocus } from '../controls/use-kept-focus';
import { useRequest } from '../controls/use-request';
import { useWords, type WordKey } from '../words/words';
import { stateWord } from '../words/wording';

/** What every card of a call is told. */
export interface CardProps {
  readonly call: Call;
  readonly others: readonly Call[];
  readonly consults: readonly Consult[];
  readonly account: AccountView | null;
  readonly country: string;
  readonly history: readonly HistoryEntry[];
  readonly devices: Devices;
  readonly actions: PhoneActions;
  /** Opens the place where a further call is dialled. */
  readonly addCall: () => void;
}

/** What stands in the place of the buttons. */
type PanelName = 'keypad' | 'transfer' | 'more';

/** The call the user is in, or is making. Every button shows what the snapshot says. */
export function CallCard({ addCall, history, ...props }: CardProps) {
  const { call, country, actions } = props;
  const t = useWords();
  const { refusal, request, forget } = useRequest();
  const [asked, setAsked] = useState<PanelName | null>(null);
  const card = useRef<HTMLElement>(null);
  const opened = useRef<PanelName | null>(null);
  const party = partyOf(call.remote, country, t);
  const run = (ask: () => Promise<unknown>) => {
    void request(ask); // Its refusal is shown on the card.
  };
  const send = (command: CallCommand) => {
    run(() => actions.command(call.id, command));
  };
  const close = () => {
    setAsked(null);
  };
  const deed: CallDeed = { ...props, send, run, close };
  const panel = asked !== null && whyNot(asked, deed) === null ? asked : null;

  useKeptFocus(card);
  // A refusal speaks of the state it met.
  useEffect(forget, [call.state, forget]);
  // Who closes a panel goes on from the button that opened it.
  useLayoutEffect(() => {
    if (panel === null && opened.current !== null && document.activeElement === document.body) {
      card.current?.querySelector<HTMLElement>(`[data-opens="${opened.current}"]`)?.focus();
    }
    opened.current = panel;
  }, [panel]);

  return (
    <article
      ref={card}
      class={panel === null ? 'card call-card' : 'card call-card with-panel'}
      aria-label={party.name}
    >
      <Portrait party={party} ringing={call.state === 'calling' || call.state === 'ringing'} />
      <PartyLines party={party} />
      <p class={call.hold.local || call.hold.remote ? 'call-state waiting' : 'call-state'}>
        <span>{t(stateWord(call))}</span>
        <CallTimer call={call} />
      </p>
      {sentOn(call, props.others).map((one) => (
        <TransferNews key={one.id} call={one} others={[call, ...props.others]} country={country} />
      ))}
      <ServiceNews call={call} country={country} />
      <ServerNews call={call} />
      <DeviceLines
        call={call}
        devices={props.devices}
        openWelcome={actions.openWelcome}
        run={run}
      />
      {call.muted && <p class="call-muted">{t('stateMuted')}</p>}
      <SoundNews call={call} devices={props.devices} country={country} send={send} />
      <RecordingNews call={call} />
      <LostDigits call={call} />
      <CallMessage call={call} from={party.name} />
      <CallQuestions call={call} country={country} send={send} />
      {panel === null && <ConsultQuestion {...deed} />}
      {panel === null && <Controls deed={deed} open={setAsked} addCall={addCall} />}
      {(panel === 'keypad' || (panel === null && call.dtmf.received !== '')) && (
        <Keypad deed={deed} isShown={panel === 'keypad'} />
      )}
      {panel === 'transfer' && <TransferPanel {...deed} history={history} />}
      {panel === 'more' && <CallMore {...deed} />}
      <Refusal code={refusal} />
      <HangUp call={call} send={send} />
    </article>
  );
}

/** This call, and whoever was sent to its other party: how that goes is of interest here. */
function sentOn(call: Call, others: readonly Call[]): readonly Call[] {
  return [call, ...others.filter(({ transfer }) => transfer?.callId === call.id)];
}

interface ControlsProps {
  readonly deed: CallDeed;
  readonly open: (panel: PanelName) => void;
  readonly addCall: () => void;
}

function Controls({ deed, open, addCall }: ControlsProps) {
  const t = useWords();
  const { call, send } = deed;
  const opener = (name: PanelName) => {
    const why = whyNot(name, deed);

    return {
      opens: name,
      reason: why && t(why),
      onClick: () => {
        open(name);
      },
    };
  };
  const holdReason = whyNoHold(call);

  return (
    <div class="call-controls">
      <Control
        icon={call.muted ? 'microphone-off' : 'microphone'}
        word={t(call.muted ? 'callUnmute' : 'callMute')}
        shortcut={KEYS.mute}
        pressed={call.muted}
        reason={call.state === 'terminating' ? t('notWhileEnding') : null}
        onClick={() => {
          send({ type: 'mute', on: !call.muted });
        }}
      />
      <Control icon="keypad" word={t('callKeypad')} shortcut={KEYS.keypad} {...opener('keypad')} />
      <Control
        icon={call.hold.local ? 'resume' : 'pause'}
        word={t(call.hold.local ? 'callResume' : 'callHold')}
        shortcut={KEYS.hold}
        pressed={call.hold.local}
        reason={holdReason && t(holdReason)}
        onClick={() => {
          send({ type: 'hold', on: !call.hold.local });
        }}
      />
      <Control
        icon="transfer"
        word={t('callTransfer')}
        shortcut={KEYS.transfer}
        {...opener('transfer')}
      />
      <Control icon="add" word={t('callAdd')} shortcut={KEYS.addCall} onClick={addCall} />
      <Control icon="menu" word={t('callMore')} shortcut={KEYS.more} {...opener('more')} />
    </div>
  );
}

function Keypad({ deed, isShown }: { deed: CallDeed; isShown: boolean }) {
  const t = useWords();
  const pad = (
    <DtmfPad
      dtmf={deed.call.dtmf}
      padShown={isShown}
      onKey={(tones) => {
        deed.send({ type: 'send-dtmf', tones });
      }}
    />
  );

  return isShown ? (
    <Panel
      title={t('callKeypad')}
      closeWord={t('callHideKeypad')}
      shortcut={KEYS.keypad}
      close={deed.close}
    >
      {pad}
    </Panel>
  ) : (
    pad
  );
}

/** Why a panel can't be opened now; null when it can. */
function whyNot(panel: PanelName, deed: CallDeed): WordKey | null {
  const { call } = deed;

  switch (panel) {
    case 'keypad':
      return call.state === 'early' ? null : whyNotUp(call);
    case 'transfer':
      return whyNotUp(call) ?? (canTransfer(call) ? null : 'notWhileTransferring');
    case 'more':
      return hasMore(deed) ? null : (whyNotUp(call) ?? 'notMore');
  }
}

function whyNoHold(call: Call): WordKey | null {
  return whyNotUp(call) ?? (call.hold.requested === null ? null : 'notWhileAsking');
}

function whyNotUp({ state }: Call): WordKey | null {
  if (state === 'established') {
    return null;
  }

  return state === 'terminating' ? 'notWhileEnding' : 'notBeforeAnswer';
}
