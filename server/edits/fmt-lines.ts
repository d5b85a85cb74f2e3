/** Line ends, blank lines, indents, blanks at the end of lines; and lines that a break cut, put together again. */
import type { Cut, Item, Notice, Zone } from '../model/notice.ts';
import { textOf } from '../rules/marks.ts';
import { bracketGroups } from '../syntax/brackets.ts';
import type { Layout } from './fmt.ts';
import type { Group, PlacedEdit } from './fmt-groups.ts';
import type { Reading } from './fmt-meaning.ts';
import { placesOf } from './fmt-places.ts';

/** What lies between two lines: blanks with a line break among them, or blanks at either end of the text. */
const GAPS = /^[\s\u200b\ufeff]+|[^\S\n]*\n[\s\u200b\ufeff]*|[\s\u200b\ufeff]+$/g;
const PARAGRAPH = '　　';

/** Edits of what lies between lines. */
export function lineEdits({ text, document, notice }: Reading, { indent, blankLines, eol }: Layout): Group[] {
  const groups: Group[] = [];
  const indented = indent === 'fullwidth' ? paragraphs(notice) : undefined;
  let part = 0;
  for (const { index, 0: gap } of text.matchAll(GAPS)) {
    const end = index + gap.length;
    while (part + 1 < document.starts.length && document.starts[part + 1]! <= index) part++;
    const wanted = end === text.length ? (index ? eol : '') : between(gap, index, end, part);
    if (wanted !== gap) groups.push([{ part, range: { start: index, end }, text: wanted }]);
  }
  if (indented && /^[^\s\u200b\ufeff]/.test(text) && isParagraph(0, 0))
    groups.push([{ part: 0, range: { start: 0, end: 0 }, text: PARAGRAPH }]);
  if (text && !/[\s\u200b\ufeff]$/.test(text)) {
    const at = text.length;
    groups.push([{ part: document.parts.length - 1, range: { start: at, end: at }, text: eol }]);
  }
  return groups;

  function between(gap: string, start: number, end: number, at: number): string {
    const lines = gap.split('\n').length - 1;
    const most = blankLines === 'keep' ? lines : blankLines === 'none' ? Math.min(lines, 1) : Math.min(lines, 2);
    const kept = gap.slice(gap.lastIndexOf('\n') + 1).replace(/[\r\u200b\ufeff]/g, '');
    const lead =
      indent === 'none'
        ? ''
        : indented && isParagraph(end, at)
          ? PARAGRAPH
          : indented
            ? kept.replace(/^\u00a0+/, '')
            : kept;
    return eol.repeat(start ? most : blankLines === 'keep' ? lines : 0) + lead;
  }

  /** Whether the line that starts at an offset opens a paragraph of the notice. */
  function isParagraph(offset: number, before: number): boolean {
    const own = document.starts[before + 1] === offset ? before + 1 : offset === 0 ? 0 : before;
    if (!indented!.has(own)) return false;
    const start = offset - document.starts[own]!;
    const rest = text.slice(offset, offset + 2);
    return rest !== '//' && rest !== '／／' && !notice.items[own]!.cuts.some(({ range }) => range.end === start);
  }
}

const INDENTED: ReadonlySet<Zone> = new Set(['letter', 'plan', 'annex', 'tail']);

/** The parts that are paragraphs: neither head nor signature, title or table. */
function paragraphs({ items, zones }: Notice): ReadonlySet<number> {
  const found = new Set<number>();
  items.forEach((item, part) => {
    if (!item || !INDENTED.has(zones[part]!) || item.marker) return;
    if (item.number || item.fields.length || /[。；：！？;:]$/.test(item.text)) found.add(part);
  });
  return found;
}

/** So many cut lines are how the whole page was laid out. */
const HABIT = 12;

/** Edits that put together what a line break cut: in a bracket or a field, at a separator, or on a page of fixed width. */
export function joinEdits({ document, notice }: Reading, unmoved: ReadonlySet<number>): Group[] {
  const { items, zones, entries } = notice;
  const { formatted } = placesOf(notice);
  const groups: PlacedEdit[][] = [];
  const guesses: PlacedEdit[][] = [];
  let all = 0;
  items.forEach((item, part) => {
    if (!item?.cuts.length || zones[part] === 'tail' || unmoved.has(part) || !formatted.has(part)) return;
    const own = textOf(notice, part);
    const certain = certainty(item, own);
    const edits: PlacedEdit[] = [];
    let isCertain = false;
    for (const { range, inField } of item.cuts) {
      const [left, right] = [own[range.start - 1] ?? '', own[range.end] ?? ''];
      const how = certain({ range, inField }, left, right);
      if (how === 'not') continue;
      all++;
      // A comment or the number of a page stands between.
      if (own.slice(range.start, range.end).replace(/[\s\u200b\ufeff]+/g, '')) continue;
      const start = document.starts[part]!;
      const words = /[a-zA-Z]/.test(left) && /[a-zA-Z]/.test(right);
      const edit = { part, range: { start: start + range.start, end: start + range.end }, text: words ? ' ' : '' };
      edits.push(edit);
      isCertain ||= how === 'certain';
    }
    // Where one break of a paragraph is a page's, so are the others; with one left, the model might read another text.
    if (edits.length) (isCertain ? groups : guesses).push(edits);
  });
  return all >= HABIT && all * 3 > entries.length ? [...groups, ...guesses] : groups;
}

type Certainty = (cut: Cut, left: string, right: string) => 'certain' | 'guess' | 'not';

function certainty({ number }: Item, text: string): Certainty {
  const brackets = bracketGroups(text).filter(({ open }) => open >= (number?.range.end ?? 0));
  const lone = brackets.find(({ closed }) => !closed)?.open ?? text.length;
  let next = 0;
  return ({ range, inField }, left, right) => {
    while (next < brackets.length && brackets[next]!.close < range.end) next++;
    const inside = next < brackets.length && brackets[next]!.open < range.start;
    // 责任单位： with its names on the next line is a way to lay it out; after a lone bracket all is a guess.
    if (lone < range.start || (/[：:]/.test(left) && !inside)) return 'not';
    return inside || inField || '、，,'.includes(left) || '、，,；;。'.includes(right) ? 'certain' : 'guess';
  };
}
