/** A registry proposed from notices: who is named in them, variants together, the doubtful ones for a person to decide. */
import { type Counted, countNames, type LeaderUse, type NameCounts, type SpeakingPlace } from './count.ts';
import { nameKey, takeApart, unpadded } from './names.ts';
import { parseRegistry, type Registry } from './registry.ts';
import { similarUnits } from './similar.ts';

export { type Counted, countNames, type NameCounts, type SpeakingPlace, speakingPlace } from './count.ts';
export { type SimilarOptions, type SimilarUnit, similarUnits } from './similar.ts';

export interface InferOptions {
  /** The place that speaks in the notices, where it is known; else the issuers and the names tell. */
  readonly place?: SpeakingPlace;
}

export interface InferredRegistry {
  /** In the registry language; parseRegistry() finds no problem in it. */
  readonly text: string;
  /** What the text says. */
  readonly registry: Registry;
  /** The variants that a person has to decide on, in the order of the text. */
  readonly doubtful: readonly { readonly name: string; readonly count: number; readonly like: string }[];
}

/** A unit as the notices name it. */
interface Proposal {
  readonly name: string;
  count: number;
  readonly short: Set<string>;
  readonly aliases: Set<string>;
  readonly second: Set<string>;
  readonly doubtful: Map<string, number>;
}

interface Proposals {
  readonly units: readonly Proposal[];
  /** The name under which a name of the notices is recorded. */
  readonly nameOf: (base: string) => string;
}

/** Proposes a registry. Pure, and never throws; close to linear in the number of names. */
export function inferRegistry(notices: readonly Counted[], options: InferOptions = {}): InferredRegistry {
  const counts = countNames(notices, options.place);
  const { units, nameOf } = proposeUnits(counts);
  const written = new Writer();
  const known = new Set(units.map((unit) => nameKey(unit.name)));
  const lists = notices.flatMap(({ annexes = [] }) => annexes.flatMap((annex) => annex.lists));
  const membersOf = (group: string): string[] => {
    const list = lists.find(({ title, members }) => members.length > 0 && title.includes(group));
    const members = list?.members.map(({ base }) => nameOf(base)).filter((name) => known.has(nameKey(name))) ?? [];
    return [...new Set(members)];
  };
  const lines = [
    `// 由 ${notices.length} 份通知整理的名册：单位按出现次数排列，逐项核对后使用。`,
    '// “待核”是疑似写法，确属同一单位的移到“别名”，否则删去或另立“单位”。',
    '',
    ...placeLines(counts.places),
    ...units.flatMap((unit) => unitLines(unit, written)),
    ...[...counts.groups].flatMap(([name, count]) => groupLines(name, count, membersOf, written)),
    ...[...counts.leaders].flatMap(([name, use]) => leaderLines(name, use, nameOf, written)),
  ];
  const text = withoutProblems(`${lines.join('\n').trimEnd()}\n`);
  const registry = parseRegistry(text);
  const doubtful = registry.units.flatMap((unit) =>
    unit.names
      .filter(({ role }) => role === 'doubtful')
      .map(({ text: name, note }) => ({ name, count: Number(/\d+/.exec(note ?? '')?.[0] ?? 1), like: unit.name })),
  );
  return { text, registry, doubtful };
}

/** Units with their variants; the most frequent first. */
function proposeUnits(counts: NameCounts): Proposals {
  const { places } = counts;
  const printed = new Map<string, number>();
  for (const [name, count] of counts.units) {
    const known = withShortPrefix(name, places);
    printed.set(known, (printed.get(known) ?? 0) + count);
  }
  const likes = new Map(
    similarUnits(printed, { often: 1, times: 1, rarely: Number.POSITIVE_INFINITY }).map((like) => [like.name, like]),
  );
  const full = new Map([...counts.aliases].map(([alias, name]) => [nameKey(alias), withShortPrefix(name, places)]));
  const certain = new Map(
    [...likes.values()]
      .filter(({ certainty }) => certainty === 'certain')
      .map(({ name, like }) => [nameKey(takeApart(name).base), like]),
  );
  const units = new Map<string, Proposal>();
  for (const [name, count] of printed) {
    const { base, second } = takeApart(name);
    const like = likes.get(name);
    const doubted = like?.certainty === 'likely';
    const unit = proposalFor(units, headOf(doubted ? like.like : base, certain, full));
    if (doubted) unit.doubtful.set(base, (unit.doubtful.get(base) ?? 0) + count);
    else {
      unit.count += count;
      if (base !== unit.name) (full.has(nameKey(base)) ? unit.short : unit.aliases).add(base);
    }
    for (const other of second) unit.second.add(other);
  }
  for (const [alias, name] of counts.aliases) {
    const unit = units.get(nameKey(withShortPrefix(name, places)));
    if (unit && nameKey(alias) !== nameKey(unit.name)) unit.short.add(alias);
  }
  const nameOf = (base: string): string => headOf(withShortPrefix(base, places), certain, full);
  return { units: [...units.values()].sort((a, b) => b.count - a.count), nameOf };
}

function proposalFor(units: Map<string, Proposal>, name: string): Proposal {
  const known = units.get(nameKey(name));
  if (known) return known;
  const unit = {
    name,
    count: 0,
    short: new Set<string>(),
    aliases: new Set<string>(),
    second: new Set<string>(),
    doubtful: new Map<string, number>(),
  };
  units.set(nameKey(name), unit);
  return unit;
}

