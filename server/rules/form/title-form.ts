import { isOffice } from '../../model/head.ts';
import type { Notice, Range } from '../../model/notice.ts';
import { withoutComments } from '../marks.ts';
import { defineRule, type Fix, type Report } from '../rule.ts';
import { bare, letterOf, linesBetween } from './letter.ts';

const KIND = '决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要';
/** What else has a title of its own and is sent to someone. */
const OTHER = '方案|办法|规定|细则|要点|计划|规划|措施|举措|规则|制度|预案|条例|总结';
const ENDS_IN_KIND = new RegExp(`(?:${KIND}|${OTHER})(?:[（(][^（）()]{1,12}[）)])?$`);
/** 关于印发…方案 is a notice that issues a plan. */
const ISSUES = /关于(?:印发|转发|批转|下达|公布|发布)/;
const ENDS_IN_OFFICIAL_KIND = new RegExp(`(?:${KIND})(?:[（(][^（）()]{1,12}[）)])?$`);
/** …任务分解通知; but 的紧急通知 and 的实施意见 say 的 before. */
const NO_DE = /关于[\s\S]{4,}[^的\s](通知|通报|函|批复|请示)$/;
const DOUBLED = /(关于|印发|转发|通知|的)\s*\1/;

export default defineRule({
  id: 'title-form',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'off' },
  looksAt: 'notice',
  what: {
    zh: '标题不合“发文机关＋关于＋事由＋文种”的写法。',
    en: 'The title lacks 关于 or the kind of document, or has marks that a title does not have.',
  },
  why: {
    zh: '公文标题由发文机关名称、事由和文种组成；缺了一样，登记、检索和引用都会出错。',
    en: 'Documents are registered, found and cited by titles of one form: issuer, 关于, subject, kind.',
  },
  source: '党政机关公文处理工作条例 第九条；GB/T 9704-2012 7.3.1',
  mend: { zh: '写作“云溪县人民政府关于……的通知”。', en: 'Write 云溪县人民政府关于……的通知.' },
  bad: [
    '«云溪县人民政府印发2026年重点任务分解的通知»\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '云溪县人民政府关于印发2026年重点任务«安排»\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '云溪县人民政府关于印发2026年重点任务分解«通知»\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '云溪县人民政府关于印发2026年重点任务分解«的的»通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '云溪县人民政府«关于印发关于»加强春耕工作的意见的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将意见印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  good: [
    '云溪县人民政府关于印发《关于加强春耕工作的意见》的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将意见印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '云溪县人民政府关于做好“十五五”开局、防汛备汛工作的紧急通知\n\n各乡镇人民政府，县直有关单位：\n\n请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  fix: 'safe',
  check({ notice }, report) {
    if (!notice.head.title) {
      const found = unrecognised(notice);
      if (found) report(found);
      return;
    }
    const { range } = notice.head.title;
    const printed = withoutComments(notice.text.slice(range.start, range.end));
    const placed = (match: RegExpExecArray): Range => ({
      start: range.start + match.index,
      end: range.start + match.index + match[0].length,
    });
    const twice = /关于\s*(?:印发|转发|批转)\s*关于/.exec(printed);
    if (twice)
      report({
        range: placed(twice),
        message: {
          zh: '标题里“关于”套“关于”：所印发文件的标题加书名号“《》”，或删去后一个“关于”。',
          en: '关于 stands inside 关于: put the title of what is issued in 《》, or delete the second 关于.',
        },
      });
    // What stands in 《》 keeps its own marks.
    const marks = printed.replace(/《[^《》]*》|（[^（）]*）|\([^()]*\)/g, (inner) => ' '.repeat(inner.length));
    const mark = /[，,；;：:。！!？?]/.exec(marks);
    if (mark)
      report({
        range: placed(mark),
        message: {
          zh: `标题里不用“${mark[0]}”，请删去或改写。`,
          en: `A title has no “${mark[0]}”: delete it, or reword the title.`,
        },
      });
    const doubled = DOUBLED.exec(printed);
    if (doubled) {
      const word = doubled[1]!;
      report({
        range: placed(doubled),
        message: { zh: `标题里“${word}”重复，请删去一个。`, en: `“${word}” stands twice in the title: delete one.` },
        fixes: [
          {
            title: { zh: `删去一个“${word}”`, en: `Delete one ${word}` },
            safe: true,
            edits: [{ range: placed(doubled), text: word }],
          },
        ],
      });
    }
    // 关于印发…方案 above the recipients: what is issued is named, and not the notice.
    const { text } = notice.head.title;
    if (notice.head.recipients.length && ISSUES.test(text) && !ENDS_IN_OFFICIAL_KIND.test(text))
      report(kindless(text, range.end));
    const kind = NO_DE.exec(printed)?.[1];
    if (kind && !/的[^的]{0,6}$/.test(printed.slice(0, -kind.length))) {
      const start = range.end - kind.length;
      report({
        range: { start, end: range.end },
        message: {
          zh: `标题的文种“${kind}”前缺“的”，应为“的${kind}”。`,
          en: `的 is missing before “${kind}” in the title.`,
        },
        fixes: [inserted(start, '的')],
      });
    }
  },
});

