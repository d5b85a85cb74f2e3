/**
 * Tasks that say the same: the very words, but for those that add nothing (加快, 切实, 的); or the same figures with a few
 * words more. Tasks that differ in a noun, a place or a figure are tasks of their own: 推进甲园建设, 推进乙园建设.
 * Each task is held against those only that share one of its first few pairs of characters in an order that is the same
 * for all: two texts that have most of them in common share one of these.
 */
import type { Item, Name, Notice, Task } from '../model/notice.ts';
import { TELLING } from '../registry/anatomy.ts';
import { nameKey } from '../registry/names.ts';
import { bigramsOf, differences, likeness, plainOf } from './likeness.ts';

export interface Twin {
  readonly first: Task;
  readonly second: Task;
  /** Both name who leads, or who answers, and no one is named in both. */
  readonly apart: boolean;
}

const known = new WeakMap<Notice, readonly Twin[]>();

/** Pairs of tasks that say the same, by the second of them. */
export function twinsOf(notice: Notice): readonly Twin[] {
  let twins = known.get(notice);
  if (!twins) {
    twins = withoutParallel(findTwins(notice.tasks), notice.tasks.length);
    known.set(notice, twins);
  }
  return twins;
}

interface Gist {
  readonly text: string;
  /** Without words that add nothing. */
  readonly key: string;
  readonly bigrams: ReadonlySet<string>;
  /** The first of the bigrams in the order that is the same for all texts. */
  readonly sketch: readonly string[];
  /** Figures with what they count: 6000亩. */
  readonly figures: string;
  /** Clauses that say a figure and are long enough to be a task of their own. */
  readonly clauses: readonly string[];
}

/** Adverbs of official Chinese, verbs that every task may begin with, particles. */
const EMPTY =
  /进一步|加快|加大力度|积极|大力|扎实|深入|全面|切实|持续|稳步|着力|不断|有序|全力|强力|统筹|认真|继续|努力|力争|确保|推进|推动|抓好|做好|工作|的|了|等|及|和|与|并|以/g;
const SHORTEST = 6;
/** Under another heading a short text may speak of something else. */
const SHORTEST_ELSEWHERE = 12;
const SHORTEST_CLAUSE = 10;
/** Texts that have at least so much in common are looked at. */
const COMMON = 0.72;
const MOST_ALIKE = 8;

const gists = new WeakMap<Item, Gist>();

function gistOf({ item, text }: Task): Gist {
  const kept = gists.get(item);
  if (kept?.text === text) return kept;
  const plain = plainOf(text).key;
  const key = plain.replace(EMPTY, '') || plain;
  const bigrams = bigramsOf(key);
  const ordered = [...bigrams].map((bigram) => ({ bigram, order: orderOf(bigram) })).sort((a, b) => a.order - b.order);
  const prefix = bigrams.size - Math.ceil(COMMON * bigrams.size) + 1;
  const gist = {
    text,
    key,
    bigrams,
    sketch: ordered.slice(0, Math.min(prefix, 24)).map(({ bigram }) => bigram),
    figures: (plain.match(/\d+(?:[.-]\d+)*[%\p{L}]{0,2}/gu) ?? []).join(),
    clauses: text
      .split(/[，；。,;]/)
      .filter((clause) => /\d/.test(clause))
      .map((clause) => plainOf(clause).key.replace(EMPTY, ''))
      .filter((clause) => clause.length >= SHORTEST_CLAUSE),
  };
  gists.set(item, gist);
  return gist;
}

/** An order of pairs of characters that has nothing to do with how often they occur. */
function orderOf(bigram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bigram.length; at++) hash = Math.imul(hash ^ bigram.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function findTwins(tasks: readonly Task[]): Twin[] {
  const twins: Twin[] = [];
  const buckets = new Map<string, number[]>();
  tasks.forEach((task, index) => {
    const gist = gistOf(task);
    if (gist.key.length < SHORTEST) return;
    const near = new Set<number>();
    const keys = [`=${gist.key}`, ...gist.sketch, ...gist.clauses.map((clause) => `-${clause}`)];
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [index]);
      else {
        for (const other of bucket) near.add(other);
        if (bucket.length < MOST_ALIKE) bucket.push(index);
      }
    }
    for (const other of [...near].sort((a, b) => a - b)) {
      const first = tasks[other]!;
      if (!saysSame(gistOf(first), gist) || !isSamePlace(first, task, gist)) continue;
      twins.push({ first, second: task, apart: areApart(first, task) });
      break;
    }
  });
  return twins;
}

