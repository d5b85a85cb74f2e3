/** Half-width marks that a document has throughout: made full width where the user asks for it, else told. */
import { absolute } from '../../model/notice.ts';
import { halfWidthIn } from '../../syntax/half-width.ts';
import type { Vocabulary } from '../../syntax/labels.ts';
import type { Edit, Text } from '../compose/text.ts';
import type { Remarks } from './remarks.ts';

const MADE = { zh: '半角标点已改为全角', en: 'Half-width marks were made full width' };
/** So few are slips, and a rule tells each. */
const SOME = 3;

export function mendMarks(text: Text, vocabulary: Vocabulary, fullWidth: boolean, remarks: Remarks): Text {
  const notice = text.read(vocabulary);
  const edits: Edit[] = [];
  let full = 0;
  let half = 0;
  notice.items.forEach((item, part) => {
    if (!item) return;
    const start = notice.starts[part]!;
    const found = halfWidthIn(
      text.text.slice(start, notice.starts[part + 1] ?? text.text.length),
      item.number?.range.end ?? 0,
    );
    if (!found) return;
    full += found.full + found.fullBrackets;
    half += found.half + found.halfBrackets;
    for (const { edits: own } of found.slips)
      for (const { range, text: insert } of own) edits.push({ ...absolute(notice, part, range), insert });
  });
  if (half <= SOME || half <= full) return text;
  const first = edits[0];
  const quote = first && text.text.slice(Math.max(0, first.start - 8), first.start + 8).replace(/^.*\n|\n.*$/gs, '');
  const place = first && text.placeAt(first.start);
  if (!fullWidth) {
    remarks.count(
      'doubtful',
      {
        zh: '全文用的是半角标点（, : ; ( )），没有改动；要统一改为全角，在编辑器里用快速修改一次改完，或者用命令行导入时加 --full-width',
        en: 'Marks are half width throughout and were kept; ask for full-width marks (--full-width) to change them',
      },
      quote,
      place,
      edits.length,
    );
    return text;
  }
  remarks.count('changed', MADE, quote, place, edits.length);
  return text.edited(edits);
}
