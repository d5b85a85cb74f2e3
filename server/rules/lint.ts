/** Runs the rules over a notice. The editor, the command line and the browser all ask this one function. */
import { absolute, type Entry, type Item, type Notice, type Range } from '../model/notice.ts';
import type { Registry } from '../registry/registry.ts';
import { type Facts, factsOf } from './facts.ts';
import { textOf } from './marks.ts';
import { NOTICE_RULES, PART_RULES, type PartRecord, recordsOf } from './records.ts';
import { withoutUnfit } from './registry-fit.ts';
import type { Finding, Fix, NoticeRule, PartRule, PartView, Report, Severity } from './rule.ts';

export interface LintOptions {
  readonly registry: Registry;
  /** By rule; a rule that is not named has its own severity. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

/** Checks a notice. Findings come in the order of the text. */
export function lint(notice: Notice, options: LintOptions): Finding[] {
  const { registry, severities = {} } = options;
  const records = recordsOf(notice);
  const facts = factsOf(notice, records);
  const findings: Finding[] = [];
  const severityOf = (rule: PartRule | NoticeRule, report: Report): Severity | 'off' =>
    severities[rule.id] ?? report.severity ?? rule.severity;

  let next = 0;
  notice.items.forEach((item, part) => {
    const entry = notice.entries[next]?.part === part ? notice.entries[next++] : undefined;
    if (!item) return;
    for (const report of checkPart(records[part]!, item, part, notice, entry, facts, registry)) {
      const severity = severityOf(report.rule, report);
      if (severity === 'off') continue;
      findings.push(placed(report.rule.id, severity, report, (range) => absolute(notice, part, range)));
    }
  });
  NOTICE_RULES.forEach((rule, index) => {
    if (severities[rule.id] === 'off') return;
    const summaryOf = (part: number): unknown => records[part]?.summaries[index];
    rule.check({ notice, facts, registry, summaryOf }, (report) => {
      const severity = severityOf(rule, report);
      const { range, message, fixes = [] } = report;
      if (severity !== 'off') findings.push({ rule: rule.id, severity, range, message, fixes });
    });
  });
  return [...withoutUnfit(findings, notice)].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : 1),
  );
}

function checkPart(
  record: PartRecord,
  item: Item,
  part: number,
  notice: Notice,
  entry: Entry | undefined,
  facts: Facts,
  registry: Registry,
): NonNullable<PartRecord['kept']>['reports'] {
  const zone = notice.zones[part]!;
  const isTask = entry?.task !== undefined;
  const isHeading = entry?.children.some((child) => child.number) ?? false;
  const place = ZONES.indexOf(zone) * 4 + (isTask ? 2 : 0) + (isHeading ? 1 : 0);
  const before = record.kept;
  if (before && before.facts === facts && before.registry === registry && before.place === place) return before.reports;
  const view: PartView = { item, text: textOf(notice, part), zone, isTask, isHeading, facts, registry };
  const reports: (Report & { rule: PartRule })[] = [];
  for (const rule of PART_RULES) rule.check(view, (report) => reports.push({ ...report, rule }));
  record.kept = { facts, registry, place, reports };
  return reports;
}

const ZONES: readonly Notice['zones'][number][] = ['head', 'letter', 'plan', 'annex', 'table', 'tail'];

function placed(rule: string, severity: Severity, report: Report, place: (range: Range) => Range): Finding {
  const fixes: Fix[] = (report.fixes ?? []).map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, range: place(edit.range) })),
  }));
  return { rule, severity, range: place(report.range), message: report.message, fixes };
}
