/**
 * A notice in its form: it says the same, a second run changes nothing, and what is uncertain stays.
 * Long, for it is a list of cases, most of them small and none like another.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/edits/apply.ts';
import { formatNotice, formattingEdits } from '../../server/edits/fmt.ts';
import { differenceOf, plain, read, substance } from '../../server/edits/fmt-meaning.ts';
import { DEFAULT_FMT, FMT_VALUES, type FmtOptions } from '../../server/edits/fmt-options.ts';
import { absolute } from '../../server/model/notice.ts';
import { EMPTY_REGISTRY } from '../../server/registry/registry.ts';
import { lint } from '../../server/rules/lint.ts';
import { DEFAULT_VOCABULARY } from '../../server/syntax/labels.ts';
import { hasRealNotices, realNotice, root, WITHOUT } from '../support/shared.ts';

const format = (text: string, options: Partial<FmtOptions> = {}): string =>
  formatNotice(text, { ...DEFAULT_FMT, ...options });
const reading = (text: string) => read(text, DEFAULT_VOCABULARY);

describe('marks', () => {
  it.each([
    ['1.推进甲园建设,完善配套;年内开园.\n', '1.推进甲园建设，完善配套；年内开园。\n'],
    ['1.推进甲园建设(一期)。\n', '1.推进甲园建设（一期）。\n'],
    ['1.推进甲园建设（一期)。\n', '1.推进甲园建设（一期）。\n'],
    ['1.办好"开园节"和"采茶节"。\n', '1.办好“开园节”和“采茶节”。\n'],
    [
      '1.推进甲园建设。(牵头单位:县发改委;配合单位:县财政局,各乡镇)\n',
      '1.推进甲园建设。（牵头单位：县发改委；配合单位：县财政局，各乡镇）\n',
    ],
    ['1.新建茶园２０亩。\n', '1.新建茶园20亩。\n'],
    ['1.落实《通知》（云政发[2026]3号）。\n', '1.落实《通知》（云政发〔2026〕3号）。\n'],
    ['1.增长9.5%,其中工业增长10%。\n', '1.增长9.5%，其中工业增长10%。\n'],
  ])('%j', (before, after) => expect(format(before)).toBe(after));

  it.each([
    '1.投资1,000万元，增长3.5%，9:30开工。\n',
    '1.网址http://yunxi.example/a,b;c(d)，邮箱a.b@c.example。\n',
    '1.建设A,B两线，推广Web(Internet)应用。\n',
    '1.打造5"屏幕"产线"一条。\n',
    '1.推进甲园)建设。\n',
  ])('stays: %j', (text) => expect(format(text)).toBe(text));
});

describe('blanks', () => {
  it.each([
    ['一、 产业\n1. 完成 41 所学校 改造，投资 14 亿元。\n', '一、产业\n1.完成41所学校改造，投资14亿元。\n'],
    [
      '1.推进甲园建设。\n牵 头 领 导：岑　柏、慕容川\n牵头单位 ： 县 发改委\n',
      '1.推进甲园建设。\n牵头领导：岑柏、慕容川\n牵头单位：县发改委\n',
    ],
    [
      '1.推进\u200b甲园建设。  \n\n\n\n\u00a0\u00a0\u3000二期\u00a0工程，年内开工。',
      '1.推进甲园建设。\n\n二期工程，年内开工。\n',
    ],
    [
      '1.推进甲园建设。\r\n2.推进乙园建设。\n3.推进丙园建设。\r\n',
      '1.推进甲园建设。\r\n2.推进乙园建设。\r\n3.推进丙园建设。\r\n',
    ],
  ])('%j', (before, after) => expect(format(before)).toBe(after));

  it.each([
    '第一部分　经济发展\n1.1 攻克难题。\n2.增长 GDP 与 R&D 投入。\n',
    '1.推进甲园建设。\n牵头领导：戚如蓝 辛桐\n责任单位：县发改委　县财政局\n',
    '信息来源：县政府办　　阅读次数：120　　字体：大 中 小\n\n1.推进甲园建设。（牵头单位：县商务局）\n',
    '1.推进甲园建设。\n县发改委 建设甲园 6月底前\n',
    '1.办好两件事：1.修路 2.架桥。\n',
    '1. 2026年底前开园。\n',
  ])('stay: %j', (text) => expect(format(text)).toBe(text));

  it('indent paragraphs where that is the form, and nothing else', () => {
    const text =
      '云溪县人民政府关于印发重点任务的通知\n\n各乡镇人民政府：\n\n现将重点任务印发给你们。\n\n云溪县人民政府\n2026年2月10日\n\n// 待核\n1.推进甲园建设。\n牵头单位：县发改委。\n';
    const indented = format(text, { indent: 'fullwidth' });
    expect(indented).toContain(
      '\n\n各乡镇人民政府：\n\n　　现将重点任务印发给你们。\n\n云溪县人民政府\n2026年2月10日\n\n// 待核\n　　1.推进甲园建设。\n　　牵头单位：县发改委。\n',
    );
    expect(format(indented)).toBe(text);
    expect(format(indented, { indent: 'keep' })).toBe(indented);
  });
  it('between lines, as many as the office wants', () => {
    const text = '1.推进甲园建设。\n\n\n\n2.推进乙园建设。\n\n3.推进丙园建设。\n';
    expect(format(text)).toBe(text.replace('\n\n\n\n', '\n\n'));
    expect(format(text, { blankLines: 'none' })).toBe(text.replace(/\n+/g, '\n'));
    expect(format(text, { blankLines: 'keep' })).toBe(text);
  });
});

describe('numbers', () => {
  it.each([
    [
      '一．产业\n(一)、茶业\n1、建设甲园。\n⑴修路。\n①、架桥。\n',
      '一、产业\n（一）茶业\n1.建设甲园。\n（1）修路。\n①架桥。\n',
    ],
    ['１．建设甲园。\n２．建设乙园。\n', '1.建设甲园。\n2.建设乙园。\n'],
    ['1)建设甲园。\n★2)建设乙园。\n', '1）建设甲园。\n★2）建设乙园。\n'],
  ])('%j', (before, after) => expect(format(before)).toBe(after));

  it('stay where one of their level has no such form: a level is written one way', () => {
    const text = '1、建设甲园。\n2、3.5亿元投资到位。\n2 科技创新\n';
    expect(format(text)).toBe(text);
  });
});

const LINES = '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n配合单位：县财政局、各乡镇。\n完成时限：6月底前。\n';
const BRACKET = '1.新建生态茶园6000亩。（牵头单位：县农业农村局；配合单位：县财政局、各乡镇；完成时限：6月底前）\n';

describe('duties', () => {
  it('go between lines and brackets', () => {
    expect(format(LINES, { duties: 'brackets' })).toBe(BRACKET);
    expect(format(BRACKET, { duties: 'lines' })).toBe(LINES);
    expect(format(LINES)).toBe(LINES);
    expect(format(BRACKET)).toBe(BRACKET);
  });
  it.each([
    ['1.新建甲园（牵头单位：县商务局）。\n', '1.新建甲园。\n牵头单位：县商务局。\n'],
    [
      '1.新建甲园。牵头单位：县商务局；配合单位：县财政局\n',
      '1.新建甲园。\n牵头单位：县商务局。\n配合单位：县财政局。\n',
    ],
    [
      '1.新建甲园。〔责任领导：岑柏〕【责任单位：县商务局】\n',
      '1.新建甲园。\n责任领导：岑柏。\n责任单位：县商务局。\n',
    ],
    ['1.新建甲园。（县商务局牵头，县财政局配合）\n', '1.新建甲园。\n县商务局牵头，县财政局配合。\n'],
  ])('to lines: %j', (before, after) => expect(format(before, { duties: 'lines' })).toBe(after));
  it.each([
    ['1.新建甲园（牵头单位：县商务局）。\n', '1.新建甲园（牵头单位：县商务局）。\n'],
    ['1.新建甲园。\n\n（牵头单位：县商务局）\n', '1.新建甲园。（牵头单位：县商务局）\n'],
    ['1.新建甲园。〔责任领导：岑柏〕【责任单位：县商务局】\n', '1.新建甲园。（责任领导：岑柏；责任单位：县商务局）\n'],
    ['1.新建甲园。\n县商务局牵头，县财政局配合。\n', '1.新建甲园。（县商务局牵头，县财政局配合）\n'],
  ])('to brackets: %j', (before, after) => expect(format(before, { duties: 'brackets' })).toBe(after));
  it.each([
    '1.编制规划（牵头单位：县水利局），建成预警站20处（牵头单位：县应急局）。\n',
    '1.新建甲园。\n// 待县财政局核实\n牵头单位：县商务局。\n',
    '1.新建甲园。\n牵头单位：县商务局。\n备注：列入省级实事。由县财政局拨款。\n',
    '1.新建甲园。\n· 牵头单位：县商务局\n· 配合单位：县财政局\n',
    '一、产业提质（县商务局总牵头）\n1.新建甲园。\n',
    '// 免查 unit-duplicated：两家同名\n1.新建甲园。\n牵头单位：县商务局。\n配合单位：县商务局。\n',
  ])('stay where it is uncertain: %j', (text) => {
    for (const duties of ['lines', 'brackets'] as const) expect(format(text, { duties })).toBe(text);
  });
  it('close alike on their lines', () => {
    const text = `${LINES}2.新建甲园。\n牵头单位：县商务局\n3.新建乙园。\n牵头单位：县商务局、\n`;
    expect(format(text)).toBe(text.replace('园。\n牵头单位：县商务局\n', '园。\n牵头单位：县商务局。\n'));
    const open = '1.新建甲园。\n牵头单位：县商务局\n配合单位：县财政局\n2.新建乙园。\n牵头单位：县商务局。\n';
    expect(format(open)).toBe(open.replace('县商务局。\n', '县商务局\n'));
  });
});

describe('cut lines', () => {
  it('are put together where a bracket, a field or a separator says so', () => {
    const text = '1.推进甲园建设。（牵头\n\n单位：县发改委、县财政局）\n2.推进乙园建设，\n完善配套。\n';
    expect(format(text)).toBe('1.推进甲园建设。（牵头单位：县发改委、县财政局）\n2.推进乙园建设，完善配套。\n');
  });
  it.each([
    '1.推进甲园建设。（牵头\n// 待核\n单位：县发改委）\n',
    '1.推进甲园建设。\n责任单位：\n县发改委、县财政局\n',
    '1.推进甲园建设。（责任单位：县发改委、县财\n政局\n2.推进乙园建设。\n',
  ])('stay: %j', (text) => expect(format(text)).toBe(text));
});

describe('what does not print', () => {
  it('keeps what is put aside: a mark that is meant so', () => {
    const text =
      '// 免查 punctuation-half-width：型号如此\n1.推进甲,乙线。\n2.推进丙,丁线。\n// 免查 unit-unknown：新设单位\n3.推进戊,己线。\n';
    expect(format(text)).toBe(text.replace('丙,丁', '丙，丁').replace('戊,己', '戊，己'));
  });
  it('stays in its place', () => {
    const text =
      '---\n名册: 云溪县.registry\n状态 ：送审稿,待 核\n---\n// 注释,不 动 (1)\n1、推进甲园建设。\n  // 免查 support-unit-missing：旧 称\n牵头单位:县发改委\n';
    expect(format(text)).toBe(
      '---\n名册: 云溪县.registry\n状态 ：送审稿,待 核\n---\n// 注释,不 动 (1)\n1.推进甲园建设。\n// 免查 support-unit-missing：旧 称\n牵头单位：县发改委\n',
    );
  });
});

/** Each pair of choices is among them. */
const WAYS: readonly FmtOptions[] = FMT_VALUES.duties.flatMap((duties, i) =>
  FMT_VALUES.indent.map((indent, j) => ({ duties, indent, blankLines: FMT_VALUES.blankLines[(i + j) % 3]! })),
);

