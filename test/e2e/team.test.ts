import type { Account } from '../../src/account/account';
import { PRESETS } from '../../src/account/profile';
import type { TeamMember } from '../../src/phone/team/team';
import { callStory, useCallBed, VOICE_HZ, type CallBed } from './support/call-story';

const TEAM = [
  { number: '204', name: 'Carol' },
  { number: '205', name: 'Dave' },
];
const ERIN = { user: '+442079460018', displayName: 'Erin' };
const ERIN_HZ = 600;

const open = useCallBed();

/** Alice at a phone system where she watches Carol and Dave. */
async function watch(bed: CallBed, change: Partial<Account> = {}): Promise<void> {
  await bed.useAccount(change);
  await bed.useSettings({ team: TEAM });
  await bed.pbx.untilWatched('dialog 205');
}

async function untilCarol(bed: CallBed, what: string, fits: (carol: TeamMember) => boolean) {
  await bed.browser.untilSnapshot(what, ({ team }) =>
    team.some((member) => member.number === '204' && fits(member)),
  );
}

async function pickUpCarol(bed: CallBed): Promise<void> {
  const reply = await bed.browser.control.ask('phone', 'pickUp', { number: '204' });

  expect(reply).toMatchObject({ ok: true });
}

callStory('Alice sees that a message waits for her, and that it was heard', open, async (bed) => {
  await watch(bed);
  bed.pbx.notifier.setMailbox('alice', { newMessages: 2, oldMessages: 1 });
  await bed.browser.untilSnapshot(
    'the messages',
    ({ voicemail }) => voicemail?.isWaiting === true && voicemail.newMessages === 2,
  );
  await bed.browser.untilBadge('the messages at the icon', ({ text, title }) =>
    text === '✉' ? title.includes('2 new voice messages') : false,
  );
  await bed.middle();
  bed.pbx.notifier.setMailbox('alice', { newMessages: 0, oldMessages: 3 });
  await bed.browser.untilSnapshot('no message', ({ voicemail }) => voicemail?.isWaiting === false);
  await bed.browser.untilBadge('a quiet icon', ({ text }) => text === '');
});

callStory('Alice sees Carol’s phone ring, Carol talk and hang up', open, async (bed) => {
  await watch(bed);
  await untilCarol(bed, 'Carol to be available', ({ state }) => state === 'idle');

  const call = bed.pbx.ringDesk('204', { from: ERIN });

  await untilCarol(
    bed,
    'Carol’s phone to ring',
    ({ state, caller }) => state === 'ringing' && caller?.displayName === 'Erin',
  );
  await bed.middle();
  call.moveTo('answered');
  await untilCarol(bed, 'Carol to talk', ({ state }) => state === 'busy');
  call.moveTo('ended');
  await untilCarol(bed, 'Carol to be available', ({ state }) => state === 'idle');
});

callStory('Alice answers the call that rings at Carol’s', open, async (bed) => {
  await watch(bed);

  const atCarols = bed.pbx.ringDesk('204', { from: ERIN, freqHz: ERIN_HZ });

  await untilCarol(bed, 'a call that can be taken', ({ canPickUp }) => canPickUp);
  await bed.middle();
  await pickUpCarol(bed);

  const erin = await bed.pbx.nextCall();
  const call = await bed.untilCall('the answer', ({ state }) => state === 'established');

  expect(erin.invite.getHeader('replaces')).toContain(`${atCarols.callId};`);
  expect(call.remote.displayName).toBe('Erin');
  await bed.browser.untilHeard(ERIN_HZ);
  await erin.audio.untilTone(VOICE_HZ);
  await atCarols.until('taken');
  await untilCarol(bed, 'Carol to be available', ({ state }) => state === 'idle');
});

it('answers it with the button in the popup', async () => {
  const bed = open();

  await watch(bed);

  const popup = await bed.browser.openPopup();

  bed.pbx.ringDesk('204', { from: ERIN, freqHz: ERIN_HZ });
  await popup.locator('.colleague.ringing .button').click();
  await bed.pbx.nextCall();
  await popup.waitForFunction(() => document.querySelector('.call-card')?.ariaLabel === 'Erin', {
    polling: 50,
  });
  await bed.browser.untilHeard(ERIN_HZ);
});

it('answers it by the code that the phone system has for that', async () => {
  const bed = open();

  await watch(bed, { profile: PRESETS.freeswitch });
  bed.pbx.ringDesk('204', { from: ERIN, freqHz: ERIN_HZ });
  await untilCarol(bed, 'a call that can be taken', ({ canPickUp }) => canPickUp);
  await pickUpCarol(bed);

  const erin = await bed.pbx.nextCall();

  expect(erin.invite.ruri?.user).toBe('**204');
  await bed.browser.untilHeard(ERIN_HZ);
  await erin.audio.untilTone(VOICE_HZ);
});

it('sees that somebody is away, and why', async () => {
  const bed = open();

  await watch(bed);
  await bed.pbx.untilWatched('presence 204');
  bed.pbx.notifier.setMood('204', { isOpen: false, note: 'Back on Monday', activity: 'vacation' });
  await untilCarol(
    bed,
    'Carol on holiday',
    ({ state, activity, note }) =>
      state === 'offline' && activity === 'vacation' && note === 'Back on Monday',
  );
  bed.pbx.notifier.setMood('204', { isOpen: true });
  await untilCarol(bed, 'Carol to be available', ({ state }) => state === 'idle');
});

it('asks again after the phone system forgot everything, and after the connection was lost', async () => {
  const bed = open();

  await watch(bed);
  await untilCarol(bed, 'Carol to be available', ({ state }) => state === 'idle');
  bed.pbx.notifier.end('terminated;reason=deactivated');
  await bed.pbx.untilWatched('dialog 204');
  bed.pbx.dropSockets();
  await untilCarol(bed, 'nothing known of Carol', ({ state }) => state === 'unknown');
  await bed.pbx.untilWatched('dialog 204');
  const call = bed.pbx.ringDesk('204');

  call.moveTo('answered');
  await untilCarol(bed, 'Carol to talk', ({ state }) => state === 'busy');
  call.moveTo('ended');
});

it('hears of a mailbox that it may not ask about', async () => {
  const bed = open();

  bed.pbx.notifier.unknownPackages.add('message-summary');
  try {
    await watch(bed);
    bed.pbx.notifier.setMailbox('alice', { newMessages: 1, oldMessages: 0 });
    for (const contact of bed.pbx.contactsOf('alice')) {
      bed.pbx.notifier.tellUnasked(contact);
    }
    await bed.browser.untilSnapshot('the message', ({ voicemail }) => voicemail?.newMessages === 1);
  } finally {
    bed.pbx.notifier.unknownPackages.clear();
    bed.pbx.notifier.setMailbox('alice', { newMessages: 0, oldMessages: 1 });
  }
});
