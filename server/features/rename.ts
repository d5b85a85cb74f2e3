/**
 * Renames a unit, a group or a leader: the spelling under the cursor, wherever it stands for the same one, in the
 * registry and in the notices that are open. Other spellings of the same name stay.
 */
import type { Range as LspRange, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Lines } from '../syntax/lines.ts';
import { nameAt } from './names.ts';
import { namedPlaces, type Place, recordAt } from './navigation.ts';
import { toLsp } from './positions.ts';
import type { Workspace } from './workspace.ts';

export async function prepareRename(
  workspace: Workspace,
  uri: string,
  offset: number,
): Promise<{ range: LspRange; placeholder: string } | undefined> {
  const at = await spellingAt(workspace, uri, offset);
  return at && { range: at.range, placeholder: at.text };
}

/** @returns undefined where no name stands, or the new one is no name */
export async function rename(
  workspace: Workspace,
  uri: string,
  offset: number,
  newName: string,
): Promise<WorkspaceEdit | undefined> {
  const at = await spellingAt(workspace, uri, offset);
  const text = newName.trim();
  if (!at || !text || /[\s、，,；;。：:]/.test(text)) return undefined;
  const changes: Record<string, TextEdit[]> = {};
  for (const place of at.places) {
    if (place.text !== at.text) continue;
    changes[place.uri] ??= [];
    changes[place.uri]!.push({ range: place.range, newText: text });
  }
  return { changes };
}

interface Spelling {
  readonly text: string;
  readonly range: LspRange;
  readonly places: readonly Place[];
}

async function spellingAt(workspace: Workspace, uri: string, offset: number): Promise<Spelling | undefined> {
  const record = recordAt(workspace, uri, offset);
  const places = record ? await namedPlaces(workspace, record) : [];
  const lines = workspace.find(uri)?.lines;
  if (!lines) return undefined;
  const own = places.find((place) => place.uri === workspace.find(uri)?.uri && holds(place.range, lines, offset));
  if (own) return { text: own.text, range: own.range, places };
  // Without a registry a name is what the notice prints.
  const open = workspace.notices.get(uri);
  const name = open && nameAt(open.notice, offset);
  if (!open || !name) return undefined;
  const same = await namedPlaces(workspace, name.name.base, open);
  return { text: name.name.base, range: toLsp(open.lines, baseRange(name)), places: same };
}

function holds(range: LspRange, lines: Lines, offset: number): boolean {
  const start = lines.offset(range.start.line, range.start.character);
  return start <= offset && offset <= lines.offset(range.end.line, range.end.character);
}

function baseRange({ name, range }: NonNullable<ReturnType<typeof nameAt>>): { start: number; end: number } {
  return { start: range.start, end: Math.min(range.end, range.start + name.base.length) };
}
