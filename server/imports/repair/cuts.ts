/** Line breaks that cut a sentence or a field are taken out, as the model reads it; padding of names and titles too. */
import { absolute, type Cut, type Notice, type Range } from '../../model/notice.ts';
import { readNotice } from '../../model/read.ts';
import { inTable } from '../../model/tables.ts';
import { bracketGroups } from '../../syntax/brackets.ts';
import type { Vocabulary } from '../../syntax/labels.ts';
import type { Edit, Text } from '../compose/text.ts';
import type { Remarks } from './remarks.ts';

const JOINED = { zh: '被换行断开的一句话已接上', en: 'A sentence or field that a line break cut was joined' };
const PADDED = { zh: '姓名、标题中间的空格已去掉', en: 'Blanks inside names and titles were taken out' };

/** A sentence in more pieces than this many rounds put together is no sentence. */
const MOST_ROUNDS = 24;

export function joinCuts(text: Text, vocabulary: Vocabulary, remarks: Remarks): Text {
  let joined = text;
  const places: { quote: string; place: ReturnType<Text['placeAt']> }[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits: Edit[] = [];
    const notice = readNotice(joined.text, { vocabulary });
    for (const { start, end } of cutsOf(notice)) {
      const latin = /[a-zA-Z]/.test(joined.text[start - 1] ?? '') && /[a-zA-Z]/.test(joined.text[end] ?? '');
      edits.push({ start, end, insert: latin ? ' ' : '' });
      const before = joined.text.slice(Math.max(0, start - 12), start).replace(/^.*\n/s, '');
      const after = joined.text.slice(end, end + 12).replace(/\n.*$/s, '');
      places.push({ quote: before + after, place: joined.placeAt(start) });
    }
    if (!edits.length) break;
    joined = joined.edited(edits);
  }
  remarks.each('joined', JOINED, places);
  return joined;
}

/** The cuts that are certain enough to be made whole. */
function cutsOf(notice: Notice): Range[] {
  const { items, zones, text } = notice;
  const found: Range[] = [];
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
      const certain = cut.inField || isInside(open, cut);
      if (certain || (zone !== 'annex' && !isShort(text, range, (widths ??= widthsOf(text))))) found.push(range);
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

/** Lines that follow each other, the first of which ends where others don't: no width broke it. */
function isShort(text: string, { start, end }: Range, widths: Widths): boolean {
  if (/\n.*\n/s.test(text.slice(start, end))) return false;
  if (!/[\u4e00-\u9fff\d]/.test(text[start - 1] ?? '') || !/[\u4e00-\u9fff]/.test(text[end] ?? '')) return false;
  const length = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim().length;
  let [same, longer] = [-1, 0];
  for (const [width, count] of widths) {
    if (width > length + SLACK) longer += count;
    else if (width >= length - SLACK) same += count;
  }
  return longer > same;
}

const PADDING = /(?<=[\u3400-\u9fff\d》”])[ \t\u00a0\u2000-\u200a\u3000]+(?=[\u3400-\u9fff\d《“])/g;

/** 岑　柏 is 岑柏: leaders, members of groups, and the blanks that set a title over its lines. */
export function withoutPadding(text: Text, vocabulary: Vocabulary, remarks: Remarks): Text {
  const notice = readNotice(text.text, { vocabulary });
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
