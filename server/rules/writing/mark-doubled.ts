import { isNoticeText, textStart } from '../marks.ts';
import { defineRule, type Fix, type PartView, type Report } from '../rule.ts';

/** Marks side by side; ！ and ？ may stand together, and 。。。 is an ellipsis. */
const RUN = /[，。；：、！？,;:](?:[ \t]*[，。；：、！？,;:])+/g;
/** A mark after an opening bracket or before a closing one. 。）, ！） and ？） close a sentence; ：） is a field without names. */
const AT_BRACKET = /(?<=[（(〔【《])[，。；、,;]|[，；、,;](?=[）)〕】》])/g;

export default defineRule({
  id: 'mark-doubled',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: {
    zh: '两个不能连用的标点连在一起，或标点紧贴着括号、编号。',
    en: 'Two marks stand side by side that cannot, or a mark where no clause has ended.',
  },
  why: {
    zh: '多是改稿时删了字、没有删标点，也可能是中间漏了内容。',
    en: 'Words were deleted and their mark was not; or something is missing between them.',
  },
  source: 'GB/T 15834-2011 5.1',
  mend: { zh: '先看中间是否漏了内容，再删去多余的一个。', en: 'See whether something is missing, then delete one.' },
  bad: [
    '1.推进甲园建设«，，»完善配套设施。\n',
    '1.推进甲园建设，完善配套设施«，。»\n',
    '1.推进甲园建设（含二期«，»）。\n',
    '1.«，»推进甲园建设。\n',
  ],
  good: [
    '1.打响“来了就不想走！”品牌，答好“靠什么富民？”这道题。\n',
    '1.推进甲园建设（一期已开工。），完善配套设施……。\n',
    '1.推进园区招商！！\n',
  ],
  fix: 'safe',
  check(view, report) {
    if (!isNoticeText(view.zone, view.item, view.text)) return;
    const own = view.text;
    const from = textStart(view);
    leading(view, own, from, report);
    RUN.lastIndex = from;
    for (let match = RUN.exec(own); match; match = RUN.exec(own)) {
      const [run] = match;
      // What is before the text is its number; half-width marks side by side are no matter where no Han is near.
      // A label without names is another rule's.
      if (/^[：:][；;。]/.test(run) && view.item.fields.length) continue;
      if (match.index === from || /^(?:[！？]+|。{3,})$/.test(run)) continue;
      if (!/[，。；：、！？]/.test(run) && !/[\u4e00-\u9fff]/.test(own[match.index - 1]!)) continue;
      report(
        doubled(
          match.index,
          run,
          /^[ \t]*(?:\n|$)/.test(own.slice(match.index + run.length, match.index + run.length + 9)),
        ),
      );
    }
    if (!/[（(〔【《]/.test(own)) return;
    AT_BRACKET.lastIndex = from;
    for (let match = AT_BRACKET.exec(own); match; match = AT_BRACKET.exec(own))
      report(stray(match.index, match[0], { zh: '紧贴括号', en: 'at the bracket' }));
  },
});

/** A text that begins with a mark. Where an item goes on with a line that does, the line was cut: that is another rule's. */
function leading({ item }: PartView, own: string, from: number, report: (report: Report) => void): void {
  const match = /^[，。；：、]+/.exec(own.slice(from, from + 8).trimStart());
  if (!match || !item.number) return;
  const at = own.indexOf(match[0], from);
  report(stray(at, match[0], { zh: '不能放在句首', en: 'cannot begin a sentence' }));
}

/** @param last nothing follows on the line: the mark that is kept closes a sentence */
function doubled(at: number, run: string, last: boolean): Report {
  const range = { start: at, end: at + run.length };
  const ends = [...new Set([run.at(-1)!, run[0]!])];
  const closing = ends.filter((mark) => /[。！？；]/.test(mark));
  const kept = last && closing.length ? closing.slice(0, 1) : ends;
  const same = new Set(run.replace(/[ \t]/g, '')).size === 1;
  return {
    range,
    message: same
      ? { zh: `“${run}”重复，只留一个“${run[0]}”。`, en: `${run} is doubled. Keep one ${run[0]}.` }
      : {
          zh: `“${run}”不能连用，请核对中间是否漏字，只留一个。`,
          en: `${run} cannot stand together. See whether something is missing, and keep one.`,
        },
    fixes: kept.map(
      (mark): Fix => ({
        title: { zh: `只留“${mark}”`, en: `Keep ${mark}` },
        safe: same,
        edits: [{ range, text: mark }],
      }),
    ),
  };
}

function stray(at: number, mark: string, where: { zh: string; en: string }): Report {
  const range = { start: at, end: at + mark.length };
  return {
    range,
    message: {
      zh: `“${mark}”${where.zh}，请核对是否漏字，或删去。`,
      en: `${mark} ${where.en}. Add what is missing, or delete it.`,
    },
    fixes: [{ title: { zh: `删去“${mark}”`, en: `Delete ${mark}` }, safe: false, edits: [{ range, text: '' }] }],
  };
}
