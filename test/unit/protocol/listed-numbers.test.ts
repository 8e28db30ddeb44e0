import { listedNumbers, targetOf } from '../../../src/protocol/listed-numbers';
import type { PageNumber } from '../../../src/protocol/page-numbers';

function number(e164: string, changes: Partial<PageNumber> = {}): PageNumber {
  return { e164, ext: null, written: e164, country: 'DE', isFax: false, ...changes };
}

const report = (frameId: string, ...numbers: PageNumber[]) => ({
  frameId,
  isTop: frameId === 'top',
  numbers,
  isCapped: false,
});

it('lists each number once, where it stands first', () => {
  const listed = listedNumbers([
    report('top', number('+4930111'), number('+4930222'), number('+4930111')),
    report('frame', number('+4930222'), number('+4930333')),
  ]);

  expect(listed.map(({ frameId, e164 }) => `${frameId} ${e164}`)).toEqual([
    'top +4930111',
    'top +4930222',
    'frame +4930333',
  ]);
});

it('keeps two extensions of one number apart', () => {
  const both = [number('+4930111', { ext: '1' }), number('+4930111', { ext: '2' })];

  expect(listedNumbers([report('top', ...both)]).map(targetOf)).toEqual([
    'tel:+4930111;ext=1',
    'tel:+4930111;ext=2',
  ]);
});

it('takes for a fax only what is nowhere a phone', () => {
  const fax = number('+4930111', { isFax: true });

  expect(listedNumbers([report('top', fax)])[0]?.isFax).toBe(true);
  expect(listedNumbers([report('top', fax, number('+4930111'))])[0]?.isFax).toBe(false);
});
