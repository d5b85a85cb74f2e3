import { type Alignment, alignmentsOf } from '../../compare/alignment.ts';
import type { Notice, Table, TableRow, Task } from '../../model/notice.ts';
import { inTable } from '../../model/tables.ts';
import { defineRule, type Report } from '../rule.ts';

export default defineRule({
  id: 'table-row-missing',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  what: {
    zh: '正文的任务在分解表里没有，或者表里的任务正文没有。',
    en: 'A task of the text has no row in the table, or a row of the table no task in the text.',
  },
  why: {
    zh: '漏进表里的任务没有人按表督办，多出来的一行没有依据。',
    en: 'What the table leaves out is not followed up; what only the table has stands on nothing.',
  },
  mend: {
    zh: '补上漏列的一行，或者在正文里补上这项任务。表里只列了一部分任务的，不逐项提示。',
    en: 'Add the row, or the task in the text. A table of only some of the tasks is left alone.',
  },
  bad: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n«2.»改造农村公路50公里。\n牵头单位：县交通运输局。\n3.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 |\n',
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 |\n| 3 | «完成老旧小区改造» | 县住房城乡建设局 |\n',
  ],
  good: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 春茶开采节全年举办3场 | 县文化旅游局 |\n| 2 | 新建高标准生态茶园6000亩 | 县农业农村局 |\n',
    '一、发展产业\n1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n二、改善民生\n3.改造农村公路50公里。\n牵头单位：县交通运输局。\n4.建成社区食堂10处。\n牵头单位：县民政局。\n\n附件\n\n产业任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 新建生态茶园6000亩 | 县农业农村局 |\n| 2 | 举办春茶开采节3场 | 县文化旅游局 |\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    const alignments = alignmentsOf(notice);
    if (!alignments.length) return;
    const paired = new Set(alignments.flatMap(({ pairs }) => pairs.map(({ task }) => task)));
    // A row that is in doubt may be the one.
    const doubtful = alignments.some(({ others }) => others.some((row) => !row.certain));
    if (!doubtful) for (const task of rowless(notice, paired)) report(taskReport(notice, task));
    for (const alignment of alignments) for (const row of taskless(alignment)) report(rowReport(alignment.table, row));
  },
});

/** A few of many are slips; more are left out on purpose. */
function few(missing: number, all: number): boolean {
  return missing <= Math.max(1, all / 10);
}

/** Tasks that the tables leave out, in sections whose other tasks they have. */
function rowless({ tasks }: Notice, paired: ReadonlySet<Task>): Task[] {
  const counts = new Map<unknown, { all: number; missing: number }>();
  for (const task of tasks) {
    const key = task.sections[0];
    const count = counts.get(key) ?? { all: 0, missing: 0 };
    count.all++;
    if (!paired.has(task)) count.missing++;
    counts.set(key, count);
  }
  const missing = tasks.filter((task) => !paired.has(task));
  if (!few(missing.length, tasks.length)) return [];
  return missing.filter((task) => {
    const { all, missing: own } = counts.get(task.sections[0])!;
    return own < all || counts.size > 2;
  });
}

/** Rows that say a task, and one that no task of the text says. */
function taskless({ table, others }: Alignment): TableRow[] {
  const rows = others.filter((row) => row.certain && taskCell(table, row)?.text);
  return few(rows.length, table.rows.length) ? rows : [];
}

function taskCell({ columns }: Table, row: TableRow) {
  const cell = row.cells[columns.findIndex(({ role }) => role === 'task')];
  return cell?.merged ? undefined : cell;
}

function taskReport({ starts }: Notice, { part, number, item, n, text }: Task): Report {
  const own = number?.range ?? item.textRange;
  const start = starts[part]! + own.start;
  const end = starts[part]! + own.end;
  return {
    range: { start, end },
    message: {
      zh: `第${n}项“${begins(text)}”在分解表里没有，请补列，或核对是否应删去。`,
      en: `The table has no row for task ${n} “${begins(text)}”. Add one, or see whether the task should go.`,
    },
  };
}

function rowReport(table: Table, row: TableRow): Report {
  const cell = taskCell(table, row)!;
  return {
    range: inTable(table, cell.range),
    message: {
      zh: `表中“${begins(cell.text)}”在正文里没有，请补入正文，或删去这一行。`,
      en: `The text has no task “${begins(cell.text)}”. Add it there, or delete the row.`,
    },
  };
}

function begins(text: string): string {
  const line = text.replace(/\n/g, '');
  return line.length > 16 ? `${line.slice(0, 15)}……` : line.replace(/[。；]$/, '');
}
