/**
 * The load as a page to print or to show: bars beside the figures that they are made of, told apart by their pattern where
 * there is no colour, then deadlines, leaders with lead units, and names to be checked.
 */
import { oneFile, type Write } from '../format.ts';
import { escaped, family, htmlPage } from '../html/page.ts';
import { DEFAULT_FONTS } from '../page/fonts.ts';
import { MM } from '../page/geometry.ts';
import { linesIn } from '../page/measure.ts';
import { remarksOn } from '../slips/doubts.ts';
import {
  COUNT_WORDS,
  type Load,
  loadOf,
  type Matrix,
  matrixWords,
  namesToCheck,
  noteOn,
  type UnitCount,
  type UnitLoad,
} from './load.ts';
import { type Block, type BlockRow, pageStyles, pagesOf, round, SET, WIDTHS } from './pages.ts';

export const writeHtml: Write = async (notice, options) => {
  const load = loadOf(notice, options);
  const fonts = { ...DEFAULT_FONTS, ...options.fonts };
  const body = LOOKS_DEFINED + pagesOf(openingOf(load), blocksOf(load));
  const page = htmlPage({
    title: load.title,
    author: options.author,
    styles: pageStyles({
      title: family(fonts, 'title'),
      heading: family(fonts, 'heading'),
      body: family(fonts, 'body'),
      number: family(fonts, 'number'),
    }),
    body,
  });
  return oneFile(page, remarksOn(load.portfolios));
};

function openingOf({ title, summary }: Load): { html: string; height: number } {
  const lines = linesIn(title, (WIDTHS.upright * MM) / SET.title);
  return {
    html: `<h1>${escaped(title)}</h1>\n<p class="summary">${escaped(summary)}</p>`,
    height: lines * SET.titlePitch + SET.notePitch + 6,
  };
}

function blocksOf(load: Load): Block[] {
  const parts = [
    [unitBlock(load)],
    load.times.length ? [timeBlock(load)] : [],
    load.matrix ? matrixBlocks(load.matrix) : [],
    namesBlock(load),
  ].filter((blocks) => blocks.length);
  return parts.flatMap((blocks, at) =>
    blocks.map((block) => ({ ...block, heading: `${'一二三四'[at]}、${block.heading}` })),
  );
}

/** Dark, hatched, light, dotted: four that stay apart in black and white too. */
const LOOKS: Readonly<Record<UnitCount, string>> = {
  lead: '<rect width="4" height="4" fill="#1f4e79"/>',
  unit: '<rect width="4" height="4" fill="#fff"/><path d="M-1,1 1,-1M0,4 4,0M3,5 5,3" stroke="#1f4e79" stroke-width="1.1"/>',
  support: '<rect width="4" height="4" fill="#9dc3e6"/>',
  group: '<rect width="4" height="4" fill="#fff"/><circle cx="2" cy="2" r="0.8" fill="#595959"/>',
};

const LOOKS_DEFINED = `<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>${Object.entries(
  LOOKS,
)
  .map(
    ([count, look]) =>
      `<pattern id="look-${count}" width="4" height="4" patternUnits="userSpaceOnUse">${look}</pattern>`,
  )
  .join('')}</defs></svg>\n`;

const COLUMN = { name: 42, figure: 11, matrix: 14 };
const HEADER = 32;
const LEAST_ROW = 17;

