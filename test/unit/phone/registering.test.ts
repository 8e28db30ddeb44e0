import { newPhone, registeredPhone } from '../../support/phone-to-try';

describe('the connection in a call', () => {
  it('is watched more closely from the first ring to the end', () => {
    const { sip, phone } = registeredPhone();

    sip.callIn('in');
    expect(sip.keptAlive).toEqual([true]);
    phone.command('in', { type: 'answer' });
    sip.happens('in', { type: 'confirmed' });
    phone.dial('100');
    expect(sip.keptAlive).toEqual([true]);

    phone.several({ type: 'hang-up-all' });
    for (const { id } of phone.snapshot.calls) {
      sip.ends(id);
    }
    expect(sip.keptAlive).toEqual([true, false]);
  });

  it('is not spoken of while there is no call', () => {
    expect(newPhone().sip.keptAlive).toEqual([]);
  });
});
