/** Whether a line belongs to the one before it: it is a field line, or a line break cut what both say. */
import { bracketGroups } from './brackets.ts';
import { deadlineIn } from './deadlines.ts';
import type { Line } from './flow.ts';
import { type LabelMatch, labelAt, type Vocabulary } from './labels.ts';
import { parseNumber } from './numbers.ts';
import { endsInUnit, isNames, isNamesAlone, isProse, isProseSentence } from './prose.ts';

interface Place {
  /** The line before is a field line. */
  readonly isField: boolean;
  /** The two stand as lines that a fixed width broke. */
  readonly wrapped: boolean;
}

/** The narrowest page that text is pasted from, in characters. */
const NARROWEST = 20;

/**
 * Lines as a fixed width breaks them: no blank line between, no indent, a full line that stops in the middle of a
 * sentence, and a next one that is no longer.
 */
export function isWrapped(text: string, last: Line, line: Line): boolean {
  const length = last.end - last.start;
  if (length < NARROWEST || line.end - line.start > length + 3) return false;
  if (!/^[ \t\r]*\n$/.test(text.slice(last.end, line.start))) return false;
  return /[\u4e00-\u9fff\d，、“（(《：]$/.test(text.slice(last.end - 1, last.end));
}

/** Whether a line goes on what the line before it said: a page break or a paragraph mark cut it. */
export function joins(before: string, line: string, { isField, wrapped }: Place, vocabulary: Vocabulary): boolean {
  const label = labelAt(line, 0, vocabulary);
  if (closesWhatIsOpen(before, line)) return !label || !/[（(]/.test(line.slice(0, label.length));
  if (label) return false;
  // A line that starts with a separator goes on with the list or the sentence before it.
  if (/^[、，,；;]/.test(line)) return true;
  const start = parseNumber(before)?.length ?? 0;
  const own = isField ? labelAt(before, start, vocabulary) : undefined;
  const value = own && before.slice(start + own.length);
  // 主要举措：… and 预期成效：… are two rows, whatever the labels.
  if (ANNEX.test(line) || NOTE.test(line) || (ROW.test(line) && ROW.test(before.slice(start, start + 10))))
    return false;
  if (wrapped && !isDate(line) && !isFieldLine(line, vocabulary) && !/[：:]$/.test(before))
    return !value || !namesUnits(own) || !endsInUnit(value) || isNamesAlone(line.replace(/[。；;].*$/, ''));
  if (leavesNameOpen(before, vocabulary)) return true;
  if (own && value !== undefined) {
    if (/[。.]$/.test(value)) return false;
    const joined = (value + line).replace(/[。.]$/, '');
    if (!value)
      return (
        (own.role === 'deadline' && deadlineIn(joined)) ||
        isNames(joined) ||
        isProse(joined) ||
        (joined.length <= 40 && !/[。！？]/.test(joined) && own.role !== 'remark' && PERSONS.test(joined))
      );
    if (/[、，,]$/.test(value)) return true;
    return (
      namesUnits(own) &&
      line.length <= 200 &&
      !endsInUnit(value) &&
      isNames(joined) &&
      !isDate(line) &&
      !REQUIRES.test(line)
    );
  }
  if (isFieldLine(line, vocabulary)) return false;
  return before.length >= 8 && (/[、，,]$/.test(before) || isCutSentence(before, line));
}

/** The heading of an annex. */
const ANNEX = /^附\s*件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?$/;
const NOTE = /^(?:附件?\s?\d{0,2}|[备附]?注|说明)[：:]/;
const ROW = /^[\u4e00-\u9fff]{2,8}[：:]/;

function namesUnits({ role }: LabelMatch): boolean {
  return role !== 'deadline' && role !== 'remark' && role !== 'leader';
}

/**
 * Whether a line goes on with a list of units that stand one a line: 责任单位：县财政局 / 县商务局 / 县水利局。 To be certain, the
 * line before ends with a whole name and without a mark, and this one is names alone, of the same kind of place as that
 * name. A signature under the last field says the place in full: 云溪县人民政府.
 */
export function goesOnAsList(before: string, line: string, vocabulary: Vocabulary): boolean {
  if (line.length > 60 || !LISTED.test(line) || !/[\u4e00-\u9fff）)]$/.test(before)) return false;
  const own = labelAt(before, 0, vocabulary);
  if (!own || !namesUnits(own)) return false;
  const value = before.slice(own.length);
  const names = line.replace(/[。；;、，,]$/, '');
  if (!value || labelAt(line, 0, vocabulary) || !endsInUnit(value) || isProse(value) || !isNames(names)) return false;
  const last = value.slice(Math.max(value.lastIndexOf('、'), value.lastIndexOf('，'), value.lastIndexOf(',')) + 1);
  const town = /^[\u4e00-\u9fff]{2,4}(?:[镇乡]|街道)$/;
  return town.test(last.trim()) ? town.test(names) : PLACE.test(last) && last.trim()[0] === line[0];
}

const LISTED =
  /^[\u4e00-\u9fff][\u4e00-\u9fff（）()、，,]*(?:[局委办部厅队镇乡院会]|中心|公司|集团|政府|街道|[）)])[。；;、，,]?$/;
