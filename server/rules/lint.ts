/** Runs the rules over a notice. The editor, the command line and the browser all ask this one function. */
import { absolute, type Entry, type Item, type Notice, type Range } from '../model/notice.ts';
import type { Registry } from '../registry/registry.ts';
import { type Facts, factsOf } from './facts.ts';
import { RULES } from './index.ts';
import type { Finding, Fix, NoticeRule, PartRule, PartView, Report, Severity } from './rule.ts';

export interface LintOptions {
  readonly registry: Registry;
  /** By rule; a rule that is not named has its own severity. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

interface Kept {
  readonly facts: Facts;
  readonly registry: Registry;
  readonly place: string;
  readonly reports: readonly (Report & { readonly rule: PartRule })[];
}

/** What part rules said of an item, for as long as the item lives and what they saw of its place stays. */
const kept = new WeakMap<Item, Kept>();

const PART_RULES = RULES.filter((rule): rule is PartRule => rule.looksAt === 'part');
const NOTICE_RULES = RULES.filter((rule): rule is NoticeRule => rule.looksAt === 'notice');

/** Checks a notice. Findings come in the order of the text. */
export function lint(notice: Notice, options: LintOptions): Finding[] {
  const { registry, severities = {} } = options;
  const facts = factsOf(notice);
  const findings: Finding[] = [];
  const severityOf = (rule: PartRule | NoticeRule, report: Report): Severity | 'off' =>
    severities[rule.id] ?? report.severity ?? rule.severity;

  let next = 0;
  notice.items.forEach((item, part) => {
    const entry = notice.entries[next]?.part === part ? notice.entries[next++] : undefined;
    if (!item) return;
    for (const report of checkItem(item, part, notice, entry, facts, registry)) {
      const severity = severityOf(report.rule, report);
      if (severity === 'off') continue;
      findings.push(placed(report.rule.id, severity, report, (range) => absolute(notice, part, range)));
    }
  });
  for (const rule of NOTICE_RULES) {
    if (severities[rule.id] === 'off') continue;
    rule.check({ notice, facts, registry }, (report) => {
      const severity = severityOf(rule, report);
      const { range, message, fixes = [] } = report;
      if (severity !== 'off') findings.push({ rule: rule.id, severity, range, message, fixes });
    });
  }
  return findings.sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : 1),
  );
}

function checkItem(
  item: Item,
  part: number,
  notice: Notice,
  entry: Entry | undefined,
  facts: Facts,
  registry: Registry,
): Kept['reports'] {
  const zone = notice.zones[part]!;
  const isTask = entry?.task !== undefined;
  const isHeading = entry?.children.some((child) => child.number) ?? false;
  const place = `${zone} ${isTask} ${isHeading}`;
  const before = kept.get(item);
  if (before && before.facts === facts && before.registry === registry && before.place === place) return before.reports;
  const text = notice.text.slice(notice.starts[part] ?? 0, notice.starts[part + 1] ?? notice.text.length);
  const view: PartView = { item, text, zone, isTask, isHeading, facts, registry };
  const reports: (Report & { rule: PartRule })[] = [];
  for (const rule of PART_RULES) rule.check(view, (report) => reports.push({ ...report, rule }));
  kept.set(item, { facts, registry, place, reports });
  return reports;
}

function placed(rule: string, severity: Severity, report: Report, place: (range: Range) => Range): Finding {
  const fixes: Fix[] = (report.fixes ?? []).map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, range: place(edit.range) })),
  }));
  return { rule, severity, range: place(report.range), message: report.message, fixes };
}
