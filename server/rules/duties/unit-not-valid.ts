import { preferredName } from '../../registry/registry.ts';
import type { Resolution } from '../../registry/resolve.ts';
import { defineRule, type PartView, type Words } from '../rule.ts';
import { baseRange, bearsDuty, resolved, unitNames } from './unit-names.ts';

const REGISTRY =
  '地区：云溪县（县）\n\n单位：云溪县扶贫开发局\n简称：县扶贫局\n撤销：2025年12月31日\n后继：云溪县乡村振兴局\n\n单位：云溪县乡村振兴局\n简称：县乡村振兴局\n启用：2026年1月1日\n';
const HEAD =
  '云溪县人民政府关于印发重点工作的通知\n\n各乡镇人民政府：\n\n现将重点工作印发给你们。\n\n云溪县人民政府\n\n2026年2月10日\n\n';

export default defineRule({
  id: 'unit-not-valid',
  since: '0.1.0',
  severity: 'error',
  looksAt: 'part',
  what: {
    zh: '这个单位在通知的日期已经撤销，或尚未成立。',
    en: "The unit no longer exists, or not yet, on the notice's date.",
  },
  why: {
    zh: '任务派给一个不存在的单位，就没有单位负责。',
    en: 'A task given to a unit that does not exist is given to nobody.',
  },
  mend: {
    zh: '改为当时承接其职责的单位；日期有误的，改正名册里的启用、撤销日期。',
    en: 'Write the unit that had its duties on that day, or correct the dates in the registry.',
  },
  bad: [{ text: `${HEAD}1.推进甲园建设。\n牵头单位：«县扶贫局»。\n`, registry: REGISTRY }],
  good: [
    { text: `${HEAD}1.推进甲园建设。\n牵头单位：县乡村振兴局。\n`, registry: REGISTRY },
    { text: '1.推进甲园建设。\n牵头单位：县扶贫局。\n', registry: REGISTRY },
  ],
  fix: 'ask',
  check(view, report) {
    if (!bearsDuty(view) || !view.registry.names.size) return;
    for (const placed of unitNames(view)) {
      const found = resolved(placed, view);
      if (found?.kind !== 'not-valid') continue;
      const range = baseRange(placed.name, view.text);
      const instead = successorsOf(found, view);
      report({
        range,
        message: messageOf(placed.name.base, found, instead, view.facts.date),
        fixes: instead.map((expected) => ({
          title: { zh: `改为“${expected}”`, en: `Change to ${expected}` },
          safe: false,
          edits: [{ range, text: expected }],
        })),
      });
    }
  },
});

/** Who had its duties on that day: several, where it was divided. */
function successorsOf({ unit, until, expected }: Resolution, { registry, facts }: PartView): readonly string[] {
  const { date = '' } = facts;
  const next = unit && until && until < date ? (registry.successors.get(unit) ?? []) : [];
  const valid = next.filter((other) => !(other.since && other.since > date) && !(other.until && other.until < date));
  return valid.length > 1 ? valid.map(preferredName) : expected ? [expected] : [];
}

function messageOf(name: string, { since, until }: Resolution, instead: readonly string[], date = ''): Words {
  const names = { zh: instead.map((other) => `“${other}”`).join('或'), en: instead.join(' or ') };
  const gone = until !== undefined && until < date;
  const [when, did] = gone
    ? [until, { zh: '已于', verb: '撤销', en: 'ended on' }]
    : [since ?? '', { zh: '要到', verb: '才启用', en: 'begins on' }];
  return {
    zh: `“${name}”${did.zh}${printed(when)}${did.verb}；通知的日期是${printed(date)}${names.zh && `，应为${names.zh}`}。`,
    en: `${name} ${did.en} ${when}, the notice is of ${date}${names.en && `; then it was ${names.en}`}.`,
  };
}

/** 2026-02-10 → 2026年2月10日 */
function printed(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