/** The line where a title stands that says no 关于 or no kind. Who is addressed tells that a notice begins. */
function unrecognised(notice: Notice): Report | undefined {
  const { recipientsPart } = letterOf(notice);
  if (recipientsPart < 0) return undefined;
  const lines = linesBetween(notice, -1, recipientsPart).filter(
    ({ text, part }) => !notice.items[part]?.number && !/\d\s*号$/.test(text),
  );
  // A title may be set in several lines.
  for (const count of [1, 2, 3]) {
    const own = lines.slice(-count);
    if (own.length < count || own.some(({ text }) => text.length > 80 || /[。；：:]/.test(text))) return undefined;
    const text = own.map((line) => bare(line.text)).join('');
    const range = { start: own[0]!.range.start, end: own.at(-1)!.range.end };
    const at = text.indexOf('关于');
    if (at < 0) {
      if (!OFFICE.test(text) || !/的[^的]{0,4}(?:通知|意见|函|决定|通报)$/.test(text)) continue;
      return {
        range,
        message: {
          zh: `标题“${text}”缺“关于”，应为“发文机关＋关于＋事由＋文种”。`,
          en: `The title “${text}” lacks 关于 after the issuer.`,
        },
      };
    }
    if (at > 0 && !isOffice(text.slice(0, at))) return undefined;
    if (text.length < at + 8 || !/[\u4e00-\u9fff》]$/.test(text)) return undefined;
    if ((ISSUES.test(text) ? ENDS_IN_OFFICIAL_KIND : ENDS_IN_KIND).test(text)) return undefined;
    // …的通知分享: a button of the page behind a title.
    if (/的(?:通知|意见|函|决定|通报|批复)/.test(text)) return undefined;
    return kindless(text, range.end);
  }
  return undefined;
}

/** An office, and more behind its name. */
const OFFICE =
  /^[\u4e00-\u9fff]{2,30}?(?:政府|办公室|办公厅|委员会|管委会|办事处|局|厅|部|院|县委|市委|区委|省委|党委|指挥部|领导小组|医院|大学|公司)(?=[\u4e00-\u9fff《“\d]{6})/;

function kindless(text: string, end: number): Report {
  return {
    range: { start: end - 2, end },
    message: {
      zh: `标题缺文种：“${text.slice(-2)}”之后应有“的通知”之类。`,
      en: 'The title does not say what kind of document it is: end it in 的通知 or the like.',
    },
    fixes: [inserted(end, '的通知')],
  };
}

function inserted(at: number, text: string): Fix {
  return {
    title: { zh: `补上“${text}”`, en: `Add ${text}` },
    safe: false,
    edits: [{ range: { start: at, end: at }, text }],
  };
}
