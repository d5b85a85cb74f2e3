/** Figures as a table for people. */

/** Han characters and full-width marks take two columns. */
export function columnsOf(text) {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return width;
}

/** Three digits that count. */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(digits);
}

/** @param earlier a result of another day; its figures are found by their ids */
export function table({ figures }, earlier) {
  const then = new Map(earlier?.figures.map((one) => [one.id, one.value]));
  const out = [];
  for (const [group, members] of groupBy(figures)) {
    const rows = members.map((one) => [
      one.name,
      `${figure(one.value)} ${one.unit}`,
      one.low === undefined ? '' : `${figure(one.low)}–${figure(one.high)}`,
      one.least === undefined ? '' : figure(one.least),
      one.floor ? `×${figure(one.floor)}` : '',
      ...(earlier ? [then.has(one.id) ? `×${figure(one.value / then.get(one.id))}` : '新 new'] : []),
    ]);
    const head = [
      group,
      '中位数 median',
      '四分位 quartiles',
      '最小 least',
      '比基线 vs floor',
      ...(earlier ? ['比前次 vs then'] : []),
    ];
    out.push(...aligned([head, ...rows]), '');
  }
  return out.join('\n');
}

function groupBy(figures) {
  const groups = new Map();
  for (const one of figures) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return groups;
}

/** The first column to the left, the others to the right; a rule under the head. */
function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat(widths[column] - columnsOf(cell));
        return column ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], '-'.repeat(columnsOf(lines[0])), ...lines.slice(1)];
}
