/** Word's automatic numbers, counted and written as Word does (ECMA-376-1, 17.9 and 17.18.59). */
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../server/imports/docx/number-formats.ts';
import { makeDocx, numbered, p, printed, readDraft } from './make-docx.ts';

describe('formats', () => {
  it.each([
    ['decimal', [1, 10, 101], '1 10 101'],
    ['decimalZero', [1, 9, 10, 100], '01 09 10 100'],
    ['upperRoman', [1, 4, 9, 14, 40, 90, 1999], 'I IV IX XIV XL XC MCMXCIX'],
    ['lowerRoman', [3, 8], 'iii viii'],
    ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
    ['lowerLetter', [2, 28], 'b bb'],
    ['decimalFullWidth', [1, 12], '１ １２'],
    ['decimalFullWidth2', [20], '２０'],
    ['decimalEnclosedCircle', [1, 10, 20, 21], '① ⑩ ⑳ 21'],
    ['decimalEnclosedCircleChinese', [1, 10, 11], '① ⑩ 11'],
    ['decimalEnclosedParen', [1, 20, 21], '⑴ ⒇ 21'],
    ['decimalEnclosedFullstop', [1, 20, 21], '⒈ ⒛ 21'],
    ['ideographDigital', [1, 10, 25], '一 一〇 二五'],
    ['chineseCounting', [1, 10, 11, 20, 99, 100, 101], '一 十 十一 二十 九十九 一○○ 一○一'],
    [
      'chineseCountingThousand',
      [1, 10, 15, 20, 21, 100, 101, 110, 111, 120, 1001, 1010, 10000, 10203, 20010],
      '一 十 十五 二十 二十一 一百 一百零一 一百一十 一百一十一 一百二十 一千零一 一千零一十 一万 一万零二百零三 二万零一十',
    ],
    ['chineseLegalSimplified', [1, 2, 10, 11, 20, 105], '壹 贰 壹拾 壹拾壹 贰拾 壹佰零伍'],
    ['ideographLegalTraditional', [2, 10], '貳 壹拾'],
    ['japaneseCounting', [1, 10, 11, 100, 101, 110, 200], '一 十 十一 百 百一 百十 二百'],
    ['taiwaneseCounting', [10, 30, 100], '十 三十 一○○'],
    ['taiwaneseCountingThousand', [10, 101], '十 一百零一'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12, 13], '子 亥 13'],
    ['ideographZodiacTraditional', [1, 11, 60, 61], '甲子 甲戌 癸亥 甲子'],
    ['ideographEnclosedCircle', [1, 10, 11], '㈠ ㈩ 11'],
    ['numberInDash', [3], '- 3 -'],
    ['none', [1], ''],
    ['hebrew1', [7], '7'],
    ['toString', [7], '7'],
    ['chineseCountingThousand', [0], '0'],
  ] as const)('writes %s', (format, values, text) => {
    expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(text);
  });

  it('writes digits with noughts before them', () => {
    expect(formatNumber(7, 'custom', '001, 002, 003, ...')).toBe('007');
    expect(formatNumber(7, 'custom', undefined)).toBe('7');
  });
});

