import { useState } from 'preact/hooks';
import type { Account } from '../../../src/account/account';
import type { Settings } from '../../../src/account/settings';
import { AccountSection, type AccountActions } from '../account/account-form';
import { AutoAnswer } from './auto-answer';
import { ConnectionLink } from '../phone/connection-link';
import { DiallingSection } from './dialling-section';
import { FeaturesSection } from './features-section';
import { Icon, Logo } from '../controls/icon';
import { OutgoingSection } from './outgoing-section';
import { PagesSection } from './pages-section';
import { ReachSection, type ReachActions } from './reach-section';
import type { RecordingActions } from './recording-actions';
import { RecordingsSection } from './recordings-section';
import { SoundSection, type SoundActions } from './sound-section';
import { TeamSection } from './team-section';
import { SYSTEM_WORDS } from '../words/wording';
import { useWords } from '../words/words';

/** What the settings page may ask for. */
export interface OptionsActions {
  readonly account: AccountActions;
  readonly sound: SoundActions;
  readonly recordings: RecordingActions;
  readonly reach: ReachActions;
  readonly openConnection: () => Promise<unknown>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<unknown>;
}

interface OptionsViewProps {
  readonly account: Account | null;
  readonly settings: Settings;
  readonly actions: OptionsActions;
}

/** The settings page. Everything but the account is saved as soon as it is changed. */
export function OptionsView({ account, settings, actions }: OptionsViewProps) {
  const t = useWords();
  const [saved, setSaved] = useState<'none' | 'saved' | 'failed'>('none');
  const save = async (write: () => Promise<unknown>) => {
    setSaved('none');
    try {
      await write();
      setSaved('saved');
    } catch {
      setSaved('failed'); // The page still shows what is stored, and says so.
    }
  };
  const onChange = (changed: Partial<Settings>) => {
    void save(() => actions.changeSettings(changed));
  };
  const system = account?.profile.preset ?? 'generic';

  return (
    <div class="page">
      <header class="page-header">
        <Logo />
        <h1>{t('optionsTitle')}</h1>
        <ConnectionLink open={actions.openConnection} />
      </header>
      <main>
        <section class="card section" aria-labelledby="account-title">
          <h2 id="account-title">{t('accountTitle')}</h2>
          <p class="section-intro">{t('accountIntro')}</p>
          <AccountSection account={account} actions={actions.account} />
        </section>
        {account !== null && (
          <section class="card section" aria-labelledby="features-title">
            <h2 id="features-title">{t('featuresTitle')}</h2>
            <p class="section-intro">
              {system === 'generic'
                ? t('featuresIntroGeneric')
                : t('featuresIntro', t(SYSTEM_WORDS[system]))}
            </p>
            <FeaturesSection
              key={system} // Another phone system begins with its own codes.
              profile={account.profile}
              onChange={(profile) => {
                void save(() => actions.account.save({ ...account, profile }));
              }}
            />
          </section>
        )}
        <section class="card section" aria-labelledby="sound-title">
          <h2 id="sound-title">{t('soundTitle')}</h2>
          <SoundSection settings={settings} sound={actions.sound} onChange={onChange} />
        </section>
        <section class="card section" aria-labelledby="calls-title">
          <h2 id="calls-title">{t('callsTitle')}</h2>
          <div class="fields">
            <OutgoingSection
              rules={settings.outgoing}
              canHide={account !== null && account.profile.hideNumber !== null}
              onChange={(outgoing) => {
                onChange({ outgoing });
              }}
            />
            <AutoAnswer
              rules={settings.autoAnswer}
              isTrusting={account?.profile.trustsIdentity ?? false}
              onChange={(autoAnswer) => {
                onChange({ autoAnswer });
              }}
            />
          </div>
        </section>
        <section class="card section" aria-labelledby="reach-title">
          <h2 id="reach-title">{t('reachTitle')}</h2>
          <p class="section-intro">{t('reachIntro')}</p>
          <ReachSection reach={actions.reach} />
        </section>
        <section class="card section" aria-labelledby="dialling-title">
          <h2 id="dialling-title">{t('diallingTitle')}</h2>
          <p class="section-intro">{t('diallingIntro')}</p>
          <DiallingSection settings={settings} onChange={onChange} />
        </section>
        <section class="card section" aria-labelledby="team-title">
          <h2 id="team-title">{t('teamTitle')}</h2>
          <p class="section-intro">{t('teamIntro')}</p>
          <TeamSection
            team={settings.team}
            onChange={(team) => {
              onChange({ team });
            }}
          />
        </section>
        <section class="card section" aria-labelledby="pages-title">
          <h2 id="pages-title">{t('pagesTitle')}</h2>
          <p class="section-intro">{t('pagesIntro')}</p>
          <PagesSection settings={settings} onChange={onChange} />
        </section>
        <section class="card section" aria-labelledby="recordings-title">
          <h2 id="recordings-title">{t('recordingsTitle')}</h2>
          <p class="section-intro">{t('recordingsIntro')}</p>
          <RecordingsSection
            settings={settings}
            recordings={actions.recordings}
            onChange={onChange}
          />
        </section>
      </main>
      <p class={saved === 'none' ? 'toast' : 'toast shown'} role="status">
        {saved === 'saved' && (
          <>
            <Icon name="check" small /> {t('settingsSaved')}
          </>
        )}
        {saved === 'failed' && (
          <>
            <Icon name="warning" small /> {t('settingsNotSaved')}
          </>
        )}
      </p>
    </div>
  );
}
