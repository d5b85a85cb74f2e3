/** XML of an Office document, as a tree. A DTD is refused, so no entity is ever resolved but XML's own five. */
import { BOUNDS, type Refused } from './import.ts';
import { DECLARES_TYPE, damaged, TOO_DEEP, UNPACKS_TOO_FAR } from './refusals.ts';

/** Names have the prefix that ECMA-376 gives their namespace, whichever the file has: w:p. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The text directly in it. */
  text: string;
}

/** The usual prefixes of the namespaces, in the transitional and the strict form of the standard. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** More elements than any document of an office has. */
const MOST_ELEMENTS = 3_000_000;

/** Thrown and caught here only: the parser has no other way to stop. */
class Stop extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super();
    this.refused = refused;
  }
}

/**
 * Reads a part.
 *
 * @param name for the words of a refusal: word/document.xml
 */
export async function readXml(bytes: Uint8Array, name: string): Promise<XmlElement | Refused> {
  const { SaxesParser } = await import('./xml-library.ts');
  const text = await decode(bytes);
  const parser = new SaxesParser({ position: false });
  const names = new Names();
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let elements = 0;
  parser.on('doctype', () => {
    throw new Stop(DECLARES_TYPE);
  });
  parser.on('error', () => {
    throw new Stop(damaged({ zh: `${name} 不是正确的 XML`, en: `${name} is no proper XML` }));
  });
  parser.on('opentag', (tag) => {
    const { name } = tag;
    const attributes = tag.attributes as Readonly<Record<string, string>>;
    if (open.length > BOUNDS.depth) throw new Stop(TOO_DEEP);
    if (++elements > MOST_ELEMENTS) throw new Stop(UNPACKS_TOO_FAR);
    names.open(attributes);
    const element = { name: names.of(name), attributes: names.attributes(attributes), children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    names.close();
    open.pop();
  });
  const add = (text: string): void => {
    open.at(-1)!.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Stop) return error.refused;
    throw error;
  }
  return top.children[0]!;
}

/** What prefixes stand for. Programs declare them at the root, nearly always as everyone does. */
class Names {
  #prefixes: Readonly<Record<string, string>> = { xml: 'xml' };
  #known = new Map<string, string>();
  readonly #outer: (readonly [Readonly<Record<string, string>>, Map<string, string>] | undefined)[] = [];

  open(attributes: Readonly<Record<string, string>>): void {
    let own: Record<string, string> | undefined;
    for (const name in attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      own ??= { ...this.#prefixes };
      const prefix = name.slice(6);
      // Of a namespace that is not known here the prefix must not look like one that is.
      own[prefix] = PREFIXES[attributes[name]!] ?? `?${prefix}`;
    }
    this.#outer.push(own && [this.#prefixes, this.#known]);
    if (!own) return;
    this.#prefixes = own;
    this.#known = new Map();
  }

  close(): void {
    const outer = this.#outer.pop();
    if (outer) [this.#prefixes, this.#known] = outer;
  }

  of(name: string): string {
    let known = this.#known.get(name);
    if (known === undefined) {
      const colon = name.indexOf(':');
      const prefix = this.#prefixes[colon < 0 ? '' : name.slice(0, colon)];
      known = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
      this.#known.set(name, known);
    }
    return known;
  }

  attributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    let named: Record<string, string> | undefined;
    for (const name in attributes) {
      if (name.startsWith('xmlns')) continue;
      named ??= {};
      named[name.includes(':') ? this.of(name) : name] = attributes[name]!;
    }
    return named ?? NONE;
  }
}

const NONE: Readonly<Record<string, string>> = {};

async function decode(bytes: Uint8Array): Promise<string> {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (little || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    let text = '';
    for (let i = 2; i + 1 < bytes.length; i += 2)
      text += String.fromCharCode(little ? bytes[i]! | (bytes[i + 1]! << 8) : (bytes[i]! << 8) | bytes[i + 1]!);
    return text;
  }
  const { strFromU8 } = await import('fflate');
  return strFromU8(bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3) : bytes);
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The w:val of a child: of w:numId in w:numPr. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** A property that is on where it stands without a value (ECMA-376-1, 17.17.4); undefined where it doesn't stand. */
export function toggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && !/^(0|false|off)$/.test(found.attributes['w:val'] ?? '');
}
