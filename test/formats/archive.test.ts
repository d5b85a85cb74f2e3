/** The archives and the XML that office documents are made of, read by programs that did not write them. */
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { zip } from '../../server/formats/ooxml/archive.ts';
import { writePackage } from '../../server/formats/ooxml/package.ts';
import { writeWord } from '../../server/formats/ooxml/word.ts';
import { A4, pinned, section } from '../../server/formats/ooxml/word-page.ts';
import { cell, row, table } from '../../server/formats/ooxml/word-table.ts';
import { lines, pageNumber, paragraph, run, styleSheet } from '../../server/formats/ooxml/word-text.ts';
import { unzip } from './unzip.ts';

/** Each entry of the central directory: what it says of itself, and what its data is. */
function entriesOf(bytes: Uint8Array) {
  const data = Buffer.from(bytes);
  const end = data.length - 22;
  const entries = [];
  let at = data.readUInt32LE(end + 16);
  for (let n = data.readUInt16LE(end + 10); n > 0; n--) {
    const local = data.readUInt32LE(at + 42);
    const nameLength = data.readUInt16LE(at + 28);
    const start = local + 30 + data.readUInt16LE(local + 26);
    const content = inflateRawSync(data.subarray(start, start + data.readUInt32LE(at + 20)));
    entries.push({
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      same: data.subarray(at + 6, at + 32).equals(data.subarray(local + 4, local + 30)),
      crc: data.readUInt32LE(at + 16),
      size: data.readUInt32LE(at + 24),
      content,
    });
    at += 46 + nameLength;
  }
  return entries;
}

/** What zip archives check their data with, bit by bit. */
function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

describe('an archive', () => {
  test('holds its parts, however long they are and in however many pieces they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }),
        // Around the length at which a part is written in pieces.
        fc.constantFrom(0, 1, 262_143, 262_144, 262_145, 600_000),
        (pieces, length) => {
          const long = '𠀀采茶'.repeat(Math.ceil(length / 4)).slice(0, length);
          const data = [long, ...pieces];
          const [whole, parted] = [zip([{ path: '甲.xml', data: data.join('') }]), zip([{ path: '甲.xml', data }])];
          expect(Buffer.from(whole).equals(Buffer.from(parted))).toBe(true);
          const [entry] = entriesOf(whole);
          const text = Buffer.from(data.join(''), 'utf8');
          expect(entry!.content.equals(text)).toBe(true);
          expect(entry).toMatchObject({ name: '甲.xml', same: true, size: text.length });
        },
      ),
      { numRuns: 8 },
    );
  });

  test('says the right check sum of each part, of bytes as of text', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251);
    const entries = entriesOf(
      zip([
        { path: 'a', data: bytes },
        { path: 'b', data: '采茶' },
        { path: 'c', data: '' },
      ]),
    );
    expect(entries.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    for (const { content, crc } of entries) expect(crc).toBe(crcOf(content));
    expect(entries[0]!.content.equals(bytes)).toBe(true);
  });
});

/** Reads XML strictly: a part that is not well-formed throws. */
function textsIn(xml: string): string {
  let text = '';
  let inText = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    inText = name === 'w:t' || name === 'dc:title' || name === 'dc:creator';
  });
  parser.on('closetag', () => {
    inText = false;
  });
  parser.on('text', (piece) => {
    if (inText) text += piece;
  });
  parser.write(xml).close();
  return text;
}

test('a Word document is well-formed whatever its texts are, and loses none that XML may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const style = { id: 'Body', name: text, run: { font: text } };
      const bytes = writeWord({
        title: text,
        author: text,
        styles: styleSheet({ font: text, size: 16 }, [style]),
        stories: {
          odd: {
            kind: 'footer',
            content: paragraph(
              'Body',
              pinned({ id: 1, name: text, x: 0, y: 0, width: 9, height: 9 }, lines('Body', text)),
            ),
          },
        },
        body: [
          paragraph('Body', run(text) + pageNumber(), { align: 'both', firstLine: -20, keepNext: true }),
          table({ widths: [500, 600], margins: { across: 5, down: 5 }, rule: { size: 4 } }, [
            row({ whole: true, header: true }, [cell({ width: 1100, columns: 2 }, lines('Body', text))]),
          ]),
        ],
        section: section({
          width: A4.short,
          height: A4.long,
          margins: { top: 1, right: 1, bottom: 1, left: 1, header: 1, footer: 1 },
          footers: { usual: 'odd' },
        }),
      });
      const parts = unzip(bytes);
      for (const [path, part] of parts) expect(() => textsIn(part.text), path).not.toThrow();
      const kept = [...text].filter((c) => /[^\0-\x1f\x7f\ufffe\uffff\p{Surrogate}]/u.test(c)).join('');
      const written = textsIn(parts.get('word/document.xml')!.text);
      expect(written.replace(/[\n\t]/g, '')).toBe(`${kept}1${kept}`);
    }),
    { numRuns: 100 },
  );
});

test('a package names the type of each of its parts, and leads to them', () => {
  const parts = unzip(
    writePackage(
      [
        {
          path: 'word/document.xml',
          type: 'application/x',
          data: '<a/>',
          relationships: [{ id: 'styles', type: 'styles', target: 'styles.xml' }],
        },
      ],
      { title: '甲<乙>', author: '“丙”&丁' },
    ),
  );
  expect(parts.get('[Content_Types].xml')!.text).toContain(
    '<Override PartName="/word/document.xml" ContentType="application/x"/>',
  );
  expect(parts.get('_rels/.rels')!.text).toContain('Target="word/document.xml"');
  expect(parts.get('word/_rels/document.xml.rels')!.text).toContain('Target="styles.xml"');
  expect(textsIn(parts.get('docProps/core.xml')!.text)).toBe('甲<乙>“丙”&丁');
});
