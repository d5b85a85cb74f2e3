/** Tree to records, and what is wrong with a line by itself. What records are to each other is link.ts. */
import type * as tree from '../../grammar/generated/ast.ts';
import type { Range } from '../model/notice.ts';
import { dateOf } from './dates.ts';
import { FIELD_KEYS, type Meaning, nearestKey, RECORD_KEYS } from './keys.ts';
import { parseTree } from './language/parser.ts';
import { unpadded } from './names.ts';
import type { Mention, Problem, RegistryRecord } from './records.ts';

type Kind = RegistryRecord['kind'];
type Field = Exclude<tree.RegistryLine, tree.StrayLine>;

const KINDS: Readonly<Record<tree.RegistryRecord['$type'], Kind>> = {
  PlaceRecord: 'place',
  UnitRecord: 'unit',
  GroupRecord: 'group',
  LeaderRecord: 'leader',
};

export interface ReadRegistry {
  readonly records: readonly RegistryRecord[];
  readonly problems: readonly Problem[];
}

/** Reads any text. Never throws; linear in the text's length. */
export function readRecords(text: string, source: string | undefined): ReadRegistry {
  const problems: Problem[] = [];
  const report: Report = (code, severity, range, message, suggestion) =>
    problems.push({
      code,
      severity,
      message,
      range,
      ...(source !== undefined && { source }),
      ...(suggestion !== undefined && { suggestion }),
    });
  const { tree } = parseTree(text);
  for (const line of tree.lines) {
    if (line.$type === 'StrayLine') stray(line, report);
    else
      report(
        'field-before-record',
        'error',
        keyRange(line),
        `“${keyOf(line)}”前面还没有地区、单位、单位组或领导 / “${keyOf(line)}” stands before any 地区, 单位, 单位组 or 领导`,
      );
  }
  const records = tree.records.map((record) => new RecordReader(record, text, source, report).read());
  return { records: records.filter((record) => record !== undefined), problems };
}

type Report = (
  code: Problem['code'],
  severity: Problem['severity'],
  range: Range,
  message: string,
  suggestion?: string,
) => void;

function stray(line: tree.StrayLine, report: Report): void {
  report(
    'stray-line',
    'error',
    rangeOf(line),
    `这一行没有“键：值”；不是名册内容的，行首加 // / Not a “key：value” line; start it with // if it is no part of the registry`,
  );
}

class RecordReader {
  readonly #tree: tree.RegistryRecord;
  readonly #text: string;
  readonly #source: string | undefined;
  readonly #report: Report;
  readonly #kind: Kind;
  readonly #names: Mention[] = [];
  readonly #references: Mention[] = [];
  readonly #titles: string[] = [];
  readonly #once = new Map<Meaning, string>();

  constructor(record: tree.RegistryRecord, text: string, source: string | undefined, report: Report) {
    this.#tree = record;
    this.#text = text;
    this.#source = source;
    this.#report = report;
    this.#kind = KINDS[record.$type];
  }

