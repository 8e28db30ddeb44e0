import type { Devices, DeviceUse } from '../phone/devices/devices';
import type { LogFact } from './event-log';

/** What happened to the sound devices. Not which they are: people give them their own names. */
export function deviceFactsBetween(before: Devices | null, after: Devices): readonly LogFact[] {
  const trouble = after.microphone.trouble;
  // That nobody was asked, or said no, is told by the permission.
  const isNews =
    trouble !== null &&
    trouble !== 'blocked' &&
    trouble !== 'not-asked' &&
    trouble !== before?.microphone.trouble;

  return before === after
    ? []
    : [
        ...factsOf('microphone', before?.microphone, after.microphone),
        ...factsOf('speaker', before?.speaker, after.speaker),
        ...(isNews ? [{ type: 'microphone-trouble', trouble } as const] : []),
      ];
}

function factsOf(
  device: 'microphone' | 'speaker',
  before: DeviceUse | undefined,
  { away }: DeviceUse,
): readonly LogFact[] {
  if (away === (before?.away ?? null)) {
    return [];
  }

  return [away === null ? { type: 'device-back', device } : { type: 'device-away', device, away }];
}
