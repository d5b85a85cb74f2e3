/** Tree to meaning, part by part: the only reader of the tree. However responsibility was printed, it becomes fields. */
import type {
  Bracket,
  Field as FieldNode,
  Item as ItemNode,
  NumberLabel as NumberNode,
  Part as PartNode,
} from '../../grammar/generated/ast.ts';
import { deadlineIn } from '../syntax/deadlines.ts';
import type { Flow } from '../syntax/flow.ts';
import { roleOfLabel, type Vocabulary } from '../syntax/labels.ts';
import { FIRST_IS_LEAD } from '../syntax/lexer.ts';
import { parseNumber } from '../syntax/numbers.ts';
import { parsePart } from '../syntax/parser.ts';
import type { Part } from '../syntax/parts.ts';
import { type Clause, readProse } from '../syntax/prose.ts';
import { readNames } from './names.ts';
import type { Cut, Duty, Field, Item, Label, Name, NumberLabel, Range, Role, Setting } from './notice.ts';

/** What a part says, or its settings where it is front matter. */
export interface Meaning {
  readonly item?: Item;
  readonly settings?: readonly Setting[];
}

const NOTHING: Meaning = {};

/** A part keeps its meaning for as long as it is kept itself: parts are never changed. */
const meanings = new WeakMap<Part, Meaning>();

export function meaningOf(part: Part, vocabulary: Vocabulary): Meaning {
  let meaning = meanings.get(part);
  if (!meaning) {
    meaning = readMeaning(part, vocabulary);
    meanings.set(part, meaning);
  }
  return meaning;
}

function readMeaning(part: Part, vocabulary: Vocabulary): Meaning {
  if (part.kind === 'blank' || part.kind === 'comment') return NOTHING;
  const tree: PartNode = parsePart(part, vocabulary);
  if (tree.$type === 'FrontMatter') {
    return {
      settings: tree.settings.map((setting) => ({
        key: setting.key.replace(/[\s：:]/g, ''),
        value: (setting.value ?? '').trim(),
        range: rangeOf(setting),
      })),
    };
  }
  if (tree.$type !== 'Item') return NOTHING;
  return { item: readItem(tree, part, vocabulary) };
}

interface Placed {
  readonly $cstNode?: { readonly offset: number; readonly end: number };
}

function rangeOf(node: Placed): Range {
  return { start: node.$cstNode?.offset ?? 0, end: node.$cstNode?.end ?? 0 };
}

function readItem(node: ItemNode, part: Part, vocabulary: Vocabulary): Item {
  const texts: { text: string; range: Range }[] = [];
  const fields: Field[] = [];
  const reader = new FieldReader(part, vocabulary, fields);
  let end = node.number ? rangeOf(node.number).end : 0;
  for (const content of node.content) {
    const range = rangeOf(content);
    end = Math.max(end, range.end);
    if (content.$type === 'Text') texts.push({ text: content.text, range });
    else if (content.$type === 'Field') reader.read(content, content.label ? 'line' : 'prose');
    else reader.readBracket(content);
  }
  const number = node.number && readNumber(node.number);
  const at = number ? number.range.end : 0;
  const first = texts[0]?.range.start ?? at;
  return {
    ...(number && { number }),
    text: joinTexts(texts.map(({ text }) => text)),
    textRange: { start: first, end: texts.at(-1)?.range.end ?? first },
    fields,
    duty: readDuty(fields),
    bears: fields.some(
      ({ role, names, label }) => role !== 'deadline' && role !== 'remark' && (names.length > 0 || label),
    ),
    cuts: readCuts(part.flows, fields),
    firstIsLead: FIRST_IS_LEAD.test(part.text),
    end,
  };
}

function readDuty(fields: readonly Field[]): Duty {
  const names = (role: Role): readonly Name[] => {
    const own = fields.filter((field) => field.role === role);
    return own.length === 1 ? own[0]!.names : own.flatMap((field) => field.names);
  };
  const value = (role: Role): string | undefined => fields.find((field) => field.role === role)?.value.trim();
  const deadline = value('deadline');
  const remark = value('remark');
  return {
    leaders: names('leader'),
    leadUnits: names('lead'),
    supportUnits: names('support'),
    units: names('unit'),
    ...(deadline && { deadline }),
    ...(remark && { remark }),
    inherited: [],
  };
}

/** A bracket stood between the pieces: 推进甲（…），办好乙（…）。 */
function joinTexts(texts: readonly string[]): string {
  let joined = '';
  for (const text of texts) {
    if (/[。；，、！？]$/.test(joined) && /^[。；;，,.]/.test(text)) joined += text.replace(/^[。；;，,.]+/, '');
    else joined += text;
  }
  return joined.trim();
}

