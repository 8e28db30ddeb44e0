import type { Dice } from './random';

/** A page in Arabic or Japanese may write all its digits in its own script: as many characters. */
export function inOtherDigits(text: string, lang: string, dice: Dice): string {
  if (lang === 'ar' && !/[a-z]\d|https?:/i.test(text) && dice.happens(0.2)) {
    return text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
  }

  if (lang === 'ja' && !/[a-z]\d|https?:|@/i.test(text) && dice.happens(0.08)) {
    return text.replace(/[\d()+-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  }

  return text;
}
