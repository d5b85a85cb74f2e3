/** What changed, for a terminal or a mail: grouped by what changed, Chinese first. */
import {
  type Change,
  type Changes,
  isEmpty,
  KINDS,
  type OtherChange,
  type Piece,
  type Side,
  type TaskChange,
} from '../../compare/change.ts';
import { printable } from '../page/printable.ts';
import type { ChangeOptions } from './index.ts';
import {
  asideWords,
  CAPACITY_WORDS,
  headingNamed,
  KIND_WORDS,
  namesIn,
  OTHER_WORDS,
  SECTION_WORDS,
  shareWords,
  summaryOf,
} from './words.ts';

/** Longer texts are cut where they only say which task is meant. */
const LONGEST = 60;
const INDENT = '        ';

export function writeText(changes: Changes, { coloured = false, names }: ChangeOptions): string {
  const paint: Paint = (code, text) => (coloured && text ? `\u001b[${code}m${text}\u001b[0m` : text);
  const out: string[] = [];
  if (names)
    out.push(
      `${paint('2', '原文 before：')}${printable(names.before)}`,
      `${paint('2', '新文 after： ')}${printable(names.after)}`,
    );
  const summary = summaryOf(changes);
  out.push(
    ...(changes.of === undefined ? [] : [paint('1', printable(changes.of))]),
    summary.zh,
    paint('2', summary.en),
  );
  if (!isEmpty(changes)) {
    out.push(...shares(changes, paint));
    for (const kind of KINDS) {
      const found = changes.tasks.flatMap((task) =>
        task.changes.filter((change) => change.kind === kind).map((change) => entry(task, change, paint)),
      );
      group(out, KIND_WORDS[kind], found, paint);
    }
    group(
      out,
      { zh: '章节变化', en: 'headings' },
      changes.sections.map(({ kinds, title, pieces }) => {
        const label = kinds.map((one) => SECTION_WORDS[one].zh).join('、');
        const said = title.before === title.after ? (title.after ?? '') : renamed(title, pieces, paint);
        return [`  ${label}：${said}`];
      }),
      paint,
    );
    group(out, { zh: '文头变化', en: 'head' }, others(changes.head, paint), paint);
    group(out, { zh: '其他段落变化', en: 'other paragraphs' }, others(changes.paragraphs, paint), paint);
  }
  const aside = asideWords(changes);
  if (aside.length) out.push('');
  for (const { zh, en } of aside) out.push(printable(zh), paint('2', printable(en)));
  return `${out.join('\n')}\n`;
}

type Paint = (code: string, text: string) => string;

function group(
  out: string[],
  title: { readonly zh: string; readonly en: string },
  found: readonly (readonly string[])[],
  paint: Paint,
): void {
  if (!found.length) return;
  out.push('', `${paint('1', `${title.zh}（${found.length}）`)} ${paint('2', title.en)}`);
  for (const lines of found) out.push(...lines);
}

/** What came to a unit and what went from it, before all else. */
function shares({ tasks }: Changes, paint: Paint): string[] {
  const out: string[] = [];
  const found = tasks.flatMap((task) => {
    // What is new or gone for all is said as that.
    const words = task.before.length && task.after.length ? shareWords(task) : undefined;
    return words ? [[`  ${words.zh}：${place(task, paint)}${short(main(task))}`]] : [];
  });
  group(out, { zh: '承担情况变化', en: 'what came and what went' }, found, paint);
  return out;
}

