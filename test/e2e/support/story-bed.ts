import { isLive, isRingingIn, type Call } from '../../../src/call/call';
import type { CallCommand } from '../../../src/call/command';
import type { SeveralCommand } from '../../../src/phone/several-calls';
import type { HistoryEntry } from '../../../src/history/entry';
import type { SavedCall, SavedPhone } from '../../../src/phone/recovery/saved-calls';
import type { ConferenceCommand } from '../../../src/phone/conference';
import type { ExtensionBrowser } from './extension-browser';
import { inTime, until, type Patience } from './waiting';

/** The microphone's tone: what the other side hears of the user. */
export const VOICE_HZ = 440;
/** What the other side says in a call that it plays a tone in. */
export const TONE_HZ = 1000;

/** A browser whose user tells stories of calls, whatever phone system is at the other end. */
export abstract class StoryBed {
  /** Does nothing, or kills the service worker: set by `callStory`. */
  middle: () => Promise<void> = () => Promise.resolve();
  /** The life of the phone that was ended last. */
  #closed = '';

  protected constructor(readonly browser: ExtensionBrowser) {}

  /** Ends everything that was started for the stories. */
  abstract close(): Promise<void>;

  /** Dials what a user would type into the popup. */
  async dialTyped(target: string): Promise<void> {
    const reply = await this.browser.control.ask('phone', 'dial', { target });

    if (!reply.ok) {
      throw new Error(`The phone refused to dial: ${reply.error.code}`);
    }
  }

  /** Tells the phone what a button of the popup would tell it. */
  async command({ id }: Pick<Call, 'id'>, command: CallCommand): Promise<void> {
    const reply = await this.browser.control.ask('phone', 'command', { callId: id, command });

    if (!reply.ok) {
      throw new Error(`The phone refused to ${command.type}: ${reply.error.message}`);
    }
  }

  /** Tells the phone what concerns several calls together. */
  async conference(command: ConferenceCommand): Promise<void> {
    const reply = await this.browser.control.ask('phone', 'conference', { command });

    if (!reply.ok) {
      throw new Error(`The phone refused to ${command.type}: ${reply.error.message}`);
    }
  }

  /** Asks the phone something of several calls, as a button of the popup would. */
  async several(command: SeveralCommand): Promise<void> {
    const reply = await this.browser.control.ask('phone', 'several', { command });

    if (!reply.ok) {
      throw new Error(`The phone refused to ${command.type}: ${reply.error.message}`);
    }
  }

  /** Resolves with a call when it fits, whatever the others do. */
  async untilThis(
    id: string,
    what: string,
    fits: (call: Call) => boolean,
    patience?: Patience,
  ): Promise<Call> {
    const { calls } = await this.browser.untilSnapshot(
      what,
      (snapshot) => snapshot.calls.some((call) => call.id === id && fits(call)),
      patience,
    );

    return only(calls.filter((call) => call.id === id));
  }

  /** Resolves with the one call that rings for Alice's answer. */
  async untilRings(): Promise<Call> {
    const { calls } = await this.browser.untilSnapshot('the phone to ring', (snapshot) =>
      snapshot.calls.some(isRingingIn),
    );

    return only(calls.filter(isRingingIn));
  }

  /** Resolves with the one call that is live when it fits. */
  async untilCall(what: string, fits: (call: Call) => boolean): Promise<Call> {
    const { calls } = await this.browser.untilSnapshot(what, (snapshot) => {
      const [call] = snapshot.calls.filter(isLive);

      return call !== undefined && fits(call);
    });

    return only(calls.filter(isLive));
  }

  /** Resolves with the newest call once it has ended. */
  async untilEnded(): Promise<Call> {
    const { calls } = await this.browser.untilSnapshot('the call to be over', (snapshot) => {
      const last = snapshot.calls.at(-1);

      return last !== undefined && !isLive(last);
    });

    return only(calls.slice(-1));
  }

