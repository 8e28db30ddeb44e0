import type { DialRules } from '../../src/account/dial-rules';
import type { Dialling } from '../../src/number/wire-uri';
import { wantedDevices, type WantedDevices } from '../../src/phone/devices/devices';
import type { Phone } from '../../src/phone/phone';
import { latestOnly } from '../../src/protocol/latest-only';
import type { Configuration } from '../../src/protocol/requests';

/** Who goes by what is stored. */
export interface Configured {
  readonly phone: Pick<
    Phone,
    'configure' | 'setAutoAnswer' | 'setOutgoing' | 'setRecordingBeeps' | 'setTeam'
  >;
  readonly devices: { want(wanted: WantedDevices): void };
  readonly diallingBy: (rules: DialRules) => Promise<Dialling>;
}

/**
 * Hands over what is stored. The account comes last: with it the phone registers, and from then on
 * calls come in and go out by all the rest. One at a time: what waits for its dial rules must not
 * come after what is newer.
 */
export function configuring({
  phone,
  devices,
  diallingBy,
}: Configured): (stored: Configuration) => Promise<void> {
  return latestOnly(async ({ account, settings }) => {
    const dialling = await diallingBy(settings.dialRules);

    devices.want(wantedDevices(settings));
    phone.setOutgoing(settings.outgoing);
    phone.setAutoAnswer(settings.autoAnswer);
    phone.setRecordingBeeps(settings.recordingBeeps);
    phone.setTeam(settings.team);
    phone.configure(account, settings.country, dialling);
  });
}
