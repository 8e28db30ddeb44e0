import { followInSound } from '../../../../extension/offscreen/sound/following';
import type { MixEdge } from '../../../../src/phone/mix';
import type { Tone } from '../../../../src/phone/tones';
import { registeredPhone } from '../../../support/phone-to-try';

/** A phone with sound, and what of it is heard, watched and mixed now. */
function soundingPhone() {
  const all = registeredPhone();
  const now = {
    inCall: false,
    tone: null as Tone | null,
    unheard: [] as readonly string[],
    measured: 0,
    edges: [] as readonly MixEdge[],
    recordingIds: [] as readonly string[],
    /** The recordings to be made of whose calls the recorder knew nothing. */
    unknownToRecorder: [] as string[],
  };
  let known: readonly (string | undefined)[] = [];

  all.phone.subscribe((snapshot) => {
    followInSound(
      {
        devices: { setInCall: (on) => (now.inCall = on) },
        tones: { play: (tone) => (now.tone = tone) },
        voices: { setUnheard: (callIds) => (now.unheard = callIds) },
        recorder: { follow: (calls) => (known = calls.map(({ recording }) => recording?.id)) },
        figures: { follow: (calls) => (now.measured = calls.length) },
        mixer: {
          mix: (edges, recordingIds) => {
            now.edges = edges;
            now.recordingIds = recordingIds;
            now.unknownToRecorder.push(...recordingIds.filter((id) => !known.includes(id)));
          },
        },
      },
      snapshot,
    );
  });

  return { ...all, now };
}

it('is silent and looks for no devices while there is no call', () => {
  expect(soundingPhone().now).toMatchObject({ inCall: false, tone: null, edges: [] });
});

it('rings while a call comes in, and goes silent with its answer', () => {
  const { sip, phone, now } = soundingPhone();

  sip.callIn('call-1');
  expect(now).toMatchObject({ inCall: true, tone: 'ringtone' });
  phone.command('call-1', { type: 'answer' });
  expect(now).toMatchObject({ inCall: true, tone: null });
});

it('goes quiet with the last call, though it is on screen for a moment yet', () => {
  const { sip, phone, now } = soundingPhone();

  sip.callIn('call-1');
  sip.ends('call-1');
  expect(phone.snapshot.calls).toHaveLength(1);
  expect(now).toMatchObject({ inCall: false, tone: null });
});

it('mixes those who talk with each other', () => {
  const { sip, phone, now } = soundingPhone();
  const bob = phone.dial('201');

  sip.happens(bob, { type: 'confirmed' });

  const carol = phone.dial('202');

  sip.happens(bob, { type: 'reinvite-accepted' }); // He is on hold.
  sip.happens(carol, { type: 'confirmed' });
  expect(now.edges).toEqual([]);
  phone.conference({ type: 'merge', callIds: [carol, bob] });
  sip.happens(bob, { type: 'reinvite-accepted' });
  expect(now.edges).toContainEqual({ from: `voice ${bob}`, to: `call ${carol}` });
});

it('records a call that the recorder knows by then', () => {
  const { sip, phone, now } = soundingPhone();
  const callId = phone.dial('200');

  sip.happens(callId, { type: 'confirmed' });
  phone.command(callId, { type: 'record', on: true });
  expect(now.recordingIds).toHaveLength(1);
  expect(now.unknownToRecorder).toEqual([]);
});
