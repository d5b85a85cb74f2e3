/** Whatever is imported: nothing throws, nothing is lost without a word, and what is imported stays as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../server/imports/index.ts';
import { dense, imported, ownNotices, tasksOf } from './support.ts';

const pieces = [
  '一、',
  '（二）',
  '1.',
  '2、',
  '（3）',
  '4）',
  '建设',
  '茶园',
  '6000亩',
  '12',
  '　　',
  ' ',
  '\u00a0',
  '\n',
  '\n\n',
  '\t',
  '|',
  '| --- |',
  '牵头单位：',
  '责任单位:',
  '牵头领导：岑　柏',
  '县水利局',
  '、',
  '，',
  '。',
  '；',
  '（',
  '）',
  '(',
  ')',
  '— 3 —',
  '附件',
  '附件1',
  '序号',
  '重点工作',
  '主要任务',
  '责任单位',
  '云溪县人民政府关于印发任务的通知',
  '2026年2月10日',
  '首页 > 公开',
  '上一篇：某文',
  '分享',
  '// 注',
  '---',
  '<br>',
  '# ',
];
const words = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join(''));
const anyText = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 200 }));

/** Han characters and digits, each with how often it stands there. */
function substanceOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.match(/[\u4e00-\u9fff\d]/g) ?? [])
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

describe('any text', () => {
  it('is imported or refused, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom('a.txt', 'a.html', 'a.md', 'a.csv', 'a'), async (text, name) => {
        const result = await importDocument(new TextEncoder().encode(text), name);
        if ('refused' in result) expect(result.refused.zh).toMatch(/[\u4e00-\u9fff]/);
        else expect(result.text.endsWith('\n')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('as a page', async () => {
    const tags = [
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<table>',
      '<tr>',
      '<td rowspan=2>',
      '<td colspan=99999>',
      '</table>',
      '<ol start=3>',
      '<li value=-2>',
      '<br>',
      '<a href=x>',
      '<nav>',
      '<!--',
      '<pre>',
      '<b>',
      '</b>',
      '<h1>',
      '<del>',
      '<span style="display:none">',
    ];
    const page = fc
      .array(fc.constantFrom(...pieces, ...tags), { maxLength: 80 })
      .map((list) => `<html><body>${list.join('')}`);
    await fc.assert(
      fc.asyncProperty(page, async (text) => {
        await importDocument(new TextEncoder().encode(text), 'a.html');
      }),
      { numRuns: 300 },
    );
  });

  it('loses no Han character and no digit but what a remark says', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const result = await importDocument(new TextEncoder().encode(text), 'a.txt');
        if ('refused' in result) return;
        const [before, after] = [substanceOf(text), substanceOf(result.text)];
        const lost = [...before].some(([character, count]) => (after.get(character) ?? 0) < count);
        if (lost) expect(result.remarks.some(({ kind }) => kind !== 'doubtful')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('stays as it is when imported again', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const once = await importDocument(new TextEncoder().encode(text), 'a.txt');
        if ('refused' in once) return;
        const twice = await importDocument(new TextEncoder().encode(once.text), 'a.txt');
        expect('refused' in twice ? '' : twice.text).toBe(once.text);
      }),
      { numRuns: 400 },
    );
  });
});

describe('any bytes', () => {
  it('are imported or refused, whatever the file is called', async () => {
    const opening = fc.constantFrom(
      '',
      'PK\u0003\u0004',
      '%PDF-1.7\n',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '<html>',
      'MIME-Version: 1.0\nContent-Type: text/html\n\n',
    );
    const name = fc.constantFrom(
      'a.docx',
      'a.xlsx',
      'a.pdf',
      'a.doc',
      'a.mht',
      'a.html',
      'a.txt',
      'a.csv',
      'a.xls',
      'a.wps',
    );
    await fc.assert(
      fc.asyncProperty(opening, fc.uint8Array({ maxLength: 300 }), name, async (start, rest, file) => {
        const bytes = Uint8Array.from([...[...start].map((character) => character.charCodeAt(0)), ...rest]);
        await importDocument(bytes, file);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a notice of ours', () => {
  it.each(ownNotices())('%s says the same after its import, and stays so', async (_, text) => {
    const once = await imported(text, 'a.notice');
    expect(tasksOf(once.text)).toEqual(tasksOf(text));
    const twice = await imported(once.text, 'a.notice');
    expect(twice.text).toBe(once.text);
    // Letters and figures stay, but for the lines of the page that are told.
    const dropped = once.remarks.some(({ kind }) => kind === 'dropped');
    if (!dropped) expect(dense(once.text)).toBe(dense(text));
  });
});
