/** The methods this phone answers with something else than 405 (RFC 3261 §20.5). */
const ALLOWED_METHODS: readonly string[] = [
  'INVITE',
  'ACK',
  'CANCEL',
  'BYE',
  'UPDATE',
  'PRACK',
  'OPTIONS',
  'INFO',
  'NOTIFY',
  'REFER',
  'MESSAGE',
];

/** The message with our own list of methods where it has one; bodies are left alone. */
export function withOwnAllow(message: string): string {
  const headEnd = message.indexOf('\r\n\r\n');
  const head = headEnd === -1 ? message : message.slice(0, headEnd);

  return (
    head.replace(/^Allow:[^\r\n]*/gim, `Allow: ${ALLOWED_METHODS.join(', ')}`) +
    message.slice(head.length)
  );
}
