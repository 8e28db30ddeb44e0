import fc from 'fast-check';
import {
  isAbout,
  parseDialogInfo,
  withDialogInfo,
  type DialogInfo,
  type KnownDialogs,
} from '../../../src/sip/dialog-info';

/** As Asterisk's chan_pjsip writes it while an extension rings. */
const ASTERISK_RINGING = `<?xml version="1.0" encoding="UTF-8"?>
<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="3" state="full" entity="sip:1001@10.0.0.5:5060">
 <dialog id="1001" direction="recipient">
  <state>early</state>
 </dialog>
</dialog-info>
`;

/** As FreeSWITCH's mod_sofia writes it. */
const FREESWITCH_RINGING = `<?xml version="1.0"?>
<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="7" state="full" entity="sip:1001@pbx.example.com">
<dialog id="d2b1c2a0-6a0e-4a4f" call-id="d2b1c2a0-6a0e-4a4f" local-tag="gN7aD3" remote-tag="Kj3e" direction="recipient">
<state>early</state>
<local>
<identity display="Bob &amp; Co">sip:1001@pbx.example.com</identity>
<target uri="sip:1001@pbx.example.com"><param pname="+sip.rendering" pvalue="yes"/></target>
</local>
<remote>
<identity display="Carol">sip:1002@pbx.example.com</identity>
<target uri="sip:**1001@pbx.example.com"/>
</remote>
</dialog>
</dialog-info>`;

/** As Kamailio's presence_dialoginfo passes on: a prefix, and a state that says how it came. */
const KAMAILIO_PARTIAL = `<?xml version="1.0"?>
<d:dialog-info xmlns:d="urn:ietf:params:xml:ns:dialog-info" version="4" notify-state="full" state="partial" entity="sip:bob@example.com">
  <d:dialog id="as7d900as8" call-id="a84b4c76e66710" local-tag="1928301774" remote-tag="456887766" direction="initiator">
    <d:state event="replaced" code="200">Confirmed</d:state>
    <d:remote><d:identity>sip:carol@example.com</d:identity></d:remote>
  </d:dialog>
</d:dialog-info>`;

/** As 3CX writes it for somebody with nothing to do. */
const THREECX_IDLE = `<?xml version="1.0" encoding="utf-8"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="0" state="full" entity="sip:104@192.168.0.10:5060"><dialog id="104"><state>terminated</state></dialog></dialog-info>`;

function infoOf(body: string): DialogInfo {
  const info = parseDialogInfo(body);

  if (info === null) {
    throw new Error('no dialog-info');
  }

  return info;
}

function partial(version: number, dialogs: string): DialogInfo {
  return infoOf(
    `<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="partial" entity="sip:1001@x.test">${dialogs}</dialog-info>`,
  );
}

function known(body: string): KnownDialogs | null {
  return withDialogInfo(null, infoOf(body)).known;
}

test('an extension that rings at Asterisk', () => {
  expect(infoOf(ASTERISK_RINGING)).toMatchObject({
    version: 3,
    isFull: true,
    entity: 'sip:1001@10.0.0.5:5060',
    dialogs: [{ id: '1001', direction: 'recipient', state: 'early', remote: null, callId: null }],
  });
});

test('at FreeSWITCH it also says who calls and how to take the call up', () => {
  expect(infoOf(FREESWITCH_RINGING).dialogs).toEqual([
    {
      id: 'd2b1c2a0-6a0e-4a4f',
      direction: 'recipient',
      state: 'early',
      callId: 'd2b1c2a0-6a0e-4a4f',
      localTag: 'gN7aD3',
      remoteTag: 'Kj3e',
      remote: { uri: 'sip:1002@pbx.example.com', displayName: 'Carol' },
      remoteTarget: 'sip:**1001@pbx.example.com',
    },
  ]);
});

