import type { Stretch } from './candidates';

/** How much of the text before and after a number is looked at. */
const AROUND = 30;

/** Forms of digits that the finder takes for national numbers, by the whole of what it found. */
const OTHER_FORMS: readonly RegExp[] = [
  // 05.10.1986, 25 04 1945
  /^(?:0?[1-9]|[12]\d|3[01])([./ -])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d$/,
  // 3/8/15, 03.08.15-04.08.15; with spaces it may be a short number, 22 12 34 in Greenland
  /^(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|1[0-2])\1\d\d(?:\s*-\s*\d{1,2}\1\d{1,2}\1\d{2,4})?$/,
  // 2015-03-25, 20150325T...
  /^(?:19|20)\d\d([./ -])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])/,
  // 08.06 - 22.06, 19.30 - 21.15: days or times
  /^\d{1,2}[.:]\d{2}\s*-\s*\d{1,2}[.:]\d{2}$/,
  // 1979-2011, 2015 - 03/2016
  /^(?:19|20)\d\d\s*[-/]\s*(?:\d\d\/)?(?:19|20)\d\d(?!\d)/,
  // 52.3702157: degrees, or any other decimal fraction
  /^(?:\d{1,2}|1[0-7]\d)\.\d{5,}(?![\d.])/,
  // 3.0.15 3.1.7: versions
  /^\d{1,2}\.\d{1,2}\.\d{1,2}(?: \d{1,2}\.\d{1,2}\.\d{1,2})+$/,
  // 12.1 - 23.71 - 23.45
  /^\d+\.\d+(?: - \d+\.\d+)+$/,
];

/** 192.168.0.1, with room for the misprint 999. Four pairs of digits may be a Danish number. */
const IP_ADDRESS = /^(?!\d\d(?:\.\d\d){3}$)\d{1,3}(?:\.\d{1,3}){3}$/;

const CURRENCY = '[$€£¥₹₽]|USD|EUR|GBP|CHF|JPY|INR|BRL|PLN';
const MONEY_BEFORE = new RegExp(`(?:${CURRENCY})\\s?$`);
const MONEY_AFTER = new RegExp(`^\\s?(?:${CURRENCY}|Euros?\\b|dollars?\\b|cents?\\b)`, 'i');

/** `id=`, `data-id="`, `img_`, `#`, `8,`: what stands glued to digits that are a code. */
const CODE_BEFORE = /(?:[=_#@]|="|\d[.,:]|\d-)$/;
/** `-B`, `_2`, `.jpg`, `%`, `:8080`, and more digits of a longer number. */
const CODE_AFTER = /^(?:-[A-Za-z]\b|_|\.[a-z]{2,4}\b|%|:\d|[.,]\d|\d)/;

/** Whether what the finder found is some other thing that is written in digits. */
export function isFalseHit(text: string, { start, end }: Stretch): boolean {
  const found = text.slice(start, end);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);

  // Dashes, dots and money come with national numbers; nobody writes a plus before the rest.
  if (/^\(?\+/.test(found)) {
    return isInsideAddress(before);
  }

  return (
    OTHER_FORMS.some((form) => form.test(found)) ||
    IP_ADDRESS.test(found) ||
    MONEY_BEFORE.test(before) ||
    MONEY_AFTER.test(after) ||
    CODE_BEFORE.test(before) ||
    CODE_AFTER.test(after) ||
    isInsideAddress(before) ||
    isCardNumber(text, start, end)
  );
}

/** In `https://shop.example/p/4155552671` the digits are a path's, unless the address is a phone's. */
function isInsideAddress(before: string): boolean {
  const word = /\S*$/.exec(before)?.[0] ?? '';

  return /:\/\/|^www\.|\.[a-z]{2,}\//i.test(word) && !/(?:wa\.me\/|tel:|phone=)$/i.test(word);
}

/** 13 to 19 digits in one row or in fours, whose check digit is right (ISO/IEC 7812-1). */
function isCardNumber(text: string, start: number, end: number): boolean {
  const before = /[\d -]*$/.exec(text.slice(Math.max(0, start - AROUND), start))?.[0] ?? '';
  const after = /^[\d -]*/.exec(text.slice(end, end + AROUND))?.[0] ?? '';
  const run = `${before}${text.slice(start, end)}${after}`.trim();

  return /^(?:\d{13,19}|\d{4}(?:[ -]\d{4}){3})$/.test(run) && passesLuhn(run.replace(/\D/g, ''));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;

  for (let place = 0; place < digits.length; place++) {
    const value = Number(digits.at(-1 - place)) * (place % 2 === 1 ? 2 : 1);

    sum += value > 9 ? value - 9 : value;
  }

  return sum % 10 === 0;
}
