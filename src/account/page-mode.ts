/**
 * What Offhook does on a page: `mark` shows which numbers can be called, `hover` shows the call
 * card without marks, `links` takes phone links and no text, `off` does nothing.
 */
export type PageMode = 'mark' | 'hover' | 'links' | 'off';

/** The modes, from the most that Offhook does to nothing. */
export const PAGE_MODES: readonly PageMode[] = ['mark', 'hover', 'links', 'off'];
