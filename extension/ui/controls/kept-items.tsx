import { useId, useState } from 'preact/hooks';
import { FieldError } from './field-error';
import { Icon } from './icon';
import { IconButton } from './icon-button';
import { useWords, type WordKey } from '../words/words';

interface KeptItemsProps<Item> {
  readonly title: WordKey;
  readonly help?: WordKey;
  readonly none: WordKey;
  readonly items: readonly Item[];
  readonly most: number;
  readonly textOf: (item: Item) => string;
  /** What is asked for in the field in which a further one is typed. */
  readonly label: WordKey;
  /** What was typed, or why it is none. */
  readonly read: (text: string) => { readonly item: Item } | { readonly problem: WordKey };
  readonly onChange: (items: readonly Item[]) => void;
}

/** A short list that the user keeps: each can be removed, and one more typed. */
export function KeptItems<Item>({
  title,
  help,
  none,
  items,
  most,
  textOf,
  label,
  read,
  onChange,
}: KeptItemsProps<Item>) {
  const t = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<WordKey | null>(null);
  const add = () => {
    const found = read(typed.trim());

    if ('problem' in found) {
      setProblem(found.problem);
      return;
    }
    setTyped('');
    onChange([...items.filter((item) => textOf(item) !== textOf(found.item)), found.item]);
  };

  return (
    <section class="kept" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t(title)}</h3>
      {help !== undefined && <p class="field-help">{t(help)}</p>}
      {items.length === 0 ? (
        <p class="field-help">{t(none)}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={textOf(item)} class="kept-row">
              <bdi class="kept-name">{textOf(item)}</bdi>
              <IconButton
                icon="close"
                name={t('removeNamed', textOf(item))}
                hint={t('remove')}
                onClick={() => {
                  onChange(items.filter((other) => other !== item));
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {items.length < most && (
        <form
          class="field"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <label for={`${id}-new`}>{t(label)}</label>
          <div class="add-row">
            <input
              id={`${id}-new`}
              type="text"
              dir="ltr"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={280}
              value={typed}
              aria-invalid={problem !== null}
              aria-describedby={`${id}-error`}
              onInput={({ currentTarget: { value } }) => {
                setTyped(value);
                setProblem(null);
              }}
            />
            <button type="submit" class="button quiet" aria-label={`${t('keptAdd')}: ${t(label)}`}>
              <Icon name="add" small />
              {t('keptAdd')}
            </button>
          </div>
          <FieldError id={`${id}-error`} text={problem && t(problem)} />
        </form>
      )}
    </section>
  );
}
