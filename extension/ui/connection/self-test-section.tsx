import { useRef } from 'preact/hooks';
import { isLive, type Call } from '../../../src/call/call';
import type { TestRun, TestStep } from '../../../src/diagnostics/self-test';
import type { ConnectionActions } from './connection-data';
import { InquiryButton, InquiryHint, useInquiry, type FindOutWhy } from '../account/find-out-why';
import { Icon, type IconName } from '../controls/icon';
import { LevelMeter } from '../controls/level-meter';
import type { OpenMicrophone } from '../controls/microphone';
import { Refusal } from '../controls/refusal';
import { stepName, STEP_STATE_WORDS, stepWords, tookText } from './self-test-words';
import { useKeptFocus } from '../controls/use-kept-focus';
import { useWords, type Words } from '../words/words';
import { SERVER_WORDS } from '../words/wording';

interface SelfTestSectionProps {
  readonly run: TestRun | null;
  readonly microphone: OpenMicrophone | null;
  readonly calls: readonly Call[];
  readonly actions: ConnectionActions;
}

/** Tries everything between the user's mouth and the far end of the phone system. */
export function SelfTestSection({ run, microphone, calls, actions }: SelfTestSectionProps) {
  const t = useWords();
  const isRunning = run?.state === 'running';
  const isInCall = !isRunning && calls.some(isLive);
  const section = useRef<HTMLElement>(null);

  useKeptFocus(section);

  return (
    <section ref={section} class="card section" aria-labelledby="test-title">
      <h2 id="test-title">{t('testTitle')}</h2>
      <p class="section-intro">{t('testIntro')}</p>
      <div class="actions">
        <button
          type="button"
          class={isRunning ? 'button quiet' : 'button call'}
          aria-disabled={isInCall}
          aria-describedby="test-result"
          onClick={() => {
            if (isRunning) {
              actions.stopTest();
            } else if (!isInCall) {
              actions.startTest();
            }
          }}
        >
          {t(isRunning ? 'testStop' : run === null ? 'testStart' : 'testAgain')}
        </button>
      </div>
      <p id="test-result" class="test-result" role="status">
        {isInCall && run?.state !== 'stopped-by-call' ? t('testInCall') : resultText(run, t)}
      </p>
      <p class="visually-hidden" role="status">
        {isRunning && askedText(run, t)}
      </p>
      {run !== null && (
        <ol class="test-steps">
          {run.steps.map((step) => (
            <Step key={step.id} step={step} microphone={microphone} actions={actions} />
          ))}
        </ol>
      )}
    </section>
  );
}

function resultText(run: TestRun | null, t: Words): string {
  switch (run?.state) {
    case 'done':
      return t(run.steps.some(({ state }) => state === 'failed') ? 'testDoneTrouble' : 'testDone');
    case 'stopped-by-call':
      return t('testStoppedByCall');
    default:
      return '';
  }
}

/** What is wanted of the user now, for who does not see it appear among the steps. */
function askedText({ steps }: TestRun, t: Words): string {
  const step = steps.find(({ state }) => state === 'asking' || state === 'running');

  return step?.state === 'asking'
    ? t('testDidYouHear')
    : ((step && stepWords(step, t)?.what) ?? '');
}

const ICONS: Readonly<Record<TestStep['state'], IconName>> = {
  waiting: 'offline',
  running: 'waiting',
  asking: 'unknown',
  passed: 'ready',
  failed: 'warning',
  skipped: 'stop',
  stopped: 'stop',
};

interface StepProps {
  readonly step: TestStep;
  readonly microphone: OpenMicrophone | null;
  readonly actions: ConnectionActions;
}

function Step({ step, microphone, actions }: StepProps) {
  const t = useWords();
  const { kind, state, tookMs } = step;
  const words = stepWords(step, t);

  return (
    <li class={`test-step ${state}`}>
      <Icon name={ICONS[state]} />
      <div class="test-step-body">
        <p class="test-step-name">
          <strong>{stepName(step, t)}</strong>
          <span class="test-step-state">{t(STEP_STATE_WORDS[state])}</span>
          {tookMs !== null && <span class="test-step-time">{tookText(tookMs, t)}</span>}
        </p>
        {words !== null && state !== 'asking' && (
          <p>
            {words.what}
            {state === 'failed' && words.help !== null && ` ${words.help}`}
          </p>
        )}
        {typeof words?.wire === 'string' && <code>{words.wire}</code>}
        {kind === 'server' && state === 'passed' && (
          <p class="field-help">{t('testServerParts')}</p>
        )}
        {kind === 'microphone' && state === 'running' && microphone !== null && (
          <LevelMeter microphone={microphone} />
        )}
        {state === 'asking' && <Question answer={actions.answerTest} />}
        {kind === 'server' && state === 'failed' && step.subject !== null && (
          <FindOut server={step.subject} findOutWhy={actions.findOutWhy} />
        )}
      </div>
    </li>
  );
}

function Question({ answer }: { answer: (heard: boolean) => void }) {
  const t = useWords();

  return (
    <div class="test-question" role="group" aria-label={t('testDidYouHear')}>
      <p>{t('testDidYouHear')}</p>
      <div class="actions">
        {[true, false].map((heard) => (
          <button
            key={String(heard)}
            type="button"
            class="button quiet"
            onClick={() => {
              answer(heard);
            }}
          >
            {t(heard ? 'testYes' : 'testNo')}
          </button>
        ))}
      </div>
    </div>
  );
}

interface FindOutProps {
  readonly server: string;
  readonly findOutWhy: FindOutWhy;
}

/** Why a server can't be reached, for whoever wants to know. */
function FindOut({ server, findOutWhy }: FindOutProps) {
  const t = useWords();
  const { inquiry, refusal, find } = useInquiry(server, findOutWhy);

  if (inquiry.state === 'found') {
    const { trouble, netError } = inquiry.finding;
    const { what, help } = SERVER_WORDS[trouble];

    return (
      <p role="status">
        {t(what)} {t(help)} {netError !== null && <code>{netError}</code>}
      </p>
    );
  }

  return (
    <>
      <div class="field-help">
        <InquiryHint inquiry={inquiry} server={server} />
      </div>
      <div class="actions">
        <InquiryButton inquiry={inquiry} find={find} />
      </div>
      <Refusal code={refusal} />
    </>
  );
}
