/** Clean notices in the four styles of real ones. The same style, seed and wishes give the same notice. */
import type { Annex, Draft, Entry, Field, StyleName } from './draft.ts';
import { entriesOf, tasksOf } from './draft.ts';
import { Random } from './random.ts';
import { registryOf } from './registry.ts';
import { vary } from './variety.ts';
import * as words from './vocabulary.ts';
import { Cast, han, numbered } from './words.ts';

export const STYLES: readonly StyleName[] = ['monthly', 'region', 'county', 'city'];

/** What is not wished for comes as it comes. */
export interface Wishes {
  readonly registry?: boolean;
  readonly table?: boolean;
  readonly deadlines?: boolean;
  readonly total?: boolean;
  readonly tasks?: number;
  /** As the style is at its plainest. */
  readonly plain?: boolean;
}

export function cleanNotice(style: StyleName, seed: number, wishes: Wishes = {}): Draft {
  const random = new Random(`${style} ${seed}`);
  const place = random.pick(words.PLACES);
  const deadlines = wishes.deadlines ?? random.often(50);
  const cast = new Cast(random, place, style, deadlines);
  const tasks = wishes.tasks ?? random.between(8, 40);
  const plan = PLANS[style](cast, random, tasks);
  const office = style === 'monthly' || random.often(30);
  const issuer = `${place.name}人民政府${office ? '办公室' : ''}`;
  const [planTitle, year, date] =
    style === 'monthly'
      ? [`${place.name}人民政府2026年9月份工作要点`, '', '2026年8月31日']
      : [`2026年${place.level}政府重点工作${random.pick(['任务分解', '责任分工'])}方案`, '2026年', '2026年2月10日'];
  const quoted = style !== 'monthly' && random.often(60) ? `《${planTitle}》` : planTitle;
  const draft: Draft = {
    style,
    level: place.level,
    place: place.name,
    towns: place.towns,
    allTowns: place.allTowns,
    front: [],
    banner: office ? issuer : '',
    number: `${place.code}${office ? '办发' : '发'}〔2026〕${random.between(1, 60)}号`,
    title: `${issuer}关于印发${quoted}的通知`,
    recipients: `${place.allTowns.endsWith('人民政府') ? place.allTowns : `${place.allTowns}人民政府`.replace(/各镇街人民政府/, '各镇人民政府、各街道办事处').replace('各乡镇街道人民政府', '各乡镇人民政府、街道办事处')}，${place.level}直有关单位：`,
    letter: [
      `现将${quoted}印发给你们，${random.pick(words.REQUESTS)}。各单位要于每月25日前将进展情况报${place.level}政府督查室。`,
    ],
    note: [],
    signature: issuer,
    date,
    planTitle,
    total: '',
    plan,
    annexes: [],
    copies: random.often(40) ? `抄送：${place.level}委办公室，${place.level}人大常委会办公室。` : '',
    lines: style === 'region' || style === 'city',
    tail: [],
    prose: false,
  };
  if (style === 'city') addMemberLists(draft, random);
  if (!wishes.plain) vary(draft, new Random(`variety of ${style} ${seed}`));
  if (wishes.table ?? (style === 'region' || random.often(25))) addTable(draft, random, year);
  if (wishes.total ?? random.often(40)) {
    const sections = plan.filter(({ fields }) => !fields.length).length;
    const of = style === 'monthly' ? '' : `合计${sections}个方面，`;
    draft.total = `（${of}共${tasksOf(draft).length}项重点任务）`;
  }
  const registry = registryOf(place);
  if (wishes.registry ?? random.often(50)) draft.registry = registry;
  return draft;
}

type Plan = (cast: Cast, random: Random, tasks: number) => Entry[];

/** （一）（二）… all tasks, one of them with 1. 2. under it. */
const monthly: Plan = (cast, random, count) => {
  const entries = Array.from({ length: count }, () => cast.task(random.pick(cast.fields)));
  const at = random.between(1, count - 2);
  const heading = cast.heading(random.pick(cast.fields), '。');
  const under = entries.splice(at, 3);
  heading.children.push(...numbered(under, (value) => `${value}.`));
  entries.splice(at, 0, heading);
  return numbered(entries, (value) => `（${han(value)}）`);
};

