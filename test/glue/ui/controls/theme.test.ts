import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** WCAG 2.2 §1.4.3: what can be read by somebody with 20/40 sight. */
const READABLE = 4.5;
/** §1.4.11: what can be told from its ground: borders of fields, the focus ring. */
const VISIBLE = 3;

const css = readFileSync(join(__dirname, '../../../../extension/ui/controls/theme.css'), 'utf8');
const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');

function colour(name: string, scheme: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(scheme)?.[1];

  if (found === undefined) {
    throw new Error(`no colour ${name}`);
  }

  return found;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;

    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });

  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);

  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s', (_, scheme) => {
  test.each([
    ['text', 'page'],
    ['text', 'surface'],
    ['text', 'sunken'],
    ['text', 'hover'],
    ['muted', 'page'],
    ['muted', 'surface'],
    ['muted', 'sunken'],
    ['muted', 'hover'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['accent-text', 'page'],
    ['accent-text', 'surface'],
    ['accent-text', 'hover'],
    ['on-accent-soft', 'accent-soft'],
    ['on-danger', 'danger'],
    ['on-danger', 'danger-hover'],
    ['danger-text', 'page'],
    ['danger-text', 'surface'],
    ['danger-text', 'hover'],
    ['danger-text', 'danger-soft'],
    ['on-warning-soft', 'warning-soft'],
    ['on-warning-soft', 'surface'],
  ])('%s on %s can be read', (text, ground) => {
    expect(contrast(colour(text, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(READABLE);
  });

  test.each([
    ['control-line', 'surface'],
    ['control-line', 'page'],
    ['focus', 'page'],
    ['focus', 'surface'],
    ['accent', 'sunken'],
  ])('%s on %s can be seen', (line, ground) => {
    expect(contrast(colour(line, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(VISIBLE);
  });
});
