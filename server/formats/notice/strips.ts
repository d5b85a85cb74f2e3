/**
 * A laid out line in the strips that it is drawn in, for formats that put lines at places themselves. What is set to both
 * edges is spread between them, whatever the face's own widths; what stands at other places is drawn there.
 */
import { textWidth } from '../page/line-break.ts';
import type { Face } from './document.ts';
import { LOOKS } from './looks.ts';
import { type PlacedLine, type PlacedRun, WIDTH } from './placed.ts';

export interface Strip {
  readonly pieces: readonly { readonly text: string; readonly role: Face }[];
  /** From the type area's left edge. */
  readonly x: number;
  readonly width: number;
  /** It fills its width. */
  readonly spread: boolean;
  /** Added to each character, where it isn't spread. */
  readonly spacing: number;
}

/** Runs further apart than this stand at places of their own: 印发机关 at the left, the date at the right. */
const APART = 1;

export function stripsOf(line: PlacedLine): Strip[] {
  const { look, ends, runs } = line;
  const { align, right = 0 } = LOOKS[look];
  const last = runs.at(-1);
  if (!last) return [];
  if (align === 'both' && !ends) return spread(line, WIDTH - right);
  const groups: PlacedRun[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && run.x - before.x - before.width < APART) group.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => ({
    pieces: piecesOf(group),
    x: group[0]!.x,
    width: group.at(-1)!.x + group.at(-1)!.width - group[0]!.x,
    spread: false,
    spacing: line.spacing,
  }));
}

/** @param right where the line ends; a mark that has no place any more hangs out behind it */
function spread({ look, size, runs }: PlacedLine, right: number): Strip[] {
  const { spacing } = LOOKS[look];
  const x = runs[0]!.x;
  const pieces = piecesOf(runs);
  const last = pieces.at(-1)!;
  pieces[pieces.length - 1] = { ...last, text: last.text.trimEnd() };
  const text = pieces.map((piece) => piece.text).join('');
  const mark = /[\p{P}]$/u.exec(text)?.[0];
  const room = right - x;
  const strip = { x, width: room, spread: true, spacing };
  if (!mark || textWidth(text, size, spacing, true) - spacing <= room + size / 4) return [{ ...strip, pieces }];
  const { role, text: ending } = pieces.at(-1)!;
  return [
    { ...strip, pieces: [...pieces.slice(0, -1), { role, text: ending.slice(0, -mark.length) }] },
    { x: right + spacing, width: size, spread: false, spacing, pieces: [{ role, text: mark }] },
  ];
}

function piecesOf(runs: readonly PlacedRun[]): { text: string; role: Face }[] {
  return runs.map(({ text, face }) => ({ text, role: face }));
}
