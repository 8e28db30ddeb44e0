import { isValidPhoneNumber } from 'libphonenumber-js/max';
import type { Country, NumberRange } from './country';
import type { Dice } from './random';

/** A phone number as written on a page, and what it is: the label is made with it, not found. */
export interface WrittenNumber {
  readonly written: string;
  readonly e164: string;
  readonly ext: string | null;
  readonly fax?: true;
}

/** The numbers of one page: mostly in one notation, of one town, with one kind of space and dash. */
export class PageNumbers {
  readonly #dice: Dice;
  readonly #country: Country;
  readonly #others: readonly Country[];
  readonly #notation: number;
  readonly #town: number;
  readonly #space: string;
  readonly #dash: string;

  constructor(dice: Dice, country: Country, others: readonly Country[]) {
    this.#dice = dice;
    this.#country = country;
    this.#others = others;
    this.#notation = dice.fraction();
    this.#town = dice.fraction();
    this.#space = dice.happens(0.12) ? dice.pick(['\u00a0', '\u202f', '\u2009']) : ' ';
    this.#dash = dice.happens(0.1) ? dice.pick(['\u2011', '\u2013', '\u2010']) : '-';
  }

  /** The number a template asks for by name, or null when the name is no number's. */
  make(name: string): WrittenNumber | null {
    switch (name) {
      case 'tel':
        return this.#make(this.#dice.happens(0.7) ? 'fixed' : 'mobile', () => true);
      case 'fix':
        return this.#make('fixed', () => true);
      case 'fax':
        return { ...this.#make('fixed', () => true), fax: true };
      case 'mob':
        return this.#make('mobile', () => true);
      case 'free':
        return this.#make('free', () => true);
      case 'nat':
        return this.#make('fixed', isNational);
      case 'intl':
        return this.#make(this.#dice.happens(0.6) ? 'fixed' : 'mobile', isInternational);
      case 'out':
        return this.#abroad();
      case 'raw':
        return this.#digitsOnly();
      case 'e164': {
        const { e164 } = this.#make('mobile', () => true);

        return { written: e164, e164, ext: null };
      }
      case 'telx':
        return this.#withExtension();
      default:
        return null;
    }
  }

  /** Digits that would do as a phone number of this country, for other things' numbers. */
  phoneLike(): string {
    return this.#digitsOnly().written;
  }

  #make(
    kind: 'fixed' | 'mobile' | 'free',
    fits: (form: string) => boolean,
    country = this.#country,
  ): WrittenNumber {
    const ranges = country[kind].filter(({ forms }) => forms.some(fits));
    const range = this.#usual(ranges, this.#town);
    const forms = range.forms.filter(fits);
    const area = this.#usual(range.areas.split(' '), this.#town);
    const form = this.#usual(forms, this.#notation);

    return { ...this.#draw(country, range, area, form), ext: null };
  }

  #draw(
    country: Country,
    range: NumberRange,
    area: string,
    form: string,
  ): { written: string; e164: string } {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      let national = '';
      let written = '';

      for (const sign of form) {
        const own = this.#ownDigits(sign, area, national === area);

        national += own ?? '';
        written += own ?? this.#typeset(sign);
      }

      const e164 = `+${country.code}${national}`;

      if (isValidPhoneNumber(e164)) {
        return { written, e164 };
      }
    }

    throw new Error(`no valid number in +${country.code} ${area}: ${form} of ${range.areas}`);
  }

  /** The digits of the number itself for a sign of the form; null for what is only written. */
  #ownDigits(sign: string, area: string, isFirst: boolean): string | null {
    switch (sign) {
      case 'A':
        return area;
      case 'N':
        return '9';
      case 'Z':
        return '0';
      case 'X':
        return String(this.#dice.between(isFirst ? 2 : 0, 9));
      default:
        return null;
    }
  }

  #typeset(sign: string): string {
    return sign === ' ' ? this.#space : sign === '-' ? this.#dash : sign;
  }

  #usual<T>(choices: readonly T[], habit: number): T {
    const usual = choices[Math.floor(habit * choices.length)];

    return usual !== undefined && this.#dice.happens(0.85) ? usual : this.#dice.pick(choices);
  }

  #abroad(): WrittenNumber {
    const others = this.#others.filter(({ code }) => code !== this.#country.code);

    return this.#make(
      this.#dice.happens(0.6) ? 'fixed' : 'mobile',
      (form) => form.startsWith('+'),
      this.#dice.pick(others),
    );
  }

  #digitsOnly(): WrittenNumber {
    const { written, ...number } = this.#make(
      this.#dice.happens(0.5) ? 'fixed' : 'mobile',
      isNational,
    );

    return { ...number, written: written.replace(/\D/g, '') };
  }

  #withExtension(): WrittenNumber {
    const { written, e164 } = this.#make('fixed', (form) => !form.includes('Z'));
    const ext = String(this.#dice.between(11, 899));
    const tail = this.#dice.pick(this.#country.extensions.split('|')).replace(/E(?![a-z])/, ext);

    return { written: written + tail, e164, ext };
  }
}

function isInternational(form: string): boolean {
  return form.startsWith('+') || form.startsWith('00');
}

function isNational(form: string): boolean {
  return !isInternational(form);
}
