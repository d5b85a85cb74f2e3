/** What places in a sheet are called: B3, $A$1:$I$8, '2026 年'!$A$1. Rows and columns count from 0. */

/** Cells from the first row and column to the last, both included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function columnName(column: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

export function areaName({ top, left, bottom, right }: Area): string {
  const first = columnName(left) + (top + 1);
  return top === bottom && left === right ? first : `${first}:${columnName(right)}${bottom + 1}`;
}

export function absoluteName({ top, left, bottom, right }: Area): string {
  return `$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`;
}

/** The name of a sheet, as formulas have it: between quotes where it may not be a word (2026年, A1). */
export function quotedName(name: string): string {
  return /^\p{Script=Han}+$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** 1899-12-30, the day 0 of a sheet's dates. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** A day as a sheet has it, a number; undefined for what is no day. */
export function dayNumber(iso: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  // The 30th of February is read as a day of March.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return isDay ? (time - DAY_ZERO) / DAY : undefined;
}
