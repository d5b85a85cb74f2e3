/** Line breaks that cut a sentence or a field are taken out, as the model reads it; padding of names and titles too. */
import { absolute, type Cut, type Notice, type Range } from '../../model/notice.ts';
import { inTable } from '../../model/tables.ts';
import { bracketGroups } from '../../syntax/brackets.ts';
import type { Vocabulary } from '../../syntax/labels.ts';
import type { Edit, Text } from '../compose/text.ts';
import type { Remarks } from './remarks.ts';

const JOINED = { zh: '被换行断开的一句话已接上', en: 'A sentence or field that a line break cut was joined' };
const PERHAPS = {
  zh: '像是被换行断开的一句话，但拿不准，没有接，请核对',
  en: 'This may be a sentence that a line break cut; it was left as it is, please check',
};
const PADDED = { zh: '姓名、标题中间的空格已去掉', en: 'Blanks inside names and titles were taken out' };

/** A sentence in more pieces than this many rounds put together is no sentence. */
const MOST_ROUNDS = 24;

export function joinCuts(text: Text, vocabulary: Vocabulary, remarks: Remarks): Text {
  let joined = text;
  const places: ReturnType<typeof placeOf>[] = [];
  const doubtful: typeof places = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits: Edit[] = [];
    const notice = joined.read(vocabulary);
    const cuts = cutsOf(notice);
    // What is left in doubt stays so in every round.
    if (!cuts.some(({ certain }) => certain)) doubtful.push(...cuts.map((cut) => placeOf(joined, cut)));
    for (const cut of cuts.filter(({ certain }) => certain)) {
      const { start, end } = cut;
      const latin = /[a-zA-Z]/.test(joined.text[start - 1] ?? '') && /[a-zA-Z]/.test(joined.text[end] ?? '');
      edits.push({ start, end, insert: latin ? ' ' : '' });
      places.push(placeOf(joined, cut));
    }
    if (!edits.length) break;
    joined = joined.edited(edits);
  }
  remarks.each('joined', JOINED, places);
  remarks.each('doubtful', PERHAPS, doubtful);
  return joined;
}

/** The words on both sides. */
function placeOf(text: Text, { start, end }: Range): { quote: string; place: ReturnType<Text['placeAt']> } {
  const before = text.text.slice(Math.max(0, start - 12), start).replace(/^.*\n/s, '');
  const after = text.text.slice(end, end + 12).replace(/\n.*$/s, '');
  return { quote: before + after, place: text.placeAt(start) };
}

interface Found extends Range {
  /** Enough to be made whole. */
  readonly certain: boolean;
}

function cutsOf(notice: Notice): Found[] {
  const { items, zones, text } = notice;
  const found: Found[] = [];
  let widths: Widths | undefined;
  items.forEach((item, part) => {
    const zone = zones[part];
    if (!item?.cuts.length || zone === 'tail' || zone === 'head' || zone === 'table') return;
    let open: ReturnType<typeof bracketGroups> | undefined;
    for (const cut of item.cuts) {
      const range = absolute(notice, part, cut.range);
      // A comment stands between; 责任单位： with its names on the next line is a way to lay it out.
      if (text.slice(range.start, range.end).trim() || /[：:]/.test(text[range.start - 1] ?? '')) continue;
      open ??= bracketGroups(text.slice(notice.starts[part]!, notice.starts[part + 1] ?? text.length));
      if (open.some((group) => !group.closed && group.open < cut.range.start)) continue;
      if (cut.inField || isInside(open, cut)) found.push({ ...range, certain: true });
      else if (zone !== 'annex') {
        const likely = likelihood(text, range, (widths ??= widthsOf(text)));
        if (likely) found.push({ ...range, certain: likely === 'certain' });
      }
    }
  });
  return found;
}

function isInside(groups: ReturnType<typeof bracketGroups>, { range }: Cut): boolean {
  return groups.some(({ closed, open, close }) => closed && open < range.start && range.end <= close);
}

/** How many lines are so long. */
type Widths = ReadonlyMap<number, number>;
/** What a page of a fixed width leaves or takes, for marks that may not open or close a line. */
const SLACK = 3;

function widthsOf(text: string): Widths {
  const widths = new Map<number, number>();
  for (const line of text.split('\n')) {
    const { length } = line.trim();
    widths.set(length, (widths.get(length) ?? 0) + 1);
  }
  return widths;
}

/** So many lines of one width show that the width broke them. */
const SOME = 3;

/** Of lines that follow each other, a width broke the first only where others end there too. */
function likelihood(text: string, { start, end }: Range, widths: Widths): 'certain' | 'perhaps' | undefined {
  if (/\n.*\n/s.test(text.slice(start, end))) return 'certain';
  if (!/[\u4e00-\u9fff\d]/.test(text[start - 1] ?? '') || !/[\u4e00-\u9fff]/.test(text[end] ?? '')) return 'certain';
  const length = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim().length;
  let [same, longer] = [0, 0];
  for (const [width, count] of widths) {
    if (width > length + SLACK) longer += count;
    else if (width >= length - SLACK) same += count;
  }
  if (longer > same - 1) return undefined;
  return same >= SOME ? 'certain' : 'perhaps';
}

const PADDING = /(?<=[\u3400-\u9fff\d》”])[ \t\u00a0\u2000-\u200a\u3000]+(?=[\u3400-\u9fff\d《“])/g;

/** 岑　柏 is 岑柏: leaders, members of groups, and the blanks that set a title over its lines. */
export function withoutPadding(text: Text, vocabulary: Vocabulary, remarks: Remarks): Text {
  const notice = text.read(vocabulary);
  const ranges: Range[] = [];
  notice.items.forEach((item, part) => {
    if (!item || notice.zones[part] === 'table') return;
    for (const field of item.fields)
      if (field.role === 'leader') for (const name of field.names) ranges.push(absolute(notice, part, name.range));
  });
  for (const table of notice.tables) {
    if (table.form !== 'pipes' && table.form !== 'tabs') continue;
    table.columns.forEach(({ role }, column) => {
      if (role !== 'leader') return;
      for (const { cells } of table.rows)
        if (!cells[column]!.merged) for (const name of cells[column]!.names) ranges.push(inTable(table, name.range));
    });
  }
  if (notice.head.title) ranges.push(notice.head.title.range);
  const edits: Edit[] = [];
  for (const { start, end } of ranges) {
    const slice = text.text.slice(start, end);
    for (const { index, 0: gap } of slice.matchAll(PADDING)) {
      edits.push({ start: start + index, end: start + index + gap.length, insert: '' });
      remarks.count('changed', PADDED, slice, text.placeAt(start));
    }
  }
  return text.edited(edits);
}
