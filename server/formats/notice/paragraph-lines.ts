/** The lines of a paragraph of the official page, each with its pieces in their places across. Lengths are in points. */
import { EM, HEAD, PITCH, SIZE, SPACING } from '../page/geometry.ts';
import { breakLines, textWidth } from '../page/line-break.ts';
import { type Face, type Run, type TextBlock, textOf } from './document.ts';
import { LOOKS, type LookId } from './looks.ts';
import { type PlacedLine, type PlacedRun, WIDTH } from './placed.ts';

/** A line whose place down the page isn't known yet. */
export type Line = Omit<PlacedLine, 'top'>;

/** The lines of a block. */
export function linesOf(block: TextBlock): Line[] {
  const look = LOOKS[block.style];
  const { size, spacing, align } = look;
  const left = block.left ?? look.left ?? 0;
  const right = block.right ?? look.right ?? 0;
  const firstLine = block.firstLine ?? look.firstLine ?? 0;
  const text = textOf(block);
  const room = WIDTH - left - right;
  const cuts: number[] = [];
  for (let i = 0, at = 0; i + 1 < block.runs.length; i++) cuts.push((at += block.runs[i]!.text.length));
  const stretches = breakLines(text, { size, spacing, first: room - firstLine, rest: room, asTyped: true, cuts });
  return stretches.map(({ start, end, width }, i) => {
    const first = i === 0 ? firstLine : 0;
    const last = i === stretches.length - 1 || text[end - 1] === '\n';
    const wide = room - first;
    const gaps = text.slice(start, end).trimEnd().length - 1;
    const added = align === 'both' && !last && gaps > 0 ? Math.max(0, wide - width) / gaps : 0;
    const shift = align === 'center' ? (wide - width) / 2 : align === 'right' ? wide - width : 0;
    return {
      look: block.style,
      height: block.pitch ?? PITCH,
      size,
      spacing: spacing + added,
      ends: last,
      runs: placed(block.runs, look.face, start, end, left + first + shift, size, spacing + added),
    };
  });
}

/** The pieces of the runs that stand between two places of their text, side by side. */
function placed(
  runs: readonly Run[],
  face: Face,
  start: number,
  end: number,
  left: number,
  size: number,
  spacing: number,
): PlacedRun[] {
  const pieces: PlacedRun[] = [];
  let at = 0;
  let x = left;
  for (const run of runs) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, run.text.length)];
    at += run.text.length;
    if (to <= from) continue;
    const text = run.text.slice(from, to).replaceAll('\n', '');
    const width = textWidth(text, size, spacing);
    pieces.push({ text, face: run.face ?? face, x, width });
    x += width;
  }
  return pieces;
}

/** A paragraph of one line, in a look. */
export function oneLine(id: LookId, runs: readonly Run[]): Line {
  const { size, spacing, face, left = 0 } = LOOKS[id];
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  return {
    look: id,
    height: PITCH,
    size,
    spacing,
    ends: true,
    runs: placed(runs, face, 0, length, left, size, spacing),
  };
}

/** 发文字号 midway; of a document that goes upwards at the left, 签发人 at the right. */
export function numberLine(number: string, signer: string | undefined): Line {
  const { size, spacing } = LOOKS.markNumber;
  const aside = HEAD.aside * EM;
  const wide = (text: string) => textWidth(text, size, spacing);
  const run = (text: string, x: number, face: Face): PlacedRun => ({ text, face, x, width: wide(text) });
  const runs =
    signer === undefined
      ? [run(number, (WIDTH - wide(number)) / 2, 'body')]
      : [
          run(number, aside, 'body'),
          run(SIGNER, WIDTH - aside - wide(SIGNER + signer), 'body'),
          run(signer, WIDTH - aside - wide(signer), 'second'),
        ];
  return { look: 'markNumber', height: PITCH, size: SIZE.three, spacing: SPACING, ends: true, runs };
}

export const SIGNER = '签发人：';
