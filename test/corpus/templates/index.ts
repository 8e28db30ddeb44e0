import type { TemplateSet } from '../template-set';
import { BRITISH, ENGLISH, NORTH_AMERICAN } from './english';
import { GERMAN } from './german';

/** The templates of all languages. */
export const TEMPLATE_SETS: readonly TemplateSet[] = [ENGLISH, NORTH_AMERICAN, BRITISH, GERMAN];
