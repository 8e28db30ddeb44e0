/** The second half of the content script: loaded by the first on pages that have something to call. */
import { isExtensionThere, whenExtensionGoes } from '../browser/extension-life';
import { answerPopup } from '../browser/numbers-port';
import { answerWorker, worker, words } from '../browser/page-link';
import { fieldValueOf } from './field-value';
import { startLinkifier } from './linkifier';
import type { PointerPlace } from './pointer';
import { browserSurface } from './surface';
import { browserWitness } from './witness';

/** Starts on this page; tells where the pointer is, if that is known. */
export function start(pointerAt: PointerPlace | null): void {
  const linkifierAt = (place: PointerPlace | null) =>
    startLinkifier({
      ask: worker,
      words,
      isThere: isExtensionThere,
      surface: browserSurface(),
      witness: browserWitness(),
      pointerAt: place,
      isReal: (event) => event.isTrusted,
    });
  let linkifier = linkifierAt(pointerAt);

  whenExtensionGoes(() => {
    linkifier.stop();
  });
  answerWorker(
    {
      settingsChanged: () => {
        linkifier.stop();
        linkifier = linkifierAt(null);
      },
      stepNumber: async ({ isBack }) => ({ isFound: await linkifier.step(isBack) }),
      fieldValue: () => fieldValueOf(document),
    },
    (type) => type !== 'stepNumber' || hasKeys(),
  );
  answerPopup(
    async () => linkifier.numbers(),
    (number) => {
      linkifier.reveal(number);
    },
  );
}

/** Whether keys are for this frame of the page. */
function hasKeys(): boolean {
  const isInside = ['iframe', 'frame'].includes(document.activeElement?.localName ?? '');

  return !isInside && (self === top || document.hasFocus());
}
