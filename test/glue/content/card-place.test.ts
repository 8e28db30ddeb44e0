/** @jest-environment jsdom */
import { cornerFor, within, type Places } from '../../../extension/content/card-place';

const PLACES: Places = {
  box: new DOMRect(100, 200, 150, 20),
  card: { width: 300, height: 56 },
  viewport: { width: 1000, height: 600 },
  isRightToLeft: false,
  isSaying: false,
  isTaken: () => false,
};

/** Other numbers, where they stand. */
function taken(...boxes: readonly DOMRect[]): Places['isTaken'] {
  return (x, y) =>
    boxes.some(
      ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
    );
}

describe('where a card comes', () => {
  it.each<[string, Partial<Places>, { left: number; top: number }]>([
    ['on the line of its number, after it', {}, { left: 256, top: 182 }],
    [
      'before it where people read from right to left',
      { isRightToLeft: true, box: new DOMRect(600, 200, 150, 20) },
      { left: 294, top: 182 },
    ],
    [
      'before it when there is no room after it',
      { box: new DOMRect(800, 200, 150, 20) },
      { left: 494, top: 182 },
    ],
    [
      'above it when the next number stands after it',
      { isTaken: taken(new DOMRect(260, 200, 150, 20)) },
      { left: 100, top: 138 },
    ],
    [
      'below it when numbers stand after it and above',
      { isTaken: taken(new DOMRect(260, 200, 150, 20), new DOMRect(100, 150, 150, 20)) },
      { left: 100, top: 226 },
    ],
    ['after it when numbers stand everywhere', { isTaken: () => true }, { left: 256, top: 182 }],
    ['above what it has words for', { isSaying: true }, { left: 100, top: 138 }],
    [
      'inside of the viewport at its upper edge',
      { box: new DOMRect(100, 2, 150, 20) },
      { left: 256, top: 8 },
    ],
    [
      'inside of a viewport that is hardly wider',
      { viewport: { width: 316, height: 600 } },
      { left: 8, top: 138 },
    ],
    [
      'inside of a viewport that is smaller than itself',
      { viewport: { width: 200, height: 50 } },
      { left: 8, top: 8 },
    ],
  ])('is %s', (_, change, corner) => {
    expect(cornerFor({ ...PLACES, ...change })).toEqual(corner);
  });

  it('is where it was when it has grown, unless it would leave the viewport', () => {
    const card = { width: 300, height: 140 };
    const viewport = { width: 1000, height: 600 };

    expect(within({ left: 50, top: 60 }, { card, viewport })).toEqual({ left: 50, top: 60 });
    expect(within({ left: 50, top: 560 }, { card, viewport })).toEqual({ left: 50, top: 452 });
  });
});
