import type { Notice } from '../../model/notice.ts';
import { inTable } from '../../model/tables.ts';
import { asListed } from '../elision.ts';
import { isBalanced } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { baseRange } from './unit-names.ts';

const BODY = ['甲', '乙', '丙']
  .map((park, index) => `${index + 1}.建成${park}园${index + 2}个。\n牵头单位：县住房城乡建设局\n`)
  .join('');
const table = (unit: string): string =>
  `\n附件\n\n任务分解表\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 建成甲园2个 | 县住房城乡建设局 |\n| 2 | 建成乙园3个 | 县住房城乡建设局 |\n| 3 | 建成丙园4个 | ${unit} |\n`;

export default defineRule({
  id: 'table-unit-variant',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'notice',
  presets: { published: 'info' },
  what: {
    zh: '分解表里的单位名称与正文写法不同，应是同一个单位。',
    en: 'The table writes a unit in another way than the text.',
  },
  why: {
    zh: '表和正文分别用来派发、督办，一家两个名称，按单位汇总时就成了两家。',
    en: 'The table is what tasks are handed out by: one unit with two names becomes two.',
  },
  mend: { zh: '改为正文的写法。', en: 'Write the name as the text does.' },
  bad: [`${BODY}${table('«县住房和城乡建设局»')}`],
  good: [`${BODY}${table('县住房城乡建设局')}`],
  fix: 'ask',
  check({ notice, facts, registry }, report) {
    // The registry tells names apart by itself: its forms are all right.
    if (registry.names.size || !notice.tasks.length) return;
    for (const own of notice.tables) {
      const columns = own.columns.flatMap(({ role }, column) =>
        role === 'lead' || role === 'support' || role === 'unit' ? [column] : [],
      );
      const told = new Set<string>();
      for (const cell of own.rows.flatMap(({ cells }) => columns.map((column) => cells[column]))) {
        if (!cell || cell.merged) continue;
        for (const { name, completed } of asListed(cell.names)) {
          const usual = facts.variants[completed ?? name.text];
          // What the text says elsewhere than of who answers may be another unit, or a name explained there.
          if (!usual || told.has(name.base) || name.base === usual || !isBalanced(name.text)) continue;
          if (notice.text.slice(0, own.start).includes(name.base) && !isNamed(notice, name.base)) continue;
          told.add(name.base);
          const elided = completed !== undefined && completed[0] === usual[0] ? usual.slice(1) : usual;
          const range = inTable(own, baseRange(name, notice.text.slice(own.start, own.end)));
          report({
            range,
            message: {
              zh: `表中的“${name.base}”与正文的“${elided}”应是同一单位，请统一。`,
              en: `${name.base} in the table is probably ${elided} of the text. Use one form.`,
            },
            fixes: [
              {
                title: { zh: `改为“${elided}”`, en: `Change to ${elided}` },
                safe: false,
                edits: [{ range, text: elided }],
              },
            ],
          });
        }
      }
    }
  },
});

/** A task of the text names it as well, beside the usual form. */
function isNamed({ tasks }: Notice, base: string): boolean {
  return tasks.some(({ duty: { leadUnits, supportUnits, units } }) =>
    [leadUnits, supportUnits, units].some((names) => names.some((name) => name.base === base)),
  );
}
