import { SessionState, type Info, type Session } from 'sip.js';
import type { Profile } from '../../../src/account/profile';
import type { ServiceRequest } from '../../../src/call/service';
import type { CallEvent } from '../../../src/call/event';
import { userIn } from '../../../src/sip/identity';
import {
  CONTROL_CONTENT_TYPE,
  controlRequest,
  moveResult,
  parseControl,
  type ControlCommand,
  type ControlResult,
  type MoveRequest,
} from '../../../src/sip/ringcentral-control';
import { responseOf } from './message';
import type { After } from './options';

/** What asking the phone system for something takes from the call around it. */
export interface ServicesOptions {
  readonly session: Session;
  readonly profile: Profile;
  readonly after: After;
  readonly report: (event: CallEvent) => void;
  readonly sendDigits: (tones: string) => void;
}

/** What came of asking: `why` is the phone system's own word where something came to nothing. */
type Outcome =
  | { readonly isDone: true; readonly place: string | null }
  | { readonly isDone: false; readonly why: string | null };

/** RingCentral's own limit for what it does in a call. */
const LONGEST_WAIT_MS = 60_000;
/** "We can't do that", as a result of ours says it. */
const MOVE_REFUSED = 1;

/** Asks the phone system to do something with a call that is up, in the way that it has for it. */
export class CallServices {
  readonly #options: ServicesOptions;
  readonly #waiting = new Map<
    number,
    { readonly command: string; readonly settle: (outcome: Outcome) => void }
  >();
  #lastReqid = 0;

  constructor(options: ServicesOptions) {
    this.#options = options;
  }

  /** Parks the call, or lets another phone of the user's ring for it. */
  ask(request: ServiceRequest): void {
    const { report } = this.#options;
    const command = request.name === 'park' ? 'callpark' : 'callflip';
    const target = request.name === 'park' ? undefined : (userIn(request.uri) ?? request.uri);

    this.#control(command, target, (outcome) => {
      report(
        outcome.isDone
          ? { type: 'service-done', name: request.name, place: outcome.place }
          : { type: 'service-failed', name: request.name, why: outcome.why },
      );
    });
  }

  /** Has the call recorded, or no longer. */
  record(on: boolean): void {
    const { profile, report, sendDigits } = this.#options;
    const way = profile.record;
    const heard = (isDone: boolean) => {
      if (on) {
        report(
          isDone ? { type: 'recording-started' } : { type: 'recording-failed', problem: 'refused' },
        );
      }
    };

    switch (way?.by) {
      case 'dtmf':
        // The same digits begin and end it, and nobody answers them.
        sendDigits(way.digits);
        heard(true);
        return;
      case 'info':
        this.#info(
          { extraHeaders: [`Record: ${on ? 'on' : 'off'}`] },
          () => {
            heard(true);
          },
          () => {
            heard(false);
          },
        );
        return;
      case 'ringcentral':
        this.#control(on ? 'startcallrecord' : 'stopcallrecord', undefined, ({ isDone }) => {
          heard(isDone);
        });
        return;
      default:
        heard(false);
    }
  }

  /** Takes an INFO that speaks of a service; false leaves it to others. */
  receive(info: Info): boolean {
    const { request } = info;
    const message =
      this.#options.profile.preset === 'ringcentral'
        ? parseControl(request.getHeader('content-type') ?? null, request.body)
        : null;

    if (message === null) {
      return false;
    }
    info.accept().catch(() => undefined);
    if (message.type === 'move') {
      this.#refuseMove(message);
    } else {
      this.#heard(message);
    }

    return true;
  }

  /** The call is over. */
  stop(): void {
    for (const { settle } of [...this.#waiting.values()]) {
      settle({ isDone: false, why: null });
    }
  }

  #control(
    command: ControlCommand,
    target: string | undefined,
    done: (outcome: Outcome) => void,
  ): void {
    const reqid = (this.#lastReqid += 1);
    const callOff = this.#options.after(LONGEST_WAIT_MS, () => {
      settle({ isDone: false, why: null });
    });
    const settle = (outcome: Outcome) => {
      callOff();
      if (this.#waiting.delete(reqid)) {
        done(outcome);
      }
    };

    this.#waiting.set(reqid, { command, settle });
    this.#info(
      {
        body: {
          contentDisposition: 'render',
          contentType: CONTROL_CONTENT_TYPE,
          content: controlRequest(reqid, command, target),
        },
      },
      () => undefined, // The result comes by itself, and may come first.
      (why) => {
        settle({ isDone: false, why });
      },
    );
  }

  /** The dialog says which call it is about: the number and the command must be ours as well. */
  #heard({ reqid, command, isDone, description, parkedAt }: ControlResult): void {
    const asked = this.#waiting.get(reqid);

    if (asked?.command === command) {
      asked.settle(
        isDone
          ? { isDone, place: parkedAt }
          : { isDone, why: description === '' ? null : description },
      );
    }
  }

  #refuseMove(move: MoveRequest): void {
    this.#info(
      {
        body: {
          contentDisposition: 'render',
          contentType: CONTROL_CONTENT_TYPE,
          content: moveResult(move, MOVE_REFUSED, 'Not supported'),
        },
      },
      () => undefined,
      () => undefined,
    );
    this.#options.report({ type: 'service-failed', name: 'move', why: null });
  }

  #info(
    requestOptions: NonNullable<Parameters<Session['info']>[0]>['requestOptions'] & object,
    accepted: () => void,
    refused: (why: string | null) => void,
  ): void {
    const { session } = this.#options;

    if (session.state !== SessionState.Established) {
      refused(null);
      return;
    }
    session
      .info({
        requestDelegate: {
          onAccept: accepted,
          onRedirect: ({ message }) => {
            refused(responseOf(message)?.reasonPhrase ?? null);
          },
          onReject: ({ message }) => {
            refused(responseOf(message)?.reasonPhrase ?? null);
          },
        },
        requestOptions,
      })
      .catch(() => {
        refused(null);
      });
  }
}
