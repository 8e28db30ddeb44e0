import fc from 'fast-check';
import type { CallCommand } from '../../../src/call/command';
import type { CallEvent } from '../../../src/call/event';
import { endOf } from '../../support/fake-sip-stack';

/** Something that happens to a call: the user asks, or the network tells. */
export type Input = { readonly command: CallCommand } | { readonly event: CallEvent };

const SOMEBODY = { uri: 'sip:carol@pbx.test', displayName: 'Carol' };

const anyTarget = fc.constantFrom('sip:7@pbx.test', '7', 'sip:a@b>\r\nX: y');
const anyTones = fc.oneof(fc.constantFrom('1', '12#', '*'), fc.string({ maxLength: 4 }));
const anyResponse = fc
  .integer({ min: 100, max: 699 })
  .map((statusCode) => ({ statusCode, reasonPhrase: '' }));
const anyService = fc.constantFrom('park', 'flip');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** For each command what makes one: a command without its line here does not compile. */
const COMMANDS: {
  readonly [Type in CallCommand['type']]: fc.Arbitrary<Omit<CallCommand & { type: Type }, 'type'>>;
} = {
  answer: fc.constant({}),
  decline: fc.constantFrom({}, { as: 'busy' }, { as: 'unavailable' }, { as: 'declined' }),
  redirect: fc.record({ target: anyTarget }),
  silence: fc.constant({}),
  'to-voicemail': fc.constantFrom(
    {},
    { way: { by: 'redirect', uri: 'sip:8@pbx.test' } },
    { way: { by: 'redirect', uri: 'sip:8>\r\nX: y' } },
    { way: { by: 'decline' } },
    { way: { by: 'phone-system' } },
  ),
  'begin-reply': fc.constant({}),
  reply: fc.record({
    text: fc.constantFrom('Later', '', 'x'.repeat(301)),
    by: fc.constantFrom('message', 'phone-system'),
  }),
  'hang-up': fc.constant({}),
  stay: fc.constant({}),
  transfer: fc.record({ target: anyTarget }),
  'transfer-to-call': fc.record({ callId: fc.constantFrom('id', 'other') }),
  'accept-referral': fc.constant({}),
  'refuse-referral': fc.constant({}),
  'accept-replacement': fc.constant({}),
  'refuse-replacement': fc.constant({}),
  hold: fc.record({ on: fc.boolean() }),
  mute: fc.record({ on: fc.boolean() }),
  'send-dtmf': fc.record(
    {
      tones: anyTones,
    },
    { requiredKeys: ['tones'] },
  ),
  record: fc.record({
    on: fc.boolean(),
    as: fc.record({
      id: fc.constant('r'),
      by: fc.constantFrom('local', 'phone-system'),
      beeps: fc.boolean(),
    }),
  }),
  park: fc.constantFrom(
    {},
    { way: { by: 'transfer', uri: 'sip:700@pbx.test' } },
    { way: { by: 'transfer', uri: '700' } },
    { way: { by: 'dtmf', digits: '#72' } },
    { way: { by: 'phone-system' } },
  ),
  flip: fc.record({ target: anyTarget }),
};

/** For each event what makes one: an event without its line here does not compile. */
const EVENTS: {
  readonly [Type in CallEvent['type']]: fc.Arbitrary<Omit<CallEvent & { type: Type }, 'type'>>;
} = {
  'provisional-received': fc.record({
    statusCode: fc.integer({ min: 100, max: 199 }),
    hasSdp: fc.boolean(),
  }),
  confirmed: fc.constant({}),
  redirected: fc.record({ targets: fc.constant([SOMEBODY]) }),
  ended: fc.constant({ end: endOf() }),
  'cut-off': fc.constant({}),
  reconnected: fc.constant({}),
  'came-back': fc.constant({}),
  'calling-again': fc.constant({}),
  'reply-accepted': fc.constant({}),
  'reply-refused': fc.record({ response: maybe(anyResponse) }),
  'transfer-progressed': fc.record({ response: anyResponse }),
  'transfer-failed': fc.record({ response: maybe(anyResponse) }),
  referred: fc.record({ target: fc.constant(SOMEBODY) }),
  'referral-expired': fc.constant({}),
  'message-received': fc.record({ text: fc.string({ maxLength: 2000, size: 'max' }) }),
  'replacement-asked': fc.record({ by: fc.constant(SOMEBODY) }),
  'replacement-withdrawn': fc.constant({}),
  replaced: fc.record({ by: fc.constant(SOMEBODY) }),
  'reinvite-accepted': fc.constant({}),
  'reinvite-rejected': fc.record({ statusCode: fc.constantFrom(481, 488, 491, 500) }),
  'remote-identified': fc.record({ remote: fc.constant(SOMEBODY) }),
  'remote-hold-changed': fc.record({ on: fc.boolean() }),
  'way-changed': fc.record({ way: fc.constantFrom('connected', 'disconnected', 'failed') }),
  'way-renewed': fc.constant({}),
  'sound-watched': fc.record({
    lostSound: fc.constantFrom(null, 'ours', 'theirs', 'both'),
    asks: fc.boolean(),
  }),
  'quality-watched': fc.record({ isPoor: fc.boolean() }),
  'dtmf-lost': fc.record({ tones: anyTones }),
  'dtmf-received': fc.record({ tone: anyTones }),
  'recording-started': fc.constant({}),
  'recording-failed': fc.record({ problem: fc.constantFrom('no-space', 'not-stored') }),
  'service-done': fc.record({ name: anyService, place: fc.constantFrom(null, '813') }),
  'service-failed': fc.record({
    name: fc.constantFrom('park', 'flip', 'move'),
    why: fc.constantFrom(null, 'No'),
  }),
};

/** The commands and events there are. */
export const EVERY_TYPE: readonly string[] = [...Object.keys(COMMANDS), ...Object.keys(EVENTS)];

function oneOf<T extends { readonly type: string }>(
  makers: Readonly<Record<string, fc.Arbitrary<object>>>,
): fc.Arbitrary<T> {
  return fc.oneof(
    ...Object.entries(makers).map(([type, rest]) =>
      // The two maps above say what belongs to which type.
      rest.map((found) => ({ type, ...found }) as unknown as T),
    ),
  );
}

/** Any one thing that can happen to a call. */
export const anyInput: fc.Arbitrary<Input> = fc.oneof(
  oneOf<CallCommand>(COMMANDS).map((command): Input => ({ command })),
  oneOf<CallEvent>(EVENTS).map((event): Input => ({ event })),
);
