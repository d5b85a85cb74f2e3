/** The four published notices, imported: every task as the hand-checked truth has it, and every contradiction found. */
import { describe, expect, it } from 'vitest';
import { exportNotice } from '../../server/formats/index.ts';
import { readNotice } from '../../server/model/read.ts';
import { EMPTY_REGISTRY } from '../../server/registry/registry.ts';
import { lint } from '../../server/rules/lint.ts';
import { hasRealNotices, realNotice, truth, WITHOUT } from '../support/shared.ts';
import { dense, imported, said, tasksOf } from './support.ts';

const TASKS = { '000': 17, '001': 107, '003': 115, '004': 147 };

interface True {
  readonly tasks: readonly {
    readonly numberPath: readonly string[] | null;
    readonly text: string;
    readonly fields: Readonly<Record<'leaders' | 'leadUnits' | 'coUnits' | 'units', readonly string[]>>;
  }[];
}

function agreesWithTruth(id: string, text: string): void {
  const { tasks } = JSON.parse(truth(`${id}.json`)) as True;
  const names = (list: readonly { text: string }[]) => list.map((name) => dense(name.text));
  expect(
    readNotice(text).tasks.map(({ text: words, duty }) => ({
      text: dense(words),
      leaders: names(duty.leaders),
      leadUnits: names(duty.leadUnits),
      supportUnits: names(duty.supportUnits),
      units: names(duty.units),
    })),
  ).toEqual(
    tasks.map(({ text: words, fields }) => ({
      text: dense(words),
      leaders: fields.leaders.map(dense),
      leadUnits: fields.leadUnits.map(dense),
      supportUnits: fields.coUnits.map(dense),
      units: fields.units.map(dense),
    })),
  );
}

/** What the rules say of the table beside the text, without where. */
function contradictions(text: string): string[] {
  return lint(readNotice(text), { registry: EMPTY_REGISTRY })
    .filter(({ rule }) => rule.startsWith('table-'))
    .map(({ rule, message }) => `${rule} ${dense(message.zh)}`)
    .sort();
}

describe.skipIf(!hasRealNotices)(`real notices${hasRealNotices ? '' : ` (${WITHOUT})`}`, () => {
  it.each(Object.entries(TASKS))('%s as text: all %d tasks', async (id, count) => {
    const { text } = realNotice(id);
    const got = await imported(text, `${id}.txt`);
    expect(got.tasks).toBe(count);
    agreesWithTruth(id, got.text);
    expect(tasksOf(got.text)).toEqual(tasksOf(text));
    const again = await imported(got.text, `${id}.notice`);
    expect(again.text).toBe(got.text);
    expect(said(again).filter((line) => !line.startsWith('doubtful'))).toEqual([]);
  });

  it.each(Object.entries(TASKS).flatMap(([id, count]) => ['docx', 'html'].map((type) => [id, type, count] as const)))(
    '%s through %s: all %d tasks',
    async (id, type, count) => {
      const { text } = realNotice(id);
      const { files } = await exportNotice(readNotice(text), 'notice', type as 'docx');
      const { content } = files[0]!;
      const got = await imported(content, `${id}.${type}`);
      expect(got.tasks).toBe(count);
      agreesWithTruth(id, got.text);
    },
  );

  it('001: its annex is read as the table that it is, and what contradicts the text is found', async () => {
    const { text } = realNotice('001');
    const got = await imported(text, '001.txt');
    expect(readNotice(got.text).tables.map(({ rows }) => rows.length)).toEqual([107]);
    expect(contradictions(text).length).toBeGreaterThan(20);
    // Names lose their padding, so that is all that may differ in what is quoted.
    expect(contradictions(got.text)).toEqual(contradictions(text));
  });

  it('full-width marks on request change no task', async () => {
    const { text } = realNotice('003');
    const got = await imported(text, '003.txt', { fullWidthMarks: true });
    expect(got.tasks).toBe(115);
    expect(got.text.match(/(?<=[\u4e00-\u9fff])[,;:](?=[\u4e00-\u9fff])/g)).toBeNull();
  });
});
