import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EventLog, LogEntry } from '../../../src/diagnostics/event-log';
import { clockText } from '../words/clock-text';
import { eventLook, eventText } from './event-words';
import { Icon, type IconName } from '../controls/icon';
import { partyOf } from '../words/party';
import { useSurroundings, useWords } from '../words/words';

/** What is shown before somebody wants all of it. */
const SHOWN_AT_FIRST = 12;

const ICONS: Readonly<Record<ReturnType<typeof eventLook>, IconName | null>> = {
  good: 'check',
  trouble: 'warning',
  plain: null,
};

/** What happened, the newest first. */
export function EventList({ log, country }: { log: EventLog; country: string }) {
  const t = useWords();
  const [isAll, setAll] = useState(false);
  const newest = [...log.entries].reverse();
  const shown = isAll ? newest : newest.slice(0, SHOWN_AT_FIRST);
  const list = useRef<HTMLOListElement>(null);

  // The button that was pressed for it is gone.
  useLayoutEffect(() => {
    if (isAll) {
      list.current?.focus({ preventScroll: true });
    }
  }, [isAll]);

  return (
    <section class="card section" aria-labelledby="events-title">
      <h2 id="events-title">{t('eventsTitle')}</h2>
      {newest.length === 0 && <p class="section-intro">{t('eventsNone')}</p>}
      <ol
        ref={list}
        class={isAll ? 'events all' : 'events'}
        tabIndex={isAll ? 0 : undefined} // Else nobody could scroll it by the keyboard.
        aria-labelledby="events-title"
      >
        {shown.map((entry) => (
          <Event
            key={`${entry.atMs} ${JSON.stringify(entry.fact)}`}
            entry={entry}
            country={country}
          />
        ))}
      </ol>
      {newest.length > shown.length && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('eventsAll', String(newest.length))}
        </button>
      )}
    </section>
  );
}

function Event({ entry, country }: { entry: LogEntry; country: string }) {
  const { t, nowMs, locale } = useSurroundings();
  const look = eventLook(entry);
  const icon = ICONS[look];
  const when = (atMs: number) => clockText(atMs, nowMs(), locale);
  const what = eventText(entry, {
    t,
    nameOf: (remote) => partyOf(remote, country, t).name,
    addressOf: (address) => address,
  });

  return (
    <li class={`event ${look}`}>
      <time dateTime={new Date(entry.atMs).toISOString()}>{when(entry.atMs)}</time>
      <span class="event-mark">{icon !== null && <Icon name={icon} small />}</span>
      <span class="event-text">
        {entry.times === 1
          ? what
          : t('eventTimes', what, String(entry.times), when(entry.lastAtMs))}
      </span>
    </li>
  );
}
