import { asPrinted, type LockedNumber, lockOf, numbersOf, type PlacedNumber, sameNumber } from '../../model/lock.ts';
import { absolute, type Notice, type Range } from '../../model/notice.ts';
import { withValue } from '../../syntax/numbers.ts';
import { defineRule, type Report } from '../rule.ts';

export default defineRule({
  id: 'number-locked',
  since: '0.1.0',
  severity: 'error',
  looksAt: 'notice',
  what: {
    zh: '锁定的编号被改动：改了、添了或少了编号。',
    en: 'A number that is locked was changed, added or removed.',
  },
  why: {
    zh: '通知印发以后，督办、反馈和台账都按编号说事。编号一动，同一个“第17项”就成了两件事。',
    en: 'Once a notice is issued, everyone refers to its tasks by number: a number that changes means another task.',
  },
  mend: {
    zh: '改回原来的编号；新增的事项排在最后，撤销的事项保留编号、注明“已撤销”。确要改动编号并重新印发的，用“锁定编号”重新记下。',
    en: 'Put the number back; add new tasks at the end, and keep the number of one that is withdrawn. Lock anew where the notice is issued anew.',
  },
  bad: [
    '---\n状态：已印发\n编号锁：一、 1.至2. 二、 3.\n---\n一、产业\n1.推进甲园建设。\n2.推进乙园建设。\n二、民生\n«1.»改造老旧小区。\n',
    '---\n编号锁：1.至2.\n---\n1.推进甲园建设。\n2.推进乙园建设。\n«3.»推进丙园建设。\n',
    '---\n编号锁：（一）至（三）\n---\n（一）推进甲园建设。\n«（二）»推进乙园建设。\n',
    '---\n«编号锁：一至三»\n---\n（一）推进甲园建设。\n（二）推进乙园建设。\n',
  ],
  good: [
    '---\n状态：已印发\n编号锁：一、 1.至2. 二、 3.\n---\n一、产业\n1.推进甲园建设。\n2、推进乙园二期建设。\n二、民生\n3.改造老旧小区。\n',
    '---\n状态：已印发\n---\n1.推进甲园建设。\n2.推进乙园建设。\n',
    '---\n编号锁：1.至2. 4.\n---\n1.推进甲园建设。\n2.推进乙园建设。\n4.推进丁园建设。\n',
  ],
  fix: 'ask',
  check({ notice }, report) {
    const lock = lockOf(notice);
    if (!lock) return;
    const { range, unread } = lock;
    if (unread !== undefined) {
      report({
        range,
        message: {
          zh: `编号锁里的“${unread}”读不懂，应写成“1.至5.”“（一）至（三）”这样。请重新锁定编号。`,
          en: `“${unread}” in the lock is no number; it should look like 1.至5. Lock the numbers anew.`,
        },
      });
      return;
    }
    const numbers = numbersOf(notice);
    for (const change of changesOf(lock.numbers, numbers)) report(reportOf(change, numbers, notice, range));
  },
});

/** What stood between two numbers that stayed, and what stands there now. */
interface Change {
  readonly before: readonly LockedNumber[];
  readonly after: readonly PlacedNumber[];
  /** Index of the first number that stayed after it. */
  readonly next: number;
}

/** Beyond so many insertions and deletions the numbers are compared one by one: this keeps the comparison linear. */
const MOST = 400;

/** Each place where the numbers differ, as few as can be; one number for one where as many stand there as before. */
function changesOf(before: readonly LockedNumber[], after: readonly PlacedNumber[]): Change[] {
  const changes: Change[] = [];
  for (const { from, to, start, end } of gaps(before, after)) {
    const [gone, come] = [before.slice(from, to), after.slice(start, end)];
    const pairs = Math.min(gone.length, come.length);
    for (let i = 0; i < pairs; i++) {
      if (!sameNumber(gone[i]!, come[i]!)) changes.push({ before: [gone[i]!], after: [come[i]!], next: start + i + 1 });
    }
    if (gone.length > pairs) changes.push({ before: gone.slice(pairs), after: [], next: end });
    for (let i = pairs; i < come.length; i++) changes.push({ before: [], after: [come[i]!], next: start + i + 1 });
  }
  return changes;
}

