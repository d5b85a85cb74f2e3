/** Fields of one item: label and names, prose, or both, as statements of who answers for what. */
import type { Bracket, Field as FieldNode } from '../../grammar/generated/ast.ts';
import { deadlineIn } from '../syntax/deadlines.ts';
import { FIRST_IS_LEAD } from '../syntax/duty.ts';
import { roleOfLabel, type Vocabulary } from '../syntax/labels.ts';
import type { Part } from '../syntax/parts.ts';
import { type Clause, readProse } from '../syntax/prose.ts';
import { readNames } from './names.ts';
import type { Field, Label, Name, NumberLabel, Range, Role } from './notice.ts';

interface Placed {
  readonly $cstNode?: { readonly offset: number; readonly range: { readonly end: { readonly character: number } } };
}

/** Where a node stands in its part. Its end is the column that the lexer gave its last token: see there. */
export function rangeOf(node: Placed): Range {
  return { start: node.$cstNode?.offset ?? 0, end: node.$cstNode?.range.end.character ?? 0 };
}

/** What all fields that one node becomes have in common. */
type Base = Pick<Field, 'label' | 'range' | 'shape' | 'closed'>;

/** Maps an offset in a value to one in the part. */
type Offset = (at: number) => number;

/** A label that asks for persons and units at once: 牵头领导及单位. */
const BOTH = /(?:领导|责任人|负责人).*(?:单位|部门|科室)|(?:单位|部门|科室).*(?:领导|责任人|负责人)/;
const PERSON =
  /^(?:[\u4e00-\u9fff·]{1,12}(?:长|主任|书记|常委|主席|委员))?[\u4e00-\u9fff·]{2,4}(?:[（(][^（）()]*[）)])?$/;
/** 令狐知行 is a person although banks end so; 县一中 is none. */
const UNIT =
  /^[省市县区州盟旗镇乡各].{2,}|.{3,}(?:[局委办部厅院所站处科室司署会社队行校镇乡]|公司|集团|政府|街道|单位|部门)$|(?:中心|公司|政府|街道)$/;

/** Reads the fields of one item. Whether prose names a lead decides what 按职责分工负责 means beside it. */
export class FieldReader {
  readonly #part: Part;
  readonly #vocabulary: Vocabulary;
  readonly #fields: Field[];
  readonly #numbers: ReadonlyMap<number, NumberLabel>;
  #led = false;
  /** Of the line at hand: what it says of several roles bears it once. */
  #number: NumberLabel | undefined;

  /**
   * @param fields takes what is read
   * @param numbers of field lines, by where the field behind them starts
   */
  constructor(part: Part, vocabulary: Vocabulary, fields: Field[], numbers: ReadonlyMap<number, NumberLabel>) {
    this.#part = part;
    this.#vocabulary = vocabulary;
    this.#fields = fields;
    this.#numbers = numbers;
  }

  readBracket(bracket: Bracket): void {
    for (const field of bracket.fields) this.read(field, 'bracket');
  }

