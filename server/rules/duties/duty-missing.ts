import { absolute, type Entry } from '../../model/notice.ts';
import { nearlyAll } from '../facts.ts';
import { isBalanced } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { taskRange } from './missing-role.ts';

const fields = (unit: string): string => `责任单位：${unit}\n`;

export default defineRule({
  id: 'duty-missing',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '同级的各条都写明由谁负责，这一条没有。',
    en: 'An entry says nothing of who answers for it although those beside it do.',
  },
  why: {
    zh: '没有写明责任单位的，不算一项任务：表里没有它，也没有单位会去办。',
    en: 'It is no task then: no table shows it, and no unit does it.',
  },
  mend: {
    zh: '补上责任单位；不是任务的，改为一般段落，不用编号。',
    en: 'Say who answers for it, or take its number away.',
  },
  bad: [
    `1.推进甲园建设。\n${fields('县发改委')}«2.»推进乙园建设。\n3.推进丙园建设。\n${fields('县商务局')}4.推进丁园建设。\n${fields('县财政局')}`,
    '一、产业\n1.推进甲园建设。（责任单位：县发改委）\n2.推进乙园建设。（责任单位：县商务局）\n3.推进丙园建设。（责任单位：县财政局）\n«4.»推进丁园建设，完成投资3亿元。\n二、民生\n5.修路。（责任单位：县公安局）\n6.架桥。（责任单位：县水利局）\n7.通车。（责任单位：县公安局）\n8.养护。（责任单位：县水利局）\n',
    '一、产业\n（一）园区\n1.推进甲园建设。（责任单位：县发改委）\n«2.»推进乙园建设，完成投资3亿元。\n（二）企业\n3.推进丙园建设。（责任单位：县发改委）\n4.培育企业。（责任单位：县发改委）\n（三）交通\n5.修路。（责任单位：县发改委）\n6.架桥。（责任单位：县发改委）\n（四）健康\n7.通车。（责任单位：县发改委）\n8.养护。（责任单位：县发改委）\n',
  ],
  good: [
    '一、产业\n（一）园区\n1.推进甲园建设。（责任单位：县发改委）\n2.各责任单位每月25日前报送进度。\n（二）企业\n3.推进丙园建设。（责任单位：县发改委）\n4.培育企业。（责任单位：县发改委）\n（三）交通\n5.修路。（责任单位：县发改委）\n6.架桥。（责任单位：县发改委）\n（四）健康\n7.通车。（责任单位：县发改委）\n8.养护。（责任单位：县发改委）\n',
    '一、产业\n1.推进甲园建设。（责任单位：县发改委）\n2.推进乙园建设。（责任单位：县商务局）\n3.推进丙园建设。（责任单位：县财政局）\n4.各责任单位每月25日前报送进度。\n',
    '一、推进甲园建设。（责任单位：县发改委）\n二、推进乙园建设。（责任单位：县商务局）\n三、推进丙园建设。（责任单位：县财政局）\n四、本方案自印发之日起施行。\n',
    '1.推进甲园建设。（县发改委负责）\n2.推进乙园建设。（县商务局、县财政局\n3.推进丙园建设。（县财政局负责）\n4.推进丁园建设。（县水利局负责）\n',
    '一、推进甲园建设（责任单位：县发改委）\n1.征收土地。\n2.开工建设。\n二、推进乙园建设（责任单位：县发改委）\n',
  ],
  fix: 'none',
  check({ notice }, report) {
    const families = new Map<Entry | undefined, Entry[]>();
    const levels = new Map<string, Level>();
    let bare = 0;
    for (const entry of notice.entries) {
      if (entry.zone !== 'plan' || !entry.number) continue;
      if (isBare(entry)) bare++;
      // What a task's points say, the task answers for.
      if (entry.parent?.task) continue;
      const level = levels.get(levelOf(entry)) ?? { tasks: 0, bare: 0 };
      if (entry.task) level.tasks++;
      else if (isBare(entry)) level.bare++;
      levels.set(levelOf(entry), level);
      const family = families.get(entry.parent);
      if (family) family.push(entry);
      else families.set(entry.parent, [entry]);
    }
    if (!bare) return;
    const rare = notice.tasks.length >= MANY && nearlyAll(notice.tasks.length, bare);
    for (const family of families.values()) {
      for (const { part, item, siblings } of lacking(family, rare, levels))
        report({
          range: absolute(notice, part, taskRange(item)),
          message: {
            zh: `这一条没有写明由谁负责，同级的${siblings}条都写明了。请补上责任单位。`,
            en: `Nobody answers for this entry; the ${siblings} beside it say who does. Name the unit.`,
          },
        });
    }
  },
});

/** An entry that is neither a task nor the heading of anything. */
function isBare({ task, children, item, text }: Entry): boolean {
  return !task && !children.length && !item.bears && text !== '';
}

/** Entries of one style, wherever they stand: they run on under many headings. */
interface Level {
  tasks: number;
  bare: number;
}

function levelOf({ context, number }: Entry): string {
  return `${context} ${number?.style}`;
}

const ENOUGH = 3;
const MANY = 6;

/**
 * The entries of one place that lack what those around them have. The first and the last may be of another kind (总体要求,
 * 加强督查) unless they say what is to be done as the others do and hardly any entry of the notice lacks it. Where a place
 * holds only two or three, those of its level in the whole notice tell what is usual.
 */
function* lacking(
  family: readonly Entry[],
  rare: boolean,
  levels: ReadonlyMap<string, Level>,
): Generator<Entry & { readonly siblings: number }> {
  const [sample] = family.filter(({ task }) => task);
  if (!sample) return;
  const level = levels.get(levelOf(sample))!;
  const usual = level.tasks >= MANY && nearlyAll(level.tasks, level.bare);
  const style = sample.number?.style;
  const own = family.filter(({ number }) => number?.style === style);
  const tasks = own.filter(({ task }) => task).length;
  const without = own.flatMap((entry, at) => (isBare(entry) && !isBroken(entry) ? [{ entry, at }] : []));
  if (!without.length || (tasks < ENOUGH && !usual) || without.length > Math.max(1, tasks / 5)) return;
  const siblings = tasks < ENOUGH ? level.tasks : tasks;
  const first = own.findIndex(({ task }) => task);
  const last = own.findLastIndex(({ task }) => task);
  for (const { entry, at } of without) {
    if ((tasks >= ENOUGH && first < at && at < last) || ((rare || usual) && !isClause(entry) && !isGeneral(entry)))
      yield { ...entry, siblings };
  }
}

/** （县发改委、县财政局 without its ）: what is wrong there is the bracket. */
function isBroken({ text }: Entry): boolean {
  return !isBalanced(text);
}

/** 四、本方案自印发之日起施行 stands beside sections. */
function isClause({ parent, number }: Entry): boolean {
  return !parent && number?.style === 'han';
}

/** Speaks to all, of the notice itself, or of how its tasks are to be followed up. */
function isGeneral({ text }: Entry): boolean {
  return /^(?:总体|工作|主要|年度|发展)*(?:目标|思路|原则|任务)|各|要求|本(?:方案|通知|意见|清单|办法|计划)|施行|督[查导办]|考核|通报|报送|组织领导|保障|宣传|其他/.test(
    text,
  );
}
