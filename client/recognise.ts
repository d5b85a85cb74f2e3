/**
 * Whether a text looks like a task notice, judged by how often it says who is responsible. A look that costs no
 * more than a search, for deciding what to do with a .txt file; the server understands notices, this does not.
 */

/** A notice; a text that may be one; a text that is none. */
export type Verdict = 'notice' | 'maybe' | 'none';

/** 牵头单位： — or a bracket that ends in who does it: （甲局牵头，乙局配合）. 责任编辑： is the web page's, not the notice's. */
const STATEMENT =
  /(?:牵头|责任(?!编辑)|配合|协同|协作|协办|主办|承办|分管|分工)[\u4e00-\u9fff（）()/、]{0,8}[ \u3000]?(?:[：:】]|——)|(?:牵头|配合|负责|参与|协助|落实|推进)[。.]?[）)〕\]］】]/g;

/** A single one may be quoted in any text; a notice repeats itself. */
const ENOUGH = 3;

/** How much of a text is looked at, in UTF-16 units: a notice's first tasks stand well before. */
export const LOOKED_AT = 200_000;

export function recognise(text: string): Verdict {
  let count = 0;
  for (const _ of text.slice(0, LOOKED_AT).matchAll(STATEMENT)) {
    if (++count === ENOUGH) return 'notice';
  }
  return count > 0 ? 'maybe' : 'none';
}