function unitBlock(load: Load): Block {
  const { units, counts } = load;
  const figures = counts.length + 1;
  const bar = WIDTHS.upright - COLUMN.name - figures * COLUMN.figure;
  const most = Math.max(1, ...units.map(({ total }) => total));
  const step = stepOf(most);
  const scale = Math.ceil(most / step) * step;
  const legend = counts.map(
    (count) =>
      `<span style="white-space:nowrap"><svg width="16" height="10" style="display:inline;width:16px;vertical-align:-1px" aria-hidden="true"><rect x="0.5" y="0.5" width="15" height="9" fill="url(#look-${count})" stroke="#000" stroke-width="0.5"/></svg> ${COUNT_WORDS[count]}</span>`,
  );
  return {
    heading: '各单位任务量',
    note: noteOn(load),
    widths: [COLUMN.name, ...Array<number>(figures).fill(COLUMN.figure), bar],
    header: [
      head('单位'),
      ...counts.map((count) => head(COUNT_WORDS[count])),
      head('合计'),
      `<th scope="col" style="font-family:inherit">${legend.join('　')}${axisOf({ width: bar - 2, scale, step })}</th>`,
    ].join(''),
    // Four looks take two lines.
    headerHeight: counts.length > 3 ? HEADER + SET.pitch : HEADER,
    rows: units.map((unit) => {
      const height = nameHeight(unit.name, COLUMN.name);
      const svg = barOf(unit, counts, { width: bar - 2, height: height / MM, scale, step });
      const cells = [...counts.map((count) => unit.counts[count]), unit.total].map(figure).join('');
      return { height, cells: `${rowHead(unit.name)}${cells}<td class="bar">${svg}</td>` };
    }),
  };
}

interface BarLook {
  /** In mm, as what follows. */
  readonly width: number;
  readonly height: number;
  /** What the whole width stands for. */
  readonly scale: number;
  readonly step: number;
}

/** Of a drawing in a millimetre: a pattern of four is then as fine as print shows it. */
const UNITS = 4;
/** In mm. */
const BAR = 3.8;

/** The bar says nothing that the figures beside it don't. */
function barOf({ counts }: UnitLoad, shown: readonly UnitCount[], { width, height, scale, step }: BarLook): string {
  const unit = (width * UNITS) / scale;
  const tall = height * UNITS;
  const thick = BAR * UNITS;
  let lines = '';
  for (let at = 0; at <= scale; at += step)
    lines += `<path d="M${round(at * unit)},0V${round(tall)}" stroke="#bfbfbf" stroke-width="0.5"/>`;
  let from = 0;
  let bars = '';
  for (const count of shown) {
    if (!counts[count]) continue;
    const wide = counts[count] * unit;
    bars += `<rect x="${round(from)}" y="${round((tall - thick) / 2)}" width="${round(wide)}" height="${round(thick)}" fill="url(#look-${count})" stroke="#000" stroke-width="0.7"/>`;
    from += wide;
  }
  return `<svg viewBox="0 0 ${round(width * UNITS)} ${round(tall)}" aria-hidden="true">${lines}${bars}</svg>`;
}

/** The figures of the lines that the bars are read by. */
function axisOf({ width, scale, step }: Omit<BarLook, 'height'>): string {
  const unit = (width * UNITS) / scale;
  let texts = '';
  for (let at = 0; at <= scale; at += step) {
    const anchor = at === 0 ? 'start' : at === scale ? 'end' : 'middle';
    texts += `<text x="${round(at * unit)}" y="11" text-anchor="${anchor}">${at}</text>`;
  }
  return `<svg viewBox="0 0 ${round(width * UNITS)} 12" font-size="12" style="display:block;width:100%" aria-hidden="true">${texts}</svg>`;
}

/** Five lines at most, at round figures. */
function stepOf(most: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [power, 2 * power, 5 * power]) if (most / step <= 5) return step;
}

function timeBlock({ units, times }: Load): Block {
  const undated = units.some(({ due }) => due.at(-1));
  const names = [...times, ...(undated ? ['无固定日期'] : [])];
  const wide = (WIDTHS.upright - COLUMN.name - COLUMN.figure * 1.2) / names.length;
  const most = Math.max(1, ...units.flatMap(({ due }) => due));
  return {
    heading: '各单位任务到期时间',
    note: '单位：项。按每项任务最后的完成时限计；底色越深，任务越多。',
    widths: [COLUMN.name, ...names.map(() => wide), COLUMN.figure * 1.2],
    header: [head('单位'), ...names.map((name) => head(name)), head('合计')].join(''),
    headerHeight: HEADER,
    rows: units.map(({ name, due, total }) => ({
      height: nameHeight(name, COLUMN.name),
      cells:
        rowHead(name) +
        due
          .slice(0, names.length)
          .map((value) => shaded(value, most))
          .join('') +
        figure(total),
    })),
  };
}

