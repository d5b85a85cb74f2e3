import type { Notice, Range } from '../model/notice.ts';
import { letterOf, linesBetween } from './letter.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

const KIND = '决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要';
/** What plans and rules are called that notices print; their titles are no notices' titles. */
const OTHER = '方案|办法|规定|细则|要点|计划|规划|措施|清单|分工|分解|规则|制度|预案|总结|名单|表|书|稿|条例';
const ENDS_IN_KIND = new RegExp(`(?:${KIND}|${OTHER})(?:[（(][^（）()]{1,12}[）)])?$`);
/** …任务分解通知; but 的紧急通知 and 的实施意见 say 的 before. */
const NO_DE = /关于.{4,}[^的](通知|通报|函|批复|请示)$/;
const OFFICE =
  /^.{2,40}?(?:政府|办公室|办公厅|委员会|管委会|办事处|局|厅|部|委|院|指挥部|领导小组)(?=印发|下达|分解|做好|开展|转发|公布|调整|成立|加强|推进|进一步|切实|加快|落实|召开|\d)/;

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
    '云溪县人民政府«关于印发关于»加强春耕工作的意见的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将意见印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  good: [
    '云溪县人民政府关于印发《关于加强春耕工作的意见》的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将意见印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '云溪县人民政府关于做好“十五五”开局、防汛备汛工作的紧急通知\n\n各乡镇人民政府，县直有关单位：\n\n请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    if (!notice.head.title) {
      const found = unrecognised(notice);
      if (found) report(found);
      return;
    }
    const { range } = notice.head.title;
    const printed = notice.text.slice(range.start, range.end);
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
    const bare = NO_DE.exec(printed);
    if (bare && !/的[^的]{0,6}$/.test(printed.slice(0, -bare[1]!.length))) {
      const start = range.end - bare[1]!.length;
      report({
        range: { start, end: range.end },
        message: {
          zh: `标题的文种“${bare[1]}”前缺“的”，应为“的${bare[1]}”。`,
          en: `的 is missing before “${bare[1]}” in the title.`,
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
  const line = linesBetween(notice, -1, recipientsPart)
    .filter(({ text, part }) => !notice.items[part]?.number && !/\d\s*号$/.test(text))
    .at(-1);
  if (!line || line.text.length < 8 || line.text.length > 80 || /[。；：:]/.test(line.text)) return undefined;
  const { text, range } = line;
  if (!text.includes('关于') && OFFICE.test(text) && /的[^的]{0,4}(?:通知|意见|函|决定|通报)$/.test(text)) {
    return {
      range,
      message: {
        zh: `标题“${text}”缺“关于”，应为“发文机关＋关于＋事由＋文种”。`,
        en: `The title “${text}” lacks 关于 after the issuer.`,
      },
    };
  }
  if (
    /^.{0,40}关于(?:印发|下达|分解|做好|开展|转发|公布|调整|成立|加强|推进|进一步|切实|加快|落实)/.test(text) &&
    !ENDS_IN_KIND.test(text) &&
    // …的通知分享: a button of the page behind a title.
    !/的(?:通知|意见|函|决定|通报|批复|方案)/.test(text) &&
    /[\u4e00-\u9fff》]$/.test(text)
  ) {
    const start = range.end - 2;
    return {
      range: { start, end: range.end },
      message: {
        zh: `标题缺文种：“${text.slice(-2)}”之后应有“的通知”之类。`,
        en: `The title does not say what kind of document it is: end it in 的通知 or the like.`,
      },
      fixes: [inserted(range.end, '的通知')],
    };
  }
  return undefined;
}

function inserted(at: number, text: string): Fix {
  return {
    title: { zh: `补上“${text}”`, en: `Add ${text}` },
    safe: false,
    edits: [{ range: { start: at, end: at }, text }],
  };
}
