/**
 * The core runs where there is no Node: bundled for a browser it holds none of Node's modules, and with nothing but
 * the language and a few things that every browser has, it gives byte for byte what it gives in Node.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFont } from '../formats/pdf-face.ts';
import { unzip } from '../formats/unzip.ts';
import { TABLE_TYPES } from '../support/exported.ts';
import { root } from '../support/shared.ts';
import { type Answers, answers, pdf } from './core.ts';
import { type Bundle, bundleCore, inRealm, WEB } from './realm.ts';

/** Most units are missing, one is gone by the time of the notice: there is something to find. */
const REGISTRY = `地区：云溪县（县）

单位：云溪县农业农村局
简称：县农业农村局

单位：云溪县财政局
简称：县财政局
挂牌：县国资委

单位：云溪县教育局
简称：县教育局
撤销：2023年12月31日

单位组：各产茶乡镇人民政府
`;

/** Fields on lines, brackets, a table put down as lines. */
const NOTICES = ['field-lines', 'two-brackets', 'flattened-annex-table'];

let bundle: Bundle;

beforeAll(async () => {
  bundle = await bundleCore();
});

function inBrowser(globals: object): typeof answers {
  return inRealm(bundle, globals).answers;
}

function corpus(name: string): string {
  return readFileSync(path.join(root, `test/model/corpus/${name}.notice`), 'utf8');
}

/** Bytes of another realm are no Uint8Array of this one. */
function bytesOf(answer: string | Uint8Array): Buffer {
  return typeof answer === 'string'
    ? Buffer.from(answer)
    : Buffer.from(answer.buffer, answer.byteOffset, answer.length);
}

describe('the core, bundled for a browser', () => {
  it('is whole, and holds none of Node’s modules', () => {
    expect(bundle.warnings).toEqual([]);
    const imports = Object.values(bundle.metafile.outputs).flatMap((output) => output.imports);
    expect(imports).toEqual([]);
    // A library may say that in a browser an empty module stands for one of Node's.
    expect(Object.keys(bundle.metafile.inputs).filter((file) => file.includes('(disabled)'))).toEqual([]);
  });

  it.each(NOTICES)('says of %s what it says in Node', async (name) => {
    const text = corpus(name);
    const there: Answers = await inBrowser(WEB)(text, REGISTRY);
    const here = await answers(text, REGISTRY);
    expect(Object.keys(there)).toEqual(['registry', 'resolve', 'lint', ...TABLE_TYPES]);
    for (const [what, answer] of Object.entries(here)) {
      const same = bytesOf(there[what]!).equals(bytesOf(answer));
      if (typeof answer === 'string') expect(there[what], what).toBe(answer);
      expect(same, what).toBe(true);
      expect(bytesOf(answer).length, what).toBeGreaterThan(what === 'lint' ? 2 : 100);
    }
  });

  it('writes the same workbook where the browser has no compression, less tightly packed', async () => {
    const { TextEncoder, TextDecoder } = WEB;
    const text = corpus(NOTICES[0]!);
    const there: Answers = await inBrowser({ TextEncoder, TextDecoder })(text, REGISTRY);
    const here = await answers(text, REGISTRY);
    expect([...unzip(bytesOf(there.xlsx!))]).toEqual([...unzip(bytesOf(here.xlsx!))]);
    expect(bytesOf(there.docx!).equals(bytesOf(here.docx!))).toBe(true);
  });

  it('writes the same pages of a PDF, in faces that it is given', async () => {
    const text = corpus(NOTICES[0]!);
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
    const characters = `${ascii}—序号重点工作具体任务分解表内容主要完成时限责任牵头领导单位协同备注${text.replace(/\s/g, '')}`;
    const font = makeFont({ names: ['仿宋_GB2312'], postScriptName: 'Given', characters });
    const there = await inRealm(bundle, WEB).pdf(text, [...font]);
    const [read, here] = await Promise.all([there, await pdf(text, [...font])].map(pagesOf));
    expect(read).toEqual(here);
    expect(read!.join('')).toContain('主要任务');
  });
});

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  return (await extractText(await getDocumentProxy(Uint8Array.from(bytesOf(bytes))))).text;
}
