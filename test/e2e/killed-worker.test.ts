import { useCallBed } from './support/call-story';
import { callWithKilledWorker } from './support/killed-worker';

const open = useCallBed();

/** `npm run soak -- --worker` does the same for ten minutes. */
const FOR_MS = 45_000;

it('changes nothing in a call, to be heard or seen, when the worker dies every five seconds', async () => {
  const { kills, heard, sent, shown } = await callWithKilledWorker(open(), {
    forMs: FOR_MS,
  });

  expect(kills).toBeGreaterThanOrEqual(9);
  expect(heard.heardMs).toBeGreaterThan(FOR_MS - 5_000);
  expect(heard.longestSilentMs).toBeLessThan(150);
  expect(sent.longestSilentMs).toBeLessThan(150);
  expect(sent.arrived).toBeGreaterThan(0.99);
  expect(shown).toHaveLength(1);
}, 120_000);
