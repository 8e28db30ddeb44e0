import { useId } from 'preact/hooks';
import type { Site } from '../../../src/account/sites';
import { isEditor, modeFor, type PageModeSettings } from '../../../src/account/site-mode';
import { siteAt } from '../../../src/account/sites';
import { CountrySelect } from '../controls/country-select';
import { Icon } from '../controls/icon';
import { ModeSelect } from '../controls/mode-select';
import { MODE_WORDS } from '../words/wording';
import { useRequest } from '../controls/use-request';
import { Refusal } from '../controls/refusal';
import { useWords } from '../words/words';

interface SiteChoiceProps {
  readonly host: string;
  readonly settings: PageModeSettings;
  readonly actions: {
    readonly chooseForSite: (host: string, change: Partial<Omit<Site, 'host'>>) => Promise<unknown>;
    readonly openOptions: () => Promise<unknown>;
  };
}

/** What is done on one site, and whose numbers it writes. */
export function SiteChoice({ host, settings, actions }: SiteChoiceProps) {
  const t = useWords();
  const id = useId();
  const { refusal, request } = useRequest();
  const site = siteAt(settings.sites, host);
  const mode = t(MODE_WORDS[modeFor(host, settings)]);
  const choose = (change: Partial<Omit<Site, 'host'>>) =>
    void request(() => actions.chooseForSite(host, change)); // Its refusal is shown below.

  return (
    <details class="details site-choice">
      <summary>
        <Icon name="settings" small />
        <span class="site-name">
          <bdi>{host}</bdi>
          <span class="site-mode">{mode}</span>
        </span>
        <Icon name="more" small />
      </summary>
      <div class="site-fields">
        <label for={`${id}-mode`}>{t('siteMode')}</label>
        <ModeSelect
          control={{ id: `${id}-mode`, 'aria-describedby': `${id}-refusal` }}
          mode={site?.mode ?? null}
          none={
            isEditor(host) ? t('modeAsEditor') : t('modeAsAll', t(MODE_WORDS[settings.pageMode]))
          }
          onChange={(chosen) => {
            choose({ mode: chosen });
          }}
        />
        <label for={`${id}-country`}>{t('siteCountry')}</label>
        <CountrySelect
          control={{ id: `${id}-country`, 'aria-describedby': `${id}-refusal` }}
          country={site?.country ?? null}
          none={t('siteCountryTold')}
          onChange={(country) => {
            choose({ country });
          }}
        />
        <div id={`${id}-refusal`}>
          <Refusal code={refusal} />
        </div>
        <button
          type="button"
          class="button text"
          onClick={() => void request(actions.openOptions)} // As above.
        >
          {t('siteAll')}
        </button>
      </div>
    </details>
  );
}
