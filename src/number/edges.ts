import type { Stretch } from './candidates';
import { isBookNumber, isIban, passesLuhn } from './check-digits';

/** How much of the text before and after digits is looked at. */
const AROUND = 40;

/** ISO 4217, as far as people write it beside amounts. */
const CURRENCY_CODES =
  'USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|BRL|PLN|SEK|NOK|DKK|ISK|CZK|HUF|RON|BGN|RSD|UAH|RUB|KZT|TRY|ILS|EGP|SAR|AED|QAR|KWD|MAD|TND|ZAR|NGN|KES|GHS|XOF|XAF|FCFA|AUD|CAD|NZD|SGD|HKD|TWD|KRW|THB|VND|IDR|MYR|PHP|PKR|MXN|ARS|CLP|COP|PEN|UYU';
const CURRENCY = `[\\p{Sc}]|${CURRENCY_CODES}|Rs\\.?|Rp\\.?|R\\$|RM|zł|kr\\.?|руб\\.?`;
/** Names that follow an amount, in whatever case they have. */
const CURRENCY_NAMES =
  'euros?|euroa|dollars?|dollari|cents?|pounds?|yen|yuan|won|reais|pesos|francs?|franken|crore|lakh|rupees|rupiah|ringgit|baht|lei|forint|korun|kronor|kroner|złotych|lira|dirhams?|riyals?|shekels?|рублей|рубля|гривен|ευρώ|ريال|جنيه|درهم|دينار|שקל(?:ים)?|ש"ח|บาท';
const MONEY_BEFORE = new RegExp(`(?:^|[^\\p{L}])(?:${CURRENCY})\\s?$`, 'u');
/** A price that follows the number with a space is another thing: `650-253-0000 $20`. */
const MONEY_AFTER = new RegExp(
  `^(?:[\\p{Sc}]|\\s[\\p{Sc}](?!\\s?\\d)|\\s?(?:${CURRENCY_CODES}|zł|руб|грн|TL|лв|Ft|Kč|kr)(?![\\p{L}\\d]|\\s?\\d)|\\s(?:${CURRENCY_NAMES})(?![\\p{L}])|\\s?[円元원](?![\\p{L}]))`,
  'iu',
);
const UNIT_AFTER =
  /^(?:\s?(?:%|°|‰|[kmcµn]m[²³]?|k?m\/h|m\/s|mph|[kmg]?hz|ghz|mhz|khz|[kmgt]i?b|bytes?|bits?|bps|[km]?g|mg|lbs?|oz|[km]?w|kwh|mwh|k?v|nm|rpm|psi|mbar|hpa|m²|m³|ml|cl|dpi|px|pt|fps|ms|sec|secs|seconds?|minutes?|hrs|hours?|days?|pcs|pieces|units?|items?|rows?|records?|views?|votes?|followers|subscribers|users|visitors|people|inhabitants|residents|points?|pts|miles?|feet|stück|stk|einwohner|stimmen|personen|tage|stunden|aufrufe|habitants|voix|vues|unités|unidades|votos|habitantes|visitas|abitanti|voti|pezzi|inwoners|stuks|stemmen|mieszkańców|sztuk|szt|adet|kişi|oy|invånare|röster|штук|шт|человек|голосов|просмотров|жителей|осіб|kpl|asukasta|innbyggere|indbyggere|db|darab|lakos|fő|buc|bucăți|locuitori|obyvatel|ks|kusů|κάτοικοι|τεμάχια|κιλά|قطعة|نسمة|תושבים|יחידות|orang|buah|rubles)(?![\p{L}\d])|\s?[個人件票枚台回次名개명건대](?![\p{L}]))/iu;
/** `4155552671 is prime`. */
const MATHS_AFTER =
  /^\s(?:is|ist|est|es|è|é)\s(?:an?\s|eine?\s|un\s)?(?:prime|prim|premier|primo|primzahl|even|odd|integer|divisible|perfect|square)/i;

