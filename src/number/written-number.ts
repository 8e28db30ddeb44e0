/**
 * Country calling codes of one and two digits (ITU-T E.164, list of 2016); all others have three.
 */
const CALLING_CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(?=\d)/;

/**
 * A number in international form, grouped the way it stands on the page: needs no metadata, so a
 * page's script can afford it.
 */
export function internationalForm(written: string, e164: string): string {
  const code = CALLING_CODE.exec(e164.slice(1))?.[0] ?? '';
  const national = e164.slice(1 + code.length);
  const groups = groupsAtEnd(written, national.length);
  const isAsWritten = groups.join('') === national && groups.length > 1;

  return [`+${code}`, ...(isAsWritten ? groups : grouped(code, national))]
    .filter((group) => group !== '+' && group !== '')
    .join(' ');
}

/** Groups where the text has none: North America's are the same for every number. */
function grouped(code: string, national: string): string[] {
  const [, ...groups] = /^(\d{3})(\d{3})(\d{4})$/.exec(code === '1' ? national : '') ?? [];

  return groups.length > 0 ? groups : [national];
}

/** The last `count` digits of a text, in the groups it has them in. */
function groupsAtEnd(written: string, count: number): string[] {
  const groups: string[] = [];
  let left = count;

  for (const group of (written.match(/\d+/g) ?? []).reverse()) {
    if (left <= 0) {
      break;
    }
    groups.unshift(group.slice(-left));
    left -= group.length;
  }

  return groups;
}
