/**
 * The browser of the glue tests. jest-chrome knows the API of Manifest V2, where every function is
 * a jest.fn() that returns undefined; what Manifest V3 added, and what our code awaits, is replaced
 * here by small fakes that behave. `fakeChrome` is the same object for the tests, with the handles
 * that only a test needs (`dispatch`, what is shown).
 *
 * Chromium has a native `browser` object, and webextension-polyfill then hands that on unchanged:
 * so it does here.
 */
import { chrome as jestChrome } from 'jest-chrome';
import { englishFor } from './english';
import { fakeEvent } from './fake-event';
import { fakeStorageArea } from './fake-storage';

/** The id of the extension in the glue tests. */
export const EXTENSION_ID = 'doilkglcnmdplfkacndmnmjochkllogk';

/** The origin of the extension's own pages in the glue tests. */
export const EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

type Sender = Partial<chrome.runtime.MessageSender>;
type MenuItem = Partial<chrome.contextMenus.CreateProperties>;
type Notification = chrome.notifications.NotificationCreateOptions;

/** An open Port's two test handles: what our code posted, and what the other end does. */
export function fakePort(name: string, sender: Sender = { id: EXTENSION_ID }) {
  return {
    name,
    sender: { origin: EXTENSION_ORIGIN, ...sender },
    onMessage: fakeEvent<[unknown]>(),
    onDisconnect: fakeEvent<[]>(),
    postMessage: jest.fn((_message: unknown) => undefined),
    disconnect: jest.fn(() => undefined),
  };
}

function fakeRuntime(documents: Set<string>) {
  return {
    id: EXTENSION_ID,
    lastError: undefined as { message: string } | undefined,
    getURL: (path: string) => `${EXTENSION_ORIGIN}/${path.replace(/^\//, '')}`,
    getManifest: jest.fn(() => ({ manifest_version: 3, name: 'Offhook', version: '0.1.0' })),
    /** Only the phone's document is ever open here: there is no popup. */
    getContexts: jest.fn(({ contextTypes, documentUrls }: chrome.runtime.ContextFilter) =>
      Promise.resolve(
        [...documents]
          .filter(() => contextTypes?.includes('OFFSCREEN_DOCUMENT') ?? true)
          .filter((documentUrl) => documentUrls?.includes(documentUrl) ?? true)
          .map((documentUrl) => ({ contextType: 'OFFSCREEN_DOCUMENT', documentUrl })),
      ),
    ),
    /** Nobody answers, unless a test says who does. */
    sendMessage: jest.fn((_message: unknown): Promise<unknown> => Promise.resolve(undefined)),
    connect: jest.fn(({ name }: { name: string }) => fakePort(name)),
    openOptionsPage: jest.fn(() => Promise.resolve()),
    reload: jest.fn(() => undefined),
    onMessage: fakeEvent<[message: unknown, sender: Sender]>(),
    onConnect: fakeEvent<[ReturnType<typeof fakePort>]>(),
    onInstalled: fakeEvent<[{ reason: string; previousVersion?: string }]>(),
    onStartup: fakeEvent<[]>(),
    onSuspend: fakeEvent<[]>(),
    onUpdateAvailable: fakeEvent<[{ version: string }]>(),
  };
}

/** Only one offscreen document can exist: a second `createDocument` fails, as in Chrome. */
function fakeOffscreen(documents: Set<string>) {
  return {
    Reason: { USER_MEDIA: 'USER_MEDIA', AUDIO_PLAYBACK: 'AUDIO_PLAYBACK', WEB_RTC: 'WEB_RTC' },
    createDocument: jest.fn(async ({ url }: { url: string }) => {
      if (documents.size > 0) {
        throw new Error('Only a single offscreen document may be created.');
      }
      documents.add(`${EXTENSION_ORIGIN}/${url}`);
      await Promise.resolve();
    }),
    closeDocument: jest.fn(() => {
      documents.clear();

      return Promise.resolve();
    }),
    hasDocument: jest.fn(() => Promise.resolve(documents.size > 0)),
  };
}

function fakeNotifications() {
  const shown = new Map<string, Notification>();
  let made = 0;

  return {
    /** What the user sees now. */
    shown,
    create: jest.fn((...args: [string, Notification] | [Notification]) => {
      const [id, options] = args.length === 2 ? args : [`notification-${String(++made)}`, args[0]];

      shown.set(id, options);

      return Promise.resolve(id);
    }),
    update: jest.fn((id: string, options: Partial<Notification>) => {
      const current = shown.get(id);

      if (current !== undefined) {
        shown.set(id, { ...current, ...options });
      }

      return Promise.resolve(current !== undefined);
    }),
    clear: jest.fn((id: string) => Promise.resolve(shown.delete(id))),
    getAll: jest.fn(() =>
      Promise.resolve(Object.fromEntries([...shown.keys()].map((id) => [id, true] as const))),
    ),
    onClicked: fakeEvent<[id: string]>(),
    onButtonClicked: fakeEvent<[id: string, buttonIndex: number]>(),
    onClosed: fakeEvent<[id: string, byUser: boolean]>(),
  };
}

function fakeAction() {
  const look = { badgeText: '', badgeColor: '', textColor: '', title: '', icon: null as unknown };
  const setter = (key: keyof typeof look, property: string) =>
    jest.fn((details: Record<string, unknown>) => {
      Object.assign(look, { [key]: details[property] });

      return Promise.resolve();
    });

  return {
    /** How the toolbar's button looks now. */
    look,
    setBadgeText: setter('badgeText', 'text'),
    setBadgeBackgroundColor: setter('badgeColor', 'color'),
    setBadgeTextColor: setter('textColor', 'color'),
    setTitle: setter('title', 'title'),
    setIcon: setter('icon', 'path'),
    getBadgeText: jest.fn(() => Promise.resolve(look.badgeText)),
    openPopup: jest.fn(() => Promise.resolve()),
    onClicked: fakeEvent<[unknown]>(),
  };
}

