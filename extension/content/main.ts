import { answerWorker, worker, words } from '../browser/page-link';
import { startLinkifier, type Linkifier } from './linkifier';
import { browserSurface } from './surface';
import { browserWitness } from './witness';

/** Web pages with a home: not images, XML or PDF, and no frame whose origin is opaque (P22). */
function isPage(): boolean {
  const isHtml = ['text/html', 'application/xhtml+xml'].includes(document.contentType);
  const hasOrigin = self.origin !== 'null' || location.protocol === 'file:';

  return isHtml && hasOrigin && document.querySelector('body') !== null;
}

function start(): Linkifier {
  return startLinkifier({
    ask: worker,
    words,
    surface: browserSurface(),
    witness: browserWitness(),
    isReal: (event) => event.isTrusted,
  });
}

if (isPage()) {
  let linkifier = start();

  answerWorker({
    settingsChanged: () => {
      linkifier.stop();
      linkifier = start();
    },
    stepNumber: ({ isBack }) => ({ isFound: linkifier.step(isBack) }),
    fieldValue: () => null,
  });
}
