import { absolute, type Entry, type Item, type Notice } from '../../model/notice.ts';
import { nearlyAll } from '../facts.ts';
import { textStart } from '../marks.ts';
import { defineRule, type Report, type TextEdit } from '../rule.ts';
import { replacing, type Slip, slipsOf, summaryOfSlips } from './slips.ts';

export default defineRule({
  id: 'item-end-wrong',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '分项列举的各项末尾用分号，而项内有句号；或最后一项没有用句号；或个别项与其他项不一致。',
    en: 'Items of a list end in ； although one holds a 。; the last one does not end in 。; or one ends otherwise.',
  },
  why: {
    zh: '分号比句号小：项内用了句号，项末就不能用分号；全部列完，用句号收尾。',
    en: 'A ； is less than a 。: an item that holds sentences cannot end in one; and the last item closes the list.',
  },
  source: 'GB/T 15834-2011 附录A.5',
  mend: {
    zh: '各项末尾统一改为句号；或把项内的句号改为逗号。',
    en: 'End the items in 。, or take the 。 out of them.',
  },
  bad: [
    '1.做好防汛准备：\n（1）检修泵站12座«；»\n（2）清淤河道30公里。新建预警点5处；\n（3）储备物资200吨。\n',
    '1.做好防汛准备：\n（1）检修泵站12座；\n（2）清淤河道30公里；\n（3）储备物资200吨«；»\n',
    '1.做好防汛准备：一是检修泵站，清淤河道。新建预警点«；»二是储备物资。\n',
    '1.检修泵站12座。\n2.清淤河道30公里«；»\n3.储备物资200吨。\n4.开展演练。\n',
    '（1）检修泵站12座；\n（2）清淤河道30公里«。»\n（3）储备物资200吨；\n（4）开展演练；\n（5）值班值守。\n',
  ],
  good: [
    '1.做好防汛准备：\n（1）检修泵站12座；\n（2）清淤河道30公里；\n（3）储备物资200吨。\n',
    '1.检修泵站12座。储备物资200吨。\n2.清淤河道30公里。\n',
    '1.做好防汛准备：一是检修泵站；二是清淤河道；三是储备物资。抓好“一查。二改；三验”制度。\n',
    '1.检修泵站12座；\n牵头单位：县水利局；\n2.清淤河道30公里；\n牵头单位：县水利局；\n',
  ],
  fix: 'safe',
  summarize: (item, text) => (text.includes('；') ? inlineIn(item, text) : undefined),
  check({ notice, summaryOf }, report) {
    for (const slip of slipsOf(notice, summaryOf)) reportInline(slip, report);
    for (const list of lists(notice)) {
      const open = list.filter(endsOpen);
      if (open.length < 1) continue;
      const holding = list.find((entry) => holdsSentence(entry.item.text));
      if (holding) {
        report({
          range: endOf(open[0]!, notice),
          message: {
            zh: `这一组有的项内用了句号（“${holding.number!.text}”），项末不能再用分号，请改为句号${open.length > 1 ? `，共${open.length}处` : ''}。`,
            en: `Item ${holding.number!.text} of this list holds a 。: its items cannot end in ；. End them in 。.`,
          },
          fixes: [
            {
              title: { zh: '项末的分号改为句号', en: 'End the items in 。' },
              safe: true,
              edits: open.map((entry): TextEdit => ({ range: endOf(entry, notice), text: '。' })),
            },
          ],
        });
      } else if (nearlyAll(list.length - open.length, open.length)) {
        for (const entry of open) reportOdd(entry, '。', notice, report);
      } else if (open.length >= 3 && !open.includes(list.at(-1)!) && list.length - open.length === 2) {
        const odd = list.find((entry) => !open.includes(entry))!;
        if (/。$/.test(odd.item.text) && !odd.children.length) reportOdd(odd, '；', notice, report);
      } else if (open.length === list.length && isClosedList(list)) {
        const range = endOf(list.at(-1)!, notice);
        report({
          range,
          message: {
            zh: `最后一项“${list.at(-1)!.number!.text}”末尾应为句号。`,
            en: `The last item of the list, ${list.at(-1)!.number!.text}, should end in 。.`,
          },
          fixes: [{ title: { zh: '改为句号', en: 'Change to 。' }, safe: true, edits: [{ range, text: '。' }] }],
        });
      }
    }
  },
});

