import { until } from '../e2e/support/waiting';
import type { Baresip } from './bed/baresip';
import { useCompany, type CompanyBed } from './company-bed';

let bob: Baresip;

const open = useCompany(async (bed) => {
  bob = await bed.deskPhone('bob');
});

/** The phone's WebSocket is closed under it, and it finds the way back to Kamailio. */
async function loseSocket({ browser }: CompanyBed): Promise<void> {
  const document = await browser.offscreen();
  const prototype = await document.evaluateHandle(() => WebSocket.prototype);
  const sockets = await document.queryObjects(prototype);

  const saidBefore = (await browser.control.snapshots()).length;

  await sockets.evaluate((all: WebSocket[]) => {
    // Among them is the prototype of our own kind of socket, which is none.
    for (const socket of all.filter((one) => !Object.hasOwn(one, 'constructor'))) {
      socket.close();
    }
  });
  // Among all it said: the phone is often back before anybody looks.
  await until('the call to be cut off', async () => {
    const said = (await browser.control.snapshots()).slice(saidBefore);

    return said.some(({ calls }) => calls.some(({ isCutOff }) => isCutOff)) ? true : null;
  });
  await browser.untilSnapshot('the call to be reached', ({ calls, registration }) =>
    calls.every(({ isCutOff }) => !isCutOff && registration.state === 'registered'),
  );
}

it('a call goes on over another connection, and Alice ends it there', async () => {
  const bed = open();
  const call = await bed.talkTo(bob);

  await loseSocket(bed);
  await bed.untilBothHear(bob);
  await bed.command(call, { type: 'hang-up' });
  await bed.untilEnded();
  await bob.untilCallEnds();
});

it('a call goes on over another connection, and Bob ends it there', async () => {
  const bed = open();

  await bed.talkTo(bob);
  await loseSocket(bed);
  await bed.untilBothHear(bob);
  await bob.hangUp();
  expect((await bed.untilEnded()).end?.cause).toBe('remote-bye');
});