function saysSame(one: Gist, other: Gist): boolean {
  if (one.key === other.key) return true;
  return (likeness(one.bigrams, other.bigrams) >= COMMON && addsLittle(one, other)) || sharesTask(one, other);
}

/** The same figures, and here and there a word more in one of the two that tells no things apart. */
function addsLittle(one: Gist, other: Gist): boolean {
  if (!one.figures || one.figures !== other.figures || Math.min(one.key.length, other.key.length) < 8) return false;
  let added = 0;
  for (const { from, to, otherFrom, otherTo } of differences(one.key, other.key)) {
    if (to > from && otherTo > otherFrom) return false;
    const words = one.key.slice(from, to) + other.key.slice(otherFrom, otherTo);
    if (TELLING.test(words) || /[县市区镇乡村街路]/.test(words)) return false;
    added += words.length;
  }
  return added * 4 <= Math.min(one.key.length, other.key.length);
}

/** A clause with a figure that is most of the one task, and a good part of the other. */
function sharesTask(one: Gist, other: Gist): boolean {
  const shared = one.clauses.find((clause) => other.clauses.includes(clause))?.length ?? 0;
  const lengths = [one.key.length, other.key.length];
  return shared * 5 >= Math.min(...lengths) * 3 && shared * 3 >= Math.max(...lengths);
}

function isSamePlace(first: Task, second: Task, { key, figures }: Gist): boolean {
  const [above, below] = [first.sections.at(-1), second.sections.at(-1)];
  if (above !== below) {
    if (key.length < SHORTEST_ELSEWHERE && !figures) return false;
    // 一、青石镇 1.新建公厕10座。 二、白鹭镇 1.新建公厕10座。
    if ([first, second].every(namesItsHeading)) return false;
  }
  // One thing in stages.
  const [due, later] = [first.deadline?.due, second.deadline?.due];
  return !due || !later || due === later;
}

function namesItsHeading(task: Task): boolean {
  const heading = bigramsOf(task.sections.map(({ item }) => item.text).join('\n'));
  return ownersOf(task).some((name) =>
    [...bigramsOf(nameKey(name.base))].slice(0, 3).some((bigram) => heading.has(bigram)),
  );
}

export function ownersOf({ duty }: Task): readonly Name[] {
  return duty.leadUnits.length ? duty.leadUnits : duty.units;
}

function areApart(first: Task, second: Task): boolean {
  const [one, other] = [first, second].map((task) => ownersOf(task).map(({ base }) => bareKey(base))) as [
    string[],
    string[],
  ];
  return one.length > 0 && other.length > 0 && !one.some((key) => other.includes(key));
}

/** 县财政局 and the 财政局 of a list are one. */
function bareKey(name: string): string {
  return nameKey(name).replace(/^[省市县区州旗盟镇乡](?=.{3})/, '');
}

/** Lists that are alike by their kind — the tasks of each town, a plan and its summary — repeat many tasks, not one. */
function withoutParallel(twins: readonly Twin[], tasks: number): readonly Twin[] {
  if (twins.length > Math.max(3, tasks / 10)) return [];
  const sections = ({ first, second }: Twin): string =>
    `${first.sections.at(-1)?.part} ${second.sections.at(-1)?.part} ${first.sections.at(-1) === second.sections.at(-1)}`;
  const counts = new Map<string, number>();
  for (const twin of twins) counts.set(sections(twin), (counts.get(sections(twin)) ?? 0) + 1);
  return twins.filter((twin) => sections(twin).endsWith('true') || counts.get(sections(twin))! < 3);
}
