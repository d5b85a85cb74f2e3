/** Whatever the text, every document is written, and is a whole file of its type. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { root } from '../support/shared.ts';
import { demandWhole, everyDocument, NAMES } from './every-document.ts';

const corpus = path.join(root, 'test/model/corpus');
const NOTICES = readdirSync(corpus)
  .filter((name) => name.endsWith('.notice'))
  .map((name) => readFileSync(path.join(corpus, name), 'utf8'));

/** What a file's own marks could be taken for, what no file may hold, and what moves a line. */
const BAD = [
  '\0',
  '\u0008',
  '\u000b',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\ud800',
  '\udfff',
  '\ufffe',
  '\uffff',
  '\u2028',
  '\u202e',
  '\u200b',
  '\u00a0',
  '\t',
  '\r',
  '\r\n',
  '\n\n',
  '\n',
  '　',
  '𠮷',
  ']]>',
  '<!--',
  '-->',
  '</w:t>',
  '<script>',
  '&amp;',
  '&#0;',
  '"',
  "'",
  '=1+1',
  '@SUM(A1)',
  '+86',
  '|',
  '\\',
  '`',
  ',;:',
  '_x000D_',
  '附件1\n\n',
  '（',
  '）',
  '一、',
  '1.',
  '牵头单位：',
  '完成时限：2026年2月30日前。',
  '完成时限：99999999年13月底前。',
  '第',
  '、'.repeat(60),
  '甲'.repeat(900),
  'a'.repeat(400),
];

/** Lines that a page put around a notice, some of which read as 版头. */
const PAGE = [
  '首页 > 公开 > 政府文件\n',
  '云溪县人民政府文件\n',
  '打印本页 关闭窗口\n',
  '签发人：岑柏\n',
  '抄送：县委办。\n',
];

const piece = fc.oneof(fc.constantFrom(...BAD, ...PAGE), fc.string({ unit: 'binary', maxLength: 6 }));
const anyText = fc.oneof(
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...NOTICES),
        fc.array(fc.tuple(fc.nat(4000), fc.nat(30), piece), { minLength: 1, maxLength: 12 }),
      )
      .map(([text, changes]) =>
        changes.reduce((all, [at, length, put]) => {
          const from = at % (all.length + 1);
          return all.slice(0, from) + put + all.slice(from + length);
        }, text),
      ),
  },
);

describe('any text becomes', () => {
  it.each(NAMES)('%s', async (name) => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        for (const one of await everyDocument(name, text, { annexTable: true })) demandWhole(one);
      }),
      { numRuns: Number(process.env.FUZZ ?? 25) },
    );
  });
});
