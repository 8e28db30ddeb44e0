import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snippet } from './snippet';

/** Where the corpus is, from the root of the project. */
export const CORPUS_PATH = 'test/corpus/snippets.json';

/** The corpus as committed: our own generator wrote the file, so its form is known. */
export function readCorpus(root: string = process.cwd()): Snippet[] {
  return JSON.parse(readFileSync(join(root, CORPUS_PATH), 'utf8')) as Snippet[];
}
