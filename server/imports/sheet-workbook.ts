/** Excel workbooks, each sheet as a table with its name before it. */
import { readXls, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import type { Words } from '../model/words.ts';
import type { Block, Draft, ImportRemark, Place } from './draft.ts';
import type { Refused } from './import.ts';
import { damaged } from './refusals.ts';
import { type Area, blocksOfGrid, MOST_CELLS } from './sheet-table.ts';
import { shown } from './sheet-values.ts';

const OLD: ImportRemark = {
  kind: 'doubtful',
  words: {
    zh: '旧版 Excel 文件的日期、百分数等数字格式和隐藏的行列可能没有读全，请核对。最好另存为 xlsx 后再导入',
    en: 'Of workbooks of the older kind number formats such as dates and per cent, and what is hidden, may not be read in full; check them. Better save as xlsx and import that',
  },
};

/** How much of what is hidden or left out is quoted. */
const LONGEST_QUOTE = 60;

const CANT_READ_OLD: Refused = {
  refused: {
    zh: '这个旧版 Excel 文件无法读取：可能设有密码，是 Excel 95 以前的格式，或已损坏。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。',
    en: 'This workbook of the older kind can’t be read: it has a password, is of Excel 95 or before, or is damaged. Open it in Excel or WPS, save it as xlsx and import that.',
  },
};

/** @param sheets the indexes of those to read; all where it is left out */
export async function readWorkbook(
  bytes: Uint8Array,
  kind: 'xlsx' | 'xls',
  sheets?: readonly number[],
): Promise<Draft | Refused> {
  let workbook: Workbook;
  try {
    const chosen = sheets && { sheets: [...sheets] };
    workbook = await (kind === 'xlsx' ? readXlsx : readXls)(bytes, { readStyles: true, ...chosen });
  } catch {
    return kind === 'xls' ? CANT_READ_OLD : damaged({ zh: '工作簿的内容有误', en: 'what the workbook holds is wrong' });
  }
  const remarks: ImportRemark[] = kind === 'xls' ? [OLD] : [];
  const read: { readonly name: string; readonly blocks: readonly Block[] }[] = [];
  for (const sheet of workbook.sheets) {
    const place = placeIn(sheet.name);
    const rows = textsOf(sheet, workbook.dateSystem === '1904');
    if (!rows.some((row) => row.some((text) => text !== ''))) continue;
    if (sheet.hidden || sheet.veryHidden) {
      remarks.push({
        kind: 'dropped',
        words: {
          zh: '隐藏的工作表没有读入。如需要，请在 Excel 中取消隐藏后再导入',
          en: 'A hidden sheet has been left out. Where it is needed, show it in Excel and import again',
        },
        quote: sheet.name,
        place: place(),
      });
      continue;
    }
    const blocks = blocksOfGrid({ rows, merges: mergesOf(sheet), header: headerOf(sheet), place });
    if (!blocks) return tooManyCells(sheet.name);
    read.push({ name: sheet.name, blocks });
    remarks.push(...remarksOn(sheet, rows, place));
  }
  const named = read.length > 1;
  return {
    blocks: read.flatMap(({ name, blocks }, at) => {
      if (!named) return blocks;
      const opens = at > 0 && { opensPage: true };
      return [{ kind: 'paragraph', text: name, whole: true, ...opens, place: placeIn(name)() } as const, ...blocks];
    }),
    remarks,
  };
}

function placeIn(sheet: string): (row?: number) => Place {
  return (row) =>
    row === undefined
      ? { zh: `工作表“${sheet}”`, en: `sheet “${sheet}”` }
      : { zh: `工作表“${sheet}”第${row}行`, en: `sheet “${sheet}”, row ${row}` };
}

function tooManyCells(sheet: string): Refused {
  return {
    refused: {
      zh: `工作表“${sheet}”的单元格超过 ${MOST_CELLS / 10_000} 万个，没有读取。请只保留要导入的表格，另存一份后再导入。`,
      en: `The sheet “${sheet}” has more than ${MOST_CELLS} cells and was not read. Keep the table only, save a copy and import that.`,
    },
  };
}

function textsOf(sheet: Sheet, is1904: boolean): string[][] {
  const formats = new Map<number, Map<number, string>>();
  for (const [key, { style }] of sheet.cells ?? []) {
    if (style?.numFmt === undefined) continue;
    const [row, column] = positionOf(key);
    const inRow = formats.get(row) ?? new Map<number, string>();
    formats.set(row, inRow.set(column, style.numFmt));
  }
  return sheet.rows.map((row, at) => {
    const inRow = formats.get(at);
    return row.map((value, column) => shown(value, inRow?.get(column), is1904));
  });
}

function positionOf(key: string): readonly [number, number] {
  const comma = key.indexOf(',');
  return [Number(key.slice(0, comma)), Number(key.slice(comma + 1))];
}

function mergesOf({ merges = [] }: Sheet): Area[] {
  return merges.map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: endCol,
  }));
}

