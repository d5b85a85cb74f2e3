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
    const text = document.parts[part]!.text;
    const statements = statementsOf(item, text);
    const first = statements[0];
    // What is said in the middle of a text belongs to what stands before it.
    if (!first || !isPlain(statements, text) || first.start < item.textRange.end) continue;
    if (text.slice(item.textRange.start, item.textRange.end).includes('\n')) continue;
    const start = document.starts[part]!;
    const printed = statements.map((statement) => text.slice(statement.start, statement.end));
    const behind = text.slice(item.textRange.end, item.end);
    const insert =
      layout.duties === 'brackets' ? inBracket(printed, behind) : onLines({ item, statements, printed, behind });
    if (insert !== behind)
      groups.push([{ part, range: { start: start + item.textRange.end, end: start + item.end }, text: insert }]);
  }
  return groups;

  function onLines({ item, statements, printed, behind }: Printed): string {
    const bracketed = statements.some(({ field }) => field.shape === 'bracket');
    // 甲局牵头，乙局配合。 is a sentence of the text, where no bracket says otherwise.
    if (!bracketed && statements.some(({ field }) => !field.label)) return behind;
    // 新建甲园（牵头单位：甲局）。 The 。 behind the bracket closes the text.
    const stop = BRACKET_STOP.test(behind) && !/[。！？；…]$/.test(item.text.slice(0, -1)) ? '。' : '';
    const lead = layout.indent === 'fullwidth' ? '　　' : '';
    return stop + printed.map((each, index) => `${apart}${lead}${each}${endOf(statements[index]!)}`).join('');
  }

  /** A remark may be sentences: it ends as it does. */
  function endOf({ field }: Statement): string {
    return field.role === 'remark' ? (field.closed && field.shape === 'line' ? '。' : '') : close;
  }
}

interface Printed {
  readonly item: Item;
  readonly statements: readonly Statement[];
  readonly printed: readonly string[];
  /** All that stands behind the text. */
  readonly behind: string;
}

const BRACKET_STOP = /[）)〕\]］】]。$/;

function inBracket(printed: readonly string[], behind: string): string {
  return `（${printed.join('；')}）${BRACKET_STOP.test(behind) ? '。' : ''}`;
}

/** Nothing but marks stands around the statements, and what they say holds no end of a sentence. */
function isPlain(statements: readonly Statement[], text: string): boolean {
  return statements.every(({ start, end, field }, index) => {
    const before = index ? text.slice(statements[index - 1]!.end, start) : '';
    const printed = text.slice(start, end);
    return (
      ONLY_MARKS.test(before) &&
      !/[。；;\n]/.test(printed) &&
      printed.length > 0 &&
      isBalanced(printed) &&
      field.value !== ''
    );
  });
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
