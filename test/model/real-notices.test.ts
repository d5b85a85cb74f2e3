/** The four real notices: export agrees with the hand-checked truth in every task. Through the real command line. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasRealNotices, realNotice, root, truth, WITHOUT } from '../support/shared.ts';

interface Exported {
  readonly tasks: readonly Readonly<Record<string, unknown>>[];
}

interface True {
  readonly tasks: readonly {
    readonly numberPath: readonly string[] | null;
    readonly sectionTitles: readonly string[];
    readonly text: string;
    readonly fields: Readonly<Record<'leaders' | 'leadUnits' | 'coUnits' | 'units', readonly string[]>>;
    readonly line: number;
    readonly lineEnd: number;
  }[];
}

/** Truth keeps the padding of names and spaces inside texts; neither says anything. */
const dense = (text: unknown): string => String(text).replace(/[\s\u3000\u00a0]/g, '');

const TASKS = { '000': 17, '001': 107, '003': 115, '004': 147 };

describe.skipIf(!hasRealNotices)(`real notices${hasRealNotices ? '' : ` (${WITHOUT})`}`, () => {
  let agreeing = 0;

  it.each(Object.entries(TASKS))('%s: all %d tasks', (id, count) => {
    const { file } = realNotice(id);
    const exported = JSON.parse(
      execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), 'export', file, '--to', 'json'], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      }),
    ) as Exported;
    const { tasks } = JSON.parse(truth(`${id}.json`)) as True;
    expect(tasks).toHaveLength(count);
    const got = exported.tasks.map(({ deadline: _deadline, due: _due, ...task }) => ({
      ...task,
      text: dense(task.text),
    }));
    expect(got).toEqual(
      tasks.map((task, index) => ({
        n: index + 1,
        numberPath: task.numberPath,
        sectionTitles: task.sectionTitles,
        text: dense(task.text),
        leaders: task.fields.leaders.map(dense),
        leadUnits: task.fields.leadUnits,
        supportUnits: task.fields.coUnits,
        units: task.fields.units,
        line: task.line,
        endLine: task.lineEnd,
      })),
    );
    agreeing += count;
  });

  it('agree in 386 of 386 tasks', () => expect(agreeing).toBe(386));
});
