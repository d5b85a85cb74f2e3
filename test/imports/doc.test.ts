/** Word 97 to 2003 documents: text, automatic numbers and tables. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doc } from '../../server/imports/doc/doc.ts';
import { docx } from '../../server/imports/docx/docx.ts';
import type { Draft } from '../../server/imports/draft.ts';
import { isCompound, readCompound } from '../../server/imports/ole.ts';
import { xls } from '../../server/imports/sheet.ts';
import { filled } from './filled.ts';
import { makeDocx, p } from './make-docx.ts';

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(import.meta.dirname, 'word97', name)));

async function draftOf(bytes: Uint8Array): Promise<Draft> {
  const draft = await doc.read(bytes, {});
  if ('refused' in draft) throw new Error(draft.refused.zh);
  return draft;
}

const printed = ({ blocks }: Draft): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [(block.number ?? '') + block.text] : [block.kind]));
const told = ({ remarks }: Draft): string[] =>
  remarks.map(({ kind, words, quote = '' }) => `${kind} ${words.zh.slice(0, 8)} ${quote}`.trim());

describe('a Word 97 document', () => {
  it('gives its paragraphs with their numbers, revisions accepted, and its table', async () => {
    const draft = await draftOf(file('plan.doc'));
    expect(printed(draft)).toEqual([
      '云溪县人民政府办公室文件',
      '云政办发〔2026〕3号',
      '关于印发2026年重点工作任务\n分解方案的通知',
      '各乡镇人民政府，县政府各部门：',
      '现将方案印发给你们，请抓好落实。',
      '一、总体要求',
      '（一）坚持稳中求进。',
      '（二）坚持项目为王。',
      '二、重点任务',
      '（一）做强产业',
      '1.粮食产量稳定在3亿斤以上。牵头单位：县农业农村局。',
      '2.新建高标准农田。',
      '（1）细项',
      '①圈项',
      '截至2026年3月5日，详见附件。',
      '附件',
      'table',
      '一、另起',
      '一、再续',
      '2026年2月10日',
    ]);
    const [table] = draft.blocks.filter((block) => block.kind === 'table');
    expect(table).toMatchObject({ headerRows: 2, place: { zh: '表1' } });
    expect(filled(table!)).toEqual([
      ['序号', '重点工作', '主要任务', '责任单位', '责任单位'],
      ['序号', '重点工作', '主要任务', '牵头', '配合'],
      ['1', '一、产业', '推进园区建设。', '县发改委\n县科技局', '县财政局'],
      ['2', '一、产业', '抓好招商引资。', '县商务局', ''],
    ]);
    expect(draft.blocks).toContainEqual(
      expect.objectContaining({ text: '附件', opensPage: true, place: { zh: '第16段', en: 'paragraph 16' } }),
    );
    expect(draft.blocks[0]).toMatchObject({ align: 'center' });
    expect(told(draft)).toEqual([
      'dropped 文档带有修订痕迹 认真',
      'changed 文档带有修订痕迹 抓好',
      'dropped 隐藏的文字不会打 内部掌握',
      'doubtful 旧版 Word',
    ]);
  });

  it('numbers headings by their styles, and tells of what stands beside the text', async () => {
    const draft = await draftOf(file('parts.doc'));
    expect(printed(draft)).toEqual([
      '云溪县人民政府文件',
      '正文开头',
      '一、总体要求',
      '（一）指导思想',
      '（二）原则',
      '二、任务',
      '（一）甲',
      '有注符号完',
      '分页前',
      '前',
      '后',
    ]);
    expect(draft.blocks[2]).toMatchObject({ heading: 1 });
    expect(told(draft)).toEqual(
      expect.arrayContaining([
        'dropped 页眉、页脚没有读 内部资料',
        'doubtful 页眉或文本框里的 云溪县人民政府文件',
        'dropped 脚注或尾注没有读 据统计局数据。',
        'dropped 批注没有读入正文 请核对',
        'doubtful 有的符号无法识别 有注符号',
      ]),
    );
  });

  it('is known by its content, and read as what it is, whatever it is called', async () => {
    const bytes = file('plan.doc');
    expect([doc.recognises(bytes), docx.recognises(bytes), xls.recognises(bytes)]).toEqual([true, false, false]);
    expect(await doc.read(makeDocx(p('甲')), {})).toMatchObject({ blocks: [{ text: '甲' }] });
  });

  it('is refused with a password, and where it is older', async () => {
    const main = readCompound(file('plan.doc'))!.stream('worddocument')!;
    const at = indexOf(file('plan.doc'), main.subarray(0, 64));
    const locked = file('plan.doc');
    locked[at + 11] = locked[at + 11]! | 1;
    expect(await doc.read(locked, {})).toMatchObject({ refused: { zh: expect.stringContaining('文件设有密码') } });
    const old = file('plan.doc');
    old.set([0x68, 0], at + 2);
    expect(await doc.read(old, {})).toMatchObject({ refused: { zh: expect.stringContaining('Word 95') } });
  });

  it('with bytes changed or cut off is read or refused', async () => {
    const whole = file('plan.doc');
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 40 }), fc.nat(whole.length), async (changes, end) => {
        const bytes = whole.slice(0, end % 2 === 0 ? whole.length : end);
        for (const [place, byte] of changes) if (place < bytes.length) bytes[place] = byte;
        const draft = await doc.read(bytes, {});
        expect('refused' in draft || Array.isArray(draft.blocks)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a compound file', () => {
  it('whose sectors follow each other in a circle is not followed for ever', () => {
    const bytes = file('plan.doc');
    const view = new DataView(bytes.buffer);
    const fat = (view.getUint32(76, true) + 1) * 512;
    for (let i = 0; i < 128; i++) view.setUint32(fat + i * 4, i, true);
    const compound = readCompound(bytes);
    for (const name of compound?.names ?? []) compound!.stream(name);
  });

  it('that holds an encrypted package is a document with a password', async () => {
    const bytes = file('plan.doc');
    const name = Uint8Array.from(Buffer.from('WordDocument', 'utf16le'));
    bytes.set(Buffer.from('EncryptedPac', 'utf16le'), indexOf(bytes, name));
    expect(isCompound(bytes)).toBe(true);
    // The name is longer than the one that it replaces.
    const at = indexOf(bytes, Uint8Array.from(Buffer.from('EncryptedPac', 'utf16le')));
    bytes.set(Buffer.from('EncryptedPackage\0', 'utf16le'), at);
    bytes[at + 64] = 34;
    for (const source of [doc, docx])
      expect(await source.read(bytes, {})).toMatchObject({ refused: { zh: expect.stringContaining('密码') } });
  });
});

function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  return Buffer.from(bytes).indexOf(part);
}