function readNumber(node: NumberNode): NumberLabel | undefined {
  const parsed = parseNumber(node.text);
  if (!parsed) return undefined;
  const { text, style, value, numeral, marks } = parsed;
  return { text, range: rangeOf(node), style, value, numeral, marks };
}

function readCuts(flows: readonly Flow[], fields: readonly Field[]): Cut[] {
  return flows.flatMap((flow) =>
    flow.cuts.map((cut) => ({
      range: { start: cut.start, end: cut.end },
      inField: fields.some((field) => field.range.start < cut.end && cut.start < field.range.end),
    })),
  );
}

/** Reads the fields of one item. Whether prose names a lead decides what 按职责分工负责 means beside it. */
class FieldReader {
  readonly #part: Part;
  readonly #vocabulary: Vocabulary;
  readonly #fields: Field[];

  constructor(part: Part, vocabulary: Vocabulary, fields: Field[]) {
    this.#part = part;
    this.#vocabulary = vocabulary;
    this.#fields = fields;
  }

  readBracket(bracket: Bracket): void {
    for (const field of bracket.fields) this.read(field, 'bracket');
  }

  read(node: FieldNode, shape: Field['shape']): void {
    const label = node.label && this.#label(node.label);
    const role = label && roleOfLabel(label.text, this.#vocabulary);
    const value = node.value?.text ?? '';
    const valueRange = node.value ? rangeOf(node.value) : { start: rangeOf(node).end, end: rangeOf(node).end };
    const offset = this.#offsets(valueRange, value);
    const base = { ...(label && { label }), valueRange, shape, closed: node.closed };
    const whole = rangeOf(node);
    const clauses = role === 'deadline' || role === 'remark' || role === 'leader' ? [] : readProse(withoutRule(value));
    if (!clauses.length) {
      const plain = role ?? (deadlineIn(value.trim()) ? 'deadline' : 'unit');
      const names = readNames(withoutRule(value), plain, offset);
      const due = !label && plain === 'deadline' ? withoutVerb(value) : value;
      this.#fields.push({ ...base, role: plain, value: due, range: whole, ...names, overall: false });
      return;
    }
    this.#prose(clauses, value, offset, { ...base, range: whole });
  }

  #prose(
    clauses: readonly Clause[],
    value: string,
    offset: (at: number) => number,
    base: Omit<Field, 'role' | 'value' | 'names' | 'separators' | 'overall'>,
  ): void {
    const led =
      clauses.some((clause) => clause.role === 'lead') ||
      this.#fields.some((field) => field.role === 'lead' && field.names.length > 0);
    for (const clause of clauses) {
      const text = value.slice(clause.start, clause.end);
      if (!text && clause.role !== 'deadline') continue;
      const role: Role = clause.role === 'by-duty' ? (led ? 'support' : 'unit') : clause.role;
      const names = readNames(text, role, (at) => offset(clause.start + at));
      const valueRange = { start: offset(clause.start), end: offset(Math.max(clause.start, clause.end - 1)) + 1 };
      this.#fields.push({
        ...base,
        role,
        value: role === 'deadline' ? withoutVerb(text) : text,
        valueRange,
        ...names,
        overall: clause.overall,
      });
    }
  }

  #label(node: NonNullable<FieldNode['label']>): Label {
    const text = node.text.replace(/[\s\u3000\u00a0：:【】〖〗[\]［］]/g, '');
    return { text, range: rangeOf(node) };
  }

  /** Offsets in a value to offsets in the part: the two differ where a line break cut the value. */
  #offsets(range: Range, value: string): (at: number) => number {
    if (range.end - range.start === value.length) return (at) => range.start + at;
    const flow = this.#part.flows.find(
      (candidate) => candidate.origin(0) <= range.start && range.end <= candidate.originEnd(candidate.text.length),
    );
    if (!flow) return (at) => Math.min(range.start + at, range.end);
    const start = flow.offset(range.start);
    return (at) => flow.origin(start + at);
  }
}

/** 2026年6月底前完成 → 2026年6月底前 */
function withoutVerb(deadline: string): string {
  return deadline.trim().replace(/(?<=[前底末内日月])(?:基本|全部|全面)?(?:完成|办结|落实到位|落实|到位)$/, '');
}

/** A unit list may carry the rule of the whole notice: 甲局、乙局，列第一位者为牵头单位，下同. Offsets before it hold. */
function withoutRule(value: string): string {
  const rule = FIRST_IS_LEAD.exec(value);
  if (!rule) return value;
  const before = value.slice(0, rule.index);
  const clause = Math.max(
    before.lastIndexOf('，'),
    before.lastIndexOf('；'),
    before.lastIndexOf('。'),
    before.lastIndexOf(','),
    before.lastIndexOf('（'),
  );
  return value.slice(0, Math.max(clause, 0));
}
