import { absolute, type Notice, type Range, type Task } from '../../model/notice.ts';
import { defineRule } from '../rule.ts';
import { ownersOf, twinsOf } from './twins.ts';

export default defineRule({
  id: 'task-owner-contradictory',
  since: '0.1.0',
  severity: 'error',
  presets: { published: 'warning' },
  looksAt: 'notice',
  what: { zh: '同一项任务列了两次，牵头单位还不一样。', en: 'The same task stands twice, and other units lead it.' },
  why: {
    zh: '两家都牵头，等于没有牵头；出了问题两家都可以推给对方。',
    en: 'With two units leading apart, each may leave the task to the other.',
  },
  mend: {
    zh: '定下一家牵头，保留一项；确是两项的，写明各自的对象、地点或数量。',
    en: 'Settle who leads and keep one. If there are two tasks, say what, where or how much each of them is.',
  },
  bad: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局。\n2.举办春茶开采节3场。\n牵头单位：县文化旅游局。\n3.新建生态茶园6000亩。\n牵头单位：«县林业局»。\n',
    '1.全面推行“一窗受理”服务模式。（责任单位：县政务服务局）\n2.持续推行“一窗受理”服务模式。（责任单位：«县市场监管局»）\n',
  ],
  good: [
    '1.新建生态茶园6000亩。\n牵头单位：县农业农村局、县林业局。\n2.新建油茶基地6000亩。\n牵头单位：县林业局。\n',
    '一、青石镇\n1.新建农村卫生公厕10座。\n责任单位：青石镇人民政府。\n二、白鹭镇\n1.新建农村卫生公厕10座。\n责任单位：白鹭镇人民政府。\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    for (const { first, second, apart } of twinsOf(notice)) {
      if (!apart) continue;
      const [one, other] = [first, second].map((task) =>
        ownersOf(task)
          .map(({ text }) => text)
          .join('、'),
      );
      report({
        range: placeOf(notice, second),
        message: {
          zh: `这一项与第${first.n}项是同一任务，第${first.n}项由“${one}”负责，这里由“${other}”负责，请定下一家。`,
          en: `The same as task ${first.n}, for which ${one} answers; here it is ${other}. Settle who does.`,
        },
      });
    }
  },
});

/** The names, where they stand in the task itself. */
function placeOf(notice: Notice, task: Task): Range {
  const names = ownersOf(task);
  const own = task.item.fields.some((field) => field.names.includes(names[0]!));
  if (!own) return absolute(notice, task.part, task.item.textRange);
  return absolute(notice, task.part, { start: names[0]!.range.start, end: names.at(-1)!.range.end });
}
