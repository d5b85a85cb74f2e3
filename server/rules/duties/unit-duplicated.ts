import type { Field } from '../../model/notice.ts';
import { prefixOf } from '../../registry/anatomy.ts';
import { nameKey } from '../../registry/names.ts';
import { defineRule, type PartView } from '../rule.ts';
import { statementsOf } from './statements.ts';
import { bearsDuty, type PlacedName, removal, resolved, unitNames } from './unit-names.ts';

const ROLES: Readonly<Record<string, string>> = { lead: '牵头单位', support: '配合单位', unit: '责任单位' };

export default defineRule({
  id: 'unit-duplicated',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '一项任务里同一单位列了两次。', en: 'One unit is named twice in one task.' },
  why: {
    zh: '一个单位既牵头又配合，责任就说不清；在同一名单里列两次，则是误列。',
    en: 'A unit cannot both lead and support; and in one list twice it stands by mistake.',
  },
  mend: {
    zh: '只留一处：牵头的，从配合名单里删去。',
    en: 'Keep one of the two: a unit that leads does not also support.',
  },
  bad: [
    '1.推进甲园建设。\n牵头单位：县发改委、县商务局。\n配合单位：县财政局、«县商务局»。\n',
    '1.推进甲园建设。\n责任单位：县发改委、县财政局、«县发改委»、县商务局。\n',
    '1.建成服务平台。（县文旅局牵头，县商务局、«县文旅局»配合）扶持行业协会。（县文旅局、县民政局负责）\n',
    {
      text: '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县财政局、«县发展和改革委员会»。\n',
      registry: '地区：云溪县（县）\n\n单位：云溪县发展和改革委员会\n简称：县发改委\n\n单位：云溪县财政局\n',
    },
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：市财政局。\n配合单位：县财政局。\n',
    '1.推进甲园建设。\n牵头单位：县财政局（国资办）、县财政局（金融办）。\n',
    '1.建成服务平台。（县文旅局、县商务局负责）扶持行业协会。（县文旅局、县民政局负责）\n',
    '1.编制规划（牵头单位：县水利局；配合单位：县财政局），建成预警站（牵头单位：县应急局；配合单位：县水利局）。\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!bearsDuty(view)) return;
    const statements = new Map<Field, Seen>();
    for (const statement of statementsOf(view.item, view.text)) {
      const seen = new Seen();
      for (const field of statement) statements.set(field, seen);
    }
    for (const placed of unitNames(view)) {
      const seen = statements.get(placed.field)!;
      const key = identityOf(placed, view);
      const first = seen.like(key).find((other) => isSame(other, placed) && !isMeant(other, placed, view));
      seen.add(key, placed);
      if (!first) continue;
      const { name, field } = placed;
      const together = first.field.role === field.role;
      const known = first.name.text === name.text ? '' : `（即“${first.name.text}”）`;
      report({
        range: name.range,
        message: together
          ? {
              zh: `“${name.text}”${known}在同一任务里列了两次，请删去一处。`,
              en: `${name.text} is named twice in this task. Delete one.`,
            }
          : {
              zh: `“${name.text}”${known}已列入“${labelOf(first.field)}”，又列入“${labelOf(field)}”，请删去一处。`,
              en: `${name.text} is named in two roles of one task (${labelOf(first.field)}, ${labelOf(field)}). Delete one.`,
            },
        ...removal(placed, view),
      });
    }
  },
});

function labelOf({ label, role }: Field): string {
  return label?.text ?? ROLES[role]!;
}

/** What tells the unit: the registry's record, else its name. */
function identityOf(placed: PlacedName, view: PartView): string {
  const found = resolved(placed, view);
  const record = found?.unit ?? found?.group;
  if (record && found?.kind !== 'ambiguous') return `#${record.name}`;
  const { base } = placed.name;
  return nameKey(view.facts.aliases[base] ?? base);
}

/** 牵头单位：甲局；责任单位：甲局、乙局 throughout a notice: 责任单位 names all who answer, the one that leads among them. */
function isMeant(first: PlacedName, second: PlacedName, { facts }: PartView): boolean {
  const roles = [first.field.role, second.field.role];
  return facts.unitsHoldLead && roles.includes('lead') && roles.includes('unit');
}

function isSame(one: PlacedName, other: PlacedName): boolean {
  // 有关乡镇 may be these in one list and those in another.
  if (one.name.group || other.name.group) return one.field === other.field && one.name.text === other.name.text;
  // Two offices of one unit.
  const offices = [one.name.second.join(), other.name.second.join()];
  return offices[0] === offices[1] || !offices[0] || !offices[1];
}

/** Names of a task by what tells them: 县财政局 and the 财政局 of a list are one, 市财政局 is another. */
class Seen {
  readonly #names = new Map<string, PlacedName[]>();
  /** Names with the character of a place, under what is left without it. */
  readonly #stripped = new Map<string, PlacedName[]>();

  add(key: string, placed: PlacedName): void {
    push(this.#names, key, placed);
    const prefix = prefixOf(key);
    if (prefix) push(this.#stripped, key.slice(prefix.length), placed);
  }

  like(key: string): readonly PlacedName[] {
    const prefix = prefixOf(key);
    const others = prefix ? this.#names.get(key.slice(prefix.length)) : this.#stripped.get(key);
    return [...(this.#names.get(key) ?? []), ...(others ?? [])];
  }
}

/** One of each name is enough, or of a few with other offices. */
const MOST_ALIKE = 8;

function push(names: Map<string, PlacedName[]>, key: string, placed: PlacedName): void {
  const alike = names.get(key);
  if (!alike) names.set(key, [placed]);
  else if (alike.length < MOST_ALIKE) alike.push(placed);
}
