/** Smaller letters are there for something else than reading. */
const SMALLEST_PX = 6;
/** Below this much of its own colour left, text is as good as gone. */
const FAINTEST = 0.25;
/** The contrast of text in the colour of its ground is 1; of white on the lightest grey, 1.1. */
const LEAST_CONTRAST = 1.15;
/** No page nests deeper around a number, and each step makes the browser compute a style. */
const MOST_STEPS = 40;

interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

/**
 * Whether the text of an element can be read, going by its styles: true, false, or null where they
 * do not tell, as for text filled with a picture or cut by a shape.
 */
export function legibilityOf(element: Element): boolean | null {
  const style = getComputedStyle(element);
  const isPainted = style.getPropertyValue('background-clip').includes('text');
  const colour = colourOf(style.getPropertyValue('-webkit-text-fill-color') || style.color);

  if (parseFloat(style.fontSize) < SMALLEST_PX || style.visibility !== 'visible') {
    return false;
  }
  if (isPainted || colour === null) {
    return null;
  }

  return standsOut(element, colour);
}

/** Goes up through what the text is painted on, and in. */
function standsOut(element: Element, colour: Colour): boolean | null {
  let left = colour.alpha;
  let ground: Colour | null = null;
  let isKnown = true;
  let isGroundKnown = true;

  for (
    let at: Element | null = element, step = 0;
    at !== null && step < MOST_STEPS;
    at = outOf(at), step++
  ) {
    const style = getComputedStyle(at);
    const behind = colourOf(style.backgroundColor);

    left *= Number(style.opacity);
    isKnown &&= isEmpty(style, 'mask-image') && isEmpty(style, 'clip-path');
    if (ground === null && isGroundKnown) {
      isGroundKnown = style.backgroundImage === 'none' && behind !== null;
      ground = behind !== null && behind.alpha === 1 && isGroundKnown ? behind : null;
      isGroundKnown &&= ground !== null || behind?.alpha === 0;
    }
  }
  if (left < FAINTEST || (ground !== null && contrast(colour, ground) < LEAST_CONTRAST)) {
    return false;
  }

  return isKnown ? true : null;
}

function outOf(element: Element): Element | null {
  const shown = element.assignedSlot ?? element;

  return shown.parentNode instanceof ShadowRoot ? shown.parentNode.host : shown.parentElement;
}

function isEmpty(style: CSSStyleDeclaration, property: string): boolean {
  const value = style.getPropertyValue(property);

  return value === '' || value === 'none';
}

/** A computed colour is `rgb()` or `rgba()`, or in whatever colour space the page's author chose. */
function colourOf(computed: string): Colour | null {
  const parts = /^rgba?\(([^)]*)\)$/.exec(computed)?.[1]?.split(/[\s,/]+/) ?? pixelOf(computed);
  const [red, green, blue, alpha = 1] = parts.map(Number);

  return red === undefined || green === undefined || blue === undefined
    ? null
    : { rgb: [red, green, blue], alpha };
}

/** A colour as the browser paints it. */
function pixelOf(colour: string): (string | number)[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');

  if (context === null) {
    return [];
  }
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);

  const [red = 0, green = 0, blue = 0, opacity = 0] = context.getImageData(0, 0, 1, 1).data;

  return [red, green, blue, opacity / 255];
}

/** WCAG 2's contrast ratio. */
function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);

  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance({ rgb }: Colour): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;

    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });

  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
