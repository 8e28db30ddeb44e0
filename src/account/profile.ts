import type { DeclineAs } from '../call/command';

/** The phone systems that are known by name; `generic` is any other. */
export const PRESET_NAMES = [
  'generic',
  'asterisk',
  'freepbx',
  'freeswitch',
  '3cx',
  'ringcentral',
] as const;

/** Which phone system a profile began with. */
export type PresetName = (typeof PRESET_NAMES)[number];

/** What each of a way's codes is: what is dialled, what stands before it, or digits in the call. */
export type CodeName = 'target' | 'prefix' | 'digits' | 'suffix';

/**
 * The ways in which phone systems do a thing, and the codes that each needs. One table is the type,
 * the check of what is stored, and what the settings page offers.
 */
export const WAYS = {
  /** Sends a ringing call elsewhere: 302 (RFC 3261 §21.3.3), or RingCentral's MESSAGE 10. */
  forward: { redirect: [], ringcentral: [] },
  /** Sends it to our mailbox: 302 to a number, 486 where who is busy has a mailbox, or MESSAGE 11. */
  toVoicemail: { redirect: ['target'], decline: [], ringcentral: [] },
  /** Answers a ringing call with words: SIP MESSAGE to the caller (RFC 3428), or MESSAGE 14. */
  reply: { message: [], ringcentral: [] },
  /** Listens to our messages. */
  voicemail: { call: ['target'] },
  /** Leaves a call where a colleague can take it up: REFER there, digits in the call, or INFO. */
  park: { transfer: ['target'], dtmf: ['digits'], ringcentral: [] },
  /** Takes up a parked call: the prefix and then the number of its place, if there are several. */
  retrieve: { call: ['prefix'] },
  /** Answers a call that rings at a colleague's: INVITE with Replaces (RFC 3891), or a code. */
  pickUp: { replaces: [], call: ['prefix'] },
  /** Answers a call that rings at anybody's of our group. */
  groupPickUp: { call: ['target'] },
  /** Records here, or at the phone system: INFO with `Record: on`, digits, or RingCentral's INFO. */
  record: { local: [], info: [], dtmf: ['digits'], ringcentral: [] },
  /** Brings calls together: mixed here, or by digits that the phone system knows. */
  conference: { local: [], dtmf: ['digits'] },
  /** Moves a call to another phone of the user's. */
  flip: { ringcentral: [], transfer: ['target'] },
  /** Listens to a colleague's call: code and extension in one, or the extension as digits after. */
  monitor: { call: ['prefix'], 'call-then-dtmf': ['target', 'suffix'] },
  /** The same, and the colleague hears us. */
  whisper: { call: ['prefix'], 'call-then-dtmf': ['target', 'suffix'] },
  /** The same, and both hear us. */
  barge: { call: ['prefix'], 'call-then-dtmf': ['target', 'suffix'] },
  /** Calls a colleague whose phone answers by itself. */
  intercom: { call: ['prefix'] },
  /** Calls without showing our number: RFC 3323 as a whole, RFC 3325's `Privacy: id`, or a code. */
  hideNumber: { anonymous: [], privacy: [], call: ['prefix'] },
  /** Plays back what it hears. */
  echoTest: { call: ['target'] },
} as const satisfies Record<string, Record<string, readonly CodeName[]>>;

type Ways = typeof WAYS;

/** Something that one phone system has and another lacks. */
export type Feature = keyof Ways;

/** How a phone system does a thing, with the codes it needs; a union told apart by `by`. */
export type Way<Of extends Feature> = {
  readonly [By in keyof Ways[Of]]: { readonly by: By } & Readonly<
    Record<Extract<Ways[Of][By], readonly CodeName[]>[number], string>
  >;
}[keyof Ways[Of]];

/** The header that a chosen caller id goes in (RFC 3325 §9.1, §9.2), or the From itself. */
export const CALLER_ID_WAYS = ['preferred', 'asserted', 'from'] as const;

/** How the phone system is told which of our numbers to show. */
export type CallerIdBy = (typeof CALLER_ID_WAYS)[number];

/** What a phone system can do and how it is asked: a feature is null where it has none. */
export type Profile = {
  /** Where the codes come from; they may have been changed since. */
  readonly preset: PresetName;
  /** What a caller is told who is declined. */
  readonly declineAs: DeclineAs;
  /** Whether who is calling is believed of the phone system's own headers (RFC 3325 §5). */
  readonly trustsIdentity: boolean;
  readonly callerIdBy: CallerIdBy;
  /** Whether callers hear our own ringing tone while it rings here (RFC 3960), and not only theirs. */
  readonly ringsForCaller: boolean;
} & { readonly [Of in Feature]: Way<Of> | null };

/** What a code may be at most: nobody remembers a longer one. */
export const LONGEST_CODE = 64;

