import { parseXml, XmlElement } from '@rgrove/parse-xml';

export type { XmlElement };

/** Longer documents are no news of a person. */
const LONGEST_DOCUMENT = 64 * 1024;
/** The parser goes down into elements by calling itself: so many cannot exhaust the stack. */
const MOST_ELEMENTS = 1_000;

/**
 * The root of an XML document from the network, if it has this name in whatever namespace; null
 * for all else. A document type is refused: nothing that we read has one, and it is where entities
 * that grow or fetch are declared.
 */
export function rootElement(document: string, name: string): XmlElement | null {
  const text = document.trim();

  if (
    text.length > LONGEST_DOCUMENT ||
    text.includes('<!DOCTYPE') ||
    (text.match(/<[^!?/]/g) ?? []).length > MOST_ELEMENTS
  ) {
    return null;
  }
  try {
    const { root } = parseXml(text);

    return root !== null && localName(root) === name ? root : null;
  } catch {
    return null; // Not well formed: nothing of it can be believed.
  }
}

/** The elements of this name directly inside, in whatever namespace. */
export function childrenNamed(parent: XmlElement | null, name: string): readonly XmlElement[] {
  return childElements(parent).filter((child) => localName(child) === name);
}

/** The first element of this name directly inside; null when there is none. */
export function childNamed(parent: XmlElement | null, name: string): XmlElement | null {
  return childrenNamed(parent, name)[0] ?? null;
}

/** All elements directly inside. */
export function childElements(parent: XmlElement | null): readonly XmlElement[] {
  return (parent?.children ?? []).filter((child) => child instanceof XmlElement);
}

/** An element's name without its namespace's prefix: prefixes are the writer's to choose. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute's value without white space around it; null where it is missing or empty. */
export function attribute(element: XmlElement | null, name: string): string | null {
  const value = element?.attributes[name]?.trim() ?? '';

  return value === '' ? null : value;
}

/** The text in an element, in one line; null where there is none. */
export function textIn(element: XmlElement | null): string | null {
  const text = element?.text.replace(/\s+/g, ' ').trim() ?? '';

  return text === '' ? null : text;
}