function fakeContextMenus() {
  const items = new Map<string, MenuItem>();

  return {
    /** The menu as it stands. */
    items,
    create: jest.fn((item: MenuItem, done?: () => void) => {
      items.set(item.id ?? String(items.size), item);
      done?.();

      return item.id;
    }),
    update: jest.fn((id: string, change: MenuItem) => {
      items.set(id, { ...items.get(id), ...change });

      return Promise.resolve();
    }),
    remove: jest.fn((id: string) => {
      items.delete(id);

      return Promise.resolve();
    }),
    removeAll: jest.fn(() => {
      items.clear();

      return Promise.resolve();
    }),
    onClicked: fakeEvent<[info: Partial<chrome.contextMenus.OnClickData>, tab?: unknown]>(),
  };
}

function fakeAlarms() {
  const set = new Map<string, chrome.alarms.AlarmCreateInfo>();

  return {
    /** The alarms that are set, by name. */
    set,
    create: jest.fn((name: string, info: chrome.alarms.AlarmCreateInfo) => {
      set.set(name, info);

      return Promise.resolve();
    }),
    get: jest.fn((name: string) =>
      Promise.resolve(set.has(name) ? { name, scheduledTime: 0, ...set.get(name) } : undefined),
    ),
    clear: jest.fn((name: string) => Promise.resolve(set.delete(name))),
    onAlarm: fakeEvent<[{ name: string }]>(),
  };
}

/** A user who allows everything, unless a test says otherwise. */
function fakePermissions() {
  const granted = new Set<string>();
  const namesIn = ({ permissions = [], origins = [] }: chrome.permissions.Permissions) => [
    ...permissions,
    ...origins,
  ];

  return {
    /** The optional permissions, of either kind, that Offhook has now. */
    granted,
    request: jest.fn((wish: chrome.permissions.Permissions) => {
      for (const name of namesIn(wish)) {
        granted.add(name);
      }

      return Promise.resolve(true);
    }),
    remove: jest.fn((gift: chrome.permissions.Permissions) => {
      for (const name of namesIn(gift)) {
        granted.delete(name);
      }

      return Promise.resolve(true);
    }),
    contains: jest.fn((wish: chrome.permissions.Permissions) =>
      Promise.resolve(namesIn(wish).every((name) => granted.has(name))),
    ),
    onAdded: fakeEvent<[chrome.permissions.Permissions]>(),
    onRemoved: fakeEvent<[chrome.permissions.Permissions]>(),
    getAll: jest.fn(() =>
      Promise.resolve({
        permissions: [...granted].filter((name) => !name.includes(':')),
        origins: [...granted].filter((name) => name.includes(':')),
      }),
    ),
  };
}

/** The computer, which sleeps when nobody keeps it awake. */
function fakePower() {
  const power = {
    /** What is kept awake now. */
    keptAwake: null as string | null,
    requestKeepAwake: (level: string): void => {
      power.keptAwake = level;
    },
    releaseKeepAwake: (): void => {
      power.keptAwake = null;
    },
  };

  return power;
}

function makeFakes() {
  const documents = new Set<string>();

  return {
    runtime: fakeRuntime(documents),
    offscreen: fakeOffscreen(documents),
    storage: {
      local: fakeStorageArea(),
      session: fakeStorageArea(),
      onChanged: fakeEvent<[unknown, string]>(),
    },
    notifications: fakeNotifications(),
    action: fakeAction(),
    contextMenus: fakeContextMenus(),
    alarms: fakeAlarms(),
    permissions: fakePermissions(),
    power: fakePower(),
    webRequest: {
      onErrorOccurred: fakeEvent<[details: { readonly url: string; readonly error: string }]>(),
    },
    tabs: {
      getCurrent: jest.fn((): Promise<{ id: number } | undefined> => Promise.resolve(undefined)),
      connect: jest.fn((_tabId: number, { name }: { name: string }) => fakePort(name)),
      create: jest.fn((tab: { url: string }) => Promise.resolve({ id: 1, ...tab })),
      query: jest.fn((): Promise<{ id?: number; url?: string }[]> => Promise.resolve([])),
      sendMessage: jest.fn(
        (..._sent: [tabId: number, message: unknown, options?: object]): Promise<unknown> =>
          Promise.resolve(undefined),
      ),
    },
    commands: { onCommand: fakeEvent<[command: string]>() },
    windows: { create: jest.fn((made: object) => Promise.resolve({ id: 1, ...made })) },
    i18n: { getMessage: englishFor, getUILanguage: () => 'en' },
  };
}

function withNavigator(): object {
  const made = {};

  Object.assign(globalThis, { navigator: made });

  return made;
}

/** The fakes behind `chrome` and `browser`; made anew by `freshChrome`. */
export let fakeChrome = makeFakes();

/** One at a time, as the Web Locks API grants them; Node and jsdom have none. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();

  return {
    request: (_name: string, act: () => Promise<unknown>): Promise<unknown> => {
      last = last.then(act, act);

      return last;
    },
  };
}

/** A browser as it is right after the install: nothing stored, shown or listened to. */
export function freshChrome(): void {
  fakeChrome = makeFakes();
  Object.assign(jestChrome, fakeChrome);
  Object.assign(globalThis, { chrome: jestChrome, browser: { ...fakeChrome } });
  // Node 20 has no navigator, and jsdom's has no locks.
  Object.defineProperty('navigator' in globalThis ? navigator : withNavigator(), 'locks', {
    value: fakeLocks(),
    configurable: true,
  });
}

freshChrome();
