/** The visible text of a Word document, and what is said of the rest. */
import { describe, expect, it } from 'vitest';
import { makeDocx, p, printed, readDraft } from './make-docx.ts';

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;

async function remarks(body: string, parts = {}): Promise<string[]> {
  const draft = await readDraft(makeDocx(body, parts));
  return draft.remarks.map(({ kind, words, quote = '', count, place }) =>
    [kind, words.zh.slice(0, 8), quote, count, place?.zh].filter(Boolean).join(' '),
  );
}

describe('text', () => {
  it.each([
    ['runs', `<w:p>${run('推进')}${run('项目建设。')}</w:p>`, ['推进项目建设。']],
    ['a tab', '<w:p><w:r><w:t>附件</w:t><w:tab/><w:t>名单</w:t></w:r></w:p>', ['附件\t名单']],
    ['a line break', '<w:p><w:r><w:t>关于印发分工的</w:t><w:br/><w:t>通知</w:t></w:r></w:p>', ['关于印发分工的\n通知']],
    ['a hyphen that does not break', '<w:p><w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>', ['A-1']],
    [
      'smart tags, links and content controls',
      `<w:p><w:smartTag>${run('云溪')}</w:smartTag><w:hyperlink>${run('县')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>${run('政府')}</w:sdtContent></w:sdt></w:p>`,
      ['云溪县政府'],
    ],
    ['blanks at the ends only where they are kept', '<w:p><w:r><w:t>  一、</w:t></w:r></w:p>', ['一、']],
    [
      'the base of ruby',
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>qīng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>青</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
      ['青'],
    ],
    [
      'signs',
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="2460"/></w:r></w:p>',
      ['☑①'],
    ],
    [
      'signs that are written as letters',
      `<w:p>${run('&#xF0FE;', '<w:rFonts w:ascii="Wingdings"/>')}${run('l', '<w:rFonts w:ascii="Wingdings"/>')}${run('&#xE123;')}</w:p>`,
      ['☑●'],
    ],
    ['no empty paragraphs', `${p('一')}${p('')}${p('　')}${p('二')}`, ['一', '二']],
  ])('reads %s', async (_, body, text) => {
    expect(await printed(body)).toEqual(text);
  });
});

describe('fields', () => {
  it.each([
    [
      'results',
      `${field('begin')}${code(' DATE ')}${field('separate')}${run('2026年3月5日')}${field('end')}`,
      '2026年3月5日',
    ],
    [
      'nested fields in instructions',
      `${field('begin')}${code('IF ')}${field('begin')}${code('PAGE')}${field('separate')}${run('9')}${field('end')}${code('=1')}${field('separate')}${run('甲')}${field('end')}`,
      '甲',
    ],
    ['a simple field', `<w:fldSimple w:instr="REF a">${run('第三条')}</w:fldSimple>`, '第三条'],
    ['a number in a circle', `${field('begin')}${code('eq \\o\\ac(○,3)')}${field('end')}`, '③'],
    ['a number in a circle, with 全角 signs', `${field('begin')}${code(' EQ \\o\\ac(○，12)')}${field('end')}`, '⑫'],
    [
      'the base of a field that says how to read it',
      `${field('begin')}${code('EQ \\* jc2 \\o\\ad(\\s\\up 9(lán),岚)')}${field('end')}`,
      '岚',
    ],
    ['what follows a broken field', `${field('begin')}${code('PAGE')}</w:p><w:p>${run('正文')}`, '正文'],
  ])('gives %s', async (_, body, text) => {
    expect((await printed(`<w:p>${body}</w:p>`)).filter(Boolean)).toEqual([text]);
  });

  it('leaves out a table of contents, over paragraphs, and says so', async () => {
    const body = `<w:p>${field('begin')}${code(' TOC \\o "1-2" ')}${field('separate')}${run('一、总体要求\t1')}</w:p>${p('二、重点任务\t2')}<w:p>${field('end')}</w:p>${p('一、总体要求')}`;
    expect(await printed(body)).toEqual(['一、总体要求']);
    expect(await remarks(body)).toEqual(['dropped 目录没有读入 1 第1段']);
  });
});

