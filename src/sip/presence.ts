import { displayNameOf } from './identity';

/** A few words; nobody reads more beside a name. */
const LONGEST_NOTE = 100;
import {
  attribute,
  childElements,
  childNamed,
  childrenNamed,
  localName,
  rootElement,
  textIn,
} from './xml';

/** What somebody does, where the phone system says it (RFC 4480 §3.2). */
export type Activity = 'on-the-phone' | 'busy' | 'meeting' | 'away' | 'vacation';

/** Whether somebody can be reached, and what they say of it (RFC 3863). */
export interface Presence {
  /** Whose it is, a URI. */
  readonly entity: string;
  /** False when nothing of theirs takes calls; null where nobody says. */
  readonly isOpen: boolean | null;
  /** What they do, the most telling first. */
  readonly activity: Activity | null;
  readonly note: string | null;
}

/** Those we have words for, the most telling first. */
const ACTIVITIES: readonly Activity[] = ['on-the-phone', 'meeting', 'vacation', 'away', 'busy'];

/** Reads a body of `application/pidf+xml`; null when it is none. */
export function parsePresence(body: string): Presence | null {
  const root = rootElement(body, 'presence');
  const entity = attribute(root, 'entity');

  if (entity === null) {
    return null;
  }
  const tuples = childrenNamed(root, 'tuple');
  const people = childrenNamed(root, 'person');
  const basics = tuples.map((tuple) => textIn(childNamed(childNamed(tuple, 'status'), 'basic')));
  // Some put the activities into the tuple's status, as drafts of RFC 4480 did.
  const doings = [
    ...people,
    ...tuples,
    ...tuples.flatMap((tuple) => childrenNamed(tuple, 'status')),
  ]
    .flatMap((place) => childrenNamed(place, 'activities'))
    .flatMap((activities) => childElements(activities).map(localName));
  const notes = [root, ...people, ...tuples].map((place) => textIn(childNamed(place, 'note')));

  return {
    entity,
    isOpen: basics.includes('open') ? true : basics.includes('closed') ? false : null,
    activity: ACTIVITIES.find((activity) => doings.includes(activity)) ?? null,
    note: displayNameOf(
      notes.find((note) => note !== null),
      LONGEST_NOTE,
    ),
  };
}
