import { absolute, type Item, type Notice, type Range, type Table, type TableRow } from '../../model/notice.ts';
import { textPhrases } from '../../model/phrases.ts';
import { inTable } from '../../model/tables.ts';
import { defineRule, type Report } from '../rule.ts';
import { deadlineCells, tasksOfRows } from './table-deadlines.ts';

/** What brings a number about; 保持 and 稳定在 only keep one. */
const VERB =
  '(?:新增|新建|新开工|新引进|新培育|新认定|扩建|建成|建设|改造|完成|打造|培育|引进|创建|修复|治理|整治|拆除|硬化|绿化|清淤|发放|培训|安置|新开通|开通|打通|达到|突破|增长|提高到|提升到|增加到|增至|降至)';
const MEASURE =
  '(?:个|家|处|座|条|套|户|所|项|台|辆|名|人次|人|场次?|亩|公顷|公里|千米|平方米|平方公里|立方米|吨|千瓦时?|元(?=$|[，。；、以左])(?!以上[^，。；])|％|%|张|株|件|栋|幢|间|盏|对|支|村|镇|床)';
/** 新增年产值2000万元以上的企业3家: which they are, before how many. */
const WHICH = '\\d[\\d.]*[^，。；、：:（(\\d]{0,6}(?:以上|以下)的?[^，。；、：:（(\\d]{1,8}?';
const TARGET = new RegExp(
  `${VERB}[^，。；、：:（(\\d]{0,16}?(?:${WHICH})?(\\d+(?:\\.\\d+)?\\s*[百千万亿]*余?\\s*${MEASURE}(?:以上|左右)?)`,
  'g',
);
/** A number that is kept up, or that comes back each time. */
const KEPT =
  /(?:保持|稳定|控制|不低于|不超过|不少于|每(?:年|月|季|周|日|次|半年|个|户|人|村)|年均|人均|常年|日均|月均|已|累计|现有|原有|率|占比|第|(?:20\d{2}|[本今全当])年)[^，。；]*$/;

export default defineRule({
  id: 'deadline-target-open',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '有数量目标，完成时限却是“持续推进”。', en: 'A counted target under a deadline without an end.' },
  why: {
    zh: '“新增50个”要到哪天数，没有截止日期就无法验收、销号。',
    en: 'Nobody can say when to count what is to be there.',
  },
  mend: {
    zh: '数量目标写明完成日期；长期性的工作另写“并长期坚持”。',
    en: 'Say by when the number is to be there; what goes on after that is 并长期坚持.',
  },
  bad: [
    '1.新建口袋公园«12个»，做好日常管护。\n责任单位：县城管局\n完成时限：持续推进\n',
    '1.推进污水管网建设，改造老旧管网«8公里»。（责任单位：县住建局；完成时限：长期坚持）\n',
    '附件\n\n任务分解表\n\n| 序号 | 主要任务 | 完成时限 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 新建口袋公园12个，做好日常管护 | «持续推进» | 县城管局 |\n| 2 | 改造老旧管网8公里 | 2026年9月底前 | 县住建局 |\n',
  ],
  good: [
    '1.新建口袋公园12个，做好日常管护。\n责任单位：县城管局\n完成时限：2026年9月底前，并长期坚持\n2.改造老旧管网8公里。\n责任单位：县住建局\n完成时限：2026年9月底前\n\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 完成时限 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 新建口袋公园12个，做好日常管护 | 持续推进 | 县城管局 |\n| 2 | 改造老旧管网8公里 | 2026年9月底前 | 县住建局 |\n',
    '1.开展食品抽检，合格率保持在98%以上。\n责任单位：县市场监管局\n完成时限：持续推进\n',
    '1.新建口袋公园12个。\n责任单位：县城管局\n完成时限：2026年11月底前，并长期坚持\n',
    '1.推进绿化，年内新建口袋公园12个。\n责任单位：县城管局\n完成时限：持续推进\n',
    '1.推进绿化，每年新建口袋公园2个。\n责任单位：县城管局\n完成时限：长期坚持\n',
    '1.新建口袋公园12个。\n责任单位：县城管局\n完成时限：全年推进\n',
  ],
  fix: 'none',
  summarize: targetIn,
  check({ notice, summaryOf }, report) {
    for (const { deadline, spoken, part } of notice.tasks) {
      if (deadline?.kind !== 'open' || spoken.length) continue;
      const target = summaryOf(part);
      if (target) report(reportOf(target.text, absolute(notice, part, target.range), deadline.text));
    }
    inTables(notice, report);
  },
});

function reportOf(target: string, range: Range, deadline: string): Report {
  return {
    range,
    message: {
      zh: `目标“${target}”没有完成日期：时限是“${deadline}”。请写明到哪天完成，如“2026年底前，并长期坚持”。`,
      en: `“${target}” has no date: the deadline is “${deadline}”. Say by when, as in 2026年底前，并长期坚持.`,
    },
  };
}

/** Rows whose deadline cell says 持续推进 beside a target, and whose task says nothing of when in the text. */
function inTables(notice: Notice, report: (report: Report) => void): void {
  const open = deadlineCells(notice).filter(({ item }) => item.deadlines.every(({ kind }) => kind === 'open'));
  if (!open.length) return;
  const tasks = tasksOfRows(notice);
  for (const { table, row, cell } of open) {
    const task = tasks.get(row);
    if (task?.deadline || task?.spoken.length) continue;
    const target = targetOfRow(table, row);
    if (target) report(reportOf(target, inTable(table, cell.range), cell.text));
  }
}

/** By the row, which stays the same object while its table does. */
const ofRows = new WeakMap<TableRow, string>();

function targetOfRow({ columns }: Table, row: TableRow): string {
  let target = ofRows.get(row);
  if (target === undefined) {
    target = '';
    columns.forEach(({ role }, column) => {
      const { text, merged } = row.cells[column]!;
      if (target || merged || !(role === 'task' || role === 'content' || role === 'target')) return;
      if (!textPhrases(text, (at) => at).length) target = counted(text, 0, text.length)?.text ?? '';
    });
    ofRows.set(row, target);
  }
  return target;
}

interface Target {
  readonly text: string;
  readonly range: Range;
}

/** The first counted target of a part. */
function targetIn({ textRange, deadlines }: Item, text: string): Target | undefined {
  // What says its own day is none of this rule's; without one a heading may say it.
  if (deadlines.length && !deadlines.some(({ kind, same }) => kind === 'open' || same)) return undefined;
  return counted(text, textRange.start, textRange.end);
}

function counted(text: string, from: number, to: number): Target | undefined {
  const printed = text.slice(0, to);
  if (!/\d/.test(printed)) return undefined;
  TARGET.lastIndex = from;
  for (let match = TARGET.exec(printed); match; match = TARGET.exec(printed)) {
    const clause = printed.slice(Math.max(0, match.index - 30), match.index + match[0].length - match[1]!.length);
    // 成立1个专班 is a thing, and no number to be reached; 新建污水处理厂1座 is both.
    if (KEPT.test(clause) || (/^1(?![\d.百千万亿])/.test(match[1]!) && !/^(?:新|建成|扩)/.test(match[0]))) continue;
    const end = match.index + match[0].length;
    return { text: match[1]!, range: { start: end - match[1]!.length, end } };
  }
  return undefined;
}
