/** @jest-environment jsdom */
import { PRESETS } from '../../../../src/account/profile';
import type { TeamMember } from '../../../../src/phone/team/team';
import type { PhoneSnapshot } from '../../../../src/protocol/snapshot';
import { Team } from '../../../../extension/ui/team/team';
import { TeamSection } from '../../../../extension/ui/settings/team-section';
import { SurroundingsProvider, type Words } from '../../../../extension/ui/words/words';
import type { Colleague } from '../../../../src/account/team';
import { actions, screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { memberLike, NOW_MS, talking, TEAM } from '../../../support/ui-preview/phone-states';
import { englishWords } from '../../../support/ui-preview/words';

const BOB = { uri: 'sip:+442079460018@example.com', displayName: 'Bob from Sales' };
const ACCOUNT = { address: 'sip:alice@example.com', displayName: 'Alice' };

usePhoneOnScreen();

function showCodes(changes: Partial<PhoneSnapshot>): Promise<void> {
  return showPhone({ account: { ...ACCOUNT, profile: PRESETS.freeswitch }, ...changes });
}

describe('a colleague', () => {
  test.each<[Partial<TeamMember>, string]>([
    [{ state: 'idle' }, 'Available'],
    [{ state: 'busy' }, 'On a call'],
    [{ state: 'ringing' }, 'Ringing'],
    [{ state: 'ringing', caller: BOB }, 'Bob from Sales is calling'],
    [{ state: 'offline', note: 'Not online' }, 'Offline'],
    [{ state: 'unknown' }, 'Not known'],
    [{ activity: 'meeting' }, 'Available · In a meeting'],
    [{ note: 'Back at nine' }, 'Available · Back at nine'],
    [{ note: 'Ready' }, 'Available'],
    [{ state: 'busy', activity: 'on-the-phone', note: 'On the phone' }, 'On a call'],
  ])('that is %j', async (changes, words) => {
    await showPhone({ team: [memberLike('204', { name: 'Carol', ...changes })] });

    expect(screen.one('.colleague-text').textContent).toBe(words);
    expect(screen.button(`Call Carol, ${words}`)).toBeDefined();
  });

  test('is told apart by shape: no two states have the same drawing', async () => {
    const states = ['idle', 'ringing', 'busy', 'offline', 'unknown'] as const;

    await showPhone({ team: states.map((state, i) => memberLike(`${i}`, { state })) });

    expect(new Set(screen.all('.colleague-state').map((element) => element.innerHTML)).size).toBe(
      5,
    );
  });

  test('is called by a click', async () => {
    await showPhone({ team: [memberLike('204', { name: 'Carol' })] });
    await screen.press('Call Carol, Available');

    expect(actions.asked).toEqual([['dial', '204']]);
  });

  test('whose phone rings is helped by a click', async () => {
    await showPhone({
      team: [memberLike('204', { name: 'Carol', state: 'ringing', canPickUp: true })],
    });
    await screen.press('Pick up the call that rings at Carol');

    expect(actions.asked).toEqual([['pickUp', '204']]);
  });

  test('whose phone rings is helped by a key', async () => {
    const ringing = { state: 'ringing', canPickUp: true } as const;

    await showPhone({ team: [memberLike('204', ringing), memberLike('205', ringing)] });
    await screen.do(() => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true }));
    });

    expect(actions.asked).toEqual([['pickUp', '204']]);
  });

  test('whose call somebody else was quicker with says so', async () => {
    actions.refuseWith = 'nothing-to-pick-up';
    await showPhone({ team: [memberLike('204', { state: 'ringing', canPickUp: true })] });
    await screen.press('Pick up the call that rings at 204');

    expect(screen.text).toContain('Nothing rings there any more.');
  });

  test('whose call cannot be taken up has no button for it', async () => {
    await showPhone({ team: [memberLike('204', { state: 'ringing' })] });

    expect(screen.buttons.filter((name) => name.startsWith('Pick up'))).toEqual([]);
  });
});

