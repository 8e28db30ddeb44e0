import { useEffect } from 'preact/hooks';
import type { Call } from '../../../src/call/call';
import { isRecorded } from '../../../src/call/recording';
import type { CallCommand } from '../../../src/call/command';
import type { ConferenceMember } from '../../../src/phone/conference';
import type { Devices } from '../../../src/phone/devices/devices';
import type { AccountView } from '../../../src/protocol/snapshot';
import type { PhoneActions } from '../phone/actions';
import { Act } from '../controls/act';
import { CallTimer } from './call-timer';
import { Control } from '../controls/control';
import { DeviceLines } from './device-lines';
import { Icon } from '../controls/icon';
import { partyOf } from '../words/party';
import { RecordingNews } from './record-call';
import { Refusal } from '../controls/refusal';
import { ServerNews } from './server-news';
import { KEYS } from '../controls/shortcuts';
import { lostSoundWord } from './sound-news';
import { useRequest } from '../controls/use-request';
import { useWords } from '../words/words';

/** What the cards of a conference are told. */
export interface ConferenceProps {
  /** Its calls, in the order in which they were merged; there are two at least. */
  readonly calls: readonly [Call, ...Call[]];
  readonly members: readonly ConferenceMember[];
  readonly account: AccountView | null;
  readonly country: string;
  readonly devices: Devices;
  readonly actions: PhoneActions;
}

/** The conference that the user is in: who talks in it, and what can be done to each and to all. */
export function ConferenceCard({
  calls,
  members,
  account,
  country,
  devices,
  actions,
  addCall,
}: ConferenceProps & { readonly addCall: () => void }) {
  const t = useWords();
  const { refusal, request, forget } = useRequest();
  const [first] = calls;
  const isHeld = calls.every(({ hold }) => hold.local);
  const isRecording = calls.some(isRecorded);
  const canRecord = (account?.profile.record ?? null) !== null;
  const recorded = calls.find(({ recording }) => recording !== null) ?? first;
  const send = (command: CallCommand, callId = first.id) => {
    void request(() => actions.command(callId, command)); // Its refusal is shown on the card.
  };
  const isAsking = calls.some(({ hold }) => hold.requested !== null);

  // A refusal speaks of those it met.
  useEffect(forget, [calls.length, forget]);

  return (
    <article class="card call-card conference-card" aria-label={t('conferenceTitle')}>
      <h2 class="party-name">{t('conferenceTitle')}</h2>
      <p class={isHeld ? 'call-state waiting' : 'call-state'}>
        <span>{t(isHeld ? 'stateHeld' : 'conferenceCount', String(calls.length + 1))}</span>
        <CallTimer call={longest(calls)} />
      </p>
      <ServerNews call={calls.find(({ isCutOff }) => isCutOff) ?? first} />
      <DeviceLines
        call={first}
        devices={devices}
        openWelcome={actions.openWelcome}
        run={(ask) => {
          void request(ask); // As above.
        }}
      />
      {first.muted && <p class="call-muted">{t('stateMuted')}</p>}
      <RecordingNews call={recorded} />
      <ul class="conferees" aria-label={t('conferenceMembers')}>
        {calls.map((call) => (
          <Member
            key={call.id}
            call={call}
            isMuted={members.some(({ callId, isMuted }) => callId === call.id && isMuted)}
            isHeld={isHeld}
            country={country}
            request={(ask) => {
              void request(ask); // As above.
            }}
            actions={actions}
          />
        ))}
      </ul>
      <div class="call-controls conference-controls">
        <Control
          icon={first.muted ? 'microphone-off' : 'microphone'}
          word={t(first.muted ? 'callUnmute' : 'callMute')}
          shortcut={KEYS.mute}
          pressed={first.muted}
          onClick={() => {
            send({ type: 'mute', on: !first.muted });
          }}
        />
        <Control
          icon={isHeld ? 'resume' : 'pause'}
          word={t(isHeld ? 'callResume' : 'callHold')}
          shortcut={KEYS.hold}
          pressed={isHeld}
          reason={isAsking ? t('notWhileAsking') : null}
          onClick={() => {
            send({ type: 'hold', on: !isHeld });
          }}
        />
        {canRecord && (
          <Control
            icon={isRecording ? 'stop-recording' : 'record'}
            word={t(isRecording ? 'recordStopShort' : 'recordShort')}
            shortcut={KEYS.record}
            pressed={isRecording}
            onClick={() => {
              send({ type: 'record', on: !isRecording }, recorded.id);
            }}
          />
        )}
        <Control icon="add" word={t('callAdd')} shortcut={KEYS.addCall} onClick={addCall} />
      </div>
      <Refusal code={refusal} />
      <button
        type="button"
        class="button hang-up wide"
        aria-keyshortcuts={KEYS.hangUp}
        title={t('keyNamed', t('conferenceHangUp'), KEYS.hangUp)}
        onClick={() => void request(() => actions.conference({ type: 'hang-up' }))} // As above.
      >
        <Icon name="hang-up" />
        {t('conferenceHangUp')}
      </button>
    </article>
  );
}

