/** Text here is no prose: code, fields to type in, graphics, and what is never shown. */
const NOT_PROSE = [
  'head, script, style, noscript, template, iframe, object, embed',
  'textarea, input, select, option, datalist',
  'pre, code, kbd, samp, var',
  'svg, math, canvas, audio, video',
].join(', ');

/** What a click on belongs to the page. */
const CONTROLS = 'a[href], button, summary, label, [role="button"], [role="link"], [onclick]';

/** Links that are phone numbers or SIP addresses. */
export const DIAL_LINKS = ['tel:', 'callto:', 'sip:', 'sips:']
  .map((scheme) => `a[href^="${scheme}" i]`)
  .join(', ');

/** Fields that the user types text into; never a password's. */
export const FIELDS =
  'textarea, input:not([type]), input[type="text"], input[type="tel"], input[type="search"], input[type="number"]';

/** Whether numbers in an element's text may be marked. Links that dial need no mark. */
export function mayBeMarked(element: Element): boolean {
  return element.closest(`${NOT_PROSE}, ${DIAL_LINKS}`) === null && !isEdited(element);
}

/** Whether the user edits this text, so that a click sets the cursor. */
export function isEdited(element: Element): boolean {
  // Not `isContentEditable`, which makes the browser compute styles first.
  const host = element.closest('[contenteditable]');

  return (
    element.ownerDocument.designMode === 'on' ||
    (host !== null && host.getAttribute('contenteditable')?.toLowerCase() !== 'false')
  );
}

/** Whether a click on an element's text is one on a link or button of the page. */
export function isInControl(element: Element): boolean {
  return element.closest(CONTROLS) !== null;
}

/** The link that dials around an element; one that is being edited is text. */
export function dialLinkOf(element: Element): Element | null {
  const link = element.closest(DIAL_LINKS);

  return link !== null && !isEdited(link) ? link : null;
}
