/** Faults of the form of a document, its annexes, and of what is put aside. */
import { entriesOf, fieldOf, tasksOf } from './draft.ts';
import { type Fault, LINES, mark, sequences } from './fault.ts';

const PLAIN = { table: false } as const;
const TABLE = { table: true } as const;
/** Styles whose annex is one table. */
const ONE_ANNEX = ['monthly', 'region', 'county'] as const;

/** A line more in the letter, before or after a task. */
function leftOver(how: string, text: string): Fault {
  return {
    rule: 'page-leftover',
    how,
    wishes: PLAIN,
    put(draft) {
      draft.plan[1]!.number = `${mark(text)}\n\n${draft.plan[1]!.number}`;
    },
  };
}

export const FORM: readonly Fault[] = [
  {
    rule: 'document-number-form',
    how: 'square brackets',
    wishes: PLAIN,
    put: (draft) =>
      void (draft.number = draft.number.replace(/〔2026〕\d+号/, (all) =>
        mark(all.replace('〔', '[').replace('〕', ']')),
      )),
  },
  {
    rule: 'document-number-form',
    how: '第',
    wishes: PLAIN,
    put: (draft) => void (draft.number = draft.number.replace(/〔2026〕(\d+号)/, '«〔2026〕第$1»')),
  },
  {
    rule: 'document-number-year',
    how: 'a year long gone',
    wishes: PLAIN,
    put: (draft) => void (draft.number = draft.number.replace('2026', '«2024»')),
  },
  {
    rule: 'title-form',
    how: 'without 关于',
    wishes: PLAIN,
    put: (draft) => void (draft.title = mark(draft.title.replace('关于', ''))),
  },
  {
    rule: 'title-form',
    how: 'without 的',
    wishes: PLAIN,
    put: (draft) => void (draft.title = draft.title.replace('的通知', mark('通知'))),
  },
  {
    rule: 'title-form',
    how: '的的',
    wishes: PLAIN,
    put: (draft) => void (draft.title = draft.title.replace('的通知', `${mark('的的')}通知`)),
  },
  {
    rule: 'title-form',
    how: 'no kind of document',
    wishes: PLAIN,
    put: (draft) =>
      void (draft.title = draft.title.replace(/《?(2026年.*?)(?:方案)?》?的通知/, '$1').replace(/(..)$/, mark('$1'))),
    styles: ['region', 'county', 'city'],
  },
  {
    rule: 'title-issuer-missing',
    how: 'without the issuer',
    wishes: PLAIN,
    put(draft) {
      draft.banner = '';
      draft.title = draft.title.replace(/^.*?关于/, mark('关于'));
    },
  },
  {
    rule: 'title-mark-unclosed',
    how: '《 without 》',
    wishes: PLAIN,
    styles: ['region', 'county', 'city'],
    put: (draft) => void (draft.title = draft.title.replace(/印发《?(.*?)》?的通知/, '印发«《»$1的通知')),
  },
  {
    rule: 'recipients-unclosed',
    how: 'half-width',
    wishes: PLAIN,
    put: (draft) => void (draft.recipients = draft.recipients.replace('：', mark(':'))),
  },
  {
    rule: 'recipients-unclosed',
    how: '。',
    wishes: PLAIN,
    put: (draft) => void (draft.recipients = draft.recipients.replace('：', mark('。'))),
  },
  {
    rule: 'recipients-unclosed',
    how: 'nothing',
    wishes: PLAIN,
    put: (draft) => void (draft.recipients = draft.recipients.replace('位：', mark('位'))),
  },
  {
    rule: 'signature-missing',
    how: 'neither issuer nor date',
    wishes: PLAIN,
    styles: ['monthly', 'region', 'county'],
    put(draft) {
      draft.signature = '';
      draft.date = '';
      draft.letter[0] = draft.letter[0]!.replace(/。$/, mark('。'));
    },
  },
  {
    rule: 'signature-missing',
    how: 'no issuer over the date',
    wishes: PLAIN,
    styles: ['monthly', 'region', 'county'],
    put(draft) {
      draft.signature = '';
      draft.date = mark(draft.date);
    },
  },
  {
    rule: 'date-missing',
    how: 'no date under the issuer',
    wishes: PLAIN,
    put(draft) {
      draft.date = '';
      draft.signature = mark(draft.signature);
    },
  },
  {
    rule: 'date-in-han',
    how: 'a date in Han numerals',
    wishes: PLAIN,
    put: (draft) =>
      void (draft.date = mark(draft.style === 'monthly' ? '二〇二六年八月三十一日' : '二〇二六年二月十日')),
  },
  {
    rule: 'date-impossible',
    how: 'a date of signature that is none',
    wishes: PLAIN,
    put: (draft) => void (draft.date = mark(draft.style === 'monthly' ? '2026年8月32日' : '2026年2月30日')),
  },
  {
    rule: 'signature-differs',
    how: 'another office signs',
    wishes: PLAIN,
    put(draft) {
      draft.signature = mark(
        draft.signature.endsWith('办公室') ? draft.signature.slice(0, -3) : `${draft.signature}办公室`,
      );
    },
  },
  {
    rule: 'copies-unclosed',
    how: 'no 。 after the copies',
    wishes: PLAIN,
    put: (draft) => void (draft.copies = `抄送：${draft.level}委办公室，${draft.level}人大常委会办公${mark('室')}`),
  },
  {
    rule: 'annex-note-mismatch',
    how: 'another title',
    wishes: TABLE,
    styles: ONE_ANNEX,
    put: (draft) => void (draft.note[0] = `附件：${mark(`${draft.place}任务清单`)}`),
  },
  {
    rule: 'annex-note-mismatch',
    how: '。 after the title',
    wishes: TABLE,
    styles: ONE_ANNEX,
    put: (draft) => void (draft.note[0] += mark('。')),
  },
  {
    rule: 'annex-note-mismatch',
    how: 'an annex that is not there',
    wishes: TABLE,
    styles: ['city'],
    put: (draft) => void draft.note.push(`3.${mark('望江塔片区管护办法')}`),
  },
  {
    rule: 'annex-number-wrong',
    how: 'a number stands twice',
    wishes: TABLE,
    styles: ['city'],
    put: (draft) => void (draft.annexes[1]!.mark = '附件«1»'),
  },
  {
    rule: 'annex-number-wrong',
    how: 'an annex without a number',
    wishes: TABLE,
    styles: ['city'],
    put: (draft) => void (draft.annexes[1]!.mark = mark('附件')),
  },
  {
    rule: 'annex-number-wrong',
    how: 'a number in Han',
    wishes: TABLE,
    styles: ['city'],
    put: (draft) => void (draft.annexes[0]!.mark = '附件«一»'),
  },
  {
    rule: 'heading-closed',
    how: '。 after a heading',
    wishes: { ...PLAIN, tasks: 30 },
    styles: ['region', 'county', 'city'],
    put(draft, random) {
      const headings = sequences(draft).filter((list) => list.every(({ fields }) => !fields.length));
      random.pick(headings.flat()).end = mark('。');
    },
  },
  {
    rule: 'item-end-wrong',
    how: '； after one item',
    wishes: { ...PLAIN, tasks: 36 },
    styles: LINES,
    put(draft, random) {
      const lists = entriesOf(draft.plan).map(({ children }) => children.filter(({ fields }) => fields.length));
      const longest = lists.sort((one, other) => other.length - one.length)[0]!;
      random.pick(longest.slice(0, -1)).end = mark('；');
    },
  },
  leftOver('where a page stands', '当前位置：首页 > 政务公开 > 政策文件'),
  leftOver('the number of a page', '— 2 —'),
  leftOver('the page before and the page after', '上一篇：关于做好防汛工作的通知\n下一篇：没有了'),
  {
    rule: 'suppression-unused',
    how: 'nothing to put aside',
    wishes: PLAIN,
    put(draft) {
      draft.plan[0]!.number = `${mark('// 免查 field-empty：待定')}\n${draft.plan[0]!.number}`;
    },
  },
  {
    rule: 'suppression-unused',
    how: 'a rule that is none',
    wishes: PLAIN,
    put(draft) {
      draft.plan[0]!.number = `${mark('// 免查 field-emty：待定')}\n${draft.plan[0]!.number}`;
    },
  },
  {
    rule: 'suppression-unexplained',
    how: 'no reason is given',
    wishes: PLAIN,
    styles: LINES,
    put(draft) {
      const field = fieldOf(tasksOf(draft)[0]!, 'leader')!;
      Object.assign(field, { label: `${mark('// 免查 field-empty')}\n${field.label}`, value: '', close: '' });
    },
  },
];