  /** Resolves when the next phone would find this call, such as it is now. */
  async untilSaved(callId: string, fits: (call: SavedCall) => boolean = () => true): Promise<void> {
    await until('the call to be kept', async () => {
      const reply = await this.browser.control.ask('worker', 'savedCalls');
      const saved = reply.ok ? (reply.value as SavedPhone | null) : null; // Our own worker's answer.

      return saved?.calls.some((call) => call.id === callId && fits(call)) === true || null;
    });
  }

  /** Closes the phone's document, as a crash of it would. */
  async closeDocument(): Promise<void> {
    this.#closed = (await this.browser.snapshot()).instanceId;

    const worker = await this.browser.worker();

    await worker.evaluate(() => chrome.offscreen.closeDocument());
    await this.middle();
  }

  /** Resolves with the call when the next phone is in it. */
  async untilTakenUp(callId: string): Promise<Call> {
    const { calls } = await this.browser.untilSnapshot(
      'the call to be taken up again',
      (now) =>
        now.instanceId !== this.#closed &&
        now.calls.some(({ id, isComingBack }) => id === callId && !isComingBack),
    );

    return only(calls.filter(({ id }) => id === callId));
  }

  /** Resolves when the worker has written the call into the log. */
  async untilLogged(callId: string): Promise<HistoryEntry> {
    return until('the call to be in the log', async () => {
      const { history } = await this.browser.control.stored();

      // Nothing is stored before the first call has ended.
      return (history as HistoryEntry[] | undefined)?.find(({ id }) => id === callId) ?? null;
    });
  }

  /** Leaves nothing of a story to the next: no call, no log, no popup, no page. */
  async tidyUp(): Promise<void> {
    const { browser } = this;

    for (const call of (await browser.snapshot()).calls) {
      await browser.control.ask('phone', 'command', {
        callId: call.id,
        command: { type: 'hang-up' },
      });
    }
    await browser.untilSnapshot('all calls to be over', ({ calls }) => !calls.some(isLive));
    for (const { id } of (await browser.snapshot()).calls) {
      await browser.control.ask('phone', 'dismiss', { callId: id });
    }
    await browser.closeVisiblePages();
    await browser.closeRefusal();
    // The answer comes when the worker is through with all it knew: it writes nothing late.
    await browser.untilAlertsSettled();
    await browser.control.store({ history: [], missedSeenAtMs: 0 });
    await browser.untilAlertsSettled();
    await browser.untilNotifications('no notifications', (ids) => ids.length === 0);
  }
}

/**
 * Opens a bed before the stories of a file and closes it after them. One that cannot be tidied up
 * is left to no other story: the next gets a new one.
 */
export function useBed<Bed extends StoryBed>(openBed: () => Promise<Bed>): () => Bed {
  let bed: Bed | null = null;
  const open = (): Bed => {
    if (bed === null) {
      throw new Error('The bed is not open yet.');
    }

    return bed;
  };

  const openAnew = async () => {
    bed ??= await openBed();
  };

  beforeAll(openAnew);
  beforeEach(openAnew);
  afterEach(async () => {
    const used = open();

    try {
      await inTime('the story to be tidied up', used.tidyUp());
    } catch (error) {
      bed = null;
      await inTime('the browser to be closed', used.close());
      throw error;
    }
    expect(used.browser.complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await bed?.close();
  });

  return open;
}

/**
 * Tells a story twice: once as it is, and once with the service worker killed at its middle, which
 * Chrome may do at any time.
 */
export function callStory<Bed extends StoryBed>(
  name: string,
  open: () => Bed,
  tell: (bed: Bed) => Promise<void>,
): void {
  it(name, async () => {
    open().middle = () => Promise.resolve();
    await tell(open());
  });

  it(`${name}, with the worker killed in the middle`, async () => {
    let killed = 0;

    open().middle = async () => {
      await open().browser.killWorker();
      killed += 1;
    };
    await tell(open());
    expect(killed).toBeGreaterThan(0);
  });
}

/** The one thing that is there. */
export function only<T>(things: readonly T[]): T {
  const [thing] = things;

  if (thing === undefined || things.length > 1) {
    throw new Error(`Expected one, found ${things.length}.`);
  }

  return thing;
}
