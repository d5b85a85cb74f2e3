import { defineRule } from '../rule.ts';
import { seam } from './list-unseparated.ts';
import { ownPrefix } from './unit-level-wrong.ts';
import { baseRange, bearsDuty, resolved, unitNames } from './unit-names.ts';
import { doubtfulForm } from './unit-variant.ts';

const REGISTRY =
  '地区：云溪县（县）\n\n单位：云溪县发展和改革委员会\n简称：县发改委\n\n单位：云溪县财政局\n简称：县财政局\n\n单位：云溪县水利局\n简称：县水利局\n\n单位：云溪县市场监督管理局\n简称：县市场监管局\n';

export default defineRule({
  id: 'unit-unknown',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  what: { zh: '名册里没有这个单位。', en: 'The registry knows no such unit.' },
  why: {
    zh: '名称写错、用了旧称，或名册漏登：任务都派不到人头上。',
    en: 'The name is wrong or old, or the registry lacks the unit: either way the task reaches nobody.',
  },
  mend: {
    zh: '改为名册里的名称；名称无误的，在名册里补登这个单位或它的别名。',
    en: 'Write a name that the registry knows, or add the unit or its alias to the registry.',
  },
  bad: [{ text: '1.推进甲园建设。\n牵头单位：县财政局、«县市场监营局»。\n', registry: REGISTRY }],
  good: [
    { text: '1.推进甲园建设。\n牵头单位：县发改委、财政局，各乡镇。\n', registry: REGISTRY },
    '1.推进甲园建设。\n牵头单位：县市场监营局。\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!bearsDuty(view) || !view.registry.names.size) return;
    for (const placed of unitNames(view)) {
      const { name } = placed;
      const found = resolved(placed, view);
      // A doubtful form of a known unit is unit-variant's finding, and others have rules of their own as well.
      if (found?.kind !== 'unknown' || doubtfulForm(name.base, view.registry)) continue;
      if (ownPrefix(placed, view) || seam(placed, view) !== undefined) continue;
      const range = baseRange(name, view.text);
      const nearest = found.nearest ?? [];
      report({
        range,
        message: {
          zh: `名册里没有“${name.base}”。${nearest.length ? `最接近的是${nearest.map((near) => `“${near}”`).join('、')}。` : ''}请核对名称，或补登名册。`,
          en: `The registry knows no “${name.base}”. ${nearest.length ? `Nearest: ${nearest.join(', ')}. ` : ''}Check the name, or add it to the registry.`,
        },
        fixes: nearest.map((near) => ({
          title: { zh: `改为“${near}”`, en: `Change to ${near}` },
          safe: false,
          edits: [{ range, text: near }],
        })),
      });
    }
  },
});
