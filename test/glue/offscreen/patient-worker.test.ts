import { untilAnswered, whenAnswered } from '../../../extension/offscreen/patient-worker';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** A worker that dies so many times before it answers. */
function workerThatDies(times: number) {
  return jest.fn(() => {
    times -= 1;

    return times < 0 ? Promise.resolve('answer') : Promise.reject(new Error('stopped'));
  });
}

it('asks again when the worker was stopped over it', async () => {
  await expect(untilAnswered(workerThatDies(2))).resolves.toBe('answer');
});

it('gives up a worker that dies over the same again and again', async () => {
  const ask = workerThatDies(99);

  await expect(untilAnswered(ask)).rejects.toThrow('stopped');
  expect(ask).toHaveBeenCalledTimes(3);
});

it('asks on, second by second, for what nothing goes without', async () => {
  const answered = whenAnswered(workerThatDies(7));

  await jest.advanceTimersByTimeAsync(2_000);
  await expect(answered).resolves.toBe('answer');
});
