/**
 * Tasks that say the same: the very words, but for those that add nothing (加快, 切实, 的); or the same figures with a few
 * words more. Tasks that differ in a noun, a place or a figure are tasks of their own: 推进甲园建设, 推进乙园建设.
 * Each task is held against those only that have its figures and share one of the first pairs of characters in an order
 * that is the same for all texts: two that have most of them in common share one of these.
 */

import { COMMON, type Gist, gistOf, inCommon, Signs } from '../../compare/gist.ts';
import { differences } from '../../compare/likeness.ts';
import type { Item, Name, Notice, Task } from '../../model/notice.ts';
import { TELLING } from '../../registry/anatomy.ts';
import { nameKey } from '../../registry/names.ts';

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

/** Shorter texts say too little to be the same by more than chance. */
const SHORTEST = 6;
/** Under another heading a short text may speak of something else. */
const SHORTEST_ELSEWHERE = 12;
const MOST_ALIKE = 8;

const gists = new WeakMap<Item, Gist>();

function gistOfTask({ item, text }: Task): Gist {
  let gist = gists.get(item);
  if (gist?.text !== text) gists.set(item, (gist = gistOf(text)));
  return gist;
}

const signs = new Signs(MOST_ALIKE);

function findTwins(tasks: readonly Task[]): Twin[] {
  const all = tasks.map(gistOfTask);
  signs.clear(
    all.reduce((sum, gist) => sum + gist.signs.length, 0),
    all.length,
  );
  const twins: Twin[] = [];
  const near: number[] = [];
  for (let index = 0; index < all.length; index++) {
    const gist = all[index]!;
    if (gist.key.length < SHORTEST) continue;
    near.length = 0;
    for (const sign of gist.signs) signs.add(sign, index, near);
    if (!near.length) continue;
    const second = tasks[index]!;
    for (const other of near.sort((a, b) => a - b)) {
      const first = tasks[other]!;
      if (!saysSame(all[other]!, gist) || !isSamePlace(first, second, gist)) continue;
      twins.push({ first, second, apart: areApart(first, second) });
      break;
    }
    if (twins.length > mostOf(all.length)) break;
  }
  return twins;
}

function saysSame(one: Gist, other: Gist): boolean {
  if (one.key === other.key) return true;
  return (one.figures !== '' && one.figures === other.figures && addsLittle(one, other)) || sharesTask(one, other);
}

/** The same figures, and here and there a word more in one of the two that tells no things apart. */
function addsLittle(one: Gist, other: Gist): boolean {
  if (Math.min(one.key.length, other.key.length) < 8 || inCommon(one.pairs, other.pairs) < COMMON) return false;
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
  return ownersOf(task).some((name) => {
    const key = nameKey(name.base);
    return [0, 1, 2].some(
      (at) => at + 2 <= key.length && task.sections.some(({ item }) => item.text.includes(key.slice(at, at + 2))),
    );
  });
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

/** More twins than this are no slips. */
function mostOf(tasks: number): number {
  return Math.max(3, tasks / 10);
}

/** Lists that are alike by their kind — the tasks of each town, a plan and its summary — repeat many tasks, not one. */
function withoutParallel(twins: readonly Twin[], tasks: number): readonly Twin[] {
  if (twins.length > mostOf(tasks)) return [];
  const sections = ({ first, second }: Twin): string =>
    `${first.sections.at(-1)?.part} ${second.sections.at(-1)?.part} ${first.sections.at(-1) === second.sections.at(-1)}`;
  const counts = new Map<string, number>();
  for (const twin of twins) counts.set(sections(twin), (counts.get(sections(twin)) ?? 0) + 1);
  return twins.filter((twin) => sections(twin).endsWith('true') || counts.get(sections(twin))! < 3);
}