interface MemberProps {
  readonly call: Call;
  readonly isMuted: boolean;
  /** The conference as a whole is on hold. */
  readonly isHeld: boolean;
  readonly country: string;
  readonly request: (ask: () => Promise<unknown>) => void;
  readonly actions: PhoneActions;
}

/** One party of a conference. */
function Member({ call, isMuted, isHeld, country, request, actions }: MemberProps) {
  const t = useWords();
  const { name } = partyOf(call.remote, country, t);
  const named = (word: string) => t('callNamed', word, name);
  const isWaiting = call.hold.local && !isHeld;
  const lost = lostSoundWord(call);
  const state = isWaiting
    ? t('stateHeld')
    : call.hold.remote
      ? t('memberHolds')
      : isMuted
        ? t('memberMuted')
        : lost === null
          ? ''
          : t(lost);

  return (
    <li class="conferee">
      <p class="compact-name">
        <bdi>{name}</bdi>
      </p>
      <p class="compact-state">{state}</p>
      <div class="compact-buttons">
        {isWaiting ? (
          <Act
            icon="resume"
            label={named(t('callResume'))}
            disabled={call.hold.requested !== null}
            onClick={() => {
              request(() => actions.command(call.id, { type: 'hold', on: false }));
            }}
          />
        ) : (
          <Act
            icon={isMuted ? 'microphone-off' : 'microphone'}
            label={named(t(isMuted ? 'memberUnmute' : 'memberMute'))}
            isOn={isMuted}
            onClick={() => {
              request(() =>
                actions.conference({ type: 'mute-member', callId: call.id, on: !isMuted }),
              );
            }}
          />
        )}
        <Act
          icon="split"
          label={t('memberTalkAlone', name)}
          onClick={() => {
            request(() => actions.conference({ type: 'talk-alone', callId: call.id }));
          }}
        />
        <Act
          icon="hang-up"
          danger
          label={named(t('memberDrop'))}
          onClick={() => {
            request(() => actions.command(call.id, { type: 'hang-up' }));
          }}
        />
      </div>
    </li>
  );
}

/** The conference while another call is in front: who waits in it, and what one does with it then. */
export function CompactConference({ calls, country, actions }: ConferenceProps) {
  const t = useWords();
  const { refusal, request } = useRequest();
  const [first] = calls;
  const isHeld = calls.every(({ hold }) => hold.local);
  const names = calls.map(({ remote }) => partyOf(remote, country, t).name).join(', ');
  const named = (word: string) => t('callNamed', word, t('conferenceTitle'));

  return (
    <li class="card compact-card">
      <p class="compact-name" title={names}>
        <bdi>{t('conferenceWith', names)}</bdi>
      </p>
      <p class="compact-state">
        <span>{t(isHeld ? 'stateHeld' : 'conferenceCount', String(calls.length + 1))}</span>
        {calls.some(isRecorded) && <span class="compact-recording">{t('stateRecording')}</span>}
        <CallTimer call={longest(calls)} />
      </p>
      <div class="compact-buttons">
        <Act
          icon={isHeld ? 'resume' : 'pause'}
          label={named(t(isHeld ? 'callResume' : 'callHold'))}
          disabled={calls.some(({ hold }) => hold.requested !== null)}
          shortcut={isHeld ? KEYS.swap : undefined}
          onClick={() => {
            void request(() =>
              isHeld
                ? actions.several({ type: 'swap', callId: first.id })
                : actions.command(first.id, { type: 'hold', on: true }),
            ); // Its refusal is shown below.
          }}
        />
        <Act
          icon="hang-up"
          danger
          label={t('conferenceHangUp')}
          onClick={() => void request(() => actions.conference({ type: 'hang-up' }))} // As above.
        />
      </div>
      {refusal !== null && <Refusal code={refusal} />}
    </li>
  );
}

/** The call that has been up for the longest. */
function longest(calls: readonly [Call, ...Call[]]): Call {
  const upSince = ({ establishedAtMs, startedAtMs }: Call) => establishedAtMs ?? startedAtMs;

  return calls.reduce((before, call) => (upSince(call) < upSince(before) ? call : before));
}
