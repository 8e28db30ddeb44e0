import type { CodeName, CallerIdBy, Feature } from '../../../src/account/profile';
import type { DeclineAs } from '../../../src/call/command';
import type { WordKey } from '../words/words';

interface FeatureWords {
  readonly name: WordKey;
  readonly help: WordKey;
}

/** What a phone system may have, in the user's words. */
export const FEATURE_WORDS: Readonly<Record<Feature, FeatureWords>> = {
  forward: { name: 'featureForward', help: 'featureForwardHelp' },
  toVoicemail: { name: 'featureToVoicemail', help: 'featureToVoicemailHelp' },
  reply: { name: 'featureReply', help: 'featureReplyHelp' },
  pickUp: { name: 'featurePickUp', help: 'featurePickUpHelp' },
  groupPickUp: { name: 'featureGroupPickUp', help: 'featureGroupPickUpHelp' },
  park: { name: 'featurePark', help: 'featureParkHelp' },
  retrieve: { name: 'featureRetrieve', help: 'featureRetrieveHelp' },
  record: { name: 'featureRecord', help: 'featureRecordHelp' },
  conference: { name: 'featureConference', help: 'featureConferenceHelp' },
  flip: { name: 'featureFlip', help: 'featureFlipHelp' },
  monitor: { name: 'featureMonitor', help: 'featureMonitorHelp' },
  whisper: { name: 'featureWhisper', help: 'featureWhisperHelp' },
  barge: { name: 'featureBarge', help: 'featureBargeHelp' },
  intercom: { name: 'featureIntercom', help: 'featureIntercomHelp' },
  hideNumber: { name: 'featureHideNumber', help: 'featureHideNumberHelp' },
  voicemail: { name: 'featureVoicemail', help: 'featureVoicemailHelp' },
  echoTest: { name: 'featureEchoTest', help: 'featureEchoTestHelp' },
};

interface FeatureGroup {
  readonly title: WordKey;
  readonly features: readonly Feature[];
}

/** The features in the order in which somebody looks for them. */
export const FEATURE_GROUPS: readonly FeatureGroup[] = [
  {
    title: 'featuresRinging',
    features: ['forward', 'toVoicemail', 'reply', 'pickUp', 'groupPickUp'],
  },
  { title: 'featuresInCall', features: ['park', 'retrieve', 'record', 'conference', 'flip'] },
  { title: 'featuresColleagues', features: ['intercom', 'monitor', 'whisper', 'barge'] },
  { title: 'featuresNumbers', features: ['voicemail', 'hideNumber', 'echoTest'] },
];

const WAY_WORDS: Readonly<Record<string, WordKey>> = {
  anonymous: 'wayAnonymous',
  privacy: 'wayPrivacy',
  redirect: 'wayRedirect',
  ringcentral: 'wayRingcentral',
  decline: 'wayDecline',
  message: 'wayMessage',
  call: 'wayCall',
  transfer: 'wayTransfer',
  dtmf: 'wayDtmf',
  replaces: 'wayReplaces',
  local: 'wayLocal',
  info: 'wayInfo',
  'call-then-dtmf': 'wayCallThenDtmf',
};

/** A way in words, by its name and the codes that it needs. */
export function wayWord(by: string, codes: readonly CodeName[]): WordKey {
  return by === 'call' && codes.includes('prefix') ? 'wayCallPrefix' : (WAY_WORDS[by] ?? 'wayNone');
}

/** What to type for a code. */
export const CODE_WORDS: Readonly<Record<CodeName, WordKey>> = {
  target: 'codeTarget',
  prefix: 'codePrefix',
  digits: 'codeDigits',
  suffix: 'codeSuffix',
};

/** What somebody hears who is declined. */
export const DECLINE_WORDS: Readonly<Record<DeclineAs, WordKey>> = {
  declined: 'declineAsDeclined',
  busy: 'declineAsBusy',
  unavailable: 'declineAsUnavailable',
};

/** How the phone system learns which number to show. */
export const CALLER_ID_WORDS: Readonly<Record<CallerIdBy, WordKey>> = {
  preferred: 'callerIdByPreferred',
  asserted: 'callerIdByAsserted',
  from: 'callerIdByFrom',
};
