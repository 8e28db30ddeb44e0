/**
 * How a range of numbers is written. `A` stands for one of the areas, `X` for a digit of the
 * subscriber, `N` and `Z` for a 9 and a 0 of the number itself; all other digits are prefixes one dials.
 */
export interface NumberRange {
  readonly areas: string;
  readonly forms: readonly string[];
}

/** What a page of one country writes, and how: lists are separated by `|`. */
export interface Country {
  /** The calling code. */
  readonly code: string;
  readonly fixed: readonly NumberRange[];
  readonly mobile: readonly NumberRange[];
  readonly free: readonly NumberRange[];
  /** How an extension follows a number; `E` is the extension. */
  readonly extensions: string;
  /** `D` `M` `Y` with leading zeros, `d` `m` `y` without. */
  readonly date: string;
  /** Where the amount stands: `0 €`. */
  readonly price: string;
  readonly group: string;
  readonly decimal: string;
  /** Shapes of postcode and city: `##### Berlin`. */
  readonly places: string;
  readonly streets: string;
  readonly vat: string;
  /** Tax and company numbers, with the names they have. */
  readonly taxes: string;
  /** Numbers of persons, with the names they have; may be none. */
  readonly personal: string;
  readonly plates: string;
  /** Shape of the account part of an IBAN, or of a whole account number where there is none. */
  readonly account: string;
  readonly hasIban: boolean;
  readonly domain: string;
}

/** A range in few words: the areas, and the forms separated by `|`. */
export function range(areas: string, forms: string): NumberRange {
  return { areas, forms: forms.split('|') };
}