/** The name under which a spelling is recorded: that of its cluster, or the full name that an alias stands for. */
function headOf(base: string, certain: ReadonlyMap<string, string>, full: ReadonlyMap<string, string>): string {
  let name = base;
  for (let step = 0; step < 4; step++) {
    const next = full.get(nameKey(name)) ?? certain.get(nameKey(name));
    if (!next || nameKey(next) === nameKey(name)) break;
    name = next;
  }
  return name;
}

/** 县发改委 for 云溪县发改委: one unit, whichever way its place is said. */
function withShortPrefix(name: string, places: readonly SpeakingPlace[]): string {
  const place = places.find(
    (known) => known.name && name.startsWith(known.name) && name.length > known.name.length + 1,
  );
  if (!place?.name || places.filter(({ prefix }) => prefix === place.prefix).length > 1) return name;
  return place.prefix + name.slice(place.name.length);
}

/** Writes each name once: a registry says whose it is. */
class Writer {
  readonly #written = new Set<string>();

  /** Whether a name can be written, and has not been. */
  first(name: string): boolean {
    const key = nameKey(name);
    if (this.#written.has(key) || !isWritable(name)) return false;
    this.#written.add(key);
    return true;
  }
}

/** Whether a name is read back as it is: no separator, colon or line break in it. */
function isWritable(name: string): boolean {
  const [unit, ...others] = parseRegistry(`单位：${name}`).units;
  return unit !== undefined && others.length === 0 && unit.names.length === 1 && unit.name === unpadded(name);
}

function placeLines(places: readonly SpeakingPlace[]): string[] {
  return places.flatMap(({ name, prefix }) =>
    name
      ? [`地区：${name}（${prefix}）`, '']
      : ['// 通知里没有写明地区，把“本地”改成全名，如 云溪县', `地区：本地（${prefix}）`, ''],
  );
}

function unitLines(unit: Proposal, written: Writer): string[] {
  if (!written.first(unit.name)) return [];
  const field = (key: string, names: Iterable<string>): string[] => {
    const fresh = [...names].filter((name) => written.first(name));
    return fresh.length ? [`${key}：${fresh.join('、')}`] : [];
  };
  const second = [...unit.second];
  const doubtful = [...unit.doubtful].filter(([name]) => isWritable(name) && name !== unit.name);
  return [
    `单位：${unit.name}  // 出现${unit.count}次`,
    ...field('简称', unit.short),
    ...field('别名', unit.aliases),
    ...field(
      '挂牌',
      second.filter((name) => !INNER_OFFICE.test(name)),
    ),
    ...field(
      '内设机构',
      second.filter((name) => INNER_OFFICE.test(name)),
    ),
    ...(doubtful.length ? [`待核：${doubtful.map(([name, count]) => `${name}（出现${count}次）`).join('、')}`] : []),
    '',
  ];
}

const INNER_OFFICE = /(?:[办科股处室组队站所]|中心|专班)$/;
/** Groups whose members are always the same; 有关乡镇 are now these, now those. */
const SAME_MEMBERS = /^(?!各级|.*(?:有关|相关|其他|其它|其余|涉及))/;

function groupLines(
  name: string,
  count: number,
  membersOf: (group: string) => readonly string[],
  written: Writer,
): string[] {
  const { base, alias } = takeApart(name);
  if (!SAME_MEMBERS.test(base) || !written.first(base)) return [];
  // 市环境保护委员会成员单位 is listed as 市环境保护委员会成员单位名单, or as the 成员名单 of the committee.
  const members = membersOf(base.replace(/成员单位$/, ''));
  const short = alias && base.endsWith('成员单位') ? `${alias}成员单位` : alias;
  return [
    `单位组：${base}  // 出现${count}次`,
    ...(short && written.first(short) ? [`简称：${short}`] : []),
    members.length ? `成员：${members.join('、')}` : '// 成员：（通知里没有列出，补写后去掉行首的斜线）',
    '',
  ];
}

const MOST_UNITS = 6;

function leaderLines(name: string, use: LeaderUse, nameOf: Proposals['nameOf'], written: Writer): string[] {
  if (!written.first(name)) return [];
  const counts = new Map<string, number>();
  for (const [base, count] of use.units) counts.set(nameOf(base), (counts.get(nameOf(base)) ?? 0) + count);
  const units = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_UNITS);
  return [
    `领导：${name}  // 出现${use.count}次`,
    '// 职务：',
    ...(units.length ? [`// 分管：${units.map(([unit]) => unit).join('、')}（所领任务的牵头单位，待核）`] : []),
    '',
  ];
}

/** What the language does find fault with becomes a comment: no name of a notice may spoil the rest of the registry. */
function withoutProblems(text: string): string {
  let lines = text.split('\n');
  for (let round = 0; round < 4; round++) {
    const current = lines.join('\n');
    const { problems } = parseRegistry(current);
    if (!problems.length) return current;
    const faulty = new Set(problems.map(({ range }) => current.slice(0, range.start).split('\n').length - 1));
    lines = lines.map((line, index) => (faulty.has(index) ? `// ${line}` : line));
  }
  return lines.map((line) => (line && !line.startsWith('//') ? `// ${line}` : line)).join('\n');
}
