import { resolve } from '../../registry/resolve.ts';
import { isBalanced } from '../marks.ts';
import { defineRule, type PartView } from '../rule.ts';
import { memberNames } from './member-lines.ts';
import { baseRange } from './unit-names.ts';
import { doubtfulForm } from './unit-variant.ts';

const REGISTRY =
  '地区：云溪县（县）\n\n单位：县发改委\n\n单位：县财政局\n\n单位：县水利局\n\n单位：县市场监督管理局\n简称：县市场监管局\n';
const TASK =
  '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县水网建设领导小组成员单位（见附件）。\n\n附件\n\n县水网建设领导小组成员单位名单\n\n';

export default defineRule({
  id: 'member-unknown',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  what: {
    zh: '附件成员名单里的单位，名册里没有，或当时已经撤销。',
    en: 'A member that an annex lists is not in the registry, or no longer.',
  },
  why: {
    zh: '“成员单位（见附件）”的任务要靠这份名单落到单位；名称写错，这一家就没有任务。',
    en: 'The group reaches its members through this list: one with a wrong name gets no task.',
  },
  mend: {
    zh: '改为名册里的名称；名称无误的，补登名册。',
    en: 'Write a name that the registry knows, or add the unit to it.',
  },
  bad: [{ text: `${TASK}县财政局、«县市场监营局»、县水利局。\n`, registry: REGISTRY }],
  good: [
    { text: `${TASK}县财政局、水利局、县市场监管局，各乡镇。\n`, registry: REGISTRY },
    `${TASK}县财政局、县市场监营局、县水利局。\n`,
  ],
  fix: 'ask',
  check(view, report) {
    if (view.zone !== 'annex' || !view.registry.names.size) return;
    const names = memberNames(view);
    names.forEach((name, index) => {
      if (name.group || !isBalanced(name.text) || doubtfulForm(name.base, view.registry)) return;
      const textsOf = (from: number, to: number): string[] =>
        names.slice(Math.max(0, from), to).map(({ text }) => text);
      const at = {
        date: view.facts.date,
        place: view.facts.place,
        aliases: new Map(Object.entries(view.facts.aliases)),
      };
      const around = { previous: textsOf(index - 100, index), next: textsOf(index + 1, index + 17) };
      const found = resolve(view.registry, name, { ...at, ...around });
      if (found.kind !== 'unknown' && found.kind !== 'not-valid') return;
      const range = baseRange(name, view.text);
      const instead = found.kind === 'unknown' ? (found.nearest ?? []) : found.expected ? [found.expected] : [];
      report({
        range,
        message: messageOf(name.base, found.kind === 'unknown', instead, view),
        fixes: instead.map((near) => ({
          title: { zh: `改为“${near}”`, en: `Change to ${near}` },
          safe: false,
          edits: [{ range, text: near }],
        })),
      });
    });
  },
});

function messageOf(
  name: string,
  unknown: boolean,
  instead: readonly string[],
  { facts }: PartView,
): { zh: string; en: string } {
  const zh = instead.map((near) => `“${near}”`).join('、');
  const en = instead.join(', ');
  return unknown
    ? {
        zh: `名册里没有“${name}”。${zh && `最接近的是${zh}。`}请核对名称，或补登名册。`,
        en: `The registry knows no “${name}”. ${en && `Nearest: ${en}. `}Check the name, or add it to the registry.`,
      }
    : {
        zh: `“${name}”在${facts.date}那天不在有效期${zh && `，应为${zh}`}。请核对名称，或改正名册。`,
        en: `${name} is not valid on ${facts.date}${en && `; then it was ${en}`}. Check the name, or correct the registry.`,
      };
}
