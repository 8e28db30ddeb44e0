import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { makeCertificate } from '../support/certificate';
import { launchWithAccess } from './support/access-beforehand';
import type { ExtensionBrowser } from './support/extension-browser';
import { until } from './support/waiting';

/** What stands in the notice below the account form. */
interface Said {
  readonly title: string;
  readonly details: string | null;
}

const folder = mkdtempSync(join(tmpdir(), 'offhook-certificate-'));
/** What the web server was asked for, beside WebSockets. */
const asked: string[] = [];
let web: Server;
let secure: Server;
let closedPort: number;
let browser: ExtensionBrowser;

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

beforeAll(async () => {
  const { certificateFile, keyFile } = await makeCertificate(folder);

  web = await listen(
    createHttpServer(({ headers, method = '', url = '' }, response) => {
      if (headers.upgrade === undefined) {
        asked.push(`${method} ${url} ${headers.cookie ?? 'without cookies'}`);
      }
      response.writeHead(302, { location: '/elsewhere' }).end();
    }),
  );
  secure = await listen(
    createHttpsServer({ cert: readFileSync(certificateFile), key: readFileSync(keyFile) }),
  );

  const closed = await listen(createHttpServer());

  closedPort = portOf(closed);
  await close(closed);
  browser = await launchWithAccess(
    ['nosuch.invalid', 'localhost', '127.0.0.1', 'closed.test', 'plain.test', 'desk.test'],
    { args: ['--host-resolver-rules=MAP *.test 127.0.0.1'] },
  );
});

afterAll(async () => {
  await browser.close();
  await close(web);
  await close(secure);
  rmSync(folder, { recursive: true });
});

async function testAccount(server: string): Promise<Page> {
  const options = await browser.openOwnPage('options.html');

  for (const [label, text] of [
    ['SIP address', 'alice@pbx.test'],
    ['Password', 'secret'],
    ['Server', server],
  ]) {
    await options.locator(`aria/${label}[role="textbox"]`).fill(text ?? '');
  }
  await options.locator('aria/Test and save').click();

  return options;
}

async function said(page: Page): Promise<Said> {
  return page.$eval('.account-result .notice', (notice) => ({
    title: notice.querySelector('.notice-title')?.textContent ?? '',
    details: notice.querySelector('code')?.textContent ?? null,
  }));
}

/** All that Offhook may look at, beside what it needs to mark numbers. */
async function accessLeft(page: Page): Promise<readonly string[]> {
  const { permissions = [], origins = [] } = await page.evaluate(() => chrome.permissions.getAll());

  return [...permissions, ...origins].filter((name) => /webRequest|^\*:/.test(name));
}

it.each([
  [
    'a name that does not exist',
    () => 'wss://nosuch.invalid/ws',
    { title: 'The server can’t be found.', details: 'net::ERR_NAME_NOT_RESOLVED' },
  ],
  [
    'a certificate that nobody vouches for',
    () => `wss://localhost:${portOf(secure)}/ws`,
    {
      title: 'The server’s certificate isn’t trusted.',
      details: 'net::ERR_CERT_AUTHORITY_INVALID',
    },
  ],
  [
    'a port where nothing listens',
    () => `wss://closed.test:${closedPort}`,
    { title: 'The server refuses connections.', details: 'net::ERR_CONNECTION_REFUSED' },
  ],
  [
    'the port of desk phones',
    () => 'wss://desk.test:5061',
    { title: 'Browsers don’t connect to this port.', details: 'net::ERR_UNSAFE_PORT' },
  ],
  [
    'a port without encryption',
    () => `wss://plain.test:${portOf(web)}/ws`,
    {
      title: 'The server answers, but not as a phone system.',
      details: 'net::ERR_SSL_PROTOCOL_ERROR',
    },
  ],
  [
    'a web server',
    () => `ws://127.0.0.1:${portOf(web)}/wrong`,
    { title: 'The server answers, but not as a phone system.', details: null },
  ],
])('finds out that it is %s, and gives the access back', async (_, server, finding) => {
  const access = `*://${new URL(server()).hostname}/*`;
  const options = await testAccount(server());

  await options.waitForSelector('::-p-text(No connection to the server.)');
  expect(await accessLeft(options)).toContain(access);
  await options.locator('aria/Find out why').click();

  const told = await until('an answer', async () => {
    const now = await said(options);

    return now.title === 'No connection to the server.' ? null : now;
  });

  expect(told).toEqual(finding);
  expect(await options.$eval('.account-result', ({ textContent }) => textContent)).toContain(
    'Your account was not saved.',
  );
  expect(await accessLeft(options)).not.toContain('webRequest');
  expect(await accessLeft(options)).not.toContain(access);
  await options.close();
});

it('asked the web server once, and did not follow it elsewhere', () => {
  expect(asked).toEqual(['GET /wrong without cookies']);
});
