import { registrationSettled } from '../../../extension/offscreen/registration-settled';
import type { RegistrationFailureCode } from '../../../src/phone/registration/registration';
import { aliceAccount } from '../../support/accounts';
import { newPhone } from '../../support/phone-to-try';

/** A phone with two servers that asks the first, and whether a click on a number would go on now. */
function clicked() {
  const all = newPhone();

  all.phone.configure(aliceAccount({ servers: ['wss://sip1.test', 'wss://sip2.test'] }), 'US');
  const click = { goesOn: false };
  const settled = registrationSettled(all.phone, all.clock).then(() => {
    click.goesOn = true;
  });
  const fail = (code: RegistrationFailureCode) => {
    all.sip.registrationFails({ code, response: null });
  };

  return { ...all, click, settled, fail };
}

/** Lets everything happen that waits for nothing but its turn. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a click waits for the registration', async () => {
  const { sip, click, settled } = clicked();

  await turn();
  expect(click.goesOn).toBe(false);
  sip.registered();
  await settled;
});

test('a click waits for the second server, where the first is down', async () => {
  const { sip, clock, click, settled, fail } = clicked();

  fail('no-connection');
  await turn();
  expect(click.goesOn).toBe(false);
  clock.pass(1_000);
  sip.registered();
  await settled;
});

test('a click does not wait for what only the user can mend', async () => {
  const { settled, fail } = clicked();

  fail('wrong-password');
  await settled;
});

test('a click waits for three seconds at most', async () => {
  const { clock, settled } = clicked();

  clock.pass(3_000);
  await settled;
});
