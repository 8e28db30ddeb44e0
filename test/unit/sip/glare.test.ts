import fc from 'fast-check';
import { glareDelayMs } from '../../../src/sip/glare';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('who placed the call waits 2.1 to 4 s after a glare, the other side at most 2', () => {
  fc.assert(
    fc.property(chance, (random) => {
      const owner = glareDelayMs(true, random);
      const other = glareDelayMs(false, random);

      expect(owner).toBeGreaterThanOrEqual(2100);
      expect(owner).toBeLessThanOrEqual(4000);
      expect(other).toBeGreaterThanOrEqual(0);
      expect(other).toBeLessThanOrEqual(2000);
      expect([owner % 10, other % 10]).toEqual([0, 0]);
    }),
  );
});
