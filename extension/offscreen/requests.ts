import type { Phone } from '../../src/phone/phone';
import type { SipStack } from '../../src/phone/sip-stack';
import type { Configuration, HandlersFor, PhoneRequests } from '../../src/protocol/requests';

/** What the phone's requests act on. */
export interface PhoneParts {
  readonly phone: Phone;
  readonly sip: Pick<SipStack, 'prepare' | 'probe'>;
  /** Settles when the stored account has reached the phone for the first time. */
  readonly configured: Promise<unknown>;
  /** Resolves when the registration is no longer under way, or soon at the latest. */
  readonly registrationSettled: () => Promise<void>;
  readonly configure: (configuration: Configuration) => void;
}

/** What the phone answers to our own pages and worker. */
export function phoneRequests({
  phone,
  sip,
  configured,
  registrationSettled,
  configure,
}: PhoneParts): HandlersFor<PhoneRequests> {
  return {
    async dial({ target }) {
      // A click right after the browser started must not be refused for being early.
      await configured;
      await registrationSettled();

      return { callId: phone.dial(target) };
    },

    command({ callId, command }) {
      phone.command(callId, command);
    },

    dismiss({ callId }) {
      phone.dismiss(callId);
    },

    snapshot: () => phone.snapshot,

    configure,

    reconnect() {
      phone.reconnect();
    },

    prepare() {
      sip.prepare();
    },

    testAccount: async ({ account }) => sip.probe(account),
  };
}