  /** @returns undefined for a record without a name: nothing can refer to it */
  read(): RegistryRecord | undefined {
    const { values, lines } = this.#tree;
    const prefixes = this.#firstLine(values);
    for (const line of lines) {
      if (line.$type === 'StrayLine') stray(line, this.#report);
      else this.#field(line);
    }
    const name = this.#names[0];
    if (name?.role !== 'name') return undefined;
    const since = this.#once.get('since');
    const until = this.#once.get('until');
    const remark = this.#once.get('remark');
    const base = {
      name: name.text,
      names: this.#names,
      references: this.#references,
      range: rangeOf(this.#tree),
      ...(this.#source !== undefined && { source: this.#source }),
      ...(since && { since }),
      ...(until && { until }),
      ...(remark && { remark }),
    };
    if (this.#kind === 'leader') return { kind: this.#kind, ...base, titles: this.#titles };
    if (this.#kind !== 'place') return { kind: this.#kind, ...base };
    const own = this.#names.filter((mention) => mention.role !== 'doubtful').map((mention) => mention.text);
    const longestFirst = [...new Set([...own, ...prefixes])].sort((a, b) => b.length - a.length);
    return { kind: 'place', ...base, prefixes: longestFirst };
  }

  /** @returns what stands in the bracket of a place: 县 */
  #firstLine(values: readonly tree.NameValue[]): string[] {
    const key = RECORD_KEYS[this.#kind];
    const [first, ...more] = values;
    if (!first) {
      this.#report('missing-name', 'error', rangeOf(this.#tree, true), `“${key}”后面没有名称 / No name after “${key}”`);
      return [];
    }
    if (more.length) {
      const range = { start: rangeOf(more[0]!).start, end: rangeOf(more.at(-1)!).end };
      this.#report(
        'several-names',
        'warning',
        range,
        `一行“${key}”只写一个名称，其余的另起一行，或写作简称、别名 / One name to a “${key}”: write the others as records or names of their own`,
      );
    }
    this.#name(first, 'name');
    const inside = this.#inNote(first);
    if (this.#kind === 'place') return inside.map((mention) => mention.text);
    // 单位：县自然资源局（林业局） names its second name, 领导：林知远（副县长） his title.
    if (this.#kind === 'unit') this.#names.push(...inside);
    if (this.#kind === 'leader') this.#titles.push(...inside.map((mention) => mention.text));
    return [];
  }

  #field(field: Field): void {
    const key = keyOf(field);
    const known = FIELD_KEYS.get(key);
    if (!known) {
      const near = nearestKey(key);
      const [asks, asksEnglish] = near ? [`，是不是“${near}”？`, `; did you mean “${near}”?`] : ['', ''];
      const message = `名册里没有“${key}”这一项${asks} / Unknown key “${key}”${asksEnglish}`;
      this.#report('unknown-key', 'error', keyRange(field), message, near);
      return;
    }
    if (!known.in.includes(this.#kind)) {
      const owners = known.in.map((kind) => RECORD_KEYS[kind]).join('、');
      const message = `“${key}”用在${owners}里，不用在${RECORD_KEYS[this.#kind]}里 / “${key}” belongs to ${owners}, not to ${RECORD_KEYS[this.#kind]}`;
      this.#report('misplaced-key', 'error', keyRange(field), message);
      return;
    }
    this.#meaning(field, key, known.means);
  }

  #meaning(field: Field, key: string, means: Meaning): void {
    switch (means) {
      case 'since':
      case 'until':
        this.#date(field, key, means);
        break;
      case 'remark':
        this.#set(field, key, means, field.values.map((value) => this.#slice(value)).join('、'));
        break;
      case 'title':
        this.#titles.push(...field.values.map((value) => unpadded(this.#slice(value))));
        break;
      case 'superior':
      case 'predecessor':
      case 'successor':
      case 'member':
      case 'charge':
        for (const value of field.values) this.#references.push(mentionOf(value, means));
        break;
      default:
        for (const value of field.values) this.#name(value, means);
    }
  }

  /** 简称：县发改委（粮食和储备局） names a second name as well; 待核：县发改局（出现1次） only says why it is in doubt. */
  #name(value: tree.NameValue, role: Mention['role']): void {
    this.#names.push(mentionOf(value, role));
    if (this.#kind === 'unit' && (role === 'short' || role === 'alias')) {
      const known = new Set(this.#names.map((mention) => mention.text));
      this.#names.push(...this.#inNote(value).filter((mention) => !known.has(mention.text)));
    }
  }

  /** The names in the bracket after a value, as second names. */
  #inNote(value: tree.NameValue): Mention[] {
    const note = value.note?.$cstNode;
    if (!note) return [];
    const inside = this.#text.slice(note.offset + 1, note.end - 1);
    return [...inside.matchAll(/[^\s、，,；;]+/g)].map((match) => {
      const start = note.offset + 1 + match.index;
      return { text: match[0], range: { start, end: start + match[0].length }, role: 'second' as const };
    });
  }

  #date(field: Field, key: string, means: 'since' | 'until'): void {
    const [value] = field.values;
    if (!value) return;
    const written = this.#slice(value);
    const date = dateOf(written, means === 'since' ? 'first' : 'last');
    if (!date) {
      const message = `“${written}”不是日期，写作 2019年3月1日、2019年3月 或 2019-03-01 / “${written}” is no date: write 2019年3月1日, 2019年3月 or 2019-03-01`;
      this.#report('malformed-date', 'error', rangeOf(value), message);
      return;
    }
    this.#set(field, key, means, date);
    const since = this.#once.get('since');
    const until = this.#once.get('until');
    if (since && until && until < since)
      this.#report('date-order', 'error', rangeOf(value), `撤销早于启用 / Abolished before it was established`);
  }

  #set(field: Field, key: string, means: Meaning, value: string): void {
    if (this.#once.has(means))
      this.#report(
        'repeated-key',
        'warning',
        keyRange(field),
        `“${key}”写了两次，以后一次为准 / “${key}” is given twice; the last one counts`,
      );
    this.#once.set(means, value);
  }

  #slice(value: tree.NameValue): string {
    return this.#text.slice(rangeOf(value).start, rangeOf(value).end);
  }
}

function mentionOf(value: tree.NameValue, role: Mention['role']): Mention {
  const note = value.note?.text.slice(1, -1).trim();
  return { text: unpadded(value.name.text), range: rangeOf(value.name), role, ...(note && { note }) };
}

function keyOf(field: Field): string {
  return unpadded(field.key).slice(0, -1);
}

/** @param keyOnly the record's first line up to its colon */
function rangeOf(node: { $cstNode?: { offset: number; end: number }; key?: string }, keyOnly = false): Range {
  const start = node.$cstNode?.offset ?? 0;
  return { start, end: keyOnly ? start + (node.key?.length ?? 0) : (node.$cstNode?.end ?? start) };
}

/** The key without its colon. */
function keyRange(field: Field): Range {
  const { start, end } = rangeOf(field, true);
  return { start, end: end - 1 };
}
