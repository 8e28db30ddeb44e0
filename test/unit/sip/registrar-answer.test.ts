import fc from 'fast-check';
import { gruusOf } from '../../../src/sip/gruu';
import { ownContactOf } from '../../../src/sip/own-contact';
import { serviceRouteOf } from '../../../src/sip/service-route';

const INSTANCE = '6f1c2a40-8f6e-4a52-9d0e-0c5b7f3f9a11';
const OWN = { user: '6f1c2a40', instanceId: INSTANCE };
const OTHERS = '<sip:desk@192.0.2.8>;+sip.instance="<urn:uuid:other>";expires=2';

describe('our own binding among those of the account', () => {
  test.each([
    ['by its user', `<sip:6f1c2a40@a.invalid;transport=ws>;expires=60`],
    [
      'by its instance, where an edge has changed its address',
      `<sip:alice@10.0.0.1:5066>;+sip.instance="<urn:uuid:${INSTANCE.toUpperCase()}>";expires=60`,
    ],
    ['without brackets', 'sip:6f1c2a40@a.invalid;expires=60'],
  ])('is known %s', (_how, contact) => {
    expect(ownContactOf([OTHERS, contact], OWN)?.get('expires')).toBe('60');
  });

  test('is not there', () => {
    expect(ownContactOf([OTHERS], OWN)).toBeNull();
    expect(ownContactOf([], { ...OWN, instanceId: null })).toBeNull();
  });

  test('has no parameters from inside of its address', () => {
    expect(ownContactOf(['<sip:6f1c2a40@a;expires=1>;q=1'], OWN)).toEqual(new Map([['q', '1']]));
  });

  test('is read in bounded time, whatever stands there', () => {
    const startedAtMs = performance.now();

    for (const part of [';a="', '"\\', '<', ';', '; a = ']) {
      ownContactOf([`<sip:6f1c2a40@a>${part.repeat(100_000)}`], OWN);
    }
    expect(performance.now() - startedAtMs).toBeLessThan(200);
  });
});

describe('the addresses of its own that a registrar gives a phone', () => {
  const address = 'sip:alice@example.test';
  const read = (parameters: string) =>
    gruusOf(ownContactOf([`<sip:6f1c2a40@a.invalid>${parameters}`], OWN), address);

  test('are believed where they are the account’s', () => {
    expect(
      read(
        ';pub-gruu="sip:alice@example.test;gr=urn:uuid:6f1c"' +
          ';temp-gruu="sip:tgruu.7hs==jd7@EXAMPLE.test;gr";expires=600',
      ),
    ).toEqual({
      pub: 'sip:alice@example.test;gr=urn:uuid:6f1c',
      temp: 'sip:tgruu.7hs==jd7@EXAMPLE.test;gr',
    });
  });

  test.each([
    ['none', ';expires=600'],
    ['at another host', ';pub-gruu="sip:alice@evil.test;gr=1";temp-gruu="sip:x@evil.test;gr"'],
    ['in another name', ';pub-gruu="sip:bob@example.test;gr=1"'],
    [
      'without what makes them such',
      ';pub-gruu="sip:alice@example.test";temp-gruu="sip:x@example.test"',
    ],
    ['of no phone', ';pub-gruu="https://example.test";temp-gruu="tel:1;gr"'],
    ['with a header in it', ';pub-gruu="sip:alice@example.test;gr=1?Replaces=x"'],
    ['that end the Contact', ';pub-gruu="sip:alice@example.test;gr=1>;expires=0;<sip:x"'],
    ['without end', `;pub-gruu="sip:alice@example.test;gr=${'1'.repeat(600)}"`],
  ])('are not used: %s', (_what, parameters) => {
    expect(read(parameters)).toEqual({ pub: null, temp: null });
  });

  test('are none without a binding of ours', () => {
    expect(gruusOf(null, address)).toEqual({ pub: null, temp: null });
  });
});

describe('the way that a registrar wants requests to go', () => {
  test('is kept in its order, from one field or several', () => {
    expect(
      serviceRouteOf([
        '<sip:p1.example.test;lr>, <sip:orig@p2.example.test:5070;transport=tcp;lr;x=1>',
        '<sips:[2001:db8::7];lr=on>',
      ]),
    ).toEqual([
      '<sip:p1.example.test;lr>',
      '<sip:orig@p2.example.test:5070;transport=tcp;lr;x=1>',
      '<sips:[2001:db8::7];lr=on>',
    ]);
  });

  test.each([
    ['nothing', []],
    ['emptiness', ['']],
    ['a strict router', ['<sip:p1.example.test>']],
    ['another scheme', ['<https://p1.example.test;lr>']],
    ['an address without brackets', ['sip:p1.example.test;lr']],
    ['headers in an address', ['<sip:p1.example.test;lr?Route=x>']],
    ['one that is none among others', ['<sip:p1.example.test;lr>, <tel:1;lr>']],
    ['ever more hops', Array.from({ length: 11 }, () => '<sip:p1.example.test;lr>')],
    ['a hop without end', [`<sip:p1.example.test;lr;x=${'1'.repeat(600)}>`]],
    ['lr in a name only', ['<sip:p1.example.test;lrx>']],
  ])('is none of ours: %s', (_what, fields) => {
    expect(serviceRouteOf(fields)).toEqual([]);
  });

  test('holds no line end and nothing but routes, whatever stands there', () => {
    const unit = fc.constantFrom(...Array.from('<sip:a;lr>, @"\r\n\0?=.'), '<sip:a.b;lr>', ';lr>');

    fc.assert(
      fc.property(fc.array(fc.string({ unit })), (fields) => {
        for (const route of serviceRouteOf(fields)) {
          expect(route).toMatch(/^<sips?:[^\s<>"]+>[^\s<>",]*$/);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