  read(node: FieldNode, shape: Field['shape']): void {
    const label = node.label && readLabel(node.label);
    const role = label && roleOfLabel(label.text, this.#vocabulary);
    const printed = node.value?.text ?? '';
    const valueRange = node.value ? rangeOf(node.value) : { start: rangeOf(node).end, end: rangeOf(node).end };
    const offset = offsetsIn(this.#part, valueRange, printed);
    const range = rangeOf(node);
    this.#number = this.#numbers.get(range.start);
    const base: Base = { ...(label && { label }), range, shape, closed: node.closed };
    const value = role === 'deadline' || role === 'remark' ? printed : withoutRule(printed);
    const clauses = role === 'deadline' || role === 'remark' || role === 'leader' ? [] : readProse(value);
    if (clauses.length) this.#prose(clauses, value, offset, base);
    else this.#plain(role, printed, value, valueRange, offset, base);
  }

  #plain(role: Role | undefined, printed: string, value: string, valueRange: Range, offset: Offset, base: Base): void {
    const plain = role ?? (deadlineIn(value.trim()) ? 'deadline' : 'unit');
    const { names, separators } = readNames(value, plain, offset);
    const due = plain === 'deadline' ? undefined : names.filter((name) => deadlineIn(name.text) && plain !== 'leader');
    const groups = due
      ? rolesOf(
          names.filter((name) => !due.includes(name)),
          plain,
          base.label,
        )
      : [{ role: plain, names }];
    const [first, ...others] = groups;
    const kept = first && first.names.length === names.length ? separators : [];
    this.#push({
      ...base,
      role: first?.role ?? plain,
      value: plain === 'deadline' && !base.label ? withoutVerb(printed) : printed,
      valueRange,
      names: first?.names ?? [],
      separators: kept,
      overall: false,
    });
    for (const { role: other, names: own } of others) this.#named(other, own, base);
    for (const name of due ?? []) {
      const text = withoutVerb(name.text);
      this.#push({
        ...base,
        role: 'deadline',
        value: text,
        valueRange: name.range,
        names: [],
        separators: [],
        overall: false,
      });
    }
  }

  /** Names that a mark or their kind gives another role than the label does. */
  #named(role: Role, names: readonly Name[], base: Base): void {
    const valueRange = { start: names[0]!.range.start, end: names.at(-1)!.range.end };
    const value = names.map((name) => name.text).join('、');
    this.#push({ ...base, role, value, valueRange, names, separators: names.slice(1).map(() => '、'), overall: false });
  }

  #prose(clauses: readonly Clause[], value: string, offset: Offset, base: Base): void {
    if (clauses.some((clause) => clause.role === 'lead')) this.#led = true;
    for (const clause of clauses) {
      const text = value.slice(clause.start, clause.end);
      if (!text && clause.role !== 'deadline') continue;
      const role: Role = clause.role === 'by-duty' ? (this.#led ? 'support' : 'unit') : clause.role;
      const names = readNames(text, role, (at) => offset(clause.start + at));
      const valueRange = { start: offset(clause.start), end: offset(Math.max(clause.start, clause.end - 1)) + 1 };
      const said = role === 'deadline' ? withoutVerb(text) : text;
      this.#push({ ...base, role, value: said, valueRange, ...names, overall: clause.overall });
    }
  }

  #push(field: Field): void {
    if (field.role === 'lead' && field.names.length) this.#led = true;
    const number = this.#number;
    this.#fields.push(number ? { ...field, number } : field);
    this.#number = undefined;
  }
}

/** Offsets in a text to offsets in its part: the two differ where a line break cut the text. */
export function offsetsIn(part: Part, range: Range, text: string): Offset {
  if (range.end - range.start === text.length) return (at) => range.start + at;
  const flow = part.flows.find(
    (candidate) => candidate.origin(0) <= range.start && range.end <= candidate.originEnd(candidate.text.length),
  );
  if (!flow) return (at) => Math.min(range.start + at, range.end);
  const start = flow.offset(range.start);
  return (at) => flow.origin(start + at);
}

function readLabel(node: NonNullable<FieldNode['label']>): Label {
  return { text: node.text.replace(/[^\u4e00-\u9fff（）()/、]/g, ''), range: rangeOf(node) };
}

const LEADS = /^(?:牵头|主办|主责|牵头单位|主办单位|总牵头)$/;
const SUPPORTS = /^(?:配合|协办|协同|参与|协助|配合单位|协办单位)$/;

/**
 * Names by role: 县林业局（牵头）、县公安局（配合） under one label, or persons and units under a label that asks for
 * both. Names without a mark beside marked ones support, as those beside a lead do.
 */
function rolesOf(names: readonly Name[], role: Role, label: Label | undefined): { role: Role; names: Name[] }[] {
  const marked = names.some(({ second }) => second.some((word) => LEADS.test(word)));
  const both = label !== undefined && BOTH.test(label.text);
  if (!marked && !both) return [{ role, names: [...names] }];
  const groups = new Map<Role, Name[]>();
  for (const name of names) {
    const [word = ''] = name.second;
    let own: Role = role;
    let kept = name;
    if (marked && (LEADS.test(word) || SUPPORTS.test(word))) {
      own = LEADS.test(word) ? 'lead' : 'support';
      kept = { ...name, text: name.base, second: [] };
    } else if (marked) own = role === 'leader' ? role : 'support';
    else if (both) {
      const person =
        PERSON.test(name.text) &&
        (name.base.length <= 4
          ? !/(?:局|委|办|部|厅|院|中心|公司)$/.test(name.base) && !/^[省市县区各]/.test(name.base)
          : !UNIT.test(name.base));
      own = person ? 'leader' : role === 'leader' ? (/牵头/.test(label.text) ? 'lead' : 'unit') : role;
      // 县工信局（尉迟明）: who answers for it in the unit.
      if (!person && PERSON.test(word) && word.length <= 4) {
        kept = { ...name, text: name.base, second: [] };
        groups.set('leader', [...(groups.get('leader') ?? []), { ...name, text: word, base: word, second: [] }]);
      }
    }
    groups.set(own, [...(groups.get(own) ?? []), kept]);
  }
  return [...groups].map(([key, own]) => ({ role: key, names: own }));
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
  const marks = ['，', '；', '。', ',', '（'].map((mark) => before.lastIndexOf(mark));
  return value.slice(0, Math.max(...marks, 0));
}
