/** @jest-environment jsdom */
import { screen, showPhone, usePhoneOnScreen } from '../../support/phone-on-screen';
import { talking } from '../../support/ui-preview/phone-states';

usePhoneOnScreen();

describe('A call whose server can’t be reached', () => {
  test('says that one can go on talking', async () => {
    await showPhone({ calls: [talking('1', { isCutOff: true })] });
    expect(screen.text).toContain('You can go on talking');

    await showPhone({ calls: [talking('1')] });
    expect(screen.text).not.toContain('server');
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
