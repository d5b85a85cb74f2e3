/** The lines above the table: its title, and the count that the notice declares. */
import type { Notice } from '../../model/notice.ts';

/** What a title of a table ends in. */
const TABLE = /(?:分解表|分工表|任务表|一览表|明细表|清单|台账|表)$/;
const KIND = '(?:通知|意见|函|通报|决定|方案|报告|批复|办法)';
const DOES = '(?:转发|印发|下达|公布|发布|交办|明确|报送|分解|落实|做好|抓好)';
const ABOUT = new RegExp(`关于${DOES}{0,2}(.+)的${KIND}`);

/**
 * The table's title: the notice's own where an annex has one, else made of what the notice passes on, 关于印发《X方案》的通知
 * → X表, 关于印发2026年重点工作的通知 → 2026年重点工作任务分解表.
 */
export function tableTitle(notice: Notice): string {
  const annex = notice.annexes
    .map((candidate) => unbroken(candidate.title))
    .find((title) => /(?:分解|分工)表$/.test(title));
  if (annex) return annex;
  const title = unbroken(notice.head.title?.text ?? '');
  const about = (ABOUT.exec(title)?.[1] ?? title).replace(/^《(.+)》$/, '$1').replace(/[《》]/g, '');
  if (!about) return '任务分解表';
  if (TABLE.test(about)) return about;
  if (/(?:分解|分工)(?:方案|意见)?$/.test(about)) return about.replace(/(?:方案|意见)?$/, '表');
  if (/任务书?$/.test(about)) return `${about.replace(/书$/, '')}分解表`;
  return `${about}任务分解表`;
}

/** Titles are printed over several lines and with blanks that set them: none between Han characters and digits. */
function unbroken(title: string): string {
  return title
    .trim()
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef“”])\s+|\s+(?=[\u3000-\u9fff\uff00-\uffef“”])/g, '')
    .replace(/\s+/g, ' ');
}

const DECLARED = /^[（(][^（）()]*(?:合计|共计|总计|共(?=\s*\d))[^（）()]*\d+\s*[个项条件][^（）()]*[）)]$/;

/**
 * The count that the notice itself declares in a paragraph of its own, as printed: （合计5个方面，共8项指标、40项任务）.
 * None is made up: whether 指标 and 任务 are counted apart is the office's way to say, and a rule checks that it's true.
 */
export function declaredTotals(notice: Notice): string | undefined {
  for (const item of notice.items) {
    if (!item || item.number || item.fields.length) continue;
    const text = item.text.trim();
    if (text.length < 60 && DECLARED.test(text)) return text;
  }
  return undefined;
}