test('whatever prefix the writer has, as Kamailio', () => {
  expect(infoOf(KAMAILIO_PARTIAL)).toMatchObject({
    isFull: false,
    dialogs: [{ state: 'confirmed', remote: { uri: 'sip:carol@example.com' } }],
  });
});

test('nothing to do at 3CX', () => {
  expect(known(THREECX_IDLE)).toEqual({ version: 0, dialogs: [] });
});

describe('partial news', () => {
  const up = '<dialog id="a" call-id="c1" local-tag="l" remote-tag="r" direction="recipient">';

  test('changes the dialog it speaks of and leaves the others', () => {
    const before = known(FREESWITCH_RINGING);
    const { known: after, isGap } = withDialogInfo(
      before,
      partial(8, `${up}<state>trying</state></dialog>`),
    );

    expect(isGap).toBe(false);
    expect(after?.dialogs.map(({ id, state }) => [id, state])).toEqual([
      ['d2b1c2a0-6a0e-4a4f', 'early'],
      ['a', 'trying'],
    ]);
  });

  test('keeps what a change does not repeat', () => {
    const first = withDialogInfo(
      known(THREECX_IDLE),
      partial(1, `${up}<state>early</state></dialog>`),
    );
    const { known: after } = withDialogInfo(
      first.known,
      partial(2, '<dialog id="a"><state>confirmed</state></dialog>'),
    );

    expect(after?.dialogs).toMatchObject([{ state: 'confirmed', callId: 'c1', remoteTag: 'r' }]);
  });

  test('takes away what has ended', () => {
    const { known: after } = withDialogInfo(
      known(FREESWITCH_RINGING),
      partial(8, '<dialog id="d2b1c2a0-6a0e-4a4f"><state>terminated</state></dialog>'),
    );

    expect(after).toEqual({ version: 8, dialogs: [] });
  });

  test.each([
    ['a version is missing', 9],
    ['many are', 400],
  ])('is a gap when %s', (_what, version) => {
    const before = known(FREESWITCH_RINGING);

    expect(withDialogInfo(before, partial(version, ''))).toEqual({ known: before, isGap: true });
  });

  test('is a gap when nothing is known yet', () => {
    expect(withDialogInfo(null, partial(0, ''))).toEqual({ known: null, isGap: true });
  });

  test.each([7, 3])('that is no news (version %i) changes nothing', (version) => {
    const before = known(FREESWITCH_RINGING);
    const ended = '<dialog id="d2b1c2a0-6a0e-4a4f"><state>terminated</state></dialog>';

    expect(withDialogInfo(before, partial(version, ended))).toEqual({
      known: before,
      isGap: false,
    });
  });
});

test('full news counts whatever its version: some phone systems begin anew, some never count', () => {
  expect(withDialogInfo(known(FREESWITCH_RINGING), infoOf(THREECX_IDLE))).toEqual({
    known: { version: 0, dialogs: [] },
    isGap: false,
  });
});

describe('whose it is', () => {
  test.each([
    ['sip:1001@10.0.0.5:5060', 'sip:1001@pbx.example.com'],
    ['sips:Bob@example.com;transport=tls', 'sip:bob@example.com'],
    ['pres:bob@example.com', 'sip:bob@example.com'],
    ['sip:%2A8@example.com', 'sip:*8@example.com'],
  ])('%s is %s', (entity, uri) => {
    expect(isAbout(entity, uri)).toBe(true);
  });

  test.each([
    ['sip:1002@pbx.example.com', 'sip:1001@pbx.example.com'],
    ['sip:10011@pbx.example.com', 'sip:1001@pbx.example.com'],
    ['sip:pbx.example.com', 'sip:1001@pbx.example.com'],
    ['https://1001@pbx.example.com', 'sip:1001@pbx.example.com'],
    ['sip:%zz@x', 'sip:1001@x'],
  ])('%s is not %s', (entity, uri) => {
    expect(isAbout(entity, uri)).toBe(false);
  });
});

