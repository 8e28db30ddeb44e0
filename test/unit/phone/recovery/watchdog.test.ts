import { verdictOn, type Asked } from '../../../../src/phone/recovery/watchdog';

function asked(change: Partial<Asked>): Asked {
  return { heard: 'silence', openMs: 2_000, allMs: 2_000, questions: 1, ...change };
}

it('lets a document live that answers, however late', () => {
  expect(verdictOn(asked({ heard: 'answer', openMs: 60_000, allMs: 60_000 }))).toBe('alive');
});

it('gives up a document that keeps silent for two seconds', () => {
  expect(verdictOn(asked({ heard: 'silence' }))).toBe('dead');
});

it('asks again after a sleep: a clock that stood still says nothing about the phone', () => {
  expect(verdictOn(asked({ heard: 'silence', openMs: 90_000, allMs: 90_000 }))).toBe('again');
});

it('does not take every clock that is late for an excuse', () => {
  expect(verdictOn(asked({ heard: 'silence', openMs: 4_000, questions: 5 }))).toBe('dead');
});

it('gives a document that does not listen yet ten seconds to start', () => {
  expect(verdictOn(asked({ heard: 'nobody', openMs: 1, allMs: 9_999 }))).toBe('again');
  expect(verdictOn(asked({ heard: 'nobody', openMs: 1, allMs: 10_000 }))).toBe('dead');
});

it('ends even where the clock is set back again and again', () => {
  expect(verdictOn(asked({ heard: 'nobody', allMs: -1_000, questions: 100 }))).toBe('dead');
});
