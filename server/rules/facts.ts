/**
 * What is usual in a notice: which roles its tasks state, under which labels, with which marks. Rules hold a task
 * against it. Facts are coarse on purpose: equal facts are one object, so that a task's findings hold until what is
 * usual changes, and not until anything does.
 */
import type { Annex, Duty, Field, Item, Name, Notice, Role, Task } from '../model/notice.ts';
import { similarUnits } from '../registry/similar.ts';
import { roleOfLabel } from '../syntax/labels.ts';
import { asListed, type Listed } from './elision.ts';

export interface RoleFacts {
  /** Tasks that state the role, their own or from a heading. */
  readonly tasks: number;
  /** The label that most fields of the role carry. */
  readonly label?: string;
  /** Labels in use on tasks, with their counts. 责任单位：甲局牵头 states a lead unit without a label for it. */
  readonly labels: Readonly<Record<string, number>>;
  /** Fields with one of these labels. */
  readonly labelled: number;
}

export interface AnnexFacts {
  /** 附件2 → 2; 附件 → 0. */
  readonly number: number;
  readonly title: string;
  /** Titles of its lists of members. */
  readonly lists: readonly string[];
}

export interface Facts {
  readonly tasks: number;
  readonly roles: Readonly<Record<Role, RoleFacts>>;
  /** Responsible units stand beside a lead unit, as a rule: they are no other way of saying who leads. */
  readonly unitsBesideLead: boolean;
  /** A 。 closes field lines, as a rule. */
  readonly closesFields: boolean;
  /** A 。 or the like closes the text of tasks, as a rule. */
  readonly closesTexts: boolean;
  readonly annexes: readonly AnnexFacts[];
  /** The notice says what is annexed to it: 附件：1.…. The annexes themselves may be files of their own. */
  readonly annexNote: boolean;
  /** The date that names are resolved at, ISO 8601. */
  readonly date?: string;
  /** The place that issues the notice: 云溪县. */
  readonly place?: string;
  /** Aliases that the notice defines: 以下简称. From the alias to the name. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Names used once beside a near-identical one that is used often: from the odd one to the usual one. */
  readonly variants: Readonly<Record<string, string>>;
}

const ROLES: readonly Role[] = ['leader', 'lead', 'support', 'unit', 'deadline', 'remark'];

/** Facts of the notices at hand, the latest last: several are open in an editor at once. */
const recent: { key: string; facts: Facts }[] = [];
const MOST_RECENT = 16;

/** Gathers the facts of a notice; the same object as before where nothing in them changed. */
export function factsOf(notice: Notice): Facts {
  const facts = gather(notice);
  const key = JSON.stringify(facts);
  const known = recent.find((candidate) => candidate.key === key);
  if (known) return known.facts;
  if (recent.push({ key, facts }) > MOST_RECENT) recent.shift();
  return facts;
}

/** Whether so many do and so few don't that not doing it is a slip. */
export function nearlyAll(doing: number, not: number): boolean {
  return doing >= 3 && not <= Math.max(1, doing / 10);
}

/** What one item adds to the facts; kept for as long as the item is. */
interface Share {
  readonly labels: readonly { role: Role; text: string }[];
  readonly lines: number;
  readonly closedLines: number;
  readonly closedText: boolean;
  readonly aliases: readonly { alias: string; name: string }[];
  readonly units: readonly Listed[];
  readonly annexNote: boolean;
}

const shares = new WeakMap<Item, Share>();

function shareOf(item: Item): Share {
  const known = shares.get(item);
  if (known) return known;
  const lines = item.fields.filter(isFieldLine);
  const share: Share = {
    labels: item.fields.flatMap(({ role, label }) =>
      label && saysRole(label.text, role) ? { role, text: label.text } : [],
    ),
    lines: lines.length,
    closedLines: lines.filter((field) => field.closed).length,
    closedText: isClosed(item.text),
    aliases: [
      ...item.fields.flatMap((field) => field.names.flatMap(({ alias, base }) => (alias ? { alias, name: base } : []))),
      ...(item.text.includes('简称') ? [...item.text.matchAll(SPOKEN_ALIAS)] : []).map(([, name, alias]) => ({
        alias: alias!,
        name: name!,
      })),
    ],
    units: item.fields.flatMap((field) => (isUnitField(field) ? asListed(field.names) : [])),
    annexNote: ANNEX_NOTE.test(item.text) || item.text === '附件',
  };
  shares.set(item, share);
  return share;
}

/** 安泽高新技术产业开发区管委会（以下简称“高新区管委会”） in running text. */
const SPOKEN_ALIAS =
  /([\u4e00-\u9fff]{4,40})[（(](?:以下|下文)?(?:统称|均?简称)为?[：:]?[“"]?([\u4e00-\u9fff]{2,20})[”"]?[）)]/g;
const ANNEX_NOTE = /^附\s*件\s*\d{0,2}\s*[：:.、]\s*\S/;

