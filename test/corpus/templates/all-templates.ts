import type { TemplateSet } from '../template-set';
import { ARABIC } from './arabic';
import { CHINESE } from './chinese';
import { CZECH } from './czech';
import { DANISH } from './danish';
import { DUTCH } from './dutch';
import { ENGLISH } from './english';
import { BRITISH, NORTH_AMERICAN } from './english-regional';
import { FRENCH } from './french';
import { FURTHER_DIGITS } from './further-digits';
import { FURTHER_LANGUAGES } from './further-languages';
import { FURTHER_PAGES } from './further-pages';
import { GERMAN } from './german';
import { HEBREW } from './hebrew';
import { ITALIAN } from './italian';
import { JAPANESE } from './japanese';
import { MIXED_WORDS } from './mixed-words';
import { PERSONAL } from './personal';
import { POLISH } from './polish';
import { PORTUGUESE } from './portuguese';
import { RUSSIAN } from './russian';
import { SPANISH } from './spanish';
import { SWEDISH } from './swedish';
import { TURKISH } from './turkish';

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
  ...MIXED_WORDS,
  ...PERSONAL,
  ...FURTHER_LANGUAGES,
  ...FURTHER_PAGES,
  ...FURTHER_DIGITS,
];
