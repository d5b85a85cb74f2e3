import type { Range } from '../../model/notice.ts';
import { textStart } from '../marks.ts';
import { defineRule, type TextEdit } from '../rule.ts';
import { reportSlips, type Slip, slipsOf, summaryOfSlips } from './slips.ts';

/** Several lists that are written so are the drafter's habit. */
const FEW_LISTS = 3;
const SEPARATED = /(?<=[”’])、(?=[“‘])|(?<=[》〉])、(?=[《〈])/g;
/** 、 between the members of one list have no mark that ends a clause between them. */
const CLAUSE_END = /[，。；：！？,;:\n]/;

export default defineRule({
  id: 'marks-separated',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '并列的引号之间、并列的书名号之间用了顿号。',
    en: '、 stands between quotation marks or title marks side by side.',
  },
  why: {
    zh: '引号、书名号本身已经把并列的各项分开，之间不再加顿号；中间插有括注的除外。',
    en: 'The marks themselves part what they enclose; a 、 between them is one too many, unless a note stands between.',
  },
  source: 'GB/T 15834-2011 4.5.3.5',
  mend: { zh: '删去这个顿号。', en: 'Delete the 、.' },
  bad: [
    '1.深化“一网通办”«、»“一窗受理”“一次办好”改革。\n',
    '1.落实《云溪县河道管理办法》«、»《云溪县水网规划》，新建泵站2座。\n',
  ],
  good: [
    '1.深化“一网通办”“一窗受理”改革，落实《云溪县河道管理办法》《云溪县水网规划》。\n',
    '1.落实《云溪县河道管理办法》（试行）、《云溪县水网规划》。\n',
    '1.落实《云溪县河道管理办法》、《云溪县水网规划》（修订）、《云溪县防汛预案》。\n',
    '1.打造“云溪绿”、白鹭岭、“松风里”等品牌。\n',
    '1.开展“清水行动”，“绿岸行动”同步推进。\n',
  ],
  fix: 'safe',
  summarize(item, text) {
    if (!text.includes('、')) return undefined;
    const lists: (Slip & { readonly edits: TextEdit[] })[] = [];
    let end = -1;
    SEPARATED.lastIndex = textStart({ item });
    for (let match = SEPARATED.exec(text); match; match = SEPARATED.exec(text)) {
      const range = { start: match.index, end: match.index + 1 };
      const last = lists.at(-1);
      const edit = { range, text: '' };
      if (last && !CLAUSE_END.test(text.slice(end, range.start))) last.edits.push(edit);
      else lists.push({ range, edits: [edit] });
      end = range.end;
    }
    // Where a note stands between two of them, the others of the list may be parted like these.
    return summaryOfSlips(lists.filter(({ range }) => !hasNote(text, range)));
  },
  check({ notice, summaryOf }, report) {
    reportSlips(
      notice,
      slipsOf(notice, summaryOf),
      {
        each: ({ range, edits }) => {
          const [before, after] = around(notice.text, range);
          const more = edits.length - 1;
          return {
            zh: `${before}与${after}之间不用顿号，请删去${more ? `，连同其后${more}处` : ''}。`,
            en: `No 、 between ${before} and ${after} side by side. Delete it${more ? `, and ${more} after it` : ''}.`,
          };
        },
        all: (count) => ({
          zh: `全文有${count}处把顿号用在并列的引号或书名号之间，请一并删去。`,
          en: `${count} lists have 、 between quotation or title marks side by side. Delete them all.`,
        }),
        title: { zh: '删去多余的顿号', en: 'Delete the 、' },
        safe: true,
        few: FEW_LISTS,
      },
      report,
    );
  },
});

/** What stands quoted on both sides of a 、; its mark alone where that is long. */
function around(text: string, { start, end }: { start: number; end: number }): [string, string] {
  const before = /[“‘《〈][^“‘《〈”’》〉\n]{1,16}[”’》〉]$/.exec(text.slice(Math.max(0, start - 18), start));
  const after = /^[“‘《〈][^“‘《〈”’》〉\n]{1,16}[”’》〉]/.exec(text.slice(end, end + 18));
  return before && after ? [before[0], after[0]] : [`「${text[start - 1]!}」`, `「${text[end]!}」`];
}

/** Around a 、, in its clause, a note stands between two members and is followed by 、. */
function hasNote(text: string, { start, end }: Range): boolean {
  const before = text.slice(Math.max(0, start - 80), start).replace(/^.*[，。；：\n]/s, '');
  const after = text.slice(end, end + 80).replace(/[，。；：\n].*$/s, '');
  return /[”’》〉][（(][^）)]*[）)]、[“‘《〈]/.test(`${before}、${after}`);
}
