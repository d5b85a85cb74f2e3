import { toHan } from '../../syntax/numbers.ts';
import { defineRule } from '../rule.ts';
import { etcOf, statedBy } from './etc.ts';
import { bearsDuty, unitNames } from './unit-names.ts';

export default defineRule({
  id: 'etc-count-wrong',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  what: {
    zh: '“等几个单位”的数字比列出的单位还少。',
    en: 'The number after 等 is smaller than that of the units listed before it.',
  },
  why: {
    zh: '数字和名单对不上，读者不知道该信哪一个；多半是增减单位以后忘了改数。',
    en: 'One of the two is wrong: most likely a unit was added and the number forgotten.',
  },
  mend: {
    zh: '按名单改正数字，或删去误列的单位。',
    en: 'Correct the number, or delete the unit that stands there by mistake.',
  },
  bad: [
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县财政局、县商务局、县税务局等«2»个部门。\n',
    '1.推进甲园建设。（责任单位：县水利局、青石镇、桃坪镇、柏溪镇等«两»个乡镇，县财政局）\n',
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县财政局、县商务局等2个部门。\n',
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县财政局、县商务局等5个部门。\n',
    '1.推进甲园建设。（责任单位：县水利局、青石镇、桃坪镇等2个乡镇）\n',
  ],
  fix: 'ask',
  check(view, report) {
    if (!bearsDuty(view) || !view.text.includes('等')) return;
    for (const { name, field, index } of unitNames(view)) {
      const etc = etcOf(name, view.text);
      const stated = etc && statedBy(field, index);
      if (!stated || stated.listed <= stated.value) continue;
      const start = etc.start + stated.at;
      const range = { start, end: start + stated.numeral.length };
      const { listed, numeral } = stated;
      const instead = numeralLike(numeral, listed);
      report({
        range,
        message: {
          zh: `“${name.etc}”前面列了${listed}个。请把“${numeral}”改为“${instead}”，或核对名单。`,
          en: `${listed} are listed before “${name.etc}”. Change ${numeral} to ${instead}, or check the list.`,
        },
        fixes: [
          {
            title: { zh: `改为“${instead}”`, en: `Change to ${instead}` },
            safe: false,
            edits: [{ range, text: instead }],
          },
        ],
      });
    }
  },
});

/** 两 made 3 is 三. */
function numeralLike(numeral: string, value: number): string {
  return /\d/.test(numeral) ? String(value) : toHan(value);
}
