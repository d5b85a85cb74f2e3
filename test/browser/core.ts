/** What a page or a web worker takes of the core, and one call that uses all of it: bundled, and called in Node. */
import { FORMATS } from '../../server/formats/index.ts';
import { readNotice } from '../../server/model/read.ts';
import { parseRegistry } from '../../server/registry/registry.ts';
import { resolve } from '../../server/registry/resolve.ts';
import { lint } from '../../server/rules/lint.ts';

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
  for (const format of FORMATS) given[format.id] = await format.export(notice, {});
  return given;
}
