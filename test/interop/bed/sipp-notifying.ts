import {
  asksBack,
  hears,
  hearsFirst,
  isTold,
  says,
  saysWithin,
  script,
  waits,
} from './sipp-script';

const ACTIVE = 'active;expires=600';

/**
 * A mailbox: tells at once how it is (RFC 6665 §4.2.1.2), of two messages that come and are heard
 * (RFC 3842 §3.5), and then ends the subscription so that it is asked for anew (§4.1.3).
 */
export const MAILBOX = script(
  'mailbox',
  hearsFirst('SUBSCRIBE', { Event: '^ *message-summary', Accept: 'simple-message-summary' }),
  says('200 OK', { headers: ['Expires: 600'] }),
  messages(1, ACTIVE, 0),
  waits(),
  messages(2, ACTIVE, 2),
  waits(),
  messages(3, ACTIVE, 0),
  waits(),
  messages(4, 'terminated;reason=deactivated', 0),
);

/**
 * Frank's phone: all of its calls at first, then what changes (RFC 4235 §3.3, §4.1). One
 * change gets lost; who notices asks for all anew. Later the subscription is prolonged (RFC 6665
 * §4.1.2.2), and ended by the one who has it.
 */
export const PHONE_OF_FRANK = script(
  'phone of Frank',
  hearsFirst('SUBSCRIBE', { Event: '^ *dialog', Accept: 'application/dialog-info.xml' }),
  says('200 OK', { headers: ['Expires: 600'] }),
  calls(1, 0, 'full'),
  waits(),
  calls(2, 1, 'partial', 'early'),
  waits(),
  calls(3, 2, 'partial', 'confirmed'),
  waits(),
  calls(4, 4, 'partial', 'confirmed'),
  hears('SUBSCRIBE', { Expires: '^ *[1-9]' }),
  saysWithin('200 OK', { headers: ['Expires: 60'] }),
  calls(5, 5, 'full'),
  hears('SUBSCRIBE', { Expires: '^ *[1-9]' }),
  saysWithin('200 OK', { headers: ['Expires: 600'] }),
  calls(6, 6, 'full'),
  waits(),
  hears('SUBSCRIBE', { Expires: '^ *0' }),
  saysWithin('200 OK', { headers: ['Expires: 0'] }),
  notifies(7, 'dialog', 'terminated;reason=timeout'),
);

function messages(cseq: number, state: string, newMessages: number): string {
  return notifies(cseq, 'message-summary', state, 'application/simple-message-summary', [
    `Messages-Waiting: ${newMessages > 0 ? 'yes' : 'no'}`,
    'Message-Account: sip:alice@bed.test',
    `Voice-Message: ${newMessages}/3 (0/0)`,
  ]);
}

/** A call with Erin, in a state; none without. */
function calls(cseq: number, version: number, kind: 'full' | 'partial', state?: string): string {
  const dialog = `  <dialog id="c1" call-id="c1" local-tag="f" remote-tag="e" direction="recipient">
        <state>${state ?? ''}</state>
        <remote><identity display="Erin">sip:erin@bed.test</identity></remote>
      </dialog>`;

  return notifies(cseq, 'dialog', ACTIVE, 'application/dialog-info+xml', [
    '<?xml version="1.0"?>',
    `<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="${kind}" entity="sip:frank@bed.test">`,
    ...(state === undefined ? [] : [dialog]),
    '</dialog-info>',
  ]);
}

function notifies(
  cseq: number,
  event: string,
  state: string,
  contentType = '',
  lines: readonly string[] = [],
): string {
  return `${asksBack('NOTIFY', cseq, {
    headers: [`Event: ${event}`, `Subscription-State: ${state}`],
    contentType,
    body: lines.map((line) => `${line}\n`).join('      '),
  })}${isTold(200)}`;
}
