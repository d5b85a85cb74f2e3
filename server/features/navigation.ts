/** Definition and references of units and leaders, between notices and their registry. */
import type { Location } from 'vscode-languageserver-types';
import { occurrenceAt, occurrences, type RegistryRecord } from '../registry/registry.ts';
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
  const notice = workspace.notices.get(uri);
  const record = recordAt(workspace, uri, offset);
  // Without a registry a name refers to itself wherever the notice prints it.
  if (!record) return notice ? sameText(notice, offset) : [];
  const locations: Location[] = [];
  for (const open of workspace.notices.values()) {
    const registry = open.registry.value;
    const own = registry.records.find((candidate) => same(candidate, record));
    if (!own) continue;
    for (const at of namesOf(open.notice)) {
      if (recordOf(at, open.notice, registry) === own)
        locations.push({ uri: open.uri, range: toLsp(open.lines, at.range) });
    }
  }
  const source = record.source;
  const text = source && (await workspace.read(source));
  if (source && text !== undefined) {
    const lines = new Lines(text);
    const registry = workspace.registryOf(source)?.registry ?? notice?.registry.value;
    for (const { mention, record: holder, target } of registry ? occurrences(registry) : []) {
      if (!target || !same(target, record) || holder.source !== source) continue;
      if (!declaration && same(holder, record)) continue;
      locations.push({ uri: source, range: toLsp(lines, mention.range) });
    }
  }
  return locations;
}

function recordAt(workspace: Workspace, uri: string, offset: number): RegistryRecord | undefined {
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

function sameText(open: OpenNotice, offset: number): Location[] {
  const at = nameAt(open.notice, offset);
  if (!at) return [];
  return [...namesOf(open.notice)]
    .filter((other) => other.name.text === at.name.text)
    .map((other) => ({ uri: open.uri, range: toLsp(open.lines, other.range) }));
}
