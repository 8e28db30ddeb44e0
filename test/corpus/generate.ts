/** Writes the corpus again: `npx tsx test/corpus/generate.ts`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeSnippets } from './make-snippets';
import { corpusFile, SEED } from './corpus-file';

const path = fileURLToPath(new URL('snippets.json', import.meta.url));

writeFileSync(path, corpusFile(makeSnippets(SEED)));
