/** The table as a PDF, read back by a reader that had no part in writing it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { facesIn, standardFolders } from '../../server/font-files.ts';
import type { Exported, ExportOptions } from '../../server/formats/format.ts';
import { exportNotice } from '../../server/formats/index.ts';
import { candidates, type FaceFile, type FindFaces } from '../../server/formats/pdf/faces.ts';
import { sheetsOf } from '../../server/formats/table/sheets.ts';
import { officialTable } from '../../server/formats/table/table.ts';
import type { Notice } from '../../server/model/notice.ts';
import { temporary } from '../support/cli.ts';
import { type Block, makeNotice } from './make.ts';
import { type Made, makeCollection, makeFont } from './pdf-face.ts';

const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const WORDS =
  '年月日底前序号重点工作具体任务分解内容主要完成时限牵头县领导责任单位协同备注云溪关于表、，。：；（）—“”〔〕';

function faceOf(made: Made): FaceFile {
  return {
    names: made.names,
    postScriptName: made.postScriptName,
    weight: made.weight ?? 400,
    collected: false,
    embeddable: made.permission !== 2,
    read: async () => makeFont(made),
  };
}

/** The four faces of an office's machine, and those named. */
function machine(text: string, ...others: readonly FaceFile[]): FindFaces {
  const characters = ASCII + WORDS + text.replace(/[\n\r]/g, '');
  const kinds = [
    ['方正小标宋简体', 'XBS'],
    ['黑体', 'Hei'],
    ['楷体_GB2312', 'Kai'],
    ['仿宋_GB2312', 'Fang'],
    ['宋体', 'Song'],
  ] as const;
  const faces = kinds.map(([name, postScriptName]) => faceOf({ names: [name], postScriptName, characters }));
  return async () => ({ faces: [...faces, ...others], folders: ['/fonts'] });
}

function small(tasks = 3, sentence = '建成冷链物流园并投入使用'): Notice {
  const task = (n: number): Block => ({
    text: `${n}.${sentence}。`,
    fields: [
      ['lead', '牵头单位', `县发改委${n}`],
      ['support', '配合单位', '县财政局、县自然资源局'],
    ],
    deadline: '2026年12月底前',
  });
  return makeNotice({
    title: '云溪县人民政府办公室关于印发2026年重点工作任务分解方案的通知',
    issuer: '云溪县人民政府办公室',
    blocks: [{ text: '一、做强产业', below: Array.from({ length: tasks }, (_, i) => task(i + 1)) }],
  });
}

const write = (notice: Notice, options: ExportOptions): Promise<Exported> =>
  exportNotice(notice, 'table', 'pdf', options);

interface ReadPage {
  readonly text: string;
  readonly pieces: readonly { readonly text: string; readonly x: number; readonly y: number; readonly width: number }[];
  readonly size: readonly [number, number];
}

async function read({ files }: Exported): Promise<{ pages: ReadPage[]; info: Record<string, unknown>; lang: unknown }> {
  const document = await getDocumentProxy(Uint8Array.from(files[0]!.content as Uint8Array));
  const pages: ReadPage[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) =>
      'str' in item && item.str.trim()
        ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width }]
        : [],
    );
    const [, , width, height] = page.view as [number, number, number, number];
    pages.push({ text: pieces.map(({ text }) => text).join(''), pieces, size: [width, height] });
  }
  const { info } = await document.getMetadata();
  const lang = (info as Record<string, unknown>).Language;
  return { pages, info: info as Record<string, unknown>, lang };
}

const bare = (text: string) => text.replace(/\s/g, '');

