/** Text that was made of pages: every line broken at their width, page numbers between, marks hanging over the edge. */
import { describe, expect, it } from 'vitest';
import { dense, imported, ownNotices, said, tasksOf } from './support.ts';

const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u2e80' ? 0.5 : 1), 0);

interface Page {
  readonly width: number;
  readonly indent: string;
  /** Lines of a page, and what is printed below them. */
  readonly lines?: number;
  readonly number?: (page: number) => string;
}

/** As a program saves its pages: paragraphs broken where they are full, no mark at the beginning of a line. */
function asPages(paragraphs: readonly string[], { width, indent, lines = 22, number }: Page): string {
  const out: string[] = [];
  let pages = 0;
  const put = (line: string) => {
    out.push(line);
    if (number && out.length % lines === 0) out.push('', number(++pages), '');
  };
  for (const paragraph of paragraphs) {
    let line = indent;
    for (const character of paragraph) {
      if (widthOf(line + character) > width && !/[，。；：、！？”’）》]/.test(character)) {
        put(line);
        line = '';
      }
      line += character;
    }
    put(line);
  }
  return out.join('\n');
}

const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Lines that no page holds: tables in text, and blanks that part fields. */
const NOT_ON_PAGES = /\t|\||[^\s] {2,}|\u3000[^\s]|^---|^\/\//m;

describe('a notice that was broken at the width of its pages', () => {
  const notices = ownNotices().filter(([, text]) => text.length > 1200 && !NOT_ON_PAGES.test(text));

  it.each(notices)('%s: its tasks', async (_, text) => {
    const source = paragraphsOf(text);
    expect(source.length).toBeGreaterThan(9);
    const once = await imported(source.join('\n\n'), 'a.txt');
    const pages = asPages(source, { width: 28, indent: '　　', number: (page) => `— ${page} —` });
    const back = await imported(pages, 'a.txt');
    expect(tasksOf(back.text)).toEqual(tasksOf(once.text));
    expect(dense(back.text)).not.toMatch(/—\d+—/);
  });
});

describe('lines of one width', () => {
  const body = [
    '云溪县人民政府关于分解落实重点工作的通知',
    '各乡镇人民政府，县直各单位：',
    '一、发展湖泊旅游',
    '1.建设环湖绿道二期工程，新建驿站3处，改造沿线码头，打造“一湖四季、处处皆景”的品牌。完善沿线厕所、停车场和标识标牌等配套设施，年内全线贯通，力争接待游客突破五十万人次。',
    '牵头单位：县文化旅游局、县交通运输局、县自然资源局、县住房城乡建设局等相关单位。',
    '2.举办第三届开湖节，组织龙舟邀请赛、渔家宴和湖鲜展销会，带动沿湖农户增收。办好“云溪夜话”等文化活动，引导社会力量参与，鼓励民宿、农家乐提升服务水平。',
    '责任单位：县文化旅游局、各有关乡镇。',
    '3.整治湖岸环境，清理违规搭建和废弃网箱，恢复湖滨湿地三百亩。',
    '责任单位：县水务局。',
  ];

  const widths = Array.from({ length: 16 }, (_, at) => 20 + at);

  it('go on where marks hang over the edge, whatever the width', async () => {
    let hanging = 0;
    for (const width of widths) {
      const text = asPages([...body, ...body.slice(2)], { width, indent: '　　' });
      hanging = Math.max(hanging, ...text.split('\n').map((line) => widthOf(line) - width));
      const back = await imported(text, 'a.txt');
      expect(paragraphsOf(back.text), `${width}`).toEqual([...body, ...body.slice(2)]);
    }
    expect(hanging).toBeGreaterThan(0);
  });

  it('are full ones where most are fields that end before', async () => {
    const fields = body.flatMap((line) =>
      /单位：/.test(line) ? [line, '牵头领导：岑柏。', '完成时限：10月底前完成。'] : line,
    );
    const back = await imported(asPages(fields, { width: 34, indent: '    ' }), 'a.txt');
    expect(paragraphsOf(back.text)).toEqual(fields);
  });

  it('without indents go on behind a sentence that fills its line, with a doubt', async () => {
    let doubts = 0;
    for (const width of widths) {
      const text = asPages(body, { width, indent: '' });
      const back = await imported(text, 'a.txt');
      const doubtful = said(back).filter((line) => line.startsWith('doubtful 一句话正好在行末结束')).length;
      // Where a paragraph ends with its line as well, nothing tells.
      if (
        !text
          .split('\n')
          .some((line) => /[^。：]/.test(line) && body.some((own) => own.endsWith(line)) && widthOf(line) >= width - 1)
      )
        expect(paragraphsOf(back.text), `${width}`).toEqual(body);
      doubts += doubtful;
    }
    expect(doubts).toBeGreaterThan(0);
  });

  it('without indents begin a paragraph where the first words had room above', async () => {
    const short = '1.建设环湖绿道二期工程，新建驿站三处，改造沿线码头等。';
    const next = '各单位要抓好落实。';
    const lines = asPages([...body, short, next], { width: 29, indent: '' });
    expect(lines).toContain(`${short}\n${next}`);
    const back = await imported(lines, 'a.txt');
    expect(paragraphsOf(back.text).slice(-2)).toEqual([short, next]);
  });
});

describe('radicals that a printed page says for characters', () => {
  it('are the characters', async () => {
    const back = await imported(
      '⼀、发展湖泊旅游\n\n1.建设环湖绿道，完善⼈⾏步道。\n\n牵头单位：县⽂化旅游局。\n完成时限：10⽉底前。\n',
      'a.txt',
    );
    expect(back.tasks).toBe(1);
    expect(back.text).toContain('牵头单位：县文化旅游局。');
    expect(back.text).toContain('完善人行步道');
    expect(said(back)).toContain('changed 与汉字同形的部首字符已换成汉字 5');
  });

  it('of the simplified ones too, also in cells', async () => {
    const back = await imported('序号,重点⼯作,责任单位,完成时限\n1,⻓江⻋站改造,县⺠政局,10⽉\n', 'a.csv');
    expect(back.text).toContain('长江车站改造');
    expect(back.text).toContain('责任单位：县民政局。');
  });
});
