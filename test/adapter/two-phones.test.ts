import { sdp } from './fake-media';
import { bench, useBench } from './bench-in-use';
import { CONTACT, dial } from './dialled';

useBench();

describe('a call that rings at two phones', () => {
  const desk = { headers: [CONTACT], tag: 'desk', body: sdp('sendrecv', 'desk') };
  const mobile = { headers: [CONTACT], tag: 'mobile', body: sdp('sendrecv', 'mobile') };
  const bare = ({ headers, tag }: typeof desk) => ({ headers, tag });

  test('is heard from one and answered by the other', async () => {
    const invite = await dial();

    bench.respond(invite, 183, 'Session Progress', desk);
    await bench.event('out', 'provisional-received');
    bench.respond(invite, 180, 'Ringing', bare(mobile));
    await bench.event('out', 'provisional-received');
    bench.respond(invite, 200, 'OK', mobile);

    const ack = await bench.wire.next('ACK');

    expect(ack.header('to')).toContain('tag=mobile');
    await bench.event('out', 'confirmed');
    expect(bench.media.of('out').early).toEqual([desk.body]);
    expect(bench.media.of('out').remote).toEqual([mobile.body]);

    // The way of the sound led to the desk: it is looked for anew.
    const renewed = await bench.wire.next('INVITE');

    expect(bench.media.of('out').restarts).toBe(1);
    expect(renewed.header('to')).toContain('tag=mobile');
    bench.respond(renewed, 491, 'Request Pending');
    await bench.timerOf(2100);
    bench.pass(2100);
    bench.respond(await bench.wire.next('INVITE'), 200, 'OK', { body: mobile.body });
    await bench.wire.next('ACK');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('is not looked for anew where the one that was heard has answered', async () => {
    const invite = await dial();

    bench.respond(invite, 183, 'Session Progress', desk);
    await bench.event('out', 'provisional-received');
    bench.respond(invite, 200, 'OK', desk);
    await bench.event('out', 'confirmed');
    await bench.answersOptions();

    expect(bench.wire.count('INVITE')).toBe(1);
  });

  test('is heard from the phone that spoke last, each once', async () => {
    const invite = await dial();

    for (const phone of [desk, desk, mobile, desk]) {
      bench.respond(invite, 183, 'Session Progress', phone);
      await bench.event('out', 'provisional-received');
    }
    expect(bench.media.of('out').early).toEqual([desk.body, mobile.body]);

    bench.respond(invite, 200, 'OK', bare(desk));
    await bench.wire.next('ACK');
    await bench.event('out', 'confirmed');
    // The answer stood in what the phone had said before.
    expect(bench.media.of('out').remote).toEqual([desk.body]);
  });

  test('and that both answer keeps the first and says goodbye to the second', async () => {
    const invite = await dial();

    bench.respond(invite, 180, 'Ringing', bare(desk));
    bench.respond(invite, 180, 'Ringing', bare(mobile));
    bench.respond(invite, 200, 'OK', desk);
    bench.respond(invite, 200, 'OK', mobile);

    expect((await bench.wire.next('BYE')).header('to')).toContain('tag=mobile');
    await bench.event('out', 'confirmed');
    await bench.answersOptions();
    expect(bench.wire.count('ACK')).toBe(2);
    expect(bench.wire.count('BYE')).toBe(1);
  });

  test('and that is cancelled is ended at both, even where both had answered', async () => {
    const invite = await dial();

    bench.respond(invite, 180, 'Ringing', bare(desk));
    bench.respond(invite, 180, 'Ringing', bare(mobile));
    await bench.event('out', 'provisional-received');
    bench.stack.perform('out', { type: 'send-cancel' });
    await bench.wire.next('CANCEL');
    bench.respond(invite, 200, 'OK', desk);
    bench.respond(invite, 200, 'OK', mobile);

    expect((await bench.wire.next('BYE')).header('to')).toContain('tag=desk');
    expect((await bench.wire.next('BYE')).header('to')).toContain('tag=mobile');
    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
  });
});
