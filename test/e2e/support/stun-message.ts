import { createHmac } from 'node:crypto';

/** An address and port of a STUN or TURN attribute. */
export interface Place {
  readonly address: string;
  readonly port: number;
}

const COOKIE = 0x2112a442;
const HEADER_BYTES = 20;
const INTEGRITY_BYTES = 24;

/** Types of the attributes that are read or written (RFC 8489 §18.3, RFC 8656 §18.1). */
export const ATTRIBUTE = {
  username: 0x0006,
  integrity: 0x0008,
  errorCode: 0x0009,
  channel: 0x000c,
  lifetime: 0x000d,
  peer: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  relayedAddress: 0x0016,
  mappedAddress: 0x0020,
} as const;

/** True for a whole STUN message, whatever it says. */
export function isStun(message: Buffer): boolean {
  return (
    message.length >= HEADER_BYTES &&
    message.readUInt32BE(4) === COOKIE &&
    message.readUInt16BE(2) === message.length - HEADER_BYTES
  );
}

/** Method and class in one (RFC 8489 §5). */
export function typeOf(message: Buffer): number {
  return message.readUInt16BE(0);
}

/** The value of the first attribute of a type. */
export function valueOf(message: Buffer, type: number): Buffer | null {
  const at = positionOf(message, type);

  return at === null ? null : message.subarray(at + 4, at + 4 + message.readUInt16BE(at + 2));
}

/** The address in an attribute that is hidden from meddling NATs (RFC 8489 §14.2); IPv4 alone. */
export function placeOf(message: Buffer, type: number): Place | null {
  const value = valueOf(message, type);

  if (value?.length !== 8) {
    return null;
  }
  const ip = (value.readUInt32BE(4) ^ COOKIE) >>> 0;

  return {
    address: [24, 16, 8, 0].map((shift) => (ip >>> shift) & 0xff).join('.'),
    port: value.readUInt16BE(2) ^ (COOKIE >>> 16),
  };
}

/** True where the message was signed by who has the key (RFC 8489 §14.5). */
export function isSigned(message: Buffer, key: Buffer): boolean {
  const at = positionOf(message, ATTRIBUTE.integrity);

  if (at === null) {
    return false;
  }
  const signed = Buffer.from(message.subarray(0, at));

  signed.writeUInt16BE(at - HEADER_BYTES + INTEGRITY_BYTES, 2);

  return createHmac('sha1', key)
    .update(signed)
    .digest()
    .equals(message.subarray(at + 4, at + INTEGRITY_BYTES));
}

/** A message in the transaction of another, signed where there is a key. */
export function stunMessage(
  type: number,
  transaction: Buffer,
  attributes: readonly Buffer[],
  key: Buffer | null = null,
): Buffer {
  const body = Buffer.concat(attributes);
  const header = Buffer.alloc(HEADER_BYTES);

  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(body.length + (key === null ? 0 : INTEGRITY_BYTES), 2);
  header.writeUInt32BE(COOKIE, 4);
  transaction.copy(header, 8);

  const message = Buffer.concat([header, body]);

  return key === null
    ? message
    : Buffer.concat([
        message,
        attribute(ATTRIBUTE.integrity, createHmac('sha1', key).update(message).digest()),
      ]);
}

/** What tells an answer's question from all others. */
export function transactionOf(message: Buffer): Buffer {
  return message.subarray(8, HEADER_BYTES);
}

/** One attribute, padded as it has to be. */
export function attribute(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(4 + paddedLength(value.length));

  padded.writeUInt16BE(type, 0);
  padded.writeUInt16BE(value.length, 2);
  value.copy(padded, 4);

  return padded;
}

/** The opposite of `placeOf`. */
export function placeAttribute(type: number, { address, port }: Place): Buffer {
  const value = Buffer.alloc(8);
  const ip = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

  value.writeUInt8(1, 1);
  value.writeUInt16BE((port ^ (COOKIE >>> 16)) & 0xffff, 2);
  value.writeUInt32BE((ip ^ COOKIE) >>> 0, 4);

  return attribute(type, value);
}

function positionOf(message: Buffer, type: number): number | null {
  for (let at = HEADER_BYTES; at + 4 <= message.length;) {
    if (message.readUInt16BE(at) === type) {
      return at;
    }
    at += 4 + paddedLength(message.readUInt16BE(at + 2));
  }

  return null;
}

function paddedLength(length: number): number {
  return Math.ceil(length / 4) * 4;
}
