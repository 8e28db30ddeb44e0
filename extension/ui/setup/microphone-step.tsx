import { useEffect, useRef, useState } from 'preact/hooks';
import type { MicrophonePermission } from '../../../src/protocol/snapshot';
import { Icon } from '../controls/icon';
import { LevelMeter } from '../controls/level-meter';
import {
  MicrophoneError,
  type MicrophoneProblem,
  type OpenMicrophone,
} from '../controls/microphone';
import { Notice } from '../controls/notice';
import { useWords } from '../words/words';

/** What the first-run page needs of the browser's microphone. */
export interface MicrophoneActions {
  readonly permission: () => Promise<MicrophonePermission>;
  /** Calls back when that changes, by whatever hand; the returned function stops it. */
  readonly watchPermission: (onChange: () => void) => () => void;
  /** Asks the user where nobody did yet. Rejects with `MicrophoneError`. */
  readonly open: () => Promise<OpenMicrophone>;
}

type Step =
  | { readonly state: 'unasked' }
  | { readonly state: 'asking' }
  | { readonly state: 'open'; readonly microphone: OpenMicrophone }
  | { readonly state: 'failed'; readonly problem: MicrophoneProblem };

interface MicrophoneStepProps {
  readonly actions: MicrophoneActions;
  readonly onOpened: () => void;
}

/** Says why, asks once, and shows that it works. */
export function MicrophoneStep({ actions, onOpened }: MicrophoneStepProps) {
  const t = useWords();
  const [step, setStep] = useState<Step>({ state: 'unasked' });
  /** From the question on: its answer is also a change of the permission. */
  const isOpening = useRef(false);
  const open = async () => {
    isOpening.current = true;
    setStep({ state: 'asking' });
    try {
      setStep({ state: 'open', microphone: await actions.open() });
      onOpened();
    } catch (error) {
      isOpening.current = false;
      setStep({
        state: 'failed',
        problem: error instanceof MicrophoneError ? error.problem : 'busy',
      });
    }
  };

  // Who allowed it already, or blocked it, must not be asked to press a button that asks.
  useEffect(() => {
    const look = () => {
      void actions.permission().then((permission) => {
        if (permission === 'granted' && !isOpening.current) {
          return open();
        }
        if (permission === 'denied') {
          isOpening.current = false;
          setStep({ state: 'failed', problem: 'denied' });
        }
        return undefined;
      });
    };

    look();

    return actions.watchPermission(look);
  }, []);
  useEffect(() => {
    return step.state === 'open' ? step.microphone.close : undefined;
  }, [step]);

  return (
    <div class="fields" aria-live="polite">
      {(step.state === 'unasked' || step.state === 'asking') && (
        <>
          <p>{t(step.state === 'asking' ? 'welcomeMicrophoneAsking' : 'welcomeMicrophoneWhy')}</p>
          <div class="actions">
            <button
              type="button"
              class="button call"
              disabled={step.state === 'asking'}
              onClick={() => void open()} // What goes wrong is the next step.
            >
              <Icon name="microphone" small />
              {t('welcomeMicrophoneAsk')}
            </button>
          </div>
        </>
      )}
      {step.state === 'open' && (
        <>
          <p class="success">
            <Icon name="ready" />
            <span>{t('welcomeMicrophoneOk')}</span>
          </p>
          <LevelMeter microphone={step.microphone} />
        </>
      )}
      {step.state === 'failed' && <MicrophoneTrouble problem={step.problem} retry={open} />}
    </div>
  );
}

interface MicrophoneTroubleProps {
  readonly problem: MicrophoneProblem;
  readonly retry: () => Promise<void>;
}

function MicrophoneTrouble({ problem, retry }: MicrophoneTroubleProps) {
  const t = useWords();
  const title = {
    denied: t('welcomeMicrophoneDenied'),
    'denied-by-system': t('welcomeMicrophoneSystem'),
    missing: t('welcomeMicrophoneMissing'),
    busy: t('welcomeMicrophoneBusy'),
  }[problem];

  return (
    <Notice icon="microphone-off" title={title} trouble>
      {problem === 'denied' && (
        <ol class="steps">
          <li>{t('welcomeMicrophoneDeniedStep1')}</li>
          <li>{t('welcomeMicrophoneDeniedStep2')}</li>
          <li>{t('welcomeMicrophoneDeniedStep3')}</li>
        </ol>
      )}
      <div class="actions">
        <button type="button" class="button quiet" onClick={() => void retry()}>
          {t('welcomeMicrophoneRetry')}
        </button>
      </div>
    </Notice>
  );
}
