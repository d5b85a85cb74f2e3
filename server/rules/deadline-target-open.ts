import { absolute, type Item, type Range } from '../model/notice.ts';
import { defineRule } from './rule.ts';

/** What brings a number about; 保持 and 稳定在 only keep one. */
const VERB =
  '(?:新增|新建|新开工|新引进|新培育|新认定|扩建|建成|建设|改造|完成|打造|培育|引进|创建|修复|治理|整治|拆除|硬化|绿化|清淤|发放|培训|安置|新开通|开通|打通|达到|突破|增长|提高到|提升到|增加到|增至|降至)';
const MEASURE =
  '(?:个|家|处|座|条|套|户|所|项|台|辆|名|人次|人|场次?|亩|公顷|公里|千米|平方米|平方公里|立方米|吨|千瓦时?|元(?=$|[，。；、以左])(?!以上[^，。；])|％|%|张|株|件|栋|幢|间|盏|对|支|村|镇|床)';
const TARGET = new RegExp(
  `${VERB}[^，。；、：:（(\\d]{0,16}?(\\d+(?:\\.\\d+)?\\s*[百千万亿]*余?\\s*${MEASURE}(?:以上|左右)?)`,
  'g',
);
/** A number that is kept up, or that comes back each time. */
const KEPT =
  /(?:保持|稳定|控制|不低于|不超过|不少于|每(?:年|月|季|周|日|次|半年|个|户|人|村)|年均|人均|常年|日均|月均|已|累计|现有|原有|率|占比|第|(?:20\d{2}|[本今全当])年)[^，。；]*$/;

export default defineRule({
  id: 'deadline-target-open',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '有数量目标，完成时限却是“持续推进”。', en: 'A counted target under a deadline without an end.' },
  why: {
    zh: '“新增50个”要到哪天数，没有截止日期就无法验收、销号。',
    en: 'Nobody can say when to count what is to be there.',
  },
  mend: {
    zh: '数量目标写明完成日期；长期性的工作另写“并长期坚持”。',
    en: 'Say by when the number is to be there; what goes on after that is 并长期坚持.',
  },
  bad: [
    '1.新建口袋公园«12个»，做好日常管护。\n责任单位：县城管局\n完成时限：持续推进\n',
    '1.推进污水管网建设，改造老旧管网«8公里»。（责任单位：县住建局；完成时限：长期坚持）\n',
  ],
  good: [
    '1.开展食品抽检，合格率保持在98%以上。\n责任单位：县市场监管局\n完成时限：持续推进\n',
    '1.新建口袋公园12个。\n责任单位：县城管局\n完成时限：2026年11月底前，并长期坚持\n',
    '1.推进绿化，年内新建口袋公园12个。\n责任单位：县城管局\n完成时限：持续推进\n',
    '1.推进绿化，每年新建口袋公园2个。\n责任单位：县城管局\n完成时限：长期坚持\n',
    '1.新建口袋公园12个。\n责任单位：县城管局\n完成时限：全年推进\n',
  ],
  fix: 'none',
  summarize: targetIn,
  check({ notice, summaryOf }, report) {
    for (const { deadline, spoken, part } of notice.tasks) {
      if (deadline?.kind !== 'open' || spoken.length) continue;
      const target = summaryOf(part);
      if (!target) continue;
      report({
        range: absolute(notice, part, target.range),
        message: {
          zh: `目标“${target.text}”没有完成日期：时限是“${deadline.text}”。请写明到哪天完成，如“2026年底前，并长期坚持”。`,
          en: `“${target.text}” has no date: the deadline is “${deadline.text}”. Say by when, as in 2026年底前，并长期坚持.`,
        },
      });
    }
  },
});

interface Target {
  readonly text: string;
  readonly range: Range;
}

/** The first counted target of a part. */
function targetIn({ textRange, deadlines }: Item, text: string): Target | undefined {
  // What says its own day is none of this rule's; without one a heading may say it.
  if (deadlines.length && !deadlines.some(({ kind, same }) => kind === 'open' || same)) return undefined;
  const printed = text.slice(0, textRange.end);
  if (!/\d/.test(printed)) return undefined;
  TARGET.lastIndex = textRange.start;
  for (let match = TARGET.exec(printed); match; match = TARGET.exec(printed)) {
    const clause = printed.slice(Math.max(0, match.index - 30), match.index + match[0].length - match[1]!.length);
    // 成立1个专班 is a thing, and no number to be reached; 新建污水处理厂1座 is both.
    if (KEPT.test(clause) || (/^1(?![\d.百千万亿])/.test(match[1]!) && !/^(?:新|建成|扩)/.test(match[0]))) continue;
    const end = match.index + match[0].length;
    return { text: match[1]!, range: { start: end - match[1]!.length, end } };
  }
  return undefined;
}
