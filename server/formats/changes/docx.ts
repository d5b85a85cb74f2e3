/** What changed as a table to circulate: A4 lying, the header on each page, what went struck, what came bold and underlined. */
import type { Changes } from '../../compare/change.ts';
import { writeWord } from '../ooxml/word.ts';
import { A4, section } from '../ooxml/word-page.ts';
import { cell, row, table } from '../ooxml/word-table.ts';
import { POINT, pageNumber, paragraph, run, type Style, styleSheet, twips } from '../ooxml/word-text.ts';
import { DEFAULT_FONTS, type FontSet } from '../page/fonts.ts';
import type { ChangeOptions } from './index.ts';
import { COLUMNS, type Line, otherRows, type Row, taskRows } from './rows.ts';
import { asideWords, summaryOf, titleOf } from './words.ts';

const MARGINS = { top: 28, bottom: 26, left: 35, right: 37 };
const WIDTHS = [13, 30, 73.5, 73.5, 35].map(twips);
/** Where no unit is concerned, its column is given to the texts. */
const WITHOUT_UNITS = [13, 30, 91, 91].map(twips);
const MARKS = { removed: { strike: true }, added: { bold: true, underline: true } };

export function writeDocx(changes: Changes, options: ChangeOptions): Uint8Array {
  const { author, names } = options;
  const titles = options.title === undefined ? titleOf(changes) : [options.title];
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const [tasks, others] = [taskRows(changes), otherRows(changes)];
  const note = (text: string): string => paragraph('ChangeNote', run(text));
  const body = [
    ...titles.map((line) => paragraph('ChangeTitle', run(line))),
    ...(names ? [note(`原文：${names.before}　新文：${names.after}`)] : []),
    note(`${summaryOf(changes).zh}。`),
    ...(tasks.length || others.length
      ? [
          paragraph(
            'ChangeNote',
            `${run('图例：')}${run('删去的文字', MARKS.removed)}${run('　')}${run('新增的文字', MARKS.added)}`,
          ),
        ]
      : []),
    ...(tasks.length ? [tableOf(tasks, fonts)] : []),
    ...(others.length ? [paragraph('ChangeHeading', run('章节、文头和其他段落')), tableOf(others, fonts)] : []),
    paragraph('ChangeEnd', ''),
    ...asideWords(changes).map(({ zh }) => note(`${zh}。`)),
  ];
  const [width, height] = [A4.long, A4.short];
  const margins = {
    top: twips(MARGINS.top),
    bottom: twips(MARGINS.bottom),
    left: twips(MARGINS.left),
    right: twips(MARGINS.right),
    header: twips(15),
    footer: twips(15),
  };
  return writeWord({
    title: titles.join(''),
    author,
    styles: styleSheet({ font: fonts.body, size: 12 }, stylesOf(fonts)),
    stories: {
      number: { kind: 'footer', content: paragraph('ChangeNumber', `${run('— ')}${pageNumber()}${run(' —')}`) },
    },
    body,
    section: section({ width, height, margins, footers: { usual: 'number' } }),
  });
}

function stylesOf(fonts: FontSet): Style[] {
  const pitch = (points: number) => ({ pitch: points * POINT });
  return [
    {
      id: 'ChangeTitle',
      name: '对照表标题',
      paragraph: { ...pitch(28), after: 4 * POINT, align: 'center', outline: 0, keepNext: true },
      run: { font: fonts.title, size: 18 },
    },
    { id: 'ChangeNote', name: '对照表说明', paragraph: { ...pitch(20), after: 3 * POINT }, run: { size: 12 } },
    {
      id: 'ChangeHeading',
      name: '对照表小标题',
      paragraph: { ...pitch(24), before: 12 * POINT, after: 4 * POINT, outline: 1, keepNext: true },
      run: { font: fonts.heading, size: 14 },
    },
    {
      id: 'ChangeHead',
      name: '对照表表头',
      paragraph: { ...pitch(18), align: 'center' },
      run: { font: fonts.heading, size: 12 },
    },
    { id: 'ChangeText', name: '对照表文字', paragraph: { ...pitch(18), align: 'left' }, run: { size: 12 } },
    { id: 'ChangeShort', name: '对照表居中', paragraph: { ...pitch(18), align: 'center' }, run: { size: 12 } },
    { id: 'ChangeEnd', name: '对照表表后', paragraph: { ...pitch(6) }, run: { size: 1 } },
    { id: 'ChangeNumber', name: '对照表页码', paragraph: { align: 'center' }, run: { font: fonts.number, size: 14 } },
  ];
}

function tableOf(rows: readonly Row[], { heading }: FontSet): string {
  const widths = rows.some(({ units }) => units.length) ? WIDTHS : WITHOUT_UNITS;
  const inCell = (index: number, paragraphs: string, align: 'top' | 'center' = 'center'): string =>
    cell({ width: widths[index]!, align }, paragraphs);
  const text = (lines: readonly Line[]): string =>
    lines.length
      ? lines.map((line) => paragraph('ChangeText', line.map((each) => runOf(each, heading)).join(''))).join('')
      : paragraph('ChangeShort', run('—'));
  const head = row(
    { header: true, whole: true },
    widths.map((_, index) => inCell(index, paragraph('ChangeHead', run(COLUMNS[index]!)))),
  );
  const all = rows.map(({ kinds, before, after, units }, index) =>
    // A task in both its states may be longer than a page.
    row({ whole: lengthOf(before) < 600 && lengthOf(after) < 600 }, [
      inCell(0, paragraph('ChangeShort', run(String(index + 1)))),
      inCell(1, kinds.map((kind) => paragraph('ChangeShort', run(kind))).join('')),
      inCell(2, text(before), 'top'),
      inCell(3, text(after), 'top'),
      ...(widths.length > 4 ? [inCell(4, paragraph('ChangeText', run(units.join('、'))))] : []),
    ]),
  );
  const look = {
    widths,
    margins: { across: twips(1.5), down: twips(0.8) },
    rule: { size: 6 },
    align: 'center' as const,
  };
  return table(look, [head, ...all]);
}

function lengthOf(lines: readonly Line[]): number {
  return lines.flat().reduce((sum, { text }) => sum + text.length, 0);
}

function runOf({ text, mark, label }: Line[number], heading: string): string {
  if (mark) return run(text, MARKS[mark]);
  return label ? run(text, { font: heading }) : run(text);
}
