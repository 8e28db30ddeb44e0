import { answerWorker, worker, words } from '../browser/page-link';
import { startLinkifier } from './linkifier';
import { browserSurface } from './surface';

/** Web pages with a home: not images, XML or PDF, and no frame whose origin is opaque (P22). */
function isPage(): boolean {
  const isHtml = ['text/html', 'application/xhtml+xml'].includes(document.contentType);
  const hasOrigin = self.origin !== 'null' || location.protocol === 'file:';

  return isHtml && hasOrigin && document.querySelector('body') !== null;
}

function start(): () => void {
  return startLinkifier({
    ask: worker,
    words,
    surface: browserSurface(),
    isReal: (event) => event.isTrusted,
  });
}

if (isPage()) {
  let stop = start();

  answerWorker({
    settingsChanged: () => {
      stop();
      stop = start();
    },
    stepNumber: () => ({ isFound: false }),
    fieldValue: () => null,
  });
}