describe('revisions', () => {
  it('are accepted, with what was deleted and inserted quoted', async () => {
    const body = `<w:p>${run('由县')}<w:del><w:r><w:delText>发改局</w:delText></w:r></w:del><w:ins>${run('数据局')}</w:ins>${run('牵头。')}</w:p>`;
    expect(await printed(body)).toEqual(['由县数据局牵头。']);
    expect(await remarks(body)).toEqual([
      'dropped 文档带有修订痕迹 发改局 1 第1段',
      'changed 文档带有修订痕迹 数据局 1 第1段',
    ]);
  });

  it('leave moved text where it went', async () => {
    const body = `<w:p><w:moveFrom>${run('甲。')}</w:moveFrom>${run('乙。')}<w:moveTo>${run('甲。')}</w:moveTo></w:p>`;
    expect(await printed(body)).toEqual(['乙。甲。']);
  });

  it('join paragraphs whose mark is deleted, and drop those of which nothing is left', async () => {
    const mark = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(await printed(`${p('推进', mark)}${p('建设。')}`)).toEqual(['推进建设。']);
    const gone = `<w:p><w:pPr>${mark}</w:pPr><w:del><w:r><w:delText>整段</w:delText></w:r></w:del></w:p>`;
    expect(await printed(`${p('甲')}${gone}${p('乙')}`)).toEqual(['甲', '乙']);
    expect(await printed(p('末段', mark))).toEqual(['末段']);
  });

  it('drop deleted rows of a table', async () => {
    const row = (text: string, properties = ''): string => `<w:tr>${properties}<w:tc>${p(text)}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('甲')}${row('乙', '<w:trPr><w:del w:id="3"/></w:trPr>')}${row('丙', '<w:trPr><w:ins w:id="4"/></w:trPr>')}</w:tbl>`;
    expect(await printed(body)).toEqual(['甲', '丙']);
    expect(await remarks(body)).toEqual(['dropped 文档带有修订痕迹 乙 1 表1第2行']);
  });
});