/** The user part of an address (RFC 3261 §25.1) without what would need an escape; `#` is escaped. */
const USER = /^[A-Za-z0-9*#_.!~+&=$,/-]{1,64}$/;
/** RFC 4733 §3.2. */
const DIGITS = /^[0-9A-D*#]{1,64}$/;

const CODES: Record<CodeName, (code: string) => boolean> = {
  target: (code) => USER.test(code),
  // May be empty: some phone systems want nothing before the number of a parking place.
  prefix: (code) => code === '' || USER.test(code),
  digits: (code) => DIGITS.test(code),
  suffix: (code) => code === '' || DIGITS.test(code),
};

/** True for what a code of this kind can be. */
export function isCode(name: CodeName, text: string): boolean {
  return CODES[name](text);
}

/** What to dial for a code: as an address, so that no dial rule touches it. */
export function codeTarget(code: string): string {
  return `sip:${code}`;
}

/** Any other phone system: all that standard SIP does with everybody, and none of its own codes. */
export const DEFAULT_PROFILE: Profile = {
  preset: 'generic',
  declineAs: 'declined',
  // RFC 3325 §5: not before somebody says that this server takes strangers' claims away.
  trustsIdentity: false,
  callerIdBy: 'preferred',
  ringsForCaller: false,
  forward: { by: 'redirect' },
  toVoicemail: null,
  reply: { by: 'message' },
  voicemail: null,
  park: null,
  retrieve: null,
  pickUp: { by: 'replaces' },
  groupPickUp: null,
  record: { by: 'local' },
  conference: { by: 'local' },
  flip: null,
  monitor: null,
  whisper: null,
  barge: null,
  intercom: null,
  hideNumber: { by: 'anonymous' },
  echoTest: null,
};

/** A phone system that stands between all calls: what it says of callers, it says itself. */
const BETWEEN: Profile = {
  ...DEFAULT_PROFILE,
  trustsIdentity: true,
  toVoicemail: { by: 'decline' },
  // Who finds a phone's account by its From finds none for an anonymous one.
  hideNumber: { by: 'privacy' },
};

/** Each phone system as it is out of the box. Every code can be another one where it is set so. */
export const PRESETS: Readonly<Record<PresetName, Profile>> = {
  generic: DEFAULT_PROFILE,

  asterisk: {
    ...BETWEEN,
    preset: 'asterisk',
    callerIdBy: 'asserted', // chan_pjsip reads it with `trust_id_inbound`.
    voicemail: { by: 'call', target: '8500' }, // extensions.conf.sample
    park: { by: 'transfer', target: '700' }, // res_parking.conf.sample, places 701-720
    retrieve: { by: 'call', prefix: '' },
    groupPickUp: { by: 'call', target: '*8' }, // features.conf.sample
    record: { by: 'info' }, // res_pjsip_one_touch_record_info.c
    echoTest: { by: 'call', target: '600' }, // extensions.conf.sample
  },

  // FreePBX's own list of feature codes.
  freepbx: {
    ...BETWEEN,
    preset: 'freepbx',
    callerIdBy: 'asserted',
    voicemail: { by: 'call', target: '*97' },
    park: { by: 'transfer', target: '70' }, // The default lot, places from 71 on.
    retrieve: { by: 'call', prefix: '' },
    pickUp: { by: 'call', prefix: '**' },
    groupPickUp: { by: 'call', target: '*8' },
    record: { by: 'dtmf', digits: '*1' },
    monitor: { by: 'call-then-dtmf', target: '555', suffix: '#' },
    intercom: { by: 'call', prefix: '*80' },
    echoTest: { by: 'call', target: '*43' },
  },

  // The "vanilla" dial plan that FreeSWITCH comes with.
  freeswitch: {
    ...BETWEEN,
    preset: 'freeswitch',
    voicemail: { by: 'call', target: '*98' },
    park: { by: 'transfer', target: '5900' }, // One queue of parked calls: no places.
    retrieve: { by: 'call', prefix: '5901' },
    pickUp: { by: 'call', prefix: '**' },
    groupPickUp: { by: 'call', target: '*8' },
    record: { by: 'dtmf', digits: '*2' },
    monitor: { by: 'call', prefix: '88' },
    intercom: { by: 'call', prefix: '8' },
    echoTest: { by: 'call', target: '9196' },
  },

  // 3CX's list of star codes.
  '3cx': {
    ...BETWEEN,
    preset: '3cx',
    reply: null,
    voicemail: { by: 'call', target: '999' },
    park: { by: 'transfer', target: '*00' }, // Places *00-*09, taken up by *10-*19.
    retrieve: { by: 'call', prefix: '*1' },
    pickUp: { by: 'call', prefix: '*20*' },
    groupPickUp: { by: 'call', target: '*20*' },
    intercom: { by: 'call', prefix: '*9' },
    echoTest: { by: 'call', target: '*777' },
  },

  // RingCentral's MESSAGE and INFO commands, and its star codes for supervisors.
  ringcentral: {
    ...BETWEEN,
    preset: 'ringcentral',
    callerIdBy: 'asserted',
    forward: { by: 'ringcentral' },
    toVoicemail: { by: 'ringcentral' },
    reply: { by: 'ringcentral' },
    voicemail: { by: 'call', target: '*86' },
    park: { by: 'ringcentral' },
    retrieve: { by: 'call', prefix: '*' },
    pickUp: null,
    record: { by: 'ringcentral' },
    flip: { by: 'ringcentral' },
    monitor: { by: 'call-then-dtmf', target: '*80', suffix: '#' },
    whisper: { by: 'call-then-dtmf', target: '*81', suffix: '#' },
    barge: { by: 'call-then-dtmf', target: '*82', suffix: '#' },
    hideNumber: { by: 'call', prefix: '*67' },
  },
};
