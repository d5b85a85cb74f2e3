/** The table of contents of a notice (目录): its headings once before they come in their places. */
import type { Entry, Notice } from '../../model/notice.ts';

const NONE: ReadonlySet<Entry> = new Set();
/** So many lines at least: two headings may be alike by chance. */
const FEWEST = 3;

/** The entries that are lines of a table of contents: titles and nothing else, up to where the first one comes again. */
export function contentsOf({ entries }: Notice): ReadonlySet<Entry> {
  let start = 0;
  for (const [index, entry] of entries.entries()) {
    const first = entries[start];
    if (first && index - start >= FEWEST && isSame(first, entry)) return new Set(entries.slice(start, index));
    if (!isTitle(entry)) start = index + 1;
  }
  return NONE;
}

function isTitle({ item: { text, fields }, from, part }: Entry): boolean {
  return from === part && fields.length === 0 && text.length <= 40 && !/[。；：，]/.test(text);
}

function isSame({ number: one, text: title }: Entry, { number: other, text }: Entry): boolean {
  // 总则………1: the page it stands on.
  const bare = title.replace(/[\s.．…·—-]*\d{0,3}$/, '');
  return (
    one !== undefined &&
    one.style === other?.style &&
    one.numeral === other.numeral &&
    bare !== '' &&
    text.startsWith(bare)
  );
}
