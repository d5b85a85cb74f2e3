/** The looks of the table in a Word document: its named styles. */
import { POINT, type Style } from '../ooxml/word-text.ts';
import type { FontSet } from '../page/fonts.ts';
import { PAGE_NUMBER } from '../page/geometry.ts';
import { ABOVE_TABLE, PITCH, SIZES } from './setting.ts';

/** Beside the document's own styles: a drafter changes all cells at once. */
export function tableStyles(fonts: FontSet): Style[] {
  const pitch = (points: number) => ({ pitch: Math.round(points * POINT) });
  const after = { after: ABOVE_TABLE * POINT };
  const cell = { font: fonts.body, size: SIZES.cell };
  const number = { font: fonts.number, size: SIZES.number };
  const aside = PAGE_NUMBER.aside * SIZES.number * POINT;
  return [
    {
      id: 'TableAnnex',
      name: '表前附件号',
      paragraph: { ...pitch(PITCH.annex), align: 'left' },
      run: { font: fonts.heading, size: SIZES.annex },
    },
    {
      id: 'TableTitle',
      name: '表题',
      paragraph: { ...pitch(PITCH.title), ...after, align: 'center', outline: 0 },
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
    { id: 'TableNumberOdd', name: '表页码（单页）', paragraph: { right: aside, align: 'right' }, run: number },
    { id: 'TableNumberEven', name: '表页码（双页）', paragraph: { left: aside, align: 'left' }, run: number },
  ];
}
