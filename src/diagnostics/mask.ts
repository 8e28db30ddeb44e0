/** Fields that name people; in these a name stands before `<` (RFC 3261 §20.10). */
const NAMING =
  /^(?:From|To|Contact|Reply-To|Refer-To|Referred-By|P-[\w-]+|Remote-Party-ID|Diversion|History-Info)$/;
/** Fields whose words are the phone system's own: it may put a number there, or a name. */
const WORDY = /^(?:Reason|Warning)$/;

/** Puts `party-1`, `party-2` … in the place of numbers and names: the same one for the same party. */
export class Mask {
  readonly #labels = new Map<string, string>();
  readonly #self: string | null;
  #parties = 0;

  /** @param self the user's own number or name, which is `me`. */
  constructor(self: string | null) {
    this.#self = self === null ? null : keyOf(self);
  }

  /** The label of a number, or of the user part of an address. */
  party(user: string): string {
    const key = keyOf(user);

    if (key === this.#self) {
      return 'me';
    }
    const known = this.#labels.get(key);

    if (known !== undefined) {
      return known;
    }
    this.#parties += 1;
    const label = `party-${this.#parties}`;

    this.#labels.set(key, label);

    return label;
  }

  /** A SIP message out of which secrets are taken already, without numbers and names. */
  message(text: string): string {
    return text
      .split('\n')
      .map((line) => this.#addresses(withoutNames(line)))
      .join('\n');
  }

  #addresses(line: string): string {
    return line
      .replace(
        /\b(sips?:)([^@\s<>;"]+)(?=[^@\s<>"]*@)/gi,
        (_, scheme: string, user: string) => `${scheme}${this.party(user)}`,
      )
      .replace(
        /\b(tel:)([+*#\w().-]+)/gi,
        (_, scheme: string, number: string) => `${scheme}${this.party(number)}`,
      );
  }
}

function withoutNames(line: string): string {
  const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];

  if (NAMING.test(name)) {
    return `${name}: ${value.replace(/(^|, *)(?:"(?:[^"\\]|\\.)*"|[^\s"<>,;:][^"<>,;:]*?)( *<)/g, '$1"…"$2')}`;
  }
  if (WORDY.test(name)) {
    return `${name}: ${value.replace(/"[^"]*"/g, '"…"').replace(/\+?\d{4,}/g, '…')}`;
  }

  return line;
}

/** `+1 (212) 555-0123` is `+12125550123`, and `%23` is `#`. */
function keyOf(user: string): string {
  const plain = user.trim().toLowerCase().replace(/%23/g, '#');

  return /^[+\d*#()./ -]+$/.test(plain) ? plain.replace(/[^+\d*#]/g, '') : plain;
}
