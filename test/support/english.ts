import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const FILE = join(__dirname, '../../extension/assets/_locales/en/messages.json');
const MESSAGES = new Map(
  existsSync(FILE)
    ? Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Message>)
    : [],
);

/** What `i18n.getMessage` says in an English browser; empty for a key that does not exist. */
export function englishFor(key: string, substitutions: string | readonly string[] = []): string {
  const found = MESSAGES.get(key);
  const given = [substitutions].flat();
  const numbered = (text: string) =>
    text.replace(/\$([1-9])/g, (_whole, digit: string) => given[Number(digit) - 1] ?? '');

  return numbered(
    (found?.message ?? '').replace(/\$(\w*[A-Za-z_@]\w*)\$/g, (_whole, name: string) =>
      numbered(found?.placeholders?.[name.toLowerCase()]?.content ?? ''),
    ),
  );
}
