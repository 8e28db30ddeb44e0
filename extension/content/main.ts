import { loadScript } from '../browser/late-script';
import { waitForNumbers } from './gate';
import type * as linkify from './linkify';
import { browserTime } from './page-time';

/** Web pages with a home: not images, XML or PDF, and no frame whose origin is opaque (P22). */
function isPage(): boolean {
  const isHtml = ['text/html', 'application/xhtml+xml'].includes(document.contentType);
  const hasOrigin = self.origin !== 'null' || location.protocol === 'file:';

  return isHtml && hasOrigin && document.getElementsByTagName('body')[0] !== undefined;
}

if (isPage()) {
  waitForNumbers(browserTime, (pointerAt) => {
    loadScript('linkify').then(
      // It is this file that the manifest and the build mean by that name.
      (late) => {
        (late as typeof linkify).start(pointerAt);
      },
      () => undefined, // The extension has gone: there is nobody to tell.
    );
  });
}
