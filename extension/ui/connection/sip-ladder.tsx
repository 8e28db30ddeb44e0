import type { LadderMessage, LadderPart } from '../../../src/diagnostics/ladder';
import { preciseText } from '../words/clock-text';
import { Icon } from '../controls/icon';
import { useWords, type Words } from '../words/words';

/** The SIP messages of the last calls as a ladder: an arrow each, its text behind it. */
export function SipLadder({ parts }: { parts: readonly LadderPart[] }) {
  const t = useWords();

  return (
    <section class="card section" aria-labelledby="ladder-title">
      <h2 id="ladder-title">{t('ladderTitle')}</h2>
      <p class="section-intro">{t(parts.length === 0 ? 'ladderNone' : 'ladderIntro')}</p>
      <div class="ladders">
        {[...parts].reverse().map((part) => (
          <Part key={part.sipCallId} part={part} />
        ))}
      </div>
    </section>
  );
}

/** What a part of the ladder is about. */
export function partTitle({ kind, party }: LadderPart, t: Words): string {
  switch (kind) {
    case 'registration':
      return t('ladderRegistration');
    case 'outgoing':
      return t('ladderOutgoing', party);
    case 'incoming':
      return t('ladderIncoming', party);
  }
}

function Part({ part }: { part: LadderPart }) {
  const t = useWords();
  const { messages, leftOut, sipCallId } = part;

  return (
    <details class="details ladder">
      <summary>
        <Icon name="more" small />
        <span class="ladder-title">
          <bdi>{partTitle(part, t)}</bdi>
          <span class="ladder-facts">
            {preciseText(messages[0]?.atMs ?? 0)} ·{' '}
            {t('ladderCount', String(messages.length + leftOut))}
          </span>
        </span>
      </summary>
      <p class="field-help">
        <code>{t('ladderCallId', sipCallId)}</code>
        {leftOut > 0 && <span> {t('ladderLeftOut', String(leftOut))}</span>}
      </p>
      <div class="ladder-heads" aria-hidden="true">
        <span>{t('ladderPhone')}</span>
        <span>{t('ladderServer')}</span>
      </div>
      <ol class="rungs">
        {messages.map((message, at) => (
          <Rung key={at} message={message} before={messages[at - 1] ?? null} />
        ))}
      </ol>
    </details>
  );
}

interface RungProps {
  readonly message: LadderMessage;
  readonly before: LadderMessage | null;
}

function Rung({ message, before }: RungProps) {
  const t = useWords();
  const { atMs, isOutgoing, title, cseq, text } = message;
  const look = /^[4-6]\d\d/.test(title) ? ' refused' : '';
  const sinceMs = before === null ? null : atMs - before.atMs;

  return (
    <li>
      <details class={`rung ${isOutgoing ? 'sent' : 'received'}${look}`}>
        <summary>
          <span class="rung-time" dir="ltr">
            {preciseText(atMs)}
            {sinceMs !== null && <small>+{sinceText(sinceMs)}</small>}
          </span>
          <span class="visually-hidden">
            {t(isOutgoing ? 'ladderSent' : 'ladderReceived', preciseText(atMs), title)}
          </span>
          <span class="rung-arrow" aria-hidden="true">
            <span class="rung-label" dir="ltr">
              {title}
            </span>
          </span>
          <span class="rung-cseq" dir="ltr">
            {cseq}
          </span>
        </summary>
        <pre class="rung-text" dir="ltr" tabIndex={0}>
          {text}
        </pre>
      </details>
    </li>
  );
}

function sinceText(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