/** A level of a list: format, text, and what else it says. */
function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}
const abstract = (id: number, content: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`;
const num = (id: number, of: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const start = (at: number, value: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;

const HOUSE = [
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCountingThousand', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimal', '（%4）'),
].join('');

/** The numbers of paragraphs, given as "list level". */
async function numbers(numbering: string, paragraphs: readonly string[], styles = ''): Promise<string> {
  const body = paragraphs.map((paragraph) => {
    const [list, at] = paragraph.split(' ').map(Number);
    return numbered('x', list!, at);
  });
  const lines = await printed(body.join(''), { numbering, styles });
  return lines.map((line) => line.replace(/ ?x$/, '')).join(' ');
}

describe('counting', () => {
  it('counts levels, and begins the deeper ones anew', async () => {
    const list = abstract(0, HOUSE) + num(1, 0);
    expect(await numbers(list, ['1 0', '1 1', '1 1', '1 2', '1 2', '1 1', '1 2', '1 0', '1 1', '1 3'])).toBe(
      '一、 （一） （二） 1. 2. （三） 1. 二、 （一） （1）',
    );
  });

  it('shows the levels above', async () => {
    const list = abstract(0, level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2')) + num(1, 0);
    expect(await numbers(list, ['1 0', '1 1', '1 1', '1 0', '1 1'])).toBe('第一章 一.1 一.2 第二章 二.1');
  });

  it('shows all in digits where the level says so', async () => {
    const list = abstract(0, level(0, 'upperRoman', '%1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + num(1, 0);
    expect(await numbers(list, ['1 0', '1 0', '1 1'])).toBe('I II 2.1');
  });

  it('counts on through all lists of one abstract list', async () => {
    const lists = abstract(0, HOUSE) + num(1, 0) + num(2, 0) + num(3, 0, start(0, 1));
    expect(await numbers(lists, ['1 0', '2 0', '1 0', '3 0', '3 0', '1 0'])).toBe('一、 二、 三、 一、 二、 三、');
  });

  it('begins where a list says, once', async () => {
    const lists = abstract(0, HOUSE) + num(1, 0) + num(2, 0, start(2, 5));
    expect(await numbers(lists, ['1 2', '1 2', '2 2', '2 2', '1 2'])).toBe('1. 2. 5. 6. 7.');
    expect(await numbers(lists, ['2 1', '2 2', '2 1', '2 2'])).toBe('（一） 5. （二） 1.');
  });

  it('takes a level that a list has of its own', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', '%1)')}</w:lvlOverride>`;
    expect(await numbers(abstract(0, HOUSE) + num(1, 0) + num(2, 0, own), ['1 0', '2 0'])).toBe('一、 2)');
  });

  it('goes on below a new heading where the level never begins anew, or only below some', async () => {
    const never = abstract(0, level(0, 'decimal', '%1、') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>'));
    expect(await numbers(never + num(1, 0), ['1 0', '1 1', '1 0', '1 1'])).toBe('1、 1. 2、 2.');
    const first = abstract(
      0,
      level(0, 'decimal', '%1、') +
        level(1, 'decimal', '（%2）') +
        level(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>'),
    );
    expect(await numbers(first + num(1, 0), ['1 0', '1 1', '1 2', '1 1', '1 2', '1 0', '1 2'])).toBe(
      '1、 （1） 1. （2） 2. 2、 1.',
    );
  });

  it('follows the links between lists and styles', async () => {
    const lists = [
      abstract(0, `<w:styleLink w:val="list"/>${HOUSE}`),
      abstract(1, '<w:numStyleLink w:val="list"/>'),
      num(1, 0),
      num(2, 1),
    ].join('');
    const styles =
      '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(await numbers(lists, ['2 0', '1 0', '2 1'], styles)).toBe('一、 二、 （一）');
  });

  it('does without lists and levels that are not there', async () => {
    expect(await numbers(abstract(0, HOUSE) + num(1, 0) + num(4, 9), ['1 0', '7 0', '1 8', '4 0', '0 0', '1 0'])).toBe(
      '一、     二、',
    );
  });
});