function entry(task: TaskChange, change: Change, paint: Paint): string[] {
  const { before, after } = task;
  const head = `  ${place(task, paint)}`;
  if ('pieces' in change) {
    // One sentence bears both changes, and is printed once.
    if (change.kind === 'text' && task.changes.some(({ kind }) => kind === 'target'))
      return [`${head}见“目标变化” see “target changed”`];
    if (change.kind === 'text' || change.kind === 'target') return [head + inline(change.pieces, paint)];
    return [head + short(main(task)), `${INDENT}${inline(change.pieces, paint)}`];
  }
  if ('added' in change) {
    const gone = change.removed.map((name) => paint(GONE, `【-${printable(name)}-】`)).join('');
    const come = new Set(change.added);
    const now = namesIn(after, change.kind);
    const rest = now.map((name) => (come.has(name) ? paint(COME, `【+${printable(name)}+】`) : printable(name)));
    // What takes the place of another stands right behind it.
    const joint = gone && rest.length && !come.has(now[0]!) ? '、' : '';
    const names = `${gone}${joint}${rest.join('、')}`;
    const order = change.reordered ? '（次序变化 another order）' : '';
    return [head + short(main(task)), `${INDENT}${CAPACITY_WORDS[change.kind].zh}：${names}${order}`];
  }
  switch (change.kind) {
    case 'moved': {
      const from = change.section
        ? `由“${headingNamed(change.section.before, '（无标题）')}”移至“${headingNamed(change.section.after, '（无标题）')}”`
        : '在本节内调整次序';
      return [head + short(main(task)), `${INDENT}${printable(from)}`];
    }
    case 'renumbered':
      return [`${head}${short(main(task))}`];
    case 'split':
    case 'merged':
      return [
        ...before.map((side) => `  ${paint('2', '原')} ${numberOf(side)}${printable(side.text)}`),
        ...after.map((side) => `  ${paint('2', '新')} ${numberOf(side)}${printable(side.text)}`),
      ];
    default:
      return [head + printable(main(task)), ...who(main2(task))];
  }
}

function main(task: TaskChange): string {
  return main2(task).text;
}

function main2({ before, after }: TaskChange): Side {
  return (after[0] ?? before[0])!;
}

/** Who answers for what was added or deleted. */
function who({ leaders, leadUnits, units, supportUnits, deadline }: Side): string[] {
  const said = (label: string, names: readonly string[]): string[] =>
    names.length ? [`${label}：${names.join('、')}`] : [];
  const all = [
    ...said(CAPACITY_WORDS.leader.zh, leaders),
    ...said(CAPACITY_WORDS.lead.zh, leadUnits),
    ...said(CAPACITY_WORDS.unit.zh, units),
    ...said(CAPACITY_WORDS.support.zh, supportUnits),
    ...(deadline ? [`完成时限：${deadline}`] : []),
  ];
  return all.length ? [`${INDENT}${printable(all.join('；'))}`] : [];
}

/** The number it had and the number it has: 二、3. → 三、1. */
function place({ before, after }: TaskChange, paint: Paint): string {
  const [was, is] = [before[0], after[0]].map((side) => side && numberOf(side)) as [
    string | undefined,
    string | undefined,
  ];
  const both = was !== undefined && is !== undefined && was !== is;
  return both ? `${paint('2', `${was}→`)} ${is}` : (is ?? was ?? '');
}

function numberOf({ number, n }: Side): string {
  return `${number || `第${n}项`} `;
}

function short(text: string): string {
  const clean = printable(text);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}……` : clean;
}

const [GONE, COME] = ['31;9', '32;4'];

function inline(pieces: readonly Piece[], paint: Paint): string {
  return pieces
    .map(({ kind, text }) => {
      const clean = printable(text);
      if (kind === 'same') return clean;
      return kind === 'removed' ? paint(GONE, `【-${clean}-】`) : paint(COME, `【+${clean}+】`);
    })
    .join('');
}

function renamed(
  { before, after }: { readonly before?: string; readonly after?: string },
  pieces: readonly Piece[],
  paint: Paint,
): string {
  if (before === undefined || after === undefined) return printable(after ?? before ?? '');
  return pieces.some(({ kind }) => kind !== 'same')
    ? `${printable(before)} → ${inline(pieces, paint)}`
    : `${printable(before)} → ${printable(after)}`;
}

function others(found: readonly OtherChange[], paint: Paint): string[][] {
  return found.map(({ of, pieces }) => [
    `  ${of === 'paragraph' ? '' : `${OTHER_WORDS[of].zh}：`}${inline(pieces, paint)}`,
  ]);
}