describe('what does not print', () => {
  it('is left out: hidden text, by run, style or paragraph', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const body = `<w:p>${run('甲')}${run('乙', '<w:vanish/>')}${run('丙', '<w:rStyle w:val="b"/>')}${run('丁', '<w:rStyle w:val="b"/><w:vanish w:val="0"/>')}</w:p>`;
    expect(await printed(body, { styles })).toEqual(['甲丁']);
    expect(await remarks(body, { styles })).toEqual(['dropped 隐藏的文字不会打 乙；丙 2 第1段']);
  });

  it('joins paragraphs whose mark is hidden: a heading that runs into its text', async () => {
    const body = `${p('加快建设。', '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>')}${p('抓好项目。')}`;
    const { blocks } = await readDraft(makeDocx(body));
    expect(blocks).toMatchObject([{ text: '加快建设。抓好项目。', heading: 2 }]);
  });

  it('quotes comments and notes', async () => {
    const body = `<w:p>${run('正文')}<w:r><w:commentReference w:id="5"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const parts = {
      comments: `<w:comment w:id="5">${p('请核对')}</w:comment>`,
      footnotes: `<w:footnote w:id="2">${p('据统计局。')}</w:footnote>`,
    };
    expect(await printed(body, parts)).toEqual(['正文']);
    expect(await remarks(body, parts)).toEqual([
      'dropped 批注没有读入正文 请核对 第1段',
      'dropped 脚注或尾注没有读 据统计局。 第1段',
    ]);
  });

  it('tells of headers, and keeps a letterhead that stands in one', async () => {
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>';
    const parts = { header: p('云溪县人民政府文件'), footer: `${p('— 3 —')}${p('云溪县人民政府办公室')}` };
    expect(await printed(p('正文') + section, parts)).toEqual(['云溪县人民政府文件', '正文']);
    expect(await remarks(p('正文') + section, parts)).toEqual([
      'dropped 页眉、页脚没有读 云溪县人民政府办公室 1 页眉页脚',
      'doubtful 页眉或文本框里的 云溪县人民政府文件 页眉页脚',
    ]);
  });
});

describe('what floats', () => {
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const both = (text: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(text)}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  it('stands once, before or after the paragraph that it hangs on', async () => {
    expect(await printed(`<w:p>${both('云溪县人民政府文件')}${run('云政发〔2026〕3号')}</w:p>`)).toEqual([
      '云溪县人民政府文件',
      '云政发〔2026〕3号',
    ]);
    expect(await printed(`<w:p>${run('正文')}${both('框里')}</w:p>`)).toEqual(['正文', '框里']);
  });

  it('is said to be doubtful; pictures are said to be gone', async () => {
    expect(await remarks(`<w:p>${both('框里')}</w:p>`)).toEqual(['doubtful 文本框里的文字已 框里 第1段']);
    expect(await remarks('<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>')).toEqual([
      'dropped 图片、图表等对象 1 第1段',
    ]);
    expect(await remarks('<w:p><w:r><w:pict><v:line/></w:pict></w:r></w:p>')).toEqual([]);
  });
});

describe('form', () => {
  it('gives headings, alignment and pages', async () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="1a"><w:basedOn w:val="1"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>',
    ].join('');
    const body = [
      p('标题', '<w:pStyle w:val="1a"/>'),
      p('正文', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/><w:jc w:val="both"/>'),
      p('落款', '<w:pageBreakBefore/><w:jc w:val="right"/>'),
      '<w:p><w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r></w:p>',
      p('节末', '<w:sectPr/>'),
      p('新节'),
      '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
      p('新页'),
    ].join('');
    const { blocks } = await readDraft(makeDocx(body, { styles }));
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        text: '标题',
        heading: 1,
        align: 'center',
        whole: true,
        place: { zh: '第1段', en: 'paragraph 1' },
      },
      { kind: 'paragraph', text: '正文', align: 'left', whole: true, place: { zh: '第2段', en: 'paragraph 2' } },
      {
        kind: 'paragraph',
        text: '落款',
        align: 'right',
        whole: true,
        opensPage: true,
        place: { zh: '第3段', en: 'paragraph 3' },
      },
      { kind: 'paragraph', text: '前', whole: true, place: { zh: '第4段', en: 'paragraph 4' } },
      { kind: 'paragraph', text: '后', whole: true, opensPage: true, place: { zh: '第5段', en: 'paragraph 5' } },
      { kind: 'paragraph', text: '节末', whole: true, place: { zh: '第6段', en: 'paragraph 6' } },
      { kind: 'paragraph', text: '新节', whole: true, opensPage: true, place: { zh: '第7段', en: 'paragraph 7' } },
      { kind: 'paragraph', text: '新页', whole: true, opensPage: true, place: { zh: '第8段', en: 'paragraph 8' } },
    ]);
  });

  it('knows sections that go on on the same page', async () => {
    const section = (type: string): string => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`;
    const body = p('甲', section('nextPage')) + p('乙', section('continuous')) + p('丙') + section('oddPage');
    const { blocks } = await readDraft(makeDocx(body));
    expect(blocks.map((block) => block.kind === 'paragraph' && block.opensPage === true)).toEqual([false, false, true]);
  });

  it('knows any prefix, the strict form of the standard, and UTF-16', async () => {
    const { unzipSync, zipSync } = await import('fflate');
    const change = async (edit: (xml: string) => string, encode = (xml: string) => new TextEncoder().encode(xml)) => {
      const files = unzipSync(makeDocx(p('一、正文')));
      files['word/document.xml'] = encode(edit(new TextDecoder().decode(files['word/document.xml'])));
      return (await readDraft(zipSync(files))).blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
    };
    expect(await change((xml) => xml.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0='))).toEqual(['一、正文']);
    expect(
      await change((xml) =>
        xml.replace(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        ),
      ),
    ).toEqual(['一、正文']);
    expect(
      await change(
        (xml) => xml.replace('UTF-8', 'UTF-16'),
        (xml) => new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le')),
      ),
    ).toEqual(['一、正文']);
  });
});
