/** Marks that are half width between Han characters: , : ; ? ! and brackets. Beside Latin and in times (9:30) they belong. */

export const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
};
/** Beside a Han character, or between an amount and one; at the end of a line a point closes the sentence. */
const MARK =
  /(?:[,:;，：；](?=[\u4e00-\u9fff“‘《（(\d]|[ \t]*$)|[?!？！](?=[\u4e00-\u9fff“‘《（(”]|[ \t]*$)|\.(?=[ \t]*$))(?<=[\u4e00-\u9fff”’》）)].)|[,;，；](?<=[\d%％A-Za-z].)(?=[\u4e00-\u9fff“‘《])|\.(?<=[%％].)(?=[ \t]*$)/gm;

/** One place: the marks in it become full width together. */
interface Slip {
  readonly range: Range;
  readonly edits: readonly Edit[];
}

interface Edit {
  readonly range: Range;
  readonly text: string;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface HalfWidth {
  /** Half-width marks that no full-width one parts are one slip; so is a pair of brackets. */
  readonly slips: readonly Slip[];
  readonly half: number;
  readonly full: number;
  readonly halfBrackets: number;
  readonly fullBrackets: number;
}

/**
 * The marks of a text that are half width where Chinese has full-width ones, and how many are full width.
 *
 * @param from the offset to start at: behind a number
 */
export function halfWidthIn(text: string, from: number): HalfWidth | undefined {
  const slips: { range: Range; edits: Edit[] }[] = [];
  let half = 0;
  let full = 0;
  let goesOn = false;
  MARK.lastIndex = from;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    goesOn = match[0] in FULL && goesOn;
    if (!(match[0] in FULL)) full++;
    else {
      half++;
      const edit = { range: { start: match.index, end: match.index + 1 }, text: FULL[match[0]]! };
      if (goesOn) slips.at(-1)!.edits.push(edit);
      else slips.push({ range: edit.range, edits: [edit] });
      goesOn = true;
    }
  }
  const brackets = bracketsIn(text, from);
  if (!half && !full && !brackets.slips.length && !brackets.fullBrackets) return undefined;
  return { ...brackets, slips: together(slips, brackets.slips), half, full };
}

/** A pair of half-width brackets and the half-width marks beside it are one slip. */
function together(marks: readonly Slip[], brackets: readonly Slip[]): Slip[] {
  const all: (Slip & { edits: Edit[] })[] = [];
  for (const slip of [...marks, ...brackets].sort((a, b) => a.range.start - b.range.start)) {
    const last = all.at(-1);
    if (last && !isMixed(last) && !isMixed(slip)) last.edits.push(...slip.edits);
    else all.push({ range: slip.range, edits: [...slip.edits] });
  }
  for (const { edits } of all) edits.sort((a, b) => a.range.start - b.range.start);
  return all;
}

/** One half of a pair of brackets. */
function isMixed({ edits }: Slip): boolean {
  return edits.length === 1 && /[（）]/.test(edits[0]!.text);
}

/** Pairs of round brackets that hold Han, or of which one half is full width. (GDP) is Latin. */
function bracketsIn(text: string, from: number): Pick<HalfWidth, 'slips' | 'halfBrackets' | 'fullBrackets'> {
  const found = { slips: [] as Slip[], halfBrackets: 0, fullBrackets: 0 };
  if (!text.includes('(') && !text.includes(')') && !text.includes('（')) return found;
  const stack: { at: number; han: number }[] = [];
  let han = 0;
  for (let at = from; at < text.length; at++) {
    const mark = text[at]!;
    if (mark >= '\u4e00' && mark <= '\u9fff') han++;
    else if (mark === '(' || mark === '（') stack.push({ at, han });
    else if (mark === ')' || mark === '）') {
      const open = stack.pop();
      if (!open) continue;
      const halves = [open.at, at].filter((each) => text[each]! in FULL);
      if (!halves.length) found.fullBrackets++;
      else if (halves.length === 1 || han > open.han) {
        if (halves.length === 2) found.halfBrackets++;
        const edits = halves.map((each) => ({
          range: { start: each, end: each + 1 },
          text: FULL[text[each]!]!,
        }));
        found.slips.push({ range: edits[0]!.range, edits });
      }
    }
  }
  return found;
}
