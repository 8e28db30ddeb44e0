/** @jest-environment jsdom */
import { ReachSection, type ReachActions } from '../../../../extension/ui/settings/reach-section';
import { Screen } from '../../../support/screen';

const BACKGROUND = 'Receive calls when no window is open';
const AWAKE = 'Keep the computer awake during calls';

let screen: Screen;
let allowed: Set<string>;
let refuses: boolean;
let listeners: Set<() => void>;

beforeEach(() => {
  screen = new Screen();
  allowed = new Set();
  listeners = new Set();
  refuses = false;
});

afterEach(async () => {
  await screen.leave();
});

/** A browser that asks its user, who says yes unless the test says no. */
const reach: ReachActions = {
  isAllowed: (permission) => Promise.resolve(allowed.has(permission)),
  allow: (permission) => {
    if (!refuses) {
      allowed.add(permission);
      changed();
    }

    return Promise.resolve(!refuses);
  },
  disallow: (permission) => {
    allowed.delete(permission);
    changed();

    return Promise.resolve();
  },
  watch: (onChange) => {
    listeners.add(onChange);

    return () => listeners.delete(onChange);
  },
};

function changed(): void {
  listeners.forEach((listener) => {
    listener();
  });
}

async function press(label: string): Promise<void> {
  await screen.do(() => {
    screen.field(label).click();
  });
}

async function show(): Promise<void> {
  await screen.show(<ReachSection reach={reach} />);
}

it('shows what Chrome allows', async () => {
  allowed.add('power');
  await show();

  expect(screen.field(BACKGROUND).checked).toBe(false);
  expect(screen.field(AWAKE).checked).toBe(true);
});

it('asks Chrome when a switch is turned on, and gives the permission back when it is off', async () => {
  await show();
  await press(BACKGROUND);
  expect([...allowed]).toEqual(['background']);
  expect(screen.field(BACKGROUND).checked).toBe(true);

  await press(BACKGROUND);
  expect([...allowed]).toEqual([]);
  expect(screen.field(BACKGROUND).checked).toBe(false);
});

it('stays off and says so when Chrome does not allow it', async () => {
  refuses = true;
  await show();
  await press(AWAKE);

  expect(screen.field(AWAKE).checked).toBe(false);
  expect(screen.text).toContain('Your browser didn’t allow it.');
  refuses = false;
  await press(AWAKE);
  expect(screen.text).not.toContain('Your browser didn’t allow it.');
});

it('follows what is changed elsewhere', async () => {
  await show();
  allowed.add('background');
  await screen.do(changed);

  expect(screen.field(BACKGROUND).checked).toBe(true);
});