describe('the table as PDF', () => {
  it('says what the table says, page by page, with the header and the labels on each', async () => {
    const notice = small(40);
    const table = officialTable(notice);
    const sheets = sheetsOf(table);
    const { pages } = await read(await write(notice, { faces: machine(notice.text) }));
    expect(pages.length).toBe(sheets.pages.length);
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, page] of pages.entries()) {
      expect(page.size.map(Math.round)).toEqual([842, 595]);
      const text = bare(page.text);
      expect(text).toContain('主要任务');
      expect(text).toContain('一、做强产业');
      expect(text).toContain(`—${i + 1}—`);
      for (const { cells } of sheets.pages[i]!)
        for (const cell of cells) for (const line of cell.text.split('\n')) expect(text).toContain(bare(line));
    }
  });

  it('keeps all within the type area, and its number at the left, below on odd pages and above on even ones', async () => {
    const notice = small(40);
    const { pages } = await read(await write(notice, { faces: machine(notice.text) }));
    const mm = 72 / 25.4;
    for (const [i, { pieces }] of pages.entries()) {
      const number = pieces.filter(({ x }) => x < 35 * mm - 1);
      expect(number.map(({ text }) => text).join('')).toContain(`— ${i + 1} —`);
      expect(number[0]!.x / mm).toBeCloseTo(28 - (0.38 * 14) / mm, 0);
      // From below: the odd number ends a character above the type area's foot, the even one begins one below its head.
      if (i % 2) expect(number[0]!.y / mm).toBeCloseTo(210 - 28 - 14 / mm, 1);
      else expect(number[0]!.y / mm).toBeGreaterThan(26 + 14 / mm);
      for (const { x, y, width } of pieces.filter((piece) => !number.includes(piece))) {
        expect(x).toBeGreaterThan(35 * mm);
        expect(x + width).toBeLessThan((297 - 37) * mm + 0.5);
        expect(y).toBeGreaterThan(26 * mm);
        expect(y).toBeLessThan((210 - 28) * mm);
      }
    }
  });

  it('bears title, author and language, and no date', async () => {
    const notice = small();
    const { info, lang } = await read(
      await write(notice, { faces: machine(notice.text), title: '云溪县任务表 & <一>' }),
    );
    expect(info.Title).toBe('云溪县任务表 & <一>');
    expect(info.Author).toBe('云溪县人民政府办公室');
    expect(lang).toBe('zh-CN');
    expect(info.CreationDate).toBeUndefined();
    const other = await read(await write(notice, { faces: machine(notice.text), author: '云溪县督查室' }));
    expect(other.info.Author).toBe('云溪县督查室');
  });

  it('has the same bytes each time', async () => {
    const notice = small(20);
    const [one, two] = [
      await write(notice, { faces: machine(notice.text) }),
      await write(notice, { faces: machine(notice.text) }),
    ];
    expect(Buffer.compare(one.files[0]!.content as Uint8Array, two.files[0]!.content as Uint8Array)).toBe(0);
  });

  it('parts a task that is longer than a page, and loses none of it', async () => {
    const sentence = Array.from({ length: 900 }, (_, i) => `第${i}项`).join('');
    const notice = small(3, sentence);
    const { pages } = await read(await write(notice, { faces: machine(notice.text) }));
    const { widths } = sheetsOf(officialTable(notice));
    const column = officialTable(notice).columns.findIndex(({ id }) => id === 'task');
    const left = (35 * 72) / 25.4 + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    const inColumn = ({ x }: { x: number }) => x > left && x < left + widths[column]!;
    const columns = pages.map(({ pieces }) => pieces.filter(inColumn).map(({ text }) => text));
    // Behind the header.
    const all = bare(columns.map((texts) => texts.slice(texts.lastIndexOf('主要任务') + 1).join('')).join(''));
    for (let i = 0; i < 900; i++) expect(all.split(`第${i}项`).length - 1, `第${i}项`).toBe(3);
  });

  it('writes any text, and reads it back', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...'云溪县aZ9 \t“”（）、，。<&>"\\%—…·\u3000\u00a0𠀀é\u0007'),
      maxLength: 120,
    });
    await fc.assert(
      fc.asyncProperty(text, async (said) => {
        const notice = small(2, `开工${said}完`);
        const { pages } = await read(await write(notice, { faces: machine(`${notice.text}𠀀é·…%\u3000\u00a0`) }));
        const all = bare(pages.map((page) => page.text).join(''));
        for (const { cells } of officialTable(notice).rows)
          for (const cell of cells) for (const character of bare(cell)) expect(all).toContain(character);
      }),
      { numRuns: 30 },
    );
  });
});

