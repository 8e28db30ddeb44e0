import { createContext, type ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type messages from '../../assets/_locales/en/messages.json';

/** A key of `_locales`: every word the user sees has one. */
export type WordKey = keyof typeof messages;

/** The user's words for a key, with its placeholders filled. */
export type Words = (key: WordKey, ...substitutions: string[]) => string;

/** What every component may ask of the page it stands in. */
export interface Surroundings {
  readonly t: Words;
  readonly nowMs: () => number;
  /** BCP 47, for dates and times. */
  readonly locale: string;
}

const Context = createContext<Surroundings | null>(null);

/** Gives a page's components their words, clock and locale. */
export function SurroundingsProvider({
  children,
  t,
  nowMs,
  locale,
}: Surroundings & { children: ComponentChildren }) {
  // The same object as long as it says the same: a new one makes every component anew that reads it.
  const surroundings = useMemo(() => ({ t, nowMs, locale }), [t, nowMs, locale]);

  return <Context.Provider value={surroundings}>{children}</Context.Provider>;
}

/** The words, clock and locale of the page. */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);

  if (surroundings === null) {
    throw new Error('a component outside of SurroundingsProvider');
  }

  return surroundings;
}

/** The words function of the page. */
export function useWords(): Words {
  return useSurroundings().t;
}
