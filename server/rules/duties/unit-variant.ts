import { prefixOf } from '../../registry/anatomy.ts';
import { nameKey } from '../../registry/names.ts';
import { preferredName, type Registry } from '../../registry/registry.ts';
import { resolve } from '../../registry/resolve.ts';
import { asListed } from '../elision.ts';
import { isBalanced } from '../marks.ts';
import { defineRule, type PartView } from '../rule.ts';
import { isUnitField } from '../tally.ts';
import { memberNames } from './member-lines.ts';
import { baseRange, bearsDuty, type PlacedName, resolved } from './unit-names.ts';

export default defineRule({
  id: 'unit-variant',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: { zh: '单位名称与别处写法不同，应是同一个单位。', en: 'A unit is written in another way than elsewhere.' },
  why: {
    zh: '同一单位两种写法，按单位汇总时会分成两家，任务就漏统。',
    en: 'Summed up by unit, one unit becomes two, and its tasks are missed.',
  },
  mend: {
    zh: '改为通用的写法；确是两个单位的，在名册里分别登记。',
    en: 'Write the usual name; if there are two units, enter both in the registry.',
  },
  bad: [
    '1.推进甲园建设。\n牵头单位：县住房城乡建设局\n2.推进乙园建设。\n牵头单位：县住房城乡建设局\n3.推进丙园建设。\n牵头单位：县住房城乡建设局\n4.推进丁园建设。\n牵头单位：«县住房和城乡建设局»\n',
    {
      text: '1.推进甲园建设。\n牵头单位：«县发改局»。\n',
      registry: '地区：云溪县（县）\n\n单位：云溪县发展和改革委员会\n简称：县发改委\n待核：县发改局\n',
    },
    '1.推进甲园建设。\n牵头单位：县住房城乡建设局\n2.推进乙园建设。\n牵头单位：县住房城乡建设局\n3.推进丙园建设。\n牵头单位：县住房城乡建设局\n配合单位：县水网建设领导小组成员单位（见附件）\n\n附件\n\n县水网建设领导小组成员单位名单\n\n县财政局、«县住房和城乡建设局»、县水利局。\n',
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：县财政局、商务局\n2.推进乙园建设。\n牵头单位：县商务局\n3.推进丙园建设。\n牵头单位：县商务局\n4.推进丁园建设。\n牵头单位：县商务局\n',
    '1.推进甲园建设。\n牵头单位：县水务局\n2.推进乙园建设。\n牵头单位：县税务局\n3.推进丙园建设。\n牵头单位：县税务局\n4.推进丁园建设。\n牵头单位：县税务局\n',
  ],
  fix: 'ask',
  check(view, report) {
    const lists = bearsDuty(view)
      ? view.item.fields.filter(isUnitField).map((field) => ({ field, names: field.names }))
      : [{ field: undefined, names: memberNames(view) }];
    for (const { field, names } of lists) {
      asListed(names).forEach(({ name, completed }, index) => {
        const form = (view.facts.listsElide && completed) || name.text;
        // What the registry makes of members, member-unknown says.
        const known = view.registry.names.size > 0;
        const full = known ? field && registeredForm({ name, field, index }, form, view) : view.facts.variants[form];
        // Where the list leaves 县 out, so does the name that is put in.
        const usual = full && form === completed && form[0] === full[0] ? full.slice(1) : full;
        if (!usual || name.base === usual || !isBalanced(name.text)) return;
        const range = baseRange(name, view.text);
        report({
          range,
          message: known
            ? {
                zh: `“${name.base}”应写作“${usual}”，请统一。`,
                en: `“${name.base}” should be “${usual}”. Use one form.`,
              }
            : {
                zh: `“${name.base}”与多处使用的“${usual}”应是同一单位，请统一。`,
                en: `“${name.base}” is probably “${usual}”, which is used often. Use one form.`,
              },
          fixes: [
            { title: { zh: `改为“${usual}”`, en: `Change to ${usual}` }, safe: false, edits: [{ range, text: usual }] },
          ],
        });
      });
    }
  },
});

/**
 * What should stand there by the registry: the preferred name for a form in doubt (待核), the prefix that no list leaves
 * out, and for an 别名 the name that the notice otherwise uses.
 */
function registeredForm(placed: PlacedName, form: string, view: PartView): string | undefined {
  const { base } = placed.name;
  const doubted = doubtfulForm(base, view.registry);
  if (doubted || view.facts.aliases[base]) return doubted;
  const found = resolved(placed, view);
  if (!found?.unit || (found.kind !== 'alias' && found.kind !== 'elided')) return undefined;
  const { kind, expected = '' } = found;
  if (kind === 'alias' && expected === prefixOf(expected) + base) return expected;
  const usual = view.facts.variants[form];
  return usual && resolve(view.registry, usual).unit === found.unit ? usual : undefined;
}

/** The preferred name of the unit that a form in doubt (待核) is thought to be. */
export function doubtfulForm(base: string, registry: Registry): string | undefined {
  const unit = registry.doubtful.get(nameKey(base));
  return unit && preferredName(unit);
}
