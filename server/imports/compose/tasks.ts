/**
 * A table of tasks as the text of a notice: headings, tasks, and who answers for each on lines below it. Long, for what a
 * row says hangs on the rows before it: one writer, one state.
 */
import type { ColumnRole } from '../../model/table.ts';
import type { Vocabulary } from '../../syntax/labels.ts';
import { type ParsedNumber, parseNumber, type Style, toHan, withValue } from '../../syntax/numbers.ts';
import type { Remarks } from '../repair/remarks.ts';
import { type Whole, wholeTasks } from './subjects.ts';
import { cellValue, headingLines, labelOf, type Said } from './task-cells.ts';
import { isTotal, type TaskRow, type TaskTable, wordsOf } from './task-table.ts';

const ORDER: readonly Said[] = ['leader', 'lead', 'unit', 'support', 'deadline', 'remark'];

const WORDS = {
  numbered: {
    zh: '重点工作、工作内容没有编号，已编上号',
    en: 'Headings of the table had no numbers and were numbered',
  },
  closed: { zh: '任务文字末尾补了句号', en: 'A full stop was put at the end of the tasks' },
  lines: { zh: '单元格里的换行已接成一行', en: 'Line breaks inside cells were joined' },
  whole: {
    zh: '“工作内容”与“主要任务”分在两栏的一句话已合为一句',
    en: 'A sentence that stood in two columns (its subject and its target) was put together',
  },
  same: { zh: '一项任务分在几行，已合为一项', en: 'Rows of one task were put together' },
  serial: {
    zh: '序号与任务文字里的编号不一致，保留任务文字里的编号',
    en: 'The serial number differs from the number in the text of the task, which was kept',
  },
  total: {
    zh: '合计、小计一类的行不是任务，没有写入',
    en: 'Rows of totals are no tasks and were left out',
  },
  lost: {
    zh: '这一行没有任务文字，没有写成任务，请核对',
    en: 'This row has no text of a task and made none; please check',
  },
} as const;

export function tasksText(table: TaskTable, vocabulary: Vocabulary, remarks: Remarks): string[] {
  return new Writer(table, vocabulary, remarks).write();
}

interface Headings {
  section: string;
  content: string;
  /** The last number of each; that of the work is of the section at hand. */
  numbers: { section?: ParsedNumber; content?: ParsedNumber };
}

class Writer {
  readonly #table: TaskTable;
  readonly #vocabulary: Vocabulary;
  readonly #remarks: Remarks;
  readonly #lines: string[] = [];
  readonly #at: Headings = { section: '', content: '', numbers: {} };
  readonly #style: (serial: string) => string;
  readonly #numbered: { section?: boolean; content?: boolean } = {};
  readonly #whole: ReadonlyMap<number, Whole>;
  #running = 0;
  /** Of the task at hand, which more rows may add to. */
  #fields = new Map<string, { role: Said; values: string[] }>();
  #open = false;

  constructor(table: TaskTable, vocabulary: Vocabulary, remarks: Remarks) {
    this.#table = table;
    this.#vocabulary = vocabulary;
    this.#remarks = remarks;
    this.#style = this.#taskStyle();
    this.#whole = wholeTasks(table);
  }