describe('the list', () => {
  test('is not there for nobody', async () => {
    await showPhone({ team: [] });

    expect(screen.text).not.toContain('Team');
  });

  test('shows the first five and whoever rings, all on request, and finds them by name', async () => {
    const late = memberLike('300', { name: 'Zoe', state: 'ringing' });

    await showPhone({ team: [...TEAM.slice(0, 14), late] });
    expect(screen.all('.colleague-name').map(({ textContent }) => textContent)).toEqual([
      ...TEAM.slice(0, 5).map(({ name }) => name),
      'Zoe',
    ]);
    await screen.press('Show all 15');
    expect(screen.all('.colleague')).toHaveLength(15);

    const filter = screen.one('.team-filter') as HTMLInputElement; // The class says so.

    await screen.do(() => {
      filter.value = 'dave';
      filter.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    expect(screen.all('.colleague-name').map(({ textContent }) => textContent)).toEqual([
      'Dave from Accounts',
    ]);
    await screen.do(() => {
      filter.value = 'xyz';
      filter.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    expect(screen.text).toContain('Nobody by that name or number.');
  });

  test('that is closed shows who rings and nobody else', async () => {
    await showPhone({ team: TEAM });
    await screen.press('Team');

    expect(screen.button('Team').getAttribute('aria-expanded')).toBe('false');
    expect(screen.all('.colleague-name').map(({ textContent }) => textContent)).toEqual([
      'Erin from Dispatch',
    ]);
  });

  test('offers the group’s calls where the phone system has a code for them', async () => {
    await showCodes({ team: [] });
    await screen.press('Answer a call of my group');

    expect(actions.asked).toEqual([['dial', 'sip:*8']]);
  });

  test('of two hundred makes only the rows anew that changed', async () => {
    let words = 0;
    const team = Array.from({ length: 200 }, (_, i) =>
      memberLike(`${1000 + i}`, { name: `Desk ${i}` }),
    );
    const countingWords: Words = (key, ...rest) => {
      words += key === 'teamCall' ? 1 : 0;

      return englishWords(key, ...rest);
    };
    const nowMs = () => NOW_MS;
    const view = (members: readonly TeamMember[]) => (
      <SurroundingsProvider t={countingWords} nowMs={nowMs} locale="en-US">
        <Team
          team={members}
          account={{ ...ACCOUNT, profile: PRESETS.generic }}
          country="US"
          actions={{ ...actions }}
        />
      </SurroundingsProvider>
    );

    await screen.show(view(team));
    await screen.press('Show all 200');
    // A row asks for these words twice: so many mean two hundred rows.
    expect(words).toBeGreaterThanOrEqual(400);
    words = 0;
    for (let change = 0; change < 50; change += 1) {
      // As it comes over the Port: everything is a new object.
      const now = JSON.parse(
        JSON.stringify(team.map((one, i) => (i === change ? { ...one, state: 'busy' } : one))),
      ) as TeamMember[]; // Written a moment before.

      await screen.show(view(now));
    }
    // One row becomes busy and the one before it idle again, two words each.
    expect(words).toBe(2 * (50 + 49));
  });
});

test('in a call, the colleagues are at hand to send it to', async () => {
  await showPhone({ calls: [talking('1')], team: TEAM });
  await screen.press('Transfer');

  const [carol] = screen.all('.suggestions .deed');

  expect(carol?.textContent).toBe('Carol from SupportAvailable');
  await screen.do(() => {
    carol?.click();
  });
  await screen.press('Transfer now');
  expect(actions.asked).toEqual([['command', '1', { type: 'transfer', target: '204' }]]);
});

describe('voice mail', () => {
  const summary = { isWaiting: true, newMessages: 3, oldMessages: 1, urgentMessages: 0 };

  test.each([
    [summary, '3 new voice messages'],
    [{ ...summary, newMessages: 1 }, '1 new voice message'],
    [{ ...summary, newMessages: null }, 'New voice messages'],
    [{ ...summary, isWaiting: false, newMessages: 0 }, 'No new voice messages'],
    [null, 'Voicemail'],
  ])('%j', async (voicemail, words) => {
    await showCodes({ voicemail });

    expect(screen.one('.voicemail-what').textContent).toBe(words);
  });

  test('is heard by a click', async () => {
    await showCodes({ voicemail: summary });
    await screen.press('3 new voice messagesCall your mailbox');

    expect(actions.asked).toEqual([['dial', 'sip:*98']]);
  });

  test('of a mailbox without a number says what is missing', async () => {
    await showPhone({ voicemail: summary });

    expect(screen.one('.voicemail').textContent).toContain('Your mailbox’s number is not set');
    expect((screen.one('.voicemail-call') as HTMLButtonElement).disabled).toBe(true);
  });

  test('is no matter where there is no mailbox', async () => {
    await showPhone({ voicemail: null });

    expect(screen.all('.voicemail')).toEqual([]);
  });
});

describe('who is on the list is the user’s to say', () => {
  const CAROL = { number: '204', name: 'Carol' };
  const DAVE = { number: '205', name: 'Dave' };
  let team: readonly Colleague[];

  async function edit(now: readonly Colleague[]): Promise<void> {
    team = now;
    await screen.show(
      <TeamSection
        team={now}
        onChange={(changed) => {
          void edit(changed);
        }}
      />,
    );
  }

  test('somebody is added', async () => {
    await edit([CAROL]);
    await screen.type('Number or address', ' 205 ');
    await screen.type('Name', 'Dave');
    await screen.press('Add to the team');

    expect(team).toEqual([CAROL, DAVE]);
  });

  test.each([
    ['', 'Type the number to watch.'],
    ['204', 'This number is on the list already.'],
    ['<204>', 'This isn’t a number or address.'],
  ])('%j is not', async (number, words) => {
    await edit([CAROL]);
    await screen.type('Number or address', number);
    await screen.press('Add to the team');

    expect(screen.describedBy('Number or address')).toContain(words);
    expect(team).toEqual([CAROL]);
  });

  test('somebody goes up, down and away', async () => {
    await edit([CAROL, DAVE]);
    await screen.press('Move Dave up');
    expect(team).toEqual([DAVE, CAROL]);
    await screen.press('Move Dave down');
    expect(team).toEqual([CAROL, DAVE]);
    expect(screen.button('Move Dave down').disabled).toBe(true);
    await screen.press('Remove Carol');
    expect(team).toEqual([DAVE]);
  });

  test('somebody has another name', async () => {
    await edit([CAROL, DAVE]);
    const [name] = screen.all('.team-edit input') as HTMLInputElement[]; // The selector says so.

    await screen.do(() => {
      if (name !== undefined) {
        name.value = ' Carol Smith ';
        name.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    expect(team[0]).toEqual({ number: '204', name: 'Carol Smith' });
  });
});
