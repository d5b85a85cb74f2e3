import { absolute, type Entry, type Notice } from '../../model/notice.ts';
import type { Style } from '../../syntax/numbers.ts';
import { levelsOf } from '../numbering/numbering.ts';
import { defineRule } from '../rule.ts';

const END = /[。；，;]$/;
/** Two lines of a page. What is longer is a sentence that introduces what stands under it. */
const LONGEST = 56;
/** A line of a page: what a heading within the text has, and a sentence seldom. */
const SHORT = 20;
/** A sentence that leads to the list under it: 有下列情形之一的，…处理。 It says who must do what, or when; a heading does not. */
const SENTENCE =
  /应当|必须|不得|可以|(?<![适供反响效对相感照])应(?![急用对变聘届])|(?<![主重需紧摘概])要(?![素点件义求务害领闻目道])|[下以如][列下]|之一|[的后时]，|由[^，]{2,20}(?:负责|组织|承担|办理)/;
/** The levels that are set in a face of their own: 一、 and （一）. */
const OUTER: ReadonlySet<Style> = new Set(['part', 'article', 'han', 'han-bracket']);

export default defineRule({
  id: 'heading-closed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '单独成行的标题末尾用了句号、分号或逗号。', en: 'A heading on a line of its own ends in a mark.' },
  why: {
    zh: '标题末尾不用标点（问号、叹号除外）；用了句号，读者会当成一项任务。',
    en: 'A heading has no closing mark; with one it reads like a task.',
  },
  source: 'GB/T 15834-2011 附录B.4',
  mend: { zh: '删去标题末尾的标点。', en: 'Delete the mark.' },
  bad: [
    '一、建好茶园«。»\n1.新建茶园6000亩。\n二、修好公路\n2.改造公路30公里。\n',
    '一、突出产业，建好茶园«。»\n1.新建茶园6000亩。\n二、突出交通，修好公路。\n2.改造公路30公里。\n',
    '一、产业\n1.做强茶叶产业«。»\n（1）新建茶园6000亩。\n责任单位：县农业农村局\n2.做优竹木产业。\n（1）改造竹林2万亩。\n责任单位：县林业局\n3.做活文旅产业。\n（1）新建民宿60家。\n责任单位：县文化旅游局\n',
  ],
  good: [
    '一、建好茶园\n1.新建茶园6000亩。\n二、修好公路\n2.改造公路30公里。\n',
    '一、推进甲园建设。（牵头单位：县发改委）\n1.修路。\n二、推进乙园建设。（牵头单位：县商务局）\n2.架桥。\n',
    '（一）推进甲园建设。（牵头单位：县发改委）\n（二）加快重点项目建设。\n1.修路。（牵头单位：县交通局）\n（三）推进乙园建设。（牵头单位：县商务局）\n',
    '一、做强产业。今年要抓好以下工作。\n1.新建茶园6000亩。\n',
    '一、产业\n1.推进甲园建设。\n（1）修路。\n2.推进乙园建设。\n（1）架桥。\n',
    '一、产业\n1.建设茶叶交易中心。\n（1）完成征地60亩。\n责任单位：县自然资源局\n2.建设竹木加工园区。\n（1）建成厂房3栋。\n责任单位：县林业局\n3.举办开茶节2场。\n责任单位：县文化旅游局\n4.建设物流园。\n（1）建成仓库4座。\n责任单位：县商务局\n',
    '（一）复耕不彻底。\n整改措施：复耕8600亩。\n（责任单位：县农业农村局）\n（二）管护没有着落。\n整改措施：纳入预算。\n（责任单位：县财政局）\n',
    '一、启动响应\n（一）接到通知后，各成员单位要立即落实应急措施。\n1.监测水位。\n2.转移群众。\n（二）信息报送\n1.每日报送。\n（三）有下列情形之一的，依照规定处理。\n1.迟报信息。\n',
    '一、钱从哪里来？\n1.盘活存量资产3亿元。\n',
  ],
  fix: 'safe',
  check({ notice }, report) {
    for (const level of levelsOf(notice)) {
      const headings = level.filter(isHeading);
      // Among tasks it is a task that others stand under, and closes as they do.
      if (headings.length * 2 <= level.length) continue;
      const closed = headings.filter(({ item }) => END.test(item.text));
      if (!closed.length) continue;
      // Where most are closed it is how the notice is written, and is said once.
      const habit = closed.length > 1 && closed.length * 2 > headings.length;
      const outer = OUTER.has(level[0]!.number.style);
      if (habit && !(outer ? closed.every(hasNumbered) : areTitles(closed))) continue;
      for (const entry of habit ? closed.slice(0, 1) : closed) {
        const { text } = entry.item;
        const words = text.length > 16 ? `…${text.slice(-14)}` : text;
        report({
          range: endOf(entry, notice),
          ...(habit && { severity: 'info' as const }),
          message: {
            zh: `标题“${words}”末尾不用“${text.at(-1)}”，请删去${habit ? `；本级共${closed.length}个标题这样写` : ''}。`,
            en: `A heading does not end in ${text.at(-1)}${habit ? `; ${closed.length} of this level do` : ''}. Delete it.`,
          },
          fixes: [
            {
              title: habit
                ? { zh: '删去本级标题末尾的标点', en: 'Delete it at the end of all headings of this level' }
                : { zh: '删去标题末尾的标点', en: 'Delete it' },
              safe: !habit,
              edits: (habit ? closed : [entry]).map((each) => ({ range: endOf(each, notice), text: '' })),
            },
          ],
        });
      }
    }
  },
});

/** Over paragraphs without numbers a sentence may stand that says what is wrong, or what is asked. */
function hasNumbered({ children }: Entry): boolean {
  return children.some((child) => child.number);
}

/**
 * Deeper levels are set like the text, and may be sentences: 推进甲园建设。 over its steps. Short lines over nothing but
 * tasks that others answer for, with no task beside them, are titles.
 */
function areTitles(closed: readonly Entry[]): boolean {
  return (
    closed.length > 2 &&
    closed.every(
      ({ item: { text }, children, parent }) =>
        text.length <= SHORT &&
        !/[：:]/.test(text) &&
        children.length > 0 &&
        children.every(({ number, task }) => number && task) &&
        !parent?.children.some(({ task }) => task),
    )
  );
}

/** A line by itself, short, with numbered entries under it, and without anyone who answers for it. */
function isHeading({ item, children, task, from, part }: Entry): boolean {
  const { text } = item;
  return (
    task === undefined &&
    from === part &&
    item.fields.length === 0 &&
    text.length <= LONGEST &&
    !/[。；;]./.test(text) &&
    // With nothing under it, a line that is closed may be a sentence.
    (!END.test(text) || (children.length > 0 && !SENTENCE.test(text)))
  );
}

function endOf({ part, item }: Entry, notice: Notice): { start: number; end: number } {
  const { end } = item.textRange;
  return absolute(notice, part, { start: end - 1, end });
}
