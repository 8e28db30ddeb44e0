import type { StepOutcome } from '../../src/diagnostics/self-test';
import { MicrophoneError, type OpenMicrophone } from '../ui/controls/microphone';

/** How long somebody may take to say something. */
const LONGEST_MS = 12_000;
/** As the level meter counts: speech at some distance. */
const VOICE_LEVEL = 0.35;
const LOOKS_EVERY_MS = 50;
/** A knock on the desk is no voice. */
const LOOKS_WITH_VOICE = 4;

/** Waits until the microphone hears somebody. `onOpened` has it to show its level meanwhile. */
export async function testMicrophone(
  open: () => Promise<OpenMicrophone>,
  onOpened: (microphone: OpenMicrophone) => void,
  signal: AbortSignal,
): Promise<StepOutcome> {
  try {
    const microphone = await open();

    onOpened(microphone);
    try {
      return (await isHeard(microphone, signal))
        ? { ok: true, finding: 'heard' }
        : { ok: false, finding: 'silent' };
    } finally {
      microphone.close();
    }
  } catch (error) {
    const problem = error instanceof MicrophoneError ? error.problem : 'busy';

    return { ok: false, finding: `microphone-${problem}` };
  }
}

function isHeard(microphone: OpenMicrophone, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let voices = 0;
    const done = (heard: boolean) => {
      clearInterval(looking);
      resolve(heard);
    };
    const looking = setInterval(() => {
      voices += microphone.level() > VOICE_LEVEL ? 1 : 0;
      if (voices >= LOOKS_WITH_VOICE) {
        done(true);
      }
    }, LOOKS_EVERY_MS);

    AbortSignal.timeout(LONGEST_MS).addEventListener('abort', () => {
      done(false);
    });
    signal.addEventListener('abort', () => {
      done(false);
    });
  });
}
