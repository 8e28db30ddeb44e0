import { useState } from 'preact/hooks';
import {
  callerKey,
  MOST_ANSWERED_CALLERS,
  type AutoAnswerRules,
} from '../../src/account/auto-answer';
import { displayNumber } from '../../src/number/display';
import { Icon } from './icon';
import { useWords } from './words';

interface AutoAnswerProps {
  readonly rules: AutoAnswerRules;
  readonly country: string;
  /** Whether the phone system is believed of who calls: nobody is answered by itself otherwise. */
  readonly isTrusting: boolean;
  readonly onChange: (rules: AutoAnswerRules) => void;
}

/** Intercom: whose calls are answered by themselves. */
export function AutoAnswer({ rules, country, isTrusting, onChange }: AutoAnswerProps) {
  const t = useWords();
  const { isOn, callers } = rules;

  return (
    <div class="auto-answer">
      <div class="field check">
        <label>
          <input
            type="checkbox"
            checked={isOn}
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
      {isOn && (
        <section class="kept" aria-labelledby="answered-title">
          <h3 id="answered-title">{t('autoAnswerCallers')}</h3>
          {!isTrusting && (
            <p class="field-error" role="status">
              <Icon name="warning" small />
              <span>{t('autoAnswerNotTrusting')}</span>
            </p>
          )}
          {callers.length === 0 ? (
            <p class="field-help">{t('autoAnswerNobody')}</p>
          ) : (
            <ul>
              {callers.map((caller) => (
                <li key={caller} class="kept-row">
                  <bdi class="kept-name">
                    {caller.includes('@') ? caller : displayNumber(caller, country)}
                  </bdi>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={t('removeNamed', caller)}
                    title={t('remove')}
                    onClick={() => {
                      onChange({ ...rules, callers: callers.filter((other) => other !== caller) });
                    }}
                  >
                    <Icon name="close" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          {callers.length < MOST_ANSWERED_CALLERS && (
            <AddCaller
              onAdd={(caller) => {
                onChange({
                  ...rules,
                  callers: [...callers.filter((other) => other !== caller), caller],
                });
              }}
            />
          )}
        </section>
      )}
    </div>
  );
}

function AddCaller({ onAdd }: { onAdd: (caller: string) => void }) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);

  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();

        const caller = callerKey(typed);

        setWrong(caller === null);
        if (caller !== null) {
          onAdd(caller);
          setTyped('');
        }
      }}
    >
      <label for="answered-caller">{t('autoAnswerAddLabel')}</label>
      <div class="add-row">
        <input
          id="answered-caller"
          type="text"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={200}
          value={typed}
          aria-invalid={isWrong}
          aria-describedby="answered-caller-error"
          onInput={({ currentTarget: { value } }) => {
            setTyped(value);
            setWrong(false);
          }}
        />
        <button type="submit" class="button quiet">
          <Icon name="add" small />
          {t('autoAnswerAdd')}
        </button>
      </div>
      <p class="field-error" id="answered-caller-error">
        {isWrong && (
          <>
            <Icon name="warning" small />
            <span>{t('problemCallerInvalid')}</span>
          </>
        )}
      </p>
    </form>
  );
}
