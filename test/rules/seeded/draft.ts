/** A notice before it is printed: what stands where, as strings. What is between « and » is where a fault was put. */

/** A field as printed: 牵头单位：县发改委、县财政局 */
export interface Field {
  role: 'leader' | 'lead' | 'support' | 'unit' | 'deadline';
  label: string;
  value: string;
  /** What closes a field on a line. */
  close: string;
}

/** A heading or a task. */
export interface Entry {
  number: string;
  text: string;
  /** What closes the text: 。 of a task, nothing of a heading. */
  end: string;
  fields: Field[];
  children: Entry[];
}

/** An annex with its mark: 附件1 */
export interface Annex {
  mark: string;
  title: string;
  lines: string[];
  table?: Table;
}

export interface Table {
  shape: 'cells' | 'pipes' | 'tabs';
  header: string[];
  rows: string[][];
}

export type StyleName = 'monthly' | 'region' | 'county' | 'city';

export interface Draft {
  readonly style: StyleName;
  /** 县 */
  readonly level: string;
  readonly place: string;
  readonly towns: readonly string[];
  readonly allTowns: string;
  front: string[];
  /** 云溪县人民政府办公室 above the number; empty where the title is all there is. */
  banner: string;
  number: string;
  title: string;
  recipients: string;
  letter: string[];
  /** 附件：… */
  note: string[];
  signature: string;
  date: string;
  planTitle: string;
  total: string;
  plan: Entry[];
  annexes: Annex[];
  copies: string;
  /** Fields on lines of their own; else in brackets. */
  readonly lines: boolean;
  /** Brackets say who answers in a sentence: 县水利局牵头，县财政局配合. */
  prose: boolean;
  /** After all else. */
  tail: string[];
  registry?: string;
}

/** All entries, in the order of the text. */
export function entriesOf(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => [entry, ...entriesOf(entry.children)]);
}

/** Entries that someone answers for. */
export function tasksOf(draft: Draft): Entry[] {
  return entriesOf(draft.plan).filter(({ fields }) => fields.length > 0);
}

export function fieldOf(entry: Entry, role: Field['role']): Field | undefined {
  return entry.fields.find((field) => field.role === role);
}

/** The notice as text, « and » in it. */
export function print(draft: Draft): string {
  const { front, banner, number, title, recipients, letter, note, signature, date, planTitle, total, annexes, copies } =
    draft;
  const paragraphs = [
    ...(banner ? [banner, number, title] : [title, number]),
    recipients,
    ...letter,
    ...(note.length ? [note.join('\n')] : []),
    ...(signature || date ? [[signature, date].filter(Boolean).join('\n')] : []),
    planTitle,
    total,
    ...draft.plan.flatMap((entry) => printed(entry, draft)),
    ...annexes.flatMap((annex) => [annex.mark, annex.title, ...annex.lines, ...tableOf(annex)]),
    copies,
    ...draft.tail,
  ];
  const head = front.length ? `---\n${front.join('\n')}\n---\n` : '';
  return `${head}${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

function printed(entry: Entry, draft: Draft): string[] {
  const { number, text, end, fields, children } = entry;
  const said = draft.lines
    ? [`${number}${text}${end}`, ...fields.map(({ label, value, close }) => `${label}${value}${close}`)]
    : [`${number}${text}${end}${(draft.prose ? sentence : bracket)(entry)}`];
  return [...said, ...children.flatMap((child) => printed(child, draft))];
}

function bracket({ fields }: Entry): string {
  return fields.length ? `（${fields.map(({ label, value }) => `${label}${value}`).join('；')}）` : '';
}

function sentence(entry: Entry): string {
  const [lead, units] = (['lead', 'unit'] as const).map((role) => fieldOf(entry, role)?.value);
  if (!units) return '';
  return lead ? `（${lead}牵头，${units}按职责分工负责）` : `（${units}按职责分工负责）`;
}

function tableOf({ table }: Annex): string[] {
  if (!table) return [];
  const all = [table.header, ...table.rows];
  if (table.shape === 'cells') return all.flatMap((row) => row.map((cell) => cell || '\u00a0'));
  if (table.shape === 'tabs') return [all.map((row) => row.join('\t')).join('\n')];
  const lines = all.map((row) => `| ${row.join(' | ')} |`);
  return [[lines[0], `|${' --- |'.repeat(table.header.length)}`, ...lines.slice(1)].join('\n')];
}
