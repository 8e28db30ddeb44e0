import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { join } from 'node:path';
import type { AwkwardPage } from './awkward-pages';

const ROOT = join(import.meta.dirname, '../../..');

/** Texts beside texts, texts for elements, rows that move: what a page's framework does all day. */
const REACT_APP = `
  import { Component, createElement as h, useEffect, useState } from 'react';

  const hooks = {};

  class Boundary extends Component {
    state = { isBroken: false };
    static getDerivedStateFromError() { return { isBroken: true }; }
    componentDidCatch(error) { globalThis.errors.push(String(error)); }
    render() { return this.state.isBroken ? h('p', null, 'Broken') : this.props.children; }
  }

  function Team() {
    const [turn, setTurn] = useState(0);

    useEffect(() => { hooks.turnTo = setTurn; hooks.ready?.(); }, []);

    const rows = [0, 1, 2, 3].map((row) => (row + turn) % 5);

    return h('main', null,
      h('p', null, 'Call ', turn % 2 ? null : 'us: ', h('span', { id: 'number' }, '+49 30 23125 101'), ' (', turn, ')'),
      h('p', null, 'Fax: ', turn % 2 ? '+49 30 23125 102' : h('b', null, '+49 30 23125 102')),
      h('p', null, turn % 3 ? null : '+49 30 23125 103', turn % 3 === 1 ? '+49 30 23125 104' : null, ' and more'),
      h('ul', null, rows.map((row) => h('li', { key: row }, row, ': +49 30 23125 10', row, turn % 2 ? '.' : ''))));
  }

  const app = h(Boundary, null, h(Team));
`;
const REACT_SERVER = `${REACT_APP}
  import { renderToString } from 'react-dom/server';

  process.stdout.write(renderToString(app));
`;
const REACT_CLIENT = `${REACT_APP}
  import { flushSync } from 'react-dom';
  import { hydrateRoot } from 'react-dom/client';

  let turn = 0;

  globalThis.errors = [];
  globalThis.step = async () => {
    const tell = (error) => globalThis.errors.push(String(error));

    if (turn === 0) {
      await new Promise((resolve) => {
        hooks.ready = resolve;
        hydrateRoot(document.getElementById('app'), app, { onRecoverableError: tell, onUncaughtError: tell });
      });
    }
    for (let each = 0; each < 6; each++) {
      turn++;
      flushSync(() => hooks.turnTo(turn));
    }
  };
`;
const VUE_CLIENT = `
  import { createApp, h, nextTick, ref } from 'vue';

  const turn = ref(0);
  const app = createApp({
    render: () => h('main', [
      h('p', ['Call ', turn.value % 2 ? '' : 'us: ', h('span', { id: 'number' }, '+49 30 23125 101'), ' (' + turn.value + ')']),
      h('p', ['Fax: ', turn.value % 2 ? '+49 30 23125 102' : h('b', '+49 30 23125 102')]),
      h('ul', [0, 1, 2, 3].map((row) => (row + turn.value) % 5).map((row) =>
        h('li', { key: row }, row + ': +49 30 23125 10' + row + (turn.value % 2 ? '.' : '')))),
    ]),
  });

  globalThis.errors = [];
  app.config.errorHandler = (error) => globalThis.errors.push(String(error));
  app.mount('#app');
  globalThis.step = async () => {
    for (let each = 0; each < 6; each++) {
      turn.value++;
      await nextTick();
    }
  };
`;
const LIT_CLIENT = `
  import { html, LitElement } from 'lit';

  customElements.define('team-card', class extends LitElement {
    static properties = { turn: { type: Number } };
    constructor() { super(); this.turn = 0; }
    render() {
      const rows = [0, 1, 2, 3].map((row) => (row + this.turn) % 5);

      return html\`<style>p { margin: 0 }</style>
        <p>Call \${this.turn % 2 ? '' : 'us: '}<span id="number">+49 30 23125 101</span> (\${this.turn})</p>
        <p>Fax: \${this.turn % 2 ? '+49 30 23125 102' : html\`<b>+49 30 23125 102</b>\`}</p>
        <ul>\${rows.map((row) => html\`<li>\${row}: +49 30 23125 10\${row}</li>\`)}</ul>\`;
    }
  });
  globalThis.step = async () => {
    const card = document.querySelector('team-card');

    for (let each = 0; each < 6; each++) {
      card.turn++;
      await card.updateComplete;
    }
  };
`;

/** Pages whose texts belong to a framework. Built from the packages that sites are built from. */
export const FRAMEWORK_PAGES: readonly AwkwardPage[] = [
  {
    name: 'a React page, hydrated and rendered again',
    selector: '#number',
    html: () => pageOf(`<div id="app">${reactHtml()}</div>`, REACT_CLIENT),
  },
  {
    name: 'a Vue page',
    selector: '#number',
    html: () => pageOf('<div id="app"></div>', VUE_CLIENT),
  },
  {
    name: 'a page of Lit components with shadow roots',
    selector: 'team-card >>> #number',
    // Lit marks its places by chance: the same chance in every browser.
    html: () =>
      pageOf('<script>Math.random = () => 0.5</script><team-card></team-card>', LIT_CLIENT),
  },
];

function pageOf(body: string, script: string): string {
  const code = bundle(script, 'browser').replaceAll('</script', '<\\/script');

  return `<!doctype html><html lang="de-DE"><head><title>App</title></head><body>${body}<script>${code}</script></body></html>`;
}

/** What a server sends: made in Node, as a server does. */
function reactHtml(): string {
  return execFileSync(process.execPath, ['-'], { input: bundle(REACT_SERVER, 'node') }).toString();
}

function bundle(source: string, platform: 'browser' | 'node'): string {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: ROOT },
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    logLevel: 'error',
    // In development React and Vue say aloud what they would bear in production.
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  });

  return outputFiles[0]?.text ?? '';
}
