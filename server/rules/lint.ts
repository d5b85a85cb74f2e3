/** Runs the rules over a notice. The editor, the command line and the browser all ask this one function. */
import { absolute, type Entry, type Item, type Notice, type Range } from '../model/notice.ts';
import type { Registry } from '../registry/registry.ts';
import { type Facts, factsOf } from './facts.ts';
import { changed, ObservedFacts } from './looked-at.ts';
import { textOf } from './marks.ts';
import {
  FINDINGS_RULES,
  type Looked,
  NOTICE_RULES,
  PART_RULES,
  type PartRecord,
  type PartReport,
  recordsOf,
} from './records.ts';
import { withoutUnfit } from './registry-fit.ts';
import type { Finding, Fix, Report, Rule, Severity } from './rule.ts';
import { RECOMMENDED, type Settings } from './settings.ts';
import { suppressionsOf, withoutSuppressed } from './suppressions.ts';

export interface LintOptions {
  readonly registry: Registry;
  /** What is not given is as recommended. */
  readonly settings?: Settings;
}

/** Checks a notice. Findings come in the order of the text; those that a suppression puts aside do not come. */
export function lint(notice: Notice, { registry, settings = RECOMMENDED }: LintOptions): Finding[] {
  const records = recordsOf(notice);
  const facts = factsOf(notice, records);
  const observed = new ObservedFacts(facts);
  const findings: Finding[] = [];
  const add = (rule: Rule, report: Report, place: (range: Range) => Range): void => {
    const severity = settings.severityOf(rule, report.severity);
    if (severity !== 'off') findings.push(placed(rule.id, severity, report, place));
  };

  let next = 0;
  notice.items.forEach((item, part) => {
    const entry = notice.entries[next]?.part === part ? notice.entries[next++] : undefined;
    if (!item) return;
    for (const report of checkPart(records[part]!, { item, part, notice, entry, facts, observed, registry, settings }))
      add(report.rule, report, (range) => absolute(notice, part, range));
  });
  NOTICE_RULES.forEach((rule, index) => {
    if (settings.severityOf(rule) === 'off') return;
    const summaryOf = (part: number): unknown => records[part]?.summaries[index];
    const options = settings.optionsOf(rule);
    rule.check({ notice, facts, registry, options, summaryOf }, (report) => add(rule, report, inPlace));
  });
  const suppressions = suppressionsOf(notice);
  const left = [...withoutSuppressed(withoutUnfit(findings, notice), suppressions)];
  findings.length = 0;
  for (const rule of FINDINGS_RULES)
    rule.check({ notice, suppressions, isRule }, (report) => add(rule, report, inPlace));
  return [...left, ...findings].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : 1),
  );
}

interface PartInPlace {
  readonly item: Item;
  readonly part: number;
  readonly notice: Notice;
  readonly entry: Entry | undefined;
  readonly facts: Facts;
  readonly observed: ObservedFacts;
  readonly registry: Registry;
  readonly settings: Settings;
}

/** What the part rules say of a part. Only the rules that something they looked at has changed for are run. */
function checkPart(record: PartRecord, at: PartInPlace): readonly PartReport[] {
  const { item, part, notice, entry, facts, observed, registry, settings } = at;
  const zone = notice.zones[part]!;
  const isTask = entry?.task !== undefined;
  const isHeading = entry?.children.some((child) => child.number) ?? false;
  const place = ZONES.indexOf(zone) * 4 + (isTask ? 2 : 0) + (isHeading ? 1 : 0);
  const kept =
    record.kept?.registry === registry && record.kept.settings === settings && record.kept.place === place
      ? record.kept
      : undefined;
  const differing = kept ? changed(kept.facts, facts) : 0;
  const due = kept ? kept.looked.filter(({ bits }) => bits & differing).map(({ rule }) => rule) : PART_RULES;
  const reports = kept && !due.length ? kept.reports : (kept?.reports.filter(({ rule }) => !due.includes(rule)) ?? []);
  const looked = kept && !due.length ? kept.looked : (kept?.looked.filter(({ rule }) => !due.includes(rule)) ?? []);
  record.kept = { facts, registry, settings, place, reports, looked };
  if (!due.length) return reports;
  const seen = { item, text: textOf(notice, part), zone, isTask, isHeading, facts: observed.facts, registry };
  const more: PartReport[] = [];
  const alsoLooked: Looked[] = [];
  for (const rule of due) {
    if (settings.severityOf(rule) === 'off') continue;
    observed.take();
    rule.check({ ...seen, options: settings.optionsOf(rule) }, (report) => more.push({ ...report, rule }));
    const bits = observed.take();
    if (bits) alsoLooked.push({ rule, bits });
  }
  if (more.length) record.kept.reports = [...reports, ...more];
  if (alsoLooked.length) record.kept.looked = [...looked, ...alsoLooked];
  return record.kept.reports;
}

const ZONES: readonly Notice['zones'][number][] = ['head', 'letter', 'plan', 'annex', 'table', 'tail'];

const RULE_IDS: ReadonlySet<string> = new Set(
  [...PART_RULES, ...NOTICE_RULES, ...FINDINGS_RULES].map((rule) => rule.id),
);

function isRule(id: string): boolean {
  return RULE_IDS.has(id);
}

function inPlace(range: Range): Range {
  return range;
}

function placed(rule: string, severity: Severity, report: Report, place: (range: Range) => Range): Finding {
  const fixes: Fix[] = (report.fixes ?? []).map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, range: place(edit.range) })),
  }));
  return { rule, severity, range: place(report.range), message: report.message, fixes };
}
