import { useEffect } from 'preact/hooks';

/** The keys of everything one can do with calls; each is a letter, pressed alone. */
export const KEYS = {
  answer: 'A',
  decline: 'D',
  silence: 'S',
  hangUp: 'E',
  mute: 'M',
  keypad: 'K',
  hold: 'H',
  transfer: 'T',
  addCall: 'N',
  more: 'O',
  swap: 'W',
  connect: 'C',
  back: 'B',
  merge: 'J',
  record: 'R',
  forward: 'F',
  voicemail: 'V',
  reply: 'R',
  busy: 'B',
  unavailable: 'U',
  answerEnding: 'X',
  holdAll: 'L',
  hangUpAll: 'Q',
  pickUp: 'U',
  park: 'P',
} as const;

/** Presses the button that says it has the key, so that what works is always what is shown. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const letter = letterOf(event);

      if (letter === null || event.repeat || isTyping(event) || hasModifier(event)) {
        return;
      }
      const button = document.querySelector<HTMLButtonElement>(
        `button[aria-keyshortcuts="${letter}"]:enabled`,
      );

      if (button !== null) {
        event.preventDefault();
        button.click();
      }
    };

    document.addEventListener('keydown', onKeyDown);

    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** True where keys write text. */
export function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea');
}

/** True for a key that is pressed together with others: those are the browser's. */
export function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.altKey || event.metaKey;
}

/** The letter on the key; where the layout has no Latin letters, that of its place. */
function letterOf({ key, code }: KeyboardEvent): string | null {
  if (/^[a-z]$/i.test(key)) {
    return key.toUpperCase();
  }

  return /\p{L}/u.test(key) && key.length === 1 ? (/^Key([A-Z])$/.exec(code)?.[1] ?? null) : null;
}
