import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer';
import { ensureBrowser } from '../../support/find-browser.mjs';
import { writeToneFile } from './fake-microphone';

/** What the browser says when the extension asks for the microphone. */
export type MicrophoneAnswer = 'granted' | 'denied' | 'prompt';

/** How the browser of a story differs from the usual one. */
export interface LaunchOptions {
  /** The unpacked extension; the one the build made, unless told otherwise. */
  readonly extensionDir?: string;
  readonly headless?: boolean;
  /** The tone that the user speaks with; null for the machine's own microphone and speakers. */
  readonly fakeMicHz?: number | null;
  readonly permission?: MicrophoneAnswer;
  /** The sound server the browser finds its devices at (PULSE_SERVER); null for a computer without any. */
  readonly soundServer?: string | null;
  readonly args?: readonly string[];
  /** Keep the page that opens on install; most stories begin after it. */
  readonly keepWelcome?: boolean;
  /** Keep no tone of the phone's own: who counts what it leaves behind must leave nothing. */
  readonly forgetTones?: boolean;
}

const PERMISSION_ARGS: Readonly<Record<MicrophoneAnswer, readonly string[]>> = {
  granted: ['--use-fake-ui-for-media-stream'],
  denied: ['--use-fake-ui-for-media-stream=deny'],
  // Nobody answers a prompt without a screen: it counts as dismissed.
  prompt: [],
};

const USUAL_ARGS = [
  // Both ends of every call are on this machine, which may have no other network.
  '--allow-loopback-in-peer-connection',
  '--autoplay-policy=document-user-activation-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--lang=en-US',
  '--no-default-browser-check',
  '--no-first-run',
];

/** Starts a browser with the extension in it and a user who speaks in a steady tone. */
export async function launchBrowser(
  extensionDir: string,
  extensionId: string,
  options: LaunchOptions,
): Promise<Browser> {
  const { headless = true, permission = 'granted', soundServer, args = [] } = options;
  const { fakeMicHz = soundServer === undefined ? 440 : null } = options;
  const folder = mkdtempSync(join(tmpdir(), 'offhook-'));
  const browser = await launch({
    executablePath: ensureBrowser(),
    headless,
    // Google's own Chrome takes no --load-extension; over a pipe every browser loads one.
    pipe: true,
    enableExtensions: [extensionDir],
    // Its bar across the top of the window would be all that a visitor of the demo sees.
    // Where there are real speakers to listen at, something is to come out of them.
    ignoreDefaultArgs: [
      '--enable-automation',
      ...(typeof soundServer !== 'string' ? [] : ['--mute-audio']),
    ],
    defaultViewport: null,
    userDataDir: makeProfile(folder, extensionId),
    env: { ...process.env, LANGUAGE: 'en_US', ...soundEnv(soundServer) },
    args: [
      ...USUAL_ARGS,
      ...PERMISSION_ARGS[permission],
      ...(fakeMicHz === null ? [] : voiceArgs(folder, fakeMicHz)),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
    ],
  });

  browser.process()?.once('exit', () => {
    // A helper process may still write its last file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  return browser;
}

/** A fresh profile in which the extension's button is in the toolbar, as if the user had pinned it. */
function makeProfile(folder: string, extensionId: string): string {
  const profile = join(folder, 'profile');

  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(
    join(profile, 'Default/Preferences'),
    JSON.stringify({
      extensions: {
        pinned_extensions: [extensionId],
        // Without it Chrome leaves an unpacked extension off that has restarted itself.
        ui: { developer_mode: true },
      },
    }),
  );

  return profile;
}

function soundEnv(soundServer: string | null | undefined): Readonly<Record<string, string>> {
  return soundServer === undefined
    ? {}
    : // Without a configuration ALSA knows no device: none of this machine's own comes in between.
      { PULSE_SERVER: soundServer ?? 'unix:/dev/null', ALSA_CONFIG_PATH: '/dev/null' };
}

function voiceArgs(folder: string, freqHz: number): readonly string[] {
  const file = join(folder, 'voice.wav');

  writeToneFile(file, freqHz);

  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}`];
}
