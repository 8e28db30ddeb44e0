import messages from '../../../extension/assets/_locales/en/messages.json';
import type { WordKey } from '../../../extension/ui/words/words';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The English words, filled as `chrome.i18n.getMessage` fills them, for a plain page that is bundled. */
export function englishWords(key: WordKey, ...substitutions: string[]): string {
  const { message, placeholders = {} }: Message = messages[key];

  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = placeholders[name.toLowerCase()]?.content ?? '';

    return content.replace(
      /\$(\d)/g,
      (_all, index: string) => substitutions[Number(index) - 1] ?? '',
    );
  });
}

/** The same, a third longer, as German is: what does not fit in these does not fit in it. */
export function longWords(key: WordKey, ...substitutions: string[]): string {
  return englishWords(key, ...substitutions).replace(/\p{L}{4,}/gu, (word) =>
    word.padEnd(Math.ceil(word.length * 1.5), 'en'),
  );
}
