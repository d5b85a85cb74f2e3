import { keepsNumbers } from '../../model/lock.ts';
import { absolute, type Entry, type Notice } from '../../model/notice.ts';
import { withValue } from '../../syntax/numbers.ts';
import { defineRule, type Fix } from '../rule.ts';
import { levelsOf, type Numbered } from './numbering.ts';

/**
 * A level may well stand directly under 一、 in the whole notice, or run on over all of it as the number of the task.
 * It is skipped where the same marks otherwise stand one level further down, and start again under each heading.
 */
export default defineRule({
  id: 'level-skipped',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  what: { zh: '标题层次跳级：中间少了一级。', en: 'A level of headings is skipped.' },
  why: {
    zh: '结构层次序数依次为“一、”“（一）”“1.”“（1）”。同一个序号在一处是第三级、在另一处是第二级，层次就乱了，导出的表格也会错位。',
    en: 'The same kind of number is the third level in one place and the second in another, and the table follows it.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  mend: {
    zh: '补上缺的一级标题，或改用上一级的编号。',
    en: 'Add the heading that is missing, or use the marks of the level above.',
  },
  bad: [
    '一、产业\n（一）园区\n1.推进甲园建设。\n2.推进乙园建设。\n（二）项目\n1.开工丙厂。\n2.建成丁厂。\n二、民生\n«1.»改造老旧小区。\n2.新建停车场。\n',
  ],
  good: [
    '一、产业\n1.推进甲园建设。\n2.推进乙园建设。\n二、民生\n1.改造老旧小区。\n',
    '一、产业\n（一）园区\n1.推进甲园建设。\n（二）项目\n2.开工丙厂。\n二、民生\n3.改造老旧小区。\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    for (const level of levelsOf(notice)) {
      const groups = groupsOf(level);
      const restarting = groups.filter(([first]) => first!.number.value === 1).length;
      if (groups.length < 3 || restarting * 2 < groups.length) continue;
      const between = levelAbove(groups);
      if (!between) continue;
      const skipping = groups.filter(([first]) => skips(first!, between));
      if (skipping.length * 3 > groups.length) continue;
      for (const group of skipping) {
        const [first] = group as [Numbered];
        const heading = first.parent!.number!.text;
        report({
          range: absolute(notice, first.part, first.number.range),
          message: {
            zh: `“${heading}”之下直接用了“${first.number.text}”，中间缺“${withValue(between.number, 1)}”一级；本通知别处“${first.number.text}”都在“${withValue(between.number, 1)}”这一级之下。`,
            en: `“${first.number.text}” stands directly under “${heading}”; elsewhere “${withValue(between.number, 1)}” stands between them.`,
          },
          ...fixesFor(group, between, notice),
        });
      }
    }
  },
});

/** The entries of a level by the heading that they stand under. */
function groupsOf(level: readonly Numbered[]): Numbered[][] {
  const groups = new Map<Entry | undefined, Numbered[]>();
  for (const entry of level) {
    const group = groups.get(entry.parent);
    if (group) group.push(entry);
    else groups.set(entry.parent, [entry]);
  }
  return [...groups.values()];
}

/** A heading of the style under which most groups of a level stand. */
function levelAbove(groups: readonly Numbered[][]): Numbered | undefined {
  const styles = new Map<string, { sample: Numbered; count: number }>();
  for (const [first] of groups) {
    const { parent } = first!;
    if (!parent?.number) continue;
    const style = styles.get(parent.number.style) ?? { sample: parent as Numbered, count: 0 };
    styles.set(parent.number.style, { ...style, count: style.count + 1 });
  }
  const [most] = [...styles.values()].sort((a, b) => b.count - a.count);
  return most && most.count * 2 > groups.length ? most.sample : undefined;
}

/** Whether an entry stands under what the level between stands under itself. */
function skips({ parent }: Numbered, between: Numbered): boolean {
  const above = between.parent?.number?.style;
  return above !== undefined && parent?.number?.style === above;
}

/** The group takes the marks of the level that is missing, where nothing stands below it that would then skip one. */
function fixesFor(group: readonly Numbered[], between: Numbered, notice: Notice): { fixes?: readonly Fix[] } {
  if (keepsNumbers(notice) || group.some((entry) => entry.children.some((child) => child.number))) return {};
  const edits = group.map((entry) => ({
    range: absolute(notice, entry.part, entry.number.range),
    text: withValue(between.number, entry.number.value),
  }));
  return {
    fixes: [
      {
        title: {
          zh: `改用“${withValue(between.number, 1)}”一级的编号`,
          en: `Number as ${withValue(between.number, 1)}`,
        },
        safe: false,
        edits,
      },
    ],
  };
}
