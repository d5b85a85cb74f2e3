import type { Name, Range } from '../../model/notice.ts';
import { isListOf, takeApart } from '../../registry/names.ts';
import type { Facts } from '../facts.ts';
import { defineRule, type Report } from '../rule.ts';

/** （见附件2）, 详见附件, 名单附后 */
const REFERENCE = /[（(](?:名单)?(?:详见|参见|见)附件\s?(\d{0,2})[^（）()]{0,8}[）)]|(?:详见|参见|见)附件\s?(\d{0,2})/g;

export default defineRule({
  id: 'annex-missing',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  what: {
    zh: '写着“见附件”，通知后面没有这个附件，或附件里没有这份名单。',
    en: 'The text refers to an annex, or a list in it, that is not there.',
  },
  why: {
    zh: '“成员单位（见附件）”要靠附件名单落到单位；名单不在，责任就落空。',
    en: 'A group stands for the units that its annex lists: without the list it stands for nobody.',
  },
  source: 'GB/T 9704-2012 7.3.4',
  mend: {
    zh: '附上附件和名单；名单另行印发的，改写这处说明。',
    en: 'Add the annex with its list, or reword the reference.',
  },
  bad: [
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县水网建设领导小组成员单位«（见附件）»。\n',
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县水网建设领导小组成员单位«（见附件）»。\n\n附件\n\n一、县招商工作专班成员名单\n\n县发改委、县商务局。\n',
    '1.推进甲园建设，任务清单«详见附件2»。\n牵头单位：县发改委。\n\n附件1\n\n任务清单\n',
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府：\n\n现将重点任务分解印发给你们。\n\n附件：1.项目清单\n2.考核办法\n\n云溪县人民政府\n2026年2月10日\n\n1.推进甲园建设，项目«详见附件9»。\n责任单位：县发改委。\n\n附件1\n\n项目清单\n\n附件2\n\n考核办法\n',
  ],
  good: [
    '1.推进甲园建设。\n牵头单位：县发改委。\n配合单位：县水网建设领导小组成员单位（见附件）。\n\n附件\n\n一、县水网建设领导小组成员名单\n\n县发改委、县水利局。\n',
    '1.推进甲园建设，任务清单详见附件。\n牵头单位：县发改委。\n\n附件：任务清单\n',
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府：\n\n现将重点任务分解印发给你们。\n\n附件：1.项目清单\n2.考核办法\n\n云溪县人民政府\n2026年2月10日\n\n1.推进甲园建设，办法详见附件2。\n责任单位：县发改委。\n',
  ],
  fix: 'none',
  check(view, report) {
    const { zone, item, facts, isTask } = view;
    if (zone !== 'letter' && zone !== 'plan') return;
    const text = view.text;
    const names = isTask ? item.fields.flatMap((field) => field.names).filter((name) => name.annex) : [];
    for (const match of text.matchAll(REFERENCE)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const number = Number(match[1] || match[2] || 0);
      // A letter calls the plan under it its annex.
      if (zone === 'letter' && number < 2 && facts.tasks) continue;
      if (!hasAnnex(number, facts)) report(missing(range, match[0]));
      else {
        const name = names.find((candidate) => inside(range, candidate.range) || candidate.range.end === range.start);
        const lists = facts.annexes
          .filter((annex) => !number || !annex.number || annex.number === number)
          .flatMap(({ title, lists }) => [title, ...lists]);
        const listed = facts.annexes.some((annex) => annex.lists.length > 0);
        if (name && listed && !lists.some((title) => isListOf(title, baseOf(name))))
          report(noList(range, baseOf(name)));
      }
    }
  },
});

/**
 * Where the notice says what is annexed, the annexes may be files of their own: then any number may be there, unless it
 * numbers them all.
 */
function hasAnnex(number: number, { annexes, annexNote, notedAnnexes }: Facts): boolean {
  if (annexNote && !(notedAnnexes && number > notedAnnexes)) return true;
  return number
    ? annexes.some((annex) => annex.number === number || (!annex.number && number === 1))
    : annexes.length > 0;
}

function inside(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** X成员单位 of X（以下简称Y）成员单位（见附件）. */
function baseOf({ text }: Name): string {
  return takeApart(text).base;
}

function missing(range: Range, printed: string): Report {
  const reference = printed.replace(/[（）()]/g, '');
  return {
    range,
    message: {
      zh: `“${reference}”：通知后面没有这个附件。请附上，或删去这处说明。`,
      en: `"${reference}": the notice has no such annex. Add it, or delete the reference.`,
    },
  };
}

function noList(range: Range, name: string): Report {
  return {
    range,
    message: {
      zh: `附件里没有“${name}”的名单。请补上名单，或核对名称。`,
      en: `No list in the annex is that of ${name}. Add it, or check the name.`,
    },
  };
}
