/** What slips, load and calendar of a notice should hold, said by the values that they are made of. */
import { eventsOf } from '../../../server/formats/calendar/events.ts';
import type { ExportOptions } from '../../../server/formats/format.ts';
import { exportNotice } from '../../../server/formats/index.ts';
import { loadOf } from '../../../server/formats/load/load.ts';
import { type Slip, slipsOf } from '../../../server/formats/slips/slip.ts';
import { headerOf } from '../../../server/formats/table/columns.ts';
import { sheetsOf } from '../../../server/formats/table/sheets.ts';
import { readNotice } from '../../../server/model/read.ts';
import { parseRegistry } from '../../../server/registry/registry.ts';

export interface Made {
  readonly type: 'docx' | 'xlsx' | 'html' | 'ics';
  readonly content: string | Uint8Array;
  readonly expected: object;
}

/** Of many slips of one notice, so many are looked at: the longest, the shortest, and one between. */
const MOST_SLIPS = 3;

export async function make(text: string, registry: string | undefined): Promise<Made[]> {
  const notice = readNotice(text);
  const options: ExportOptions = registry === undefined ? {} : { registry: parseRegistry(registry) };
  const made: Made[] = [];
  const { slips } = slipsOf(notice, options);
  const longest = [...slips].sort((a, b) => b.table.rows.length - a.table.rows.length);
  const chosen = new Set(
    Array.from({ length: MOST_SLIPS }, (_, at) => longest[Math.round((at * (longest.length - 1)) / (MOST_SLIPS - 1))]),
  );
  for (const type of ['docx', 'xlsx'] as const) {
    const { files } = await exportNotice(notice, 'slips', type, options);
    slips.forEach((slip, at) => {
      if (chosen.has(slip)) made.push({ type, content: files[at]!.content, expected: { slip: expectedOf(slip) } });
    });
  }
  const values = loadOf(notice, options);
  const load = {
    title: values.title,
    units: values.units.map(({ name, counts, total }) => [name, ...values.counts.map((count) => counts[count]), total]),
    matrix: values.matrix?.rows.map(({ unit, figures, tasks }) => [unit, ...figures, tasks]) ?? null,
  };
  for (const type of ['xlsx', 'html'] as const) {
    const { files } = await exportNotice(notice, 'load', type, options);
    made.push({ type, content: files[0]!.content, expected: { load } });
  }
  const [ics] = (await exportNotice(notice, 'calendar', 'ics', options)).files;
  const { events } = eventsOf(notice, notice.tasks);
  const calendar = events.map(({ task, day, again }) => ({ n: task.n, day, until: again?.until ?? null }));
  if (ics) made.push({ type: 'ics', content: ics.content, expected: { calendar } });
  return made;
}

function expectedOf({ table }: Slip) {
  return {
    title: table.title,
    totals: table.totals,
    header: table.columns.map(headerOf),
    rows: table.rows.map(({ cells }) => cells),
    pages: sheetsOf(table).pages.length,
  };
}