/** 一是, （1） and 1） in running text, where a clause begins. */
const INLINE =
  /(?:^|[。；：，\s])(?:[一二三四五六七八九十]是|[（(](?:[一二三四五六七八九十]|\d{1,2})[）)]|\d{1,2}[）)])/gm;

/** The ； after a member of a list in running text that holds a 。. */
function inlineIn(item: Item, text: string): readonly Slip[] | undefined {
  const slips: Slip[] = [];
  let last = -1;
  let kind = '';
  INLINE.lastIndex = textStart({ item });
  for (let match = INLINE.exec(text); match; match = INLINE.exec(text)) {
    const { index } = match;
    const own = match[0].at(-1)!;
    // 一是 goes on with 二是, and not with 2）.
    const member = own === kind ? text.slice(last, index) : '';
    kind = own;
    if (text[index] === '；' && holdsSentence(member) && !member.includes('\n'))
      slips.push(replacing(index, index + 1, '。'));
    last = index + match[0].length;
  }
  return summaryOfSlips(slips);
}

function reportInline({ range, edits }: Slip, report: (report: Report) => void): void {
  report({
    range,
    message: {
      zh: '这一项里用了句号，项末不能再用分号，请改为句号。',
      en: 'This member of the list holds a 。: it cannot end in ；. End it in 。.',
    },
    fixes: [{ title: { zh: '改为句号', en: 'Change to 。' }, safe: true, edits }],
  });
}

/** One item that ends otherwise than all of its list. */
function reportOdd(entry: Entry, right: string, notice: Notice, report: (report: Report) => void): void {
  const range = endOf(entry, notice);
  const { text } = entry.number!;
  report({
    range,
    message: {
      zh: `这一组的其他各项以“${right}”结束，“${text}”末尾应一致，改为“${right}”。`,
      en: `The other items of this list end in ${right}; so should ${text}.`,
    },
    fixes: [{ title: { zh: `改为“${right}”`, en: `Change to ${right}` }, safe: true, edits: [{ range, text: right }] }],
  });
}

/** What others stand under introduces them, and is no item of this list in the first place. */
function endsOpen({ item: { text }, children }: Entry): boolean {
  return /[；;]$/.test(text) && !children.length;
}

/** A 。 inside that ends a sentence of the item; not one in quotation marks. */
function holdsSentence(text: string): boolean {
  return text.includes('。') && /。(?!$|[”’）》。])/.test(text.trimEnd());
}

/** The list is one: nothing stands under its items, and none says who answers for it in lines of its own. */
function isClosedList(list: readonly Entry[]): boolean {
  return list.length > 1 && list.every(({ item, children }) => item.fields.length === 0 && !children.length);
}

/** Siblings of one style that say something, in the order of the text. */
function lists({ outline, entries }: Notice): Entry[][] {
  const lists: Entry[][] = [];
  for (const siblings of [outline, ...entries.map(({ children }) => children)]) {
    const styles = new Map<string, Entry[]>();
    for (const entry of siblings) {
      if (!entry.number || !entry.item.text || entry.zone === 'table') continue;
      const key = `${entry.context} ${entry.number.style}`;
      const list = styles.get(key);
      if (list) list.push(entry);
      else styles.set(key, [entry]);
    }
    for (const list of styles.values()) if (list.length > 1) lists.push(list);
  }
  return lists;
}

function endOf({ part, item }: Entry, notice: Notice): { start: number; end: number } {
  const { end } = item.textRange;
  return absolute(notice, part, { start: end - 1, end });
}
