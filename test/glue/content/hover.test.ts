import { Hover } from '../../../extension/content/hover';
import type { Spot } from '../../../extension/content/spot';

const NUMBER = { key: {} } as Spot; // All that matters of one here.

function watched() {
  const told: string[] = [];
  const hover = new Hover({
    onReached: () => told.push('reached'),
    onRested: () => told.push('rested'),
    onLeft: () => told.push('left'),
  });

  return { hover, told };
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

it('a pointer that passes a number and is back at once can rest on it', () => {
  const { hover, told } = watched();

  hover.on(NUMBER);
  jest.advanceTimersByTime(60);
  hover.off();
  jest.advanceTimersByTime(60);
  hover.on(NUMBER);
  jest.advanceTimersByTime(1_000);

  expect(told).toEqual(['reached', 'rested']);
});

it('a pointer that comes back to a number whose card is up asks for no other', () => {
  const { hover, told } = watched();

  hover.on(NUMBER);
  jest.advanceTimersByTime(200);
  hover.off();
  hover.on(NUMBER);
  jest.advanceTimersByTime(1_000);

  expect(told).toEqual(['reached', 'rested']);
});

it('a number that was just called asks for nothing until the pointer has left it', () => {
  const { hover, told } = watched();

  hover.on(NUMBER);
  hover.used(NUMBER);
  hover.off();
  hover.on(NUMBER);
  jest.advanceTimersByTime(1_000);
  expect(told).toEqual(['reached', 'left']);
  hover.off();
  jest.advanceTimersByTime(1_000);
  hover.on(NUMBER);
  jest.advanceTimersByTime(1_000);

  expect(told).toEqual(['reached', 'left', 'left', 'reached', 'rested']);
});
