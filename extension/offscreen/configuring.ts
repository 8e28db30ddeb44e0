import { wantedDevices, type WantedDevices } from '../../src/phone/devices/devices';
import type { Phone } from '../../src/phone/phone';
import type { Configuration } from '../../src/protocol/requests';

/** Who goes by what is stored. */
export interface Configured {
  readonly phone: Pick<
    Phone,
    'configure' | 'setAutoAnswer' | 'setOutgoing' | 'setRecordingBeeps' | 'setTeam'
  >;
  readonly devices: { want(wanted: WantedDevices): void };
}

/**
 * Hands over what is stored. The account comes last: with it the phone registers, and from then on
 * calls come in and go out by all the rest.
 */
export function configuring({ phone, devices }: Configured): (stored: Configuration) => void {
  return ({ account, settings }) => {
    devices.want(wantedDevices(settings));
    phone.setOutgoing(settings.outgoing);
    phone.setAutoAnswer(settings.autoAnswer);
    phone.setRecordingBeeps(settings.recordingBeeps);
    phone.setTeam(settings.team);
    phone.configure(account, settings.country, settings.dialRules);
  };
}
