import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../../.eslint.config.mjs';

/** A piece of code in a file where it must not be, and words of the message that teaches why. */
type Violation = readonly [wall: string, file: string, code: string, lesson: string];

const VIOLATIONS: readonly Violation[] = [
  [
    'the phone imports what hosts it',
    'src/phone/phone.ts',
    "import { worker } from '../../extension/browser/messaging';",
    'dependencies point one way',
  ],
  [
    'the phone imports a test',
    'src/phone/phone.ts',
    "import { clock } from '../../test/support/fake-clock';",
    'never imports from test/',
  ],
  ['the phone uses chrome', 'src/phone/phone.ts', 'chrome.runtime.reload();', 'without a browser'],
  ['the phone uses browser', 'src/phone/phone.ts', 'browser.runtime.id;', 'without a browser'],
  ['the phone sets a timer', 'src/phone/phone.ts', 'setTimeout(f, 1);', 'Time is injected'],
  ['the phone reads the clock', 'src/call/call.ts', 'f(Date.now());', 'Time is injected'],
  ['the phone makes a date of now', 'src/call/call.ts', 'f(new Date());', 'Time is injected'],
  ['the phone throws dice', 'src/call/call.ts', 'f(Math.random());', 'Randomness is injected'],
  ['the phone makes an id', 'src/call/call.ts', 'f(crypto.randomUUID());', 'Ids, randomness and'],
  ['the phone writes a log', 'src/call/call.ts', 'console.log(1);', 'take a log as'],
  [
    'the phone imports SIP.js',
    'src/phone/phone.ts',
    "import { UserAgent } from 'sip.js';",
    'src/ is pure TypeScript',
  ],
  [
    'the phone imports a view library',
    'src/phone/phone.ts',
    "import { h } from 'preact';",
    'src/ is pure TypeScript',
  ],
  [
    'a call imports the number library',
    'src/call/call.ts',
    "import { parsePhoneNumber } from 'libphonenumber-js';",
    'libphonenumber-js in src/number',
  ],
  [
    'a part that reads a message imports the XML parser',
    'src/sip/gate.ts',
    "import { parseXml } from '@rgrove/parse-xml';",
    '@rgrove/parse-xml in src/sip/xml.ts',
  ],
  [
    'a number imports the view library',
    'src/number/display.ts',
    "import { h } from 'preact';",
    'src/ is pure TypeScript',
  ],
  [
    'a part of the phone loads something later',
    'src/phone/phone.ts',
    "void import('sip.js');",
    'import at the top',
  ],
  [
    'the popup imports SIP.js',
    'extension/popup/main.tsx',
    "import { UserAgent } from 'sip.js';",
    'behind the SipStack seam',
  ],
  [
    'another file of the phone document imports SIP.js',
    'extension/offscreen/main.ts',
    "import { UserAgent } from 'sip.js/lib/api/user-agent';",
    'behind the SipStack seam',
  ],
  [
    'a story imports SIP.js',
    'test/e2e/alice-calls-bob.test.ts',
    "import { UserAgent } from 'sip.js';",
    'behind the SipStack seam',
  ],
  [
    'the popup imports the browser API',
    'extension/popup/main.tsx',
    "import browser from 'webextension-polyfill';",
    'add what you need to extension/browser',
  ],
  [
    'the phone document uses chrome',
    'extension/offscreen/main.ts',
    'chrome.runtime.reload();',
    'add what you need to extension/browser',
  ],
  [
    'the worker makes an offscreen document wherever it likes',
    'extension/service-worker/main.ts',
    'void chrome.offscreen.closeDocument();',
    'call ensurePhoneDocument()',
  ],
  [
    'the popup imports the phone document',
    'extension/popup/main.tsx',
    "import { ring } from '../offscreen/ringtone';",
    'never imports a sibling',
  ],
  [
    'a deeper file of the content script imports the worker',
    'extension/content/marks/mark.ts',
    "import { route } from '../../service-worker/routes';",
    'never imports a sibling',
  ],
  [
    'the shared browser code imports a context',
    'extension/browser/messaging.ts',
    "import { route } from '../service-worker/routes';",
    'never imports a sibling',
  ],
  [
    'the popup imports a test',
    'extension/popup/main.tsx',
    "import { fakePhone } from '../../test/support/fake-phone';",
    'never imports from test/',
  ],
  [
    'the popup imports a module of Node',
    'extension/popup/main.tsx',
    "import { join } from 'node:path';",
    'Node modules do not exist',
  ],
  [
    'a view imports the browser',
    'extension/ui/dial/dial-pad.tsx',
    "import { phone } from '../../browser/messaging';",
    'Views know data and actions',
  ],
  [
    'a view uses chrome',
    'extension/ui/dial/dial-pad.tsx',
    'chrome.runtime.getURL("x");',
    'views and the phone run anywhere',
  ],
  [
    'a context answers messages with an async function',
    'extension/service-worker/main.ts',
    'chrome.runtime.onMessage.addListener(async () => { await f(); });',
    'steals their replies',
  ],
  [
    'a page writes to the console',
    'extension/popup/main.tsx',
    'console.log(1);',
    'tell the user in words',
  ],
  [
    'a test is skipped',
    'test/unit/call/call.test.ts',
    "it.skip('rings', () => { f(); });",
    'suite looks green',
  ],
  [
    'a test is alone',
    'test/e2e/busy.test.ts',
    "describe.only('busy', () => { f(); });",
    'suite looks green',
  ],
  [
    'a test is only promised',
    'test/glue/popup/popup.test.tsx',
    "it.todo('rings');",
    'suite looks green',
  ],
  [
    'a test sleeps',
    'test/e2e/busy.test.ts',
    'await new Promise((resolve) => setTimeout(resolve, 500));',
    'Tests never sleep',
  ],
  [
    'a test sleeps in more lines',
    'test/e2e/busy.test.ts',
    'await new Promise((resolve) => { setTimeout(resolve, 500); });',
    'Tests never sleep',
  ],
  [
    'a test sleeps with the help of Node',
    'test/e2e/busy.test.ts',
    "import { setTimeout } from 'node:timers/promises';",
    'Tests never sleep',
  ],
  [
    'a unit test needs a context',
    'test/unit/call/call.test.ts',
    "import { badge } from '../../../extension/service-worker/badge';",
    'Unit tests prove src/ alone',
  ],
];

