import type { SessionDescriptionHandler } from 'sip.js';
import type { IceServer } from '../../../src/account/account';
import type { CallProblem } from '../../../src/call/call';
import type { WayState } from '../../../src/call/sound-way';

/** Runs something once after a while; what it returns calls that off. */
export type After = (delayMs: number, run: () => void) => () => void;

/** Takes one line for the log. SIP traffic and credentials are never in it. */
export type Log = (level: 'debug' | 'info' | 'warn' | 'error', line: string) => void;

/** What the transport uses of a WebSocket; the browser's own fits. */
export interface SipSocket {
  binaryType: string;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: Event) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(text: string): void;
  close(): void;
}

/** The audio of one call: what SIP.js asks of it, and what the call does. */
export interface CallMedia extends SessionDescriptionHandler {
  /** Told once when the call can't go on for the lack of sound. */
  onProblem: (problem: CallProblem) => void;
  /** Told whenever sound can get through, or can't any more; and when it looks for its way anew. */
  onWay: (way: WayState | 'renewed') => void;
  /** What went wrong so far, if anything. */
  readonly problem: CallProblem | null;
  /** Readies the answer to an offer while the phone rings; rejects when there can be none. */
  prepareAnswer(offer: string): Promise<void>;
  /**
   * Lets the caller hear the phone ring: its way for the sound is found already, and the microphone
   * stays closed. What is to be said of that; the prepared answer.
   */
  ringEarly(): Promise<string>;
  /** Lets the caller hear what comes before the answer; the answer may come from somebody else. */
  setEarlyAnswer(sdp: string): Promise<void>;
  /** Makes the next offer look for its way to the other side anew (RFC 8445 §2.4). */
  restart(): void;
  /** Stops or resumes our voice, and makes the next offer or answer say so. */
  setHold(hold: { readonly local: boolean; readonly remote: boolean }): void;
  setMicrophone(on: boolean): void;
}

/** Makes the audio of calls. */
export interface MediaSource {
  /** Readies one outgoing call's audio. */
  prepare(iceServers: readonly IceServer[]): void;
  create(callId: string, iceServers: readonly IceServer[]): CallMedia;
}

/** How long the stack waits for what may never come. */
export interface StackTimes {
  readonly connectMs: number;
  readonly registerMs: number;
}

/** The usual waiting times. */
export const STACK_TIMES: StackTimes = { connectMs: 8000, registerMs: 10_000 };

/** All that `SipJsStack` takes from the world around it. */
export interface SipJsStackOptions {
  readonly newId: () => string;
  /** The UUID this installation keeps for ever (RFC 5626 §4.1). */
  readonly instanceId: string;
  /** What the User-Agent header says, `Offhook/1.2.3`. */
  readonly userAgent: string;
  /** Opens a WebSocket with the sub-protocol `sip` (RFC 7118 §4.1). */
  readonly createSocket: (url: string) => SipSocket;
  readonly media: MediaSource;
  readonly log: Log;
  /** `setTimeout`, unless a test keeps its own time. */
  readonly after?: After;
  /** `Date.now`, unless a test keeps its own time. */
  readonly nowMs?: () => number;
  /** `Math.random`, unless a test leaves nothing to chance. */
  readonly random?: () => number;
  readonly times?: Partial<StackTimes>;
}

/** Real time. */
export const afterTimeout: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);

  return () => {
    clearTimeout(timer);
  };
};
