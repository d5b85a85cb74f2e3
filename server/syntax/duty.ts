/** Whether what stands at a place says who answers for the text before it. */
import type { BracketGroup } from './brackets.ts';
import { deadlineIn } from './deadlines.ts';
import { labelAt, type Vocabulary } from './labels.ts';
import type { ParsedNumber } from './numbers.ts';
import { isNames, isProse } from './prose.ts';

/** Whether a bracket says who answers for the text before it. */
export function isDuty(
  text: string,
  { open, close, closed }: BracketGroup,
  from: number,
  vocabulary: Vocabulary,
): boolean {
  const content = text.slice(open + 1, close);
  const label = labelAt(text, open + 1, vocabulary);
  if (label && open + 1 + label.length <= close) return true;
  if (!closed || content.length < 3) return false;
  // （6月底前；责任单位：甲局）
  const deadline = /^[^；;，,。]{2,30}(?=[；;，,。])/.exec(content)?.[0];
  if (deadline && deadlineIn(deadline.trim()) && labelAt(text, open + deadline.length + 2, vocabulary)) return true;
  const sentence = open <= from || '。；;）)'.includes(text[open - 1]!);
  // A stretch will do: what counts stands right behind the bracket.
  const after = text.slice(close + 1, close + 40).trimStart();
  const last = /^[。；;，,.]*(?:[（(〔[［【]|$)/.test(after);
  if (!last && !sentence && !/^[。；;，,]/.test(after)) return false;
  const prose = content.trim().replace(/[。；;]$/, '');
  if (isProse(prose) || FIRST_IS_LEAD.test(prose)) return true;
  if (!last) return false;
  if (deadlineIn(prose) && open > from + 6) return true;
  return (
    (sentence || open > from + 8) &&
    isNames(prose) &&
    (sentence || /[、，,]/.test(prose) || /[局委厅部办]等?$/.test(prose))
  );
}

/** A label right behind the number, with names of units behind it. */
export function namesFollow(text: string, at: number, vocabulary: Vocabulary): boolean {
  const label = labelAt(text, at, vocabulary);
  if (!label || label.role === 'deadline' || label.role === 'remark' || at + label.length >= text.length) return false;
  return !/[。；].*[^。）)]/.test(text.slice(at + label.length)) || label.role === 'leader';
}

/** The line before, where a number opens it: of a field, or of the item itself. */
export interface NumberedLine {
  readonly text: string;
  readonly number: ParsedNumber;
  readonly isField: boolean;
}

/**
 * 5.完成时限：11月底 or 5.配合单位： with nothing behind it. Under a field line of such a number it is the next one; under
 * 4.工作措施：… it is, too, where it counts on and says no more than a field does: 5.时间安排：6月底前完成设计，… is a task.
 */
export function fieldGoesOn(text: string, number: ParsedNumber, before: NumberedLine, vocabulary: Vocabulary): boolean {
  if (number.style !== before.number.style) return false;
  const label = labelAt(text, number.length, vocabulary);
  if (!label || label.role === 'remark') return label !== undefined && before.isField;
  const value = text.slice(number.length + label.length).replace(/[。；]$/, '');
  const isDue = label.role === 'deadline' && (/[时期]限/.test(label.text) || deadlineIn(value));
  if (before.isField) return number.value > 1 && (label.role !== 'deadline' || isDue || value === '');
  if (number.value !== before.number.value + 1 && number.value !== before.number.value) return false;
  if (!POINT.test(before.text.slice(before.number.length))) return false;
  return value === '' || (label.role === 'deadline' && deadlineIn(value));
}

/** 工作目标：办节1届: what is said under a label. */
const POINT = /^[\u4e00-\u9fff]{2,8}[：:]/;

/** A rule for the whole notice: 列第一位者为牵头单位，下同. */
export const FIRST_IS_LEAD =
  /(?:列|排|居)(?:在)?(?:第一|首位|前面|第1)(?:位)?(?:者|的)?(?:单位|部门)?(?:即)?(?:为|是)(?:牵头|主办|主责)/;
