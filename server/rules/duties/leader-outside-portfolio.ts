import { nameKey } from '../../registry/names.ts';
import { type Leader, membersOf, type Registry, type Unit } from '../../registry/registry.ts';
import { defineRule } from '../rule.ts';
import { leaderOf, leadersIn } from './leaders-of.ts';
import { resolved, unitNames } from './unit-names.ts';

const REGISTRY =
  '地区：云溪县（县）\n\n单位：县发改委\n\n单位：县商务局\n\n单位：县财政局\n\n领导：林知远\n职务：副县长\n分管：县发改委\n\n领导：沈嘉禾\n职务：副县长\n分管：县商务局\n\n领导：苗青\n职务：县长\n分管：县财政局\n';

export default defineRule({
  id: 'leader-outside-portfolio',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  what: {
    zh: '按名册，牵头单位不归这位领导分管。',
    en: 'By the registry, the lead unit is not in the charge of this leader.',
  },
  why: {
    zh: '领导牵头的事由他不分管的单位去办，调度不动，也常常是调整分工以后没有改过来。',
    en: 'A leader has no hold over units in the charge of another; most often the division of work has changed.',
  },
  mend: {
    zh: '改为分管这个单位的领导；分工已经调整的，改正名册里的“分管”。',
    en: 'Name the leader in charge, or correct 分管 in the registry.',
  },
  bad: [
    {
      text: '1.推进甲园建设。\n分管领导：«林知远»。\n牵头单位：县商务局。\n配合单位：县发改委。\n',
      registry: REGISTRY,
    },
  ],
  good: [
    { text: '1.推进甲园建设。\n分管领导：林知远。\n牵头单位：县发改委、县商务局。\n', registry: REGISTRY },
    { text: '1.推进甲园建设。\n牵头领导：苗青。\n牵头单位：县商务局。\n', registry: REGISTRY },
    { text: '1.推进甲园建设。\n包保领导：林知远。\n牵头单位：县商务局。\n', registry: REGISTRY },
    { text: '1.推进甲园建设。\n牵头领导：林知远、沈嘉禾。\n牵头单位：县商务局。\n', registry: REGISTRY },
  ],
  fix: 'ask',
  check(view, report) {
    const charges = chargesOf(view.registry);
    if (!view.isTask || !charges.size) return;
    const leads = unitNames(view).flatMap((placed) => {
      const unit = placed.field.role === 'lead' ? resolved(placed, view)?.unit : undefined;
      return unit ? [{ unit, name: placed.name }] : [];
    });
    const named = leadersIn(view);
    if (!leads.length || !named.length) return;
    const leaders = named.map((placed) => ({ placed, leader: leaderOf(placed, view)?.leader }));
    // One whom nobody knows, or who is in charge of all, may be the right one.
    if (leaders.some(({ leader, placed }) => !leader || !charges.has(leader) || isByProject(placed.field.label?.text)))
      return;
    if (leads.some(({ unit }) => leaders.some(({ leader }) => charges.get(leader!)!.has(unit)))) return;
    const right = [...charges]
      .filter(([, units]) => leads.every(({ unit }) => units.has(unit)))
      .map(([leader]) => leader);
    if (!right.length || leaders.length > 1) return;
    const { placed, leader } = leaders[0]!;
    const units = leads.map(({ name }) => `“${name.base}”`).join('、');
    const names = right.map(({ name }) => name);
    report({
      range: placed.name.range,
      message: {
        zh: `按名册，${units}由${names.map((name) => `“${name}”`).join('、')}分管，不归“${leader!.name}”。请核对领导，或改正名册。`,
        en: `By the registry, ${leads.map(({ name }) => name.base).join(', ')} is in the charge of ${names.join(', ')}, not of ${leader!.name}.`,
      },
      fixes: names.map((name) => ({
        title: { zh: `改为“${name}”`, en: `Change to ${name}` },
        safe: false,
        edits: [{ range: placed.name.range, text: name }],
      })),
    });
  },
});

/** 包保领导, 联系领导, 挂钩领导: of a project, whatever units do it. */
function isByProject(label = ''): boolean {
  return /包|联|挂/.test(label);
}

const known = new WeakMap<Registry, ReadonlyMap<Leader, ReadonlySet<Unit>>>();

/** Who is in charge of which units. The head of a government or committee is in charge of all, whatever is written. */
function chargesOf(registry: Registry): ReadonlyMap<Leader, ReadonlySet<Unit>> {
  let charges = known.get(registry);
  if (!charges) {
    charges = new Map(
      registry.leaders
        .filter(({ titles }) => !titles.some(isHead))
        .map((leader) => [leader, unitsOf(leader, registry)] as const)
        .filter(([, units]) => units.size > 0),
    );
    known.set(registry, charges);
  }
  return charges;
}

function unitsOf({ references }: Leader, registry: Registry): ReadonlySet<Unit> {
  const units = new Set<Unit>();
  for (const mention of references) {
    const target = mention.role === 'charge' ? registry.targets.get(mention) : undefined;
    if (target?.kind === 'unit') units.add(target);
    if (target?.kind === 'group') for (const unit of membersOf(registry, target)) units.add(unit);
  }
  return units;
}

/** 县长, 县委书记, 部长; not 副县长, 县委副书记. */
function isHead(title: string): boolean {
  return /^(?!.*副)(?:.{0,8}[省市县区州旗盟乡镇部厅局院校]长|.{0,8}书记|.{0,8}主席|主任)$/.test(nameKey(title));
}
