/** Definition and references of units and leaders, between notices and their registry. */
import type { Location } from 'vscode-languageserver-types';
import { occurrenceAt, occurrences, parseRegistry, type RegistryRecord } from '../registry/registry.ts';
import { Lines } from '../syntax/lines.ts';
import { nameAt, namesOf, recordOf } from './names.ts';
import { toLsp } from './positions.ts';
import { normal, type OpenNotice, type Workspace } from './workspace.ts';

/** From a name in a notice, or a reference in a registry, to the record that it stands for. */
export async function definition(workspace: Workspace, uri: string, offset: number): Promise<Location | undefined> {
  const record = recordAt(workspace, uri, offset);
  return record && recordLocation(workspace, record);
}

/** Wherever a unit or a leader is named: in its registry, and in the notices that are open. */
export async function references(
  workspace: Workspace,
  uri: string,
  offset: number,
  declaration: boolean,
): Promise<Location[]> {
  const record = recordAt(workspace, uri, offset);
  const open = workspace.notices.get(uri);
  const name = open && nameAt(open.notice, offset)?.name.base;
  const places = record
    ? await namedPlaces(workspace, record)
    : open && name
      ? await namedPlaces(workspace, name, open)
      : [];
  return places
    .filter((place) => declaration || !place.declares)
    .map(({ uri: where, range }) => ({ uri: where, range }));
}

/** A place at which a name stands, and how it is spelt there, without what its brackets say. */
export interface Place extends Location {
  readonly text: string;
  /** One of the record's own names, in the registry. */
  readonly declares: boolean;
}

/**
 * The places at which a record is named; without a registry, those at which a notice prints a name.
 *
 * @param open the notice to look in, for a name
 */
export async function namedPlaces(
  workspace: Workspace,
  named: RegistryRecord | string,
  open?: OpenNotice,
): Promise<Place[]> {
  const places: Place[] = [];
  for (const notice of open ? [open] : workspace.notices.values()) {
    const registry = notice.registry.value;
    const own = typeof named === 'string' ? undefined : registry.records.find((candidate) => same(candidate, named));
    if (typeof named !== 'string' && !own) continue;
    for (const at of namesOf(notice.notice)) {
      const { text, base } = at.name;
      if (own ? recordOf(at, notice.notice, registry) !== own : base !== named) continue;
      const range = { start: at.range.start, end: base === text ? at.range.end : at.range.start + base.length };
      places.push({ uri: notice.uri, range: toLsp(notice.lines, range), text: base, declares: false });
    }
  }
  if (typeof named === 'string' || !named.source) return places;
  const text = await workspace.read(named.source);
  if (text === undefined) return places;
  const lines = new Lines(text);
  const registry = workspace.registryOf(named.source)?.registry ?? parseRegistry(text, named.source);
  for (const { mention, record, target } of occurrences(registry)) {
    if (!target || !same(target, named)) continue;
    const declares = same(record, named);
    places.push({ uri: named.source, range: toLsp(lines, mention.range), text: mention.text, declares });
  }
  return places;
}

export function recordAt(workspace: Workspace, uri: string, offset: number): RegistryRecord | undefined {
  const registry = workspace.registryOf(uri);
  if (registry) return occurrenceAt(registry.registry, registry.uri, offset)?.target;
  const open = workspace.notices.get(uri);
  const at = open && nameAt(open.notice, offset);
  return at && recordOf(at, open.notice, open.registry.value);
}

async function recordLocation(workspace: Workspace, record: RegistryRecord): Promise<Location | undefined> {
  if (!record.source) return undefined;
  const text = await workspace.read(record.source);
  if (text === undefined) return undefined;
  const range = record.names[0]?.range ?? { start: record.range.start, end: record.range.start };
  return { uri: record.source, range: toLsp(new Lines(text), range) };
}

/** One record read twice: from an open document, and for a notice. */
function same(a: RegistryRecord, b: RegistryRecord): boolean {
  return a === b || (a.kind === b.kind && a.name === b.name && normal(a.source ?? '') === normal(b.source ?? ''));
}