function findings(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of lint(reading(text).notice, { registry: EMPTY_REGISTRY }))
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** The marks of a text outside its numbers, in one width, with their counts. */
function marksOf(text: string, without: RegExp): Record<string, number> {
  const { notice } = reading(text);
  const numbers = notice.items.flatMap((item, part) =>
    [item?.number, ...(item?.fields ?? []).map((field) => field.number)].flatMap((number) =>
      number ? [{ range: absolute(notice, part, number.range), text: '' }] : [],
    ),
  );
  const counts: Record<string, number> = {};
  for (const mark of plain(`${applyEdits(text, numbers)}。`).replace(/[\p{L}\p{N}]/gu, ''))
    if (!without.test(mark)) counts[mark] = (counts[mark] ?? 0) + 1;
  return counts;
}

function holds(text: string, way: FmtOptions): string {
  const after = formatNotice(text, way);
  expect(differenceOf(reading(text), reading(after)), 'says the same').toBeUndefined();
  expect(formatNotice(after, way), 'a second run changes nothing').toBe(after);
  expect(substance(after), 'no character is lost').toBe(substance(text));
  const free = way.duties === 'keep' ? /[.]/ : /[.,;()]/;
  expect(marksOf(after, free), 'no mark is lost').toEqual(marksOf(text, free));
  expect(applyEdits(text, formattingEdits(text, after)), 'as edits').toBe(after);
  return after;
}

