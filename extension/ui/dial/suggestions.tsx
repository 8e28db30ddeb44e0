import type { HistoryEntry } from '../../../src/history/entry';
import { numberOf } from '../../../src/number/display';
import { Icon } from '../controls/icon';
import { partyOf } from '../words/party';
import { useWords } from '../words/words';

interface SuggestionsProps {
  readonly history: readonly HistoryEntry[];
  /** Nobody is suggested to himself. */
  readonly except: string;
  readonly country: string;
  /** Hears what could have been typed. */
  readonly onPick: (target: string) => void;
}

const MOST_SUGGESTED = 4;

/** Those one talked to last, each once: a click puts the number into the field. */
export function Suggestions({ history, except, country, onPick }: SuggestionsProps) {
  const t = useWords();
  const seen = new Set([except]);
  const latest = history.filter(({ remote: { uri } }) => {
    const isNew = !seen.has(uri) && !/^sips?:(anonymous@|[^@]*$)/i.test(uri);

    seen.add(uri);

    return isNew;
  });

  if (latest.length === 0) {
    return null;
  }

  return (
    <ul class="suggestions" aria-label={t('suggestions')}>
      {latest.slice(0, MOST_SUGGESTED).map(({ id, remote }) => {
        const party = partyOf(remote, country, t);

        return (
          <li key={id}>
            <button
              type="button"
              class="deed"
              onClick={() => {
                onPick(numberOf(remote.uri));
              }}
            >
              <Icon name="person" small />
              <span class="deed-words">
                <bdi>{party.name}</bdi>
                {party.number !== null && <bdi class="deed-hint">{party.number}</bdi>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
