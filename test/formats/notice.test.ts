/** The notice on the official page: which text stands in which place, and that none is lost. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../server/formats/format.ts';
import { officialPage } from '../../server/formats/notice/compose.ts';
import { type OfficialDocument, textOf } from '../../server/formats/notice/document.ts';
import { isFileName, isLeftover } from '../../server/model/page-lines.ts';
import { readNotice } from '../../server/model/read.ts';
import { hasRealNotices, realNotice, root, WITHOUT } from '../support/shared.ts';

const NOTICE = `---
密级：机密★1年
附注：此件公开发布
---
// 待核：第58次还是第59次
云溪县人民政府办公室文件

云政办发〔2026〕3号

云溪县人民政府办公室关于印发2026年重点工作分工的通知

各乡镇人民政府，县政府各部门：

现将分工印发给你们，请抓好落实。

附件：1.考核办法
2.联络员名单

云 溪 县 人 民 政 府 办 公 室
2026年2月10日

2026年重点工作分工

（合计2个方面，共3项任务）

一、壮大特色产业（牵头单位：县农业农村局）

（一）做强茶产业

1.建成生态茶园8000亩。
牵头领导：何　田。
牵头单位：县农业农村局。

（二）守住底线。各单位要压实责任。（县应急管理局负责）

附件1

考核办法

按季考核。

抄送：县委各部门，县人大办。

云溪县人民政府办公室　　　　2026年2月11日印发
`;

function page(text: string, options: ExportOptions = {}): OfficialDocument {
  return officialPage(readNotice(text), options);
}

/** Each block on a line: its style, and its runs parted by | with their faces. */
function shown({ blocks }: OfficialDocument): string[] {
  return blocks.map((block) =>
    block.kind === 'table'
      ? `table: ${block.annex} ${block.table.title}`
      : `${block.style}: ${block.runs.map(({ text, face }) => (face ? `${face} ${text}` : text)).join('|')}`,
  );
}

