import {
  Inviter,
  SessionState,
  URI,
  UserAgent,
  type Core,
  type Invitation,
  type Session,
} from 'sip.js';
import type { Pbx } from '../../pbx/pbx';
import { WeriftMedia } from './werift-media';
import { WsTransport } from './ws-transport';

/** How a phone in Node differs from the ordinary one. */
export interface NodePhoneOptions {
  readonly user?: string;
  readonly password?: string;
  readonly codec?: 'opus' | 'PCMU';
  /** What it says in every call. */
  readonly toneHz?: number;
  /** Whether its SDP says where it is; a browser may have no candidate yet, or only names that nobody can resolve. */
  readonly tellsCandidates?: boolean;
}

/** A second SIP.js user agent in Node, with real WebRTC, to prove the PBX by. */
export class NodePhone {
  readonly invitations: Invitation[] = [];
  /** Headers of the CANCELs it got. */
  readonly cancelReasons: string[] = [];
  readonly #agent: UserAgent;
  readonly #domain: string;
  readonly #media: WeriftMedia[] = [];
  readonly #onInvitation = new Set<() => void>();

  constructor(pbx: Pbx, options: NodePhoneOptions = {}) {
    const { user = 'alice', password = 'secret', codec = 'opus' } = options;
    const { toneHz = 440, tellsCandidates = true } = options;
    this.#domain = pbx.domain;
    const uri = UserAgent.makeURI(`sip:${user}@${pbx.domain}`);
    this.#agent = new UserAgent({
      ...(uri === undefined ? {} : { uri }),
      authorizationUsername: user,
      authorizationPassword: password,
      logBuiltinEnabled: false,
      logConfiguration: false,
      transportConstructor: class extends WsTransport {
        constructor() {
          super(pbx.url);
        }
      },
      sessionDescriptionHandlerFactory: () => {
        const media = new WeriftMedia(codec, toneHz);
        media.tellsCandidates = tellsCandidates;
        this.#media.push(media);
        return media;
      },
      delegate: {
        onInvite: (invitation) => {
          invitation.delegate = {
            onCancel: ({ request }) => {
              this.cancelReasons.push(request.getHeader('reason') ?? '');
            },
          };
          this.invitations.push(invitation);
          for (const told of [...this.#onInvitation]) {
            told();
          }
        },
      },
    });
  }

  /** The media of the newest call. */
  get media(): WeriftMedia {
    const media = this.#media.at(-1);
    if (media === undefined) {
      throw new Error('The phone has had no call yet');
    }
    return media;
  }

  /** Connects and registers; gives the final status. */
  async register(): Promise<number> {
    await this.#agent.start();
    return this.#sendRegister(600);
  }

  unregister(): Promise<number> {
    return this.#sendRegister(0);
  }

  /** Calls a target; `final` is the status it was answered with. */
  call(target: string): { session: Inviter; final: Promise<number> } {
    const uri = UserAgent.makeURI(`sip:${target}@${this.#domain}`);
    if (uri === undefined) {
      throw new Error(`Not a target: ${target}`);
    }
    const session = new Inviter(this.#agent, uri, { earlyMedia: true });
    const final = new Promise<number>((resolve, reject) => {
      const done = ({ message }: Core.IncomingResponse): void => {
        resolve(message.statusCode ?? 0);
      };
      session
        .invite({ requestDelegate: { onAccept: done, onReject: done, onRedirect: done } })
        .catch(reject);
    });
    return { session, final };
  }

  /** The first call that came in, as soon as there is one. */
  async invitation(): Promise<Invitation> {
    const known = this.invitations[0];
    if (known !== undefined) {
      return known;
    }
    await new Promise<void>((resolve) => {
      this.#onInvitation.add(resolve);
    });
    return this.invitation();
  }

  /** Holds or resumes a call by re-INVITE; resolves when the PBX agreed. */
  hold(session: Session, on: boolean): Promise<void> {
    this.media.direction = on ? 'sendonly' : 'sendrecv';
    return new Promise((resolve, reject) => {
      session
        .invite({
          requestDelegate: {
            onAccept: () => {
              resolve();
            },
            onReject: ({ message }) => {
              reject(new Error(`Refused with ${String(message.statusCode)}`));
            },
          },
        })
        .catch(reject);
    });
  }

  /** Goes away at once, as a closed browser does. `UserAgent.stop()` would wait for answers to BYEs that may not come. */
  close(): void {
    for (const media of this.#media) {
      media.close();
    }
    for (const invitation of this.invitations) {
      // Ends the timers of a call that still rings.
      if (invitation.state === SessionState.Initial) {
        invitation.reject().catch(() => undefined);
      }
    }
    this.#agent.userAgentCore.reset();
    void this.#agent.transport.dispose();
  }

  // Not a SIP.js Registerer: its refresh timer can only be ended by the answer to a last REGISTER.
  #sendRegister(expiresS: number): Promise<number> {
    const { userAgentCore, contact, configuration } = this.#agent;
    const message = userAgentCore.makeOutgoingRequestMessage(
      'REGISTER',
      new URI('sip', '', this.#domain),
      configuration.uri,
      configuration.uri,
      {},
      [`Contact: ${contact.toString({ register: true })};expires=${String(expiresS)}`],
    );
    return new Promise((resolve) => {
      const done = ({ message: { statusCode } }: Core.IncomingResponse): void => {
        resolve(statusCode ?? 0);
      };
      userAgentCore.register(message, { onAccept: done, onReject: done });
    });
  }
}
