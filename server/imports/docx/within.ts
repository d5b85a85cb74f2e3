/** What stands in an element, however deep. */
import { child, type XmlElement } from '../xml.ts';

/** Blanks at the ends count only where the file says so (XML 1.0, 2.10). */
export function plain(element: XmlElement): string {
  const text = element.text.replace(/[\t\r\n]/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^ +| +$/g, '');
}

/** A line drawn, and no more, is no picture: the red line below the letterhead. */
export function showsSomething(element: XmlElement): boolean {
  return (
    element.name === 'w:object' ||
    element.children.some(
      (child) => /:(imagedata|pic|chart|relIds|OLEObject)$/.test(child.name) || showsSomething(child),
    )
  );
}

/** The outermost elements of a name, through those that are written for newer programs only once. */
export function allWithin(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((inner) => {
    if (inner.name === name) return [inner];
    if (inner.name === 'mc:Fallback' && child(element, 'mc:Choice')) return [];
    return allWithin(inner, name);
  });
}

export function textWithin(element: XmlElement, name: string): string {
  return element.name === name ? element.text : element.children.map((inner) => textWithin(inner, name)).join('');
}
