import type { Country } from './country';
import { FACTS } from './facts';
import { PageNumbers } from './numbers';
import type { Dice } from './random';
import type { LabelledNumber } from './snippet';

const RIGHT_TO_LEFT = ['he', 'ar'];

/** Where a template is filled in. */
export interface Setting {
  readonly dice: Dice;
  readonly country: Country;
  readonly others: readonly Country[];
  readonly lang: string;
}

/**
 * Fills a template: `[[...]]` stands in half of the pages, `<<a|b>>` is one of both, `{{tel}}` is a
 * labelled phone number and `{{date}}` a fact. Labels are counted while writing.
 */
export function fill(
  template: string,
  { dice, country, others, lang }: Setting,
): { text: string; numbers: LabelledNumber[] } {
  const page = new PageNumbers(dice, country, others);
  const numbers: LabelledNumber[] = [];
  // Text from right to left turns a plus to the wrong end, unless a mark holds it: outside the number.
  const mark = RIGHT_TO_LEFT.includes(lang) && dice.happens(0.15) ? '\u200e' : '';
  let text = '';

  for (const piece of choose(template, dice).split(/(\{\{[^{}]+\}\})/)) {
    const slot = /^\{\{([a-z0-9]+)(?::(.*))?\}\}$/.exec(piece);

    if (slot === null) {
      text += piece;
      continue;
    }

    const [, name = '', detail = ''] = slot;
    const number = page.make(name);

    if (number === null) {
      text += name === 'like' ? page.phoneLike() : fact(name, detail, { dice, country, lang });
      continue;
    }

    const { written, ...what } = number;

    text += mark;
    numbers.push({ start: text.length, end: text.length + written.length, ...what });
    text += written;
  }

  return { text, numbers };
}

function fact(
  name: string,
  detail: string,
  { dice, country, lang }: Pick<Setting, 'dice' | 'country' | 'lang'>,
): string {
  const make = FACTS[name];

  if (make === undefined) {
    throw new Error(`no fact is called ${name}`);
  }

  return make(dice, country, detail, lang);
}

function choose(template: string, dice: Dice): string {
  return template
    .replace(/\[\[([\s\S]*?)\]\]/g, (_, part: string) => (dice.happens(0.5) ? part : ''))
    .replace(/<<([^<>]*)>>/g, (_, choices: string) => dice.pick(choices.split('|')));
}
