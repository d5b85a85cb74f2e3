/** Reads what an office document holds without any library that wrote it. */
import { inflateRawSync } from 'node:zlib';

export interface Part {
  readonly text: string;
  /** As the archive has it: DOS date and time. */
  readonly time: number;
}

/** The parts of a zip archive by path. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Part> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, Part>();
  let at = data.readUInt32LE(end + 16);
  for (let i = data.readUInt16LE(end + 10); i > 0; i--) {
    const [method, size] = [data.readUInt16LE(at + 10), data.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = data.readUInt32LE(at + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const content = data.subarray(start, start + size);
    parts.set(data.toString('utf8', at + 46, at + 46 + name), {
      text: (method ? inflateRawSync(content) : content).toString('utf8'),
      time: data.readUInt32LE(at + 12),
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** Canonical inner XML of some parts, a tag a line, for comparing and for reading a difference. */
export function inner(parts: ReadonlyMap<string, Part>, paths: readonly string[]): string {
  return paths
    .map((path) => {
      const xml = parts.get(path)?.text ?? '(absent)';
      const lines = xml
        .replace(/^<\?xml[^>]*\?>\s*/, '')
        // Namespaces are the libraries' and say nothing.
        .replace(/ (?:xmlns:?\w*|mc:Ignorable)="[^"]*"/g, '')
        .replace(/></g, '>\n<');
      return `=== ${path}\n${lines}\n`;
    })
    .join('');
}

/** The cells of a sheet by address, and its merges, read from the XML alone. */
export function readSheet(parts: ReadonlyMap<string, Part>): {
  cells: Map<string, string>;
  merges: string[];
  xml: string;
} {
  const xml = parts.get('xl/worksheets/sheet1.xml')!.text;
  const strings = [...parts.get('xl/sharedStrings.xml')!.text.matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    [...si!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => unescaped(t!)).join(''),
  );
  const cells = new Map<string, string>();
  for (const [, address, attributes, content] of xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const value = /<v>(.*?)<\/v>/s.exec(content ?? '')?.[1];
    if (value !== undefined)
      cells.set(address!, attributes!.includes('t="s"') ? strings[Number(value)]! : `number ${value}`);
  }
  return { cells, merges: [...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref!), xml };
}

function unescaped(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** The tables of a document as text: a line a row, the text of each cell; ^ stands for a cell merged upwards. */
export function readRows(documentXml: string): string[][] {
  return [...documentXml.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell]) => {
      if (/<w:vMerge(?: w:val="continue")?\/>/.test(cell!)) return '^';
      const paragraphs = [...cell!.matchAll(/<w:p>(.*?)<\/w:p>/gs)];
      return paragraphs
        .map(([, p]) => [...p!.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, t]) => unescaped(t!)).join(''))
        .join('/');
    }),
  );
}
