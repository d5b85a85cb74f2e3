import { absolute, type Item, type Notice, type Range } from '../../model/notice.ts';
import { textStart } from '../marks.ts';
import { defineRule } from '../rule.ts';

/** — 3 —, 第3页 共10页, 3/10: the number of a page. */
const PAGE_NUMBER =
  /^(?:[-—–―－─·]{1,2}\s*\d{1,3}\s*[-—–―－─·]{1,2}|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/;
/** Buttons of a page: nothing but their words. */
const BUTTONS =
  /^(?:[\s【】[\]（）()|｜:：>·，,]|分享到?|转发|打印(?:本页|此页|正文)?|关闭(?:窗口|本页|此页)?|收藏(?:本页)?|返回(?:顶部|首页|列表|上一页)?|字[号体](?:大小)?|大|中|小|默认|微信|微博|新浪|QQ(?:空间|好友)?|我要纠错|网站纠错|视力保护色|登录|注册|无障碍(?:阅读|浏览)|(?:长者|关怀|适老化?)(?:模式|版))+$/;
const BUTTON = /分享|打印|关闭|字[号体]|返回|收藏|纠错|登录|无障碍/;
/** The path to the page. */
const CRUMBS = /^(?:您?(?:当前|现在)?的?(?:所在)?位置\s*[:：]|首页\s*[>＞»›])|^[>＞»›].*[>＞»›]/;
/** What a page says about itself: one of these is enough, */
const CERTAIN =
  /(?:^|\s)(?:浏览次数|阅读次数|点击(?:数|次数|量|率)|访问(?:量|次数)|浏览量|累计访问|责任编辑|信息来源|文章来源|组配分类|公开方式|主题分类|成文日期|发文日期|生成日期|废止日期|有效性|索\s*引\s*号)(?:\s*[:：]|[\s\u3000]|$)|扫一扫.*(?:手机|分享|打开)|(?:运维|维护)(?:电话|单位)|技术支持\s*[:：]|网站标识码|公网安备|ICP备|版权所有|网站地图|(?:无障碍(?:阅读|浏览)|(?:长者|关怀|适老化?)(?:模式|版)).*(?:登录|注册|繁體|简体)/;
/** or two of these. */
const LIKELY =
  /(?:^|\s)(?:来源|发布(?:时间|日期|机构)|成文日期|发文日期|生成日期|有效性|编辑|作者|审核|字[号体]|关键词|文号|名称|公开(?:范围|日期))\s*[:：]/g;
const LINKS =
  /^(?:[上下]一[篇条页](?:\s*[:：].*)?|(?:相关(?:附件|文件|文档|链接|稿件|解读|阅读|新闻|政策|信息)|附件下载|文件下载|点击下载|原文下载|政策解读|图文解读)\s*[:：]?|【(?:图文|图片|文字|政策|一图)?(?:解读|图解)】.*)$/;
/** A file that the page offers: a document's name, and nothing else. 附件：1.… is the notice's own. */
const FILE = /^(?!附)(?=.*[\u4e00-\u9fff]{2})[^，,。；;：:！!？?、]{2,}\.(?:docx?|xlsx?|pdf|wps|ofd|et|zip|rar)$/i;
const FILE_END = /\.(?:[a-z]{2,4})$/i;
/** A line that is longer is text. */
const LONGEST = 240;

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
    const trimmed = line.length <= LONGEST ? line.trim() : '';
    const file = FILE_END.test(trimmed) && FILE.test(trimmed);
    if (trimmed && (file || isLeftover(trimmed))) {
      const at = start + line.indexOf(trimmed);
      found.push({ start: at, end: at + trimmed.length, file });
    }
    if (end < 0) break;
    start = end + 1;
  }
  return found.length ? found : undefined;
}

function isLeftover(line: string): boolean {
  if (/[。；！？]$/.test(line)) return false;
  return (
    PAGE_NUMBER.test(line) ||
    (BUTTON.test(line) && BUTTONS.test(line)) ||
    CRUMBS.test(line) ||
    CERTAIN.test(line) ||
    LINKS.test(line) ||
    (line.match(LIKELY)?.length ?? 0) > 1
  );
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
    if (last && start - last.range.end <= LONGEST && isBetween(text.slice(last.range.end, start))) {
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
