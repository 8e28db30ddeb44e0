/** What a page of the corpus is about. */
export type Kind =
  | 'crm'
  | 'mail'
  | 'invoice'
  | 'shop'
  | 'directory'
  | 'chat'
  | 'timetable'
  | 'sports'
  | 'code'
  | 'form'
  | 'legal'
  | 'shipping'
  | 'banking'
  | 'travel'
  | 'medical'
  | 'jobs'
  | 'classifieds'
  | 'event'
  | 'cv';

/** A phone number that a careful reader would want to click: UTF-16 offsets, end exclusive. */
export interface LabelledNumber {
  readonly start: number;
  readonly end: number;
  readonly e164: string;
  readonly ext: string | null;
  readonly fax?: true;
}

/** A piece of the text of a page, and each phone number in it. */
export interface Snippet {
  readonly id: string;
  readonly kind: Kind;
  /** The region to give the finder. */
  readonly country: string;
  readonly lang: string;
  readonly text: string;
  readonly numbers: readonly LabelledNumber[];
}
