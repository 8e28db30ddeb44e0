/** @jest-environment jsdom */
import { PRESETS, type PresetName } from '../../../../src/account/profile';
import type { PhoneSnapshot } from '../../../../src/protocol/snapshot';
import { actions, screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { callLike, endedCall, NOW_MS, talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

function show(preset: PresetName, changes: Partial<PhoneSnapshot> = {}): Promise<void> {
  const account = { address: 'sip:alice@pbx.test', displayName: '', profile: PRESETS[preset] };

  return showPhone({ account, ...changes });
}

const bob = { uri: 'sip:+12125550123@pbx.test', displayName: 'Bob' };

function parked(place: string | null): PhoneSnapshot['parked'] {
  return [{ id: '1', remote: bob, place, parkedAtMs: NOW_MS, retrievedBy: null }];
}

describe('parking', () => {
  test('is offered where the phone system can', async () => {
    await show('asterisk', { calls: [talking('1')] });
    await screen.press('More');
    await screen.press('ParkAnybody can retrieve it from there');
    expect(actions.asked).toEqual([['command', '1', { type: 'park' }]]);
  });

  test('is not offered elsewhere', async () => {
    await show('generic', { calls: [talking('1')] });
    await screen.press('More');
    expect(screen.text).not.toContain('Park');
  });

  test('says why it came to nothing, until that has been read', async () => {
    await show('ringcentral', {
      calls: [
        talking('1', { service: { name: 'park', state: 'failed', place: null, why: 'Forbidden' } }),
      ],
    });
    expect(screen.text).toContain('Parking didn’t work. You are still with Bob from Sales.');
    expect(screen.text).toContain('It says: “Forbidden”');
    await screen.press('Close');
    expect(screen.text).not.toContain('Forbidden');
  });

  test('says where, and the call can be taken up from there or be forgotten', async () => {
    await show('ringcentral', {
      calls: [
        endedCall(
          '1',
          {},
          {
            establishedAtMs: NOW_MS - 1000,
            service: { name: 'park', state: 'done', place: '813', why: null },
          },
        ),
      ],
      parked: parked('813'),
    });
    expect(screen.text).toContain('Parked at 813');
    await screen.press('Retrieve');
    await screen.press('Forget the parked call with Bob');
    expect(actions.asked).toEqual([
      ['retrieve', '1', null],
      ['forget', '1'],
    ]);
  });

  test('asks for the place where only the user has heard it', async () => {
    await show('asterisk', { parked: parked(null) });
    expect(screen.button('Retrieve').disabled).toBe(true);
    await screen.type('Place where the call with Bob is parked', '701');
    await screen.press('Retrieve');
    expect(actions.asked).toEqual([['retrieve', '1', '701']]);
  });

  test('asks for no place where the code alone will do', async () => {
    await show('freeswitch', { parked: parked(null) });
    await screen.press('Retrieve');
    expect(actions.asked).toEqual([['retrieve', '1', '']]);
  });
});

describe('moving a call to another phone', () => {
  test('asks which one, and lets it ring', async () => {
    await show('ringcentral', { calls: [talking('1')] });
    await screen.press('More');
    await screen.press('Move to another phone…Your mobile or desk phone rings for it');
    await screen.type('Number of your other phone', '+16505550188');
    await screen.press('Ring it');
    expect(actions.asked).toEqual([['command', '1', { type: 'flip', target: '+1 650 555 0188' }]]);
  });

  test('tells to hang up once it is answered there', async () => {
    await show('ringcentral', {
      calls: [
        talking('1', {
          service: { name: 'flip', state: 'done', place: 'sip:+16505550188@x', why: null },
        }),
      ],
    });
    expect(screen.text).toContain('650 555 0188 rings. Answer there, then hang up here.');
  });
});

test('the phone system’s wish to have the call elsewhere is told', async () => {
  await show('ringcentral', {
    calls: [talking('1', { service: { name: 'move', state: 'failed', place: null, why: null } })],
  });
  expect(screen.text).toContain('wanted to move this call to its own app');
});

describe('a supervisor', () => {
  test('listens to an extension, whispers or joins in', async () => {
    await show('ringcentral');
    await screen.type('Number or address', '102');
    await screen.press('Listen in');
    await screen.type('Number or address', '102');
    await screen.press('Whisper');
    await screen.type('Number or address', '102');
    await screen.press('Join in');
    expect(actions.asked).toEqual([
      ['supervise', 'monitor', '102'],
      ['supervise', 'whisper', '102'],
      ['supervise', 'barge', '102'],
    ]);
  });

  test('is offered nothing for a number outside, nor where nothing can be', async () => {
    await show('ringcentral');
    await screen.type('Number or address', '+12125550123');
    expect(screen.text).not.toContain('Listen in');
    await show('generic');
    await screen.type('Number or address', '102');
    expect(screen.text).not.toContain('Listen in');
  });
});

test('what callers answered to messages is shown, with the number they left', async () => {
  await show('ringcentral', {
    answers: [
      { id: '8', remote: bob, answer: 'yes', number: null, answeredAtMs: NOW_MS },
      { id: '9', remote: bob, answer: 'urgent', number: '+16505550142', answeredAtMs: NOW_MS },
    ],
  });
  expect(screen.text).toContain('Answered your message: yes');
  expect(screen.text).toContain('Urgent: call +16505550142');
});

test('who declines is told that it goes on ringing there', async () => {
  await show('ringcentral', {
    calls: [callLike('1', { direction: 'incoming', state: 'ringing' })],
  });
  expect(screen.text).toContain('Declined callers go on hearing it ring.');
});

test('who writes to a caller has the caller wait for it', async () => {
  await show('ringcentral', {
    calls: [callLike('1', { direction: 'incoming', state: 'ringing' })],
  });
  screen.nowMs += 300;
  await screen.press('More');
  await screen.press('Reply with a message…');
  await screen.type('Your own words', 'Later');
  expect(actions.asked).toEqual([['command', '1', { type: 'begin-reply' }]]);
});
