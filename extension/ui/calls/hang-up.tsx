import type { Call } from '../../../src/call/call';
import type { CallCommand } from '../../../src/call/command';
import { Icon } from '../controls/icon';
import { KEYS } from '../controls/shortcuts';
import { useWords } from '../words/words';

interface HangUpProps {
  readonly call: Call;
  readonly send: (command: CallCommand) => void;
}

/** The button that must always be in sight. */
export function HangUp({ call, send }: HangUpProps) {
  const t = useWords();

  return (
    <button
      type="button"
      class="button hang-up wide"
      aria-keyshortcuts={KEYS.hangUp}
      title={t('keyNamed', t('callHangUp'), KEYS.hangUp)}
      disabled={call.state === 'terminating'}
      onClick={() => {
        send({ type: 'hang-up' });
      }}
    >
      <Icon name="hang-up" />
      {t('callHangUp')}
    </button>
  );
}
