import type { SavedPhone } from '../../src/phone/recovery/saved-calls';

/** What a phone leaves that was lost in a call with Bob. */
export function savedPhone(): SavedPhone {
  return {
    instanceId: 'phone-1',
    address: 'sip:alice@pbx.test',
    calls: [
      {
        id: 'call-1',
        direction: 'incoming',
        stage: 'up',
        remote: { uri: 'sip:bob@pbx.test', displayName: 'Bob' },
        firstRemote: { uri: 'sip:bob@pbx.test', displayName: 'Bob' },
        isHeld: false,
        isMuted: false,
        recording: null,
        answersAtMs: null,
        startedAtMs: 10_000,
        establishedAtMs: 11_000,
        dialog: null,
      },
    ],
    conference: [],
    consults: [],
    parked: [],
    answers: [],
  };
}
