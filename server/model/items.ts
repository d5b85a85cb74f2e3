/** Tree to meaning, part by part: the only reader of the tree. However responsibility was printed, it becomes fields. */
import type { Item as ItemNode, NumberLabel as NumberNode, Part as PartNode } from '../../grammar/generated/ast.ts';
import { FIRST_IS_LEAD } from '../syntax/duty.ts';
import type { Flow } from '../syntax/flow.ts';
import type { Vocabulary } from '../syntax/labels.ts';
import { type ParsedNumber, parseNumber } from '../syntax/numbers.ts';
import { parsePart } from '../syntax/parser.ts';
import type { Part } from '../syntax/parts.ts';
import { FieldReader, offsetsIn, rangeOf } from './fields.ts';
import { markerOf } from './markers.ts';
import type { Comment, Cut, Duty, Field, Item, Name, NumberLabel, Range, Role, Setting } from './notice.ts';
import { fieldPhrases, type Phrase, textPhrases } from './phrases.ts';

/** What a part says, or its settings where it is front matter; and the comments in it. */
export interface Meaning {
  readonly item?: Item;
  readonly settings?: readonly Setting[];
  readonly comments?: readonly Omit<Comment, 'part'>[];
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
  if (part.kind === 'blank') return NOTHING;
  const comments = readComments(part.text);
  if (part.kind === 'comment') return { comments };
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
  const item = readItem(tree, part, vocabulary);
  return comments.length ? { item, comments } : { item };
}

const COMMENT = /^[^\S\n]*(\/\/|／／)[^\S\n]*(.*?)[^\S\n]*$/gm;
const NO_COMMENTS: readonly [] = [];

function readComments(text: string): NonNullable<Meaning['comments']> {
  if (!text.includes('//') && !text.includes('／／')) return NO_COMMENTS;
  return [...text.matchAll(COMMENT)].map((match) => {
    const start = match.index + match[0].indexOf(match[1]!);
    return { text: match[2]!, range: { start, end: match.index + match[0].trimEnd().length } };
  });
}

function readItem(node: ItemNode, part: Part, vocabulary: Vocabulary): Item {
  const texts: { text: string; range: ReturnType<typeof rangeOf> }[] = [];
  const fields: Field[] = [];
  const reader = new FieldReader(part, vocabulary, fields, fieldNumbers(part.flows));
  let end = node.number ? rangeOf(node.number).end : 0;
  for (const content of node.content) {
    const range = rangeOf(content);
    end = Math.max(end, range.end);
    if (content.$type === 'Text') texts.push({ text: content.text, range });
    else if (content.$type === 'Field') reader.read(content, content.label ? 'line' : 'prose');
    else reader.readBracket(content);
  }
  const number = node.number && readNumber(node.number, part.flows[0]!.text);
  const at = number ? number.range.end : 0;
  const first = texts[0]?.range.start ?? at;
  const text = joinTexts(texts.map(({ text: piece }) => piece));
  const marker = number ? undefined : markerOf(text);
  return {
    ...(number && { number }),
    ...(marker && { marker }),
    text,
    textRange: { start: first, end: texts.at(-1)?.range.end ?? first },
    fields,
    duty: readDuty(fields),
    deadlines: readDeadlines(fields, part),
    spoken: texts.length ? readSpoken(texts, part) : NO_PHRASES,
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
  const deadline = fields.find(({ role, value }) => role === 'deadline' && value)?.value.trim();
  const remark = fields.flatMap(remarkOf).join('；');
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

const NO_PHRASES: readonly Phrase[] = [];

function readDeadlines(fields: readonly Field[], part: Part): readonly Phrase[] {
  if (!fields.some(({ role }) => role === 'deadline')) return NO_PHRASES;
  return fields.flatMap(({ role, value, valueRange }) =>
    role === 'deadline' ? fieldPhrases(value, offsetsIn(part, valueRange, value)) : [],
  );
}

/** Sentences do not go on after a bracket of responsibility: what stands behind it is another point of the task. */
function readSpoken(texts: readonly { text: string; range: Range }[], part: Part): readonly Phrase[] {
  if (texts.length === 1) return textPhrases(texts[0]!.text, offsetsIn(part, texts[0]!.range, texts[0]!.text));
  return texts.flatMap(({ text, range }) => textPhrases(text, offsetsIn(part, range, text)));
}

/** 备注：甲 says 甲; what else is said of no role keeps its label: 督办单位：县督查室. */
function remarkOf({ role, label, value }: Field): string[] {
  if (role !== 'remark' || !value.trim()) return [];
  return [!label || /^备[注考]$/.test(label.text) ? value.trim() : `${label.text}：${value.trim()}`];
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

/** The numbers of field lines, by the offset of what stands behind them. */
function fieldNumbers(flows: readonly Flow[]): ReadonlyMap<number, NumberLabel> {
  let numbers = NO_NUMBERS;
  for (let i = 1; i < flows.length; i++) {
    const flow = flows[i]!;
    const parsed = parseNumber(flow.text);
    if (!parsed) continue;
    const range = { start: flow.origin(0), end: flow.originEnd(parsed.text.length) };
    if (numbers === NO_NUMBERS) numbers = new Map();
    (numbers as Map<number, NumberLabel>).set(flow.origin(parsed.length), labelOf(parsed, range));
  }
  return numbers;
}

const NO_NUMBERS: ReadonlyMap<number, NumberLabel> = new Map();

function labelOf({ text, style, value, numeral, marks }: ParsedNumber, range: Range): NumberLabel {
  return { text, range, style, value, numeral, marks };
}

/** What follows a number tells what it is (1 科技创新, 1.1 攻克…), so it is read in its line. */
function readNumber(node: NumberNode, line: string): NumberLabel | undefined {
  const parsed = parseNumber(line);
  return parsed && labelOf(parsed, rangeOf(node));
}

function readCuts(flows: readonly Flow[], fields: readonly Field[]): Cut[] {
  return flows.flatMap((flow) =>
    flow.cuts.map((cut) => ({
      range: { start: cut.start, end: cut.end },
      inField: fields.some((field) => field.range.start < cut.end && cut.start < field.range.end),
    })),
  );
}
