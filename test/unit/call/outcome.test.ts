import { newCall, type Call, type CallEnd } from '../../../src/call/call';
import { outcomeOf } from '../../../src/call/outcome';
import { parseReason } from '../../../src/sip/reason';
import { endOf } from '../../support/fake-sip-stack';

function ended(direction: Call['direction'], end: Partial<CallEnd>, talked = false): Call {
  return {
    ...newCall('id', direction, { uri: 'sip:bob@pbx.test', displayName: null }, 0),
    state: 'terminated',
    establishedAtMs: talked ? 1 : null,
    endedAtMs: 2,
    end: endOf(end),
  };
}

const response = (statusCode: number) => ({ statusCode, reasonPhrase: 'whatever it says' });

it('is open while the call lives', () => {
  expect(outcomeOf(newCall('id', 'incoming', { uri: 'x', displayName: null }, 0))).toBeNull();
});

describe('an outgoing call', () => {
  it.each([
    [486, 'busy'],
    [600, 'busy'],
    [603, 'declined-by-remote'],
    [607, 'declined-by-remote'],
    [404, 'not-found'],
    [484, 'not-found'],
    [604, 'not-found'],
    [408, 'no-answer'],
    [487, 'no-answer'],
    [480, 'unavailable'],
    [403, 'not-allowed'],
    [407, 'not-allowed'],
    [488, 'incompatible'],
    [503, 'server-trouble'],
    [599, 'server-trouble'],
    [400, 'failed'],
    [699, 'failed'],
  ] as const)('answered %i is: %s', (statusCode, outcome) => {
    expect(
      outcomeOf(ended('outgoing', { cause: 'rejected', response: response(statusCode) })),
    ).toBe(outcome);
  });

  it.each([
    [{ cause: 'cancelled' }, 'cancelled'],
    [{ cause: 'timeout' }, 'no-answer'],
    [{ cause: 'error', problem: 'connection-lost' }, 'connection-lost'],
    [{ cause: 'error', problem: 'incompatible-media' }, 'incompatible'],
    [{ cause: 'error', problem: 'internal' }, 'failed'],
  ] as const)('that ended %j is: %s', (end, outcome) => {
    expect(outcomeOf(ended('outgoing', end))).toBe(outcome);
  });
});

describe('an incoming call', () => {
  it.each([
    ['missed', { cause: 'cancelled' }],
    ['missed', { cause: 'timeout' }],
    ['declined', { cause: 'rejected' }],
    [
      'answered-elsewhere',
      { cause: 'cancelled', reason: parseReason('SIP;cause=200;text="Call completed elsewhere"') },
    ],
    ['answered-elsewhere', { cause: 'cancelled', reason: parseReason('Q.850;cause=26') }],
    ['missed', { cause: 'cancelled', reason: parseReason('SIP;cause=487') }],
    ['connection-lost', { cause: 'error', problem: 'connection-lost' }],
  ] as const)('is %s: %j', (outcome, end) => {
    expect(outcomeOf(ended('incoming', end))).toBe(outcome);
  });
});

it('was talk when it was ever established', () => {
  expect(outcomeOf(ended('incoming', { cause: 'remote-bye' }, true))).toBe('talked');
  expect(outcomeOf(ended('outgoing', { cause: 'local-bye' }, true))).toBe('talked');
});
