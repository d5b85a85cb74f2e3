/** Another program counts Word's automatic numbers as this one does, and its Word 97 documents say what the docx said. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doc } from '../../server/imports/doc/doc.ts';
import type { Draft } from '../../server/imports/draft.ts';
import { filled } from './filled.ts';
import { makeDocx, numbered, p, readDraft } from './make-docx.ts';

const present = (process.env.PATH ?? '')
  .split(path.delimiter)
  .some((folder) => existsSync(path.join(folder, 'soffice')));

const level = (at: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (levels: string, ...nums: string[]): string =>
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>${nums.map((more, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="0"/>${more}</w:num>`).join('')}`;
const start = (at: number, value: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
const HOUSE = `${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '（%4）')}`;
const DOTTED = `${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'decimal', '%1.%2.%3')}`;
const COUNT = Array.from({ length: 20 }, () => '1 0');

/** Lists, and paragraphs as "list level". */
const CASES: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  house: [list(HOUSE, ''), ['1 0', '1 1', '1 1', '1 2', '1 2', '1 1', '1 2', '1 0', '1 1', '1 3', '1 3']],
  skipped: [list(DOTTED, ''), ['1 1', '1 1', '1 0', '1 2', '1 1', '1 0']],
  shared: [list(HOUSE, '', '', start(0, 1)), ['1 0', '2 0', '1 0', '3 0', '3 0', '1 0']],
  override: [list(HOUSE, '', start(2, 5)), ['1 2', '1 2', '2 2', '2 2', '2 1', '2 2', '1 2']],
  start: [
    list(`${level(0, 'decimal', '%1、', 3)}${level(1, 'decimal', '（%2）', 4)}`, ''),
    ['1 0', '1 1', '1 0', '1 1'],
  ],
  hundred: [list(level(0, 'chineseCountingThousand', '第%1条', 98), ''), COUNT],
  ...Object.fromEntries(
    [
      'decimalZero',
      'upperRoman',
      'lowerLetter',
      'decimalEnclosedCircle',
      'chineseCounting',
      'chineseLegalSimplified',
    ].map((format) => [format, [list(level(0, format, '%1）'), ''), COUNT]] as const),
  ),
  ideographTraditional: [list(level(0, 'ideographTraditional', '%1、'), ''), COUNT.slice(0, 10)],
};

const bodyOf = (paragraphs: readonly string[]): string =>
  paragraphs.map((paragraph) => numbered('文', Number(paragraph[0]), Number(paragraph[2]))).join('');
const textsOf = ({ blocks }: Draft): unknown[] =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? (block.number ?? '') + block.text : block.kind === 'table' ? filled(block) : '',
  );

describe.skipIf(!present)('LibreOffice, where it is there', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'soffice-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const convert = (to: string, names: readonly string[]): void => {
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', to, '--outdir', folder, ...names], {
      cwd: folder,
      stdio: 'ignore',
    });
  };

  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${text}</w:tc>`;
  const table = `<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(3)}</w:tblGrid><w:tr>${cell(p('重点工作'), '<w:vMerge w:val="restart"/>')}${cell(p('责任单位'), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(p(''), '<w:vMerge/>')}${cell(p('牵头'))}${cell(p('配合'))}</w:tr><w:tr>${cell(numbered('产业', 1, 2))}${cell(p('县发改委') + p('县科技局'))}${cell(p(''))}</w:tr></w:tbl>`;
  const whole = `${bodyOf(CASES.house![1])}${p('落款', '<w:jc w:val="right"/>')}${table}${p('末段')}`;

  beforeAll(() => {
    for (const [name, [numbering, paragraphs]] of Object.entries(CASES))
      writeFileSync(path.join(folder, `${name}.docx`), makeDocx(bodyOf(paragraphs), { numbering }));
    writeFileSync(path.join(folder, 'whole.docx'), makeDocx(whole, { numbering: CASES.house![0] }));
    convert(
      'txt:Text (encoded):UTF8',
      Object.keys(CASES).map((name) => `${name}.docx`),
    );
    convert('doc', ['whole.docx']);
  }, 120_000);

  it.each(Object.keys(CASES))('writes the same numbers: %s', async (name) => {
    const [numbering, paragraphs] = CASES[name]!;
    const lines = readFileSync(path.join(folder, `${name}.txt`), 'utf8')
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\r?\n/);
    // Its text files have a blank behind each number.
    expect(textsOf(await readDraft(makeDocx(bodyOf(paragraphs), { numbering })))).toEqual(
      lines.map((line) => line.replace(/\s/g, '')),
    );
  });

  it('writes a Word 97 document that says the same', async () => {
    const draft = await doc.read(new Uint8Array(readFileSync(path.join(folder, 'whole.doc'))), {});
    const same = await readDraft(makeDocx(whole, { numbering: CASES.house![0] }));
    expect(textsOf(draft as Draft)).toEqual(textsOf(same));
  });
});