/** `G: 0532 ..`, `W 415 ..`: a letter that is the next number's label, not grams or watts; Slavic `w`, `v`: in. */
const LABEL_AFTER = /^\s{0,2}[A-Z](?:\.?:|\.? ?[+(\d])|^ [a-z] \p{Ll}/u;

/** What follows on the same line: the next line is about something else. */
function onLine(after: string): string {
  return /^[^\n]*/.exec(after)?.[0] ?? '';
}

/** `id=`, `img_`, `#`, `8,`, `sqrt(`: what stands glued to digits that are a code. */
const CODE_BEFORE = /(?:[_#@&$^]|=\s?"?|=\s?'|\d[.,:']|\d\s?[*×÷]\s?|\d-|\\|[}\]{]\s?)$/;
const CALL_BEFORE = /[A-Za-z_]\w*\($/;
/** `-B`, `_2`, `.jpg`, `%`, `:8080`, and more digits of a longer number. */
const CODE_AFTER = /^(?:-[A-Za-z]\b|_|\.[a-z]{2,4}\b(?!\s)|%|:\d|[.,']\d|-?\d|\s?[*×÷=^]\s?\d|@|&)/;

/** Letters of Latin script glued to digits make them a code; other scripts have no spaces. */
const LATIN = /^[\p{Script=Latin}\p{M}]/u;
const LATIN_END = /\p{Script=Latin}\p{M}*$/u;

/** What stands around digits, for the rules that need it. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** The text around a stretch. */
export function surroundingsOf(text: string, { start, end }: Stretch): Surroundings {
  return {
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  };
}

/** Whether digits are cut out of something longer: a word, a price, a code. */
export function isPartOfSomething(written: string, { before, after }: Surroundings): boolean {
  const opens = /^[+([]/.test(written);

  return (
    LATIN.test(after) ||
    (!opens && LATIN_END.test(before)) ||
    // `USD +1 415 ..`: nobody writes a plus before a price.
    (!written.startsWith('+') && MONEY_BEFORE.test(before)) ||
    MONEY_AFTER.test(onLine(after)) ||
    (/[\d)]\+$/.test(before) && !opens) ||
    (/\d$/.test(before) && written.startsWith('+')) ||
    /^\+\d/.test(after)
  );
}

/** Whether what is glued to digits makes them a code, a measure or a sum. */
export function isCode(written: string, { before, after }: Surroundings): boolean {
  return (
    CODE_BEFORE.test(before) ||
    CALL_BEFORE.test(before) ||
    CODE_AFTER.test(after) ||
    (UNIT_AFTER.test(onLine(after)) && !LABEL_AFTER.test(after)) ||
    MATHS_AFTER.test(onLine(after)) ||
    // RR 473 124 829 CN: a parcel (UPU S10).
    (/(?:^|[^A-Za-z])[A-Z]{2} ?$/.test(before) &&
      /^ ?[A-Z]{2}(?![A-Za-z])/.test(after) &&
      /^\d{3} ?\d{3} ?\d{3}$/.test(written)) ||
    // 1Z 999 AA1 01 ..: a parcel of UPS, in its groups
    /(?:^|[^A-Za-z\d])1Z ?[\dA-Z]{3}[\dA-Z ]*$/.test(before) ||
    // [1, 4155552671, 3]: a list in a program
    (/\[[\d.,\s]*$/.test(before) && /^\d+$/.test(written) && /^\s?[,\]]/.test(after)) ||
    // JIRA-4155552671, SKU-030: a key in capitals.
    /(?:^|[^\p{L}])[A-Z][A-Z\d]{1,9}-$/u.test(before) ||
    /(?:\.\.|\d\s?x|\d\s[+*]\s)$/i.test(before)
  );
}

/** In `https://shop.example/p/4155552671` the digits are a path's, unless the address is a phone's. */
export function isInsideAddress({ before, after }: Surroundings): boolean {
  const word = /\S*$/.exec(before)?.[0] ?? '';

  if (
    /^[\w.-]*@[\w-]+\.\w/.test(after) ||
    /^[\w-]*\.(?:html?|php|aspx?|jpe?g|png|pdf|txt)\b/i.test(after)
  ) {
    return true;
  }

  return (
    /:\/\/|^www\.|\.[a-z]{2,}\/|^\/[\w%-]+\//i.test(word) &&
    !/(?:wa\.me\/|tel:|phone=)\+?$/i.test(word)
  );
}

/** Digits with a check digit that no chance makes: cards in rows or fours, books, accounts. */
export function hasCheckDigits(text: string, { start, end }: Stretch): boolean {
  const before = /[\dA-Z -]*$/.exec(text.slice(Math.max(0, start - AROUND), start))?.[0] ?? '';
  const after = /^[\dA-Z -]*/.exec(text.slice(end, end + AROUND))?.[0] ?? '';
  const digitsBefore = /[\d -]*$/.exec(before)?.[0] ?? '';
  const digitsAfter = /^[\d -]*/.exec(after)?.[0] ?? '';
  const run = `${digitsBefore}${text.slice(start, end)}${digitsAfter}`.trim();
  const digits = run.replace(/\D/g, '');

  return (
    (/^(?:\d{13,19}|\d{4}(?:[ -]\d{4}){3}|\d{4}[ -]\d{6}[ -]\d{5})$/.test(run) &&
      passesLuhn(digits)) ||
    isBookNumber(digits) ||
    isInsideIban(before, text.slice(start, end), after)
  );
}

function isInsideIban(before: string, written: string, after: string): boolean {
  const [, head] = /(?:^|[^A-Z\d])([A-Z]{2}\d{2}[A-Z\d -]*)$/.exec(before) ?? [];

  if (head === undefined) {
    return false;
  }

  const groups = `${head}${written}${after}`.trim().split(/[ -]+/);

  // What follows an IBAN may look like more of it.
  return groups.some((_, place) => isIban(groups.slice(0, groups.length - place).join('')));
}
