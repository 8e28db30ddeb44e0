import {
  MOST_EXTRA_HEADERS,
  MOST_SHOWN_NUMBERS,
  parseShown,
  shownNumber,
  type OutgoingRules,
} from '../../../src/account/outgoing';
import { headerProblem, readHeader } from '../../../src/sip/extra-header';
import { Field } from '../controls/field';
import { Icon } from '../controls/icon';
import { KeptItems } from '../controls/kept-items';
import { shownChoices } from '../dial/shown-as';
import { useWords } from '../words/words';

interface OutgoingSectionProps {
  readonly rules: OutgoingRules;
  readonly canHide: boolean;
  readonly onChange: (rules: OutgoingRules) => void;
}

/** What those who are called learn of the user. */
export function OutgoingSection({ rules, canHide, onChange }: OutgoingSectionProps) {
  const t = useWords();
  const { shown, numbers, headers } = rules;

  return (
    <>
      <Field label={t('outgoingShown')} help={t('outgoingShownHelp')}>
        {(control) => (
          <select
            id={control.id}
            aria-describedby={control['aria-describedby']}
            value={shown}
            onChange={({ currentTarget: { value } }) => {
              onChange({ ...rules, shown: parseShown(value, numbers) });
            }}
          >
            {shownChoices(rules, canHide, t).map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
      <details class="details advanced">
        <summary>
          <Icon name="more" small />
          {t('outgoingMore')}
        </summary>
        <div class="fields">
          <KeptItems
            title="outgoingNumbers"
            help="outgoingNumbersHelp"
            none="outgoingNumbersNone"
            label="outgoingNumbersLabel"
            items={numbers}
            most={MOST_SHOWN_NUMBERS}
            textOf={(number) => number}
            read={(text) => {
              const number = shownNumber(text);

              return number === null ? { problem: 'problemNumberInvalid' } : { item: number };
            }}
            onChange={(kept) => {
              onChange({ ...rules, numbers: kept, shown: parseShown(shown, kept) });
            }}
          />
          <KeptItems
            title="outgoingHeaders"
            help="outgoingHeadersHelp"
            none="outgoingHeadersNone"
            label="outgoingHeadersLabel"
            items={headers}
            most={MOST_EXTRA_HEADERS}
            textOf={({ name, value }) => `${name}: ${value}`}
            read={(text) => {
              const header = readHeader(text);
              const problem = headerProblem(header);

              return problem === null
                ? { item: header }
                : {
                    problem:
                      problem === 'header-reserved'
                        ? 'problemHeaderReserved'
                        : 'problemHeaderInvalid',
                  };
            }}
            onChange={(kept) => {
              onChange({ ...rules, headers: kept });
            }}
          />
        </div>
      </details>
    </>
  );
}
