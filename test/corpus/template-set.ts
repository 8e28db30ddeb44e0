import type { Kind } from './snippet';

/** Templates of pages in one language, for the countries whose words they use. */
export interface TemplateSet {
  readonly lang: string;
  readonly countries: readonly string[];
  readonly templates: Readonly<Partial<Record<Kind, readonly string[]>>>;
}
