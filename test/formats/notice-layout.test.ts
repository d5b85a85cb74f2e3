/** The official page laid out: lines, pages, what stands at the foot of them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../server/formats/format.ts';
import { officialPage } from '../../server/formats/notice/compose.ts';
import { layOutNotice } from '../../server/formats/notice/layout.ts';
import { type NoticeLayout, type PlacedLine, WIDTH } from '../../server/formats/notice/placed.ts';
import { titleLines } from '../../server/formats/notice/title-lines.ts';
import { CHARACTERS, EM, LINES, PITCH, SIZE, SPACING } from '../../server/formats/page/geometry.ts';
import { breakLines, textWidth } from '../../server/formats/page/line-break.ts';
import { readNotice } from '../../server/model/read.ts';
import { root } from '../support/shared.ts';

const HEAD = '云溪县人民政府关于做好春耕工作的通知\n\n各乡镇人民政府：\n\n';
const MARK = '---\n发文机关标志：云溪县人民政府文件\n---\n';
/** A paragraph of so many lines. */
const lines = (count: number) => '春'.repeat(CHARACTERS * count - 3).concat('。');
const paragraphs = (count: number) => new Array<string>(count).fill(`${'备足种子'}。`).join('\n\n');

function laid(text: string, options: ExportOptions = {}): NoticeLayout {
  return layOutNotice(officialPage(readNotice(text), options), options);
}

const textOf = (line: PlacedLine): string => line.runs.map((run) => run.text).join('');
const texts = (layout: NoticeLayout): string[][] => layout.pages.map((page) => page.lines.map(textOf));

describe('lines of the official page', () => {
  const setting = { size: SIZE.three, spacing: SPACING, first: WIDTH, rest: WIDTH, asTyped: true };
  const broken = (text: string): string[] => breakLines(text, setting).map(({ start, end }) => text.slice(start, end));

  it('hold 28 characters', () => {
    expect(broken('春'.repeat(60)).map((line) => line.length)).toEqual([28, 28, 4]);
  });

  it('begin with no mark that may not begin one, and end with none that may not end one', () => {
    expect(broken(`${'春'.repeat(28)}。`)).toEqual(['春'.repeat(27), '春。']);
    expect(broken(`${'春'.repeat(27)}《夏》`)).toEqual(['春'.repeat(27), '《夏》']);
    expect(broken(`${'春'.repeat(26)}“夏”。秋`)).toEqual(['春'.repeat(26), '“夏”。秋']);
  });

  it('do not cut numbers and words, unless one is longer than a line', () => {
    expect(broken(`${'春'.repeat(26)}123456亩`)).toEqual(['春'.repeat(26), '123456亩']);
    expect(broken('x'.repeat(100)).join('')).toBe('x'.repeat(100));
  });

  it('are as wide as their room, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'春夏，。（“12a《》%\u3000 ') }), (text) => {
        const stretches = breakLines(text, setting);
        expect(stretches.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const { width } of stretches) expect(width).toBeLessThanOrEqual(WIDTH + EM);
      }),
    );
  });
});

