/** Files that can't be read are refused by name, with what to do. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../server/imports/index.ts';
import { others } from '../../server/imports/others.ts';
import { makeDocx, p } from './make-docx.ts';

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));

describe('a file of another kind', () => {
  it.each([
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml')],
    ['OpenDocument', zip('mimetype', 'content.xml')],
    ['演示文稿', zip('ppt/presentation.xml')],
    ['压缩包', zip('通知.txt')],
    ['RTF', strToU8('{\\rtf1\\ansi 文本}')],
    ['图片', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ])('is refused as %s', async (word, bytes) => {
    expect(others.recognises(bytes)).toBe(true);
    expect(await importDocument(bytes, '通知.doc')).toMatchObject({ refused: { zh: expect.stringContaining(word) } });
  });

  it('is none that can be read', async () => {
    expect(others.recognises(strToU8('一、总体要求'))).toBe(false);
    expect(await importDocument(makeDocx(p('一、总体要求')), '通知.zip')).toHaveProperty('text');
  });
});
