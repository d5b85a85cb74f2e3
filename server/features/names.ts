/** The name under the cursor, and where else the one it stands for is named. */
import { absolute, type Field, type Name, type Notice, type Range, type Role } from '../model/notice.ts';
import { speakingPlace } from '../registry/count.ts';
import type { Registry, RegistryRecord } from '../registry/registry.ts';
import { resolve, resolveLeader } from '../registry/resolve.ts';

export interface NameAt {
  readonly name: Name;
  readonly field: Field;
  /** Absolute. */
  readonly range: Range;
}

/** All names of a notice, part by part. */
export function* namesOf(notice: Notice): Generator<NameAt> {
  for (const entry of notice.entries) {
    for (const field of entry.item.fields) {
      for (const name of field.names) yield { name, field, range: absolute(notice, entry.part, name.range) };
    }
  }
}

export function nameAt(notice: Notice, offset: number): NameAt | undefined {
  for (const at of namesOf(notice)) {
    if (at.range.start <= offset && offset <= at.range.end) return at;
    if (at.range.start > offset) return undefined;
  }
  return undefined;
}

/** What a name of a notice stands for in the registry. */
export function recordOf(at: NameAt, notice: Notice, registry: Registry): RegistryRecord | undefined {
  if (at.field.role === 'leader') {
    const leader = resolveLeader(registry, at.name.text);
    return 'leader' in leader ? leader.leader : undefined;
  }
  const { unit, group } = resolveName(at, notice, registry);
  return unit ?? group;
}

export function resolveName({ name, field }: NameAt, notice: Notice, registry: Registry) {
  const index = field.names.indexOf(name);
  const aliases = new Map<string, string>();
  for (const task of notice.tasks) {
    for (const { names } of task.item.fields) for (const { alias, base } of names) if (alias) aliases.set(alias, base);
  }
  const place = speakingPlace(notice.head);
  return resolve(registry, name, {
    ...(notice.head.date && { date: notice.head.date }),
    ...(place && { place }),
    previous: field.names.slice(0, index).map((before) => before.text),
    next: field.names.slice(index + 1).map((after) => after.text),
    aliases,
  });
}

export const ROLE_WORDS: Readonly<Record<Role, { zh: string; en: string }>> = {
  leader: { zh: '领导', en: 'leader' },
  lead: { zh: '牵头', en: 'lead' },
  support: { zh: '协同', en: 'support' },
  unit: { zh: '责任', en: 'responsible' },
  deadline: { zh: '时限', en: 'deadline' },
  remark: { zh: '备注', en: 'remark' },
};
