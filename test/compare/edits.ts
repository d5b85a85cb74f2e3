/** Edits of a known kind, made in the text of a notice as a drafter would make them. */
import type { ChangeKind } from '../../server/compare/change.ts';
import { absolute, type Name, type Notice, type Role, type Task } from '../../server/model/notice.ts';
import { readNotice } from '../../server/model/read.ts';
import type { Random } from '../rules/seeded/random.ts';

export interface Expected {
  readonly kind: ChangeKind;
  /** The texts of the tasks concerned, before and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Edit {
  readonly text: string;
  readonly expected: Expected;
}

/** Makes an edit of one task, or says that it can't be made there. */
export type Editor = (notice: Notice, task: Task, random: Random) => Edit | undefined;

const NEW_TASKS = [
  '在莲塘古渡口竖立水位标尺，配齐夜间警示灯',
  '为牧羊道沿线哨卡更换取暖设备',
  '整理乡贤手稿，辑成口述史丛刊',
  '开设盲文阅览角，面向视障读者送书上门',
  '试养高山冷水鲟鱼，摸清越冬投喂办法',
  '翻修旧邮驿马厩，布置成露天陶艺作坊',
];
const NEW_UNITS = ['县湿地候鸟观测站', '市古树名木保育所', '区河湖采砂督察队'];
const NEW_LEADERS = ['钟离未央', '尉迟晓岚', '濮阳青禾'];
const NEW_CLAUSES = ['并把经验做法汇编成册', '让沿线群众看得见变化', '切实把好事办到群众心坎上'];
const OPENERS = ['扎实', '稳妥', '用心用情'];

export const EDITORS: Readonly<Record<string, Editor>> = {
  added: (notice, task, random) => {
    const block = blockOf(notice, task);
    const said = ownText(notice, task);
    if (!block || !said) return undefined;
    const made = random.pick(NEW_TASKS);
    if (notice.text.includes(made)) return undefined;
    const fresh = replaced(block.text, said.start - block.start, said.end - block.start, made + closing(said.text));
    return edit(insert(notice.text, block.end, apart(block.text, fresh)), 'added', [], [made + closing(said.text)]);
  },
  deleted: (notice, task) => {
    const block = blockOf(notice, task);
    if (!block || task.sections.length === 0 || task.item.firstIsLead) return undefined;
    if (notice.tasks.filter(({ sections }) => sections.at(-1) === task.sections.at(-1)).length < 3) return undefined;
    return edit(replaced(notice.text, block.start, block.end, ''), 'deleted', [task.text], []);
  },
  moved: (notice, task, random) => {
    const block = blockOf(notice, task);
    const index = notice.tasks.indexOf(task);
    const inSection = (one: Task): boolean => one.sections.at(-1) === task.sections.at(-1);
    if (!block || notice.tasks.filter(inSection).length < 4) return undefined;
    // Past one neighbour only, nobody can tell which of the two moved.
    const isLike = (one: Task): boolean =>
      one.number?.style === task.number?.style && one.sections.length === task.sections.length;
    const far = notice.tasks.filter((one, at) => isLike(one) && (!inSection(one) || Math.abs(at - index) > 2));
    const to = far.length ? random.pick(far) : undefined;
    const target = to && !inherits(notice, task) && !inherits(notice, to) ? blockOf(notice, to) : undefined;
    if (!target) return undefined;
    const moved = apart(target.text, block.text);
    const at = target.end;
    const text =
      at <= block.start
        ? `${notice.text.slice(0, at)}${moved}${notice.text.slice(at, block.start)}${notice.text.slice(block.end)}`
        : `${notice.text.slice(0, block.start)}${notice.text.slice(block.end, at)}${moved}${notice.text.slice(at)}`;
    return edit(text, 'moved', [task.text], [task.text]);
  },
  renumbered: (notice, { number, part, text }, random) => {
    if (!number || !/^\d+$/.test(number.numeral) || !number.text.includes(number.numeral)) return undefined;
    if (number.style === 'decimal') return undefined;
    const { start, end } = absolute(notice, part, number.range);
    const value = 60 + random.between(0, 30);
    const changed = replaced(notice.text, start, end, number.text.replace(number.numeral, String(value)));
    return edit(changed, 'renumbered', [text], [text]);
  },
  text: (notice, task, random) => {
    const said = ownText(notice, task);
    if (!said) return undefined;
    const clauses = said.text.replace(/[。；;]$/, '').split('，');
    const way = random.between(0, 3);
    let changed = said.text;
    if (way === 0) changed = random.pick(OPENERS) + said.text;
    else if (way === 1) changed = `${clauses.join('，')}，${random.pick(NEW_CLAUSES)}${closing(said.text)}`;
    else if (way === 2 && clauses.length > 2 && !/\d|[月年季]/.test(clauses[1]!))
      changed = [clauses[0], ...clauses.slice(2)].join('，') + closing(said.text);
    else if (way === 3 && clauses.length > 1)
      changed = [clauses[0], random.pick(NEW_CLAUSES), ...clauses.slice(1)].join('，') + closing(said.text);
    if (changed === said.text) return undefined;
    return edit(
      replaced(notice.text, said.start, said.end, changed),
      'text',
      [task.text],
      [task.text.replace(said.text, changed)],
    );
  },
  target: (notice, task, random) => {
    const said = ownText(notice, task);
    if (!said) return undefined;
    const figures = [
      ...said.text.matchAll(
        /(?<![\dA-Za-z.,第〔（(“”-])\d+(?:\.\d+)?(?![\d.A-Z月日号年季、，,-]|[）)〕”])(?=[%万亿个家项亩公座处条户名台场米吨])/g,
      ),
    ];
    if (!figures.length) return undefined;
    const figure = random.pick(figures);
    const value = figure[0].includes('.')
      ? (Number(figure[0]) + 1.5).toFixed(1)
      : String(Number(figure[0]) + random.between(1, 9));
    const at = said.start + figure.index;
    const after = replaced(said.text, figure.index, figure.index + figure[0].length, value);
    return edit(
      replaced(notice.text, at, at + figure[0].length, value),
      'target',
      [task.text],
      [task.text.replace(said.text, after)],
    );
  },
  deadline: (notice, task, random) => {
    const field = task.item.fields.find(({ role }) => role === 'deadline');
    if (!field) return undefined;
    const { start, end } = absolute(notice, task.part, field.valueRange);
    const value = notice.text.slice(start, end);
    const months = [...value.matchAll(/(?<=年|^|前，)(\d{1,2})(?=月)/g)];
    const month = months.at(-1);
    if (!month || months.length > 1 || /日|旬/.test(value)) return undefined;
    const other = random.pick(['4', '5', '7', '8', '10', '11'].filter((one) => one !== month[1]));
    return edit(
      replaced(notice.text, start + month.index, start + month.index + month[1]!.length, other),
      'deadline',
      [task.text],
      [task.text],
    );
  },
  lead: (notice, task, random) => renamed(notice, task, 'lead', random.pick(NEW_UNITS), random),
  support: (notice, task, random) => renamed(notice, task, 'support', random.pick(NEW_UNITS), random),
  unit: (notice, task, random) =>
    task.duty.units.length ? renamed(notice, task, 'unit', random.pick(NEW_UNITS), random) : undefined,
  leader: (notice, task, random) => renamed(notice, task, 'leader', random.pick(NEW_LEADERS), random),
  split: (notice, task, random) => {
    const block = blockOf(notice, task);
    const said = ownText(notice, task);
    if (!block || !said) return undefined;
    const marks = [...said.text.matchAll(/[，；](?!并|且|其中|同比|力争|确保)/g)].filter(
      ({ index }) => balanced(said.text.slice(0, index)) && Math.min(index, said.text.length - index) >= 8,
    );
    if (!marks.length) return undefined;
    const { index } = random.pick(marks);
    const end = closing(said.text) || '。';
    const [head, tail] = [said.text.slice(0, index) + end, said.text.slice(index + 1)];
    const [first, second] = [head, tail].map((text) =>
      replaced(block.text, said.start - block.start, said.end - block.start, text),
    ) as [string, string];
    return edit(
      replaced(notice.text, block.start, block.end, first + apart(block.text, second)),
      'split',
      [task.text],
      [head, tail],
    );
  },
  merged: (notice, task) => {
    const next = notice.tasks[notice.tasks.indexOf(task) + 1];
    if (!next) return undefined;
    const [block, other] = [blockOf(notice, task), blockOf(notice, next)];
    const [said, then] = [ownText(notice, task), ownText(notice, next)];
    if (!block || !other || !said || !then || next.sections.at(-1) !== task.sections.at(-1)) return undefined;
    if (dutyOf(task) !== dutyOf(next)) return undefined;
    const text = `${said.text.replace(/[。；;]$/, '')}；${then.text}`;
    const merged = replaced(block.text, said.start - block.start, said.end - block.start, text);
    const changed = `${notice.text.slice(0, block.start)}${merged}${notice.text.slice(block.end, other.start)}${notice.text.slice(other.end)}`;
    return edit(changed, 'merged', [task.text, next.text], [text]);
  },
};

function edit(text: string, kind: ChangeKind, before: readonly string[], after: readonly string[]): Edit {
  return { text, expected: { kind, before, after } };
}

/** Puts a name in the place of one in the field of a role, adds it, or takes one out. */
function renamed(notice: Notice, task: Task, role: Role, name: string, random: Random): Edit | undefined {
  const field = task.item.fields.find((one) => one.role === role && one.names.length > 0);
  if (!field || field.names.some(({ etc, alias, second }) => etc || alias || second.length)) return undefined;
  // Whoever stands first may lead, and lend a beginning to those after him.
  const at = random.between(0, field.names.length - 1);
  const old = field.names[at]!;
  const range = absolute(notice, task.part, old.range);
  const printed = notice.text.slice(range.start, range.end);
  if (printed !== old.text || task.duty.inherited.includes(role)) return undefined;
  if (allNames(task).some(({ text }) => text === name)) return undefined;
  return edit(replaced(notice.text, range.start, range.end, name), role as ChangeKind, [task.text], [task.text]);
}

function allNames({ duty }: Task): readonly Name[] {
  return [...duty.leaders, ...duty.leadUnits, ...duty.supportUnits, ...duty.units];
}

function dutyOf({ duty }: Task): string {
  const names = [duty.leaders, duty.leadUnits, duty.supportUnits, duty.units].map((list) =>
    list.map(({ text }) => text),
  );
  return JSON.stringify([names, duty.deadline ?? '', duty.remark ?? '']);
}

/** A task under another heading may take on what that hands down. */
function inherits(notice: Notice, { duty, sections }: Task): boolean {
  if (notice.tasks.some(({ duty: { deadline } }) => deadline?.startsWith('同'))) return true;
  return duty.inherited.length > 0 || sections.some(({ item }) => item.fields.length > 0);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a task that stands on lines of its own, with the blank ones after it. */
function blockOf({ text, starts, items, entries }: Notice, { from, part, item }: Task): Stretch | undefined {
  const start = starts[part]!;
  if (from !== part || (start > 0 && text[start - 1] !== '\n') || item.cuts.length || item.firstIsLead)
    return undefined;
  if (entries.some(({ part: other, parent }) => other > part && parent?.part === part)) return undefined;
  let next = part + 1;
  while (next < items.length && !items[next]) next++;
  const end = starts[next];
  if (end === undefined || text[end - 1] !== '\n') return undefined;
  return { start, end, text: text.slice(start, end) };
}

/** What the task says, where that stands in one piece. */
function ownText(notice: Notice, { from, part, item, text }: Task): Stretch | undefined {
  if (from !== part || item.firstIsLead) return undefined;
  const { start, end } = absolute(notice, part, item.textRange);
  const said = notice.text.slice(start, end);
  return said === text && said.length >= 12 ? { start, end, text: said } : undefined;
}

function closing(text: string): string {
  return /[。；;]$/.exec(text)?.[0] ?? '';
}

function balanced(text: string): boolean {
  return [...'（《“'].every((mark, index) => text.split(mark).length === text.split([...'）》”'][index]!).length);
}

/** With blank lines before it, if the others have them after. */
function apart(like: string, block: string): string {
  return block.trimEnd() + /\s*$/.exec(like)![0];
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

function replaced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** Whether the tasks of the edited text are those that the edit was to leave: nothing was swallowed by a neighbour. */
export function reads(notice: Notice, { text, expected: { before, after } }: Edit): Notice | undefined {
  const edited = readNotice(text);
  const left = notice.tasks.map((task) => task.text);
  for (const gone of before) left.splice(left.indexOf(gone), 1);
  const expected = [...left, ...after].sort().join('\n');
  const found = edited.tasks.map((task) => task.text).sort();
  return found.join('\n') === expected ? edited : undefined;
}
