import type { Page } from 'puppeteer';

declare global {
  /** In the phone's document only: the names of the sound devices that are not there just now. */
  var unplugged: string[];
  /** Those that another program has. */
  var taken: string[];
  /** Every track that was opened, with the name of its device. */
  var openTracks: { readonly name: string; readonly track: MediaStreamTrack }[];
}

/** The names Chromium gives the devices it makes up; the microphones all speak with one voice. */
export const FAKE = {
  input: 'Fake Audio Input 1',
  output: 'Fake Audio Output 1',
} as const;

/**
 * Lets a story unplug what Chromium's made-up devices can't: the phone's document is told by the
 * browser's own means, and what is not there can't be opened.
 */
export async function standAtDesk(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
    const open = mediaDevices.getUserMedia.bind(mediaDevices);

    if ('unplugged' in globalThis) {
      return;
    }
    globalThis.unplugged = [];
    globalThis.taken = [];
    globalThis.openTracks = [];
    mediaDevices.enumerateDevices = async () =>
      (await enumerate()).filter(({ label }) => !globalThis.unplugged.includes(label));
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      const [track] = stream.getAudioTracks();
      const name = track?.label ?? '';

      if (globalThis.unplugged.includes(name)) {
        throw new DOMException('', 'NotFoundError');
      }
      if (globalThis.taken.includes(name)) {
        throw new DOMException('', 'NotReadableError');
      }
      if (track !== undefined) {
        globalThis.openTracks.push({ name, track });
      }

      return stream;
    };
  });
}

/** From now on these are not there, and no others: who speaks through one of them is cut off. */
export async function unplug(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate((gone) => {
    globalThis.unplugged = [...gone];
    for (const { name, track } of globalThis.openTracks) {
      if (gone.includes(name) && track.readyState === 'live') {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }, names);
}

/** From now on another program has these, and no others. Nobody is told of that. */
export async function take(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate((taken) => {
    globalThis.taken = [...taken];
  }, names);
}
