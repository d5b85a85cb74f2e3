/** The load as an Excel workbook: figures to sort and filter, with a chart beside them, and a sheet for each view. */
import { oneFile, type Write } from '../format.ts';
import { type Cell, type Chart, type Row, type Sheet, type StyleId, Styles, writeWorkbook } from '../ooxml/sheet.ts';
import { DEFAULT_FONTS, type FontSet } from '../page/fonts.ts';
import { linesIn } from '../page/measure.ts';
import { remarksOn } from '../slips/doubts.ts';
import { COUNT_WORDS, type Load, loadOf, matrixWords, namesToCheck, noteOn, type UnitCount } from './load.ts';

const POINTS_PER_MM = 72 / 25.4;
/** In points. */
const SET = { title: 18, text: 10.5, titleHeight: 30, line: 15, header: 34, row: 18 };
const MARGINS = { top: 20, bottom: 20, left: 15, right: 15, header: 10, footer: 10 };
/** Title, note and header stand above the figures. */
const FIRST = 3;
/** In mm. */
const COLUMN = { name: 46, figure: 14, chart: 18 };
/** Columns that the chart covers, and the least rows: of few units the bars would else be thin. */
const CHART = { columns: 7, rows: 14 };

/** Dark, hatched, light, dotted: four that stay apart in black and white too. */
const LOOKS: Readonly<Record<UnitCount, Pick<Chart['series'][number], 'colour' | 'pattern'>>> = {
  lead: { colour: '1F4E79' },
  unit: { colour: '1F4E79', pattern: 'wdUpDiag' },
  support: { colour: '9DC3E6' },
  group: { colour: '595959', pattern: 'dotGrid' },
};

export const writeXlsx: Write = async (notice, options) => {
  const load = loadOf(notice, options);
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const styles = new Styles();
  const looks = looksOf(styles, fonts);
  const content = writeWorkbook({
    title: load.title,
    author: options.author,
    styles,
    sheets: [
      unitSheet(load, looks, fonts),
      ...(load.times.length ? [timeSheet(load, looks)] : []),
      ...matrixSheet(load, looks),
      ...namesSheet(load, looks),
    ],
  });
  return oneFile(content, remarksOn(load.portfolios));
};

interface Looks {
  readonly title: StyleId;
  readonly note: StyleId;
  readonly head: StyleId;
  readonly name: StyleId;
  readonly figure: StyleId;
  readonly sum: StyleId;
}

function looksOf(styles: Styles, fonts: FontSet): Looks {
  const text = { name: fonts.body, size: SET.text };
  const heading = { name: fonts.heading, size: SET.text };
  return {
    title: styles.of({ font: { name: fonts.title, size: SET.title }, align: 'center' }),
    note: styles.of({ font: text, align: 'left' }),
    head: styles.of({ font: heading, border: true, align: 'center' }),
    name: styles.of({ font: text, border: true, align: 'left' }),
    figure: styles.of({ font: text, border: true, align: 'center' }),
    sum: styles.of({ font: heading, border: true, align: 'center' }),
  };
}

interface List {
  readonly sheet: string;
  readonly title: string;
  readonly note: string;
  readonly header: readonly string[];
  /** In mm. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** A last row that is not sorted with the others. */
  readonly sums?: readonly (string | number)[];
  /** So many columns are read as texts. */
  readonly texts: number;
}

/** A list with its title and a note above it. Cells of 0 stay empty: what there is stands out. */
function listSheet(list: List, looks: Looks): Sheet {
  const { sheet, title, note, header, widths, rows, sums, texts } = list;
  const right = header.length - 1;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const em = (width * POINTS_PER_MM) / SET.text;
  const rowOf = (values: readonly (string | number)[], figure: StyleId, name: StyleId): Row => {
    const lines = values.map((value, at) =>
      typeof value === 'string' ? linesIn(value, ((widths[at]! - 2.5) * POINTS_PER_MM) / SET.text) : 1,
    );
    return {
      height: Math.max(SET.row, Math.max(...lines) * SET.line + 4),
      cells: values.map((value, at): Cell => {
        const style = at < texts ? name : figure;
        return value === 0 || value === '' ? { style } : { value, style };
      }),
    };
  };
  const line = (value: string, style: StyleId): Cell[] => header.map((_, at) => (at ? { style } : { value, style }));
  const bottom = FIRST + rows.length - 1 + (sums ? 1 : 0);
  return {
    name: sheet,
    columns: widths.map((each) => ({ width: each })),
    rows: [
      {
        height: linesIn(title, (width * POINTS_PER_MM) / SET.title) * SET.titleHeight,
        cells: line(title, looks.title),
      },
      { height: linesIn(note, em - 2) * SET.line + 4, cells: line(note, looks.note) },
      { height: SET.header, cells: header.map((value) => ({ value, style: looks.head })) },
      ...rows.map((values) => rowOf(values, looks.figure, looks.name)),
      ...(sums ? [rowOf(sums, looks.sum, looks.sum)] : []),
    ],
    merges: [0, 1].map((row) => ({ top: row, bottom: row, left: 0, right })),
    freeze: { rows: FIRST, columns: 1 },
    printTitles: { from: FIRST - 1, to: FIRST - 1 },
    printArea: { top: 0, left: 0, bottom, right },
    filter: { top: FIRST - 1, left: 0, bottom: FIRST + rows.length - 1, right },
    page: { landscape: false, margins: MARGINS, fitWidth: true, footer: '&C— &P —' },
  };
}

