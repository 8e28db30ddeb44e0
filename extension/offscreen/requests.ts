import type { CallFigures } from '../../src/call/figures';
import type { Diagnostics } from '../../src/diagnostics/diagnostics';
import type { Phone } from '../../src/phone/phone';
import type { SipStack } from '../../src/phone/sip-stack';
import type { Configuration, HandlersFor, PhoneRequests } from '../../src/protocol/requests';

/** What the phone's requests act on. */
export interface PhoneParts {
  readonly phone: Phone;
  readonly sip: Pick<SipStack, 'prepare' | 'probe'>;
  readonly diagnostics: Pick<Diagnostics, 'newsSince'>;
  readonly figures: { readonly latest: (callId: string) => CallFigures | null };
  /** Settles when the stored account has reached the phone for the first time. */
  readonly configured: Promise<unknown>;
  /** Settles when the phone shows what there is. */
  readonly begun: Promise<unknown>;
  /** Resolves when the registration is no longer under way, or soon at the latest. */
  readonly registrationSettled: () => Promise<void>;
  readonly configure: (configuration: Configuration) => Promise<void>;
}

/** What the phone answers to our own pages and worker. */
export function phoneRequests({
  phone,
  sip,
  diagnostics,
  figures,
  configured,
  begun,
  registrationSettled,
  configure,
}: PhoneParts): HandlersFor<PhoneRequests> {
  /** A click right after the browser started must not be refused for being early. */
  async function ready(): Promise<void> {
    await configured;
    await registrationSettled();
  }

  return {
    ping: () => undefined,

    async dial({ target, shown }) {
      await ready();

      return { callId: phone.dial(target, shown) };
    },

    async redial({ uri }) {
      await ready();

      return { callId: phone.redial(uri) };
    },

    pickUp: ({ number }) => ({ callId: phone.pickUp(number) }),

    command({ callId, command }) {
      phone.command(callId, command);
    },

    several({ command }) {
      phone.several(command);
    },

    conference({ command }) {
      phone.conference(command);
    },

    async retrieve({ parkedId, place }) {
      await ready();

      return { callId: phone.retrieve(parkedId, place) };
    },

    async supervise({ how, extension }) {
      await ready();

      return { callId: phone.supervise(how, extension) };
    },

    forget({ id }) {
      phone.forget(id);
    },

    dismiss({ callId }) {
      phone.dismiss(callId);
    },

    async snapshot() {
      await begun;

      return phone.snapshot;
    },

    figures: ({ callId }) => figures.latest(callId),

    diagnostics: (seen) => diagnostics.newsSince(seen),

    /** After what was stored when the phone began: that is older. */
    async configure(configuration) {
      await begun;
      await configure(configuration);
    },

    reconnect() {
      phone.reconnect();
    },

    renew() {
      phone.renew();
    },

    prepare() {
      sip.prepare();
    },

    updateWaits({ sinceMs }) {
      phone.updateWaits(sinceMs);
    },

    restartNow() {
      phone.restartNow();
    },

    testAccount: async ({ account }) => sip.probe(account),
  };
}