describe('a title over several lines', () => {
  it.each([
    [
      '云溪县人民政府办公室关于印发2026年重点工作分工的通知',
      ['云溪县人民政府办公室关于印发', '2026年重点工作分工的通知'],
    ],
    ['云溪县人民政府关于做好春耕工作的通知', ['云溪县人民政府关于做好春耕工作的通知']],
    [
      '青岚区人民政府办公室关于印发《青岚区2026年9月工作要点》的通知',
      ['青岚区人民政府办公室关于印发', '《青岚区2026年9月工作要点》的通知'],
    ],
    [
      '云溪县人民政府办公室关于进一步加强农村饮水安全和水源地保护工作的通知',
      ['云溪县人民政府办公室关于进一步', '加强农村饮水安全和水源地保护工作的通知'],
    ],
  ])('keeps its words whole: %s', (title, expected) => {
    const notice = '农村饮水安全。加强饮水安全。进一步加强水源地保护工作。农村道路。加强巡查。重点工作。';
    expect(titleLines([title], 20, notice)).toEqual(expected);
  });

  it('parts neither a place from its year nor a word', () => {
    const [first, second] = ['云溪县人民政府办公室关于印发', '《云溪县2026年重点工作任务分解方案》的通知'];
    const said = '云溪县人民政府。云溪县2026年重点工作任务分解方案';
    expect(titleLines([first + second], 20, said)).toEqual([
      '云溪县人民政府办公室',
      '关于印发《云溪县2026年',
      '重点工作任务分解方案》的通知',
    ]);
    expect(titleLines([first, second], 20, said)).toEqual([first, '《云溪县2026年重点工作', '任务分解方案》的通知']);
  });

  it('keeps 2026年度 and 4月份 whole', () => {
    for (const word of ['2026年度', '4月份'])
      for (let before = 3; before < 15; before++)
        expect(
          titleLines([`${'甲乙丙丁戊己庚辛壬癸子丑寅卯'.slice(-before)}${word}重点任务分解方案的通知`], 10, '').join(
            '/',
          ),
        ).toContain(word);
  });

  it('keeps the lines that the drafter made, and breaks the one that is too long', () => {
    const typed = ['云溪县人民政府办公室', '关于进一步加强农村饮水安全和水源地保护工作的通知'];
    expect(titleLines(typed, 20, typed.join(''))[0]).toBe(typed[0]);
    const pasted = ['云溪县人民政府办公室关于进一步加强农村饮', '水安全和水源地保护工作的通知'];
    const said = `${typed.join('')}。农村饮水安全。饮水。`;
    expect(titleLines([pasted.join('')], 17, said)).toEqual(titleLines(pasted, 17, said));
  });

  it('loses nothing and fits, whatever the title', () => {
    const unit = fc.constantFrom(...'云溪县关于印发的通知《2026》、和年度');
    fc.assert(
      fc.property(fc.array(fc.string({ unit, minLength: 1, maxLength: 40 }), { maxLength: 4 }), (typed) => {
        const title = typed.join('');
        const broken = titleLines(typed, 20, title);
        expect(broken.join('')).toBe(title);
        if (broken.length > 1) for (const line of broken) expect(textWidth(line, 1, 0)).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('pages of the official page', () => {
  it('hold 22 lines', () => {
    const { pages } = laid(HEAD + lines(60));
    expect(pages[1]!.lines).toHaveLength(LINES);
    expect(pages[1]!.lines.map((line) => Math.round(line.top / PITCH))).toEqual([...Array(LINES).keys()]);
  });

  it('leave no heading alone at their foot', () => {
    for (let count = 10; count < 24; count++) {
      const text = `${HEAD}${paragraphs(count)}\n\n一、备耕\n\n（一）种子\n\n1.备足种子。（县农业农村局负责）\n\n2.检修泵站。（县水利局负责）\n`;
      for (const page of texts(laid(text))) expect(page.at(-1)).not.toMatch(/^(?:一、|（一）)/);
    }
  });

  it('have text above the signature', () => {
    for (let count = 8; count < 24; count++) {
      const text = `${HEAD}${paragraphs(count)}\n\n云溪县人民政府\n\n2026年3月2日\n`;
      const page = texts(laid(text)).find((each) => each.includes('云溪县人民政府'))!;
      expect(page.some((line) => line.includes('备足种子'))).toBe(true);
      expect(page.at(-1)).toBe('2026年3月2日');
    }
  });

  it('are set a little closer or wider where the signature would stand without text', () => {
    for (let count = 6; count < 45; count++) {
      const { remarks, pages, blocks } = laid(`${MARK}${HEAD}${lines(count)}\n\n云溪县人民政府\n\n2026年3月2日\n`);
      const page = pages.find((each) => each.lines.some((line) => textOf(line) === '云溪县人民政府'))!;
      const apart = remarks.some(({ words }) => words.zh.includes('单独落在'));
      expect(textOf(page.lines[0]!) === '云溪县人民政府', `${count} lines`).toBe(apart);
      // A page that one paragraph fills has no line that could go along.
      if (apart) expect(textOf(pages.at(-2)!.lines.at(-1)!)).toMatch(/^春+。$/);
      for (const { lines: placed } of pages) {
        const last = placed.at(-1)!;
        expect(last.top + last.height).toBeLessThanOrEqual(LINES * PITCH + 0.01);
        for (const [i, line] of placed.entries())
          if (i) expect(line.top).toBeGreaterThanOrEqual(placed[i - 1]!.top + placed[i - 1]!.height - 0.01);
      }
      const wider = blocks.flatMap((block) => (block.kind === 'text' && block.pitch ? [block.pitch] : []));
      for (const pitch of wider) expect(Math.abs(pitch / PITCH - 1)).toBeLessThan(0.15);
      expect(remarks.some(({ words }) => words.zh.includes('行距调为'))).toBe(wider.length > 0);
    }
  });

  it('say where the signature stands without text', () => {
    const { remarks, pages } = laid(`${MARK}${HEAD}${lines(28)}\n\n云溪县人民政府\n\n2026年3月2日\n`);
    expect(pages).toHaveLength(3);
    expect(remarks[0]?.words.zh).toContain('单独落在第3页');
  });

  it('end with the imprint, on an even page, its last line at the foot', () => {
    const imprint = '\n\n抄送：县委办。\n\n云溪县人民政府办公室　　2026年3月3日印发\n';
    for (let count = 1; count < 50; count++) {
      const { pages, imprint: place } = laid(HEAD + paragraphs(count) + imprint);
      expect(pages.length % 2).toBe(0);
      const last = pages.at(-1)!;
      const foot = last.lines.at(-1)!;
      expect(textOf(foot)).toBe('云溪县人民政府办公室2026年3月3日印发');
      expect(foot.top + foot.height).toBeGreaterThan(LINES * PITCH - 5);
      expect(foot.top + foot.height).toBeLessThanOrEqual(LINES * PITCH + 0.01);
      // 7.5: an empty page before it bears no number, nor does its own.
      expect(pages.filter((page) => !page.numbered)).toHaveLength(place!.afterBlank ? 2 : 0);
    }
  });

  it('end with the imprint on any page where one side is printed on', () => {
    const { pages } = laid(`${HEAD}备足种子。\n\n抄送：县委办。\n`, { sides: 'one' });
    expect(pages).toHaveLength(1);
  });

  it('have the head where the standard has it', () => {
    const { pages } = laid(`${MARK}云政〔2026〕3号\n\n${HEAD}备足种子。\n`);
    const [mark, number, title] = pages[0]!.lines;
    // The upper edge of the characters, 35 mm below that of the type area.
    expect(((mark!.top + 0.16 * mark!.size) / 72) * 25.4).toBeCloseTo(35, 1);
    expect(number!.top).toBeCloseTo(mark!.top + mark!.height + 2 * PITCH, 5);
    const [rule] = pages[0]!.rules;
    expect(title!.top - rule!.top).toBeGreaterThan(2 * PITCH);
    expect(title!.top - rule!.top).toBeLessThan(2 * PITCH + 3);
    expect(mark!.runs[0]!.width).toBeLessThanOrEqual(WIDTH);
  });

  it('set a long name narrow and then low, and keep it on its line', () => {
    for (const length of [3, 8, 12, 18, 26, 40]) {
      const { pages } = laid(`---\n发文机关标志：${'县'.repeat(length)}文件\n---\n${HEAD}备足种子。\n`);
      const mark = pages[0]!.lines[0]!;
      expect(mark.runs[0]!.width).toBeLessThanOrEqual(length < 28 ? WIDTH : 2 * WIDTH);
      expect(mark.size).toBeGreaterThanOrEqual(24);
    }
  });

  it('turn for the table and count on', () => {
    const { pages } = laid(`${HEAD}一、春耕\n\n1.备足种子。（县农业农村局负责）\n`, { annexTable: true });
    expect(pages.map((page) => [page.number, page.table !== undefined])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('are there for a text without anything', () => {
    expect(laid('').pages).toHaveLength(1);
    expect(laid('// 待写\n').pages[0]!.lines).toEqual([]);
  });

  const corpus = path.join(root, 'test/model/corpus');
  it.each(readdirSync(corpus).filter((name) => name.endsWith('.notice')))('hold every line of %s', (name) => {
    const document = officialPage(readNotice(readFileSync(path.join(corpus, name), 'utf8')));
    const layout = layOutNotice(document);
    const bare = (text: string) => text.replace(/[\s\u3000]/g, '');
    const blocks = document.blocks.flatMap((block) =>
      block.kind === 'text' ? [block.runs.map((run) => run.text).join('')] : [],
    );
    const head = document.head ? Object.values(document.head) : [];
    const imprint = [
      ...(document.imprint?.copies ?? []),
      document.imprint?.printer ?? '',
      document.imprint?.printed ?? '',
    ];
    expect(bare(texts(layout).flat().join(''))).toBe(bare([...head, ...blocks, ...imprint].join('')));
    for (const page of layout.pages)
      for (const line of page.lines) {
        expect(line.top + line.height).toBeLessThanOrEqual(LINES * PITCH + 0.01);
        expect(line.runs[0]?.x ?? 0).toBeGreaterThanOrEqual(-0.01);
      }
  });
});
