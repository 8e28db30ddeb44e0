import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../../../src/account/account';
import { AccountSection, type AccountActions } from '../account/account-form';
import { Icon, Logo } from '../controls/icon';
import { MicrophoneStep, type MicrophoneActions } from './microphone-step';
import { useWords } from '../words/words';

interface WelcomeViewProps {
  readonly account: Account | null;
  readonly actions: { readonly microphone: MicrophoneActions; readonly account: AccountActions };
}

/** The first run: microphone, account, ready. */
export function WelcomeView({ account, actions }: WelcomeViewProps) {
  const t = useWords();
  const [hears, setHears] = useState(false);

  return (
    <div class="page">
      <header class="page-header welcome-header">
        <Logo />
        <h1>{t('welcomeTitle')}</h1>
        <p>{t('welcomeIntro')}</p>
      </header>
      <main>
        <Step number={1} title={t('welcomeStepMicrophone')} done={hears}>
          <MicrophoneStep
            actions={actions.microphone}
            onOpened={() => {
              setHears(true);
            }}
          />
        </Step>
        <Step number={2} title={t('welcomeStepAccount')} done={account !== null}>
          <p class="section-intro">{t('accountIntro')}</p>
          <AccountSection account={account} actions={actions.account} />
        </Step>
        <div aria-live="polite">
          {hears && account !== null && (
            <section class="card section welcome-done">
              <Icon name="ready" />
              <div>
                <h2>{t('welcomeDone')}</h2>
                <p>{t('welcomeDoneHint')}</p>
              </div>
            </section>
          )}
        </div>
      </main>
    </div>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly done: boolean;
  readonly children: ComponentChildren;
}

function Step({ number, title, done, children }: StepProps) {
  const t = useWords();

  return (
    <section class="card section" aria-labelledby={`step-${String(number)}`}>
      <h2 class="step-title" id={`step-${String(number)}`}>
        <span class={done ? 'step-number done' : 'step-number'}>
          {done ? <Icon name="check" small /> : number}
        </span>
        {title}
        {done && <span class="visually-hidden">({t('welcomeStepDone')})</span>}
      </h2>
      {children}
    </section>
  );
}
