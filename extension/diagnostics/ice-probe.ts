import { isTurn, type IceServer } from '../../src/account/account';
import type { StepOutcome } from '../../src/diagnostics/self-test';

/** Chrome gives a silent STUN server up after about ten seconds. */
const LONGEST_MS = 12_000;
/** RTCPeerConnectionIceErrorEvent: the server could not be reached. */
const UNREACHABLE = 701;

/** Asks one STUN or TURN server, and nobody else, what a call would ask it. */
export async function probeIce(server: IceServer, signal: AbortSignal): Promise<StepOutcome> {
  const isRelay = isTurn(server);
  const { url, username, credential } = server;
  const connection = new RTCPeerConnection({
    iceServers: [
      {
        urls: url,
        ...(username === null ? {} : { username }),
        ...(credential === null ? {} : { credential }),
      },
    ],
    iceTransportPolicy: isRelay ? 'relay' : 'all',
  });

  try {
    const answer = firstAnswer(connection, isRelay ? 'relay' : 'srflx', signal);

    connection.addTransceiver('audio');
    await connection.setLocalDescription();

    return outcomeOf(await answer, isRelay);
  } finally {
    connection.close();
  }
}

type Answer =
  | { readonly type: 'candidate'; readonly address: string | null }
  /** All was gathered, and nothing of it was this server's. */
  | { readonly type: 'complete'; readonly errorCodes: readonly number[] };

function firstAnswer(
  connection: RTCPeerConnection,
  wanted: RTCIceCandidateType,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve) => {
    const errorCodes: number[] = [];
    const complete = () => {
      resolve({ type: 'complete', errorCodes });
    };

    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type === wanted) {
        resolve({ type: 'candidate', address: candidate.address });
      }
    });
    connection.addEventListener('icecandidateerror', (event) => {
      errorCodes.push(event.errorCode);
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') {
        complete();
      }
    });
    AbortSignal.timeout(LONGEST_MS).addEventListener('abort', () => {
      errorCodes.push(UNREACHABLE);
      complete();
    });
    signal.addEventListener('abort', complete);
  });
}

function outcomeOf(answer: Answer, isRelay: boolean): StepOutcome {
  if (answer.type === 'candidate') {
    return { ok: true, finding: isRelay ? 'relayed' : 'reflexive', value: answer.address };
  }
  if (isRelay) {
    const isRefused = answer.errorCodes.some((code) => code !== UNREACHABLE);

    return { ok: false, finding: isRefused ? 'turn-refused' : 'turn-silent' };
  }

  // Chrome leaves out an address that is the one we have already: then nothing translates.
  return answer.errorCodes.length === 0
    ? { ok: true, finding: 'no-nat' }
    : { ok: false, finding: 'stun-silent' };
}