function gather(notice: Notice): Facts {
  const labels = new Map<Role, Map<string, number>>(ROLES.map((role) => [role, new Map()]));
  const stating: Record<Role, number> = { leader: 0, lead: 0, support: 0, unit: 0, deadline: 0, remark: 0 };
  const units = new Map<string, number>();
  const elided: Listed[] = [];
  const aliases: Record<string, string> = {};
  let lines = 0;
  let closedLines = 0;
  let texts = 0;
  let closedTexts = 0;
  let beside = 0;
  let annexNote = false;
  notice.items.forEach((item, part) => {
    if (!item || notice.zones[part] === 'table') return;
    const share = shareOf(item);
    annexNote ||= share.annexNote && !notice.annexes.some((annex) => annex.part === part);
    for (const { alias, name } of share.aliases) aliases[alias] = name;
  });
  for (const task of notice.tasks) {
    for (const role of rolesOf(task)) stating[role]++;
    if (task.duty.leadUnits.length && task.duty.units.length) beside++;
    const share = shareOf(task.item);
    for (const { role, text } of share.labels) {
      const known = labels.get(role)!;
      known.set(text, (known.get(text) ?? 0) + 1);
    }
    for (const listed of share.units) {
      if (listed.name.group) continue;
      if (listed.completed) elided.push(listed);
      else units.set(listed.name.text, (units.get(listed.name.text) ?? 0) + 1);
    }
    lines += share.lines;
    closedLines += share.closedLines;
    if (task.text) {
      texts++;
      if (share.closedText) closedTexts++;
    }
  }
  // 商务局 after 县财政局 is 县商务局 where the notice speaks of it elsewhere; 新河镇 after it stays what it is.
  for (const { name, completed } of elided) {
    const form = units.has(completed!) ? completed! : name.text;
    units.set(form, (units.get(form) ?? 0) + 1);
  }
  return {
    tasks: notice.tasks.length,
    roles: Object.fromEntries(ROLES.map((role) => [role, roleFacts(stating[role], labels.get(role)!)])) as Record<
      Role,
      RoleFacts
    >,
    unitsBesideLead: beside > 0 && beside * 2 >= stating.lead,
    closesFields: nearlyAll(closedLines, lines - closedLines),
    closesTexts: nearlyAll(closedTexts, texts - closedTexts),
    annexes: notice.annexes.map((annex) => annexFacts(annex, notice)),
    annexNote,
    ...(notice.head.date && { date: notice.head.date }),
    ...placeOf(notice.head.issuer?.text),
    aliases,
    variants: variantsOf(units),
  };
}

function rolesOf({ duty }: Task): Role[] {
  return ROLES.filter((role) => {
    const names = namesIn(duty, role);
    return names ? names.length > 0 : role === 'deadline' ? duty.deadline : duty.remark;
  });
}

/** The names that a duty gives to a role; undefined for roles that name no one. */
export function namesIn(duty: Duty, role: Role): readonly Name[] | undefined {
  switch (role) {
    case 'leader':
      return duty.leaders;
    case 'lead':
      return duty.leadUnits;
    case 'support':
      return duty.supportUnits;
    case 'unit':
      return duty.units;
    default:
      return undefined;
  }
}

function roleFacts(tasks: number, labels: ReadonlyMap<string, number>): RoleFacts {
  const [usual] = [...labels].sort((a, b) => b[1] - a[1]);
  const labelled = [...labels.values()].reduce((sum, count) => sum + count, 0);
  return { tasks, ...(usual && { label: usual[0] }), labels: Object.fromEntries(labels), labelled };
}

function placeOf(issuer = ''): { place?: string } {
  const place = /^(.+?[省市县区州盟旗镇乡])(?=人民政府|政府|委员会|党委|委|办公)/.exec(issuer)?.[1];
  return place ? { place } : {};
}

function annexFacts({ title, lists, part }: Annex, { items }: Notice): AnnexFacts {
  const number = /\d+/.exec(items[part]?.text ?? '')?.[0] ?? 0;
  return { number: Number(number), title, lists: lists.map((list) => list.title) };
}

let lastUnits: { key: string; variants: Readonly<Record<string, string>> } | undefined;

/** Comparing names costs more than counting them, and most edits change none. */
function variantsOf(units: ReadonlyMap<string, number>): Readonly<Record<string, string>> {
  const key = JSON.stringify([...units]);
  if (lastUnits?.key !== key) {
    const variants = similarUnits(units).map(({ name, like }) => [name, like] as const);
    lastUnits = { key, variants: Object.fromEntries(variants) };
  }
  return lastUnits.variants;
}

/** Whether a label means the role, or is one that only the office's own vocabulary knows. */
export function saysRole(label: string, role: Role): boolean {
  return (roleOfLabel(label) ?? role) === role;
}

/** A field on a line of its own that names someone: these close with 。 or they don't, alike in one notice. */
export function isFieldLine(field: Field): boolean {
  return field.shape === 'line' && field.role !== 'remark' && field.value !== '';
}

/** A field that names units. */
export function isUnitField({ role }: Pick<Field, 'role'>): boolean {
  return role === 'lead' || role === 'support' || role === 'unit';
}

/** Whether a mark that ends a sentence closes a text, a quotation mark or bracket after it aside. */
export function isClosed(text: string): boolean {
  return /[。！？；;…：:.][”’）)》】]*$/.test(text);
}
