import { absolute, type Field, type Item, type Notice, type Range } from '../../model/notice.ts';
import { isNoticeText, textStart } from '../marks.ts';
import { defineRule, type Report, type TextEdit } from '../rule.ts';
import { isUnitField } from '../tally.ts';
import { FEW, reportSlips, type Slip } from './slips.ts';

const GAP =
  /(?<=[\u4e00-\u9fff\d%％”》），。；、])[ \t\u00a0\u2000-\u200a\u202f\u3000]+(?=[\u4e00-\u9fff\d“《，。；、]|[%％](?!\d))/g;
const HAN = /[\u4e00-\u9fff]/;
const DIGIT = /[\d%％]/;
const MARK = /[，。；、]/;
/** So few are slips, whatever else is written. */
const SOME = 3;
/** What stands tight: the other way of writing it. */
const TIGHT = /(?<=[\u4e00-\u9fff])\d|\d(?=[\u4e00-\u9fff])/g;
/** Gaps so near are in one phrase: 9 月 30 日. */
const NEAR = 8;
const MEASURE =
  /^(?:[个家座条项处所户名亩吨台套辆场次件只栋间根株盏批起]|公[里顷斤]|平方(?:公里|米)|[千万亿]?[米瓦元])[，。；、）]/;
const LINE_WITH_DATE =
  /^\s*[\d〇零一二三四五六七八九十\s]+年[\d〇零一二三四五六七八九十\s]+月[\d〇零一二三四五六七八九十\s]+日?\s*$/;

interface Spaces {
  /** Between Han characters: a slip, or a mark that is lost. */
  readonly words: readonly Slip[];
  /** Around digits and beside marks. */
  readonly digits: readonly Slip[];
  readonly tight: number;
  /** Before a measure word: 新建桥梁　座. A figure was to be filled in. */
  readonly figures: readonly Range[];
  /** In lists of names, which blanks may part. */
  readonly parted: readonly (Slip & Parted)[];
}

interface Parted {
  /** The Han characters on both sides. */
  readonly around: readonly [string, string];
}

export default defineRule({
  id: 'space-in-text',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'notice',
  what: {
    zh: '正文的汉字之间、汉字与数字之间有空格。',
    en: 'A blank stands between Han characters, or between Han and digits.',
  },
  why: {
    zh: '公文正文不用空格分隔，多是粘贴、转换留下的；词被隔开，检索不到，换行也会断在这里。',
    en: 'Chinese text has no blanks. Pastes and conversions leave them; what they part is not found, and lines break there.',
  },
  mend: { zh: '删去空格；原来是标点的，补上标点。', en: 'Delete the blank; where a mark stood, put it there.' },
  bad: [
    '1.推进甲园« »建设，完善配套设施。\n',
    '1.推进甲园建设，新建桥梁« »座，完善配套设施。\n',
    '1.新建生态茶园« »6000亩，改造老茶园3000亩，新增加工企业3家、合作社12个。\n',
    '1.推进甲园建设，« »完善配套设施。\n',
    '1.推进甲园建设。\n牵头单位：县住房« »城乡建设局。\n2.推进乙园建设。\n牵头单位：县住房城乡建设局。\n',
  ],
  good: [
    '一、 总 则\n1. 推进“茶旅融合 一体发展”示范，新建生态茶园6000亩。\n牵头领导：岑　柏、戚如蓝 辛桐\n责任单位：县商务局 县财政局\n责 任 人：辛桐\n（联系人：县政府督查室　辛桐；电话：0000-1234567）\n',
    '云溪县人民政府　　2026年2月10日\n',
    '附件\n\n成员单位名单\n\n1.县发改委 县财政局\n2.县商务局 县水利局\n',
    '1.推广 GB 8978 标准，采购 AED 设备20台。\n',
  ],
  fix: 'safe',
  summarize: spacesIn,
  check({ notice, summaryOf }, report) {
    const words: Slip[] = [];
    const digits: Slip[] = [];
    let tight = 0;
    const knows = namesOf(notice);
    notice.items.forEach((item, part) => {
      const spaces = summaryOf(part);
      if (!item || !spaces || !isNoticeText(notice.zones[part]!, item, item.text)) return;
      tight += spaces.tight;
      const place = (range: Range): Range => absolute(notice, part, range);
      const placed = (slip: Slip): Slip => ({
        range: place(slip.range),
        edits: slip.edits.map((edit) => ({ ...edit, range: place(edit.range) })),
      });
      words.push(...spaces.words.map(placed));
      for (const range of spaces.figures) report(unfilled(place(range), notice));
      for (const slip of spaces.parted) if (isOneName(slip.around, knows())) words.push(placed(slip));
      digits.push(...spaces.digits.map(placed));
    });
    const around = ({ start, end }: Range): [string, string] => [
      /[\u4e00-\u9fff\w%％]{0,6}[，。；、]?$/.exec(notice.text.slice(Math.max(0, start - 6), start))![0],
      /^[，。；、]?[\u4e00-\u9fff\w%％]{0,6}/.exec(notice.text.slice(end, end + 6))![0],
    ];
    const each = ({ range, edits }: Slip): Report['message'] => {
      const [before, after] = around(range);
      const more = edits.length - 1;
      return {
        zh: `“${before}”与“${after}”之间有空格，请删去${more > 0 ? `，连同其后${more}处` : ''}。`,
        en: `A blank stands between "${before}" and "${after}". Delete it${more > 0 ? `, and ${more} after it` : ''}.`,
      };
    };
    const title = { zh: '删去空格', en: 'Delete the blank' };
    reportSlips(
      notice,
      words,
      {
        each,
        all: (count) => ({
          zh: `正文有${count}处汉字之间夹着空格，像是识别或转换所致。请核对后统一删去。`,
          en: `${count} blanks stand between Han characters: the text was scanned or converted. Delete them.`,
        }),
        title,
        safe: false,
      },
      report,
    );
    const total = digits.reduce((sum, { edits }) => sum + edits.length, 0);
    reportSlips(
      notice,
      digits,
      {
        each,
        all: () => ({
          zh: `全文有${total}处数字或标点旁边有空格。请统一删去。`,
          en: `${total} blanks stand beside digits or marks. Delete them.`,
        }),
        title,
        safe: true,
        habit: 'info',
        // Where most digits have blanks around them, it is how the text was made.
        few: total > SOME && (total > FEW || total > tight) ? 0 : FEW,
      },
      report,
    );
  },
});

