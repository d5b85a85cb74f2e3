import type { Item, Name } from '../../model/notice.ts';
import { absolute, type Range } from '../../model/notice.ts';
import { soundAlike } from '../../registry/homophones.ts';
import { defineRule } from '../rule.ts';
import { personOf } from './leaders-of.ts';

export default defineRule({
  id: 'leader-variant',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  presets: { published: 'info' },
  what: {
    zh: '领导姓名与别处只差一字，应是同一位。',
    en: "A leader's name differs in one character from the one used elsewhere.",
  },
  why: {
    zh: '姓名错一个字，任务就派到了另一个人头上，也不严肃。',
    en: 'With one character wrong the task is given to somebody else.',
  },
  mend: {
    zh: '核对姓名，统一写法；确是两位领导的，登入名册就不再提示。',
    en: 'Check the name and write it in one way; two leaders belong in the registry.',
  },
  bad: [
    `${['甲', '乙', '丙'].map((park, index) => `${index + 1}.推进${park}园建设。\n牵头领导：林知远\n牵头单位：县发改委\n`).join('')}4.推进丁园建设。\n牵头领导：«林志远»\n牵头单位：县发改委\n`,
  ],
  good: [
    `${['甲', '乙', '丙'].map((park, index) => `${index + 1}.推进${park}园建设。\n牵头领导：林　远\n牵头单位：县发改委\n`).join('')}4.推进丁园建设。\n牵头领导：林元\n牵头单位：县发改委\n`,
  ],
  fix: 'ask',
  summarize: personsIn,
  check({ notice, registry, summaryOf }, report) {
    const counts = new Map<string, number>();
    const parts: number[] = [];
    for (let part = 0; part < notice.items.length; part++) {
      const persons = notice.zones[part] === 'table' ? undefined : summaryOf(part);
      if (!persons) continue;
      parts.push(part);
      for (const { person } of persons) counts.set(person, (counts.get(person) ?? 0) + 1);
    }
    const usual = slips(counts);
    if (!usual.size) return;
    for (const part of parts) {
      for (const { person, range } of summaryOf(part)!) {
        const like = usual.get(person);
        if (!like || registry.people.has(person)) continue;
        // With leaders in the registry it is leader-unknown that finds it.
        if (registry.leaders.length) continue;
        const place = absolute(notice, part, range);
        report({
          range: place,
          message: {
            zh: `“${person}”与多处的“${like}”（${counts.get(like)}处）只差一字，请核对。`,
            en: `${person} is probably ${like}, who is named ${counts.get(like)} times.`,
          },
          fixes: [
            {
              title: { zh: `改为“${like}”`, en: `Change to ${like}` },
              safe: false,
              edits: [{ range: place, text: like }],
            },
          ],
        });
      }
    }
  },
});

interface Person {
  readonly person: string;
  readonly range: Range;
}

function personsIn({ fields }: Item, text: string): readonly Person[] | undefined {
  const names = fields.flatMap((field) => (field.role === 'leader' ? field.names : []));
  const persons = names.flatMap((name) => placed(name, text));
  return persons.length ? persons : undefined;
}

function placed(name: Name, text: string): Person[] {
  const person = personOf(name);
  if (!person) return [];
  const at = text.slice(name.range.start, name.range.end).indexOf(person);
  const start = name.range.start + at;
  return [{ person, range: at < 0 ? name.range : { start, end: start + person.length } }];
}

const OFTEN = 3;

/** Names used once or twice that are a slip for one used often: from the one to the other. */
function slips(counts: ReadonlyMap<string, number>): Map<string, string> {
  const found = new Map<string, string>();
  // Two names that differ in one character agree without it.
  const places = new Map<string, string>();
  for (const [name, count] of counts)
    if (count >= OFTEN) for (const form of formsOf(name)) if (!places.has(form)) places.set(form, name);
  for (const [name, count] of counts) {
    if (count > 2) continue;
    for (const form of formsOf(name)) {
      const like = places.get(form);
      if (like && like !== name && counts.get(like)! >= count * 3 && isSlip(name, like)) found.set(name, like);
    }
  }
  return found;
}

function formsOf(name: string): string[] {
  return [
    name,
    [...name].sort().join('+'),
    ...Array.from(name, (_, at) => `${name.slice(0, at)}_${name.slice(at + 1)}`),
  ];
}

/** Typed by sound, or with two characters in each other's place. 王建国 and 王建军 are two, 李军 and 李俊 may be. */
function isSlip(name: string, like: string): boolean {
  if (name.length !== like.length || like.length < 3 || name[0] !== like[0]) return false;
  const differing = [...name].flatMap((character, at) => (character === like[at] ? [] : [at]));
  const [first, second] = differing as [number, number?];
  if (second === undefined) return soundAlike(name[first]!, like[first]!);
  return differing.length === 2 && name[first] === like[second] && name[second] === like[first];
}
