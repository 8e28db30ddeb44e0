import browser from 'webextension-polyfill';
import type messages from '../assets/_locales/en/messages.json';

/** A key of `_locales`: every word the user sees has one. */
export type WordKey = keyof typeof messages;

/** The user's words for a key, in the browser's language, with its placeholders filled. */
export function words(key: WordKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}
