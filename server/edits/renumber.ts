/** Renumbering: the whole notice, a section or a level, in its own styles and by its own scheme; references follow. */

import { isIssued, keepsNumbers } from '../model/lock.ts';
import type { Entry, Notice, Range } from '../model/notice.ts';
import { readNotice } from '../model/read.ts';
import { firstOf, levelsOf, type Numbered, numberingOf, type Run } from '../rules/numbering/numbering.ts';
import { type Changed, type Counted, numberAnew, type Renumbered } from '../rules/numbering/renumbering.ts';
import type { Words } from '../rules/rule.ts';
import { DEFAULT_VOCABULARY, type Vocabulary } from '../syntax/labels.ts';
import { Lines } from '../syntax/lines.ts';
import type { Style } from '../syntax/numbers.ts';
import { applyEdits } from './apply.ts';
import { composed, moved } from './compose.ts';
import { verified } from './verify.ts';

/** What is numbered anew. `at` is an offset: of what stands under the heading there, or of all numbers of its kind. */
export type Scope =
  | { readonly of: 'notice' }
  | { readonly of: 'section'; readonly at: number }
  | { readonly of: 'level'; readonly at: number }
  | { readonly of: 'style'; readonly style: Style }
  /** 1 is the outermost level. */
  | { readonly of: 'depth'; readonly depth: number };

export interface Renumbering extends Renumbered {
  /** Why nothing may be done. */
  readonly refused?: Words;
}

const NOTHING: Renumbered = { edits: [], numbers: [], references: [], undecided: [] };

/** Numbers put in order may show another scheme; that one is followed in turn, and soon nothing changes. */
const MOST_PASSES = 6;

/**
 * Puts numbers in order. A notice in order gives no edits, and a second time gives none.
 *
 * @param vocabulary the labels that the notice was read with
 */
export function renumber(
  notice: Notice,
  scope: Scope = { of: 'notice' },
  vocabulary: Vocabulary = DEFAULT_VOCABULARY,
): Renumbering {
  const refused = refusal(notice);
  if (refused) return { ...NOTHING, refused };
  const counted = countedIn(notice, scope);
  if (!Array.isArray(counted)) return { ...NOTHING, refused: counted as Words };
  let all = numberAnew(notice, counted, true);
  let now = notice;
  for (let pass = 1, last = all; pass < MOST_PASSES && last.edits.length; pass++) {
    now = readNotice(applyEdits(notice.text, all.edits), { vocabulary });
    const again = countedIn(now, 'at' in scope ? { ...scope, at: moved(scope.at, all.edits) } : scope);
    if (!Array.isArray(again)) break;
    last = numberAnew(now, again, true);
    all = composed(all, last);
  }
  return all.edits.length ? verified(notice, now, all) : all;
}

function refusal(notice: Notice): Words | undefined {
  if (!keepsNumbers(notice)) return undefined;
  return isIssued(notice)
    ? {
        zh: '文件头写明通知已经印发，编号不能再改。确要重新编号，请先删去文件头的“状态”和“编号锁”',
        en: 'the front matter says that the notice is issued: its numbers are kept. To renumber all the same, delete 状态 and 编号锁 there',
      }
    : {
        zh: '编号已经锁定，不能再改。确要重新编号，请先删去文件头的“编号锁”',
        en: 'the numbers are locked. To renumber all the same, delete 编号锁 in the front matter',
      };
}

