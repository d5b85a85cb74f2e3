/** What changes are called. */
import {
  type Capacity,
  type ChangeKind,
  type Changes,
  isEmpty,
  KINDS,
  type Names,
  type OtherChange,
  type SectionChange,
  type Side,
  type TaskChange,
} from '../../compare/change.ts';
import type { Words } from '../../model/words.ts';
import { titleLines } from '../notice/title-lines.ts';

export const KIND_WORDS: Readonly<Record<ChangeKind, Words>> = {
  added: { zh: '新增', en: 'added' },
  deleted: { zh: '删除', en: 'deleted' },
  split: { zh: '拆分', en: 'split' },
  merged: { zh: '合并', en: 'merged' },
  moved: { zh: '移动', en: 'moved' },
  target: { zh: '目标变化', en: 'target changed' },
  deadline: { zh: '时限变化', en: 'deadline changed' },
  lead: { zh: '牵头单位变化', en: 'lead unit changed' },
  unit: { zh: '责任单位变化', en: 'responsible unit changed' },
  support: { zh: '协同单位变化', en: 'supporting unit changed' },
  leader: { zh: '牵头领导变化', en: 'leader changed' },
  text: { zh: '文字变化', en: 'wording changed' },
  remark: { zh: '备注变化', en: 'remark changed' },
  renumbered: { zh: '编号变化', en: 'renumbered' },
};

export const CAPACITY_WORDS: Readonly<Record<Capacity, Words>> = {
  leader: { zh: '牵头领导', en: 'leader' },
  lead: { zh: '牵头单位', en: 'lead unit' },
  unit: { zh: '责任单位', en: 'responsible unit' },
  support: { zh: '协同单位', en: 'supporting unit' },
};

export const SECTION_WORDS: Readonly<Record<SectionChange['kinds'][number], Words>> = {
  added: { zh: '新增', en: 'added' },
  deleted: { zh: '删除', en: 'deleted' },
  moved: { zh: '移动', en: 'moved' },
  renamed: { zh: '改名', en: 'renamed' },
  renumbered: { zh: '编号变化', en: 'renumbered' },
};

export const OTHER_WORDS: Readonly<Record<OtherChange['of'], Words>> = {
  title: { zh: '标题', en: 'title' },
  issuer: { zh: '发文机关', en: 'issuer' },
  number: { zh: '发文字号', en: 'document number' },
  date: { zh: '成文日期', en: 'date' },
  recipients: { zh: '主送机关', en: 'recipients' },
  paragraph: { zh: '正文段落', en: 'paragraph' },
};

/** What became of someone's share in a task: 新承担（牵头单位）. Undefined where that is as it was. */
export function shareWords({ share }: TaskChange): Words | undefined {
  if (!share || share.before === share.after) return undefined;
  const through = share.through ? `，随“${share.through}”` : '';
  const [was, is] = [share.before && CAPACITY_WORDS[share.before], share.after && CAPACITY_WORDS[share.after]];
  if (!was) return { zh: `新承担（${is!.zh}${through}）`, en: `now ${is!.en}` };
  if (!is) return { zh: `不再承担（原为${was.zh}${through}）`, en: `no longer ${was.en}` };
  return { zh: `由${was.zh}改为${is.zh}`, en: `${was.en}, now ${is.en}` };
}

/** How many tasks changed in which way: 新增2项，删除1项. */
function countWords(changes: Changes): Words {
  const counts = new Map<ChangeKind, number>();
  for (const task of changes.tasks)
    for (const kind of new Set(task.changes.map((change) => change.kind)))
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const found = KINDS.filter((kind) => counts.has(kind));
  const zh = found.map((kind) => `${KIND_WORDS[kind].zh}${counts.get(kind)}项`);
  const en = found.map((kind) => `${counts.get(kind)} ${KIND_WORDS[kind].en}`);
  const { sections, head, paragraphs } = changes;
  if (sections.length) {
    zh.push(`章节变化${sections.length}处`);
    en.push(`${sections.length} in headings`);
  }
  const beside = head.length + paragraphs.length;
  if (beside) {
    zh.push(`文头和其他段落变化${beside}处`);
    en.push(`${beside} beside the tasks`);
  }
  return { zh: zh.join('，'), en: en.join(', ') };
}

/** What is no change of its own, and is said so that nobody looks for it. */
export function asideWords({ movedUp, years, withYear, respelt }: Changes): Words[] {
  const words: Words[] = [];
  if (movedUp)
    words.push({
      zh: `另有${movedUp}处编号随前面的增删、移动顺延，不单列`,
      en: `${movedUp} more ${movedUp === 1 ? 'number' : 'numbers'} moved with what stands before and ${movedUp === 1 ? 'is' : 'are'} not listed`,
    });
  if (withYear)
    words.push({
      zh: `另有${withYear}项的完成时限随年度${years > 0 ? '顺延' : '提前'}${Math.abs(years)}年，不单列`,
      en: `${withYear} more ${withYear === 1 ? 'deadline' : 'deadlines'} moved with the year of the plan and ${withYear === 1 ? 'is' : 'are'} not listed`,
    });
  if (respelt.length) {
    const list = respelt.slice(0, 12).map(({ before, after }) => [before, after] as const);
    const etc = respelt.length > list.length;
    words.push({
      zh: `同一单位或领导的写法不同，不算变化：${list.map(([one, other]) => `“${one}”与“${other}”`).join('、')}${etc ? '等' : ''}`,
      en: `written in another way, which is no change: ${list.map(([one, other]) => `${one} / ${other}`).join(', ')}${etc ? ', …' : ''}`,
    });
  }
  return words;
}

/** Characters of the title's size in a line of the table. */
const LINE = 33;

/** The title of the table, in lines: of which notice, and whose changes. */
export function titleOf({ of, title }: Changes): string[] {
  const notice = title.after ?? title.before;
  return [
    ...(notice ? titleLines([notice.replace(/\s+/g, '')], LINE, notice) : []),
    `${of === undefined ? '' : `${of}承担`}任务变化对照表`,
  ];
}

/** 原文共24项任务，新文共25项：新增1项 */
export function summaryOf(changes: Changes): Words {
  const { count, of } = changes;
  const whose = of === undefined ? '' : '由其承担的';
  const total = {
    zh: `${whose}任务原有${count.before}项，现有${count.after}项`,
    en: `${count.before} ${count.before === 1 ? 'task' : 'tasks'} before, ${count.after} after`,
  };
  if (isEmpty(changes)) return { zh: `${total.zh}，没有变化`, en: `${total.en}, nothing changed` };
  const counts = countWords(changes);
  return { zh: `${total.zh}：${counts.zh}`, en: `${total.en}: ${counts.en}` };
}

const NAMES_OF: Readonly<Record<Names['kind'], (side: Side) => readonly string[]>> = {
  lead: ({ leadUnits }) => leadUnits,
  unit: ({ units }) => units,
  support: ({ supportUnits }) => supportUnits,
  leader: ({ leaders }) => leaders,
};

/** In the order in which they are printed: the first one answers for the whole. */
export function namesIn(sides: readonly Side[], kind: Names['kind']): readonly string[] {
  return [...new Set(sides.flatMap(NAMES_OF[kind]))];
}

/** A heading as one names it, without the 。 that it may be printed with. */
export function headingNamed(section: string, none: string): string {
  return section.replace(/。$/, '') || none;
}
