/** What a page or a web worker takes of the core, and calls that use all of it: bundled, and called in Node. */
import { fixAll } from '../../server/edits/fix.ts';
import { readNotice } from '../../server/model/read.ts';
import { Project } from '../../server/project/project.ts';
import { parseRegistry } from '../../server/registry/registry.ts';
import { resolve } from '../../server/registry/resolve.ts';
import { lint } from '../../server/rules/lint.ts';
import { Lines } from '../../server/syntax/lines.ts';
import { TABLE_TYPES, tableAs } from '../support/exported.ts';

/** Strings as they would be shown or sent, bytes as they would be written. */
export type Answers = Readonly<Record<string, string | Uint8Array>>;

export async function answers(text: string, registryText: string): Promise<Answers> {
  const registry = parseRegistry(registryText, 'test.registry');
  const notice = readNotice(text);
  const units = notice.tasks.flatMap(({ duty }) => [...duty.leadUnits, ...duty.supportUnits, ...duty.units]);
  const resolved = units.map((name) => {
    const { kind, unit, group, nearest, expected } = resolve(registry, name, { date: notice.head.date });
    return { text: name.text, kind, record: (unit ?? group)?.names[0]?.text, nearest, expected };
  });
  const given: Record<string, string | Uint8Array> = {
    registry: JSON.stringify({
      records: registry.records,
      problems: registry.problems,
      names: [...registry.names.keys()],
    }),
    resolve: JSON.stringify(resolved),
    lint: JSON.stringify(lint(notice, { registry })),
  };
  for (const type of TABLE_TYPES) given[type] = await tableAs(notice, type);
  return given;
}

/** The table as PDF, in the faces that a page has been given. @param font the bytes of one that has all characters */
export async function pdf(text: string, font: readonly number[]): Promise<Uint8Array> {
  const face = { names: ['仿宋_GB2312'], postScriptName: 'Given', weight: 400, collected: false, embeddable: true };
  const faces = async () => ({ faces: [{ ...face, read: async () => Uint8Array.from(font) }], folders: [] });
  return (await tableAs(readNotice(text), 'pdf', { faces })) as Uint8Array;
}

export interface Checked {
  /** Places are lines and characters from 0, as the Language Server Protocol has them. */
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly start: Place;
    readonly end: Place;
    readonly message: { readonly zh: string; readonly en: string };
  }[];
  /** With the safe fixes made. */
  readonly fixed: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * Checks files as an editor in a browser would: their configurations and registries are found among the files.
 *
 * @param files texts by URI
 * @param uris of the notices
 */
export async function check(files: Readonly<Record<string, string>>, uris: readonly string[]): Promise<Checked[]> {
  const encoder = new TextEncoder();
  const project = new Project({
    read: async (uri) => (files[uri] === undefined ? undefined : encoder.encode(files[uri])),
    list: async (folder) =>
      Object.keys(files)
        .filter((uri) => uri.startsWith(folder) && !uri.slice(folder.length).includes('/'))
        .map((uri) => decodeURIComponent(uri.slice(folder.length)))
        .sort(),
  });
  const checked: Checked[] = [];
  for (const uri of uris) {
    const text = files[uri]!;
    const config = await project.config(uri);
    const { settings, labels } = config.value;
    const notice = readNotice(text, { vocabulary: labels });
    const registry = (await project.registry(uri, notice.settings, config)).value;
    const lines = new Lines(text);
    checked.push({
      findings: lint(notice, { registry, settings }).map(({ rule, severity, range, message }) => ({
        rule,
        severity,
        start: lines.at(range.start),
        end: lines.at(range.end),
        message,
      })),
      fixed: fixAll(text, { registry, settings, vocabulary: labels }).text,
    });
  }
  return checked;
}
