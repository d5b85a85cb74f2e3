/** What the parts of an office document are written with. */
import { printable } from '../page/printable.ts';

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text of an element or of an attribute in double quotes; what XML may not hold is dropped. */
export function escaped(text: string): string {
  if (!/[^ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]/.test(text)) return text;
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element without content; attributes that are undefined are left out. */
export function empty(name: string, attributes: Readonly<Record<string, string | number | undefined>> = {}): string {
  let xml = `<${name}`;
  for (const key in attributes) if (attributes[key] !== undefined) xml += ` ${key}="${attributes[key]}"`;
  return `${xml}/>`;
}
