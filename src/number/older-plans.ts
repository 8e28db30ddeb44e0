/**
 * Numbers of plans that were replaced a few years ago, by calling code: they are gone from the
 * metadata, and still stand on pages. They are dialled as written; what a carrier makes of them is
 * its own business.
 */
const OLDER_PLANS: Readonly<Record<string, RegExp>> = {
  // Côte d'Ivoire: eight digits until January 2021, ten since.
  '225': /^(?:[0457]\d|2[0-4]|3[0-6]|6[07]|8[4-9]|9[78])\d{6}$/,
  // Benin: eight digits until November 2024; 01 goes before them since.
  '229': /^(?:2[0-3]|[4-69]\d|8[15])\d{6}$/,
  // Zimbabwe: area codes of one to three digits, Harare's the 4; nine digits in all since.
  '263': /^(?:4\d{6}|9\d{5,6}|[12356]\d{6,7})$/,
};

/** Whether a country had such a number in the plan before its present one. */
export function wasNumber(callingCode: string, nationalNumber: string): boolean {
  return OLDER_PLANS[callingCode]?.test(nationalNumber) === true;
}
