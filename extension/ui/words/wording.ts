import type { DialRuleProblem, NumberForm } from '../../../src/account/dial-rules';
import type { PageMode } from '../../../src/account/page-mode';
import type { AccountProblem } from '../../../src/account/parse-account';
import type { ServerTrouble } from '../../../src/account/server-probe';
import type { PresetName } from '../../../src/account/profile';
import { isBeingPlaced, isRingingIn, type Call } from '../../../src/call/call';
import { outcomeOf, type CallOutcome } from '../../../src/call/outcome';
import { statusOf, type CallStatus } from '../../../src/call/status';
import type { RegistrationFailureCode } from '../../../src/phone/registration/registration';
import type { FailureCode } from '../../../src/protocol/envelope';
import type { WordKey } from './words';

/** What Offhook does on pages. */
export const MODE_WORDS: Readonly<Record<PageMode, WordKey>> = {
  mark: 'modeMark',
  hover: 'modeHover',
  links: 'modeLinks',
  off: 'modeOff',
};

/** How a phone system wants its numbers. */
export const FORM_WORDS: Readonly<Record<NumberForm, WordKey>> = {
  'as-written': 'formAsWritten',
  e164: 'formE164',
  international: 'formInternational',
  national: 'formNational',
};

/** What to correct in the dial rules. */
export const RULE_PROBLEM_WORDS: Readonly<Record<DialRuleProblem, WordKey>> = {
  'prefix-invalid': 'problemPrefixInvalid',
  'digits-invalid': 'problemDigitsInvalid',
  'from-missing': 'problemFromMissing',
  'part-invalid': 'problemPartInvalid',
};

/** How a call turned out. */
export const OUTCOME_WORDS: Readonly<Record<CallOutcome, WordKey>> = {
  talked: 'outcomeTalked',
  missed: 'outcomeMissed',
  'answered-elsewhere': 'outcomeAnsweredElsewhere',
  declined: 'outcomeDeclined',
  forwarded: 'outcomeForwarded',
  'sent-to-voicemail': 'outcomeSentToVoicemail',
  replied: 'outcomeReplied',
  cancelled: 'outcomeCancelled',
  busy: 'outcomeBusy',
  'declined-by-remote': 'outcomeDeclinedByRemote',
  'not-found': 'outcomeNotFound',
  moved: 'outcomeMoved',
  'no-answer': 'outcomeNoAnswer',
  'not-allowed': 'outcomeNotAllowed',
  unavailable: 'outcomeUnavailable',
  incompatible: 'outcomeIncompatible',
  'server-trouble': 'outcomeServerTrouble',
  'connection-lost': 'outcomeConnectionLost',
  lost: 'outcomeLost',
  failed: 'outcomeFailed',
};

/** What went wrong with a registration, and what the user can do about it. */
export const REGISTRATION_WORDS: Readonly<
  Record<RegistrationFailureCode, { readonly what: WordKey; readonly help: WordKey }>
> = {
  'no-connection': { what: 'failureNoConnection', help: 'failureNoConnectionHelp' },
  'no-answer': { what: 'failureNoAnswer', help: 'failureNoAnswerHelp' },
  'wrong-password': { what: 'failureWrongPassword', help: 'failureWrongPasswordHelp' },
  forbidden: { what: 'failureForbidden', help: 'failureForbiddenHelp' },
  'unknown-account': { what: 'failureUnknownAccount', help: 'failureUnknownAccountHelp' },
  'server-trouble': { what: 'failureServerTrouble', help: 'failureServerTroubleHelp' },
  'too-many-phones': { what: 'failureTooManyPhones', help: 'failureTooManyPhonesHelp' },
  refused: { what: 'failureRefused', help: 'failureRefusedHelp' },
};

/** What a closer look at a server found, and what the user can do about it. */
export const SERVER_WORDS: Readonly<
  Record<ServerTrouble, { readonly what: WordKey; readonly help: WordKey }>
