import { restart } from '../../../extension/offscreen/restart';
import { fakeChrome } from '../../support/chrome-stubs';

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('asks the worker once more that was stopped over it', async () => {
  fakeChrome.runtime.sendMessage.mockRejectedValue(new Error('The message port closed.'));
  restart();
  await turn();
  expect(fakeChrome.runtime.sendMessage.mock.calls).toMatchObject([
    [{ to: 'worker', type: 'restart' }],
    [{ to: 'worker', type: 'restart' }],
  ]);
});
