import { defineRule, type Words } from '../rule.ts';
import { leaderOf, leadersIn, personOf } from './leaders-of.ts';
import { bearsDuty } from './unit-names.ts';

const REGISTRY = '地区：云溪县（县）\n\n单位：县发改委\n\n领导：林知远\n职务：副县长\n\n领导：沈嘉禾\n职务：副县长\n';

export default defineRule({
  id: 'leader-unknown',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  what: {
    zh: '名册列有领导，没有这一位，或通知的日期他不在任。',
    en: 'The registry lists leaders, but not this one, or not on that date.',
  },
  why: {
    zh: '姓名写错一个字，任务就没有领导牵头；已经调离的，也牵不了头。',
    en: 'A name with a wrong character is nobody; who has left leads nothing.',
  },
  mend: {
    zh: '改正姓名；姓名无误的，在名册里补登这位领导或改正任职日期。',
    en: 'Correct the name, or add the leader to the registry.',
  },
  bad: [
    { text: '1.推进甲园建设。\n牵头领导：«林志远»。\n牵头单位：县发改委。\n', registry: REGISTRY },
    { text: '1.推进甲园建设。\n牵头领导：林知远、«苗青»。\n牵头单位：县发改委。\n', registry: REGISTRY },
  ],
  good: [
    { text: '1.推进甲园建设。\n牵头领导：副县长林知远、沈　嘉禾。\n牵头单位：县发改委。\n', registry: REGISTRY },
    { text: '1.推进甲园建设。\n牵头领导：县政府负责同志。\n牵头单位：县发改委。\n', registry: REGISTRY },
    '1.推进甲园建设。\n牵头领导：林志远。\n牵头单位：县发改委。\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!bearsDuty(view) || !view.registry.leaders.length) return;
    for (const placed of leadersIn(view)) {
      const { name } = placed;
      const person = personOf(name);
      const found = person ? leaderOf(placed, view) : undefined;
      if (!person || (found?.kind !== 'unknown' && found?.kind !== 'not-valid')) continue;
      const at = view.text.slice(name.range.start, name.range.end).indexOf(person);
      const start = name.range.start + Math.max(0, at);
      const range = at < 0 ? name.range : { start, end: start + person.length };
      const nearest = found.kind === 'unknown' ? (found.nearest ?? []) : [];
      const { since, until } = found.leader ?? {};
      report({
        range,
        message:
          found.kind === 'unknown' ? unknown(person, nearest) : notInOffice(person, since, until, view.facts.date),
        fixes: nearest.map((near) => ({
          title: { zh: `改为“${near}”`, en: `Change to ${near}` },
          safe: false,
          edits: [{ range, text: near }],
        })),
      });
    }
  },
});

function unknown(name: string, nearest: readonly string[]): Words {
  const zh = nearest.length ? `最接近的是${nearest.map((near) => `“${near}”`).join('、')}。` : '';
  const en = nearest.length ? `Nearest: ${nearest.join(', ')}. ` : '';
  return {
    zh: `名册的领导里没有“${name}”。${zh}请核对姓名，或补登名册。`,
    en: `The registry knows no leader ${name}. ${en}Check the name, or add it to the registry.`,
  };
}

function notInOffice(name: string, since: string | undefined, until: string | undefined, date = ''): Words {
  const gone = until !== undefined && until < date;
  return {
    zh: gone
      ? `“${name}”任职到${until}，通知的日期是${date}。请改为现任领导，或改正名册。`
      : `“${name}”从${since}起任职，通知的日期是${date}。请核对，或改正名册。`,
    en: gone
      ? `${name} was in office until ${until}, the notice is of ${date}. Name the present leader, or correct the registry.`
      : `${name} is in office from ${since}, the notice is of ${date}. Check it, or correct the registry.`,
  };
}