const PLACE = /^[ \t\u3000]*[省市县区州旗][\u4e00-\u9fff（）()]{2,}$/;

/**
 * A sentence that stops without a mark and goes on in the next line. A heading, too, stops without a mark and may have
 * a paragraph under it; but a heading is short, or is phrases without figures, lists and quotations.
 */
function isCutSentence(before: string, line: string): boolean {
  return (
    before.length >= 28 &&
    /[\u4e00-\u9fff\w]$/.test(before) &&
    /[，。；,;]/.test(before) &&
    /\d|[“、。]/.test(before.slice(4)) &&
    /[。）)]/.test(line) &&
    !/^[“（(]/.test(line)
  );
}

/** 各牵头单位要于每月25日前报送进展: what is asked of units is no list of them, whatever it ends in. */
const REQUIRES =
  /[要应须](?:当|于|在|按|每|对|将|把|认真|及时|切实|加强)|每(?:月|周|季|旬|半年)|将[^、，]{2,16}(?:报|送|通报)/;

/** A leader's name or several: two to four characters each. */
const PERSONS = /^[\u4e00-\u9fff·]{1,5}(?:[ \u3000\u00a0]*[、，,]?[\u4e00-\u9fff·]{1,5}){0,8}$/;

function isDate(line: string): boolean {
  return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(line.replace(/\s/g, ''));
}

/** The line closes a bracket that the text before it left open. */
function closesWhatIsOpen(before: string, line: string): boolean {
  if (!/[（(〔[［【]/.test(before) || !/[）)〕\]］】]/.test(line)) return false;
  const open = bracketGroups(before).find((group) => !group.closed);
  if (!open) return false;
  const joined = bracketGroups(before + line).find((group) => group.open === open.open);
  return joined?.closed === true && joined.close - open.open <= 1500;
}

/** The text stops inside a bracket of responsibility, in the middle of a name. */
function leavesNameOpen(before: string, vocabulary: Vocabulary): boolean {
  const open = /[（(〔[［【]/.test(before) ? bracketGroups(before).find((group) => !group.closed) : undefined;
  if (!open || !labelAt(before, open.open + 1, vocabulary)) return false;
  const last = before.slice(Math.max(before.lastIndexOf('：'), before.lastIndexOf(':')) + 1);
  return last.length < 200 && !/[。；;]$/.test(last) && !endsInUnit(last);
}

/** 牵头单位：…, （牵头单位：…） or 甲局牵头，乙局配合。 on a line of its own. */
export function isFieldLine(line: string, vocabulary: Vocabulary): boolean {
  if (isFurniture(line)) return false;
  if (labelAt(line, 0, vocabulary)) return true;
  if (/^[（(〔[［【]/.test(line)) {
    const [group] = bracketGroups(line);
    if (group?.open !== 0 || !/^[。；;，,]?(?:[（(〔[［【].*)?$/.test(line.slice(group.close + 1))) return false;
    const content = line.slice(1, group.close);
    return labelAt(content, 0, vocabulary) !== undefined || isProse(content);
  }
  return isProseSentence(line.replace(/[。.；;]$/, ''));
}

/** The foot of a web page: 主办：… 承办：… 地址：… It holds labels, but no one answers for anything there. */
export function isFurniture(line: string): boolean {
  const first = /主办|承办|版权(?!局|处|中心|协会)|技术支持|运维|维护|信息来源|发布机构|责任编辑|网站/.exec(line);
  if (!first) return false;
  // One word is no two signs: 责任单位：县政府网站管理中心.
  const others = line.slice(0, first.index) + line.slice(first.index + first[0].length);
  return /备案|地址|电话|邮编|版权(?!局|处|中心|协会)|网站标识|标识码|ICP|公网安备|字体|阅读次数|浏览|编辑|打印|网站/i.test(
    others,
  );
}
