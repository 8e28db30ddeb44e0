/** @jest-environment jsdom */
import type { Call } from '../../../../src/call/call';
import { actions, screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { unheard } from '../../../support/ui-preview/device-states';
import { talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

const show = (changes: Partial<Call>) => showPhone({ calls: [talking('1', changes)] });

describe('A call in which somebody is not heard', () => {
  test.each([
    ['theirs', 'You can’t hear them', 'ask them to call back'],
    ['ours', 'They can’t hear you', 'Check your microphone'],
    ['both', 'No sound either way', 'Check your network'],
  ] as const)('says so and what to do: %s', async (lostSound, what, hint) => {
    await show({ lostSound });

    expect(screen.text).toContain(what);
    expect(screen.text).toContain(hint);
  });

  test('says nothing where all is well, or where one of the two waits', async () => {
    await show({});
    expect(screen.text).not.toContain('hear');

    await show({ lostSound: 'both', hold: { local: true, remote: false, requested: null } });
    expect(screen.text).not.toContain('No sound');
  });

  test('speaks of them alone while the user is muted', async () => {
    await show({ lostSound: 'both', muted: true });
    expect(screen.text).toContain('You can’t hear them');

    await show({ lostSound: 'ours', muted: true });
    expect(screen.text).not.toContain('They can’t hear you');
  });

  test('leaves it to the line about a microphone that is gone', async () => {
    await showPhone({
      calls: [talking('1', { lostSound: 'ours' })],
      devices: unheard('blocked'),
    });

    expect(screen.text).toContain('Microphone blocked.');
    expect(screen.text).not.toContain('Check your microphone');
  });

  test('asks whether to hang up, or to wait for them', async () => {
    await show({ lostSound: 'theirs', asksToHangUp: true });

    expect(screen.text).toContain('Nothing has come from Bob from Sales for a while');
    expect(screen.buttons).toContain('Hang up');
    await screen.press('Wait for them');
    expect(actions.asked).toEqual([['command', '1', { type: 'stay' }]]);
  });

  test('is named by it where it is not the one in front', async () => {
    await showPhone({
      calls: [
        talking('1'),
        talking('2', { lostSound: 'theirs', remote: { uri: 'sip:7@a.test', displayName: 'Dave' } }),
      ],
    });

    expect(screen.text).toContain('You can’t hear them');
  });
});
