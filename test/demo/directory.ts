/** One line of the company directory: a number as it is written there, and who answers. */
export interface Entry {
  readonly office: string;
  readonly line: string;
  /** As it stands on the page. */
  readonly written: string;
  /** As it is dialled. */
  readonly e164: string;
  /** The link it is, if it is one; plain text otherwise. */
  readonly href: string | null;
  /** The target of the embedded PBX behind it. */
  readonly target: string;
  /** What happens when it is called. */
  readonly does: string;
}

/**
 * The directory. Every number is one that its country's regulator keeps free for stories like
 * this (+1 xxx 555 01xx, +44 20 7946 0xxx, +49 30 23125 xxx, +33 1 99 00 xx xx, +46 8 465 004 xx,
 * +61 2 5550 xxxx), so that nobody is called by mistake from another phone.
 */
export const DIRECTORY = {
  echo: {
    office: 'Portland, Oregon',
    line: 'Front desk',
    written: '(503) 555-0142',
    e164: '+15035550142',
    href: null,
    target: 'echo',
    does: 'Answers and repeats every word you say. The quickest way to hear your own line.',
  },
  menu: {
    office: 'London',
    line: 'Orders & deliveries',
    written: '+44 (0)20 7946 0321',
    e164: '+442079460321',
    href: null,
    target: 'menu',
    does: 'A voice menu: open the keypad and press keys. Each one answers with a tone of its own.',
  },
  busy: {
    office: 'Berlin',
    line: 'Timber yard',
    written: '+49 30 23125-118',
    e164: '+493023125118',
    href: null,
    target: 'busy',
    does: 'Always busy.',
  },
  early: {
    office: 'Paris',
    line: 'Showroom',
    written: '+33 1 99 00 12 34',
    e164: '+33199001234',
    href: null,
    target: 'early',
    does: 'Plays an announcement before anyone answers, then answers.',
  },
  declined: {
    office: 'Stockholm',
    line: 'Accounts',
    written: '+46 8 465 004 12',
    e164: '+46846500412',
    href: null,
    target: 'declined',
    does: 'Declines every call. Accountants.',
  },
  noAnswer: {
    office: 'Sydney',
    line: 'Night watch',
    written: '+61 2 5550 1234',
    e164: '+61255501234',
    href: null,
    target: 'noanswer',
    does: 'Rings and rings. Hang up when you have heard enough.',
  },
  callBack: {
    office: 'Toronto',
    line: 'Call me back',
    written: '416.555.0199',
    e164: '+14165550199',
    href: 'tel:+1-416-555-0199',
    target: 'callback-3',
    does: 'Beeps, hangs up, and rings you three seconds later. Answer from the notification.',
  },
  colleague: {
    office: 'London',
    line: 'Help a colleague',
    written: '020 7946 0654',
    e164: '+442079460654',
    href: 'tel:+44-20-7946-0654',
    target: 'colleague-204',
    does: 'Beeps, hangs up, and rings at Erin’s desk instead. Pick the call up in the popup, under Team.',
  },
} as const satisfies Record<string, Entry>;

/** The name of a line of the directory. */
export type EntryName = keyof typeof DIRECTORY;

/** The visitor's colleagues. */
export const TEAM = [
  { number: '204', name: 'Erin, Orders' },
  { number: '205', name: 'Dave, Accounts' },
  { number: '206', name: 'Frank, Workshop' },
] as const;
/** What the visitor dials to hear the mailbox. */
export const MAILBOX = '*97';

/** What the PBX needs to know of the directory: which number reaches which target. */
export const DIALLED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(DIRECTORY).map(({ e164, target }) => [e164, target]),
);
