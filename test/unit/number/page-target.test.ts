import { pageTargetProblem } from '../../../src/number/page-target';

describe('what a page may have dialled', () => {
  it.each([
    '+14155552671',
    'tel:+14155552671;ext=503',
    'tel:030-1234567',
    'callto:101',
    'sip:bob',
    'sip:bob@pbx.example',
    'sip:bob@PBX.example;transport=ws',
    'tel:112233',
    'tel:9110000',
  ])('%s', (target) => {
    expect(pageTargetProblem(target, 'pbx.example')).toBeNull();
  });
});

describe('what only the user may have dialled', () => {
  it.each([
    ['*21*+19005550100#', 'feature-code'],
    ['tel:**62*', 'feature-code'],
    ['tel:%23%23002%23', 'feature-code'],
    ['tel:*%2306%23', 'feature-code'],
    ['tel:\uff0a21', 'feature-code'],
    ['sip:*97@pbx.example', 'feature-code'],
    ['sip:911@evil.example;transport=udp', 'foreign-host'],
    ['sips:bob@evil.example', 'foreign-host'],
    ['sip:bob@pbx.example.evil.example', 'foreign-host'],
    ['bob@evil.example', 'foreign-host'],
    ['tel:112', 'emergency'],
    ['tel:9-1-1', 'emergency'],
    ['sip:999', 'emergency'],
    ['tel:', 'empty'],
    ['tel:javascript', 'not-a-number'],
    ['tel:1%0d%0a', 'not-a-number'],
    [`tel:${'1'.repeat(200)}`, 'too-long'],
  ])('%s: %s', (target, problem) => {
    expect(pageTargetProblem(target, 'pbx.example')).toBe(problem);
  });

  it('an address on any host, while the account is unknown', () => {
    expect(pageTargetProblem('sip:bob@pbx.example')).toBe('foreign-host');
  });
});
