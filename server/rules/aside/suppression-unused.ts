import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'suppression-unused',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'findings',
  what: { zh: '“免查”没有免去任何问题。', en: 'A suppression puts nothing aside.' },
  why: {
    zh: '问题已经改好而“免查”还在，以后再犯就查不出来；规则名写错的“免查”不起作用。',
    en: 'What it put aside is mended; left there it will hide the next fault. One with a wrong rule never worked.',
  },
  mend: { zh: '删去这一行；规则名写错的，改正规则名。', en: 'Delete the line, or correct the name of the rule.' },
  bad: [
    '«// 免查 field-empty：等县委定人»\n1.推进甲园建设。\n牵头单位：县商务局。\n',
    '«// 免查 field-emty：等县委定人»\n1.推进甲园建设。\n牵头单位：县商务局。\n',
  ],
  good: ['1.推进甲园建设。\n// 免查 field-empty：等县委定人\n牵头单位：\n'],
  fix: 'safe',
  check({ notice, suppressions, isRule }, report) {
    for (const { rules, used, range } of suppressions) {
      const idle = rules.filter((rule) => !used.has(rule));
      if (rules.length ? !idle.length : used.size) continue;
      const wrong = idle.find((rule) => !isRule(rule));
      const names = idle.join('、');
      report({
        range,
        message: wrong
          ? {
              zh: `没有规则“${wrong}”，请改正规则名或删去这一行。`,
              en: `There is no rule ${wrong}. Correct its name, or delete the line.`,
            }
          : {
              zh: `这里已经没有${names ? `“${names}”` : ''}可免查的问题，请删去${idle.length < rules.length ? '这个规则名' : '这一行'}。`,
              en: `Nothing${names ? ` of ${names}` : ''} is put aside here any more. Delete ${idle.length < rules.length ? 'the name' : 'the line'}.`,
            },
        fixes:
          idle.length < rules.length || wrong
            ? []
            : [
                {
                  title: { zh: '删去这一行“免查”', en: 'Delete this suppression' },
                  safe: true,
                  edits: [{ range: wholeLine(notice.text, range), text: '' }],
                },
              ],
      });
    }
  },
});

function wholeLine(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  return { start: from, end: next < 0 ? text.length : next + 1 };
}