describe('styles', () => {
  const numbering =
    abstract(
      0,
      level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="h1"/>') +
        level(1, 'chineseCountingThousand', '（%2）', '<w:pStyle w:val="h2"/>'),
    ) + num(1, 0);
  const style = (id: string, properties: string, base = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}">${base && `<w:basedOn w:val="${base}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
  const list = '<w:numPr><w:numId w:val="1"/></w:numPr>';
  const styles =
    style('h1', list) + style('h2', list) + style('h2a', '<w:jc w:val="left"/>', 'h2') + style('loop', '', 'loop');
  const of = (id: string, more = ''): string => p(id, `<w:pStyle w:val="${id}"/>${more}`);

  it('bear numbers, of the level that names them, and hand them down', async () => {
    expect(await printed(of('h1') + of('h2') + of('h2a') + of('h1') + of('loop'), { numbering, styles })).toEqual([
      '一、h1',
      '（一）h2',
      '（二）h2a',
      '二、h1',
      'loop',
    ]);
  });

  it('lose them to a paragraph that says none, or another', async () => {
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const deeper = '<w:numPr><w:ilvl w:val="1"/></w:numPr>';
    expect(await printed(of('h1', none) + of('h1', deeper) + of('h1'), { numbering, styles })).toEqual([
      'h1',
      '（一）h1',
      '二、h1',
    ]);
  });

  it('number the paragraphs of the usual style', async () => {
    const usual = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr>${list}</w:pPr></w:style>`;
    expect(await printed(p('甲') + p('乙'), { numbering, styles: usual })).toEqual(['一、甲', '二、乙']);
  });
});

describe('in the text', () => {
  const numbering = [
    abstract(0, HOUSE),
    abstract(1, level(0, 'bullet', '&#xF06C;')),
    abstract(2, level(0, 'bullet', '★')),
    abstract(3, level(0, 'chineseCounting', '第%1条')),
    abstract(4, level(0, 'chineseCounting', '第%1条', '<w:suff w:val="nothing"/>')),
    abstract(5, level(0, 'bullet', 'l').replace('</w:lvl>', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>')),
    abstract(6, level(0, 'bullet', 'o')),
    ...[0, 1, 2, 3, 4, 5, 6].map((id) => num(id + 1, id)),
  ].join('');

  it('are kept apart from it', async () => {
    const { blocks } = await readDraft(makeDocx(numbered('总体要求', 1), { numbering }));
    expect(blocks).toMatchObject([{ number: '一、', text: '总体要求' }]);
  });

  it('are parted from it where they would run into it', async () => {
    expect(await printed(numbered('为了', 4) + numbered('为了', 5), { numbering })).toEqual([
      '第一条 为了',
      '第一条为了',
    ]);
  });

  it('stand before the text of cells', async () => {
    const body = `<w:tbl><w:tr><w:tc>${numbered('', 1, 2)}</w:tc><w:tc>${p('甲')}</w:tc></w:tr><w:tr><w:tc>${numbered('', 1, 2)}</w:tc><w:tc>${numbered('乙', 1, 3)}${numbered('丙', 1, 3)}</w:tc></w:tr></w:tbl>`;
    expect(await printed(body, { numbering })).toEqual(['1. | 甲', '2. | （1）乙\n（2）丙']);
  });

  it('leave bullets out, but not signs that mark something', async () => {
    const body = numbered('甲', 2) + numbered('乙', 3) + numbered('丙', 6) + numbered('丁', 7);
    expect(await printed(body, { numbering })).toEqual(['甲', '★乙', '丙', '丁']);
    const { remarks } = await readDraft(makeDocx(body, { numbering }));
    expect(remarks).toMatchObject([{ kind: 'dropped', count: 3, quote: '甲；丙；丁' }]);
  });

  it('stand alone where a paragraph has no text, with a word on it', async () => {
    const { blocks, remarks } = await readDraft(makeDocx(numbered('甲', 1) + numbered('', 1), { numbering }));
    expect(blocks).toMatchObject([{ number: '一、' }, { number: '二、', text: '' }]);
    expect(remarks).toMatchObject([{ kind: 'doubtful', quote: '二、' }]);
  });

  it('do not count paragraphs that are deleted or hidden', async () => {
    const properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const deleted = `<w:p><w:pPr>${properties}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>`;
    const hidden = `<w:p><w:pPr>${properties}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>丙</w:t></w:r></w:p>`;
    expect(await printed(numbered('甲', 1) + deleted + hidden + numbered('丁', 1), { numbering })).toEqual([
      '一、甲',
      '二、丁',
    ]);
  });
});
