import { useState } from 'preact/hooks';
import { isMissed, type HistoryEntry } from '../../../src/history/entry';
import { Icon, type IconName } from '../controls/icon';
import { partyOf } from '../words/party';
import { Refusal } from '../controls/refusal';
import { durationText, whenText } from '../words/time-text';
import { useRequest } from '../controls/use-request';
import { useSurroundings, type Words } from '../words/words';
import { OUTCOME_WORDS } from '../words/wording';

interface RecentCallsProps {
  readonly history: readonly HistoryEntry[];
  readonly country: string;
  /** Missed calls after this are marked as new. */
  readonly seenAtMs: number;
  readonly onRedial: (uri: string) => Promise<unknown>;
}

/** More than anybody looks for here; the rest comes on request. */
const FIRST_SHOWN = 20;

/** The latest calls; a click calls back. */
export function RecentCalls({ history, country, seenAtMs, onRedial }: RecentCallsProps) {
  const { t } = useSurroundings();
  const [shown, setShown] = useState(FIRST_SHOWN);
  const { refusal, request } = useRequest();

  return (
    <section class="recent" aria-labelledby="recent-title">
      <h2 id="recent-title">{t('recentTitle')}</h2>
      <Refusal code={refusal} />
      {history.length === 0 ? (
        <p class="recent-empty">{t('recentEmpty')}</p>
      ) : (
        <ul>
          {history.slice(0, shown).map((entry) => (
            <RecentCall
              key={entry.id}
              entry={entry}
              country={country}
              isNew={isMissed(entry) && entry.startedAtMs > seenAtMs}
              onClick={() => void request(() => onRedial(entry.remote.uri))} // Refusals show above.
            />
          ))}
        </ul>
      )}
      {history.length > shown && (
        <button
          type="button"
          class="button text wide"
          onClick={() => {
            setShown(history.length);
          }}
        >
          {t('recentMore')}
        </button>
      )}
    </section>
  );
}

interface RecentCallProps {
  readonly entry: HistoryEntry;
  readonly country: string;
  readonly isNew: boolean;
  readonly onClick: () => void;
}

function RecentCall({ entry, country, isNew, onClick }: RecentCallProps) {
  const { t, nowMs, locale } = useSurroundings();
  const party = partyOf(entry.remote, country, t);
  const what = outcomeText(entry, t);
  const when = whenText(entry.startedAtMs, nowMs(), locale, t);

  return (
    <li>
      <button
        type="button"
        class={isMissed(entry) ? 'recent-call missed' : 'recent-call'}
        aria-label={[
          t('recentCall', party.name),
          party.number,
          party.via === null ? null : t('partyVia', party.via),
          isNew ? t('recentNew') : null,
          what,
          when,
        ]
          .filter((part) => part !== null)
          .join(', ')}
        onClick={onClick}
      >
        <span class="recent-icon">
          <Icon name={iconOf(entry)} small />
        </span>
        <bdi class="recent-name">{party.name}</bdi>
        <span class="recent-when">{when}</span>
        <span class="recent-what">
          <span>{what}</span>
          {party.number !== null && (
            <span>
              {' · '}
              <bdi>{party.number}</bdi>
            </span>
          )}
          {party.via !== null && (
            <span>
              {' · '}
              <bdi>{t('partyVia', party.via)}</bdi>
            </span>
          )}
        </span>
        {isNew && <span class="recent-new">{t('recentNew')}</span>}
      </button>
    </li>
  );
}

/** `Missed`, `Outgoing, busy`, `Incoming, 3:12`. */
function outcomeText({ direction, outcome, durationMs }: HistoryEntry, t: Words): string {
  if (outcome === 'talked') {
    const way = t(direction === 'outgoing' ? 'recentOutgoing' : 'recentIncoming');

    return `${way} · ${durationText(durationMs)}`;
  }

  return t(OUTCOME_WORDS[outcome]);
}

function iconOf({ direction, outcome }: HistoryEntry): IconName {
  switch (outcome) {
    case 'missed':
      return 'missed';
    case 'answered-elsewhere':
      return 'elsewhere';
    case 'declined':
      return 'stop';
    default:
      return direction === 'outgoing' ? 'outgoing' : 'incoming';
  }
}
