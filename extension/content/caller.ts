import type { PageTargetProblem } from '../../src/number/page-target';
import type { WorkerClient } from '../../src/protocol/client';
import { RequestFailed } from '../../src/protocol/envelope';
import type { FailureCode } from '../../src/protocol/envelope';
import type { WrittenClues } from '../../src/protocol/requests';
import { REFUSAL_WORDS } from '../ui/words/wording';
import type { CallCard } from './call-card';
import type { Callable } from './callable';
import { saying, type CardAction } from './card-content';
import { copyText } from './copy-text';
import type { Spot } from './spot';
import type { WordKey, Words } from './words';

/** Nobody means to call twice within this time (P5: double clicks, a held Enter key). */
const SHORTEST_GAP_MS = 1_000;

const PROBLEM_WORDS: Readonly<Record<PageTargetProblem, WordKey>> = {
  empty: 'refusedInvalidTarget',
  'not-a-number': 'refusedInvalidTarget',
  'not-an-address': 'refusedInvalidTarget',
  'too-long': 'refusedInvalidTarget',
  'feature-code': 'cardFeatureCode',
  'foreign-host': 'cardForeignHost',
  emergency: 'cardEmergency',
};

/** What the caller needs of the page and of the extension. */
export interface CallerParts {
  readonly ask: WorkerClient;
  readonly words: Words;
  readonly card: CallCard;
  readonly nowMs: () => number;
  /** What the page says of where it is. */
  readonly clues: () => WrittenClues;
  /** What can be called stands at a point of the viewport. */
  readonly spotAt: (x: number, y: number) => Spot | null;
  /** The user says that this is no phone number. */
  readonly dropNumber: (e164: string) => void;
  /** The user wants nothing more on this page. */
  readonly leavePage: () => void;
  readonly onError: (error: unknown) => void;
}

/** How a card is opened for who does not use the pointer. */
export interface Offering {
  readonly hasFocus: boolean;
  /** Where the number stands among those of the page, in words before it. */
  readonly place?: () => string;
}

/** Whether a click on the number itself is not enough: only the card says what it would call. */
export function isForCard({ problem, isMasked }: Callable): boolean {
  return problem !== null || isMasked;
}

/** Asks for calls, and says beside the number why one was not made. */
export class Caller {
  readonly #parts: CallerParts;
  #countryNames: Intl.DisplayNames | null = null;
  #lastAtMs = -SHORTEST_GAP_MS;

  constructor(parts: CallerParts) {
    this.#parts = parts;
  }

  /** Calls a number that the user has clicked on. */
  call(spot: Spot): void {
    void this.#dial(spot.callable(), spot.box());
  }

  /** Shows the card with the number that would be dialled. */
  offer(spot: Spot, offering: Offering = { hasFocus: false }): void {
    try {
      this.#offer(spot, offering);
    } catch (error) {
      this.#parts.onError(error); // There are no words any more when the extension has gone.
    }
  }

  #offer(spot: Spot, { hasFocus, place }: Offering): void {
    const { words, card, spotAt } = this.#parts;
    const callable = spot.callable();
    const { label, problem, isMasked } = callable;
    const box = spot.box();

    if (problem !== null) {
      this.#say(PROBLEM_WORDS[problem], box);

      return;
    }

    const note = this.#noteOf(callable);
    const warning = isMasked ? words('cardMasked') : null;
    const heard = [place === undefined ? label : `${place()}: ${label}`, note, warning];

    card.show(
      {
        owner: spot.key,
        box,
        hasFocus,
        isTaken: (x, y) => (spotAt(x, y)?.key ?? spot.key) !== spot.key,
      },
      {
        number: label,
        note,
        warning,
        announcement: hasFocus ? `${heard.filter(Boolean).join(', ')}. ${words('cardCall')}` : null,
        actions: [
          {
            word: words('cardCall'),
            name: words('cardCallNumber', label),
            look: 'call',
            act: () => {
              void this.#dial(callable, box);
            },
          },
          {
            word: words('cardCopy'),
            name: words('cardCopyNumber', label),
            look: 'copy',
            act: () => {
              void this.#copy(spot, label);
            },
          },
        ],
        more: { name: words('cardMore'), actions: this.#seldom(callable, box) },
      },
    );
    if (callable.country === undefined) {
      this.#learnCountry(spot, callable).catch(this.#parts.onError);
    }
  }

