/**
 * The walls of the house as rules. `src/` is the phone and knows no browser; each folder of
 * `extension/` is one context and knows no sibling; SIP.js and the browser's API each have one
 * place. Every message says why the wall is there and what to do instead. `test/unit/walls.test.ts`
 * runs into each of them.
 */
import tseslint from 'typescript-eslint';

const CONTEXTS = [
  'content',
  'diagnostics',
  'offscreen',
  'options',
  'popup',
  'service-worker',
  'welcome',
];

/** Imports that only the files beside them may make. */
const SIPJS = {
  regex: '^sip\\.js(/|$)',
  message:
    'SIP.js lives behind the SipStack seam, in extension/offscreen/sipjs/ only: speak to the SipStack interface of src/phone instead.',
};
const POLYFILL = {
  regex: '^webextension-polyfill(/|$)',
  message:
    "The browser's API is imported in extension/browser and extension/service-worker only, so that views and the phone run anywhere: add what you need to extension/browser and import that.",
};
const TESTS = {
  regex: '(^|/)test(/|$)',
  message: 'What ships never imports from test/: move the shared part to src/.',
};
const NODE = {
  regex: '^node:',
  message: 'This code runs in the browser, where Node modules do not exist.',
};

const BROWSER_GLOBALS = ['chrome', 'browser'].map((name) => ({
  name,
  message: `\`${name}\` is used in extension/browser and extension/service-worker only, so that views and the phone run anywhere: add what you need to extension/browser and import that.`,
}));

const NO_CONSOLE = {
  name: 'console',
  message:
    "Nobody reads an extension's console: tell the user in words what went wrong, and take a log as an argument for the rest.",
};

/** What makes pure code depend on where and when it runs. */
const IMPURE_GLOBALS = [
  NO_CONSOLE,
  ...['chrome', 'browser', 'window', 'document', 'navigator', 'globalThis', 'self'].map((name) => ({
    name,
    message: `src/ is the phone without a browser: \`${name}\` belongs in extension/. Take what you need as an argument.`,
  })),
  ...['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'performance'].map((name) => ({
    name,
    message: `Time is injected in src/, so that tests need not wait: take a clock as an argument instead of \`${name}\`.`,
  })),
  ...['crypto', 'fetch', 'WebSocket', 'process', 'require', 'localStorage'].map((name) => ({
    name,
    message: `Ids, randomness and the network are injected in src/: take a function as an argument instead of \`${name}\`.`,
  })),
];

const NO_DYNAMIC_IMPORT = {
  selector: 'ImportExpression',
  message:
    'Every context is one bundle, and the walls see static imports only: import at the top. What is seldom needed is named in build.mjs and loaded by extension/browser/late-script.ts.',
};
const NO_ASYNC_LISTENER = {
  selector:
    "CallExpression[callee.property.name='addListener'][callee.object.property.name='onMessage'] > :function[async=true]",
  message:
    'An async onMessage listener answers every message, also those of others, and so steals their replies. Return undefined, synchronously, for mail that is not yours: use answerRequests of extension/browser/messaging.',
};
const NO_OFFSCREEN_API = {
  selector: "MemberExpression[object.name=/^(chrome|browser)$/][property.name='offscreen']",
  message:
    'Only one offscreen document can exist and two creations at once fail, so chrome.offscreen has one home with a lock: call ensurePhoneDocument() of extension/service-worker/phone-document.ts.',
};
const NO_CLOCK_OR_CHANCE = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Time is injected in src/: take the present as an argument (`nowMs`) or a clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is injected in src/: take the present as an argument (`nowMs`) or a clock.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness is injected in src/: take a function as an argument.',
  },
];
const NO_SLEEP =
  'Tests never sleep: a fixed wait is too short on a busy machine and too long on every other. Wait for a condition.';
const NO_SLEEPS = [
  {
    selector:
      "NewExpression[callee.name='Promise'] > :function[params.length=1] > CallExpression[callee.name='setTimeout']",
    message: NO_SLEEP,
  },
  {
    selector:
      "NewExpression[callee.name='Promise'] > :function[params.length=1] > BlockStatement > ExpressionStatement > CallExpression[callee.name='setTimeout']",
    message: NO_SLEEP,
  },
  { selector: "ImportDeclaration[source.value='node:timers/promises']", message: NO_SLEEP },
];
const NO_HALF_TESTS = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo)$/]',
    message:
      'A skipped, lonely or promised test says nothing while the suite looks green: write it, mend it or take it out.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message:
      'A skipped or lonely test says nothing while the suite looks green: write it, mend it or take it out.',
  },
];

/**
 * The walls around some files. A later configuration replaces the options of an earlier one, so
 * each set of files gets all its walls in one piece.
 */
function walls(files, { imports = [], syntax = [], globals = [] }) {
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns: imports }],
      'no-restricted-syntax': ['error', ...syntax],
      'no-restricted-globals': ['error', ...globals],
    },
  };
}

/** Imports of a sibling context, seen from any depth inside `context`. */
function siblingsOf(context) {
  const siblings = CONTEXTS.filter((name) => name !== context).join('|');

  return {
    regex: `^(\\.\\./)+(extension/)?(${siblings})(/|$)`,
    message:
      'One folder of extension/ is one context, with a life of its own: it never imports a sibling. Share through src/, extension/ui or extension/browser, or send a request.',
  };
}

