import { absolute, type Item, type Notice, type Range } from '../../model/notice.ts';
import { isFileName, isLeftover, LONGEST_LEFTOVER } from '../../model/page-lines.ts';
import { textStart } from '../marks.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'page-leftover',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '留有网页或打印页面上的内容：导航、分享按钮、浏览次数、下载的文件名、页码、重复的页眉。',
    en: 'Lines of a web page or a printed page are left over: navigation, buttons, counts, names of files, page numbers, running heads.',
  },
  why: {
    zh: '这些不是通知的内容，印出来就是差错；夹在正文中间的页码还会把句子断开。',
    en: 'They are no part of the notice; a page number in the text cuts its sentences.',
  },
  mend: { zh: '删去这些行。', en: 'Delete the lines.' },
  bad: [
    '«当前位置：首页 > 政务公开 > 县政府文件»\n\n云溪县人民政府关于做好春耕工作的通知\n\n各乡镇人民政府：\n\n1.备足种子化肥。\n',
    '1.备足种子化肥。\n\n«— 2 —»\n\n2.检修泵站12座。\n',
    '云溪县人民政府关于做好春耕工作的通知\n\n各乡镇人民政府：\n\n1.备足种子化肥。\n\n«云溪县人民政府关于做好春耕工作的通知.docx\n云溪县人民政府关于做好春耕工作的通知.pdf»\n',
    '1.备足种子化肥。\n\n«上一篇：关于做好防汛工作的通知\n下一篇：没有了\n\n扫一扫在手机打开当前页»\n',
    '云溪县人民政府关于做好春耕工作的通知\n\n各乡镇人民政府：\n\n1.备足种子化肥。\n\n«云溪县人民政府关于做好春耕工作的通知»\n\n2.检修泵站12座。\n',
  ],
  good: [
    '云溪县人民政府关于做好春耕工作的通知\n\n各乡镇人民政府：\n\n1.备足种子化肥。\n\n2.优化打印、复印自助服务，建设政府网站，责任编辑持证上岗。\n\n（此件公开发布）\n',
    '1.备足种子化肥。\n\n附件：1.任务清单.xls\n2.责任分工.doc\n\n附件3 工作流程.pdf\n\n附件：\n春耕任务表.xlsx\n',
    '1.备足种子化肥，台账从平台下载：春耕台账.xls\n导出后的名称为\n全县春耕台账.xls\n',
    '1.备足种子化肥。\n\n（扫描二维码查看附件）\n\n联系人：辛桐，联系电话：0000-1234567，地址：云溪县松风路1号，邮编：000000\n',
    '一、来源：县供销社\n1.备足种子化肥。\n',
  ],
  fix: 'ask',
  summarize: linesIn,
  check({ notice, summaryOf }, report) {
    const lines: Range[] = [];
    // The last part that is nothing but the name of a file, and the page's.
    let offered = -1;
    notice.items.forEach((item, part) => {
      if (!item || notice.zones[part] === 'table') return;
      const found = summaryOf(part);
      if (!found) return;
      for (const line of found)
        if (!line.file || isOfPage(notice, part, offered)) {
          lines.push(absolute(notice, part, line));
          if (line.file) offered = part;
        }
    });
    lines.push(...runningHeads(notice));
    for (const { range, count } of blocks(lines, notice.text)) {
      const found = notice.text.slice(range.start, range.end).split('\n', 1)[0]!.trim();
      const words = found.length > 20 ? `${found.slice(0, 18)}…` : found;
      const more = count - 1;
      report({
        range,
        message: {
          zh: `“${words}”${more ? `及其后${more}行` : ''}是页面上的内容，不属于通知，请删去。`,
          en: `"${words}"${more ? ` and ${more} lines after it` : ''} came with the page and ${more ? 'are' : 'is'} no part of the notice. Delete ${more ? 'them' : 'it'}.`,
        },
        fixes: [
          {
            title: { zh: '删去这些行', en: 'Delete the lines' },
            safe: false,
            edits: [{ range: wholeLines(range, notice.text), text: '' }],
          },
        ],
      });
    }
  },
});

interface Line extends Range {
  /** The name of a file: whose it is, the lines above it say. */
  readonly file: boolean;
}

function linesIn(item: Item, text: string): readonly Line[] | undefined {
  const found: Line[] = [];
  // The line of a number is an entry's.
  let start = item.number ? text.indexOf('\n', textStart({ item })) + 1 : 0;
  if (item.number && start === 0) return undefined;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    const trimmed = line.length <= LONGEST_LEFTOVER ? line.trim() : '';
    const file = isFileName(trimmed);
    if (trimmed && (file || isLeftover(trimmed))) {
      const at = start + line.indexOf(trimmed);
      found.push({ start: at, end: at + trimmed.length, file });
    }
    if (end < 0) break;
    start = end + 1;
  }
  return found.length ? found : undefined;
}

/** A line that goes on from the one before it, or that 附件： stands above, is the notice's. */
function isOfPage({ items, starts, text }: Notice, part: number, offered: number): boolean {
  let before = part - 1;
  while (before >= 0 && !items[before]) before--;
  const item = items[before];
  if (!item || before === offered) return true;
  const gap = text.slice(starts[before]! + item.end, starts[part]! + items[part]!.textRange.start);
  return /\n[ \t\u3000\u00a0\r]*\n/.test(gap) && !/^附\s*件|[：:，、；]$/.test(item.text);
}

/** The title, once more on a line of its own: the head of the next page. */
function runningHeads({ head: { title }, text }: Notice): Range[] {
  const found: Range[] = [];
  if (!title || title.text.length < 10 || title.range.end - title.range.start !== title.text.length) return found;
  for (let at = text.indexOf(title.text, title.range.end); at >= 0; at = text.indexOf(title.text, at + 1)) {
    const end = at + title.text.length;
    if (
      /(?:^|\n)[ \t\u3000\u00a0]*$/.test(text.slice(Math.max(0, at - 40), at)) &&
      /^[ \t\r]*(?:\n|$)/.test(text.slice(end, end + 20))
    )
      found.push({ start: at, end });
  }
  return found;
}

/** Lines with nothing but blank ones between them are one place to mend. */
function blocks(lines: readonly Range[], text: string): { range: Range; count: number }[] {
  const found: { range: { start: number; end: number }; count: number }[] = [];
  for (const { start, end } of [...lines].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start - last.range.end <= LONGEST_LEFTOVER && isBetween(text.slice(last.range.end, start))) {
      last.range.end = end;
      last.count++;
    } else found.push({ range: { start, end }, count: 1 });
  }
  return found;
}

/** Blank lines; and a line that would be the notice's own elsewhere: who keeps the page, and where to call. */
function isBetween(text: string): boolean {
  return text.split('\n').every((line) => !line.trim() || /(?:主办|承办|地址|电话|邮编)(?:单位)?\s*[:：]/.test(line));
}

function wholeLines({ start, end }: Range, text: string): Range {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start) + 1, end: next < 0 ? text.length : next + 1 };
}
