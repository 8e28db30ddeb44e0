import { useMemo } from 'preact/hooks';
import type { ConnectionActions, ConnectionData } from './connection-data';
import { ConnectionStatus } from './connection-status';
import { EventList } from './event-list';
import { Logo } from '../controls/icon';
import { ReportSection } from './report-section';
import { SelfTestSection } from './self-test-section';
import { SipLadder } from './sip-ladder';
import { SoundQuality } from './sound-quality';
import { useWords } from '../words/words';

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