describe('what is hostile or broken is nothing, or loses what is', () => {
  const head = '<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="1" state="full"';

  test.each([
    ['nothing', ''],
    ['no XML', 'Messages-Waiting: yes'],
    ['another document', '<presence entity="sip:1001@x"/>'],
    ['an end that is missing', `${head} entity="sip:1001@x"><dialog id="1">`],
    ['nobody', `${head}/>`],
    ['a version that is none', ASTERISK_RINGING.replace('version="3"', 'version="-3"')],
    ['a state that is none', ASTERISK_RINGING.replace('state="full"', 'state="all"')],
    [
      'entities that grow',
      `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${head} entity="sip:1001@x"/>`,
    ],
    [
      'an entity of its own',
      `${head} entity="sip:1001@x"><dialog id="&x;"><state>early</state></dialog></dialog-info>`,
    ],
    ['too much', `${head} entity="sip:1001@x">${' '.repeat(70_000)}<!-- --></dialog-info>`],
    ['what is too deep', `${head} entity="sip:1001@x">${'<a>/>'.repeat(5_000)}`],
  ])('%s', (_what, body) => {
    expect(parseDialogInfo(body)).toBeNull();
  });

  test('a Call-ID or an address that would begin a field of its own is not taken over', () => {
    const [dialog] = infoOf(
      FREESWITCH_RINGING.replace('call-id="d2b1c2a0-6a0e-4a4f"', 'call-id="a&#13;&#10;X: y"')
        .replace('local-tag="gN7aD3"', 'local-tag="a;early-only"')
        .replace('sip:**1001@pbx.example.com', 'sip:x@y?Route=%3Csip:z%3E'),
    ).dialogs;

    expect(dialog).toMatchObject({ callId: null, localTag: null, remoteTarget: null });
  });

  test('a dialog without a state or a name is left out', () => {
    const { dialogs } = infoOf(
      `${head} entity="sip:1001@x"><dialog id="1"/><dialog><state>early</state></dialog><dialog id="3"><state>held</state></dialog></dialog-info>`,
    );

    expect(dialogs).toEqual([]);
  });

  test('of very many dialogs only the first are read', () => {
    const many = '<dialog id="1"><state>early</state></dialog>'.repeat(400);

    expect(infoOf(`${head} entity="sip:1001@x">${many}</dialog-info>`).dialogs).toHaveLength(50);
  });
});

test('whatever stands in it, it is read or it is not: nothing is thrown', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(...ASTERISK_RINGING.split(/(?=[<>"\s])/), '<![CDATA[', ']]>', '&#0;', '&amp;'),
  );

  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      parseDialogInfo(pieces.join(''));
      parseDialogInfo(
        FREESWITCH_RINGING.replace(/(?<=<local>)[^]*(?=<\/remote>)/, () => pieces.join('')),
      );
    }),
  );
});

test('news in any order leaves what is known bounded, and without what has ended', () => {
  const state = fc.constantFrom('trying', 'early', 'confirmed', 'terminated');
  const dialog = fc.tuple(fc.integer({ min: 0, max: 200 }), state);
  const news = fc.record({
    version: fc.integer({ min: 0, max: 30 }),
    isFull: fc.boolean(),
    dialogs: fc.array(dialog, { maxLength: 80 }),
  });

  fc.assert(
    fc.property(fc.array(news, { maxLength: 30 }), (all) => {
      const last = all.reduce<KnownDialogs | null>(
        (before, { version, isFull, dialogs }) =>
          withDialogInfo(before, {
            ...partial(
              version,
              dialogs
                .map(([id, now]) => `<dialog id="${id}"><state>${now}</state></dialog>`)
                .join(''),
            ),
            isFull,
          }).known,
        null,
      );

      expect(last?.dialogs.length ?? 0).toBeLessThanOrEqual(50);
      expect(last?.dialogs.some((one) => one.state === 'terminated') ?? false).toBe(false);
    }),
  );
});
