/** Lines that mark a place in a document: where an annex opens, a table begins, the letter is signed, copies are named. */
import { parseDate } from './dates.ts';

/** annex: 附件1 · copies: 抄送：… · serial: 序号, the first head of a table · column: another head · date: 2026年2月10日 */
export type Marker = 'annex' | 'copies' | 'serial' | 'column' | 'date';

const ANNEX = /^附\s*件\s*(?:[\d一二三四五六七八九十]{0,3})\s*[：:]?$/;
const COPIES = /^(?:抄\s*送|抄\s*报|主题词|分\s*送)\s*[：:]/;
const COLUMN =
  /^(?:重点工作|工作内容|主要任务|工作任务|目标任务|任务名称|具体任务|任务分解|具体任务分解|工作事项|重点任务|事项|完成时限|时限|时限要求|备注|项目名称|任务内容|工作要求|.*(?:单位|部门|领导|责任人|科室))$/;
/** The office may sign on the line of the date. */
const OFFICE = /^.{3,24}?(?:政府|办公室|委员会|办公厅|局|厅|部)(?=[\d二])/;

/** What an unnumbered line marks; most mark nothing. */
export function markerOf(text: string): Marker | undefined {
  if (COPIES.test(text)) return 'copies';
  if (text.length > 40) return undefined;
  if (/^附/.test(text) && ANNEX.test(text)) return 'annex';
  const bare = text.replace(/[\s\u3000\u00a0]/g, '');
  if (bare === '序号') return 'serial';
  if (/[\d年]/.test(bare)) return parseDate(bare.replace(OFFICE, '')) ? 'date' : undefined;
  return COLUMN.test(bare) ? 'column' : undefined;
}
