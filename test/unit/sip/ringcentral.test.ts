import fc from 'fast-check';
import {
  controllerOf,
  isForClient,
  parseAgentMessage,
  replyAnswerOf,
  writeAgentRequest,
  type AgentMessage,
} from '../../../src/sip/ringcentral-agent';
import { parseApiCallInfo } from '../../../src/sip/ringcentral-call-info';
import { controlRequest, moveResult, parseControl } from '../../../src/sip/ringcentral-control';

const P_RC =
  '<Msg><Hdr SID="354640010001" Req="{6F1C-&amp;-A}" From="#996016@sip.example.test:5060" To="17205550100*115" Cmd="6"/>' +
  '<Bdy SrvLvl="-149699523" SrvLvlExt="406" Phn="+16505550100" Nm="WIRELESS CALLER" ToPhn="+17205550100" ToNm="Alice" RecUrl=""/></Msg>';

function announced(): AgentMessage {
  const message = parseAgentMessage(P_RC);

  if (message === null) {
    throw new Error('the announcement was not read');
  }

  return message;
}

describe('the announcement of a call', () => {
  test('says which call it is, who tells, and who calls', () => {
    expect(announced()).toEqual({
      sid: '354640010001',
      req: '{6F1C-&-A}',
      from: '#996016@sip.example.test:5060',
      to: '17205550100*115',
      command: 6,
      body: {
        SrvLvl: '-149699523',
        SrvLvlExt: '406',
        Phn: '+16505550100',
        Nm: 'WIRELESS CALLER',
        ToPhn: '+17205550100',
        ToNm: 'Alice',
        RecUrl: '',
      },
    });
  });

  test.each([
    undefined,
    '',
    '<Msg/>',
    '<Msg><Hdr SID="1" Req="2" From="a@b" To="c"/></Msg>',
    '<Msg><Hdr SID="1" Req="2" From="a@b" To="c" Cmd="six"/></Msg>',
    '<Msg><Hdr Req="2" From="a@b" To="c" Cmd="6"/></Msg>',
    '<Other><Hdr SID="1" Req="2" From="a@b" To="c" Cmd="6"/></Other>',
    '<Msg><Hdr SID="1"',
    '<!DOCTYPE x [<!ENTITY e "e">]><Msg><Hdr SID="&e;" Req="2" From="a@b" To="c" Cmd="6"/></Msg>',
  ])('%j is none', (text) => {
    expect(parseAgentMessage(text)).toBeNull();
  });

  test('is answered at the address it came from, even one that begins with #', () => {
    expect(controllerOf(announced())).toEqual({
      user: '#996016',
      host: 'sip.example.test',
      port: 5060,
    });
    expect(controllerOf({ ...announced(), from: 'x@y\r\nEvil: 1' })).toBeNull();
    expect(controllerOf({ ...announced(), from: '#1@host>;x=<sip:evil' })).toBeNull();
  });
});

describe('what is asked about a call', () => {
  test.each([
    [{ type: 'received' }, '17', {}],
    [{ type: 'voicemail' }, '11', {}],
    [{ type: 'reject' }, '12', {}],
    [{ type: 'startReply' }, '13', {}],
    [{ type: 'forward', number: '+15550100' }, '10', { FwdDly: '0', Phn: '+15550100', PhnTp: '3' }],
    [{ type: 'reply', text: 'In a meeting' }, '14', { RepTp: '0', Bdy: 'In a meeting' }],
  ] as const)('%j', (request, command, values) => {
    const written = writeAgentRequest(announced(), 'auth-1', request);

    expect(parseAgentMessage(written)).toEqual({
      sid: '354640010001',
      req: '{6F1C-&-A}',
      from: '17205550100*115',
      to: '#996016@sip.example.test:5060',
      command: Number(command),
      body: { Cln: 'auth-1', ...values },
    });
  });

  test('names the call as it was named to us, nothing else in it changed', () => {
    expect(writeAgentRequest(announced(), 'auth-1', { type: 'voicemail' })).toBe(
      '<Msg><Hdr SID="354640010001" Req="{6F1C-&#38;-A}" From="17205550100*115" To="#996016@sip.example.test:5060" Cmd="11"/><Bdy Cln="auth-1"/></Msg>',
    );
  });

  test('words that look like the message around them stay words', () => {
    const text = '"/><Bdy Cmd="12"/>\r\n]]><!-- &amp; \' Ünï 🙂';

    expect(
      parseAgentMessage(writeAgentRequest(announced(), 'auth-1', { type: 'reply', text }))?.body,
    ).toEqual({ Cln: 'auth-1', RepTp: '0', Bdy: text });
  });

  test('whatever the words are, they arrive as they were written and change nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, number) => {
        for (const request of [
          { type: 'reply', text } as const,
          { type: 'forward', number } as const,
        ]) {
          const read = parseAgentMessage(writeAgentRequest(announced(), 'auth-1', request));

          expect(read).toMatchObject({ sid: '354640010001', body: { Cln: 'auth-1' } });
          expect(Object.keys(read?.body ?? {})).toHaveLength(request.type === 'reply' ? 3 : 4);
        }
      }),
    );
  });

  test('what no XML can hold is left out', () => {
    const written = writeAgentRequest(announced(), 'a', { type: 'reply', text: 'a\u0000b\ud800c' });

    expect(parseAgentMessage(written)?.body.Bdy).toBe('abc');
  });
});

