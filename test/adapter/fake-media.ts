import type { BodyAndContentType } from 'sip.js';
import type { CallMedia, MediaSource } from '../../extension/offscreen/sipjs/options';
import type { CallProblem } from '../../src/call/call';
import type { WayState } from '../../src/call/sound-way';

/** An SDP with one audio stream in this direction. */
export function sdp(direction = 'sendrecv', owner = 'far'): string {
  return [
    'v=0',
    `o=${owner} 1 1 IN IP4 192.0.2.1`,
    's=-',
    'c=IN IP4 192.0.2.1',
    't=0 0',
    'm=audio 40000 UDP/TLS/RTP/SAVPF 0',
    `a=${direction}`,
    '',
  ].join('\r\n');
}

/** The audio of one call without any: canned descriptions, and a record of what was asked of it. */
export class FakeCallMedia implements CallMedia {
  onProblem: (problem: CallProblem) => void = () => undefined;
  onWay: (way: WayState | 'renewed') => void = () => undefined;
  problem: CallProblem | null = null;
  hold = { local: false, remote: false };
  isMicrophoneOn = true;
  isClosed = false;
  /** Asked for sound while it rang. */
  isRingingHeard = false;
  /** How often a description was asked for, which is what opens the microphone. */
  descriptions = 0;
  rollbacks = 0;
  restarts = 0;
  readonly tones: string[] = [];
  /** How long the digits were to sound, as SIP.js says it. */
  toneTimes: unknown = null;
  readonly remote: string[] = [];
  /** What was to be heard before the answer. */
  readonly early: string[] = [];
  /** Set to make the next description wait for `release`. */
  gate: Promise<void>;

  constructor(private readonly source: FakeMedia) {
    this.gate = source.gate;
  }

  async prepareAnswer(offer: string): Promise<void> {
    await Promise.resolve();
    if (!offer.includes('m=audio')) {
      throw new Error('no audio');
    }
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  async getDescription(): Promise<BodyAndContentType> {
    this.descriptions += 1;
    await this.gate;
    if (this.source.problem !== null) {
      this.problem = this.source.problem;
      this.onProblem(this.source.problem);
      throw new Error('no sound');
    }
    const direction = this.hold.local ? (this.hold.remote ? 'inactive' : 'sendonly') : 'sendrecv';

    return { body: sdp(direction, 'near'), contentType: 'application/sdp' };
  }

  async setDescription(description: string): Promise<void> {
    await this.gate;
    if (!description.includes('m=audio')) {
      throw new Error('no audio');
    }
    this.remote.push(description);
  }

  async setEarlyAnswer(description: string): Promise<void> {
    await this.gate;
    if (!description.includes('m=audio')) {
      throw new Error('no audio');
    }
    this.early.push(description);
  }

  async ringEarly(): Promise<string> {
    await this.gate;
    this.isRingingHeard = true;

    return sdp('sendrecv', 'near');
  }

  rollbackDescription(): Promise<void> {
    this.rollbacks += 1;

    return Promise.resolve();
  }

  setHold(hold: { readonly local: boolean; readonly remote: boolean }): void {
    this.hold = { ...hold };
  }

  restart(): void {
    this.restarts += 1;
  }

  setMicrophone(on: boolean): void {
    this.isMicrophoneOn = on;
  }

  sendDtmf(tones: string, times?: unknown): boolean {
    if (this.source.hasTelephoneEvents) {
      this.tones.push(tones);
      this.toneTimes = times;
    }

    return this.source.hasTelephoneEvents;
  }

  close(): void {
    this.isClosed = true;
  }
}

/** Makes `FakeCallMedia`, and keeps each under its call's id. */
export class FakeMedia implements MediaSource {
  readonly calls = new Map<string, FakeCallMedia>();
  problem: CallProblem | null = null;
  hasTelephoneEvents = true;
  prepared = 0;
  /** The `gate` of calls that are yet to come. */
  gate: Promise<void> = Promise.resolve();

  prepare(): void {
    this.prepared += 1;
  }

  create(callId: string): FakeCallMedia {
    const media = new FakeCallMedia(this);

    this.calls.set(callId, media);

    return media;
  }

  of(callId: string): FakeCallMedia {
    const media = this.calls.get(callId);

    if (media === undefined) {
      throw new Error(`no media for call ${callId}`);
    }

    return media;
  }
}