interface Gap {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** The stretches between numbers that are the same, by Myers' algorithm. */
function gaps(before: readonly LockedNumber[], after: readonly LockedNumber[]): Gap[] {
  let head = 0;
  while (head < before.length && head < after.length && sameNumber(before[head]!, after[head]!)) head++;
  let [to, end] = [before.length, after.length];
  while (to > head && end > head && sameNumber(before[to - 1]!, after[end - 1]!)) [to, end] = [to - 1, end - 1];
  if (to === head && end === head) return [];
  const [n, m] = [to - head, end - head];
  const whole = [{ from: head, to, start: head, end }];
  if (!n || !m) return whole;
  const reach = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(n + m, MOST); d++) {
    trace.push(new Map(reach));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
      let x = down ? reach.get(k + 1)! : reach.get(k - 1)! + 1;
      while (x < n && x - k < m && sameNumber(before[head + x]!, after[head + x - k]!)) x++;
      reach.set(k, x);
      if (x >= n && x - k >= m) return back(trace, d, n, m, head);
    }
  }
  return whole;
}

/** From the end back to the beginning: the steps of the way are what was taken out and put in. */
function back(trace: readonly Map<number, number>[], steps: number, n: number, m: number, head: number): Gap[] {
  const found: Gap[] = [];
  let [x, y] = [n, m];
  for (let d = steps; d > 0; d--) {
    const reach = trace[d]!;
    const k = x - y;
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const fromX = reach.get(down ? k + 1 : k - 1)!;
    const fromY = fromX - (down ? k + 1 : k - 1);
    const [toX, toY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    const last = found.at(-1);
    if (last && last.from === head + toX && last.start === head + toY) {
      last.from = head + fromX;
      last.start = head + fromY;
    } else found.push({ from: head + fromX, to: head + toX, start: head + fromY, end: head + toY });
    [x, y] = [fromX, fromY];
  }
  return found.reverse();
}

function reportOf(
  { before, after, next }: Change,
  numbers: readonly PlacedNumber[],
  notice: Notice,
  record: Range,
): Report {
  const [was] = before;
  const [is] = after;
  const rangeOf = ({ part, label }: PlacedNumber): Range => absolute(notice, part, label.range);
  if (was && is) {
    const right = was.style === is.style && was.kind === is.kind ? withValue(is.label, was.value) : asPrinted(was);
    const range = rangeOf(is);
    return {
      range,
      message: {
        zh: `“${is.label.text}”锁定时是“${right}”。编号已经锁定，请改回“${right}”。`,
        en: `“${is.label.text}” was “${right}” when the numbers were locked. Put it back.`,
      },
      fixes: [
        {
          title: { zh: `改回“${right}”`, en: `Put back “${right}”` },
          safe: false,
          edits: [{ range, text: right }],
        },
      ],
    };
  }
  if (is) {
    return {
      range: rangeOf(is),
      message: {
        zh: `“${is.label.text}”是新添的编号，锁定时没有。编号已经锁定，请删去这个编号或恢复原状。`,
        en: `“${is.label.text}” is new: it was not there when the numbers were locked. Take it out.`,
      },
    };
  }
  const gone =
    before.length === 1
      ? `“${asPrinted(was!)}”`
      : `“${asPrinted(was!)}”${before.length > 2 ? '至' : '和'}“${asPrinted(before.at(-1)!)}”`;
  const near = numbers[next] ?? numbers.at(-1);
  const where = numbers[next] ? '前' : '后';
  return {
    range: near ? rangeOf(near) : record,
    message: {
      zh: `${near ? `“${near.label.text}”${where}` : ''}少了${gone}，锁定时有。编号已经锁定，请恢复原有的条目。`,
      en: `${gone} ${before.length === 1 ? 'is' : 'are'} gone: it was there when the numbers were locked. Put it back.`,
    },
  };
}