const folder = path.join(root, 'test/model/corpus');
const texts = [
  ...readdirSync(folder).map((name) => path.join(folder, name)),
  ...readdirSync(path.join(root, 'examples')).map((name) => path.join(root, 'examples', name)),
]
  .filter((name) => name.endsWith('.notice'))
  .map((name) => [path.basename(name), readFileSync(name, 'utf8')] as const);

function noMoreFindings(before: string, after: string): void {
  const known = findings(before);
  for (const [rule, count] of findings(after)) {
    // One finding stands for a run of lines; without blank lines between them the runs are others.
    if (rule !== 'page-leftover') expect(count, rule).toBeLessThanOrEqual(known.get(rule) ?? 0);
  }
}

describe('whole notices', () => {
  it.each(texts.map(([name, text], index) => [name, text, index] as const))('%s', (_, text, index) => {
    // A few ways each; all ways are met along the corpus.
    for (let i = index % 5; i < WAYS.length; i += 5) noMoreFindings(text, holds(text, WAYS[i]!));
    noMoreFindings(text, holds(text, DEFAULT_FMT));
  });
  it('of the corpus in CRLF come out as they do in LF', () => {
    for (const [, text] of texts)
      expect(format(text.replaceAll('\n', '\r\n'))).toBe(format(text).replaceAll('\n', '\r\n'));
  });
});

