/** @jest-environment jsdom */
import type { Account } from '../../../../src/account/account';
import type { MicrophonePermission } from '../../../../src/protocol/snapshot';
import {
  levelOf,
  MicrophoneError,
  type MicrophoneProblem,
  type OpenMicrophone,
} from '../../../../extension/ui/controls/microphone';
import { WelcomeView } from '../../../../extension/ui/setup/welcome-view';
import { Screen } from '../../../support/screen';
import { ACCOUNT } from '../../../support/ui-preview/page-states';

let screen: Screen;
let permission: MicrophonePermission;
let permissionChanged: () => void;
let problem: MicrophoneProblem | null;
let asked: number;
let closed: number;

beforeEach(() => {
  screen = new Screen();
  permission = 'prompt';
  problem = null;
  asked = 0;
  closed = 0;
});

afterEach(async () => {
  await screen.leave();
});

const microphone: OpenMicrophone = {
  level: () => 0.5,
  close: () => {
    closed++;
  },
};
const actions = {
  microphone: {
    permission: () => Promise.resolve(permission),
    watchPermission: (onChange: () => void) => {
      permissionChanged = onChange;

      return () => undefined;
    },
    open: () => {
      asked++;

      return problem === null
        ? Promise.resolve(microphone)
        : Promise.reject(new MicrophoneError(problem));
    },
  },
  account: {
    test: () => Promise.resolve(null),
    save: () => Promise.resolve(),
    findOutWhy: () => Promise.resolve(null),
  },
};

async function show(account: Account | null = null): Promise<void> {
  await screen.show(<WelcomeView account={account} actions={actions} />);
}

test('says what the microphone is for before anything is asked', async () => {
  await show();

  expect(screen.text).toContain('It only listens while you are in a call.');
  expect(asked).toBe(0);
});

test('asks when told to, and shows that it hears', async () => {
  await show();
  await screen.press('Allow microphone');

  expect(asked).toBe(1);
  expect(screen.text).toContain('We can hear you.');
  expect(screen.one('[role="meter"]').getAttribute('aria-valuenow')).toBe('50');
  expect(screen.one('[role="meter"]').getAttribute('aria-label')).toBe('Microphone level');
});

test('who allowed it before is not asked to press a button', async () => {
  permission = 'granted';
  await show();

  expect(screen.text).toContain('We can hear you.');
});

test('the microphone is closed with the page', async () => {
  permission = 'granted';
  await show();
  await screen.leave();

  expect(closed).toBe(1);
});

test('a block is told with the steps that lift it', async () => {
  permission = 'denied';
  await show();

  expect(screen.text).toContain('Your browser blocks the microphone for Offhook.');
  expect(screen.all('ol.steps li')).toHaveLength(3);
  expect(asked).toBe(0);

  await screen.press('Try again');
  expect(asked).toBe(1);
  expect(screen.text).toContain('We can hear you.');
});

test('a block that is lifted in the browser’s own settings needs no button', async () => {
  permission = 'denied';
  await show();
  permission = 'granted';
  await screen.do(() => {
    permissionChanged();
  });

  expect(screen.text).toContain('We can hear you.');
  expect(asked).toBe(1);
});

test('a microphone that is blocked while it is heard is told at once', async () => {
  permission = 'granted';
  await show();
  permission = 'denied';
  await screen.do(() => {
    permissionChanged();
  });

  expect(screen.text).toContain('Your browser blocks the microphone for Offhook.');
  expect(closed).toBe(1);
});

test('the answer to the question is no second question', async () => {
  await show();
  await screen.press('Allow microphone');
  permission = 'granted';
  await screen.do(() => {
    permissionChanged();
  });

  expect(asked).toBe(1);
});

test.each<[MicrophoneProblem, string]>([
  ['denied', 'Your browser blocks the microphone for Offhook.'],
  ['denied-by-system', 'Open its privacy settings, allow the browser to use the microphone'],
  [
    'missing',
    'No microphone found. Plug one in and try again. Without one you can call and listen.',
  ],
  ['busy', 'Another program may be using it.'],
])('a microphone that is %s is told in words', async (why, words) => {
  problem = why;
  await show();
  await screen.press('Allow microphone');

  expect(screen.text).toContain(words);
});

test('with microphone and account the user is ready, not before', async () => {
  await show();
  await screen.press('Allow microphone');
  expect(screen.text).not.toContain('You’re ready.');

  await show(ACCOUNT);
  expect(screen.text).toContain('You’re ready. Click any phone number.');
});

describe('the level', () => {
  const tone = (peak: number) =>
    Float32Array.from({ length: 1024 }, (_, i) => peak * Math.sin(i / 5));

  test('is nothing for silence and all for the loudest sound', () => {
    expect(levelOf(new Float32Array(1024))).toBe(0);
    expect(levelOf(new Float32Array(1024).fill(1))).toBe(1);
  });

  test('rises with loudness as the ear hears it: half the amplitude is a small step', () => {
    expect(levelOf(tone(0.5))).toBeCloseTo(levelOf(tone(1)) - 0.1, 1);
    expect(levelOf(tone(0.01))).toBeGreaterThan(0.2);
  });
});
