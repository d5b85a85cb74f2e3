import { isNoticeText, textStart } from '../marks.ts';
import { defineRule } from '../rule.ts';

/**
 * 、 before the word that joins or closes the list itself. What begins with the same character is another word: 及时,
 * 等级, 与会, 和谐, 和平镇; and in a list that goes on with 、, 和 is the beginning of a name.
 */
const NEEDLESS =
  /、(?=以及|等(?:[，。；、）)\s]|$|(?:相关|有关|多个|[一二两三四五六七八九十\d]{1,3}[个项家类种])?(?:单位|部门|乡镇|街道|镇街|方面|领域|工作|项目|行业|产业|企业|区域|地区|活动|平台|任务|问题))|(?:和(?![谐平睦解气美好善县田衷顺风])|与(?!时俱|会|此)|及(?![时早格第]))(?![\u4e00-\u9fff]{1,2}(?:镇|乡|村|街道|社区|县|区|市|路))[\u4e00-\u9fff\d“《（(）)”》]+(?:[，。；：\s]|$))/gm;

/** What one does with another: 与市场挂钩, 与责任相适应. The words before it belong to it, and to no list. */
const MUTUAL =
  /相(?![关机])|互|挂钩|脱钩|衔接|结合|对接|匹配|适应|对应|对照|配套|同步|一致|协调|协同|协作|协商|合作|联动|联合|联系|联网|共享|共建|沟通|交流|会商|座谈|比对|对标|并轨|并行|并重|接轨|连通|贯通|签订|签署|同等|同级|一[起道并同]|不符/;

/** With 与 a phrase begins that is parallel to another one, A与B衔接、与C协作, or of which the 、 parts what stands before. */
function isPhrase(text: string, at: number): boolean {
  if (!/[与和]/.test(text[at + 1]!)) return false;
  const after = /^[^，。；：\s]*/.exec(text.slice(at + 2, at + 82))![0];
  if (text[at + 1] === '和') return /相(?![关机])/.test(after);
  const before = /[^，。；：\s]*$/.exec(text.slice(Math.max(0, at - 80), at))![0];
  return MUTUAL.test(after) || before.includes('与');
}

export default defineRule({
  id: 'separator-needless',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '“等”“和”“及”“与”“以及”前面用了顿号。', en: 'A 、 stands before 等, 和, 及, 与 or 以及.' },
  why: {
    zh: '这些词本身就把并列的各项连起来或收住，前面不再用顿号；也可能是中间漏了一项。',
    en: 'These words join or close the list themselves; or a member is missing before them.',
  },
  source: 'GB/T 15834-2011 4.5',
  mend: { zh: '删去这个顿号；漏了一项的，补上。', en: 'Delete the 、, or add the member that is missing.' },
  bad: [
    '1.发展茶叶、油茶«、»等产业。\n',
    '1.推进农业、工业«、»和服务业融合。\n',
    '1.推进规划、建设«、»与管理。\n',
    '1.办好开茶节、采摘节«、»以及美食节。\n',
  ],
  good: [
    '1.推进信息公开、及时回应，做好分级、等级评定，促进和睦、和谐，落实稳岗、与会企业对接。\n',
    '1.完善覆盖各乡镇、与检查事项相对应的名录库，做到收入与利益脱钩、与责任挂钩。\n',
    '1.完善行政执法与刑事司法衔接、与公益诉讼协作机制，坚持建设、和管护相结合。\n',
    '1.改造松风镇、和庆镇、白鹭镇道路，建设甲县、和丰镇。\n',
    '1.发展茶叶、油茶等产业，推进农业、工业和服务业融合。\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!view.text.includes('、') || !isNoticeText(view.zone, view.item, view.text)) return;
    const own = view.text;
    NEEDLESS.lastIndex = textStart(view);
    for (let match = NEEDLESS.exec(own); match; match = NEEDLESS.exec(own)) {
      if (isPhrase(own, match.index)) continue;
      const range = { start: match.index, end: match.index + 1 };
      const word = /^(?:以及|.)/.exec(own.slice(range.end, range.end + 2))![0];
      report({
        range,
        message: {
          zh: `“${word}”前面不用顿号，请删去；漏了一项的，请补上。`,
          en: `No 、 before ${word}. Delete it, or add the member that is missing.`,
        },
        fixes: [{ title: { zh: '删去顿号', en: 'Delete the 、' }, safe: false, edits: [{ range, text: '' }] }],
      });
    }
  },
});
