import { isNoticeText, textStart } from '../marks.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * What no sentence begins with: a particle, a conjunction between two words, the tail of a list.
 * 的确, 等级 and the like are other words; 和 and 与 begin names and phrases (和平镇, 与此同时) and prove nothing.
 */
const CANNOT_BEGIN =
  /。(?:的(?![确士])|以及|及其|之[一间](?=[，。；])|等(?=[，。；、）)]|(?:相关|有关)?(?:单位|部门|方面|领域|工作|项目|行业|产业|区域|地区|活动|平台|任务))|左右|为主[，。；、])/g;
/** What no sentence ends with: a preposition or a conjunction whose other side is missing. 共和 and 缓和 are words. */
const CANNOT_END = /(?:以及|及其|按照|围绕|关于|对于|(?<![共总饱缓温平祥柔协调中随])和|(?<!间)或|(?<!参)与)。/g;

export default defineRule({
  id: 'sentence-cut',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '句号用在一句话的中间，把句子断成两截。', en: 'A full stop stands in mid-sentence.' },
  why: {
    zh: '句号前后是一句话，断开以后两截都不成句，多是改稿或粘贴时留下的。',
    en: 'Neither half is a sentence; an edit or a paste left the mark there.',
  },
  source: 'GB/T 15834-2011 4.1',
  mend: { zh: '删去句号，或者补全句子。', en: 'Delete the full stop, or complete the sentence.' },
  bad: [
    '1.推进生态茶园建设«。»以及配套加工厂房改造。\n',
    '1.完善河湖长制«。»的各项制度。\n',
    '1.推进县城和«。»乡镇污水管网建设。\n',
  ],
  good: [
    '1.稳住农业基本盘。的确有困难的，另行报批。等级评定年内完成。\n',
    '1.推动矛盾缓和。和平镇率先试点。与此同时，做好审计参与。\n',
    '1.推进甲园建设。及时兑现奖补资金。\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!view.text.includes('。') || !isNoticeText(view.zone, view.item, view.text)) return;
    const own = view.text;
    const from = textStart(view);
    const at = new Set<number>();
    for (const match of own.matchAll(CANNOT_BEGIN)) at.add(match.index);
    for (const match of own.matchAll(CANNOT_END))
      if (own[match.index + match[0].length] !== '\n') at.add(match.index + match[0].length - 1);
    for (const start of [...at].sort((a, b) => a - b)) {
      if (start < from || own[start - 1] === '。' || own[start + 1] === '。') continue;
      const range = { start, end: start + 1 };
      const before = /[\u4e00-\u9fff\w]{0,6}$/.exec(own.slice(Math.max(0, start - 6), start))![0];
      const after = /^[\u4e00-\u9fff\w]{0,6}/.exec(own.slice(start + 1, start + 7))![0];
      const fix: Fix = {
        title: { zh: '删去句号', en: 'Delete the full stop' },
        safe: false,
        edits: [{ range, text: '' }],
      };
      report({
        range,
        message: {
          zh: `“${before}。${after}”中的句号把一句话断开了，请删去，或补全句子。`,
          en: `The full stop between "${before}" and "${after}" cuts a sentence. Delete it, or complete the sentence.`,
        },
        ...(after && { fixes: [fix] }),
      });
    }
  },
});
