/** The text of a cell from its lines: those that fill it go on, a shorter one ends a name or a paragraph. */
import type { Line } from './page.ts';
import type { RuledTable } from './rules.ts';

/** So much of a character may be left at the end of a full line. */
const SLACK = 1.1;

/** Names one a line may fill a narrow column. */
const PERSON = /^\s*[\u4e00-\u9fff·]{2,4}\s*$/;

/** How wide a line may be in each cell: its width without the margins that the widest line in the column shows. */
export function innerWidths(table: RuledTable, contents: readonly (readonly Line[])[]): number[] {
  let margin = Number.POSITIVE_INFINITY;
  table.cells.forEach((cell, index) => {
    for (const line of contents[index]!) {
      const free = cell.right - cell.left - (line.right - line.x);
      // A line that doesn't fit its cell says nothing of margins.
      if (free >= 0) margin = Math.min(margin, free);
    }
  });
  const own = Number.isFinite(margin) ? Math.max(0, margin) : 0;
  return table.cells.map((cell) => cell.right - cell.left - own);
}

export function cellText(lines: readonly Line[], width: number): string {
  let text = '';
  let before: Line | undefined;
  for (const line of lines) {
    const said = line.text.trim();
    if (before) {
      const full =
        before.right - before.x + before.size * SLACK > width ||
        wordsNeeded(said) * before.size + (before.right - before.x) > width;
      const latin = /[a-zA-Z]$/.test(text) && /^[a-zA-Z]/.test(said);
      text += full && !(PERSON.test(before.text) && PERSON.test(line.text)) ? (latin ? ' ' : '') : '\n';
    }
    text += said;
    before = line;
  }
  return text;
}

/** How many characters of a line may not stand alone at the end of the one before: a figure with its unit, a mark. */
function wordsNeeded(text: string): number {
  const run = /^(?:[\d.,%％]+[\u4e00-\u9fff]?|.)[，。、；：）”》]*/.exec(text)?.[0] ?? '';
  let width = 0;
  for (const character of run) width += character.charCodeAt(0) < 0x2e80 ? 0.5 : 1;
  return width;
}
