/** Pages of the web that a browser printed, and the head and foot of pages that are one text throughout. */
import { describe, expect, it } from 'vitest';
import { pdfFile } from './pdf-file.ts';
import { imported, said } from './support.ts';

interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A PDF whose font stands in no file, as pages of lines at their places. */
function printed(pages: readonly (readonly Drawn[])[]): Uint8Array {
  const hex = (text: string): string =>
    `<${[...text].map((one) => one.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((lines, at) => {
      const content = `BT /F1 16 Tf ${lines.map(({ text, x, y }) => `1 0 0 1 ${x} ${842 - y} Tm ${hex(text)} Tj`).join(' ')} ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return pdfFile(objects);
}

const WIDTH = 30;
const paragraphs = [
  '一、发展湖泊旅游',
  '1.建设环湖绿道二期工程，新建驿站三处，改造沿线码头和停车场，完善厕所、标识标牌、步道照明等配套设施，全线按期贯通。（责任单位：县文化旅游局、县交通运输局）',
  '2.举办第三届开湖节，组织龙舟邀请赛、渔家宴和湖鲜展销会，引导沿湖农户参与，带动农产品销售，提升湖区知名度和影响力。（责任单位：县文化旅游局、各有关乡镇）',
  '二、改善湖区环境',
  '3.整治湖岸环境，清理违规搭建和废弃网箱，恢复湖滨湿地，建立常态化巡查制度，对发现的问题立行立改，确保水质稳定达标。（责任单位：县水务局、县生态环境局）',
];

/** Lines of a fixed width, the first of each paragraph indented, in pages of eight. */
function pagesOf(first: readonly string[], last: readonly string[]): Drawn[][] {
  const lines: { text: string; indent: number }[] = first.map((text) => ({ text, indent: 0 }));
  for (const paragraph of paragraphs)
    for (let at = 0, end = WIDTH - 2; at < paragraph.length; at = end, end += WIDTH)
      lines.push({ text: paragraph.slice(at, end), indent: at ? 0 : 2 });
  lines.push(...last.map((text) => ({ text, indent: 0 })));
  const pages: Drawn[][] = [];
  lines.forEach(({ text, indent }, at) => {
    if (at % 8 === 0) pages.push([]);
    // The browser's own lines begin further left than the page's.
    pages.at(-1)!.push({ text, x: 44 + indent * 16, y: 150 + (at % 8) * 30 });
  });
  return pages;
}

describe('a page that a browser printed', () => {
  const pages = pagesOf(
    ['首页｜政务公开｜政务服务', '当前位置：首页＞政务公开＞正文'],
    [
      '相关链接',
      '云溪县人民政府关于印发上年重点任务的通知',
      '上一篇：关于做好防汛工作的通知',
      '主办：云溪县人民政府办公室　承办：县大数据中心',
      '网站标识码：0000000000',
      '地址：云溪县湖滨路1号',
    ],
  );
  const drawn = pages.map((lines, at) => [
    { text: `2026/3/${at + 1} 10:2${at}　云溪县人民政府门户网站`, x: 24, y: 24 },
    ...lines,
    { text: `https://www.example.gov.cn/notice.html　　${at + 1}/${pages.length}`, x: 24, y: 825 },
  ]);

  it('gives its paragraphs, without the address and the date on each page', async () => {
    const got = await imported(printed(drawn), '网页.pdf');
    expect(got.text.trim().split(/\n+/)).toEqual(paragraphs);
    expect(got.tasks).toBe(3);
    expect(said(got)).toContain(`dropped 删去每页的页眉和页码 ${pages.length * 2}`);
    expect(said(got).filter((line) => line.startsWith('dropped 删去网页上的内容'))).toEqual([
      'dropped 删去网页上的内容，不属于通知 2',
      'dropped 删去网页上的内容，不属于通知 6',
    ]);
  });
});

describe('the foot of a page', () => {
  const task = '1.建设环湖绿道。\n责任单位：县文化旅游局。\n';

  it('holds no one who answers for a task', async () => {
    const got = await imported(
      `${task}\n云溪县人民政府\n2026年2月10日\n分享到：微信 微博\n下一篇：关于做好防汛工作的通知\n主办：云溪县人民政府办公室　承办：县大数据中心\n备案号：浙ICP备00000000号\n邮编：000000\n`,
      'a.txt',
    );
    expect(got.tasks).toBe(1);
    expect(got.text).toMatch(/2026年2月10日\n$/);
  });

  it('leaves an annex behind it', async () => {
    const annex = '附件\n湖泊旅游工作专班成员名单\n组长：岑柏\n成员：辛桐\n';
    const got = await imported(`${task}\n打印本页　关闭窗口\n${annex}网站标识码：0000000000\n`, 'a.txt');
    for (const line of annex.trim().split('\n')) expect(got.text).toContain(line);
    expect(got.text).not.toContain('网站标识码');
  });

  it('leaves a signature that stands behind it', async () => {
    const got = await imported(
      `${task}\n分享到：微信 微博\n打印本页　关闭窗口\n云溪县人民政府\n2026年2月10日\n`,
      'a.txt',
    );
    expect(got.text).toContain('云溪县人民政府\n2026年2月10日');
  });
});
