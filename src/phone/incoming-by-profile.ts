import { codeTarget, type Profile } from '../account/profile';
import type { ReplyWay, VoicemailWay } from '../call/turn-away';
import type { CallCommand } from '../call/command';

/**
 * What the user wants with a ringing call, in the way that the phone system has for it. What it
 * has no way for is left as it is, and so is refused. `addressOf` makes an address of a code.
 */
export function incomingByProfile(
  command: CallCommand,
  profile: Profile | null,
  addressOf: (target: string) => string,
): CallCommand {
  switch (command.type) {
    case 'decline':
      return profile === null ? command : { ...command, as: command.as ?? profile.declineAs };
    case 'to-voicemail': {
      const way = voicemailWay(profile, addressOf);

      return way === null ? { type: 'to-voicemail' } : { type: 'to-voicemail', way };
    }
    case 'reply': {
      const by = replyWay(profile);
      const { text } = command;

      return by === null ? { type: 'reply', text } : { type: 'reply', text, by };
    }
    default:
      return command;
  }
}

function voicemailWay(
  profile: Profile | null,
  addressOf: (target: string) => string,
): VoicemailWay | null {
  const way = profile?.toVoicemail ?? null;

  switch (way?.by) {
    case 'redirect':
      return { by: 'redirect', uri: addressOf(codeTarget(way.target)) };
    case 'decline':
      return { by: 'decline' };
    case 'ringcentral':
      return { by: 'phone-system' };
    default:
      return null;
  }
}

function replyWay(profile: Profile | null): ReplyWay | null {
  switch (profile?.reply?.by) {
    case 'message':
      return 'message';
    case 'ringcentral':
      return 'phone-system';
    default:
      return null;
  }
}
