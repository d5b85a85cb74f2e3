import { isNoticeText, textStart, withoutComments } from './marks.ts';
import { defineRule } from './rule.ts';

/**
 * 、 before the word that joins or closes the list itself. What begins with the same character is another word: 及时,
 * 等级, 与会, 和谐, 和平镇; and in a list that goes on with 、, 和 is the beginning of a name.
 */
const NEEDLESS =
  /、(?=以及|等(?:[，。；、）)\s]|$|(?:相关|有关|多个|[一二两三四五六七八九十\d]{1,3}[个项家类种])?(?:单位|部门|乡镇|街道|镇街|方面|领域|工作|项目|行业|产业|企业|区域|地区|活动|平台|任务|问题))|(?:和(?![谐平睦解气美好善县田衷顺风])|与(?!时俱|会|此)|及(?![时早格第]))(?![\u4e00-\u9fff]{1,2}(?:镇|乡|村|街道|社区|县|区|市|路))[\u4e00-\u9fff\d“《（(）)”》]+(?:[，。；：\s]|$))/gm;

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
    '1.办好开茶节、采摘节«、»以及美食节。\n',
  ],
  good: [
    '1.推进信息公开、及时回应，做好分级、等级评定，促进和睦、和谐，落实稳岗、与会企业对接。\n',
    '1.改造松风镇、和庆镇、白鹭镇道路，建设甲县、和丰镇。\n',
    '1.发展茶叶、油茶等产业，推进农业、工业和服务业融合。\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!view.text.includes('、') || !isNoticeText(view.zone, view.item, view.text)) return;
    const own = withoutComments(view.text);
    NEEDLESS.lastIndex = textStart(view);
    for (let match = NEEDLESS.exec(own); match; match = NEEDLESS.exec(own)) {
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