/** The rows that print on every page, or else the last one that stays in sight. */
function headerOf({ pageSetup, freezePane, merges = [] }: Sheet): { from: number; to: number } | undefined {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(pageSetup?.printTitlesRow ?? '');
  if (rows) return { from: Number(rows[1]) - 1, to: Number(rows[2]) - 1 };
  const to = (freezePane?.rows ?? 0) - 1;
  if (to < 0) return undefined;
  // A header of several rows is merged downwards: 序号 beside 责任单位 with 牵头, 配合 below it.
  const from = Math.min(to, ...merges.filter(({ endRow }) => endRow === to).map(({ startRow }) => startRow));
  return { from, to };
}

/** What a reader of the sheet on the screen does not see, or sees and finds nowhere in the notice. */
function remarksOn(sheet: Sheet, rows: readonly (readonly string[])[], place: (row?: number) => Place): ImportRemark[] {
  const remarks: ImportRemark[] = [];
  const add = (kind: ImportRemark['kind'], words: Words, quotes: readonly string[]): void => {
    const texts = quotes.filter((text) => text !== '').map((text) => text.replace(/\s+/g, ' '));
    if (quotes.length === 0) return;
    const quote = texts
      .slice(0, 3)
      .map((text) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text));
    remarks.push({
      kind,
      words,
      count: quotes.length,
      place: place(),
      ...(quote.length > 0 && { quote: quote.join('；') }),
    });
  };
  const textOfRow = (row: number): string => (rows[row] ?? []).filter((text) => text !== '').join(' ');
  const textOfColumn = (column: number): string =>
    rows.map((row) => row[column] ?? '').find((text) => text !== '') ?? '';
  const hiddenRows = [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [textOfRow(row)] : []));
  const hiddenColumns = (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [textOfColumn(column)] : []));
  add(
    'doubtful',
    {
      zh: '隐藏的行也已读入。如不需要，请在 Excel 中删去后再导入',
      en: 'Hidden rows have been read too. Where they should not be, delete them in Excel and import again',
    },
    hiddenRows.filter(Boolean),
  );
  add(
    'doubtful',
    {
      zh: '隐藏的列也已读入。如不需要，请在 Excel 中删去后再导入',
      en: 'Hidden columns have been read too. Where they should not be, delete them in Excel and import again',
    },
    hiddenColumns.filter(Boolean),
  );
  const cells = [...(sheet.cells ?? [])];
  add(
    'doubtful',
    {
      zh: '公式没有算出的结果，单元格读作空白。请在 Excel 中打开并保存一次后再导入',
      en: 'Formulas without a result have been read as empty cells. Open the workbook in Excel, save it and import again',
    },
    cells.flatMap(([key, { formula }]) => {
      const [row, column] = positionOf(key);
      return formula && !rows[row]?.[column] ? [`=${formula}`] : [];
    }),
  );
  add(
    'dropped',
    { zh: '批注没有读入', en: 'Comments have been left out' },
    cells.flatMap(([, { comment }]) => (comment ? [comment.text] : [])),
  );
  add(
    'dropped',
    {
      zh: '文本框里的文字没有读入。如需要，请写入单元格',
      en: 'Text boxes have been left out. Where they are needed, write them into cells',
    },
    (sheet.textBoxes ?? []).map(({ text }) => text).filter(Boolean),
  );
  return remarks;
}
