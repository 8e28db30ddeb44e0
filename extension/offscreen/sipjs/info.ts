import type { Info } from 'sip.js';
import { parseDtmfInfo } from '../../../src/sip/dtmf-info';

/** Answers an INFO in a call; the digit it carried, or null when it was about something else. */
export async function answerInfo(info: Info): Promise<string | null> {
  const { request } = info;
  const tone = parseDtmfInfo(request.getHeader('content-type') ?? null, request.body);

  if (request.hasHeader('info-package')) {
    // We ask for no packages (RFC 6086 §4.2.2).
    await info.reject({ statusCode: 469, extraHeaders: ['Recv-Info:'] });
    return null;
  }
  // Without a body it is a sign of life (RFC 2976 §2.2).
  if (tone !== null || request.body === '') {
    await info.accept();
    return tone;
  }
  const accept = 'Accept: application/dtmf-relay, application/dtmf';

  await info.reject({ statusCode: 415, extraHeaders: [accept] });

  return null;
}
