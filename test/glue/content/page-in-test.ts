import { openPage, type WebPage } from './web-page';

/** Opens pages for the tests of a file, each of which has its own and a clock that stands still. */
export function usePage(): typeof openPage {
  let page: WebPage | null = null;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['performance', 'queueMicrotask', 'nextTick'] });
  });

  afterEach(() => {
    page?.stop();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  return async (...args) => {
    page = await openPage(...args);

    return page;
  };
}

/** All texts that the worker was asked about. */
export function textsOf(asked: unknown[]): string[] {
  return (asked as { texts: string[] }[]).flatMap(({ texts }) => texts);
}
