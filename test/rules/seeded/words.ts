/** Entries made of the vocabulary: who answers for what, in the manner of a style. */
import type { Entry, Field, StyleName } from './draft.ts';
import type { Random } from './random.ts';
import { CLAUSES, DEADLINES, FIELDS, LEADERS, MONTHLY_DEADLINES, type Place, SUPPORTING } from './vocabulary.ts';

type WorkField = (typeof FIELDS)[number];

/** How each style calls who answers for a task. A style that has no name for a role does not state it. */
const LABELS: Readonly<Record<StyleName, Partial<Record<Field['role'], string>>>> = {
  monthly: { leader: '责任领导：', lead: '牵头单位：', unit: '责任单位：', deadline: '完成时限：' },
  region: {
    leader: '牵头负责领导：',
    lead: '牵头责任单位：',
    support: '协同责任单位：',
    deadline: '完成时限：',
  },
  county: { unit: '责任单位：', deadline: '完成时限：' },
  city: { leader: '牵头领导：', lead: '牵头责任单位：', support: '协同责任单位：', deadline: '完成时限：' },
};

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 23 → 二十三 */
export function han(value: number): string {
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? HAN[tens] : ''}${tens ? '十' : ''}${HAN[value % 10]}`;
}

/** Numbers entries from 1. */
export function numbered(entries: Entry[], number: (value: number) => string): Entry[] {
  entries.forEach((entry, index) => {
    entry.number = number(index + 1);
  });
  return entries;
}

/** Who and what there is in one notice; nothing is given out twice. */
export class Cast {
  readonly fields: readonly WorkField[];
  readonly #random: Random;
  readonly #place: Place;
  readonly #style: StyleName;
  readonly #deadlines: boolean;
  readonly #clauses: string[];
  readonly #tasks = new Map<WorkField, [string, string][]>();
  readonly #headings = new Map<WorkField, string[]>();

  constructor(random: Random, place: Place, style: StyleName, deadlines: boolean) {
    this.#random = random;
    this.#place = place;
    this.#style = style;
    this.#deadlines = deadlines;
    this.#clauses = random.shuffled(CLAUSES);
    this.fields = random.shuffled(FIELDS);
    for (const field of FIELDS) {
      const tasks = Object.entries(field.tasks).flatMap(([unit, texts]) =>
        texts.map((text): [string, string] => [unit, text]),
      );
      this.#tasks.set(field, random.shuffled(tasks));
      this.#headings.set(field, random.shuffled(field.headings));
    }
  }

  /** A task of a field that has some left, or of another. */
  task(field: WorkField): Entry {
    const from = this.#tasks.get(field)!.length ? field : this.fields.find((other) => this.#tasks.get(other)!.length)!;
    const [unit, text] = this.#tasks.get(from)!.pop()!;
    return this.#entry(text, unit, from);
  }

  indicator(text: string, unit: string): Entry {
    const field = FIELDS.find(({ tasks }) => tasks[unit]) ?? FIELDS[0]!;
    return this.#entry(text, unit, field, false);
  }

  heading(field: WorkField, end: string): Entry {
    const from = this.#headings.get(field)!.length
      ? field
      : this.fields.find((other) => this.#headings.get(other)!.length)!;
    return { number: '', text: this.#headings.get(from)!.pop()!, end, fields: [], children: [] };
  }

  section(text: string, children: Entry[]): Entry {
    return { number: '', text, end: '', fields: [], children };
  }

  /** Sections with headings with tasks, so many tasks in all. */
  sections(count: number, least: number): Entry[] {
    const many = Math.min(FIELDS.length, Math.max(least, Math.round(count / 6)));
    const sections = this.fields.slice(0, many).map((field, index) => {
      const own = Math.floor(count / many) + (index < count % many ? 1 : 0);
      const length = Math.max(1, Math.min(4, Math.round(own / this.#random.between(3, 6))));
      const headings = Array.from({ length }, () => this.heading(field, ''));
      for (let at = 0; at < own; at++) headings[at % length]!.children.push(this.task(field));
      return this.section(this.#random.pick(field.titles), headings);
    });
    return sections;
  }

  #entry(template: string, unit: string, field: WorkField, goesOn = this.#random.often(40)): Entry {
    const random = this.#random;
    const text = template.replace(/\{(\d+)-(\d+)\}/g, (_, least, most) => String(random.between(+least, +most)));
    const clause = goesOn ? this.#clauses.pop() : undefined;
    return {
      number: '',
      text: clause ? `${text}，${clause}` : text,
      end: '。',
      fields: this.#duty(unit, field),
      children: [],
    };
  }

  #duty(unit: string, field: WorkField): Field[] {
    const random = this.#random;
    const { level, allTowns, towns } = this.#place;
    const labels = LABELS[this.#style];
    const others = random.some(
      [...SUPPORTING, ...Object.keys(field.tasks)].filter((other) => other !== unit),
      random.between(1, 3),
    );
    const named = (units: readonly string[]): string => {
      const elides = this.#style === 'county';
      return units.map((name, index) => (elides && index ? name : level + name)).join('、');
    };
    const tail = random.often(25) ? `，${random.pick([allTowns, `${level}直有关单位`])}` : '';
    const town = !tail && random.often(20) ? `、${random.pick(towns)}` : '';
    const second = random.often(15) ? others.pop() : undefined;
    const lead = [unit, ...(second && others.length && field.tasks[second] ? [second] : [])];
    if (second && lead.length < 2) others.push(second);
    const values: Record<Field['role'], string> = {
      leader: LEADERS[words(field)]!.name,
      lead: named(lead),
      support: named(others) + town + tail,
      unit: (labels.lead ? named(others) : named([...lead, ...others])) + town + tail,
      deadline: this.#deadlines ? random.pick(this.#style === 'monthly' ? MONTHLY_DEADLINES : DEADLINES) : '',
    };
    return ROLES.flatMap((role) => {
      const label = labels[role];
      return label && values[role] ? [{ role, label, value: values[role], close: '。' }] : [];
    });
  }
}

const ROLES: readonly Field['role'][] = ['leader', 'lead', 'support', 'unit', 'deadline'];

/** The leader of a field of work. */
function words(field: WorkField): number {
  return FIELDS.indexOf(field);
}