/** 一、 the indicators 1. 2. 3.; from 二、 on headings 4. 5. and under them tasks （1） （2） （3）, both running on. */
const region: Plan = (cast, random, count) => {
  const indicators = random.some(words.INDICATORS, Math.min(words.INDICATORS.length, 3 + Math.floor(count / 8)));
  const first = cast.section(
    '确保完成全年主要预期目标',
    indicators.map(([text, unit]) => cast.indicator(text, unit)),
  );
  const sections = cast.sections(count - indicators.length, 2);
  const headings = [...first.children, ...sections.flatMap(({ children }) => children)];
  numbered(headings, (value) => `${value}.`);
  numbered(
    sections.flatMap(({ children }) => children.flatMap((heading) => heading.children)),
    (value) => `（${value}）`,
  );
  return numbered([first, ...sections], (value) => `${han(value)}、`);
};

/** 一、 → （一） → 1. 2. 3., these running on. */
const county: Plan = (cast, _random, count) => {
  const sections = cast.sections(count, 2);
  for (const { children } of sections) numbered(children, (value) => `（${han(value)}）`);
  numbered(
    sections.flatMap(({ children }) => children.flatMap((heading) => heading.children)),
    (value) => `${value}.`,
  );
  return numbered(sections, (value) => `${han(value)}、`);
};

/** 一、 → （一） → 1. → （1）, each from one again; tasks on three levels, some without a number. */
const city: Plan = (cast, random, count) => {
  const sections = cast.sections(count, 2);
  for (const { children } of sections) {
    numbered(children, (value) => `（${han(value)}）`);
    for (const { children: tasks } of children) {
      numbered(tasks, (value) => `${value}.`);
      if (tasks.length === 1) tasks[0]!.number = '';
      else if (tasks.length >= 4 && random.often(60)) {
        const under = tasks.splice(1, 2);
        const heading = cast.heading(random.pick(cast.fields), '');
        heading.number = '2.';
        heading.children.push(...numbered(under, (value) => `（${value}）`));
        tasks.splice(1, 0, heading);
        numbered(tasks, (value) => `${value}.`);
      }
    }
  }
  return numbered(sections, (value) => `${han(value)}、`);
};

const PLANS: Readonly<Record<StyleName, Plan>> = { monthly, region, county, city };

/** Two groups that tasks name, and the annex that says who is in them. */
function addMemberLists(draft: Draft, random: Random): void {
  const { level } = draft;
  const groups = [`${level}重点项目建设指挥部`, `${level}防汛抗旱指挥部`];
  const annex: Annex = { mark: '附件', title: `${groups.join('和')}成员单位名单`, lines: [] };
  groups.forEach((group, index) => {
    const members = random.some(words.SUPPORTING, 4).map((unit) => level + unit);
    annex.lines.push(`${han(index + 1)}、${group}成员单位`, `${members.join('、')}。`);
  });
  const supports = tasksOf(draft).flatMap(({ fields }) => fields.filter(({ role }) => role === 'support'));
  random.some(supports, 2).forEach((field, index) => {
    field.value = `${groups[index]}成员单位（见附件）`;
  });
  draft.note = [`附件：${annex.title}`];
  draft.annexes.push(annex);
}

const COLUMNS: readonly (readonly [Field['role'], string])[] = [
  ['leader', '牵头领导'],
  ['lead', '牵头单位'],
  ['support', '配合单位'],
  ['unit', '责任单位'],
  ['deadline', '完成时限'],
];

/** The tasks once more, in a table. */
function addTable(draft: Draft, random: Random, year: string): void {
  const tasks = tasksOf(draft);
  const columns = COLUMNS.filter(([role]) => tasks.some(({ fields }) => fields.some((field) => field.role === role)));
  const title = `${draft.place}${year || '2026年9月份'}重点任务分解表`;
  const rows = tasks.map(({ text, fields }, index) => [
    String(index + 1),
    text,
    ...columns.map(([role]) => fields.find((field) => field.role === role)?.value ?? ''),
  ]);
  const header = ['序号', '主要任务', ...columns.map(([, name]) => name)];
  const shape = draft.style === 'region' ? 'cells' : random.pick(['pipes', 'tabs', 'cells'] as const);
  const both = draft.annexes.length > 0;
  for (const annex of draft.annexes) annex.mark = '附件1';
  draft.annexes.push({ mark: both ? '附件2' : '附件', title, lines: [], table: { shape, header, rows } });
  draft.note = both ? [`附件：1.${draft.annexes[0]!.title}`, `2.${title}`] : [`附件：${title}`];
}

/** Every number, as the lock of a notice has it. */
export function numbersOf({ plan, annexes }: Draft): string[] {
  const lists = annexes.flatMap(({ lines }) => lines.flatMap((line) => /^[一二三四]、/.exec(line)?.[0] ?? []));
  return [...entriesOf(plan).flatMap(({ number }) => number || []), ...lists];
}
