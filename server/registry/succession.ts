/** Who follows whom, and references that lead back to where they start. */
import { membersOfCycles } from './cycles.ts';
import type { Report } from './link.ts';
import type { Mention, RegistryRecord, Unit } from './records.ts';
import type { Registry } from './registry.ts';

/** Who follows whom. 后继 of one and 前身 of the other say the same and are one step. */
export function findSuccession(
  units: readonly Unit[],
  targets: ReadonlyMap<Mention, RegistryRecord>,
  report: Report,
): Pick<Registry, 'successors' | 'predecessors'> {
  const successors = new Map<Unit, Unit[]>();
  const predecessors = new Map<Unit, Unit[]>();
  const add = (map: Map<Unit, Unit[]>, from: Unit, to: Unit): void => {
    const list = map.get(from);
    if (!list) map.set(from, [to]);
    else if (!list.includes(to)) list.push(to);
  };
  const steps: { record: Unit; mention: Mention; from: Unit; to: Unit }[] = [];
  for (const record of units) {
    for (const mention of record.references) {
      const target = targets.get(mention);
      if (target?.kind !== 'unit' || (mention.role !== 'successor' && mention.role !== 'predecessor')) continue;
      const [from, to] = mention.role === 'successor' ? [record, target] : [target, record];
      add(successors, from, to);
      add(predecessors, to, from);
      steps.push({ record, mention, from, to });
    }
  }
  const onCycle = membersOfCycles(units, (unit) => successors.get(unit) ?? []);
  for (const { record, mention, from, to } of steps)
    if (onCycle.get(from) !== undefined && onCycle.get(from) === onCycle.get(to)) cycle(record, mention, report);
  return { successors, predecessors };
}

/** References of one role that lead back to where they start. */
export function findCycles(
  records: readonly RegistryRecord[],
  role: Mention['role'],
  targets: ReadonlyMap<Mention, RegistryRecord>,
  report: Report,
): void {
  const next = (record: RegistryRecord): RegistryRecord[] =>
    record.references
      .filter((mention) => mention.role === role)
      .map((mention) => targets.get(mention))
      .filter((target) => target !== undefined);
  const onCycle = membersOfCycles(records, next);
  for (const record of records) {
    const group = onCycle.get(record);
    if (group === undefined) continue;
    for (const mention of record.references) {
      const target = mention.role === role && targets.get(mention);
      if (target && onCycle.get(target) === group) cycle(record, mention, report);
    }
  }
}

function cycle(record: RegistryRecord, mention: Mention, report: Report): void {
  const message = `“${mention.text}”绕回了“${record.name}”自己 / “${mention.text}” leads back to “${record.name}” itself`;
  report(record, mention, { code: 'cycle', severity: 'error', message });
}