function unfilled(range: Range, { text }: Notice): Report {
  const word = /^[^，。；、）]+/.exec(text.slice(range.end, range.end + 5))![0];
  return {
    range,
    message: {
      zh: `“${word}”前面空着，可能漏填了数字，请补上；没有漏的，删去空格。`,
      en: `A blank stands before ${word}: a figure may be missing. Fill it in, or delete the blank.`,
    },
  };
}

/** The names of the notice, read when they are asked for. */
function namesOf({ items }: Notice): () => ReadonlySet<string> {
  let names: Set<string> | undefined;
  return () => {
    if (!names) {
      names = new Set();
      for (const item of items)
        for (const field of item?.fields ?? []) for (const { base } of field.names) names.add(base);
    }
    return names;
  };
}

/** Whether a blank parts what is one name elsewhere: 县住房 城乡建设局, and not 县商务局 县财政局. */
function isOneName([left, right]: readonly [string, string], names: ReadonlySet<string>): boolean {
  for (let end = 1; end <= right.length; end++) if (names.has(left + right.slice(0, end))) return true;
  return false;
}

function aroundOf(text: string, { start, end }: Range): [string, string] {
  const [left] = /[\u4e00-\u9fff]*$/.exec(text.slice(Math.max(0, start - LONGEST_NAME), start)) as RegExpExecArray;
  const [right] = /^[\u4e00-\u9fff]*/.exec(text.slice(end, end + LONGEST_NAME)) as RegExpExecArray;
  return [left!, right!];
}

const LONGEST_NAME = 24;

/** Tells, of ranges in their order, which touch one of the fields. */
function inFields(fields: readonly Field[]): (range: Range) => boolean {
  const names = fields.map(({ range }) => range).sort((a, b) => a.start - b.start);
  let next = 0;
  return ({ start, end }) => {
    while (next < names.length && names[next]!.end < start) next++;
    return next < names.length && names[next]!.start <= end;
  };
}

