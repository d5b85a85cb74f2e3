import { absolute, type Item, type Notice } from '../../model/notice.ts';
import { textStart } from '../marks.ts';
import { defineRule, type Report } from '../rule.ts';
import { circledOf, type Member, membersOf, memberText } from './enumerations.ts';

export default defineRule({
  id: 'enumeration-gap',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: { zh: '“一是……二是……”中间缺一个，或有两个相同。', en: 'A member of 一是……二是…… is missing or doubled.' },
  why: {
    zh: '缺了“三是”，不是漏写了一条要求，就是删改后没有顺下来。',
    en: 'A demand was lost, or what follows a deletion was not moved up.',
  },
  mend: { zh: '补上缺的一条，或把后面的顺次改过来。', en: 'Add what is missing, or move on those after it.' },
  bad: [
    '1.一是修路，二是架桥，«四是»通车。\n责任单位：县交通局。\n',
    '1.强化保障。一是修路；二是架桥；«二是»通车。\n责任单位：县交通局。\n',
    '1.办好实事：①修路3公里；②架桥2座；«④»新建水厂1座。\n责任单位：县交通局。\n',
    '1.强化保障。一是修路；«三是»架桥；三是通车。\n责任单位：县交通局。\n',
    '1.强化保障。一是修路；二是架桥；«二是»通车；四是绿化。\n责任单位：县交通局。\n',
  ],
  good: [
    '1.一是修路，二是架桥，三是通车。\n责任单位：县交通局。\n2.一是建园，二是招商。\n责任单位：县商务局。\n',
    '1.办好实事：①修路3公里；②架桥2座；③建厂1座，其中②6月底前完成。\n责任单位：县交通局。\n2.①修路。②架桥。\n责任单位：县交通局。\n',
    '1.一要统一要求，二要把握三要素，做到一是一、二是二。\n责任单位：县政府办。\n',
  ],
  fix: 'ask',
  summarize(item: Item, text: string): Summary | undefined {
    const start = textStart({ item });
    const own = text.slice(start);
    const found = [...membersOf(own), ...circledOf(own)];
    if (!found.length) return undefined;
    const members = found.map((member) => ({ ...member, start: member.start + start }));
    return { members, faults: new Enumerations().add(members) };
  },
  check({ notice, summaryOf }, report) {
    let open = new Enumerations();
    /** What has been read and not yet been counted: most enumerations end in the part in which they begin. */
    let pending: (readonly Member[])[] = [];
    notice.items.forEach((item, part) => {
      const summary = summaryOf(part);
      // Each 二是 may be a paragraph of its own, but a number begins something new.
      const begins = item?.number !== undefined || summary?.members[0]?.value === 1;
      if (begins && (pending.length || open.any)) {
        open = new Enumerations();
        pending = [];
      }
      if (!summary || notice.zones[part] === 'table') return;
      let { faults } = summary;
      if (begins) pending.push(summary.members);
      else {
        for (const members of pending) open.add(members);
        pending = [];
        faults = open.add(summary.members);
      }
      for (const { member, before } of faults) report(reportOf(member, before, notice, part));
    });
  },
});

interface Fault {
  readonly member: Member;
  /** The number that the enumeration had come to. */
  readonly before: number;
}

interface Summary {
  readonly members: readonly Member[];
  /** What is wrong where nothing stood before. */
  readonly faults: readonly Fault[];
}

/** What each enumeration that is open has come to, the innermost last, by kind. */
class Enumerations {
  readonly #open = new Map<string, number[]>();

  get any(): boolean {
    return this.#open.size > 0;
  }

  /** Counts on; returns what does not follow. */
  add(members: readonly Member[]): Fault[] {
    const faults: Fault[] = [];
    for (const [index, member] of members.entries()) {
      const { kind, value } = member;
      const stack = this.#open.get(kind) ?? [];
      if (stack.length > DEEPEST) stack.shift();
      this.#open.set(kind, stack);
      const goesOn = stack.lastIndexOf(value - 1);
      if (goesOn >= 0) stack.length = goesOn;
      const before = stack.at(-1);
      stack.push(value);
      if (goesOn >= 0 || value === 1 || before === undefined) continue;
      // 一是、三是、三是: those after it go on as if it were 二是.
      const right = members[index + 1]?.kind === kind && members[index + 1]!.value === before + 2;
      stack.length = 0;
      stack.push(right ? before + 1 : value);
      faults.push({ member, before });
    }
    return faults;
  }
}

function reportOf({ kind, value, text, start }: Member, before: number, notice: Notice, part: number): Report {
  const right = memberText(kind, before + 1);
  const range = absolute(notice, part, { start, end: start + text.length });
  return {
    range,
    message:
      value > before
        ? {
            zh: `“${text}”前缺“${right}”：上一个是“${memberText(kind, before)}”。请补上，或改为“${right}”。`,
            en: `“${right}” is missing before “${text}”. Add it, or change this one.`,
          }
        : {
            zh: `“${text}”重复，这里应为“${right}”。`,
            en: `“${text}” is used twice: this one should be “${right}”.`,
          },
    fixes: [
      { title: { zh: `改为“${right}”`, en: `Change to ${right}` }, safe: false, edits: [{ range, text: right }] },
    ],
  };
}

/** Enumerations inside enumerations. */
const DEEPEST = 3;