> = {
  'host-not-found': { what: 'failureHostNotFound', help: 'failureHostNotFoundHelp' },
  'blocked-port': { what: 'failureBlockedPort', help: 'failureBlockedPortHelp' },
  'connection-refused': {
    what: 'failureConnectionRefused',
    help: 'failureConnectionRefusedHelp',
  },
  'no-answer': { what: 'failureNoAnswer', help: 'failureNoAnswerHelp' },
  'untrusted-certificate': {
    what: 'failureUntrustedCertificate',
    help: 'failureUntrustedCertificateHelp',
  },
  'no-websocket': { what: 'failureNoWebsocket', help: 'failureNoWebsocketHelp' },
  'no-connection': { what: 'failureNoConnection', help: 'failureNoConnectionHelp' },
};

/** Why a request was refused. */
export const REFUSAL_WORDS: Readonly<Record<FailureCode, WordKey>> = {
  'invalid-request': 'refusedInvalidRequest',
  'not-allowed': 'refusedNotAllowed',
  'invalid-state': 'refusedInvalidState',
  'invalid-target': 'refusedInvalidTarget',
  'no-account': 'refusedNoAccount',
  'not-registered': 'refusedNotRegistered',
  'too-many-calls': 'refusedTooManyCalls',
  'nothing-to-pick-up': 'refusedNothingToPickUp',
  'number-not-hidden': 'refusedNumberNotHidden',
  'too-fast': 'refusedTooFast',
  internal: 'refusedInternal',
};

/** Phone systems by the names that people know. */
export const SYSTEM_WORDS: Readonly<Record<PresetName, WordKey>> = {
  generic: 'systemGeneric',
  asterisk: 'systemAsterisk',
  freepbx: 'systemFreepbx',
  freeswitch: 'systemFreeswitch',
  '3cx': 'system3cx',
  ringcentral: 'systemRingcentral',
};

/** What to correct in a field of the account form. */
export const PROBLEM_WORDS: Readonly<Record<AccountProblem, WordKey>> = {
  'name-invalid': 'problemNameInvalid',
  'address-missing': 'problemAddressMissing',
  'address-invalid': 'problemAddressInvalid',
  'address-has-port': 'problemAddressHasPort',
  'password-missing': 'problemPasswordMissing',
  'password-invalid': 'problemPasswordInvalid',
  'server-missing': 'problemServerMissing',
  'server-invalid': 'problemServerInvalid',
  'server-not-websocket': 'problemServerNotWebsocket',
  'server-insecure': 'problemServerInsecure',
  'server-credentials': 'problemServerCredentials',
  'server-query': 'problemServerQuery',
  'too-many-servers': 'problemTooManyServers',
  'login-name-invalid': 'problemLoginNameInvalid',
  'proxy-invalid': 'problemProxyInvalid',
  'stun-invalid': 'problemStunInvalid',
  'turn-invalid': 'problemTurnInvalid',
  'turn-missing': 'problemTurnMissing',
  'turn-user-missing': 'problemTurnUserMissing',
  'turn-password-missing': 'problemTurnPasswordMissing',
  'turn-login-invalid': 'problemTurnLoginInvalid',
  'expires-invalid': 'problemExpiresInvalid',
  'dtmf-invalid': 'problemDtmfInvalid',
  'tone-invalid': 'problemToneInvalid',
  'gap-invalid': 'problemGapInvalid',
  'phone-system-invalid': 'problemPhoneSystemInvalid',
  'too-long': 'problemTooLong',
};

const STATUS_WORDS: Readonly<Record<CallStatus, WordKey>> = {
  calling: 'stateCalling',
  ringing: 'stateRinging',
  early: 'stateEarly',
  connecting: 'stateConnecting',
  established: 'stateEstablished',
  held: 'stateHeld',
  'held-by-remote': 'stateHeldByRemote',
  terminating: 'stateTerminating',
  terminated: 'stateTerminated',
};

/** The state of a call in words, a hold that is still under way included. */
export function stateWord(call: Call): WordKey {
  if (isRingingIn(call)) {
    return 'stateIncoming';
  }
  if (call.isComingBack) {
    return 'stateComingBack';
  }
  if (call.isCutOff && isBeingPlaced(call)) {
    return 'stateNoServer';
  }
  if (call.state === 'established' && call.hold.requested !== null) {
    return call.hold.requested ? 'stateHolding' : 'stateResuming';
  }

  return STATUS_WORDS[statusOf(call)];
}

/** How an ended call turned out, in words; null while it lives. */
export function outcomeWord(call: Call): WordKey | null {
  const outcome = outcomeOf(call);

  return outcome === null ? null : OUTCOME_WORDS[outcome];
}
