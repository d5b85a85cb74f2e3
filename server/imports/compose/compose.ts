/** From the paragraphs and tables of a document to the lines of a notice. */
import { readNotice } from '../../model/read.ts';
import { DEFAULT_VOCABULARY, type Vocabulary } from '../../syntax/labels.ts';
import type { Block, Paragraph } from '../draft.ts';
import { cleanLine } from '../repair/blanks.ts';
import type { Remarks } from '../repair/remarks.ts';
import { isLayout, layoutLines, pipes, rowsTable, taskPipes } from './pipes.ts';
import { printedTable, type TaskTable, taskTableOf } from './task-table.ts';
import { tasksText } from './tasks.ts';
import { type Entry, Text } from './text.ts';

const WORDS = {
  indents: { zh: '去掉段落前后的空格', en: 'Blanks before and after paragraphs were taken out' },
  invisible: { zh: '去掉看不见的字符', en: 'Characters that do not show were taken out' },
  digits: { zh: '去掉数字旁边的空格', en: 'Blanks beside digits were taken out' },
  words: { zh: '去掉汉字之间的空格', en: 'Blanks between Han characters were taken out' },
  tasks: {
    zh: '表格已写成任务：重点工作、工作内容作标题，每行一项任务',
    en: 'The table was written as tasks: its first columns as headings, each row as a task',
  },
  table: {
    zh: '正文已有任务，表格作为通知的附表原样保留；二者不一致的地方检查时会提示',
    en: 'The text has its tasks, so the table was kept as one; a check tells where the two differ',
  },
} as const;

/** Does not print in a notice. */
const ASIDE = /^\s*(?:\/\/|／／)/;
const FENCE = /^\s*-{3,}\s*$/;
/** Front matter ends within the first lines, or is none. */
const LONGEST_FRONT = 61;

export function compose(blocks: readonly Block[], vocabulary: Vocabulary | undefined, remarks: Remarks): Text {
  const words = vocabulary ?? DEFAULT_VOCABULARY;
  const tables = new Map<Block, TaskTable>();
  for (const block of blocks) {
    const table = asTaskTable(block, words);
    if (table?.rows.length) tables.set(block, table);
  }
  const front = frontLines(blocks);
  const asTasks = tables.size > 0 && !hasTasks(blocks, tables, words);
  const entries: Entry[] = [];
  let apart = false;
  blocks.forEach((block, index) => {
    const table = tables.get(block);
    const add = (lines: readonly string[], each: boolean): void => {
      for (const [at, text] of lines.entries()) entries.push({ text, apart: at === 0 || each, place: block.place });
      apart = true;
    };
    if (block.kind === 'paragraph') {
      if (index < front || (!block.whole && ASIDE.test(block.text)))
        entries.push({ text: block.text.trimEnd(), apart: apart || block.apart === true, place: block.place });
      else entries.push(...linesOf(block, words, remarks, apart));
      apart = false;
    } else if (table) {
      if (asTasks || block.kind === 'table')
        remarks.add('changed', asTasks ? WORDS.tasks : WORDS.table, undefined, block.place);
      if (asTasks) add(tasksText(table, words, remarks), true);
      else if (block.kind === 'printed') add([block.text], false);
      else {
        add(table.above, true);
        add(taskPipes(table), false);
        add(table.below, true);
      }
    } else if (block.kind === 'printed') add([block.text], false);
    else if (isLayout(block))
      add(
        layoutLines(block, (line) => cleanLine(line, words).text),
        true,
      );
    else add(pipes(block), false);
  });
  return Text.of(entries.filter(({ text }) => text));
}

function asTaskTable(block: Block, vocabulary: Vocabulary): TaskTable | undefined {
  if (block.kind === 'table') return taskTableOf(block, vocabulary);
  if (block.kind !== 'printed') return undefined;
  const [table] = readNotice(`${block.text}\n`, { vocabulary }).tables;
  if (!table) return undefined;
  const { form } = table;
  const cells = form === 'pipes' || form === 'tabs' ? rowsTable(block.text, form, block.place) : undefined;
  return (cells && taskTableOf(cells, vocabulary)) ?? printedTable(table, block.place);
}

/** Whether the text around the tables says who answers for something. */
function hasTasks(blocks: readonly Block[], tables: ReadonlyMap<Block, unknown>, vocabulary: Vocabulary): boolean {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' && !tables.has(block) ? `${block.number ?? ''}${block.text}` : [],
  );
  return readNotice(lines.join('\n\n'), { vocabulary }).tasks.length > 0;
}

/** How many of the first blocks are the settings of a notice file. */
function frontLines(blocks: readonly Block[]): number {
  const [first] = blocks;
  if (first?.kind !== 'paragraph' || first.whole || !FENCE.test(first.text)) return 0;
  for (let at = 1; at < Math.min(blocks.length, LONGEST_FRONT); at++) {
    const block = blocks[at]!;
    if (block.kind === 'paragraph' && FENCE.test(block.text)) return at + 1;
  }
  return 0;
}

function linesOf(block: Paragraph, vocabulary: Vocabulary, remarks: Remarks, afterTable: boolean): Entry[] {
  const entries: Entry[] = [];
  for (const line of `${block.number ?? ''}${block.text}`.split('\n')) {
    const { text, invisible, digits, words, quote } = cleanLine(line, vocabulary);
    if (invisible) remarks.count('changed', WORDS.invisible, text, block.place, invisible);
    if (digits) remarks.count('changed', WORDS.digits, quote, block.place, digits);
    if (words) remarks.count('changed', WORDS.words, quote, block.place, words);
    if (!text) continue;
    if (/^[\s\u00a0\u3000]|[\s\u00a0\u3000]$/.test(line)) remarks.count('changed', WORDS.indents);
    entries.push({
      text,
      apart: block.whole || block.apart === true || (afterTable && !entries.length),
      place: block.place,
    });
  }
  return entries;
}
