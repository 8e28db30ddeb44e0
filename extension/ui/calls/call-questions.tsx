import type { Call } from '../../../src/call/call';
import type { CallCommand } from '../../../src/call/command';
import { Icon, type IconName } from '../controls/icon';
import { partyOf } from '../words/party';
import { useSettled } from '../controls/use-settled';
import { useWords } from '../words/words';

interface CallQuestionsProps {
  readonly call: Call;
  readonly country: string;
  readonly send: (command: CallCommand) => void;
}

/** What somebody else wants done in a call: nobody but the user decides that. */
export function CallQuestions({ call, country, send }: CallQuestionsProps) {
  const t = useWords();
  const { name } = partyOf(call.remote, country, t);
  // A name is the other side's word; what counts is the number.
  const numbered = (remote: Call['remote']) => {
    const party = partyOf(remote, country, t);

    return party.number === null ? party.name : `${party.name} (${party.number})`;
  };

  return (
    <>
      {call.referral !== null && (
        <Question
          key={call.referral.uri}
          text={t('referralAsks', name, numbered(call.referral))}
          no={t('referralRefuse')}
          yes={t('referralAccept')}
          icon="phone"
          answer={(isYes) => {
            send({ type: isYes ? 'accept-referral' : 'refuse-referral' });
          }}
        />
      )}
      {call.replacement !== null && (
        <Question
          key={call.replacement.uri}
          text={t('replacementAsks', numbered(call.replacement), name)}
          no={t('replacementRefuse')}
          yes={t('replacementAccept')}
          icon="phone"
          answer={(isYes) => {
            send({ type: isYes ? 'accept-replacement' : 'refuse-replacement' });
          }}
        />
      )}
    </>
  );
}

interface QuestionProps {
  readonly text: string;
  readonly no: string;
  readonly yes: string;
  readonly icon: IconName;
  readonly answer: (isYes: boolean) => void;
}

/** The other side chooses when it comes up: what it pushes aside may have been about to be clicked. */
function Question({ text, no, yes, icon, answer }: QuestionProps) {
  const isSettled = useSettled();
  const decide = (isYes: boolean) => {
    if (isSettled()) {
      answer(isYes);
    }
  };

  return (
    <section class="call-question" role="alert">
      <p class="call-hint">{text}</p>
      <div class="call-decision">
        <button
          type="button"
          class="button wide"
          onClick={() => {
            decide(false);
          }}
        >
          {no}
        </button>
        <button
          type="button"
          class="button call wide"
          onClick={() => {
            decide(true);
          }}
        >
          <Icon name={icon} />
          {yes}
        </button>
      </div>
    </section>
  );
}
