import type { PageMode } from './page-mode';
import { siteAt, type Site } from './sites';

/** The part of the settings that says where Offhook does what. */
export interface PageModeSettings {
  readonly pageMode: PageMode;
  readonly sites: readonly Site[];
}

/**
 * Sites whose page is a canvas or an editor: what looks like a number there is somebody's work, and
 * a card over it is in the way. A leading dot stands for every name below.
 */
const EDITORS = [
  // Documents, tables and slides.
  'docs.google.com sheets.google.com slides.google.com .officeapps.live.com word.cloud.microsoft',
  'excel.cloud.microsoft powerpoint.cloud.microsoft onenote.cloud.microsoft writer.zoho.com',
  'sheet.zoho.com show.zoho.com www.overleaf.com',
  // Drawings.
  'figma.com www.figma.com miro.com lucid.app www.canva.com excalidraw.com www.tldraw.com',
  'app.diagrams.net www.photopea.com',
  // Programs.
  'github.dev .github.dev vscode.dev .vscode.dev codesandbox.io stackblitz.com replit.com',
  'codepen.io jsfiddle.net colab.research.google.com',
  // The browsers' own stores.
  'chromewebstore.google.com addons.mozilla.org microsoftedge.microsoft.com addons.opera.com',
].flatMap((names) => names.split(' '));

/** True for the sites that Offhook leaves alone until the user says otherwise. */
export function isEditor(host: string): boolean {
  return EDITORS.some((name) => (name.startsWith('.') ? host.endsWith(name) : host === name));
}

/** What Offhook does on a site: what the user said of it, else nothing in editors, else as on all. */
export function modeFor(host: string | null, { pageMode, sites }: PageModeSettings): PageMode {
  if (host === null) {
    return pageMode;
  }

  return siteAt(sites, host)?.mode ?? (isEditor(host) ? 'off' : pageMode);
}

/** What Offhook does in a frame: as on its tab's site, but nothing in an editor inside of it. */
export function modeOfFrame(
  host: string | null,
  frameHost: string | null,
  settings: PageModeSettings,
): PageMode {
  const isSet = host !== null && (siteAt(settings.sites, host)?.mode ?? null) !== null;

  return !isSet && frameHost !== null && frameHost !== host && isEditor(frameHost)
    ? modeFor(frameHost, settings)
    : modeFor(host, settings);
}
