import type { Settings } from '../../../src/account/settings';
import { withSite, type Site } from '../../../src/account/sites';
import { displayNumber } from '../../../src/number/display';
import { countryName } from '../controls/country-select';
import { Field } from '../controls/field';
import { IconButton } from '../controls/icon-button';
import { ModeSelect } from '../controls/mode-select';
import { useSurroundings, useWords } from '../words/words';

interface PagesSectionProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** What is done with numbers on pages: on all, on some, and with some. */
export function PagesSection({ settings, onChange }: PagesSectionProps) {
  const t = useWords();
  const { sites, notNumbers } = settings;

  return (
    <div class="fields">
      <Field label={t('pagesMode')} help={t('pagesModeHelp')}>
        {(control) => (
          <ModeSelect
            control={control}
            mode={settings.pageMode}
            onChange={(mode) => {
              onChange({ pageMode: mode ?? settings.pageMode });
            }}
          />
        )}
      </Field>
      <div class="field check">
        <label>
          <input
            type="checkbox"
            checked={settings.dialLinks}
            aria-describedby="dial-links-help"
            onChange={(event) => {
              onChange({ dialLinks: event.currentTarget.checked });
            }}
          />
          <span>{t('pagesDialLinks')}</span>
        </label>
        <p class="field-help" id="dial-links-help">
          {t('pagesDialLinksHelp')}
        </p>
      </div>
      <section class="kept" aria-labelledby="sites-title">
        <h3 id="sites-title">{t('sitesTitle')}</h3>
        {sites.length === 0 ? (
          <p class="field-help">{t('sitesNone')}</p>
        ) : (
          <ul>
            {[...sites]
              .sort((a, b) => a.host.localeCompare(b.host))
              .map((site) => (
                <SiteRow
                  key={site.host}
                  site={site}
                  onChange={(change) => {
                    onChange({ sites: withSite(sites, site.host, change) });
                  }}
                />
              ))}
          </ul>
        )}
      </section>
      <section class="kept" aria-labelledby="not-numbers-title">
        <h3 id="not-numbers-title">{t('notNumbersTitle')}</h3>
        {notNumbers.length === 0 ? (
          <p class="field-help">{t('notNumbersNone')}</p>
        ) : (
          <ul>
            {notNumbers.toReversed().map((e164) => (
              <NotNumberRow
                key={e164}
                number={displayNumber(e164, settings.country)}
                onRemove={() => {
                  onChange({ notNumbers: notNumbers.filter((other) => other !== e164) });
                }}
              />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

interface SiteRowProps {
  readonly site: Site;
  readonly onChange: (change: Partial<Omit<Site, 'host'>>) => void;
}

function SiteRow({ site, onChange }: SiteRowProps) {
  const { t, locale } = useSurroundings();
  const id = `site-${site.host}`;

  return (
    <li class="kept-row field">
      <div class="kept-name">
        <label for={id}>
          <bdi>{site.host}</bdi>
        </label>
        {site.country !== null && (
          <span class="field-help" id={`${id}-country`}>
            {t('siteCountryIs', countryName(site.country, locale))}
          </span>
        )}
      </div>
      <ModeSelect
        control={{ id, 'aria-describedby': `${id}-country` }}
        mode={site.mode}
        none={t('modeAsEverywhere')}
        onChange={(mode) => {
          onChange({ mode });
        }}
      />
      <IconButton
        icon="close"
        name={t('removeNamed', site.host)}
        hint={t('remove')}
        onClick={() => {
          onChange({ mode: null, country: null });
        }}
      />
    </li>
  );
}

function NotNumberRow({ number, onRemove }: { number: string; onRemove: () => void }) {
  const t = useWords();

  return (
    <li class="kept-row">
      <bdi class="kept-name">{number}</bdi>
      <IconButton
        icon="close"
        name={t('removeNamed', number)}
        hint={t('remove')}
        onClick={onRemove}
      />
    </li>
  );
}
