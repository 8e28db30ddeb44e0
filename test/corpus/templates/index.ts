import type { TemplateSet } from '../template-set';
import { ARABIC, CHINESE, HEBREW, JAPANESE, TURKISH } from './eastern';
import { BRITISH, ENGLISH, NORTH_AMERICAN } from './english';
import { GERMAN } from './german';
import { CZECH, DANISH, DUTCH, POLISH, RUSSIAN, SWEDISH } from './northern';
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './romance';

/** The templates of all languages. */
export const TEMPLATE_SETS: readonly TemplateSet[] = [
  ENGLISH,
  NORTH_AMERICAN,
  BRITISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
  SWEDISH,
  DANISH,
  POLISH,
  CZECH,
  RUSSIAN,
  JAPANESE,
  CHINESE,
  TURKISH,
  HEBREW,
  ARABIC,
];
