import type { Snippet } from './snippet';

/** What all chance in the corpus comes from. */
export const SEED = 'offhook-2026';

/** The file of the corpus: one snippet a line, so that a change shows as the lines it changes. */
export function corpusFile(snippets: readonly Snippet[]): string {
  return `[\n${snippets.map((snippet) => JSON.stringify(snippet)).join(',\n')}\n]\n`;
}
