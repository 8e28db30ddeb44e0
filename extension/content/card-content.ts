/** What a card shows: a number that can be called, or words, and what can be done about either. */
export interface CardContent {
  /** A number, written from left to right in every language; null if there are words only. */
  readonly number: string | null;
  /** What else there is to know of it, in small: its country, its extension. */
  readonly note: string | null;
  readonly warning: string | null;
  /** What a screen reader says when the card comes up, if it is to say something. */
  readonly announcement: string | null;
  readonly actions: readonly CardAction[];
  /** What is seldom wanted, behind a button of its own. */
  readonly more: CardMore | null;
}

/** How a button looks: `call` is the one that the card is there for. */
export type CardLook = 'call' | 'plain' | 'copy';

/** A button of the card. */
export interface CardAction {
  readonly word: string;
  /** What a screen reader says for it. */
  readonly name: string;
  readonly look: CardLook;
  readonly act: () => void;
}

/** What the card offers seldom, behind one button. */
export interface CardMore {
  readonly name: string;
  readonly actions: readonly CardAction[];
}

/** A card of words alone. */
export function saying(words: string, actions: readonly CardAction[] = []): CardContent {
  return { number: null, note: words, warning: null, announcement: null, actions, more: null };
}