function contextWalls(context) {
  const base = `extension/${context}`;
  const imports = [siblingsOf(context), TESTS, NODE];
  const syntax = [NO_DYNAMIC_IMPORT, NO_ASYNC_LISTENER];

  switch (context) {
    case 'service-worker':
      return [
        walls([`${base}/**`], {
          imports: [...imports, SIPJS],
          syntax: [...syntax, NO_OFFSCREEN_API],
          globals: [NO_CONSOLE],
        }),
        walls([`${base}/phone-document.ts`], {
          imports: [...imports, SIPJS],
          syntax,
          globals: [NO_CONSOLE],
        }),
      ];
    case 'offscreen':
      return [
        walls([`${base}/**`], {
          imports: [...imports, SIPJS, POLYFILL],
          syntax,
          globals: [...BROWSER_GLOBALS, NO_CONSOLE],
        }),
        walls([`${base}/sipjs/**`], {
          imports: [...imports, POLYFILL],
          syntax,
          globals: [...BROWSER_GLOBALS, NO_CONSOLE],
        }),
      ];
    default:
      return [
        walls([`${base}/**`], {
          imports: [...imports, SIPJS, POLYFILL],
          syntax,
          globals: [...BROWSER_GLOBALS, NO_CONSOLE],
        }),
      ];
  }
}

const PURE = {
  imports: [
    {
      regex: '(^|/)extension(/|$)',
      message:
        'src/ is the phone and extension/ hosts it: dependencies point one way. Describe what you need as an interface here and implement it there.',
    },
    TESTS,
    {
      regex: '^[^.]',
      message:
        'src/ is pure TypeScript: no package, but libphonenumber-js in src/number and @rgrove/parse-xml in src/sip/xml.ts. Describe what you need as an interface and implement it in extension/.',
    },
  ],
  syntax: [NO_DYNAMIC_IMPORT, ...NO_CLOCK_OR_CHANCE],
  globals: IMPURE_GLOBALS,
};

/** The same walls with a door for one package that is pure itself. */
function pureWith(name) {
  return {
    ...PURE,
    imports: PURE.imports.map((wall) =>
      wall.regex === '^[^.]' ? { ...wall, regex: `^(?!\\.|${name}(/|$))` } : wall,
    ),
  };
}

export default tseslint.config(
  {
    ignores: ['dist/', 'demo-output/', 'test-output/', '.cache/', 'node_modules/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    rules: {
      curly: ['error', 'all'],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },

  walls(['src/**'], PURE),
  walls(['src/number/**'], pureWith('libphonenumber-js')),
  walls(['src/sip/xml.ts'], pureWith('@rgrove/parse-xml')),

  walls(['extension/browser/**'], {
    imports: [siblingsOf('browser'), TESTS, NODE, SIPJS],
    syntax: [NO_DYNAMIC_IMPORT, NO_ASYNC_LISTENER, NO_OFFSCREEN_API],
    globals: [NO_CONSOLE],
  }),
  // The one place that loads a script late.
  walls(['extension/browser/late-script.ts'], {
    imports: [siblingsOf('browser'), TESTS, NODE, SIPJS, POLYFILL],
    syntax: [NO_ASYNC_LISTENER, NO_OFFSCREEN_API],
    globals: [NO_CONSOLE],
  }),
  walls(['extension/ui/**'], {
    imports: [
      siblingsOf('ui'),
      {
        regex: '^(\\.\\./)+(extension/)?browser(/|$)',
        message:
          'Views know data and actions, never the browser, so that they run in any page and any test: take what you need as a prop.',
      },
      TESTS,
      NODE,
      SIPJS,
      POLYFILL,
    ],
    syntax: [NO_DYNAMIC_IMPORT],
    globals: [...BROWSER_GLOBALS, NO_CONSOLE],
  }),
  ...CONTEXTS.flatMap((context) => contextWalls(context)),

  walls(['test/**'], {
    imports: [SIPJS, POLYFILL],
    syntax: [...NO_HALF_TESTS, ...NO_SLEEPS],
  }),
  // The one place of each test bed that may use a timer to look again, or to give up.
  walls(['test/**/waiting.ts'], { imports: [SIPJS, POLYFILL], syntax: NO_HALF_TESTS }),
  // The other end of the line, and the peers that Offhook is measured against, are SIP.js too.
  walls(['test/{adapter,pbx,bench}/**', 'test/support/sipjs-*.ts'], {
    imports: [POLYFILL],
    syntax: [...NO_HALF_TESTS, ...NO_SLEEPS],
  }),
  walls(['test/pbx/waiting.ts', 'test/adapter/waiting.ts', 'test/bench/waiting.ts'], {
    imports: [POLYFILL],
    syntax: NO_HALF_TESTS,
  }),
  walls(['test/unit/**'], {
    imports: [
      {
        regex: '(^|/)extension(/|$)',
        message: 'Unit tests prove src/ alone; what hosts it is proved in test/glue or test/e2e.',
      },
      SIPJS,
      POLYFILL,
    ],
    syntax: [...NO_HALF_TESTS, ...NO_SLEEPS],
  }),
);
