/** What documents made of a notice's tasks say alike: their titles, what they are taken from, lists of serial numbers. */
import type { Notice } from '../../model/notice.ts';
import type { ExportOptions } from '../format.ts';
import { printable } from '../page/printable.ts';
import { tableTitle } from '../table/title.ts';

const KIND = /(?:分解|分工)?(?:一览表|明细表|清单|台账|表)$/;

/**
 * The title of a document by what its kind is called: 云溪县2026年重点工作任务分解表 → 云溪县2026年重点工作任务分办单.
 *
 * @param kind 分办单
 */
export function titleOf(notice: Notice, kind: string, options: ExportOptions = {}): string {
  const stem = tableTitle(notice).replace(KIND, '');
  // 工作责任分解表 has the word already.
  const doubled = stem.slice(-2) === kind.slice(0, 2);
  return printable(options.title ?? (doubled ? stem.slice(0, -2) : stem) + kind);
}

/** The notice as another document names it: 《关于…的通知》（云政办发〔2026〕3号）; empty where it has no title. */
export function sourceOf({ head }: Pick<Notice, 'head'>): string {
  const title = bare(head.title?.text);
  if (!title) return '';
  const number = bare(head.number?.text);
  const quoted = /[《》]/.test(title) ? title.replaceAll('《', '〈').replaceAll('》', '〉') : title;
  return printable(`《${quoted}》${number ? `（${number}）` : ''}`);
}

/** Titles are broken over lines and set with blanks. */
function bare(text = ''): string {
  return text.replace(/\s+/g, '');
}

/** More than these are not read one by one. */
const MOST = 40;

/** 1、2、5—9 */
export function serials(numbers: readonly number[]): string {
  const runs: string[] = [];
  for (let from = 0, to = 0; from < numbers.length && runs.length < MOST; from = to + 1) {
    for (to = from; numbers[to + 1] === numbers[to]! + 1; ) to++;
    const [first, last] = [numbers[from]!, numbers[to]!];
    if (to - from > 1) runs.push(`${first}—${last}`);
    else runs.push(...numbers.slice(from, to + 1).map(String));
  }
  return runs.join('、') + (runs.length < MOST ? '' : '……');
}
