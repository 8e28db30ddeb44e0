import { useMemo } from 'preact/hooks';
import type { Account } from '../../../src/account/account';
import type { CallFigures } from '../../../src/call/figures';
import type { EventLog } from '../../../src/diagnostics/event-log';
import type { LadderPart } from '../../../src/diagnostics/ladder';
import type { TestRun } from '../../../src/diagnostics/self-test';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import { ConnectionStatus } from './connection-status';
import { EventList } from './event-list';
import type { FindOutWhy } from '../account/find-out-why';
import { Logo } from '../controls/icon';
import type { OpenMicrophone } from '../controls/microphone';
import { ReportSection } from './report-section';
import { SelfTestSection } from './self-test-section';
import type { SetupActions } from '../phone/setup-notices';
import { SipLadder } from './sip-ladder';
import { SoundQuality } from './sound-quality';
import { useWords } from '../words/words';

/** All that the connection page knows. */
export interface ConnectionData {
  /** Null until the phone told its first. */
  readonly snapshot: PhoneSnapshot | null;
  readonly account: Account | null;
  readonly country: string;
  readonly log: EventLog;
  readonly ladder: readonly LadderPart[];
  /** How the sound of the calls that are up is doing, by call id. */
  readonly figures: Readonly<Record<string, CallFigures>>;
  /** The self-test under way, or the last one; null before there was any. */
  readonly test: TestRun | null;
  /** Open while the test listens. */
  readonly microphone: OpenMicrophone | null;
  readonly version: string;
  readonly browser: string;
}

/** What the connection page may ask for. */
export interface ConnectionActions extends SetupActions {
  readonly startTest: () => void;
  readonly stopTest: () => void;
  readonly answerTest: (heard: boolean) => void;
  readonly findOutWhy: FindOutWhy;
  readonly copy: (text: string) => Promise<void>;
  readonly save: (text: string, fileName: string) => void;
}

interface ConnectionViewProps {
  readonly data: ConnectionData;
  readonly actions: ConnectionActions;
}

/** The connection page: first what is wrong, last what an expert reads. */
export function ConnectionView({ data, actions }: ConnectionViewProps) {
  const t = useWords();
  const { snapshot, country, log, ladder } = data;
  // Hundreds of lines, and something else is new every second of a call.
  const events = useMemo(() => <EventList log={log} country={country} />, [log, country]);
  const messages = useMemo(() => <SipLadder parts={ladder} />, [ladder]);

  return (
    <div class="page">
      <header class="page-header">
        <Logo />
        <h1>{t('connectionTitle')}</h1>
      </header>
      <main>
        <ConnectionStatus data={data} actions={actions} />
        <SoundQuality calls={snapshot?.calls ?? []} figures={data.figures} country={country} />
        {data.account !== null && (
          <SelfTestSection
            run={data.test}
            microphone={data.microphone}
            calls={snapshot?.calls ?? []}
            actions={actions}
          />
        )}
        <ReportSection data={data} actions={actions} />
        {events}
        {messages}
      </main>
    </div>
  );
}
