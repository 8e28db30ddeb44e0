/**
 * What is dialled for a number abroad, where it is not the `00` of ITU-T E.123 §3.2: from the
 * national numbering plans. Where each carrier has a prefix of its own, the best known.
 */
const PREFIXES: Readonly<Record<string, string>> = {
  '011': 'AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MH MP MS PR PW SX TC TT US VC VG VI',
  '810': 'BY KZ RU TJ TM',
  '0011': 'AU CC CX',
  '001': 'GY HK KH KR MN SG TH',
  '002': 'TW',
  '000': 'KE TZ UG',
  '009': 'NG',
  '010': 'JP',
  '020': 'MU',
  '119': 'CU',
  '0': 'CV WS',
};

/** What people of a country dial for a number abroad: `00`, in North America `011`. */
export function internationalPrefixOf(country: string): string {
  const [prefix = '00'] =
    Object.entries(PREFIXES).find(([, countries]) => countries.split(' ').includes(country)) ?? [];

  return prefix;
}
