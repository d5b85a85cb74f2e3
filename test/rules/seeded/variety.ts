/** What real notices of one style do now one way, now another. All of it is right. */
import { type Draft, type Entry, fieldOf, tasksOf } from './draft.ts';
import type { Random } from './random.ts';

type Turn = (draft: Draft, random: Random) => void;

const supports = (draft: Draft): Entry[] =>
  tasksOf(draft).filter((task) => (fieldOf(task, 'support') ?? fieldOf(task, 'unit')) !== undefined);

const listOf = (task: Entry) => (fieldOf(task, 'support') ?? fieldOf(task, 'unit'))!;

/** Field lines without a 。 at their end, all of them. */
const unclosed: Turn = (draft) => {
  for (const { fields } of tasksOf(draft)) for (const field of fields) field.close = '';
};

/** Names of two characters take the room of three: 岑　柏 */
const padded: Turn = (draft) => {
  for (const task of tasksOf(draft)) {
    const leader = fieldOf(task, 'leader');
    if (leader) leader.value = leader.value.replace(/^(.)(.)$/, '$1\u3000$2');
  }
};

const titled: Turn = (draft, random) => {
  for (const task of random.some(tasksOf(draft), 3)) {
    const leader = fieldOf(task, 'leader');
    if (leader) leader.value = '县政府负责同志'.replace('县', draft.level);
  }
};

/** The letter makes requests of its own, numbered before the plan is. */
const requests: Turn = (draft) => {
  draft.letter.push(
    '为确保任务落实，现提出如下要求：',
    '一、提高思想认识。各级各部门要把任务抓在手上、落到实处。',
    '二、强化督查考核。督查室要建立台账，按季通报进度。',
  );
};

/** An alias is defined where the name first stands, and used from then on. */
const alias: Turn = (draft) => {
  const [first, ...later] = supports(draft);
  const name = `${draft.place}望江塔风景名胜区管委会`;
  listOf(first!).value += `、${name}（以下简称风景区管委会）`;
  for (const task of later.slice(0, 2)) listOf(task).value = `风景区管委会、${listOf(task).value}`;
};

/** Lists end in 等 where there are more. */
const open: Turn = (draft, random) => {
  for (const task of random.some(supports(draft), 3)) {
    const field = listOf(task);
    if (/^[^，（]+、[^，（]+$/.test(field.value)) field.value += random.pick(['等部门', '等相关单位', '等']);
  }
};

/** A unit with its second name. */
const secondName: Turn = (draft, random) => {
  const usual = `${draft.level}发改委`;
  const fields = tasksOf(draft).flatMap(({ fields: own }) => own.filter(({ value }) => value.startsWith(usual)));
  for (const field of random.some(fields, 1))
    field.value = field.value.replace(usual, `${usual}（${draft.level}粮食和储备局）`);
};

const published: Turn = (draft) => {
  draft.date += '\n\n（此件公开发布）';
};

const issued: Turn = (draft) => {
  draft.tail.push(`${draft.place}人民政府办公室　　　　　　　　　　　　${draft.date.split('\n')[0]}印发`);
};

const firstLeads: Turn = (draft) => {
  draft.letter[0] += '各项任务的责任单位中，排在第一位的为牵头单位。';
};

const noted: Turn = (draft) => {
  draft.front.push('状态：送审稿', '起草人：督查室');
  const [first] = tasksOf(draft);
  first!.end += '\n// 数字待统计部门核实';
};

const prose: Turn = (draft) => {
  draft.prose = true;
  for (const task of tasksOf(draft)) task.fields = task.fields.filter(({ role }) => role === 'lead' || role === 'unit');
};

/** How many times of a hundred, and of which styles. */
const TURNS: readonly (readonly [Turn, number, (draft: Draft) => boolean])[] = [
  [prose, 25, ({ lines }) => !lines],
  [unclosed, 30, ({ lines }) => lines],
  [padded, 50, () => true],
  [titled, 20, ({ style }) => style !== 'county'],
  [requests, 30, () => true],
  [alias, 25, ({ style }) => style !== 'county'],
  [open, 30, () => true],
  [secondName, 40, () => true],
  [published, 30, () => true],
  [issued, 30, () => true],
  [firstLeads, 20, ({ style }) => style === 'county'],
  [noted, 25, ({ lines }) => lines],
];

export function vary(draft: Draft, random: Random): void {
  for (const [turn, percent, holds] of TURNS) {
    // Each has its own chance, whether it holds or not, so that one more changes no other.
    const comes = random.often(percent);
    if (comes && holds(draft)) turn(draft, random);
  }
}
