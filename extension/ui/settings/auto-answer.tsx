import {
  callerKey,
  MOST_ANSWERED_CALLERS,
  type AutoAnswerRules,
} from '../../../src/account/auto-answer';
import { Icon } from '../controls/icon';
import { KeptItems } from '../controls/kept-items';
import { useWords } from '../words/words';

interface AutoAnswerProps {
  readonly rules: AutoAnswerRules;
  /** Whether the phone system is believed of who calls: nobody is answered by itself otherwise. */
  readonly isTrusting: boolean;
  readonly onChange: (rules: AutoAnswerRules) => void;
}

/** Intercom: whose calls are answered by themselves. */
export function AutoAnswer({ rules, isTrusting, onChange }: AutoAnswerProps) {
  const t = useWords();

  return (
    <div class="auto-answer">
      <div class="field check">
        <label>
          <input
            type="checkbox"
            checked={rules.isOn}
            aria-describedby="auto-answer-help"
            onChange={({ currentTarget: { checked } }) => {
              onChange({ ...rules, isOn: checked });
            }}
          />
          <span>{t('autoAnswer')}</span>
        </label>
        <p class="field-help" id="auto-answer-help">
          {t('autoAnswerHelp')}
        </p>
      </div>
      {rules.isOn && !isTrusting && (
        <p class="field-error" role="status">
          <Icon name="warning" small />
          <span>{t('autoAnswerNotTrusting')}</span>
        </p>
      )}
      {rules.isOn && (
        <KeptItems
          title="autoAnswerCallers"
          none="autoAnswerNobody"
          label="autoAnswerAddLabel"
          items={rules.callers}
          most={MOST_ANSWERED_CALLERS}
          textOf={(caller) => caller}
          read={(text) => {
            const caller = callerKey(text);

            return caller === null ? { problem: 'problemCallerInvalid' } : { item: caller };
          }}
          onChange={(callers) => {
            onChange({ ...rules, callers });
          }}
        />
      )}
    </div>
  );
}
