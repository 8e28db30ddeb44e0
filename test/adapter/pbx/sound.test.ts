import { Pbx } from '../../pbx/pbx';
import { menuToneHz } from '../../pbx/targets';
import { NodePhone } from './node-phone';

let pbx: Pbx;
let phone: NodePhone;

async function begin(
  codec: 'opus' | 'PCMU' = 'opus',
  more: { tellsCandidates?: boolean } = {},
): Promise<void> {
  pbx = await Pbx.start({ users: { alice: { password: 'secret' } } });
  phone = new NodePhone(pbx, { codec, toneHz: 440, ...more });
  await phone.register();
}

afterEach(async () => {
  phone.close();
  await pbx.close();
});

describe.each(['opus', 'PCMU'] as const)('a call in %s', (codec) => {
  beforeEach(() => begin(codec));

  test('hears the tone of the target and is heard by it', async () => {
    const { final } = phone.call('tone');
    const call = await pbx.nextCall();

    await expect(final).resolves.toBe(200);
    const heard = await phone.media.audio.untilTone(1000, { tolerance: 0.01 });
    expect(heard.snrDb).toBeGreaterThan(20);
    await call.audio.untilTone(440, { tolerance: 0.01 });
    expect(call.media.codecName).toBe(codec);
  });

  test('hears itself from the echo', async () => {
    await phone.call('echo').final;

    await phone.media.audio.untilTone(440, { tolerance: 0.01 });
  });
});

test('a phone that does not say where it is is found by its own checks', async () => {
  await begin('opus', { tellsCandidates: false });

  await phone.call('tone').final;
  const call = await pbx.nextCall();

  expect(call.invite.body).not.toContain('a=candidate');
  await call.audio.untilTone(440);
  await phone.media.audio.untilTone(1000);
});

describe('a call', () => {
  beforeEach(() => begin());

  test('can choose the frequency of the tone', async () => {
    await phone.call('tone-600').final;

    await phone.media.audio.untilTone(600);
  });

  test('hears early media before the answer and another tone after it', async () => {
    const { final } = phone.call('early-manual');
    const call = await pbx.nextCall();
    await call.until('early');
    await phone.media.audio.untilTone(700);
    expect(call.state).toBe('early');

    await call.answer({ kind: 'tone', freqHz: 1000 });

    await expect(final).resolves.toBe(200);
    expect(call.state).toBe('established');
    await phone.media.audio.untilTone(1000);
  });

  test('is silent while the phone holds it, and sounds again after', async () => {
    const { session, final } = phone.call('tone');
    const call = await pbx.nextCall();
    await final;
    await phone.media.audio.untilTone(1000);

    await phone.hold(session, true);

    expect(call.isHeldByExtension).toBe(true);
    expect(call.media.direction).toBe('recvonly');
    await phone.media.audio.untilSilent();

    await phone.hold(session, false);

    expect(call.isHeldByExtension).toBe(false);
    await phone.media.audio.untilTone(1000);
  });

  test('is heard by the menu as RFC 4733 events, each answered by its tone and by INFO', async () => {
    await phone.call('menu').final;
    const call = await pbx.nextCall();
    await call.audio.untilTone(440);

    phone.media.sendDtmf('5');
    await call.untilDigits('5');
    await phone.media.audio.untilTone(menuToneHz('5'));
    phone.media.sendDtmf('#');
    await call.untilDigits('5#');
    await phone.media.audio.untilTone(menuToneHz('#'));

    expect(call.heardDigits.map(({ via }) => via)).toEqual(['rtp', 'rtp']);
    const info = await pbx.untilMessage(
      ({ direction, text }) => direction === 'out' && /^Signal=#/m.test(text),
    );
    expect(info.text).toContain('Content-Type: application/dtmf-relay');
  });

  test('is held by the PBX and resumed, and the phone agrees to both', async () => {
    await phone.call('tone').final;
    const call = await pbx.nextCall();
    await call.audio.untilTone(440);

    await call.hold(true);
    expect(call.media.direction).toBe('sendonly');
    await call.audio.untilSilent();

    await call.hold(false);
    expect(call.media.direction).toBe('sendrecv');
    await call.audio.untilTone(440);
    await phone.media.audio.untilTone(1000);
  });

  test('is heard by the menu through SIP INFO', async () => {
    const { session, final } = phone.call('menu');
    await final;
    const call = await pbx.nextCall();

    await session.info({
      requestOptions: {
        body: {
          contentDisposition: 'render',
          contentType: 'application/dtmf-relay',
          content: 'Signal=7\r\nDuration=100',
        },
      },
    });

    await call.untilDigits('7');
    expect(call.heardDigits.map(({ via }) => via)).toEqual(['info']);
    await phone.media.audio.untilTone(menuToneHz('7'));
  });
});
