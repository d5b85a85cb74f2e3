import { absolute, type Field, type Item, type Name, type Range } from '../../model/notice.ts';
import { prefixOf } from '../../registry/anatomy.ts';
import { defineRule, type Words } from '../rule.ts';
import { isUnitField } from '../tally.ts';

export default defineRule({
  id: 'list-mark-mixed',
  since: '0.1.0',
  severity: 'info',
  looksAt: 'notice',
  presets: { strict: 'warning', published: 'off' },
  what: {
    zh: '同类单位之间都用顿号，这一处用了逗号。',
    en: 'A comma stands among the 、 of a list whose units are all of one kind.',
  },
  why: {
    zh: '同类单位之间用顿号，换一类才用逗号；中间夹一个逗号，读者会以为后面是另一类。',
    en: 'A comma says that units of another kind follow.',
  },
  source: 'GB/T 15834-2011 4.5.3.1',
  mend: { zh: '改为顿号；后面确是另一类单位的，不必改。', en: 'Change it to 、, unless units of another kind follow.' },
  bad: [
    '1.推进甲园建设。\n责任单位：县财政局、县商务局«，»县公安局、县水利局。\n',
    '1.推进甲园建设。\n责任单位：县财政局，各乡镇、各产业园。\n2.推进乙园建设。\n责任单位：县财政局，各乡镇、各产业园。\n3.推进丙园建设。\n责任单位：县财政局，各乡镇、各产业园。\n4.推进丁园建设。\n责任单位：县财政局，各乡镇、各产业园。\n5.推进戊园建设。\n责任单位：县财政局，各乡镇、各产业园。\n6.推进己园建设。\n责任单位：县商务局，各乡镇«，»各产业园。\n',
  ],
  good: [
    '1.推进甲园建设。\n责任单位：县财政局，各乡镇、各产业园。\n2.推进乙园建设。\n责任单位：县商务局，各乡镇，各产业园。\n',
    '1.推进甲园建设。\n责任单位：县财政局、县商务局，新河镇、柏溪乡。\n',
    '1.推进甲园建设。\n责任单位：县委组织部、县委宣传部，县财政局、县商务局。\n',
    '1.推进甲园建设。\n责任单位：县财政局，县商务局，县公安局。\n',
  ],
  fix: 'ask',
  summarize: marksIn,
  check({ notice, summaryOf }, report) {
    const tasks = new Set(notice.tasks.map(({ part }) => part));
    const usual = new Map<string, number>();
    const odd: { readonly at: GroupMark; readonly part: number }[] = [];
    const say = ({ before, after, range }: Mark, part: number, so: Words): void => {
      const own = absolute(notice, part, range);
      report({
        range: own,
        message: {
          zh: `“${before}”与“${after}”${so.zh}，中间应用顿号。`,
          en: `${before} and ${after} ${so.en}: 、 should stand between them.`,
        },
        fixes: [{ title: { zh: '改为顿号', en: 'Change to 、' }, safe: false, edits: [{ range: own, text: '、' }] }],
      });
    };
    notice.items.forEach((_, part) => {
      const summary = summaryOf(part);
      if (!summary || (notice.zones[part] !== 'plan' && !tasks.has(part))) return;
      for (const mark of summary.commas) say(mark, part, { zh: '是同类单位', en: 'are of one kind' });
      for (const mark of summary.groups) {
        const key = `${mark.before} ${mark.after}`;
        if (mark.comma) odd.push({ at: mark, part });
        else usual.set(key, (usual.get(key) ?? 0) + 1);
      }
    });
    const commas = new Map<string, number>();
    for (const { at } of odd) commas.set(`${at.before} ${at.after}`, (commas.get(`${at.before} ${at.after}`) ?? 0) + 1);
    for (const { at, part } of odd) {
      const key = `${at.before} ${at.after}`;
      const count = usual.get(key) ?? 0;
      // Most pairs stand so: a comma is no way of the notice to tell them apart.
      if (count < 5 || commas.get(key)! * 5 > count) continue;
      say(at, part, { zh: `在其余${count}处都用顿号隔开`, en: `stand with 、 between them ${count} times` });
    }
  },
});

interface Mark {
  readonly before: string;
  readonly after: string;
  readonly range: Range;
}

interface GroupMark extends Mark {
  readonly comma: boolean;
}

interface Marks {
  /** A comma among the 、 of units of one kind. */
  readonly commas: readonly Mark[];
  /** What stands between two groups: 各镇街、各产业园. */
  readonly groups: readonly GroupMark[];
}

function marksIn(item: Item, text: string): Marks | undefined {
  if (!item.bears) return undefined;
  const commas: Mark[] = [];
  const groups: GroupMark[] = [];
  const add = (list: Mark[], { names }: Field, at: number, more = {}): void => {
    const [before, after] = [names[at]!, names[at + 1]!];
    const range = { start: before.range.end, end: after.range.start };
    list.push({ before: before.text, after: after.text, range, ...more });
  };
  for (const field of item.fields) {
    if (!isUnitField(field)) continue;
    const odd = oddComma(field, text);
    if (odd >= 0) add(commas, field, odd);
    field.separators.forEach((mark, at) => {
      const [before, after] = [field.names[at], field.names[at + 1]];
      if (!before?.group || !after?.group || before.etc || before.annex) return;
      const comma = mark === '，' || mark === ',';
      if (!comma && mark !== '、') return;
      if (comma && !/^[，,]$/.test(text.slice(before.range.end, after.range.start))) return;
      add(groups, field, at, { comma });
    });
  }
  return commas.length || groups.length ? { commas, groups } : undefined;
}

/** The index of the name that the only comma of a list stands after, where all of its names are of one kind. */
function oddComma({ names, separators }: Field, text: string): number {
  if (names.length < 4 || separators.length !== names.length - 1) return -1;
  const at = separators.findIndex((mark) => mark === '，' || mark === ',');
  // Beside a 、 on either side: a comma after the first name sets that one apart.
  if (at < 1 || at > separators.length - 2) return -1;
  if (separators.some((mark, index) => index !== at && mark !== '、')) return -1;
  const kind = kindOf(names[0]!);
  if (!kind || names.some((name) => kindOf(name) !== kind)) return -1;
  return /^[，,]$/.test(text.slice(names[at]!.range.end, names[at + 1]!.range.start)) ? at : -1;
}

/** Offices of one government: 县 of 县财政局. Those of the committee and those in a bracket are others. */
function kindOf({ base, group, etc }: Name): string {
  const prefix = group || etc ? '' : prefixOf(base);
  return prefix && /^.[^委党人政].*[局委办]$/.test(base) && !/分局$/.test(base) ? prefix : '';
}
