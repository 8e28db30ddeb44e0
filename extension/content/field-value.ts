import { FIELDS } from './places';

/** More than this no number needs, and no message should carry. */
const MOST_LENGTH = 200;

/**
 * What stands in the form field that the user is in: a click of either button puts them there. Null
 * in a password's, and where there is none.
 */
export function fieldValueOf(page: Document): string | null {
  const field = focusedIn(page);
  const value: unknown = field?.matches(FIELDS) === true ? Reflect.get(field, 'value') : null;

  return typeof value === 'string' ? value.slice(0, MOST_LENGTH) : null;
}

function focusedIn(page: Document): Element | null {
  let focused = page.activeElement;

  while (focused?.shadowRoot?.activeElement) {
    focused = focused.shadowRoot.activeElement;
  }

  return focused;
}
