/** What is kept of each part from one check of a notice to the next. */
import type { Item, Notice } from '../model/notice.ts';
import type { Registry } from '../registry/registry.ts';
import type { Facts } from './facts.ts';
import { RULES } from './index.ts';
import { textOf } from './marks.ts';
import type { FindingsRule, NoticeRule, PartRule, Report } from './rule.ts';
import type { Settings } from './settings.ts';
import { type Share, shareOf, unchanged } from './tally.ts';

export const PART_RULES = RULES.filter((rule): rule is PartRule => rule.looksAt === 'part');
export const NOTICE_RULES = RULES.filter((rule): rule is NoticeRule => rule.looksAt === 'notice');
export const FINDINGS_RULES = RULES.filter((rule): rule is FindingsRule => rule.looksAt === 'findings');

export interface PartReport extends Report {
  readonly rule: PartRule;
}

export interface Looked {
  readonly rule: PartRule;
  readonly bits: number;
}

export interface PartRecord {
  readonly share: Share;
  /** In the order of NOTICE_RULES. */
  readonly summaries: readonly unknown[];
  /** What the part rules said, and what they saw. */
  kept?: {
    readonly facts: Facts;
    readonly registry: Registry;
    readonly settings: Settings;
    readonly place: number;
    reports: readonly PartReport[];
    /** The rules that looked at facts, and at which. */
    looked: readonly Looked[];
  };
}

/** By part; undefined for what is no item. */
export type Records = readonly (PartRecord | undefined)[];

/** An item that stays the same object stays the same text. */
const known = new WeakMap<Item, PartRecord>();
let last: { readonly items: Notice['items']; readonly records: Records } = { items: [], records: [] };

/** The records of a notice's parts. Those of parts that an edit left alone are the ones from before. */
export function recordsOf(notice: Notice): Records {
  const { items } = notice;
  const { start, end } = unchanged(last.items, items);
  const middle = items
    .slice(start, items.length - end)
    .map((item, index) => item && recordOf(item, start + index, notice));
  const after = last.records.length - end;
  last = { items, records: [...last.records.slice(0, start), ...middle, ...last.records.slice(after)] };
  return last.records;
}

function recordOf(item: Item, part: number, notice: Notice): PartRecord {
  let record = known.get(item);
  if (!record) {
    const text = textOf(notice, part);
    record = { share: shareOf(item, text), summaries: NOTICE_RULES.map((rule) => rule.summarize?.(item, text)) };
    known.set(item, record);
  }
  return record;
}
