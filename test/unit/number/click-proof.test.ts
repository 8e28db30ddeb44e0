import { clickFate, type ClickFacts } from '../../../src/number/click-proof';

const PROVEN: ClickFacts = {
  cardSeenMs: 500,
  isSeen: true,
  isLegible: true,
  stillMs: 500,
  isForCard: false,
};

describe('a real click on a number', () => {
  it('calls when its card was seen, and the number stood still in full sight', () => {
    expect(clickFate(PROVEN)).toBe('call');
  });

  it.each<[string, Partial<ClickFacts>]>([
    ['no card was up for it', { cardSeenMs: null }],
    ['its card has only just come', { cardSeenMs: 0 }],
    ['nobody could have read its card yet', { cardSeenMs: 499 }],
    ['it moved just before', { stillMs: 499 }],
    ['it came under the pointer with the click', { stillMs: 0 }],
    ['the browser does not tell what is seen', { isSeen: null }],
    ['nobody knows if it can be read', { isLegible: null }],
    ['something is over it, while its card is up', { isSeen: false }],
    ['something is over it, while its card has just come', { isSeen: false, cardSeenMs: 0 }],
    ['the page shows another number than it would dial', { isForCard: true }],
    ['no browser tells anything', { isSeen: null, isLegible: null, cardSeenMs: null, stillMs: 0 }],
  ])('has the card shown and dials nothing when %s', (_, change) => {
    expect(clickFate({ ...PROVEN, ...change })).toBe('show-card');
  });

  it.each<[string, Partial<ClickFacts>]>([
    ['it cannot be read', { isLegible: false }],
    ['it cannot be read, and its card is not up', { isLegible: false, cardSeenMs: null }],
    ['it cannot be read, and nobody knows what is over it', { isLegible: false, isSeen: null }],
    ['something is over it and no card is up', { isSeen: false, cardSeenMs: null }],
  ])('is the page’s alone when %s', (_, change) => {
    expect(clickFate({ ...PROVEN, ...change })).toBe('leave');
  });
});
