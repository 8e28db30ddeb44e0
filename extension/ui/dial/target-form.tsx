import { useState } from 'preact/hooks';
import type { HistoryEntry } from '../../../src/history/entry';
import { Icon, type IconName } from '../controls/icon';
import { NumberField } from './number-field';
import { Suggestions } from './suggestions';
import { TeamSuggestions } from '../team/team-suggestions';
import { useRequest } from '../controls/use-request';
import { useTyped } from './use-typed';

/** What can be done with a number once it is typed. */
interface TargetDeed {
  readonly word: string;
  readonly icon: IconName;
  readonly act: (target: string) => Promise<unknown>;
}

interface TargetFormProps {
  readonly label: string;
  readonly country: string;
  readonly history: readonly HistoryEntry[];
  /** Who is not suggested: the other party himself. */
  readonly except: string;
  /** The first is what Enter does. */
  readonly deeds: readonly TargetDeed[];
  /** One of them was granted. */
  readonly done: () => void;
}

/** A number, and what shall be done with it in a call; those one talked to last are at hand. */
export function TargetForm({ label, country, history, except, deeds, done }: TargetFormProps) {
  const { refusal, request, forget } = useRequest();
  const [isEmpty, setIsEmpty] = useState(false);
  const field = useTyped(country, () => {
    forget();
    setIsEmpty(false);
  });
  const [first] = deeds;
  const run = async (deed: TargetDeed) => {
    const target = field.typed.text.trim();

    if (target !== '' && (await request(() => deed.act(target)))) {
      done();
      return;
    }
    setIsEmpty(target === '');
    field.input.current?.focus();
  };

  return (
    <>
      <form
        class="dial-box"
        onSubmit={(event) => {
          event.preventDefault();
          if (first !== undefined) {
            void run(first); // Its refusal is shown below the field.
          }
        }}
      >
        <NumberField
          label={label}
          field={field}
          refusal={refusal}
          missing={isEmpty ? 'targetEmpty' : null}
        />
        <div class="target-deeds">
          {deeds.map((deed) => (
            <button
              key={deed.word}
              type={deed === first ? 'submit' : 'button'}
              class={deed === first ? 'button call' : 'button quiet'}
              onClick={
                deed === first ? undefined : () => void run(deed) // As above.
              }
            >
              <Icon name={deed.icon} small />
              {deed.word}
            </button>
          ))}
        </div>
      </form>
      <TeamSuggestions
        typed={field.typed.text}
        country={country}
        onPick={(number) => {
          field.set(number);
          field.input.current?.focus();
        }}
      />
      <Suggestions
        history={history}
        except={except}
        country={country}
        onPick={(target) => {
          field.set(target);
          field.input.current?.focus();
        }}
      />
    </>
  );
}
