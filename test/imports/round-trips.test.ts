/** A notice goes out and comes in again: what it says is what it said. What a type of file can't carry is listed here. */
import { describe, expect, it } from 'vitest';
import type { FileType } from '../../server/formats/format.ts';
import { exportNotice } from '../../server/formats/index.ts';
import { officialTable } from '../../server/formats/table/table.ts';
import { readNotice } from '../../server/model/read.ts';
import { aroundOf, dense, imported, ownNotices, tasksOf } from './support.ts';

async function exported(text: string, what: 'table' | 'notice', type: FileType): Promise<Uint8Array> {
  const { files } = await exportNotice(readNotice(text), what, type);
  const { content } = files[0]!;
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

const rowsOf = (text: string): string[][] => officialTable(readNotice(text)).rows.map(({ cells }) => cells.map(dense));

/** What no table can carry. */
const NOT_IN_A_TABLE: Readonly<Record<string, string>> = {
  'points-by-project.notice': '没有编号的小标题读回来编上了号',
};

describe.each(['docx', 'xlsx', 'html', 'csv', 'md'] as const)('the official table as %s', (type) => {
  it.each(ownNotices().filter(([name]) => !(name in NOT_IN_A_TABLE)))('%s: every row', async (_, text) => {
    const back = await imported(await exported(text, 'table', type), `表.${type}`);
    expect(rowsOf(back.text)).toEqual(rowsOf(text));
    expect(back.tasks).toBe(readNotice(text).tasks.length);
  });

  it('carries tasks, who answers for them and by when, not the number of each task', async () => {
    for (const [name, text] of ownNotices().filter(([own]) => own in NOT_IN_A_TABLE)) {
      const back = await imported(await exported(text, 'table', type), `表.${type}`);
      const duties = (source: string) => rowsOf(source).map((row) => row.slice(-4));
      expect(duties(back.text), name).toEqual(duties(text));
    }
  });
});

/** What a page leaves in a notice goes out with it as text, and is no task when it comes in. */
const NOT_AS_A_DOCUMENT = ['page-furniture.notice'];

describe.each(['docx', 'html'] as const)('the notice as %s', (type) => {
  it.each(ownNotices().filter(([name]) => !NOT_AS_A_DOCUMENT.includes(name)))(
    '%s: its tasks and all around them',
    async (_, text) => {
      const back = await imported(await exported(text, 'notice', type), `通知.${type}`);
      expect(tasksOf(back.text)).toEqual(tasksOf(text));
      expect(aroundOf(back.text)).toEqual(aroundOf(text));
    },
  );
});
