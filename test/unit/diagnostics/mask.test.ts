import { Mask } from '../../../src/diagnostics/mask';
import { redact } from '../../../src/diagnostics/redact';

describe('a report without numbers and names', () => {
  it('names the same party the same way, however it is written', () => {
    const mask = new Mask('alice');

    expect(mask.party('+1 (212) 555-0123')).toBe('party-1');
    expect(mask.party('204')).toBe('party-2');
    expect(mask.party('+12125550123')).toBe('party-1');
    expect(mask.party('Alice')).toBe('me');
  });

  it('has neither in a message', () => {
    const text = new Mask('alice').message(
      redact(
        [
          'INVITE sip:+12125550123@pbx.example;user=phone SIP/2.0',
          'Via: SIP/2.0/WSS abc.invalid;branch=z9hG4bK1',
          'From: "Alice \\"A\\" Adams" <sip:alice@pbx.example>;tag=1',
          'To: Bob Brown <sip:+12125550123@pbx.example>',
          'P-Asserted-Identity: "Bob" <sip:204@pbx.example>, <tel:+12125550123>',
          'Diversion: <sip:Front%20Desk@pbx.example>;reason=no-answer',
          'Refer-To: sip:205@pbx.example',
          'Reason: Q.850;cause=16;text="Called +12125550123"',
          'Contact: <sip:k3@abc.invalid;transport=ws>',
          'CSeq: 1 INVITE',
          '',
          '',
        ].join('\r\n'),
      ),
    );

    expect(text).not.toMatch(/\balice|adams|bob|brown|carol|desk|5550123|204|205/i);
    expect(text).toContain('INVITE sip:party-1@pbx.example;user=phone SIP/2.0');
    expect(text).toContain('From: "…" <sip:me@pbx.example>;tag=1');
    expect(text).toContain('To: "…" <sip:party-1@pbx.example>');
    expect(text).toContain('P-Asserted-Identity: "…" <sip:party-2@pbx.example>, <tel:party-1>');
    expect(text).toContain('Via: SIP/2.0/WSS abc.invalid;branch=z9hG4bK1');
  });
});