describe('faces', () => {
  it('is silent where the wanted faces are there, and names those that stand for others', async () => {
    const notice = small();
    expect((await write(notice, { faces: machine(notice.text) })).remarks).toEqual([]);
    const { remarks } = await write(notice, { faces: machine(notice.text), fonts: { body: '华文仿宋' } });
    expect(remarks.map(({ words }) => words.zh)).toEqual([expect.stringContaining('正文“华文仿宋”→“仿宋_GB2312”')]);
  });

  it('takes the nearest kind, the mainland’s forms and the weight that the role wants', () => {
    const face = (names: string[], weight = 400): FaceFile => ({
      names,
      postScriptName: names[0]!,
      weight,
      collected: false,
      embeddable: true,
      read: async () => new Uint8Array(),
    });
    const noto = ['JP', 'TC', 'SC'].flatMap((region) => [
      face([`Noto Serif CJK ${region}`]),
      face([`Noto Serif CJK ${region}`, `Noto Serif CJK ${region} Bold`], 700),
      face([`Noto Sans CJK ${region}`]),
    ]);
    const first = (faces: FaceFile[], role: 'title' | 'heading' | 'second' | 'body' | 'number', wanted: string) =>
      candidates(faces, role, wanted)[0]!.names.at(-1);
    expect(first(noto, 'title', '方正小标宋简体')).toBe('Noto Serif CJK SC Bold');
    expect(first(noto, 'heading', '黑体')).toBe('Noto Sans CJK SC');
    expect(first(noto, 'body', '仿宋_GB2312')).toBe('Noto Serif CJK SC');
    expect(first(noto, 'number', '宋体')).toBe('Noto Serif CJK SC');
    const office = [...noto, face(['SimFang', '仿宋']), face(['SimKai', '楷体']), face(['STZhongsong', '华文中宋'])];
    expect(first(office, 'title', '方正小标宋简体')).toBe('华文中宋');
    expect(first(office, 'second', '楷体_GB2312')).toBe('楷体');
    expect(first(office, 'body', '仿宋_GB2312')).toBe('仿宋');
    expect(first([face(['PingFang SC', '苹方-简']), ...office], 'body', '仿宋_GB2312')).toBe('仿宋');
  });

  it('sets what a face lacks in another, and says so; prints a box for what none has, and says that', async () => {
    const notice = small(1, '疏浚㴔溪、䶮潭');
    const rare = faceOf({ names: ['云溪宋体扩展'], postScriptName: 'Rare', characters: '㴔' });
    const text = notice.text.replace(/[㴔䶮]/g, '');
    const exported = await write(notice, { faces: machine(text, rare) });
    expect(exported.remarks.map(({ words }) => words.zh)).toEqual([
      expect.stringMatching(/改用“云溪宋体扩展”：㴔$/),
      expect.stringMatching(/印成了空框：䶮；/),
    ]);
    const { pages } = await read(exported);
    expect(bare(pages[0]!.text)).toContain('疏浚㴔溪');
  });

  it('passes over faces that are damaged, forbidden, or for another script', async () => {
    const notice = small();
    const damaged: FaceFile = {
      ...faceOf({ names: ['宋体'], postScriptName: 'Broken', characters: '' }),
      read: async () => Uint8Array.of(1, 2, 3),
    };
    const gone: FaceFile = { ...damaged, names: ['仿宋'], read: () => Promise.reject(new Error('gone')) };
    const forbidden = faceOf({ names: ['华文仿宋'], postScriptName: 'No', characters: ASCII, permission: 2 });
    const foreign = faceOf({ names: ['黑体'], postScriptName: 'Latin', characters: ASCII });
    const only = faceOf({ names: ['测试宋体'], postScriptName: 'Only', characters: ASCII + WORDS + notice.text });
    const faces = async () => ({ faces: [damaged, gone, forbidden, foreign, only], folders: [] });
    const { files, remarks } = await write(notice, { faces, fonts: { body: '华文仿宋' } });
    expect(files).toHaveLength(1);
    expect(remarks[0]!.words.zh).toContain('正文“华文仿宋”（该字体不许嵌入文件）→“测试宋体”');
    expect(remarks[0]!.words.zh).toContain('表头“黑体”→“测试宋体”');
  });

  it('writes no PDF without a Chinese face, and says where it looked', async () => {
    const notice = small();
    for (const faces of [undefined, async () => ({ faces: [], folders: ['/usr/share/fonts'] })]) {
      const { files, remarks } = await write(notice, { faces });
      expect(files).toEqual([]);
      expect(remarks[0]!.words.zh).toContain('没有找到中文字体');
      if (faces) expect(remarks[0]!.words.zh).toContain('/usr/share/fonts');
    }
  });
});

