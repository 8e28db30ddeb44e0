import { newCall, type Call } from '../../../src/call/call';
import { outcomeOf } from '../../../src/call/outcome';
import type { Step } from '../../../src/call/action';
import { command, InvalidStateError, type CallCommand } from '../../../src/call/command';
import { apply } from '../../../src/call/event';
import { DEFAULT_PROFILE, PRESETS, type Profile } from '../../../src/account/profile';
import { incomingByProfile } from '../../../src/phone/incoming-by-profile';
import { toneFor } from '../../../src/phone/tones';
import { incomingNoticesFor } from '../../../src/phone/alerts';
import { endOf } from '../../support/fake-sip-stack';

const BOB = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };
const ringing = newCall('in', 'incoming', BOB, 0);
const addressOf = (target: string) => `${target}@pbx.test`;

/** What the user asks, as a phone of this profile asks it. */
function ask(call: Call, asked: CallCommand, profile: Profile | null = DEFAULT_PROFILE): Step {
  return command(call, incomingByProfile(asked, profile, addressOf));
}

function ended(call: Call, cause: 'rejected' | 'cancelled'): Call {
  return apply(call, { type: 'ended', end: endOf({ cause }) }, 1).call;
}

describe('silence', () => {
  it('stops the ringing here and nowhere else, and the call can still be answered', () => {
    const { call, actions } = ask(ringing, { type: 'silence' });

    expect(toneFor({ calls: [ringing] })).toBe('ringtone');
    expect(toneFor({ calls: [call] })).toBeNull();
    expect(incomingNoticesFor({ calls: [call] })).toHaveLength(1);
    expect(actions).toEqual([]);
    expect(ask(call, { type: 'answer' }).actions).toEqual([{ type: 'send-answer' }]);
  });

  it('of one call leaves another one ringing', () => {
    const { call } = ask(ringing, { type: 'silence' });

    expect(toneFor({ calls: [call, newCall('other', 'incoming', BOB, 0)] })).toBe('ringtone');
  });
});

describe('declining', () => {
  it.each([
    ['declined', 603],
    ['busy', 486],
    ['unavailable', 480],
  ] as const)('tells the caller what the profile says: %s', (declineAs, statusCode) => {
    const { actions } = ask(ringing, { type: 'decline' }, { ...DEFAULT_PROFILE, declineAs });

    expect(actions).toEqual([{ type: 'send-reject', statusCode }]);
  });

  it('tells the caller what the user says, whatever the profile', () => {
    const { actions } = ask(ringing, { type: 'decline', as: 'busy' });

    expect(actions).toEqual([{ type: 'send-reject', statusCode: 486 }]);
  });
});

describe('the mailbox', () => {
  it.each<[string, Profile['toVoicemail'], Step['actions'][number]]>([
    [
      'a redirection to its number',
      { by: 'redirect', target: '*98' },
      { type: 'send-redirect', uri: 'sip:*98@pbx.test' },
    ],
    ['being busy', { by: 'decline' }, { type: 'send-reject', statusCode: 486 }],
    ['the phone system’s own word', { by: 'ringcentral' }, { type: 'ask-voicemail' }],
  ])('is reached by %s', (_way, toVoicemail, action) => {
    const profile = { ...DEFAULT_PROFILE, toVoicemail };
    const { call, actions } = ask(ringing, { type: 'to-voicemail' }, profile);

    expect(actions).toEqual([action]);
    expect(outcomeOf(ended(call, 'rejected'))).toBe('sent-to-voicemail');
    expect(outcomeOf(ended(call, 'cancelled'))).toBe('sent-to-voicemail');
  });

  it('is refused where there is none', () => {
    expect(() => ask(ringing, { type: 'to-voicemail' })).toThrow(InvalidStateError);
  });
});

describe('a reply', () => {
  const words: CallCommand = { type: 'reply', text: 'Later' };
  const refusal = { statusCode: 405, reasonPhrase: 'Method Not Allowed' };

  it('goes to the caller; only once it has arrived is the call declined', () => {
    const sending = ask(ringing, words);

    expect(sending.actions).toEqual([{ type: 'send-message', uri: BOB.uri, text: 'Later' }]);
    expect(sending.call).toMatchObject({ state: 'ringing', isSilenced: true });
    const sent = apply(sending.call, { type: 'reply-accepted' }, 1);

    expect(sent.actions).toEqual([{ type: 'send-reject', statusCode: 486 }]);
    expect(outcomeOf(ended(sent.call, 'rejected'))).toBe('replied');
  });

  it('that is refused leaves the call ringing, and another one may be tried', () => {
    const { call } = apply(
      ask(ringing, words).call,
      { type: 'reply-refused', response: refusal },
      1,
    );

    expect(call).toMatchObject({ state: 'ringing', reply: { state: 'failed', response: refusal } });
    expect(ask(call, words).actions).toHaveLength(1);
    expect(outcomeOf(ended(ask(call, { type: 'decline' }).call, 'rejected'))).toBe('declined');
  });

  it('is one at a time, and never empty or endless', () => {
    const { call } = ask(ringing, words);

    expect(() => ask(call, words)).toThrow(InvalidStateError);
    expect(() => ask(ringing, { type: 'reply', text: ' ' })).toThrow(InvalidStateError);
    expect(() => ask(ringing, { type: 'reply', text: 'x'.repeat(301) })).toThrow(InvalidStateError);
  });

  it('that arrives when the caller has given up declines nothing', () => {
    const { call } = ask(ringing, words);

    expect(apply(ended(call, 'cancelled'), { type: 'reply-accepted' }, 1).actions).toEqual([]);
  });

  it('by a phone system that reads it out leaves the end to that one', () => {
    const { call, actions } = ask(ringing, words, PRESETS.ringcentral);

    expect(actions).toEqual([{ type: 'ask-reply', text: 'Later' }]);
    const sent = apply(call, { type: 'reply-accepted' }, 1);

    expect(sent.actions).toEqual([]);
    expect(outcomeOf(ended(sent.call, 'cancelled'))).toBe('replied');
  });

  it('is refused where the phone system has no way for it', () => {
    expect(() => ask(ringing, words, PRESETS['3cx'])).toThrow(InvalidStateError);
    expect(() => ask(ringing, words, null)).toThrow(InvalidStateError);
  });
});
