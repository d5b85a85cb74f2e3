/** Who answers for a task: on lines of its own, or in one bracket behind the text; and the 。 that closes such lines. */
import type { Field, Item, Notice } from '../model/notice.ts';
import { isBalanced } from '../rules/marks.ts';
import type { Layout } from './fmt.ts';
import type { Group, PlacedEdit } from './fmt-groups.ts';
import type { Reading } from './fmt-meaning.ts';

/** One statement of responsibility as printed, without the marks that close it. */
interface Statement {
  readonly start: number;
  readonly end: number;
  readonly field: Field;
}

const CLOSERS = /[\s。.；;，,]+$/;
/** What may stand around statements: brackets, separators and line breaks, nothing that says something. */
const ONLY_MARKS = /^[\s\u200b\ufeff。.；;，,（()）〔〕[\]［］【】]*$/;

/** The statements of an item in order: prose that says two things (甲局牵头，乙局配合) is one. */
function statementsOf({ fields }: Item, text: string): Statement[] {
  const found: Statement[] = [];
  for (const field of fields) {
    const { start } = field.range;
    const printed = text.slice(start, field.range.end).replace(CLOSERS, '');
    if (found.at(-1)?.start !== start) found.push({ start, end: start + printed.length, field });
  }
  return found;
}

/** Edits that bring the duties of tasks into one form. */
export function dutyEdits({ document, notice }: Reading, layout: Layout, unmoved: ReadonlySet<number>): Group[] {
  if (layout.duties === 'keep') return [];
  const groups: Group[] = [];
  const close = closing(notice);
  const apart = layout.eol.repeat(standApart(notice) && layout.blankLines !== 'none' ? 2 : 1);
  for (const { part, item } of notice.tasks) {
    if (unmoved.has(part) || item.cuts.length || !item.text) continue;
    // 3.牵头单位：… counts in a row with what is not moved.
    if (item.fields.some(({ number }) => number)) continue;
    const text = document.parts[part]!.text;
    const statements = statementsOf(item, text);
    const end = textEnd(item, statements, text);
    if (end === undefined || text.slice(item.textRange.start, end).includes('\n')) continue;
    const start = document.starts[part]!;
    const printed = statements.map((statement) => text.slice(statement.start, statement.end));
    const behind = text.slice(end, item.end);
    const insert =
      layout.duties === 'brackets'
        ? inBracket(printed, behind)
        : onLines({ text: text.slice(item.textRange.start, end), statements, printed, behind });
    if (insert !== behind) groups.push([{ part, range: { start: start + end, end: start + item.end }, text: insert }]);
  }
  return groups;

  function onLines({ text, statements, printed, behind }: Printed): string {
    const bracketed = statements.some(({ field }) => field.shape === 'bracket');
    // 甲局牵头，乙局配合。 is a sentence of the text, where no bracket says otherwise.
    if (!bracketed && statements.some(({ field }) => !field.label)) return behind;
    // 新建甲园（牵头单位：甲局）。 The 。 behind the bracket closes the text.
    const stop = BRACKET_STOP.test(behind) && !/[。！？；…]$/.test(text) ? '。' : '';
    const lead = layout.indent === 'fullwidth' ? '　　' : '';
    return stop + printed.map((each, index) => `${apart}${lead}${each}${endOf(statements[index]!)}`).join('');
  }

  /** A remark may be sentences: it ends as it does. */
  function endOf({ field }: Statement): string {
    return field.role === 'remark' ? (field.closed && field.shape === 'line' ? '。' : '') : close;
  }
}

interface Printed {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly printed: readonly string[];
  /** All that stands behind the text. */
  readonly behind: string;
}

const BRACKET_STOP = /[）)〕\]］】]。$/;

function inBracket(printed: readonly string[], behind: string): string {
  return `（${printed.join('；')}）${BRACKET_STOP.test(behind) ? '。' : ''}`;
}

/**
 * Where the text ends and its duties begin; undefined where something stands between them or behind them, or where a
 * sentence ends in what they say.
 */
function textEnd({ textRange, end }: Item, statements: readonly Statement[], text: string): number | undefined {
  const [first, last] = [statements[0], statements.at(-1)];
  if (!first || !last || first.start <= textRange.start || !ONLY_MARKS.test(text.slice(last.end, end)))
    return undefined;
  const plain = statements.every(({ start, end: stop, field }, index) => {
    const before = index ? text.slice(statements[index - 1]!.end, start) : '';
    const said = text.slice(start, stop);
    // · 牵头单位：… in a list of points stays one.
    return (
      ONLY_MARKS.test(before) &&
      /^[\u4e00-\u9fff【〖［[]/.test(said) &&
      !/[。；;\n]/.test(said) &&
      isBalanced(said) &&
      field.value !== ''
    );
  });
  // The 。 behind a bracket is the end of the text's range.
  const before = text.slice(0, first.start).replace(/[\s\u200b\ufeff（(〔[［【]+$/, '').length;
  return plain ? Math.min(textRange.end, before) : undefined;
}

/** 。 where most field lines of the notice end so, or where there are none. */
function closing({ tasks }: Notice): string {
  let closed = 0;
  let open = 0;
  for (const { item } of tasks)
    for (const field of item.fields) {
      if (field.shape !== 'line' || field.role === 'remark') continue;
      if (field.closed) closed++;
      else open++;
    }
  return closed >= open ? '。' : '';
}

/** Whether a blank line stands between the fields of a task as a rule. */
function standApart({ tasks, items, text, starts }: Notice): boolean {
  let apart = 0;
  let close = 0;
  for (const { part } of tasks) {
    const item = items[part]!;
    const own = text.slice(starts[part], starts[part]! + item.end);
    if (item.fields.some(({ shape }) => shape === 'line') && own.includes('\n')) {
      if (/\n[^\S\n]*\n/.test(own)) apart++;
      else close++;
    }
  }
  return apart > close;
}

/** Edits that close the field lines of a notice alike: with 。 where most are, without where most aren't. */
export function closingEdits({ document, notice }: Reading): Group[] {
  const ends: { edit: PlacedEdit; closed: boolean }[] = [];
  for (const { part } of notice.tasks) {
    const { text, flows } = document.parts[part]!;
    const item = notice.items[part]!;
    const last = new Map(item.fields.map((field) => [field.range.end, field]));
    for (const flow of flows) {
      const end = flow.originEnd(flow.text.length);
      const field = last.get(end);
      if (!field?.label || field.shape !== 'line' || field.role === 'remark' || !field.value) continue;
      const stop = text.slice(field.valueRange.end, end);
      if ((stop !== '' && stop !== '。') || /[、，,]$/.test(field.value) || !isBalanced(field.value)) continue;
      const at = document.starts[part]! + field.valueRange.end;
      ends.push({
        closed: stop !== '',
        edit: { part, range: { start: at, end: at + stop.length }, text: stop ? '' : '。' },
      });
    }
  }
  const closed = ends.filter((end) => end.closed).length;
  const close = closed * 2 >= ends.length;
  return ends.filter((end) => end.closed !== close).map(({ edit }) => [edit]);
}
