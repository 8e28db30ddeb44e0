import type { ListedDevice } from '../../../src/phone/devices/device-choice';
import type { MicrophonePermission } from '../../../src/protocol/snapshot';

/** What the phone needs to know and have of the computer's sound devices. */
export interface SoundHardware {
  list(): Promise<readonly ListedDevice[]>;
  /** Tells when something was plugged in or out, as far as the browser notices. */
  onChange(changed: () => void): void;
  /** Tells at once, and at every change, whether the microphone may be used. */
  onPermission(told: (permission: MicrophonePermission) => void): void;
  /** Opens a microphone, null being the system's default. Rejects with the browser's own error. */
  open(microphoneId: string | null): Promise<MediaStreamTrack>;
}

/** The devices as the browser knows them. */
export const soundHardware: SoundHardware = {
  list: async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();

    return devices
      .filter(({ kind }) => kind !== 'videoinput')
      .map(({ kind, deviceId, label, groupId }) => ({
        kind: kind === 'audioinput' ? 'input' : 'output',
        id: deviceId,
        name: label,
        groupId,
      }));
  },

  onChange(changed) {
    navigator.mediaDevices.addEventListener('devicechange', changed);
  },

  onPermission(told) {
    navigator.permissions.query({ name: 'microphone' }).then(
      (status) => {
        const tell = () => {
          told(status.state);
        };

        status.onchange = tell;
        tell();
      },
      () => undefined, // Then nobody knows before it is tried.
    );
  },

  async open(microphoneId) {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        ...(microphoneId === null ? {} : { deviceId: { exact: microphoneId } }),
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        channelCount: 1,
      },
    });
    const [track] = stream.getAudioTracks();

    if (track === undefined) {
      throw new DOMException('no audio track', 'NotFoundError');
    }

    return track;
  },
};
