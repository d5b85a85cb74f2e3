/** The looks of the table in a Word document: its named styles, and the sizes that its layout reckons with. */
import { POINT, type Style } from '../ooxml/word-text.ts';
import type { FontSet } from '../page/fonts.ts';

/** In points. 2号 is 22, 3号 16, 4号 14, 五号 10.5. */
export const SIZES = { title: 22, annex: 16, totals: 14, cell: 10.5, number: 14 };
/** Lines are set to exact pitches, so that the page breaks where the layout says. In points. */
export const PITCH = { title: 36, annex: 28, totals: 24, cell: 16 };
/** What stands between the lines above the table and the table. In points. */
export const ABOVE_TABLE = 8;

/** Beside the document's own styles: a drafter changes all cells at once. */
export function tableStyles(fonts: FontSet): Style[] {
  const pitch = (points: number) => ({ pitch: points * POINT });
  const after = { after: ABOVE_TABLE * POINT };
  const cell = { font: fonts.body, size: SIZES.cell };
  return [
    {
      id: 'TableTitle',
      name: '表题',
      paragraph: { ...pitch(PITCH.title), ...after, align: 'center' },
      run: { font: fonts.title, size: SIZES.title },
    },
    {
      id: 'TableTotals',
      name: '表题下计数',
      paragraph: { ...pitch(PITCH.totals), ...after, align: 'center' },
      run: { font: fonts.body, size: SIZES.totals },
    },
    {
      id: 'TableHead',
      name: '表头',
      paragraph: { ...pitch(PITCH.cell), align: 'center' },
      run: { ...cell, font: fonts.heading },
    },
    { id: 'TableText', name: '表文', paragraph: { ...pitch(PITCH.cell), align: 'both' }, run: cell },
    { id: 'TableList', name: '表文居左', paragraph: { ...pitch(PITCH.cell), align: 'left' }, run: cell },
    { id: 'TableShort', name: '表文居中', paragraph: { ...pitch(PITCH.cell), align: 'center' }, run: cell },
    { id: 'TableEnd', name: '表后', paragraph: pitch(1), run: { size: 1 } },
    // One character of its own size from the edge (GB/T 9704-2012, 7.5).
    {
      id: 'PageNumberOdd',
      name: '页码（单页）',
      paragraph: { right: SIZES.number * POINT, align: 'right' },
      run: { font: fonts.number, size: SIZES.number },
    },
    {
      id: 'PageNumberEven',
      name: '页码（双页）',
      paragraph: { left: SIZES.number * POINT, align: 'left' },
      run: { font: fonts.number, size: SIZES.number },
    },
  ];
}
