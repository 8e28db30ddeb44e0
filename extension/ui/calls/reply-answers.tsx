import type { ReplyAnswered } from '../../../src/phone/reply-answered';
import type { ReplyAnswer } from '../../../src/sip/ringcentral-agent';
import { Act } from '../controls/act';
import type { PhoneActions } from '../phone/actions';
import { partyOf } from '../words/party';
import { Refusal } from '../controls/refusal';
import { useRequest } from '../controls/use-request';
import { useWords, type WordKey } from '../words/words';

/** What each key means that a caller can press after hearing a message. */
const ANSWER_WORDS: Readonly<Record<ReplyAnswer, WordKey>> = {
  yes: 'answerYes',
  no: 'answerNo',
  urgent: 'answerUrgent',
  none: 'answerNone',
};

interface ReplyAnswersProps {
  readonly answers: readonly ReplyAnswered[];
  readonly country: string;
  readonly actions: PhoneActions;
}

/** What callers answered to the messages left for them, until the user has read it. */
export function ReplyAnswers({ answers, ...props }: ReplyAnswersProps) {
  const t = useWords();

  return answers.length === 0 ? null : (
    <ul class="other-calls" aria-label={t('answersTitle')}>
      {answers.map((answer) => (
        <Answer key={answer.id} answer={answer} {...props} />
      ))}
    </ul>
  );
}

function Answer({
  answer,
  country,
  actions,
}: Omit<ReplyAnswersProps, 'answers'> & { answer: ReplyAnswered }) {
  const t = useWords();
  const { refusal, request } = useRequest();
  const { name } = partyOf(answer.remote, country, t);
  const callBack = async () => {
    await (answer.number === null
      ? actions.redial(answer.remote.uri)
      : actions.dial(answer.number));
    await actions.forget(answer.id);
  };

  return (
    <li class="card compact-card" role="status">
      <p class="compact-name">
        <bdi>{name}</bdi>
      </p>
      <p class="compact-state">
        {answer.number === null ? t(ANSWER_WORDS[answer.answer]) : t('answerCallAt', answer.number)}
      </p>
      <div class="compact-buttons">
        <Act
          icon="phone"
          label={t('callNamed', t('callBack'), name)}
          onClick={() => void request(callBack)} // Its refusal is shown below.
        />
        <Act
          icon="close"
          label={t('callNamed', t('callDismiss'), name)}
          onClick={() => void request(() => actions.forget(answer.id))} // As above.
        />
      </div>
      {refusal !== null && <Refusal code={refusal} />}
    </li>
  );
}
