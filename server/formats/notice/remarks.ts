/** What is said of the official page that had to be guessed, or was left out. */
import type { Range } from '../../model/notice.ts';
import type { Remark } from '../format.ts';

export function broken(lines: readonly string[], range: Range): Remark {
  const shown = lines.join(' / ');
  return {
    range,
    words: {
      zh: `标题按词意回行为：${shown}。不合适的，在通知里把标题照要的样子分行写`,
      en: `The title was broken into lines: ${shown}. To have others, write it on lines of your own in the notice`,
    },
  };
}

/** @param ranges at least one, of lines that a page put around the notice */
export function leftOut(ranges: readonly Range[], text: string): Remark {
  const first = ranges[0]!;
  const n = ranges.length;
  const found = text.slice(first.start, first.end).split('\n', 1)[0]!.trim();
  const quoted = found.length > 20 ? `${found.slice(0, 18)}…` : found;
  return {
    range: first,
    words: {
      zh: `网页、页码等页面上的内容没有印（如“${quoted}”，共${n}行），请从通知里删去`,
      en: `What came with a page was not printed (such as "${quoted}", ${n} line${n === 1 ? '' : 's'}); delete it from the notice`,
    },
  };
}

/** @param pitch in points */
export function repitched(page: number, pitch: number, range: Range | undefined): Remark {
  return {
    ...(range && { range }),
    words: {
      zh: `第${page}页剩下的空白排不下署名和成文日期，为使署名页上有正文，该页行距调为${pitch}磅（GB/T 9704—2012，7.3.5.5）。不合适的，增删几个字再导出`,
      en: `The signature did not fit on page ${page}, so its lines were set ${pitch} pt apart to have text with it (GB/T 9704-2012, 7.3.5.5). To have it otherwise, add or cut a few words`,
    },
  };
}

export function signedApart(page: number, range: Range | undefined): Remark {
  return {
    ...(range && { range }),
    words: {
      zh: `署名和成文日期单独落在第${page}页，与正文不同页；请增删几个字，使署名页上有正文`,
      en: `The signature stands alone on page ${page}; add or cut a few words so that it stands with text`,
    },
  };
}
