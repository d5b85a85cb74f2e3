/** How many faults were put into notices, and how many of them were found, by rule. */
import { RULES } from '../../../server/rules/index.ts';
import type { Result } from './cases.ts';

export function tableOf(results: readonly Result[]): string {
  const rows = RULES.map(({ id }) => {
    const own = results.filter(({ fault }) => fault.rule === id);
    const others = own.flatMap((result) => result.others).length;
    return [id, own.length, own.filter((result) => result.own).length, others] as const;
  });
  const sum = (column: 1 | 2 | 3): number => rows.reduce((total, row) => total + row[column], 0);
  const line = (cells: readonly (string | number)[]): string =>
    cells.map((cell, at) => (at ? String(cell).padStart(8) : String(cell).padEnd(28))).join('');
  return [
    line(['rule', 'put', 'found', 'others']),
    ...rows.map(line),
    line([`${RULES.length} rules`, sum(1), sum(2), sum(3)]),
  ].join('\n');
}
