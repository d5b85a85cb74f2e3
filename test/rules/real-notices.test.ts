/**
 * The tool held against what careful readers marked in four published notices. See defects/README.md. The notices are
 * not part of this repository; without them there is nothing to compare.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { EMPTY_REGISTRY } from '../../server/registry/registry.ts';
import { RULES } from '../../server/rules/index.ts';
import { lint } from '../../server/rules/lint.ts';
import { hasRealNotices, realNotice, WITHOUT } from '../support/shared.ts';

interface Defect {
  readonly line: number;
  readonly kind: string;
  readonly at: string;
  readonly certain: boolean;
}

interface Found {
  readonly line: number;
  readonly rule: string;
  /** The line of the task in the text that a finding in a table speaks of. */
  readonly taskLine?: number;
  /** One finding for all such places in the notice. */
  readonly whole: boolean;
}

const NOTICES = ['000', '001', '003', '004'];

/** Rules that are about a kind of defect where its name is not the rule's own. */
const RULES_OF: Readonly<Record<string, readonly string[]>> = {
  'width-mixed': ['punctuation-half-width', 'number-style-mixed'],
  'table-target-differs': ['table-target-differs', 'table-text-differs'],
  'table-serial-gap': ['table-serial-wrong'],
  'table-serial-blank': ['table-serial-wrong'],
  'date-missing': ['date-missing', 'signature-missing'],
  'unit-variant': ['unit-variant', 'table-unit-variant', 'member-unknown', 'member-variant', 'table-support-differs'],
  'title-form': ['title-form', 'title-issuer-missing'],
  'etc-needless': ['etc-needless', 'lead-unit-open'],
  'lead-unit-open': ['lead-unit-open', 'unit-open', 'etc-needless'],
  'separator-mixed': ['list-mark-mixed'],
  'deadline-target-open': ['deadline-target-open', 'table-deadline-open'],
  'range-unclear': ['range-unclear', 'dash-wrong', 'range-mark-mixed'],
  'deadline-malformed': ['deadline-malformed', 'date-malformed'],
  'leader-form': ['leader-variant', 'leader-unknown'],
};

const OWNED = new Set(RULES.map((rule) => rule.id));

function rulesOf(kind: string): readonly string[] {
  return (RULES_OF[kind] ?? [kind]).filter((id) => OWNED.has(id));
}

function json<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`defects/${name}.json`, import.meta.url), 'utf8'));
}

function foundIn(id: string): Found[] {
  const { text } = realNotice(id);
  const notice = readNotice(text);
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  return lint(notice, { registry: EMPTY_REGISTRY }).map(({ rule, range, message }) => {
    const task = notice.tasks[Number(/正文第(\d+)项/.exec(message.zh)?.[1]) - 1];
    return {
      rule,
      line: lineAt(range.start),
      ...(task && { taskLine: lineAt(notice.starts[task.part]!) }),
      whole: /^(?:全文|正文)有|全角、半角混用|本级共|等\d+处写法不同|及其后\d+行/.test(message.zh),
    };
  });
}

function answers({ line, rule, taskLine, whole }: Found, defect: Defect): boolean {
  if (!rulesOf(defect.kind).includes(rule)) return false;
  // A blank has no line of its own where cells stand one a line.
  const near = defect.kind === 'table-serial-blank' ? 2 : 0;
  return whole || Math.abs(line - defect.line) <= near || taskLine === defect.line;
}

interface Judged {
  readonly notice: string;
  readonly line: number;
  readonly rule: string;
  readonly keep: boolean;
}

interface Missed {
  readonly notice: string;
  readonly line: number;
  readonly kind: string;
  readonly why: string;
}

describe.skipIf(!hasRealNotices)(`four published notices (${hasRealNotices ? 'there' : WITHOUT})`, () => {
  const all = NOTICES.map((id) => {
    const { defects } = json<{ defects: Defect[] }>(id);
    const found = hasRealNotices ? foundIn(id) : [];
    return { id, defects, found };
  });
  const judged = json<Judged[]>('judged');
  const missed = json<Missed[]>('missed');
  const verdict = (id: string, finding: Found): boolean | undefined =>
    all.find((notice) => notice.id === id)!.defects.some((defect) => answers(finding, defect)) ||
    judged.find(({ notice, line, rule }) => notice === id && line === finding.line && rule === finding.rule)?.keep;

  it.each(NOTICES)('%s: every finding has been looked at', (id) => {
    const { found } = all.find((notice) => notice.id === id)!;
    const open = found.filter((finding) => verdict(id, finding) === undefined);
    expect(open.map(({ line, rule }) => `${line} ${rule}`)).toEqual([]);
  });

  it.each(NOTICES)('%s: every certain defect that a rule is about is found, or it is said why not', (id) => {
    const { defects, found } = all.find((notice) => notice.id === id)!;
    const lost = defects
      .filter(({ certain, kind }) => certain && rulesOf(kind).length)
      .filter((defect) => !found.some((finding) => answers(finding, defect)))
      .map(({ line, kind }) => `${line} ${kind}`);
    const known = missed.filter(({ notice }) => notice === id).map(({ line, kind }) => `${line} ${kind}`);
    expect([...new Set(lost)]).toEqual([...new Set(known)]);
  });

  it('nine findings of ten are worth keeping', () => {
    const verdicts = all.flatMap(({ id, found }) => found.map((finding) => verdict(id, finding)));
    const kept = verdicts.filter(Boolean).length;
    expect(kept / verdicts.length).toBeGreaterThanOrEqual(0.9);
  });

  it.runIf(process.env.REPORT)('recall and precision, by rule', () => {
    const rows = new Map<string, { found: number; kept: number }>();
    for (const { id, found } of all)
      for (const finding of found) {
        const row = rows.get(finding.rule) ?? { found: 0, kept: 0 };
        rows.set(finding.rule, { found: row.found + 1, kept: row.kept + (verdict(id, finding) ? 1 : 0) });
      }
    const kinds = new Map<string, { certain: number; hit: number; doubtful: number; also: number }>();
    for (const { defects, found } of all)
      for (const defect of defects) {
        const row = kinds.get(defect.kind) ?? { certain: 0, hit: 0, doubtful: 0, also: 0 };
        const hit = found.some((finding) => answers(finding, defect)) ? 1 : 0;
        kinds.set(
          defect.kind,
          defect.certain
            ? { ...row, certain: row.certain + 1, hit: row.hit + hit }
            : { ...row, doubtful: row.doubtful + 1, also: row.also + hit },
        );
      }
    console.table(Object.fromEntries([...rows].sort()));
    console.table(Object.fromEntries([...kinds].sort()));
    const sum = (of: (row: { certain: number; hit: number; doubtful: number; also: number }) => number): number =>
      [...kinds.values()].reduce((total, row) => total + of(row), 0);
    const findings = [...rows.values()].reduce((total, { found }) => total + found, 0);
    const kept = [...rows.values()].reduce((total, row) => total + row.kept, 0);
    console.log(
      `certain ${sum(({ hit }) => hit)} of ${sum(({ certain }) => certain)}, arguable ${sum(({ also }) => also)} of ` +
        `${sum(({ doubtful }) => doubtful)}; findings kept ${kept} of ${findings}`,
    );
    expect(findings).toBeGreaterThan(0);
  });
});