function spacesIn(item: Item, text: string): Spaces | undefined {
  if (!/\S[ \t\u00a0\u2000-\u200a\u202f\u3000]+\S/.test(text)) return undefined;
  const words: Slip[] = [];
  const figures: Range[] = [];
  const parted: (Slip & Parted)[] = [];
  const digits: (Slip & { readonly edits: TextEdit[] })[] = [];
  const from = textStart({ item });
  // A leader's name is padded: 岑　柏.
  const units = inFields(item.fields.filter(isUnitField));
  const names = inFields(item.fields.filter(({ role }) => role !== 'deadline'));
  let last = -1;
  GAP.lastIndex = from;
  for (let match = GAP.exec(text); match; match = GAP.exec(text)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const [left, right] = [text[range.start - 1]!, text[range.end]!];
    const edit = { range, text: '' };
    if (range.start < item.textRange.start) continue;
    if (names(range) && !/[\d年月]/.test(left)) {
      if (HAN.test(left) && HAN.test(right) && units(range))
        parted.push({ range, edits: [edit], around: aroundOf(text, range) });
      continue;
    }
    if (!isPlainText(item, text, range, HAN.test(left) && HAN.test(right))) continue;
    if ((HAN.test(left) && HAN.test(right)) || /[”》）]/.test(left) || /[“《]/.test(right)) {
      if (!HAN.test(left) || !HAN.test(right)) continue;
      if (
        /[\u4e00-\u9fff]{2}$/.test(text.slice(Math.max(0, range.start - 2), range.start)) &&
        MEASURE.test(text.slice(range.end, range.end + 5))
      )
        figures.push(range);
      else if (areWords(text, range)) words.push({ range, edits: [edit] });
      continue;
    }
    // Two marks that a blank parts are doubled ones; 3 5 are two numbers; 2. after a blank is the next item of a line; GB 8978 and 5 MW are no Chinese.
    const percent = /\d/.test(left) && /[%％]/.test(right);
    if (!percent && !HAN.test(left) && !HAN.test(right) && MARK.test(left) === MARK.test(right)) continue;
    if (DIGIT.test(right) && /^\d{1,3}[.．、)）]/.test(text.slice(range.end, range.end + 5))) continue;
    const near = last >= 0 && range.start - last <= NEAR && !text.slice(last, range.start).includes('\n');
    if (near) digits.at(-1)!.edits.push(edit);
    else digits.push({ range, edits: [edit] });
    last = range.end;
  }
  if (!words.length && !digits.length && !parted.length && !figures.length) return undefined;
  return { words, digits, parted, figures, tight: text.match(TIGHT)?.length ?? 0 };
}

/** What a gap is seen with: enough of its line, however long that is. */
const SIGHT = 120;

/** Running text: no line by itself, no date, nothing quoted, no code with a blank in it (GB 8978). */
function isPlainText({ number, fields }: Item, text: string, { start, end }: Range, betweenWords: boolean): boolean {
  // 1.1.2 牵头单位：… has a blank after its number.
  if (fields.some((field) => field.number?.range.end === start)) return false;
  const before = text.slice(Math.max(0, start - SIGHT), start).replace(/^.*\n/s, '');
  const line = before + text.slice(start, end + SIGHT).replace(/\n.*$/s, '');
  // A line without marks is a list, a title or a signature; with 一、 or （一） it is a heading, with 1. it is one where
  // it has figures.
  const inItem = betweenWords ? number?.style.startsWith('han') : number;
  if (LINE_WITH_DATE.test(line) || (!inItem && !/[，。；]/.test(line))) return false;
  return (
    before.lastIndexOf('“') <= before.lastIndexOf('”') &&
    before.lastIndexOf('《') <= before.lastIndexOf('》') &&
    !/[A-Za-z][\w ./-]*$/.test(before)
  );
}

/** Both sides are words. Single characters are spread: 总 则, 岑　柏; 联系人：县政府督查室　辛桐 is a list. */
function areWords(text: string, { start, end }: Range): boolean {
  const clause = text.slice(Math.max(0, start - 40), start).replace(/^.*[，。；\n]/s, '');
  const [left] = /[\u4e00-\u9fff]{0,3}$/.exec(clause) as RegExpExecArray;
  const [right] = /^[\u4e00-\u9fff]{0,3}/.exec(text.slice(end, end + 3)) as RegExpExecArray;
  return !/[：:]/.test(clause) && left!.length + right!.length > 3;
}
