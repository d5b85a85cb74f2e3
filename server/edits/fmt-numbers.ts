/** Numbers of headings and tasks in the marks of GB/T 9704-2012 7.3.3 and GB/T 15834-2011 B.3: 一、 （一） 1. （1）. */
import type { NumberLabel } from '../model/notice.ts';
import type { Group, PlacedEdit } from './fmt-groups.ts';
import type { Reading } from './fmt-meaning.ts';

/** Edits by level: the numbers of one style change together, or one level would be written in two ways. */
export function numberEdits({ document, notice }: Reading): Group[] {
  const levels = new Map<string, { edits: PlacedEdit[]; whole: boolean }>();
  for (const { number, part, context, item } of notice.entries) {
    if (!number) continue;
    add(number, part, context);
    for (const field of item.fields) if (field.number) add(field.number, part, context);
  }
  function add(number: NumberLabel, part: number, context: number): void {
    const key = `${context} ${number.style}`;
    let level = levels.get(key);
    if (!level) {
      level = { edits: [], whole: true };
      levels.set(key, level);
    }
    const wanted = canonical(number);
    if (wanted === undefined) level.whole = false;
    else if (wanted !== number.text) {
      const start = document.starts[part]!;
      level.edits.push({
        part,
        range: { start: start + number.range.start, end: start + number.range.end },
        text: wanted,
      });
    }
  }
  return [...levels.values()].filter(({ whole, edits }) => whole && edits.length).map(({ edits }) => edits);
}

/** A number in its form; undefined where it is of a kind that has none. */
function canonical({ text, style, numeral, marks }: NumberLabel): string | undefined {
  const star = /^[★☆▲△◆※][ \u3000]*/.exec(text)?.[0] ?? '';
  const bare = text.slice(star.length);
  switch (style) {
    case 'han':
      return `${star}${bare.startsWith('第') ? '第' : ''}${numeral}、`;
    case 'han-bracket':
      return `${star}（${numeral}）`;
    case 'arabic':
      return marks || /^[⒈-⒛]/.test(bare) ? `${star}${numeral}.` : undefined;
    case 'arabic-bracket':
      return bare.startsWith('【') ? undefined : `${star}（${numeral}）`;
    case 'arabic-half-bracket':
      return `${star}${numeral}）`;
    case 'circled':
      return text.replace(/[、.．]$/, '');
    default:
      return text;
  }
}