/** The same code where it belongs. */
const AT_HOME: readonly (readonly [file: string, code: string])[] = [
  ['src/number/display.ts', "import { parsePhoneNumber } from 'libphonenumber-js/max';"],
  ['src/sip/xml.ts', "import { parseXml } from '@rgrove/parse-xml';"],
  ['src/call/call.ts', 'f(new Date(nowMs));'],
  ['extension/offscreen/sipjs/stack.ts', "import { UserAgent } from 'sip.js';"],
  ['extension/browser/messaging.ts', "import browser from 'webextension-polyfill';"],
  ['extension/service-worker/phone-document.ts', 'void chrome.offscreen.closeDocument();'],
  ['extension/popup/main.tsx', "import { DialPad } from '../ui/dial/dial-pad';"],
  ['extension/popup/main.tsx', "import { phone } from '../browser/messaging';"],
  ['extension/popup/view.tsx', "import { stateFor } from './state';"],
  ['test/pbx/pbx.ts', "import { Core } from 'sip.js';"],
  ['test/pbx/waiting.ts', 'await new Promise((resolve) => setTimeout(resolve, 20));'],
  ['test/e2e/busy.test.ts', "it('says busy', () => { f(); });"],
];

const linter = new Linter({ configType: 'flat' });

/** The messages for a file that need not exist: rules that ask for its types are left out. */
function messagesFor(file: string, code: string): string[] {
  const withoutTypes = { files: ['**/*'], ...tseslint.configs.disableTypeChecked };
  const found = linter.verify(code, [...config, withoutTypes] as Linter.Config[], file);

  return found.filter(({ ruleId }) => ruleId?.startsWith('no-') ?? true).map((one) => one.message);
}

describe('the walls of the house', () => {
  it.each(VIOLATIONS)('stop it when %s', (_wall, file, code, lesson) => {
    expect(messagesFor(file, code)).toEqual([expect.stringContaining(lesson)]);
  });

  it.each(AT_HOME)('let %s do what is its own: %s', (file, code) => {
    expect(messagesFor(file, code)).toEqual([]);
  });
});
