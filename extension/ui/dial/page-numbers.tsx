import { useState } from 'preact/hooks';
import type { Site } from '../../../src/account/sites';
import { modeFor, type PageModeSettings } from '../../../src/account/site-mode';
import {
  keyOf,
  listedNumbers,
  targetOf,
  type ListedNumber,
} from '../../../src/protocol/listed-numbers';
import type { PageReport } from '../../../src/protocol/page-numbers';
import { countryName } from '../controls/country-select';
import { IconButton } from '../controls/icon-button';
import { internationalText } from '../words/party';
import { Refusal } from '../controls/refusal';
import { SiteChoice } from './site-choice';
import { useRequest } from '../controls/use-request';
import { useSurroundings, useWords, type WordKey } from '../words/words';

/** What is known of the page that the popup is over, and the settings that concern it. */
export interface PageData {
  /** Null where nobody says: a local file, or a popup that was not opened by a click. */
  readonly host: string | null;
  /** True for pages that no extension may look into. */
  readonly isClosed: boolean;
  /** Null until the page could have answered. */
  readonly reports: readonly PageReport[] | null;
  readonly settings: PageModeSettings;
}

/** What can be asked for the page. */
export interface PageActions {
  readonly dial: (target: string) => Promise<unknown>;
  /** Goes to the number on the page and shows its card. */
  readonly reveal: (number: ListedNumber) => void;
  readonly chooseForSite: (host: string, change: Partial<Omit<Site, 'host'>>) => Promise<unknown>;
  readonly openOptions: () => Promise<unknown>;
}

interface PageNumbersProps {
  readonly page: PageData;
  readonly actions: PageActions;
}

/** More than a glance takes in; the rest comes on request. */
const FIRST_SHOWN = 4;

/** The phone numbers of the page in the tab, and what is done on its site. */
export function PageNumbers({ page, actions }: PageNumbersProps) {
  const t = useWords();
  const [isWhole, setWhole] = useState(false);
  const { refusal, request } = useRequest();
  const { host, reports } = page;
  const numbers = listedNumbers(reports ?? []);
  const isCapped = reports?.some((report) => report.isCapped) === true;

  return (
    <section class="page-numbers" aria-labelledby="page-numbers-title">
      <h2 id="page-numbers-title">{t('pageNumbersTitle')}</h2>
      <Refusal code={refusal} />
      {numbers.length > 0 ? (
        <ul>
          {numbers.slice(0, isWhole ? numbers.length : FIRST_SHOWN).map((number) => (
            <PageNumberRow
              key={keyOf(number)}
              number={number}
              onReveal={() => {
                actions.reveal(number);
              }}
              onCall={() => void request(() => actions.dial(targetOf(number)))} // Shown above.
            />
          ))}
        </ul>
      ) : (
        <p class="page-none" role="status">
          {reports === null ? '' : t(noneWord(page))}
        </p>
      )}
      {numbers.length > FIRST_SHOWN && !isWhole && (
        <button
          type="button"
          class="button text wide"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('pageNumbersAll', String(numbers.length))}
        </button>
      )}
      {isCapped && <p class="page-none">{t('pageCapped')}</p>}
      {host !== null && !page.isClosed && (
        <SiteChoice host={host} settings={page.settings} actions={actions} />
      )}
    </section>
  );
}

function noneWord({ host, isClosed, settings }: PageData): WordKey {
  if (isClosed) {
    return 'pageClosed';
  }

  return modeFor(host, settings) === 'off' ? 'pageOff' : 'pageNone';
}

interface PageNumberRowProps {
  readonly number: ListedNumber;
  readonly onReveal: () => void;
  readonly onCall: () => void;
}

function PageNumberRow({ number, onReveal, onCall }: PageNumberRowProps) {
  const { t, locale } = useSurroundings();
  const { e164, ext, country, isFax } = number;
  const text = internationalText(e164);
  const about = [
    country === null ? null : countryName(country, locale),
    ext === null ? null : t('cardExtension', ext),
    isFax ? t('pageFax') : null,
  ].filter((part) => part !== null);

  return (
    <li class="page-number">
      <button
        type="button"
        class="page-number-show"
        aria-label={[t('pageShow', text), ...about].join(', ')}
        title={t('pageShowHelp')}
        onClick={onReveal}
      >
        <bdi class="page-number-text">{text}</bdi>
        <span class="page-number-about">{about.join(' · ')}</span>
      </button>
      <IconButton
        icon="phone"
        name={t('cardCallNumber', text)}
        hint={t('cardCall')}
        look="call"
        onClick={onCall}
      />
    </li>
  );
}
