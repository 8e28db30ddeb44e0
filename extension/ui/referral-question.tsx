import type { Remote } from '../../src/call/call';
import type { CallCommand } from '../../src/call/transition';
import { Icon } from './icon';
import { partyOf } from './party';
import { useWords } from './words';

interface ReferralQuestionProps {
  readonly from: string;
  readonly target: Remote;
  readonly country: string;
  readonly send: (command: CallCommand) => void;
}

/** The other side wants us to call somebody: nobody but the user decides that. */
export function ReferralQuestion({ from, target, country, send }: ReferralQuestionProps) {
  const t = useWords();
  const party = partyOf(target, country, t);
  // The name is the other side's word; what is called, and paid for, is the number.
  const whom = party.number === null ? party.name : `${party.name} (${party.number})`;

  return (
    <section class="referral" role="alert">
      <p class="call-hint">{t('referralAsks', from, whom)}</p>
      <div class="call-decision">
        <button
          type="button"
          class="button wide"
          onClick={() => {
            send({ type: 'refuse-referral' });
          }}
        >
          {t('referralRefuse')}
        </button>
        <button
          type="button"
          class="button call wide"
          onClick={() => {
            send({ type: 'accept-referral' });
          }}
        >
          <Icon name="phone" />
          {t('referralAccept')}
        </button>
      </div>
    </section>
  );
}
