/** The fixes of a notice made, until nothing changes. The editor and the command line ask this one function. */
import { noticeOf } from '../model/read.ts';
import { type LintOptions, lint } from '../rules/lint.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { editDocument, readDocument } from '../syntax/document.ts';
import { DEFAULT_VOCABULARY, type Vocabulary } from '../syntax/labels.ts';
import { applyEdits, compatible, inOrder } from './apply.ts';

export interface FixOptions extends LintOptions {
  readonly vocabulary?: Vocabulary;
  /** Only the fixes of these rules. */
  readonly rules?: readonly string[];
  /** Also fixes that ask for a look, where a finding offers one and no other. */
  readonly unconfirmed?: boolean;
}

export interface Fixed {
  readonly text: string;
  /** Offsets of its parts. */
  readonly starts: readonly number[];
  /** How many findings of each rule were mended. */
  readonly made: ReadonlyMap<string, number>;
  /** What is found in the text as it is now. */
  readonly findings: readonly Finding[];
}

/** A fix may make room for another: a chain of them ends long before this. */
const MOST_PASSES = 24;
/** Reading a text anew costs less than so many single edits of it. */
const MANY = 40;

/** Makes the safe fixes. A second run changes nothing. */
export function fixAll(text: string, options: FixOptions): Fixed {
  const { rules, unconfirmed = false } = options;
  const made = new Map<string, number>();
  let document = readDocument(text, options.vocabulary ?? DEFAULT_VOCABULARY);
  let findings = lint(noticeOf(document), options);
  const seen = new Set([text]);
  const choose = (finding: Finding): Fix | undefined =>
    rules && !rules.includes(finding.rule) ? undefined : certainFix(finding, unconfirmed);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const chosen = compatible(findings, choose);
    const edits = inOrder(chosen.flatMap(({ fix }) => fix.edits));
    const after = applyEdits(document.text, edits);
    // Two rules that undo each other would go on for ever: the text stays as it was before they met again.
    if (seen.has(after)) break;
    seen.add(after);
    for (const { finding } of chosen) made.set(finding.rule, (made.get(finding.rule) ?? 0) + 1);
    if (edits.length > MANY) document = readDocument(after, document.vocabulary);
    else
      for (const { range, text: insert } of edits.toReversed()) document = editDocument(document, { ...range, insert });
    findings = lint(noticeOf(document), options);
  }
  return { text: document.text, starts: document.starts, made, findings };
}

/** The fix of a finding that needs no one to look at it. */
export function certainFix({ fixes }: Finding, unconfirmed = false): Fix | undefined {
  return fixes.find(({ safe }) => safe) ?? (unconfirmed && fixes.length === 1 ? fixes[0] : undefined);
}
