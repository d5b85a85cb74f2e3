/** What is asked of the nodes of a page: names, attributes, styles, and what does not show. */
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function textOf(node: Node): string | undefined {
  return node.nodeName === '#text' && 'value' in node ? node.value : undefined;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** A property of the element's own style. */
export function styled(element: Element, property: string): string | undefined {
  const style = attribute(element, 'style');
  if (!style) return undefined;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return undefined;
}

/** Elements that print no text of the page. */
const SILENT: ReadonlySet<string> = new Set(
  'script style noscript template head title meta link base iframe frame frameset object embed applet svg math canvas audio video map select option datalist textarea input button dialog xml'.split(
    ' ',
  ),
);

export function isSilent(element: Element): boolean {
  return SILENT.has(element.tagName);
}

/** The page holds it and doesn't show it. */
export function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  if (!attribute(element, 'style')) return false;
  return (
    styled(element, 'display') === 'none' ||
    styled(element, 'visibility') === 'hidden' ||
    styled(element, 'mso-hide') === 'all'
  );
}

const BLOCK: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);

export function isBlock(element: Element): boolean {
  return BLOCK.has(element.tagName);
}

/** All text in it that shows, blanks as they stand. */
export function shownText(node: Parent | Node): string {
  const pieces: string[] = [];
  const walk = (at: Parent | Node): void => {
    const text = textOf(at as Node);
    if (text !== undefined) pieces.push(text);
    else if ('childNodes' in at)
      for (const child of at.childNodes) if (!isElement(child) || !(isSilent(child) || isHidden(child))) walk(child);
  };
  walk(node);
  return pieces.join('');
}

/** All text in it, hidden text too. */
export function* textsIn(parent: Parent): Generator<string> {
  for (const child of parent.childNodes) {
    const text = textOf(child);
    if (text !== undefined) yield text;
    else if (isElement(child)) yield* textsIn(child);
  }
}

/** A number that an attribute gives. */
export function whole(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isFinite(number) ? Math.min(number, 100_000) : undefined;
}

/** The elements below, in order, hidden ones too. */
export function* elementsIn(parent: Parent): Generator<Element> {
  for (const child of parent.childNodes)
    if (isElement(child)) {
      yield child;
      yield* elementsIn(child);
    }
}

/** How deep elements stand in each other, no further than asked; walked without recursion. */
export function isDeeper(root: Parent, most: number): boolean {
  let level: Parent[] = [root];
  for (let depth = 0; level.length; depth++) {
    if (depth > most) return true;
    level = level.flatMap((parent) => parent.childNodes.filter(isElement));
  }
  return false;
}
