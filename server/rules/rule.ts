/**
 * A rule, whole, in one file: what is wrong, why it matters, examples that are tests, the check and its fix.
 * A rule looks at one part of the notice, with what is usual in the rest of it; or at the whole notice, through small
 * summaries of its parts. Findings of the first kind and summaries are kept for as long as the part is, so that a
 * keystroke re-checks what it touched.
 */
import type { Item, Notice, Range, Zone } from '../model/notice.ts';
import type { Words } from '../model/words.ts';
import type { Registry } from '../registry/registry.ts';
import type { Facts } from './facts.ts';
import type { Suppression } from './suppressions.ts';

export type Severity = 'error' | 'warning' | 'info';

export type { Words };

export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

export interface Fix {
  readonly title: Words;
  /** Certain: may be applied without asking. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** What a rule says of a place. Ranges are relative to the part in part rules, absolute in notice rules. */
export interface Report {
  readonly range: Range;
  readonly message: Words;
  readonly fixes?: readonly Fix[];
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
}

/** A finding in its place: all ranges are absolute UTF-16 offsets. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: Words;
  readonly fixes: readonly Fix[];
}

/** Sets of severities for a purpose: a draft, the last look before it is issued, a notice that is out already. */
export type Preset = 'recommended' | 'strict' | 'published';

export type OptionValue = number | boolean | string | readonly string[];

/** Something that can be set of a rule beside its severity. Its type is that of its default. */
export interface Option<Value extends OptionValue = OptionValue> {
  readonly default: Value;
  readonly what: Words;
  /** The smallest number allowed. */
  readonly minimum?: number;
}

export type Options = Readonly<Record<string, Option>>;

type Widened<Value> = Value extends number
  ? number
  : Value extends boolean
    ? boolean
    : Value extends string
      ? string
      : readonly string[];

/** The values of options, as a rule reads them. */
export type ValuesOf<Own extends Options> = { readonly [Key in keyof Own]: Widened<Own[Key]['default']> };

/** «…» marks the range that the finding must have. */
export interface Example {
  readonly text: string;
  /** The registry that the notice is checked against, where one is needed. */
  readonly registry?: string;
  /** Options of the rule, where they are not the defaults. */
  readonly options?: Readonly<Record<string, OptionValue>>;
}

interface Meta<Own extends Options> {
  /** Named by its fault: numbering-gap. */
  readonly id: string;
  readonly since: string;
  readonly severity: Severity;
  /** Where a preset differs from `severity`. A rule that is right only for some offices is off as recommended. */
  readonly presets?: Readonly<Partial<Record<Preset, Severity | 'off'>>>;
  readonly options?: Own;
  readonly what: Words;
  readonly why: Words;
  /** The standard and its clause, where one says so. */
  readonly source?: string;
  /** Each gives exactly one finding. */
  readonly bad: readonly (string | Example)[];
  /** None gives a finding of this rule. */
  readonly good: readonly (string | Example)[];
  /** How a person mends it. */
  readonly mend: Words;
  /** What the tool offers: an edit that is certain, one to confirm, or none. */
  readonly fix: 'safe' | 'ask' | 'none';
}

/**
 * A part as a part rule sees it: what it says, and as little of its place as a rule can do with. What is not here can
 * change without the part being checked again.
 */
export interface PartView<Own extends Options = Options> {
  readonly item: Item;
  readonly text: string;
  readonly zone: Zone;
  /** It bears responsibility in the plan. */
  readonly isTask: boolean;
  /** Numbered entries stand under it. */
  readonly isHeading: boolean;
  readonly facts: Facts;
  readonly registry: Registry;
  readonly options: ValuesOf<Own>;
}

/** The whole notice. Summaries are those that the rule itself made of each part; one without anything to say is missing. */
export interface NoticeView<Summary = unknown, Own extends Options = Options> {
  readonly notice: Notice;
  readonly facts: Facts;
  readonly registry: Registry;
  readonly options: ValuesOf<Own>;
  summaryOf(part: number): Summary | undefined;
}

/** What the other rules found and the drafter put aside. */
export interface FindingsView {
  readonly notice: Notice;
  readonly suppressions: readonly Suppression[];
  /** Whether a rule exists. */
  isRule(id: string): boolean;
}

export interface PartRule<Own extends Options = Options> extends Meta<Own> {
  readonly looksAt: 'part';
  check(view: PartView<Own>, report: (report: Report) => void): void;
}

export interface NoticeRule<Summary = unknown, Own extends Options = Options> extends Meta<Own> {
  readonly looksAt: 'notice';
  /** What the rule needs of a part's text, small. It is kept for as long as the part, so that the text is read once. */
  summarize?(item: Item, text: string): Summary | undefined;
  check(view: NoticeView<Summary, Own>, report: (report: Report) => void): void;
}

/** Looks at what became of the other rules' findings. What it says cannot be put aside. */
export interface FindingsRule extends Meta<Options> {
  readonly looksAt: 'findings';
  check(view: FindingsView, report: (report: Report) => void): void;
}

export type Rule = PartRule | NoticeRule | FindingsRule;

/** Lets the compiler check a rule where it is written. */
export function defineRule<const Own extends Options = Options>(rule: PartRule<Own>): PartRule;
export function defineRule<Summary, const Own extends Options = Options>(rule: NoticeRule<Summary, Own>): NoticeRule;
export function defineRule(rule: FindingsRule): FindingsRule;
export function defineRule(rule: Rule): Rule {
  return rule;
}
