/** 版记 laid out: its lines between its rules. Lengths are in points, from its first rule. */
import { IMPRINT, MM, PITCH, TYPE_WIDTH } from '../page/geometry.ts';
import { breakLines, textWidth } from '../page/line-break.ts';
import type { Imprint } from './document.ts';
import { LOOKS, type LookId } from './looks.ts';
import type { PlacedLine, PlacedRule } from './placed.ts';

export interface ImprintRow {
  readonly look: LookId;
  /** Of its lines together. */
  readonly height: number;
  /** 抄送：…; turned lines stand under what follows the colon. */
  readonly text?: string;
  readonly hang?: number;
  /** 印发机关 at the left, 印发日期 at the right. */
  readonly sides?: readonly [string, string];
}

export interface ImprintLayout {
  readonly rows: readonly ImprintRow[];
  readonly lines: readonly PlacedLine[];
  readonly rules: readonly PlacedRule[];
  readonly height: number;
}

export function imprintLayout({ copies, printer, printed }: Imprint): ImprintLayout {
  const rows: ImprintRow[] = [];
  const lines: PlacedLine[] = [];
  const rules: PlacedRule[] = [];
  const { face, size, spacing, left = 0, right = 0 } = LOOKS.copies;
  const room = TYPE_WIDTH - left - right;
  const rule = (thickness: number) => rules.push({ top: lines.length * PITCH, thickness: thickness * MM });
  const line = (look: LookId, runs: readonly { text: string; x: number }[], ends: boolean) =>
    lines.push({
      look,
      top: lines.length * PITCH,
      height: PITCH,
      size,
      spacing,
      ends,
      runs: runs.map(({ text, x }) => ({ text, face, x, width: textWidth(text, size, spacing) })),
    });
  rule(IMPRINT.outer);
  for (const text of copies) {
    if (rows.length) rule(IMPRINT.inner);
    const hang = textWidth(/^[^：:]{2,4}[：:]/.exec(text)?.[0] ?? '', size, spacing);
    const stretches = breakLines(text, { size, spacing, first: room, rest: room - hang, asTyped: true });
    stretches.forEach(({ start, end }, i) => {
      line('copies', [{ text: text.slice(start, end), x: left + (i ? hang : 0) }], i === stretches.length - 1);
    });
    rows.push({ look: 'copies', height: stretches.length * PITCH, text, hang });
  }
  if (printer || printed) {
    if (rows.length) rule(IMPRINT.inner);
    const [from, on] = [printer ?? '', printed ?? ''];
    line(
      'printer',
      [
        { text: from, x: left },
        { text: on, x: left + room - textWidth(on, size, spacing) },
      ].filter(({ text }) => text),
      true,
    );
    rows.push({ look: 'printer', height: PITCH, sides: [from, on] });
  }
  rule(IMPRINT.outer);
  const thickness = rules.reduce((sum, each) => sum + each.thickness, 0);
  return { rows, lines, rules, height: lines.length * PITCH + thickness };
}