describe('what the server says later', () => {
  const closed = (body: Readonly<Record<string, string>>): AgentMessage => ({
    ...announced(),
    command: 9,
    body,
  });

  test('is ours unless it names another of our phones', () => {
    expect(isForClient(closed({}), 'auth-1')).toBe(true);
    expect(isForClient(closed({ Cln: 'auth-1' }), 'auth-1')).toBe(true);
    expect(isForClient(closed({ Cln: 'auth-2' }), 'auth-1')).toBe(false);
  });

  test.each([
    [
      { Resp: '1', Sts: '0' },
      { answer: 'yes', number: null },
    ],
    [
      { Resp: '2', Sts: '0' },
      { answer: 'no', number: null },
    ],
    [
      { Resp: '3', Sts: '0', ExtNfo: '+16505550100' },
      { answer: 'urgent', number: '+16505550100' },
    ],
    [
      { Resp: '3', Sts: '0', ExtNfo: 'sip:evil@example.test' },
      { answer: 'urgent', number: null },
    ],
    [
      { Resp: '0', Sts: '0' },
      { answer: 'none', number: null },
    ],
    [{ Resp: '1', Sts: '1' }, null],
    [{}, null],
  ])('%j', (body, answer) => {
    expect(replyAnswerOf(closed(body))).toEqual(answer);
    expect(replyAnswerOf({ ...closed(body), command: 7 })).toBeNull();
  });
});

test('what RingCentral tells of a call, a value with = in it included', () => {
  expect(
    parseApiCallInfo(
      'callAttributes=reject,send-vm, queue-call;callerIdName=BOB=BEST;QueueName=Sales = Service;displayInfo=callerIdName',
    ),
  ).toEqual({
    attributes: ['reject', 'send-vm', 'queue-call'],
    callerName: 'BOB=BEST',
    queue: 'Sales = Service',
  });
  expect(parseApiCallInfo(undefined)).toEqual({ attributes: [], callerName: null, queue: null });
});

describe('what is asked in a call', () => {
  const read = (value: unknown) =>
    parseControl('application/json;charset=utf-8', JSON.stringify(value));

  test('is written with its number', () => {
    expect(JSON.parse(controlRequest(7, 'callpark'))).toEqual({
      request: { reqid: 7, command: 'callpark' },
    });
    expect(JSON.parse(controlRequest(8, 'callflip', '+1555"0100'))).toEqual({
      request: { reqid: 8, command: 'callflip', target: '+1555"0100' },
    });
  });

  test.each([
    [0, true],
    ['0', true],
    [1, false],
    ['-5', false],
    ['', false],
    [null, false],
  ])('is done when the result says %j: %j', (code, isDone) => {
    expect(
      read({
        response: {
          reqid: '1',
          command: 'callpark',
          result: { code, description: 'Said', 'park extension': '813' },
        },
      }),
    ).toEqual({
      type: 'result',
      reqid: 1,
      command: 'callpark',
      isDone,
      description: 'Said',
      parkedAt: '813',
    });
  });

  test('can be the wish to move the call, which gets its answer', () => {
    const move = read({ request: { reqId: 3, command: 'move', target: 'rcv' } });

    expect(move).toEqual({ type: 'move', reqId: 3, target: 'rcv' });
    expect(JSON.parse(moveResult({ type: 'move', reqId: 3, target: 'rcv' }, 1, 'No'))).toEqual({
      response: { reqId: 3, command: 'move', result: { code: 1, description: 'No' } },
    });
  });

  test('is nothing of ours when it is something else, and nothing throws', () => {
    expect(read({ request: { reqId: 3, command: 'dance' } })).toBeNull();
    expect(read({ response: { reqid: 1, command: 'callpark' } })).toBeNull();
    expect(read([])).toBeNull();
    expect(parseControl('text/plain', '{}')).toBeNull();
    fc.assert(
      fc.property(fc.string(), fc.json(), (noise, json) => {
        parseControl('application/json', noise);
        parseControl('application/json', json);
      }),
    );
  });
});