describe('the fonts of a machine', () => {
  it('are found by what they say of themselves, in folders below folders, own ones first', async () => {
    const folder = temporary();
    mkdirSync(path.join(folder, 'a/b'), { recursive: true });
    const fang = { names: ['云溪仿宋', 'Yunxi FangSong'], postScriptName: 'YunxiFang', characters: '云溪' };
    const hei = { names: ['Yunxi Hei'], postScriptName: 'YunxiHei', characters: '云溪', weight: 500 };
    const latin = { names: ['Yunxi Latin'], postScriptName: 'YunxiLatin', characters: 'abc', foreign: true };
    writeFileSync(path.join(folder, 'a/1.ttf'), makeFont(fang));
    writeFileSync(path.join(folder, 'a/b/2.TTC'), makeCollection([makeFont(hei), makeFont(latin), makeFont(fang)]));
    writeFileSync(path.join(folder, 'a/3.otf'), makeFont(fang).subarray(0, 200));
    writeFileSync(path.join(folder, 'a/4.ttf'), '');
    writeFileSync(path.join(folder, 'a/5.txt'), makeFont(fang));
    const { faces, folders } = await facesIn([path.join(folder, 'a/b')], [folder, path.join(folder, 'missing')])();
    expect(faces.map(({ postScriptName, collected }) => [postScriptName, collected])).toEqual([
      ['YunxiHei', true],
      ['YunxiFang', true],
      ['YunxiFang', false],
    ]);
    expect(faces[1]!.names).toEqual(['云溪仿宋', 'Yunxi FangSong']);
    expect(faces[0]!.weight).toBe(500);
    expect(folders).toHaveLength(3);
    const notice = small();
    const font = { ...fang, characters: ASCII + WORDS + notice.text };
    writeFileSync(path.join(folder, 'a/b/2.TTC'), makeCollection([makeFont(hei), makeFont(font)]));
    const written = await write(notice, { faces: facesIn([folder], []), fonts: { body: '云溪仿宋' } });
    expect(bare((await read(written)).pages[0]!.text)).toContain('建成冷链物流园并投入使用');
  });

  it('stand where each system keeps them', () => {
    expect(standardFolders('win32', { SystemRoot: 'D:\\Windows', LOCALAPPDATA: 'D:\\me\\Local' }, 'D:\\me')).toEqual([
      'D:\\Windows\\Fonts',
      'D:\\me\\Local\\Microsoft\\Windows\\Fonts',
    ]);
    expect(standardFolders('darwin', {}, '/Users/me')[0]).toBe('/Users/me/Library/Fonts');
    expect(standardFolders('linux', { XDG_DATA_DIRS: '/opt/share:/usr/share' }, '/home/me')).toEqual([
      '/home/me/.fonts',
      '/home/me/.local/share/fonts',
      '/opt/share/fonts',
      '/usr/share/fonts',
    ]);
  });
});
