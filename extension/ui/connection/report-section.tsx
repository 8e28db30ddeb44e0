import { useState } from 'preact/hooks';
import type { ConnectionActions, ConnectionData } from './connection-data';
import { Icon } from '../controls/icon';
import { reportText } from './report-text';
import { useSurroundings } from '../words/words';

interface ReportSectionProps {
  readonly data: ConnectionData;
  readonly actions: Pick<ConnectionActions, 'copy' | 'save'>;
}

/** All that the page knows as text, for somebody else. */
export function ReportSection({ data, actions }: ReportSectionProps) {
  const surroundings = useSurroundings();
  const { t, nowMs } = surroundings;
  const [isMasked, setMasked] = useState(true);
  const [done, setDone] = useState<'copied' | 'saved' | 'failed' | null>(null);
  const [isShown, setShown] = useState(false);
  const text = () => reportText(data, isMasked, surroundings);
  const copy = async () => {
    setDone(null);
    try {
      await actions.copy(text());
      setDone('copied');
    } catch {
      setDone('failed');
    }
  };

  return (
    <section class="card section report" aria-labelledby="report-title">
      <h2 id="report-title">{t('reportTitle')}</h2>
      <p class="section-intro">{t('reportIntro')}</p>
      <div class="check">
        <label>
          <input
            type="checkbox"
            checked={isMasked}
            aria-describedby="mask-help"
            onChange={({ currentTarget }) => {
              setMasked(currentTarget.checked);
              setDone(null);
            }}
          />
          {t('reportMask')}
        </label>
        <p class="field-help" id="mask-help">
          {t('reportMaskHelp')}
        </p>
      </div>
      <div class="actions">
        <button type="button" class="button call" onClick={() => void copy()}>
          {t('reportCopy')}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            actions.save(text(), `offhook-${new Date(nowMs()).toISOString().slice(0, 10)}.md`);
            setDone('saved');
          }}
        >
          <Icon name="download" small />
          {t('reportSave')}
        </button>
        <p class={done === 'failed' ? 'field-error' : 'success'} role="status">
          {done === 'copied' && t('reportCopied')}
          {done === 'saved' && t('reportSaved')}
          {done === 'failed' && t('reportNotCopied')}
        </p>
      </div>
      <details
        class="details"
        onToggle={({ currentTarget }) => {
          setShown(currentTarget.open);
        }}
      >
        <summary>
          <Icon name="more" small />
          {t('reportShow')}
        </summary>
        {isShown && (
          <pre class="report-text" dir="ltr" tabIndex={0}>
            {text()}
          </pre>
        )}
      </details>
    </section>
  );
}