function countedIn(notice: Notice, scope: Scope): Counted[] | Words {
  const { runs } = numberingOf(notice);
  const whole = (some: readonly Run[]): Counted[] => some.map((run) => ({ entries: run.entries, first: firstOf(run) }));
  // The letter's own numbers are put right only where one asks for them: its list of annexes goes on from 附件：1.…
  const inPlan = runs.filter(({ entries }) => entries[0]!.zone !== 'letter');
  switch (scope.of) {
    case 'notice':
      return whole(inPlan);
    case 'style':
      return whole(inPlan.filter(({ entries }) => entries[0]!.number.style === scope.style));
    case 'depth':
      return whole(inPlan.filter(({ entries }) => entries[0]!.level === scope.depth - 1));
    case 'level': {
      const entry = numberedAt(notice, scope.at);
      const level = entry && new Set(levelsOf(notice).find((entries) => entries.includes(entry)));
      return level ? whole(runs.filter(({ entries }) => level.has(entries[0]!))) : NOWHERE;
    }
    case 'section': {
      const entry = numberedAt(notice, scope.at);
      if (!entry) return NOWHERE;
      const section = entry.children.some(({ number }) => number) ? entry : entry.parent;
      return runs.flatMap((run) => countedUnder(run, section, entry.context));
    }
  }
}

const NOWHERE: Words = {
  zh: '这里不在有编号的条目中，请把光标放在要重新编号的一节或一项里',
  en: 'no numbered item stands here; put the cursor into the section or item to renumber',
};

/** The part of a run under a heading; what stands before the heading is counted on from. */
function countedUnder(run: Run, section: Entry | undefined, context: number): Counted[] {
  const isIn = (entry: Entry): boolean => {
    if (!section) return entry.context === context;
    for (let up = entry.parent; up; up = up.parent) if (up === section) return true;
    return false;
  };
  const from = run.entries.findIndex(isIn);
  if (from < 0) return [];
  const entries = run.entries.slice(from).filter(isIn);
  return [{ entries, first: from ? run.entries[from - 1]!.number.value + 1 : firstOf(run) }];
}

/** The numbered entry in which an offset stands. */
function numberedAt({ entries, starts }: Notice, offset: number): Numbered | undefined {
  return entries.findLast(({ number, part }) => number && starts[part]! <= offset) as Numbered | undefined;
}

/** What came of it, for the one who asked. */
export interface Told {
  readonly done: Words;
  /** References that followed, and where. Lines count from 1. */
  readonly followed: readonly Words[];
  /** References that he has to look at. */
  readonly look: readonly Words[];
}

/** @param text the notice's, before the edits */
export function told({ numbers, references, undecided }: Renumbered, text: string): Told {
  if (!numbers.length) {
    const done = { zh: '编号都已连续，无需改动。', en: 'All numbers are already in order.' };
    return { done, followed: [], look: [] };
  }
  const lines = new Lines(text);
  const lineOf = ({ range }: { range: Range }): number => lines.at(range.start).line + 1;
  const [n, m] = [numbers.length, references.length];
  return {
    done: {
      zh: `已改正${n}处编号${m ? `，文中${m}处引用随之改动` : ''}。`,
      en: `${n} ${n === 1 ? 'number' : 'numbers'} corrected${m ? `, ${m} ${m === 1 ? 'reference' : 'references'} followed` : ''}.`,
    },
    followed: references.map((reference) => {
      const [from, to] = phrases(reference, text);
      return {
        zh: `第${lineOf(reference)}行“${from}”改为“${to}”。`,
        en: `Line ${lineOf(reference)}: “${from}” is now “${to}”.`,
      };
    }),
    look: undecided.map((reference) => ({
      zh: `第${lineOf(reference)}行“${reference.text}”没有改：${reference.why.zh}，请核对。`,
      en: `Line ${lineOf(reference)}: “${reference.text}” was left: ${reference.why.en}. Please check it.`,
    })),
  };
}

/** 第4项 and 第3项, where only the numeral changed. */
function phrases({ range, from, to }: Changed, text: string): [string, string] {
  const before = /第?[（( ]?$/.exec(text.slice(Math.max(0, range.start - 2), range.start))![0];
  const after = /^[）) ]?(?:部分|方面|任务|[章节篇条款项点])?/.exec(text.slice(range.end, range.end + 3))![0];
  return [before + from + after, before + to + after];
}