/** So many leaders stand beside each other on an upright page, and on one that lies. */
const LEADERS = { upright: 7, turned: 12 };

function matrixBlocks(matrix: Matrix): Block[] {
  const { leaders, rows, sums, tasks } = matrix;
  const turned = leaders.length > LEADERS.upright;
  // Tables of one width: three leaders left over would stand alone in the last.
  const tables = Math.ceil(leaders.length / (turned ? LEADERS.turned : LEADERS.upright));
  const most = Math.ceil(leaders.length / tables);
  const highest = Math.max(1, ...rows.map(({ tasks: own }) => own));
  const shades = (figures: readonly number[]) => figures.map((value) => shaded(value, highest));
  const { heading, note } = matrixWords(matrix);
  const blocks: Block[] = [];
  for (let from = 0; from < leaders.length; from += most) {
    const to = Math.min(from + most, leaders.length);
    const wide = Math.min(
      (WIDTHS[turned ? 'turned' : 'upright'] - COLUMN.name - COLUMN.matrix) / (to - from),
      COLUMN.matrix * 1.5,
    );
    const row = (name: string, cells: readonly string[], sum: number): BlockRow => ({
      height: nameHeight(name, COLUMN.name),
      cells: rowHead(name) + cells.slice(from, to).join('') + figure(sum),
    });
    blocks.push({
      heading: from ? `${heading}（续）` : heading,
      note,
      turned,
      widths: [COLUMN.name, ...Array<number>(to - from).fill(wide), COLUMN.matrix],
      header: [head('单位'), ...leaders.slice(from, to).map((name) => head(name)), head('合计')].join(''),
      headerHeight: Math.max(
        HEADER * 0.8,
        ...leaders.slice(from, to).map((name) => linesIn(name, ((wide - 2) * MM) / SET.text) * SET.pitch + 4),
      ),
      rows: [
        ...rows.map(({ unit, figures, tasks: sum }) => row(unit, shades(figures), sum)),
        row('合计', sums.map(figure), tasks),
      ],
    });
  }
  return blocks;
}

function namesBlock({ portfolios }: Load): Block[] {
  const lines = namesToCheck(portfolios);
  if (!lines.length) return [];
  const widths = [46, 58, 52];
  return [
    {
      heading: '需要核对的名称',
      widths,
      header: ['通知里的名称', '情况', '序号'].map((name) => head(name)).join(''),
      headerHeight: HEADER * 0.8,
      rows: lines.map((texts) => ({
        height: Math.max(...texts.map((text, at) => nameHeight(text, widths[at]!))),
        cells: texts.map((text, at) => (at ? `<td class="text">${escaped(text)}</td>` : rowHead(text))).join(''),
      })),
    },
  ];
}

/** 无固定日期 is broken where it is read. */
function head(name: string): string {
  return `<th scope="col">${escaped(name).replace('无固定日期', '无固定<wbr>日期')}</th>`;
}

function rowHead(name: string): string {
  return `<th scope="row">${escaped(name)}</th>`;
}

/** 0 is left out: what there is stands out. */
function figure(value: number): string {
  return `<td>${value || ''}</td>`;
}

/** Where no figure is higher, none is dark. */
const FEW = 4;

/** The more, the darker; black figures can be read on the darkest. */
function shaded(value: number, most: number): string {
  if (!value) return '<td></td>';
  const grey = Math.round(250 - (value / Math.max(most, FEW)) * 75);
  return `<td style="background:rgb(${grey},${grey},${grey})">${value}</td>`;
}

/** @param width in mm */
function nameHeight(text: string, width: number): number {
  return Math.max(LEAST_ROW, linesIn(text, ((width - 2.3) * MM) / SET.text) * SET.pitch + 3);
}
