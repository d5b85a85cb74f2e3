/** What changed between a notice and one edited from it, and what the document that says so should hold. */
import { changesBetween } from '../../../server/compare/changes.ts';
import { writeChanges } from '../../../server/formats/changes/index.ts';
import { COLUMNS, type Line, otherRows, type Row, taskRows } from '../../../server/formats/changes/rows.ts';
import { titleOf } from '../../../server/formats/changes/words.ts';
import { readNotice } from '../../../server/model/read.ts';

const AUTHOR = '云溪县人民政府办公室';

export async function make(text: string) {
  const changes = changesBetween(readNotice(text), readNotice(edited(text)));
  const [tasks, others] = [taskRows(changes), otherRows(changes)];
  const tables = [tasks, others].filter((rows) => rows.length);
  const runs = tables.flat().flatMap(({ before, after }) => [...before, ...after].flat());
  const marked = (mark: 'removed' | 'added') => runs.filter((run) => run.mark === mark).map((run) => run.text);
  return {
    bytes: (await writeChanges(changes, 'docx', { author: AUTHOR })) as Uint8Array,
    expected: {
      title: titleOf(changes),
      author: AUTHOR,
      tables: tables.map(expectedOf),
      removed: marked('removed').join(''),
      added: marked('added').join(''),
    },
  };
}

function expectedOf(rows: readonly Row[]): string[][] {
  const count = rows.some(({ units }) => units.length) ? 5 : 4;
  const said = (lines: readonly Line[]) => lines.map((line) => line.map((run) => run.text).join('')).join('\n') || '—';
  return [
    COLUMNS.slice(0, count),
    ...rows.map(({ kinds, before, after, units }, i) =>
      [String(i + 1), kinds.join('\n'), said(before), said(after), units.join('、')].slice(0, count),
    ),
  ];
}

/** Other figures and units, a paragraph in each ten gone, one in each ten doubled. */
function edited(text: string): string {
  const paragraphs = text.replace(/(\d)(?=[公万个处亩%])/g, (digit) => String((Number(digit) + 3) % 10)).split('\n');
  return paragraphs
    .flatMap((line, i) => {
      if (!/^\d+[.、]/.test(line)) return [line];
      if (i % 10 === 3) return [];
      return i % 10 === 7 ? [line, line.replace(/^\d+/, '99').replace('修缮', '拆除')] : [line];
    })
    .join('\n')
    .replaceAll('县水利局', '县水务局')
    .replace(/各乡镇(?=、|\n)/g, '各镇');
}