  write(): string[] {
    const { rows, above, below, columns, place } = this.#table;
    this.#lines.push(...above);
    rows.forEach((row, index) => {
      if (isTotal(row)) this.#remarks.count('dropped', WORDS.total, wordsOf(row), place);
      else if ('section' in row) this.#heading('section', row.section);
      else this.#row(row, index);
    });
    this.#close();
    this.#lines.push(...below);
    for (const [column, { label, role }] of columns.entries()) {
      if (role !== 'other' && role !== 'target') continue;
      const filled = rows.some((row) => 'cells' in row && row.cells[column]?.text.trim());
      if (filled)
        this.#remarks.add(
          'changed',
          role === 'target'
            ? {
                zh: `表中“${label}”一栏写在任务文字后面`,
                en: `The column ${label} was written behind the text of the task`,
              }
            : { zh: `表中“${label}”一栏写进备注`, en: `The column ${label} was written into the remarks` },
          label,
          place,
        );
      else if (label)
        this.#remarks.add(
          'dropped',
          { zh: `表中“${label}”一栏是空的，没有写入`, en: `The column ${label} is empty and was left out` },
          label,
          place,
        );
    }
    return this.#lines;
  }

  #cell(row: TaskRow, role: ColumnRole): { text: string; merged: boolean } {
    const column = this.#table.columns.findIndex((each) => each.role === role);
    const cell = column < 0 ? undefined : row.cells[column];
    return cell ? { text: this.#oneLine(cell.text), merged: cell.merged } : { text: '', merged: false };
  }

  #oneLine(text: string): string {
    if (!text.includes('\n')) return text.trim();
    this.#remarks.count('joined', WORDS.lines, text, this.#table.place);
    return text
      .split('\n')
      .map((line) => line.trim())
      .join('');
  }

  #row(row: TaskRow, index: number): void {
    const section = this.#cell(row, 'section');
    let task = this.#cell(row, 'task');
    const column = this.#table.columns.findIndex(({ role }) => role === 'content');
    const content = column < 0 ? '' : (row.cells[column]?.text.trim() ?? '');
    if (task.text && task.merged && this.#open) {
      this.#remarks.count('joined', WORDS.same, task.text, this.#table.place);
      this.#add(row);
      return;
    }
    this.#close();
    if (section.text) this.#heading('section', section.text);
    if (!task.text && content) task = { text: this.#oneLine(content), merged: false };
    else if (content) task = { ...task, text: this.#withContent(content, task.text, index) };
    else this.#at.content = '';
    if (!task.text) {
      const said = row.cells.find(({ text, merged }) => text.trim() && !merged)?.text;
      if (said) {
        this.#remarks.count('doubtful', WORDS.lost, said, this.#table.place);
        this.#lines.push(wordsOf(row));
      }
      return;
    }
    const level = this.#levelOf(section.text, content);
    this.#task(task.text, level, this.#cell(row, 'serial').text, this.#cell(row, 'target').text);
    this.#add(row);
  }

  /** A task without a heading beside it stands where those headings stand, or it would go below the one before. */
  #levelOf(section: string, content: string): 'section' | 'content' | 'task' {
    const has = (role: ColumnRole) => this.#table.columns.some((column) => column.role === role);
    if (has('section') && !section && this.#at.numbers.section) return 'section';
    return has('content') && !content && this.#at.numbers.content ? 'content' : 'task';
  }

  /** A heading above the task, or the subject of its sentence. */
  #withContent(content: string, task: string, index: number): string {
    const whole = this.#whole.get(index);
    if (!whole) {
      this.#heading('content', content);
      return task;
    }
    this.#remarks.count('changed', WORDS.whole, `${content}　${task}`, this.#table.place);
    this.#at.content = '';
    this.#at.numbers.content = whole.number;
    return whole.text;
  }

  /** A label that a page wrote again is the heading that is open already. */
  #heading(kind: 'section' | 'content', text: string): void {
    if (this.#at[kind] === text) return;
    this.#close();
    const lines = headingLines(text);
    // 二、改善环境 over 1.治水 and over 2.治气 is one heading.
    const open = kind === 'content' ? headingLines(this.#at.content) : [];
    let same = 0;
    while (same < Math.min(open.length, lines.length - 1) && open[same] === lines[same] && parseNumber(lines[same]!))
      same++;
    this.#at[kind] = text;
    if (kind === 'section') {
      this.#at.content = '';
      delete this.#at.numbers.content;
    }
    for (const words of lines.slice(same)) {
      let line = words;
      if (!parseNumber(words) && !this.#isNumbered(kind)) {
        this.#remarks.count('changed', WORDS.numbered, words, this.#table.place);
        const outer =
          kind === 'section' ||
          !(
            this.#table.columns.some(({ role }) => role === 'section') ||
            this.#table.rows.some((row) => 'section' in row)
          );
        const value = toHan((this.#at.numbers[kind]?.value ?? 0) + 1);
        line = outer ? `${value}、${words}` : `（${value}）${words}`;
      }
      const number = parseNumber(line);
      if (number) this.#at.numbers[kind] = number;
      this.#lines.push(line);
    }
  }

  /** Some headings of a column have numbers of their own: those without are none to be numbered. */
  #isNumbered(kind: 'section' | 'content'): boolean {
    this.#numbered[kind] ??= this.#hasNumbers(kind);
    return this.#numbered[kind];
  }

  #hasNumbers(kind: 'section' | 'content'): boolean {
    const column = this.#table.columns.findIndex(({ role }) => role === kind);
    return this.#table.rows.some((row) =>
      'section' in row
        ? kind === 'section' && parseNumber(row.section) !== undefined
        : column >= 0 && parseNumber(row.cells[column]?.text ?? '') !== undefined,
    );
  }

  /** Tasks are numbered below what the headings use. */
  #taskStyle(): (serial: string) => string {
    const used = new Set<Style | undefined>();
    for (const role of ['section', 'content'] as const) {
      const column = this.#table.columns.findIndex((each) => each.role === role);
      for (const row of this.#table.rows) {
        if ('section' in row) used.add(parseNumber(row.section)?.style);
        else if (column >= 0)
          for (const line of (row.cells[column]?.text ?? '').split('\n')) used.add(parseNumber(line.trim())?.style);
      }
    }
    if (!used.has('arabic') && !used.has('arabic-bracket') && !used.has('arabic-half-bracket'))
      return (serial) => `${serial}.`;
    if (!used.has('arabic-bracket') && !used.has('arabic-half-bracket')) return (serial) => `（${serial}）`;
    return (serial) => `${serial}）`;
  }

  #task(text: string, level: 'section' | 'content' | 'task', serial: string, target: string): void {
    this.#running++;
    const own = parseNumber(text);
    const bare = /^\d{1,5}/.exec(serial.trim())?.[0] ?? '';
    if (own && bare && own.numeral !== bare && own.style === 'arabic' && !this.#used(own.text))
      this.#remarks.count('changed', WORDS.serial, text, this.#table.place);
    const before = level === 'task' ? undefined : this.#at.numbers[level];
    const next = before && { ...before, value: before.value + 1, text: withValue(before, before.value + 1) };
    if (next && level !== 'task' && !own) {
      this.#at.numbers[level] = next;
      if (level === 'section') {
        this.#at.section = '';
        delete this.#at.numbers.content;
      }
    }
    const number = own ? '' : (next?.text ?? this.#style(bare || String(this.#running)));
    let line = number + text;
    if (target) line = `${line.replace(/[。；;]$/, '')}。${this.#label('target')}：${target}`;
    if (!/[。！？；：…”）)]$/.test(line)) {
      line += '。';
      this.#remarks.count('changed', WORDS.closed, text, this.#table.place);
    }
    this.#lines.push(line);
    this.#open = true;
  }

  /** The number came with the subject of the sentence. */
  #used(number: string): boolean {
    const column = this.#table.columns.findIndex(({ role }) => role === 'content');
    return column >= 0 && this.#table.rows.some((row) => contentAt(row, column).startsWith(number));
  }

  #label(role: ColumnRole): string {
    return this.#table.columns.find((column) => column.role === role)?.label ?? '';
  }

  #add(row: TaskRow): void {
    this.#table.columns.forEach(({ role, label }, column) => {
      const text = row.cells[column]?.text.trim() ?? '';
      if (
        !text ||
        role === 'serial' ||
        role === 'section' ||
        role === 'content' ||
        role === 'task' ||
        role === 'target'
      )
        return;
      if (role === 'other')
        this.#say('备注', 'remark', label ? `${label}：${this.#oneLine(text)}` : this.#oneLine(text));
      else this.#say(labelOf(label, role, this.#vocabulary), role, cellValue(text, role));
    });
    if (row.units) this.#say('责任单位', 'unit', cellValue(row.units, 'unit'));
  }

  #say(label: string, role: Said, value: string): void {
    const field = this.#fields.get(label);
    if (!field) this.#fields.set(label, { role, values: [value] });
    else if (!field.values.includes(value)) field.values.push(value);
  }

  #close(): void {
    const fields = [...this.#fields].sort(([, a], [, b]) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
    for (const [label, { role, values }] of fields)
      this.#lines.push(`${label}：${values.join(role === 'deadline' || role === 'remark' ? '；' : '、')}。`);
    this.#fields = new Map();
    this.#open = false;
  }
}

function contentAt(row: TaskTable['rows'][number], column: number): string {
  return 'cells' in row ? (row.cells[column]?.text.trim() ?? '') : '';
}
