import type messages from '../assets/_locales/en/messages.json';

/** A key of `_locales`: every word the user sees has one. */
export type WordKey = keyof typeof messages;

/** The user's words for a key, with its placeholders filled. */
export type Words = (key: WordKey, ...substitutions: string[]) => string;
