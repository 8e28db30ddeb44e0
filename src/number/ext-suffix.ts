/** The words of an extension, `x` and `#` apart, in the languages that have one of their own. */
const WORD =
  'e?xtn?|e?xt?ensi[oó]n|ext\\.?|extens[aã]o|int(?:erno|erne|erior|ernnr)?|poste|anexo|ramal|durchwahl|dw|klappe|kl|app(?:arat)?|nst|nebenstelle|toestel|wewn?(?:ętrzny)?|w\\.|доб(?:авочный)?|внутр?|dahili|linka|anknytning|ankn|lokal|lok|linje|mellék|pesawat|εσωτ(?:ερικό)?|alanumero|შიდა|内線|分机|分機|轉|转|내선|שלוחה|تحويلة|داخلي';
const EXTENSION = new RegExp(
  `^(?:;ext=(\\d{1,15})|[ ]{0,2}[,，;(-]?[ ]{0,2}(?:${WORD})[:.．]?[ ]{0,2}[.:=]?[ -]{0,2}(\\d{1,9})|[ ]{0,2},?[ ]{0,2}(?:[x#~])[:.]?[ ]{0,4}(\\d{1,9}))#?(?![\\d\\p{L}]|-\\d)`,
  'iu',
);

/** An extension right after a number, and how long it stands there. */
export interface Extension {
  readonly digits: string;
  readonly length: number;
}

/** The extension that a text (what follows a number, in ASCII) begins with. */
export function extensionIn(after: string): Extension | null {
  const found = EXTENSION.exec(after);
  const digits = found?.[1] ?? found?.[2] ?? found?.[3];

  if (found === null || digits === undefined) {
    return null;
  }

  const [written] = found;
  // `(dahili: 79)`: the bracket closes what it opened.
  const closes = written.includes('(') && after.startsWith(')', written.length);

  return { digits, length: written.length + (closes ? 1 : 0) };
}
