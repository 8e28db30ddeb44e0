import type { Account } from '../../src/account/account';
import type { Call } from '../../src/call/call';
import { Phone } from '../../src/phone/phone';
import { aliceAccount } from './accounts';
import { FakeClock } from './fake-clock';
import { FakeSipStack } from './fake-sip-stack';

/** A phone without an account; its SIP and its clock do what a test says. */
export function newPhone() {
  const sip = new FakeSipStack();
  const clock = new FakeClock();
  let ids = 0;
  const phone = new Phone(sip, () => `id-${(ids += 1)}`, clock);
  const call = (id: string): Call => {
    const found = phone.snapshot.calls.find((other) => other.id === id);

    if (found === undefined) {
      throw new Error(`no call ${id} on screen`);
    }

    return found;
  };

  return { sip, clock, phone, call };
}

/** Alice's phone, which calls can come in to. */
export function registeredPhone(account: Partial<Account> = {}) {
  const all = newPhone();

  all.phone.configure(aliceAccount(account), 'US');
  all.sip.registered();

  return all;
}
