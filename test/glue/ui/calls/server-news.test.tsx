/** @jest-environment jsdom */
import { screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { NOW_MS, talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

describe('A call whose server can’t be reached', () => {
  test('says that one can go on talking', async () => {
    await showPhone({ calls: [talking('1', { isCutOff: true })] });
    expect(screen.text).toContain('You can go on talking');

    await showPhone({ calls: [talking('1')] });
    expect(screen.text).not.toContain('server');
  });

  test('keeps a connection that is back at once to itself', async () => {
    jest.useFakeTimers();
    try {
      await showPhone({ calls: [talking('1')] });
      await showPhone({ calls: [talking('1', { isCutOff: true })] });
      expect(screen.text).not.toContain('server');

      await screen.do(() => {
        jest.advanceTimersByTime(1_500);
      });
      expect(screen.text).toContain('The server can’t be reached');
    } finally {
      jest.useRealTimers();
    }
  });

  test('says so once, though the phone is not registered either', async () => {
    await showPhone({
      calls: [talking('1', { isCutOff: true })],
      registration: {
        state: 'failed',
        failure: { code: 'no-connection', response: null },
        retryAtMs: NOW_MS + 4_000,
      },
    });

    expect(screen.text).toContain('The server can’t be reached');
    expect(screen.all('.notice')).toEqual([]);
  });

  test('speaks to nobody of talking who waits', async () => {
    const hold = { local: true, remote: false, requested: null };

    await showPhone({ calls: [talking('1', { isCutOff: true, hold })] });

    expect(screen.text).toContain('The call waits');
    expect(screen.text).not.toContain('talking');
  });

  test('tells of its sound in the same breath, and asks nobody to give up', async () => {
    await showPhone({
      calls: [talking('1', { isCutOff: true, lostSound: 'both', asksToHangUp: true })],
    });

    expect(screen.text).toContain('The server can’t be reached');
    expect(screen.text).toContain('No sound comes through either');
    expect(screen.text).not.toContain('No sound either way');
    expect(screen.buttons).not.toContain('Wait for them');
  });

  test('is told in a conference too', async () => {
    await showPhone({
      calls: [talking('1', { isCutOff: true }), talking('2', { isCutOff: true })],
      conference: [
        { callId: '1', isMuted: false },
        { callId: '2', isMuted: false },
      ],
    });

    expect(screen.text).toContain('The server can’t be reached');
  });

  test('says that it waits where nobody has answered', async () => {
    await showPhone({
      calls: [talking('1', { isCutOff: true, state: 'calling', establishedAtMs: null })],
    });

    expect(screen.text).toContain('Waiting for the server…');
  });

  test('says what becomes of an answer', async () => {
    await showPhone({
      calls: [
        talking('1', {
          direction: 'incoming',
          state: 'ringing',
          establishedAtMs: null,
          isCutOff: true,
        }),
      ],
    });

    expect(screen.text).toContain('Your answer goes out when it is back');
  });
});
