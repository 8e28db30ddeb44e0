import { send } from '../browser/messaging';
import { clientFor } from '../../src/protocol/client';
import { ensurePhoneDocument } from './phone-document';

/** The phone as the worker asks it: its document is brought back first where it is gone. */
export const phone = clientFor('phone', async (request) => {
  await ensurePhoneDocument();

  return send(request);
});