describe('the official page', () => {
  it('has each text in its place', () => {
    const document = page(NOTICE);
    expect(document.head).toEqual({
      secrecy: '机密★1年',
      mark: '云溪县人民政府办公室文件',
      number: '云政办发〔2026〕3号',
    });
    expect(shown(document)).toEqual([
      'title: 云溪县人民政府办公室关于印发\n2026年重点工作分工的通知',
      'recipients: 各乡镇人民政府，县政府各部门：',
      'text: 现将分工印发给你们，请抓好落实。',
      'annexNote: 附件：1.考核办法',
      'annexNote: 2.联络员名单',
      'signature: 云溪县人民政府办公室',
      'date: 2026年2月10日',
      'note: （此件公开发布）',
      'annexTitle: 2026年重点工作分工',
      'subtitle: （合计2个方面，共3项任务）',
      'heading1: 一、壮大特色产业|body （牵头单位：县农业农村局）',
      'heading2: （一）做强茶产业',
      'text: 1.建成生态茶园8000亩。',
      'field: second 牵头领导：|何　田。',
      'field: second 牵头单位：|县农业农村局。',
      'text: second （二）守住底线。|各单位要压实责任。（县应急管理局负责）',
      'annex: 附件1',
      'annexTitle: 考核办法',
      'text: 按季考核。',
    ]);
    expect(document.imprint).toEqual({
      copies: ['抄送：县委各部门，县人大办。'],
      printer: '云溪县人民政府办公室',
      printed: '2026年2月11日印发',
    });
    expect(document.author).toBe('云溪县人民政府办公室');
  });

  it('opens a page with what is issued and with each annex', () => {
    const opening = page(NOTICE).blocks.filter((block) => block.kind === 'text' && block.opensPage);
    expect(opening.map((block) => block.kind === 'text' && textOf(block))).toEqual(['2026年重点工作分工', '附件1']);
  });

  it('takes from the front matter what the text does not hold, and says where both speak', () => {
    const plain = '云溪县人民政府关于做好春耕工作的通知\n\n各乡镇人民政府：\n\n1.备足种子。（县农业农村局负责）\n';
    const front =
      '---\n份号：000012\n紧急程度：特急\n发文机关标志：云溪县人民政府文件\n签发人：周明川\n抄送：县委办\n印发机关：云溪县人民政府办公室\n印发日期：2026年3月2日\n---\n';
    const { head, imprint, remarks } = page(front + plain);
    expect(head).toEqual({ copy: '000012', urgency: '特急', mark: '云溪县人民政府文件', signer: '周明川' });
    expect(imprint).toEqual({
      copies: ['抄送：县委办。'],
      printer: '云溪县人民政府办公室',
      printed: '2026年3月2日印发',
    });
    expect(remarks.map(({ words }) => words.zh.slice(0, 17))).toEqual(['没有读到单独成行的发文字号，版头里']);
    const both = page(NOTICE.replace('附注：', '发文机关标志：云溪县人民政府文件\n附注：')).remarks;
    expect(both.map(({ words }) => words.zh).join()).toContain('“发文机关标志”在正文里是“云溪县人民政府办公室文件”');
  });

  it('says how to have a head and an imprint, and prints neither', () => {
    const { head, imprint, remarks, blocks } = page(
      '云溪县人民政府关于做好春耕工作的通知\n\n云政〔2026〕3号\n\n1.备足种子。\n',
    );
    expect([head, imprint]).toEqual([undefined, undefined]);
    expect(remarks.map(({ words }) => words.zh).join('\n')).toMatch(
      /“发文机关标志：云溪县人民政府文件”[\s\S]*未印版记/,
    );
    // The number has no head to stand in; it is printed where it stands.
    expect(blocks.map((block) => block.kind === 'text' && block.style)).toEqual(['title', 'number', 'text']);
  });

  it('leaves the head out where it is asked to, and keeps the number', () => {
    const document = page(NOTICE, { head: 'none' });
    expect(document.head).toBeUndefined();
    expect(shown(document).slice(0, 2)).toEqual(['text: 云溪县人民政府办公室文件', 'number: 云政办发〔2026〕3号']);
    expect(document.remarks.some(({ words }) => words.zh.includes('未印版头'))).toBe(false);
  });

  it('leaves out what a web page put around the notice, and says so', () => {
    const { blocks, remarks } = page(
      '首页 > 政务公开\n\n云溪县人民政府关于做好春耕工作的通知\n\n各乡镇人民政府：\n\n1.备足种子。\n\n扫一扫在手机打开当前页\n',
    );
    expect(blocks.map((block) => block.kind === 'text' && textOf(block)).join('')).not.toMatch(/首页|扫一扫/);
    expect(remarks.map(({ words }) => words.zh)).toContain(
      '网页、页码等页面上的内容没有印（如“首页 > 政务公开”，共2行），请从通知里删去',
    );
  });

  it('sets the table as the last annex and lists it in the note', () => {
    const { blocks } = page(NOTICE, { annexTable: true });
    const note = blocks.filter((block) => block.kind === 'text' && block.style === 'annexNote');
    expect(note.map((block) => block.kind === 'text' && textOf(block))).toEqual([
      '附件：1.考核办法',
      '2.联络员名单',
      '3.2026年重点工作分工表',
    ]);
    expect(blocks.at(-1)).toMatchObject({ kind: 'table', annex: '附件3' });
    const alone = page('关于春耕的通知\n\n各乡镇：\n\n一、春耕\n1.备足种子。（县农业农村局负责）\n', {
      annexTable: true,
    });
    expect(shown(alone).slice(-2)[0]).toMatch(/^annexNote: 附件：/);
    expect(alone.blocks.at(-1)).toMatchObject({ annex: '附件' });
  });

  it('prints a table in the text as a table, with the lines above it', () => {
    const { blocks } = page(
      '云溪县人民政府关于分解任务的通知\n\n1.备足种子。（县农业农村局负责）\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 备足种子 | 县农业农村局 |\n',
    );
    const table = blocks.at(-1);
    expect(table).toMatchObject({ kind: 'table', annex: '附件', table: { title: '任务分解表' } });
    expect(table?.kind === 'table' && table.table.rows[0]?.cells).toEqual(['1', '备足种子', '县农业农村局']);
  });

  it('gives a table its annex line, its title and its totals, and nothing of the text above them', () => {
    const { blocks } = page(
      '云溪县人民政府关于分解任务的通知\n\n1.备足种子。（县农业农村局负责）\n\n（此件公开发布）\n\n附件\n\n任务分解表\n\n（共1项任务）\n\n| 序号 | 主要任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 备足种子 | 县农业农村局 |\n',
    );
    expect(blocks.at(-1)).toMatchObject({ annex: '附件', table: { title: '任务分解表', totals: '（共1项任务）' } });
    expect(blocks.at(-2)).toMatchObject({ runs: [{ text: '（此件公开发布）' }] });
  });

  it('begins what an unsigned letter issues on a page of its own', () => {
    const document = page(
      '云溪县人民政府关于印发工作要点的通知\n\n各乡镇人民政府：\n\n现将工作要点印发给你们。\n\n（此件公开发布）\n\n2026年3月份工作要点\n\n（一）备足种子。（县农业农村局负责）\n',
    );
    expect(shown(document).slice(2)).toEqual([
      'text: 现将工作要点印发给你们。',
      'note: （此件公开发布）',
      'annexTitle: 2026年3月份工作要点',
      'text: （一）备足种子。（县农业农村局负责）',
    ]);
    expect(document.blocks[4]).toMatchObject({ opensPage: true });
  });

  it('places the signature by the date with a seal, and the date by the signature without one', () => {
    const rights = (options: ExportOptions) =>
      page(NOTICE, options).blocks.flatMap((block) =>
        block.kind === 'text' && /signature|date/.test(block.style) ? [(block.right ?? 0) / 15.75] : [],
      );
    const [office, date] = rights({}) as [number, number];
    expect(date).toBeCloseTo(4, 5);
    // Ten characters stand midway over the date, which is shorter.
    expect(office).toBeLessThan(date);
    const [right, dateRight] = rights({ sealed: false }) as [number, number];
    expect(right).toBeCloseTo(2, 5);
    expect(dateRight).toBeGreaterThanOrEqual(2);
  });
});

