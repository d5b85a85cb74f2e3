/** The notice as a PDF, read back by a reader that had no part in writing it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../server/formats/format.ts';
import { exportNotice } from '../../server/formats/index.ts';
import { officialPage } from '../../server/formats/notice/compose.ts';
import { layOutNotice } from '../../server/formats/notice/layout.ts';
import { stripsOf } from '../../server/formats/notice/strips.ts';
import { readNotice } from '../../server/model/read.ts';
import { EXPORT_REQUEST, type ExportResult } from '../../server/protocol.ts';
import { run, temporary } from '../support/cli.ts';
import { Editor } from '../support/server.ts';
import { root } from '../support/shared.ts';
import { makeFont } from './pdf-face.ts';

const MM = 72 / 25.4;
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const WORDS =
  '文件附印发抄送签人序号重点工作具体任务分解内容主要完成时限牵头市县领导责任单位协同备注表年月日、，。：；（）—“”〔〕';
const NAMES = ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312', '宋体'];

/** A font that has all characters of a text, under the names of the official faces. */
function fontFor(text: string): Uint8Array {
  const characters = ASCII + WORDS + text.replace(/[\n\r]/g, '');
  return makeFont({ names: NAMES, postScriptName: 'Official', characters });
}

const example = readFileSync(path.join(root, 'examples/云溪县2026年重点工作任务分解.notice'), 'utf8');

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

async function pagesOf(text: string, options: ExportOptions = {}): Promise<Piece[][]> {
  const face = { names: NAMES, postScriptName: 'Official', weight: 400, collected: false, embeddable: true };
  const bytes = fontFor(text);
  const faces = async () => ({ faces: [{ ...face, read: async () => bytes }], folders: [] });
  const { files } = await exportNotice(readNotice(text), 'notice', 'pdf', { ...options, faces });
  const document = await getDocumentProxy(Uint8Array.from(files[0]!.content as Uint8Array));
  const pages: Piece[][] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim()
          ? [{ text: item.str, x: item.transform[4], y: page.view[3]! - item.transform[5], width: item.width }]
          : [],
      ),
    );
  }
  return pages;
}

const bare = (text: string) => text.replace(/\s/g, '');

describe('the notice as PDF', () => {
  it('has each line where the layout has it', async () => {
    const layout = layOutNotice(officialPage(readNotice(example)));
    const pages = await pagesOf(example);
    expect(pages).toHaveLength(layout.pages.length);
    layout.pages.forEach(({ lines, number, numbered }, i) => {
      const text = bare(pages[i]!.map((piece) => piece.text).join(''));
      const strips = lines.flatMap((line) => stripsOf(line).map((strip) => ({ strip, line })));
      for (const { strip, line } of strips) {
        const said = bare(strip.pieces.map((piece) => piece.text).join(''));
        if (!said) continue;
        expect(text).toContain(said);
        const middle = 37 * MM + line.top + line.height / 2;
        const row = pages[i]!.filter(({ y }) => Math.abs(y - middle - 0.38 * line.size) < 0.1);
        expect(
          row.some(({ x }) => Math.abs(x - 28 * MM - strip.x) < 0.1),
          `page ${number}: ${said}`,
        ).toBe(true);
        if (strip.spread) {
          const end = Math.max(...row.map(({ x, width }) => x + width));
          expect(end).toBeGreaterThan(28 * MM + strip.x + strip.width - 0.5);
        }
      }
      expect(text.includes(`—${number}—`)).toBe(numbered);
    });
  });

  it('turns the pages of an annexed table, and counts on', async () => {
    const layout = layOutNotice(officialPage(readNotice(example), { annexTable: true }), { annexTable: true });
    const pages = await pagesOf(example, { annexTable: true });
    expect(pages).toHaveLength(layout.pages.length);
    const first = layout.pages.findIndex(({ table }) => table);
    const text = bare(pages[first]!.map((piece) => piece.text).join(''));
    expect(text).toMatch(/^附件/);
    expect(text).toContain('主要任务');
    expect(text).toContain(`—${first + 1}—`);
  });

  it('is written by the command, with the fonts of a folder', async () => {
    const folder = temporary();
    writeFileSync(path.join(folder, '云溪县.notice'), example);
    writeFileSync(path.join(folder, 'official.ttf'), fontFor(example));
    for (const what of ['notice', 'table']) {
      const out = path.join(folder, `${what}.pdf`);
      const args = ['export', path.join(folder, '云溪县.notice'), '--what', what, '-o', out, '--font-dir', folder];
      const { code, stderr } = await run(args, { cwd: folder });
      expect(stderr).not.toContain('换成了');
      expect(code).toBe(0);
      const document = await getDocumentProxy(new Uint8Array(readFileSync(out)));
      expect(document.numPages).toBeGreaterThan(2);
    }
    const { code, stderr } = await run(
      ['export', path.join(folder, '云溪县.notice'), '--to', 'pdf', '--font-dir', path.join(folder, '没有')],
      { cwd: folder },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('没有“');
  });

  it('is written by the language server, or it says what is missing', async () => {
    const folder = temporary();
    const editor = await Editor.start(folder);
    const uri = await editor.open(path.join(folder, '云溪县.notice'), example);
    const result = await editor.request<ExportResult>(EXPORT_REQUEST, { uri, document: 'notice', type: 'pdf' });
    const [file] = result.files;
    if (file) expect(Buffer.from(file.base64, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    else expect(result.remarks.join('')).toContain('没有找到中文字体');
  });
});
