/** The notice as a Word document: what a drafter finds in it. */
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../server/formats/format.ts';
import { exportNotice } from '../../server/formats/index.ts';
import { FONT_SETS } from '../../server/formats/page/fonts.ts';
import { readNotice } from '../../server/model/read.ts';
import { unzip } from './unzip.ts';

const NOTICE = `---
发文机关标志：云溪县人民政府文件
---
// 待核
云政〔2026〕3号

云溪县人民政府关于<春耕>&防汛的通知

各乡镇人民政府：

请抓好落实。

云溪县人民政府
2026年3月2日

一、春耕生产（县农业农村局牵头）

（一）备足农资

1.备足种子1200吨。
牵头单位：县供销社。

抄送：县委办。

云溪县人民政府办公室　　2026年3月3日印发
`;

async function written(text = NOTICE, options: ExportOptions = {}) {
  const { files } = await exportNotice(readNotice(text), 'notice', 'docx', options);
  const parts = unzip(files[0]!.content as Uint8Array);
  const part = (name: string) => parts.get(name)?.text ?? '';
  const names = new Map(
    [...part('word/styles.xml').matchAll(/w:styleId="(\w+)"><w:name w:val="([^"]+)"/g)].map(([, id, name]) => [
      id!,
      name!,
    ]),
  );
  const paragraphs = [...part('word/document.xml').matchAll(/<w:p>(.*?)<\/w:p>/g)].map(([, xml]) => ({
    xml: xml!,
    style: names.get(/<w:pStyle w:val="(\w+)"/.exec(xml!)?.[1] ?? '') ?? '',
    text: [...xml!.matchAll(/<w:t(?: [^>]*)?>([^<]*)<|<w:(tab)\/>/g)]
      .map(([, text, tab]) => (tab ? '\t' : text))
      .join(''),
  }));
  return { bytes: files[0]!.content as Uint8Array, part, paragraphs, names };
}

describe('the notice in Word', () => {
  it('has a named style for each kind of paragraph', async () => {
    const { paragraphs } = await written();
    const seen = paragraphs.filter(({ text }) => text).map(({ style, text }) => `${style}: ${text}`);
    expect(seen).toEqual([
      '发文机关标志: 云溪县人民政府文件',
      '发文字号: 云政〔2026〕3号',
      '公文标题: 云溪县人民政府关于&lt;春耕&gt;&amp;防汛的通知',
      '主送机关: 各乡镇人民政府：',
      '公文正文: 请抓好落实。',
      '发文机关署名: 云溪县人民政府',
      '成文日期: 2026年3月2日',
      '一级标题: 一、春耕生产（县农业农村局牵头）',
      '二级标题: （一）备足农资',
      '公文正文: 1.备足种子1200吨。',
      '责任分工: 牵头单位：县供销社。',
      '抄送机关: 抄送：县委办。',
      '印发机关和日期: 云溪县人民政府办公室\t2026年3月3日印发',
    ]);
  });

  it('lists its headings in the navigation pane', async () => {
    const { part } = await written();
    const levels = [
      ...part('word/styles.xml').matchAll(/<w:name w:val="([^"]+)"\/>(?:(?!<\/w:style>).)*<w:outlineLvl w:val="(\d)"/g),
    ];
    expect(Object.fromEntries(levels.map(([, name, level]) => [name, Number(level)]))).toMatchObject({
      一级标题: 0,
      二级标题: 1,
      三级标题: 2,
      四级标题: 3,
    });
  });

  it('changes faces within a paragraph by styles of characters', async () => {
    const { paragraphs, part } = await written();
    expect(paragraphs.find(({ style }) => style === '责任分工')!.xml).toContain('<w:rStyle w:val="SecondFace"/>');
    expect(part('word/styles.xml')).toContain('<w:name w:val="楷体文字"/>');
    // The mark's size alone depends on its length.
    expect(part('word/document.xml')).not.toContain('<w:rFonts');
  });

  it('has the page of the standard, with numbers at the right of odd pages and the left of even ones', async () => {
    const { part } = await written();
    const body = part('word/document.xml');
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(body).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(part('word/footerOdd.xml')).toMatch(/<w:jc w:val="right"\/>.*— .*PAGE.* —/);
    expect(part('word/footerEven.xml')).not.toContain('<w:jc w:val="right"/>');
    expect(body).not.toContain('w:docGrid');
  });

  it('holds no front matter and no comment, and the title and author as properties', async () => {
    const { part } = await written();
    expect(part('word/document.xml')).not.toMatch(/待核|发文机关标志：|---/);
    expect(part('docProps/core.xml')).toContain('<dc:title>云溪县人民政府关于&lt;春耕&gt;&amp;防汛的通知</dc:title>');
    expect(part('docProps/core.xml')).toContain('<dc:creator>云溪县人民政府</dc:creator>');
    expect((await written(NOTICE, { author: '辛桐' })).part('docProps/core.xml')).toContain('<dc:creator>辛桐<');
  });

  it('is the same file each time', async () => {
    expect((await written()).bytes).toEqual((await written()).bytes);
  });

  it('is set in the faces that the office has', async () => {
    expect((await written()).part('word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"');
    const windows = (await written(NOTICE, { fonts: FONT_SETS.windows })).part('word/styles.xml');
    expect(windows).toContain('w:eastAsia="仿宋"');
    expect(windows).not.toContain('GB2312');
  });

  it('holds the table as an annex, in a turned section, and counts on', async () => {
    const { part, paragraphs } = await written(NOTICE, { annexTable: true });
    const body = part('word/document.xml');
    expect([...body.matchAll(/w:orient="landscape"/g)]).toHaveLength(1);
    expect(body).not.toContain('w:pgNumType');
    expect(paragraphs.some(({ text }) => text === '附件')).toBe(true);
    expect(paragraphs.find(({ style }) => style === '附件说明')!.text).toMatch(/^附件：.*表$/);
  });

  it('prints no number on the imprint’s page and the empty one before it', async () => {
    const found = new Set<string>();
    for (let lines = 1; lines < 45; lines++) {
      const text = NOTICE.replace('\n抄送', `${'\n备足种子。\n'.repeat(lines)}\n抄送`);
      const refs = [
        ...(await written(text))
          .part('word/document.xml')
          .matchAll(/<w:footerReference w:type="default" r:id="(\w+)"/g),
      ];
      found.add(refs.map(([, id]) => id).join(' '));
    }
    // On a page with text; on one of its own; behind an empty one.
    expect([...found].sort()).toEqual(['footerOdd', 'footerOdd footerNone footerNone', 'footerOdd footerOdd']);
  });

  it('is written of any text', async () => {
    for (const text of ['', '\n', '附件', '抄送：', '// x', '1.', '\u0000\ufffe', '（一）'.repeat(50)])
      expect((await written(text)).part('word/document.xml')).toContain('<w:sectPr>');
  });
});
