/** @jest-environment jsdom */
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/account/settings';
import type { RecordingEntry } from '../../../../src/recording/entry';
import type { RecordingActions } from '../../../../extension/ui/settings/recording-actions';
import { RecordingsSection } from '../../../../extension/ui/settings/recordings-section';
import { Screen } from '../../../support/screen';
import { RECORDINGS, recordingActions } from '../../../support/ui-preview/page-states';

let screen: Screen;
let asked: unknown[];
let changed: Partial<Settings>[];

beforeEach(() => {
  screen = new Screen();
  asked = [];
  changed = [];
});

afterEach(async () => {
  await screen.leave();
});

async function show(
  entries: readonly RecordingEntry[],
  change: Partial<RecordingActions> = {},
): Promise<void> {
  const recordings: RecordingActions = {
    ...recordingActions(entries),
    rename: (...args) => {
      asked.push(['rename', ...args]);
      return Promise.resolve();
    },
    remove: (...args) => {
      asked.push(['remove', ...args]);
      return Promise.resolve();
    },
    ...change,
  };

  await screen.show(
    <RecordingsSection
      settings={DEFAULT_SETTINGS}
      recordings={recordings}
      onChange={(settings) => {
        changed.push(settings);
      }}
    />,
  );
}

const TITLE = 'Bob from Sales, Carol from Support';

test('the list says who is in a recording, when it was, how long and how large', async () => {
  await show(RECORDINGS);

  const [row] = screen.all('.recording-row');

  expect(row?.querySelector('input')?.placeholder).toBe(TITLE);
  expect(row?.textContent).toContain('May 12, 2026');
  expect(row?.textContent).toContain('12:34 · 4.5 MB');
});

test('it says how much room all of them take, and how much there is', async () => {
  await show(RECORDINGS);
  expect(screen.text).toContain('4.9 MB used. The browser keeps at most 2.1 GB.');
});

test('without any it says how to make one', async () => {
  await show([]);
  expect(screen.text).toContain('No recordings yet');
});

test('a recording is deleted after asking, and kept otherwise', async () => {
  await show(RECORDINGS);
  await screen.press(`Delete: ${TITLE}`);
  await screen.press('Keep');
  expect(asked).toEqual([]);
  await screen.press(`Delete: ${TITLE}`);
  await screen.press('Delete for good');

  expect(asked).toEqual([['remove', 'r2']]);
});

test('a recording is named', async () => {
  await show(RECORDINGS);
  await screen.do(() => {
    const [input] = screen.all('.recording-row input');

    Reflect.set(input ?? {}, 'value', '  The   offer ');
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  });

  expect(asked).toEqual([['rename', 'r2', 'The offer']]);
});

test('a recording plays until it is closed', async () => {
  await show(RECORDINGS);
  await screen.press(`Play: ${TITLE}`);
  expect(screen.all('audio')).toHaveLength(1);
  await screen.press(`Stop playing: ${TITLE}`);

  expect(screen.all('audio')).toEqual([]);
});

test('what can’t be read is said', async () => {
  await show(RECORDINGS, { open: () => Promise.reject(new Error('gone')) });
  await screen.press(`Play: ${TITLE}`);

  expect(screen.one('[role="alert"]').textContent).toContain('can’t be read');
});

test('a list that can’t be read is said', async () => {
  await show([], { list: () => Promise.reject(new Error('no storage')) });

  expect(screen.one('[role="alert"]').textContent).toContain('can’t be read');
});

test('others hear a beep only where the user says so', async () => {
  await show([]);
  await screen.do(() => {
    screen.one('input[type="checkbox"]').click();
  });

  expect(changed).toEqual([{ recordingBeeps: true }]);
});
