/** What a row of a ledger reports. What fits no field is kept as it was typed. */
import { type Report, type ReportField, stateOf } from '../model/progress.ts';
import type { Columns } from './ledger-columns.ts';
import { dayOf, figure, textOf, type Value } from './ledger-grid.ts';

export function reportOf(
  { headers, reports, others }: Columns,
  cells: readonly (Value | undefined)[],
  comments: readonly string[] = [],
): Report {
  const report: Record<string, string | number> = {};
  const rest: Record<string, string> = {};
  for (const [field, column] of reports) {
    const typed = textOf(cells[column]);
    if (!typed) continue;
    const read = READERS[field]?.(cells[column]!, typed) ?? { value: typed };
    if (read.value !== undefined) report[field] = read.value;
    if (read.keep) rest[headers[column]!] = typed;
  }
  for (const column of others) {
    const typed = textOf(cells[column]);
    if (typed) rest[headers[column]!] = typed;
  }
  if (comments.length) rest.批注 = comments.join('\n');
  // 1 without a sign is all of it or a hundredth: what is done is done.
  if (report.percent === 1 && report.state === '已完成') report.percent = 100;
  return { ...report, ...(Object.keys(rest).length && { others: rest }) };
}

/** @returns what is read, and whether what was typed says more than that */
type Read = (cell: Value, typed: string) => { readonly value?: string | number; readonly keep?: boolean };

const READERS: Readonly<Partial<Record<ReportField, Read>>> = {
  state: (_, typed) => {
    const state = stateOf(typed);
    return state ? { value: state, keep: state !== typed } : { value: typed };
  },
  percent: ({ value, format }, typed) => {
    if (typeof value === 'number') {
      // A part of one, whether it shows as 60% or as 0.6.
      const percent = format?.includes('%') || (value > 0 && value < 1) ? value * 100 : value;
      return within(Number(figure(percent)));
    }
    const said = /^约?\s*(\d+(?:\.\d+)?)\s*[%％]?$/.exec(halfWidth(typed));
    return said ? within(Number(said[1])) : { keep: true };
  },
  date: ({ value }, typed) => {
    if (value instanceof Date) return { value: dayOf(value) };
    if (typeof value === 'number') return { value: dayOfNumber(value) ?? typed };
    return { value: dayOfText(halfWidth(typed)) ?? typed };
  },
};

function within(percent: number): { value?: number; keep?: boolean } {
  return percent >= 0 && percent <= 100 ? { value: percent } : { keep: true };
}

function halfWidth(text: string): string {
  return text.replace(/[０-９．％／－]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

const DAY = 86_400_000;

/** A sheet's number of a day (1954 to 2119), or its figures: 20260520. */
function dayOfNumber(number: number): string | undefined {
  if (number > 20_000 && number < 80_000) return dayOf(new Date(Date.UTC(1899, 11, 30) + Math.floor(number) * DAY));
  return dayOfText(String(number));
}

function dayOfText(text: string): string | undefined {
  const parts =
    /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? dayOf(date) : undefined;
}
