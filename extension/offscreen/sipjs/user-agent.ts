import {
  SIPExtension,
  UserAgent,
  type Core,
  type SessionDescriptionHandlerFactory,
  type URI,
  type UserAgentDelegate,
} from 'sip.js';
import { userOf, type Account } from '../../../src/account/account';
import { dialogIdOf } from './in-dialog';
import { PatientInviteClient } from './invite-client';
import { quotable } from './message';
import { acknowledgesAgain } from './recovery';
import { keepRequests } from './ringing';
import { SipJsTransport, type TransportOptions } from './transport';
import { leaveWithdrawnRefused } from './withdrawn';

/** What SIP.js's user agent is made with. */
export interface UserAgentOptions {
  readonly account: Account;
  readonly aor: URI;
  /** The account's own proxy, where every request goes first (RFC 3261 §8.1.2). */
  readonly proxyRoute: readonly string[];
  /** Names our binding; null for one that must not replace another. */
  readonly instanceId: string | null;
  /** What we call ourselves on the wire. */
  readonly userAgent: string;
  readonly transport: TransportOptions;
  readonly mediaFactory: SessionDescriptionHandlerFactory;
  readonly delegate: UserAgentDelegate;
  /** True for a request that is answered and none of SIP.js's business. */
  readonly takes: (request: Core.IncomingRequestMessage) => boolean;
}

/** A phone that nobody answers rings this long at most; the caller mostly gives up before. */
const LONGEST_RINGING_S = 180;

/** SIP.js's user agent of one account, taught what SIP.js does not know, and its transport. */
export function makeUserAgent(options: UserAgentOptions): {
  readonly userAgent: UserAgent;
  readonly transport: SipJsTransport;
} {
  const { account, instanceId, transport: transportOptions } = options;
  const binding = (instanceId ?? crypto.randomUUID()).replaceAll('-', '');
  const transports: SipJsTransport[] = [];
  const userAgent = new UserAgent({
    uri: options.aor,
    displayName: quotable(account.displayName),
    authorizationUsername: account.loginName ?? userOf(account),
    authorizationPassword: account.password,
    // The same name and host every time: a registrar then replaces the binding of the last
    // browser start instead of keeping a dead one beside ours (RFC 3261 §10.2.4).
    contactName: binding.slice(0, 8),
    viaHost: `${binding.slice(8, 20)}.invalid`,
    contactParams: { transport: 'ws' },
    preloadedRouteSet: [...options.proxyRoute],
    userAgentString: options.userAgent,
    noAnswerTimeout: LONGEST_RINGING_S,
    // The incoming call sends its 180: SIP.js lets the failure of its own go unhandled.
    sendInitialProvisionalResponse: false,
    // SIP.js acknowledges them well (RFC 3262); what we send reliably is ours.
    sipExtension100rel: SIPExtension.Supported,
    gracefulShutdown: false,
    // SIP.js prints every message, credentials included, and its configuration.
    logBuiltinEnabled: false,
    logConfiguration: false,
    logConnector: () => undefined,
    sessionDescriptionHandlerFactory: options.mediaFactory,
    transportConstructor: class extends SipJsTransport {
      constructor() {
        super(transportOptions);
        transports.push(this);
      }
    },
    ...(instanceId === null ? {} : { instanceId }),
    delegate: options.delegate,
  });

  leaveWithdrawnRefused(userAgent);
  keepRequests(userAgent.userAgentCore);
  knowSessionTimers(userAgent.userAgentCore);
  lookIntoDialogs(userAgent.userAgentCore, options.takes);

  const [transport] = transports;

  if (transport === undefined) {
    throw new Error('SIP.js made no transport');
  }

  return { userAgent, transport };
}

/** RFC 4028: SIP.js has none of it. Of RFC 3891 it has what would follow without asking. */
function knowSessionTimers(core: Core.UserAgentCore): void {
  core.configuration.supportedOptionTags.push('timer', 'replaces');
  core.configuration.supportedOptionTagsResponse.push('timer', 'replaces');
  core.invite = (request, delegate = {}) =>
    Object.assign(new PatientInviteClient(core, request, delegate), { delegate });
}

/** SIP.js knows no UPDATE and refuses it by itself, without asking anybody. */
function lookIntoDialogs(core: Core.UserAgentCore, takes: UserAgentOptions['takes']): void {
  const receive = core.receiveIncomingRequestFromTransport.bind(core);
  const receiveResponse = core.receiveIncomingResponseFromTransport.bind(core);

  core.receiveIncomingResponseFromTransport = (response) => {
    if (!acknowledgesAgain(core, response)) {
      receiveResponse(response);
    }
  };

  core.receiveIncomingRequestFromTransport = (request) => {
    if (takes(request)) {
      return;
    }
    if (request.method === 'UPDATE') {
      core.replyStateless(request, { statusCode: statusOfStrayUpdate(core, request) });
      return;
    }
    receive(request);
  };
}

/** While a call of ours is not answered, only our offer counts (RFC 3311 §5.2). */
function statusOfStrayUpdate(
  core: Core.UserAgentCore,
  request: Core.IncomingRequestMessage,
): number {
  if (!core.dialogs.has(dialogIdOf(request))) {
    return 481;
  }

  return request.body === '' ? 200 : 491;
}
