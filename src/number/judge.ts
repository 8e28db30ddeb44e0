import type { Stretch } from './candidates';
import {
  hasCheckDigits,
  isCode,
  isInsideAddress,
  isPartOfSomething,
  surroundingsOf,
} from './edges';
import { labelBefore, type Label } from './label';
import type { KnownNumber } from './number-reader';
import { isDate, isOtherForm } from './other-forms';

/** What digits that could be dialled are, going by how and where they stand. */
export type Verdict = 'phone' | 'fax' | 'other';

/**
 * Judges digits that are a number of some numbering plan: words decide before form, since only the
 * words tell an invoice from a phone.
 */
export function judge(
  text: string,
  stretch: Stretch,
  endWithExtension: number,
  number: KnownNumber,
): Verdict {
  const written = text.slice(stretch.start, stretch.end);
  const around = surroundingsOf(text, { start: stretch.start, end: endWithExtension });

  if (isPartOfSomething(written, around) || isInsideAddress(around)) {
    return 'other';
  }
  if (/^ ?(?:\((?:tele)?fax\)|(?:tele)?fax(?=[.;)]|$))/i.test(around.after)) {
    return 'fax';
  }

  if (isDate(written)) {
    return 'other';
  }

  const label = labelBefore(text, stretch.start);
  const isCalled = (label.kind === 'phone' || label.kind === 'fax') && label.distance <= 3;
  const called = label.kind === 'fax' && label.distance <= 1 ? 'fax' : 'phone';

  if (/^[([]?\+/.test(written)) {
    return called;
  }
  // Four digits are a year or a price, unless they are called a phone.
  if (/^\D*\d{4}\D*$/.test(written) && !(isCalled && label.distance === 0)) {
    return 'other';
  }
  if (hasCheckDigits(text, stretch) && !(isCalled && label.distance === 0)) {
    return 'other';
  }
  if (isCalled && label.distance === 0) {
    return isCode(written, { ...around, before: '' }) && !isGrouped(written) ? 'other' : called;
  }
  if (isLabelledOther(label, number, written, /[:：]\s*$/.test(around.before))) {
    return 'other';
  }
  if (isCode(written, around) || isOtherForm(written)) {
    return 'other';
  }

  return called;
}

const HOLDS_YEAR = /(?:^|\D)20\d\d(?:\D|$)/;

/** The further a word like `order` is, the more digits must look like a mere number to be one. */
function isLabelledOther(
  label: Label,
  number: KnownNumber,
  written: string,
  hasColon: boolean,
): boolean {
  if (label.kind === 'weak') {
    return label.distance === 0 && !(hasColon && isGrouped(written) && !HOLDS_YEAR.test(written));
  }
  if (label.kind !== 'other') {
    return false;
  }
  if (label.distance === 0) {
    return true;
  }

  const looksLikePhone = number.isWrittenAsUsual && isGrouped(written);

  // `Claims department 020 ..`, but `Container MSKU 212 ..`: a trunk 0 or a bracket is a phone's.
  const most = /^[(0]/.test(written) ? 0 : 1;

  return label.distance <= (looksLikePhone ? most : 3);
}

function isGrouped(written: string): boolean {
  return /\d[^\d]+\d/.test(written);
}
