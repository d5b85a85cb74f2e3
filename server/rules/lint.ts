/** Runs the rules over a notice. The editor, the command line and the browser all ask this one function. */
import { absolute, type Entry, type Item, type Notice, type Range } from '../model/notice.ts';
import type { Registry } from '../registry/registry.ts';
import { type Facts, factsOf } from './facts.ts';
import { textOf } from './marks.ts';
import { FINDINGS_RULES, NOTICE_RULES, PART_RULES, type PartRecord, type PartReport, recordsOf } from './records.ts';
import { withoutUnfit } from './registry-fit.ts';
import type { Finding, Fix, PartView, Report, Rule, Severity } from './rule.ts';
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
  const findings: Finding[] = [];
  const add = (rule: Rule, report: Report, place: (range: Range) => Range): void => {
    const severity = settings.severityOf(rule, report.severity);
    if (severity !== 'off') findings.push(placed(rule.id, severity, report, place));
  };

  let next = 0;
  notice.items.forEach((item, part) => {
    const entry = notice.entries[next]?.part === part ? notice.entries[next++] : undefined;
    if (!item) return;
    for (const report of checkPart(records[part]!, { item, part, notice, entry, facts, registry, settings }))
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
  readonly registry: Registry;
  readonly settings: Settings;
}

function checkPart(record: PartRecord, at: PartInPlace): readonly PartReport[] {
  const { item, part, notice, entry, facts, registry, settings } = at;
  const zone = notice.zones[part]!;
  const isTask = entry?.task !== undefined;
  const isHeading = entry?.children.some((child) => child.number) ?? false;
  const place = ZONES.indexOf(zone) * 4 + (isTask ? 2 : 0) + (isHeading ? 1 : 0);
  const { kept } = record;
  if (kept && kept.facts === facts && kept.registry === registry && kept.settings === settings && kept.place === place)
    return kept.reports;
  const seen = { item, text: textOf(notice, part), zone, isTask, isHeading, facts, registry };
  const reports: PartReport[] = [];
  for (const rule of PART_RULES) {
    if (settings.severityOf(rule) === 'off') continue;
    const view: PartView = { ...seen, options: settings.optionsOf(rule) };
    rule.check(view, (report) => reports.push({ ...report, rule }));
  }
  record.kept = { facts, registry, settings, place, reports };
  return reports;
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