/** The text that prints, without blanks: what is neither front matter nor comment nor left by a page. */
function printing(text: string): string {
  const notice = readNotice(text);
  let result = '';
  notice.items.forEach((item, part) => {
    if (!item) return;
    const start = notice.starts[part]!;
    const own = text.slice(start, notice.starts[part + 1] ?? text.length);
    const hidden = notice.comments.filter((comment) => comment.part === part).map(({ range }) => range);
    const lines = own.split('\n');
    let at = 0;
    for (const line of lines) {
      const [from, to] = [at, at + line.length];
      at = to + 1;
      const seen = line.trim();
      if (hidden.some((range) => range.start < to && from < range.end)) continue;
      if (!item.number && (isLeftover(seen) || isFileName(seen))) continue;
      if (/^[-—–－·]{1,2}\s?\d{1,3}\s?[-—–－·]{1,2}$/.test(seen)) continue;
      result += seen;
    }
  });
  return bare(result);
}

function bare(text: string): string {
  return text.replace(/[\s\u3000\u200b\ufeff\0-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/gu, '');
}

function printed({ head, blocks, imprint }: OfficialDocument): string {
  const texts = [
    ...Object.values(head ?? {}),
    ...blocks.map((block) =>
      block.kind === 'text'
        ? textOf(block)
        : [
            block.annex ?? '',
            block.table.title,
            ...block.table.columns.flatMap(({ words }) => words),
            ...block.table.rows.flatMap(({ cells }) => cells),
          ].join(''),
    ),
    ...(imprint?.copies ?? []),
    imprint?.printer ?? '',
    imprint?.printed ?? '',
  ];
  return bare(texts.join(''));
}

const sorted = (text: string): string => [...text].sort().join('');

describe('what prints', () => {
  const corpus = path.join(root, 'test/model/corpus');
  const names = readdirSync(corpus).filter((name) => name.endsWith('.notice'));

  it.each(names)('is printed once, all of it: %s', (name) => {
    const text = readFileSync(path.join(corpus, name), 'utf8');
    const notice = readNotice(text);
    const document = officialPage(notice);
    // A table's header and merged cells are laid out anew.
    if (notice.tables.length) return;
    const lost = sorted(printing(text));
    expect(sorted(printed(document))).toBe(lost);
    // In its order, the head and the imprint excepted.
    const { head: _, imprint: __, ...rest } = document;
    const order = printed({ ...rest });
    let from = 0;
    for (const block of document.blocks) {
      const own = block.kind === 'text' ? bare(textOf(block)) : '';
      from = order.indexOf(own, from);
      expect(from).toBeGreaterThanOrEqual(0);
    }
  });

  it('takes no line that a web page put above the notice for the mark', () => {
    const { head } = page(
      '政策 首页 > 信息公开 > 云溪县人民政府办公室文件\n\n云溪县人民政府关于做好春耕工作的通知\n\n备足种子。\n',
    );
    expect(head?.mark ?? '').not.toContain('首页');
  });

  it('is printed once, whatever the text', () => {
    const line = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(...NOTICE.split('\n').filter((each) => !/^(?:---|密级|附注)/.test(each))),
      },
      fc.constantFrom(
        '附件',
        '附件2',
        '附件：甲表',
        '抄送：县委办。',
        '1.',
        '（一）',
        '// 注',
        '— 3 —',
        '特急',
        '机密',
        '000001',
        '签发人：周明川',
        '2026年3月1日',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = `\n${lines.join('\n')}`;
        const notice = readNotice(text);
        if (notice.tables.length) return;
        const document = officialPage(notice);
        const has = printed(document).replaceAll('签发人：', '');
        // 印发 stands behind its date, with or without a mark.
        const plain = (value: string) =>
          sorted(value.replaceAll('签发人：', '').replaceAll('签发人:', '').replace(/[。]/g, ''));
        expect(plain(has)).toBe(plain(printing(text)));
      }),
      { numRuns: 300 },
    );
  });

  it('holds no front matter, comment or suppression', () => {
    const all = JSON.stringify(page(`${NOTICE}\n// 免查 unit-unknown：待核\n`, { annexTable: true }));
    expect(all).not.toMatch(/待核|免查|---/);
  });

  it.skipIf(!hasRealNotices).each(['000', '003', '004'])(
    `real notice %s is printed, all of it${hasRealNotices ? '' : ` (${WITHOUT})`}`,
    (id) => {
      const { text } = realNotice(id);
      const document = page(text);
      expect(sorted(printed(document))).toBe(sorted(printing(text)));
    },
  );
});