const NOTICES = ['000', '001', '003', '004'];

describe.skipIf(!hasRealNotices)(`real notices${hasRealNotices ? '' : ` (${WITHOUT})`}`, () => {
  it.each(NOTICES)('%s', { timeout: 60_000 }, (id) => {
    const { text } = realNotice(id);
    for (const duties of FMT_VALUES.duties) noMoreFindings(text, holds(text, { ...DEFAULT_FMT, duties }));
    expect(findings(format(text)).get('line-cut') ?? 0).toBe(0);
  });
});

const BITS =
  ` |  |　|\n|\n\n|\r\n|\r|\t|\u00a0|\u200b|\ufeff|,|:|;|.|。|；|、|(|)|（|）|"|“|”|[|]|〔|【|1|２|1、|（一）、|二．|⑴|⑽|①|★|
// 免查 line-cut：试
|// 注|---\n|牵头单位：|牵头领导:|县财政局|县发改委、|附件1\n|同上|GDP|云政发(2026)3号|2026 年|— 2 —|😀|\ud800|３．５|10：30|'|抄送：|序号\n`.split(
    '|',
  );

function holdsAny(text: string, way: FmtOptions): void {
  holds(text, way);
}

describe('any text', () => {
  const way = fc.constantFrom(...WAYS);
  it('in small pieces', () => {
    const text = fc
      .array(fc.constantFrom(...BITS, '推进甲园建设', '岑　柏'), { maxLength: 40 })
      .map((bits) => bits.join(''));
    fc.assert(fc.property(text, way, holdsAny), { numRuns: 300 });
  });
  it('of characters at random', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), way, holdsAny), { numRuns: 200 });
  });
  it('that was a notice of the corpus', { timeout: 60_000 }, () => {
    const change = fc.record({ at: fc.nat(4000), gone: fc.nat(3), bit: fc.constantFrom('', ...BITS) });
    const text = fc
      .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 8 }))
      .map(([[, base], changes]) =>
        changes.reduce((now, { at, gone, bit }) => {
          const place = at % (now.length + 1);
          return now.slice(0, place) + bit + now.slice(place + gone);
        }, base),
      );
    fc.assert(fc.property(text, way, holdsAny), { numRuns: 60 });
  });
  it('of many tasks, each as it would be alone', () => {
    const one = '推进甲园建设,完善 3 处配套。（牵头单位:县发改委;配合单位:县财政局）\n';
    const many = Array.from({ length: 3000 }, (_, i) => `${i + 1}、${one}`).join('');
    const formed = format(`1、${one}`, { duties: 'lines' }).slice(2);
    expect(format(many, { duties: 'lines' })).toBe(
      Array.from({ length: 3000 }, (_, i) => `${i + 1}.${formed}`).join(''),
    );
  });
});

describe('as edits', () => {
  it('only what differs is replaced', () => {
    const before = '1、推进甲园建设,完善 3 处配套。\n';
    const edits = formattingEdits(before, format(before));
    expect(edits.map(({ range, text }) => [before.slice(range.start, range.end), text])).toEqual([
      ['、', '.'],
      [',', '，'],
      [' ', ''],
      [' ', ''],
    ]);
  });
});