function unitSheet(load: Load, looks: Looks, fonts: FontSet): Sheet {
  const { title, summary, units, counts } = load;
  const figures = counts.length + 1;
  const list = listSheet(
    {
      sheet: '任务量',
      title,
      note: `${summary}。${noteOn(load)}`,
      header: ['单位', ...counts.map((count) => COUNT_WORDS[count]), '合计'],
      widths: [
        COLUMN.name,
        ...Array<number>(figures).fill(COLUMN.figure),
        ...Array<number>(CHART.columns).fill(COLUMN.chart),
      ],
      rows: units.map(({ name, counts: own, total }) => [name, ...counts.map((count) => own[count]), total]),
      texts: 1,
    },
    looks,
  );
  const left = figures + 1;
  const right = figures + CHART.columns;
  const last = FIRST + units.length - 1;
  const bottom = Math.max(last, FIRST + CHART.rows);
  const column = (at: number) => ({ top: FIRST, bottom: last, left: at, right: at });
  // A notice without units has nothing to draw.
  if (!units.length) return list;
  return {
    ...list,
    merges: [0, 1].map((row) => ({ top: row, bottom: row, left: 0, right })),
    printArea: { top: 0, left: 0, bottom, right },
    filter: { top: FIRST - 1, left: 0, bottom: last, right: figures },
    charts: [
      {
        title: '各单位任务量（项）',
        lying: true,
        stacked: true,
        over: { top: FIRST - 1, left, bottom, right },
        categories: { area: column(0), texts: units.map(({ name }) => name) },
        series: counts.map((count, at) => ({
          name: COUNT_WORDS[count],
          area: column(at + 1),
          values: units.map(({ counts: own }) => own[count]),
          ...LOOKS[count],
        })),
        font: fonts.body,
      },
    ],
  };
}

function timeSheet({ title, units, times }: Load, looks: Looks): Sheet {
  return listSheet(
    {
      sheet: '到期时间',
      title: '各单位任务到期时间',
      note: `${title}。单位：项。按每项任务最后的完成时限计。`,
      header: ['单位', ...times, '无固定日期', '合计'],
      widths: [COLUMN.name, ...times.map(() => 20), 20, COLUMN.figure],
      rows: units.map(({ name, due, total }) => [name, ...due, total]),
      texts: 1,
    },
    looks,
  );
}

function matrixSheet({ title, matrix }: Load, looks: Looks): Sheet[] {
  if (!matrix) return [];
  const { leaders, rows, sums, tasks } = matrix;
  const { heading, note } = matrixWords(matrix);
  return [
    listSheet(
      {
        sheet: '领导与单位',
        title: heading,
        note: `${title}。${note}`,
        header: ['单位', ...leaders, '合计'],
        widths: [COLUMN.name, ...leaders.map(() => 18), COLUMN.figure],
        rows: rows.map(({ unit, figures, tasks: own }) => [unit, ...figures, own]),
        sums: ['合计', ...sums, tasks],
        texts: 1,
      },
      looks,
    ),
  ];
}

function namesSheet({ title, portfolios }: Load, looks: Looks): Sheet[] {
  const rows = namesToCheck(portfolios);
  if (!rows.length) return [];
  return [
    listSheet(
      {
        sheet: '名称核对',
        title: '需要核对的名称',
        note: `${title}。这些名称没有把握对应到哪个单位或哪位领导，核对后请修改通知或名册。`,
        header: ['通知里的名称', '情况', '序号'],
        widths: [50, 70, 60],
        rows,
        texts: 3,
      },
      looks,
    ),
  ];
}
