import type { CDPSession, Protocol } from 'puppeteer';

/** What a story does in the service worker, and hears of it. */
export class DebuggedWorker {
  readonly #session: Promise<CDPSession>;
  readonly #ready: Promise<unknown>;

  /** Attaches to a worker that has just been started; `complain` gets what goes wrong in it. */
  constructor(
    private readonly browser: CDPSession,
    private readonly targetId: string,
    complain: (text: string) => void,
  ) {
    this.#session = this.#attach();
    this.#ready = this.#session.then((session) => listen(session, complain));
    // A worker may be gone before anyone could listen.
    this.#ready.catch(() => undefined);
  }

  /** Runs a function or an expression in the worker; throws what it throws. */
  async evaluate<T>(code: string | (() => T)): Promise<Awaited<T>> {
    await this.#ready;

    const session = await this.#session;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: typeof code === 'string' ? code : `(${String(code)})()`,
      awaitPromise: true,
      returnByValue: true,
    });

    if (exceptionDetails !== undefined) {
      throw new Error(textOf(exceptionDetails));
    }

    return result.value as Awaited<T>; // What the code gave, as JSON.
  }

  /**
   * Stops the worker, as far as it lets itself be stopped. Chrome keeps the target of a stopped
   * worker for who is attached to it, and lets its next start wait for them: so nobody stays.
   */
  async close(): Promise<void> {
    const session = await this.#session;

    if (!session.detached) {
      await this.browser.send('Target.detachFromTarget', { sessionId: session.id() });
    }
    await this.browser.send('Target.closeTarget', { targetId: this.targetId });
  }

  /** Attaches by a session of its own: whose page attaches at the same time is not disturbed. */
  async #attach(): Promise<CDPSession> {
    const { sessionId } = await this.browser.send('Target.attachToTarget', {
      targetId: this.targetId,
      flatten: true,
    });
    const session = this.browser.connection()?.session(sessionId);

    if (session === undefined || session === null) {
      throw new Error('The service worker went away while it was attached to.');
    }

    return session;
  }
}

async function listen(session: CDPSession, complain: (text: string) => void): Promise<void> {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    complain(textOf(exceptionDetails));
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') {
      complain(args.map((arg) => String(arg.value ?? arg.description)).join(' '));
    }
  });
  await session.send('Runtime.enable');
}

function textOf({ exception, text }: Protocol.Runtime.ExceptionDetails): string {
  return exception?.description ?? text;
}