  #noteOf({ country, ext, isFax }: Callable): string {
    const { words } = this.#parts;
    const parts = [
      isFax ? words('cardFax') : null,
      country === null || country === undefined ? null : this.#nameOf(country),
      ext === null ? null : words('cardExtension', ext),
    ];

    return parts.filter((part) => part !== null).join(' · ');
  }

  #nameOf(country: string): string {
    // It reads files of every country's name: 10 ms, which no page is to wait for before a card.
    this.#countryNames ??= new Intl.DisplayNames([navigator.language], { type: 'region' });

    return this.#countryNames.of(country) ?? country;
  }

  /** Of a link's number only the worker knows the country. */
  async #learnCountry({ key }: Spot, callable: Callable): Promise<void> {
    const { ask, card, clues } = this.#parts;
    const texts = [callable.e164 ?? ''];
    const [[found] = []] =
      callable.e164 === null ? [] : await ask('findNumbers', { texts, clues: clues() });

    if (found !== undefined) {
      card.note(key, this.#noteOf({ ...callable, country: found.country }));
    }
  }

  async #copy({ key }: Spot, label: string): Promise<void> {
    const { card, words } = this.#parts;
    const isCopied = await copyText(label);

    try {
      card.note(key, words(isCopied ? 'cardCopied' : 'cardNotCopied'));
      card.announce(words(isCopied ? 'cardCopied' : 'cardNotCopied'));
    } catch (error) {
      this.#parts.onError(error);
    }
  }

  #seldom({ e164, label, isFound }: Callable, box: DOMRectReadOnly): CardAction[] {
    const { ask, words, dropNumber, leavePage, onError } = this.#parts;
    const site = location.hostname;
    const refuseNumber = (): void => {
      if (e164 !== null) {
        ask('refuseNumber', { e164 }).catch(onError);
        dropNumber(e164);
        this.#say('cardNumberRefused', box, [], label);
      }
    };
    const refuseSite = (): void => {
      ask('refuseSite').catch(onError);
      this.#say('cardSiteRefused', box, [], site);
      leavePage();
    };
    const item = (key: WordKey, act: () => void): CardAction => {
      const word = words(key);

      return { word, name: word, look: 'plain', act };
    };

    return [
      ...(isFound ? [item('cardNotANumber', refuseNumber)] : []),
      ...(site === '' ? [] : [item('cardNeverHere', refuseSite)]),
    ];
  }

  async #dial({ target }: Callable, box: DOMRectReadOnly): Promise<void> {
    const { card, nowMs, onError } = this.#parts;
    const atMs = nowMs();

    if (atMs - this.#lastAtMs < SHORTEST_GAP_MS) {
      return;
    }
    this.#lastAtMs = atMs;
    card.hide();
    try {
      const refusal = await this.#refusalOf(target);

      if (refusal !== null) {
        this.#refuse(refusal, box);
      }
    } catch (error) {
      onError(error);
    }
  }

  /** Asks for the call; null when it is under way. */
  async #refusalOf(target: string): Promise<FailureCode | null> {
    try {
      await this.#parts.ask('dial', { target });

      return null;
    } catch (error) {
      if (error instanceof RequestFailed) {
        return error.failure.code;
      }
      throw error;
    }
  }

  #refuse(code: FailureCode, box: DOMRectReadOnly): void {
    // In the popup the reason stands beside it; from a page it has to be looked for.
    const word = code === 'not-registered' ? 'cardNotConnected' : REFUSAL_WORDS[code];

    this.#say(word, box, code === 'no-account' ? [this.#setUp()] : []);
  }

  #say(key: WordKey, box: DOMRectReadOnly, actions: readonly CardAction[] = [], about = ''): void {
    const { card, words, onError } = this.#parts;

    try {
      card.show({ owner: null, box }, saying(words(key, about), actions));
    } catch (error) {
      onError(error); // There are no words any more when the extension has gone.
    }
  }

  #setUp(): CardAction {
    const { ask, words, card, onError } = this.#parts;
    const word = words('cardSetUp');

    return {
      word,
      name: word,
      look: 'plain',
      act: () => {
        card.hide();
        ask('setUp').catch(onError);
      },
    };
  }
}
