import type { Field } from '../../model/notice.ts';
import { isListOf, nameKey } from '../../registry/names.ts';
import { membersOf, type Unit } from '../../registry/registry.ts';
import { resolve } from '../../registry/resolve.ts';
import { asListed } from '../elision.ts';
import { defineRule, type PartView } from '../rule.ts';
import { isUnitField } from '../tally.ts';
import { bearsDuty, type PlacedName, removal, resolved, unitNames } from './unit-names.ts';
import { isSome, wholeOf } from './whole-groups.ts';

export default defineRule({
  id: 'unit-covered',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  presets: { published: 'info' },
  what: {
    zh: '同一名单里，这个单位已经包括在前后的统称里。',
    en: 'A group in the same list takes this unit in already.',
  },
  why: {
    zh: '“各乡镇”已经包括新河镇，再列一次，读者会以为其他乡镇责任不同，汇总时也重复计数。',
    en: 'Named beside the group that it belongs to, a unit seems to have another duty than the rest, and is counted twice.',
  },
  mend: {
    zh: '删去其中一处；确要突出这个单位的，单列为牵头单位或写“其他乡镇”。',
    en: 'Delete one of the two; to set the unit apart, let it lead, or write 其他 before the group.',
  },
  bad: [
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县财政局、各乡镇、«新河镇»。\n',
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县水网建设领导小组成员单位、«县财政局»。\n\n附件\n\n县水网建设领导小组成员单位名单\n\n县财政局、县水利局。\n',
    {
      text: '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县水网建设领导小组成员单位、«县财政局»。\n',
      registry:
        '地区：云溪县（县）\n\n单位：县发改委\n\n单位：县财政局\n\n单位组：县水网建设领导小组\n成员：县财政局、县发改委\n',
    },
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：县财政局。\n配合单位：县直各部门、各乡镇。\n',
    '1.推进甲园建设。\n牵头单位：新河镇。\n配合单位：其他乡镇、县财政局、县直有关部门。\n',
    '1.推进甲园建设。\n责任单位：县财政局、县直各单位，各产茶乡镇、新河镇。\n',
    '1.推进甲园建设。\n责任单位：各县区人民政府、高新区、县直各单位、县税务局。\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!bearsDuty(view)) return;
    const groups = unitNames(view).filter(({ name }) => name.group && !isSome(name.base));
    if (!groups.length) return;
    for (const field of new Set(groups.map((group) => group.field))) {
      for (const { placed, group } of coveredIn(field, groups, view)) {
        const { name } = placed;
        report({
          range: name.range,
          message: {
            zh: `“${name.text}”已包括在“${group.name.text}”里，请删去一处。`,
            en: `${group.name.text} takes ${name.text} in already. Delete one of the two.`,
          },
          ...removal(placed, view),
        });
      }
    }
  },
});

interface Covered {
  readonly placed: PlacedName;
  readonly group: PlacedName;
}

/** So many groups of a list are looked into. */
const MOST_GROUPS = 8;

function coveredIn(field: Field, all: readonly PlacedName[], view: PartView): Covered[] {
  const groups = all.filter((group) => group.field === field).slice(0, MOST_GROUPS);
  const holders = groups.flatMap((group) => {
    const holds = wholeOf(group.name);
    return holds ? [{ group, holds }] : [];
  });
  const listed = asListed(field.names);
  const bodies = groups.flatMap((group) => {
    const members = rosterOf(group, view);
    return members ? [{ group, members }] : [];
  });
  if (!holders.length && !bodies.length) return [];
  return listed.flatMap(({ name, completed }, index) => {
    // Who stands first among the responsible units leads them, by the rule of many an office.
    if (name.group || !isUnitField(field) || name.second.length || (index === 0 && field.role === 'unit')) return [];
    const placed = { name, field, index };
    const whole = holders.find(({ group, holds }) => isPlain(group, index) && holds({ base: name.base, completed }));
    if (whole) return [{ placed, group: whole.group }];
    const keys = bodies.length ? keysOf(completed ?? name.base, resolved(placed, view)?.unit) : [];
    const body = bodies.find(({ members }) => keys.some((key) => members.has(key)));
    return body ? [{ placed, group: body.group }] : [];
  });
}

/** 县委办、县财政局、县直各单位: those that stand out come first. 各乡镇 after a town is a slip all the same. */
function isPlain({ name, index, field }: PlacedName, unit: number): boolean {
  return unit > index || field.role !== 'unit' || /[乡镇街]/.test(name.base);
}

/** The members of a body, by the registry or by the list in an annex. */
function rosterOf(group: PlacedName, view: PartView): ReadonlySet<string> | undefined {
  const found = resolved(group, view)?.group;
  if (found) {
    const units = membersOf(view.registry, found);
    if (units.length) return new Set(units.map((unit) => `#${unit.name}`));
  }
  if (!group.name.base.includes('成员')) return undefined;
  const title = Object.keys(view.facts.members).find((list) => isListOf(list, group.name.base));
  if (title === undefined) return undefined;
  return new Set(view.facts.members[title]!.flatMap((member) => keysOf(member, resolve(view.registry, member).unit)));
}

/** What tells a unit: the registry's record, and its name. */
function keysOf(name: string, unit: Unit | undefined): string[] {
  return unit ? [`#${unit.name}`, nameKey(name)] : [nameKey(name)];
}
