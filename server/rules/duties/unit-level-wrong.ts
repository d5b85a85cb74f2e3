import { prefixOf } from '../../registry/anatomy.ts';
import { nameKey } from '../../registry/names.ts';
import type { Registry } from '../../registry/registry.ts';
import { resolve } from '../../registry/resolve.ts';
import type { Facts } from '../facts.ts';
import { defineRule, type PartView } from '../rule.ts';
import { bearsDuty, type PlacedName, resolved, unitNames } from './unit-names.ts';

const COUNTY = ['县发改委', '县商务局', '县财政局', '县水利局']
  .map((unit, index) => `${index + 1}.推进${'甲乙丙丁'[index]}园建设。\n责任单位：${unit}。\n`)
  .join('');

export default defineRule({
  id: 'unit-level-wrong',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  what: {
    zh: '单位名称前面的“市”“县”“区”与发文的地方不符。',
    en: "A unit's name begins with the level of another place than the notice's.",
  },
  why: {
    zh: '县里的通知写成“区财政局”“市财政局”，多半是从别处的文件抄来没有改，任务派到了别人头上。',
    en: 'Most likely the text was copied from another place, and its unit is given the task.',
  },
  mend: {
    zh: '改为本地单位的名称；确是上级或外地单位的，写明地名，或补登名册。',
    en: "Write the name of the place's own unit; for a unit of another place, say which, or add it to the registry.",
  },
  bad: [
    `${COUNTY}5.推进戊园建设。\n责任单位：县公安局、«区»财政局。\n`,
    {
      text: '1.推进甲园建设。\n责任单位：县财政局、«市»住建局。\n2.推进乙园建设。\n责任单位：县财政局、县住建局、县商务局、县水利局。\n',
      registry: '地区：云溪县（县）\n\n单位：县财政局\n\n单位：县住建局\n\n单位：县商务局\n\n单位：县水利局\n',
    },
  ],
  good: [
    `${COUNTY}5.推进戊园建设。\n责任单位：市生态环境局云溪县分局、市公路局。\n`,
    `${COUNTY}5.推进戊园建设。\n责任单位：青岚区财政局、区域协作中心。\n`,
  ],
  fix: 'ask',
  check(view, report) {
    if (!bearsDuty(view)) return;
    for (const placed of unitNames(view)) {
      const { name } = placed;
      const own = ownPrefix(placed, view);
      if (!own) continue;
      const range = { start: name.range.start, end: name.range.start + 1 };
      const instead = own + name.base.slice(1);
      report({
        range,
        message: {
          zh: `这份通知的单位是“${own}”字开头，这里写作“${name.base}”。如指本地单位，应为“${instead}”。`,
          en: `The units of this notice begin with ${own}, this one is ${name.base}. The place's own unit is ${instead}.`,
        },
        fixes: [
          {
            title: { zh: `改为“${instead}”`, en: `Change to ${instead}` },
            safe: false,
            edits: [{ range, text: own }],
          },
        ],
      });
    }
  },
});

/** Places of these levels stand side by side: none has units of the other's. */
const SIDE_BY_SIDE = '县区旗';

/** The character that the name should begin with; undefined where it is right, or nobody can tell. */
export function ownPrefix(placed: PlacedName, view: PartView): string | undefined {
  const { name } = placed;
  const own = speakingPrefix(view.facts);
  const prefix = name.group ? '' : prefixOf(name.base);
  if (!own || !prefix || prefix === own || !view.text.startsWith(prefix, name.range.start)) return undefined;
  if (!view.registry.names.size) {
    if (view.facts.misplaced[name.text]) return own;
    // 区林业厅 is one of the 自治区.
    return SIDE_BY_SIDE.includes(own) && SIDE_BY_SIDE.includes(prefix) && !/厅$/.test(name.base) ? own : undefined;
  }
  if (prefixesIn(view.registry).has(prefix) || resolved(placed, view)?.kind !== 'unknown') return undefined;
  const instead = resolve(view.registry, own + name.base.slice(1), { date: view.facts.date, place: view.facts.place });
  return instead.kind === 'exact' || instead.kind === 'second-name' ? own : undefined;
}

/** What the names of units begin with, unless the issuer says otherwise. */
function speakingPrefix({ prefix, place }: Facts): string | undefined {
  return !place || !prefix || place.endsWith(prefix) ? prefix : undefined;
}

const prefixes = new WeakMap<Registry, ReadonlySet<string>>();

/** What names of the registry's units begin with: of a level that has units there, any name may be missing. */
function prefixesIn(registry: Registry): ReadonlySet<string> {
  let known = prefixes.get(registry);
  if (!known) {
    known = new Set(registry.units.flatMap((unit) => unit.names.map(({ text }) => prefixOf(nameKey(text)))));
    prefixes.set(registry, known);
  }
  return known;
}
