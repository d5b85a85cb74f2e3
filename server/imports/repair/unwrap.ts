/**
 * Lines that a fixed width broke (text made of a page) become paragraphs. That they are wrapped shows in their widths:
 * many lines are as wide as the page, none is wider.
 */
import { labelAt, type Vocabulary } from '../../syntax/labels.ts';
import { parseNumber } from '../../syntax/numbers.ts';
import type { Block, Paragraph } from '../draft.ts';
import type { Remarks } from './remarks.ts';

/** In full-width characters. A page has no narrower lines, and no wider ones. */
const NARROWEST = 18;
const WIDEST = 70;
/** What marks that may not open or close a line leave of it. */
const SLACK = 2.5;
/** So many full lines are no chance. */
const FEWEST = 4;

const JOINED = {
  zh: '按页面宽度折断的行已接成段落',
  en: 'Lines that were broken at the width of the page are joined to paragraphs',
};

const PERHAPS = {
  zh: '一句话正好在行末结束，段首又没有空格，已与下一行接成一段；如果是两段，请分开',
  en: 'A sentence ends where its line does and no indent tells paragraphs apart; it was joined to the next line, part them if they are two paragraphs',
};
const CLOSED = /[。！？：:]$/;

interface Line {
  readonly block: Paragraph;
  readonly text: string;
  readonly width: number;
  readonly indent: number;
}

export function unwrapped(blocks: readonly Block[], remarks: Remarks, vocabulary: Vocabulary): Block[] {
  const lines = blocks.map((block) => (block.kind === 'paragraph' && !block.whole ? lineOf(block) : undefined));
  const page = pageOf(lines.filter((line) => line !== undefined));
  if (!page) return [...blocks];
  const out: Block[] = [];
  let before: Line | undefined;
  let joined = 0;
  const perhaps: { quote: string; place: Paragraph['place'] }[] = [];
  blocks.forEach((block, index) => {
    const line = lines[index];
    const last = out.at(-1);
    if (line && before && last?.kind === 'paragraph' && goesOn(last.text, before, line, page, vocabulary)) {
      const latin = /[a-zA-Z]$/.test(last.text) && /^[a-zA-Z]/.test(line.text);
      if (!page.opens && CLOSED.test(before.text))
        perhaps.push({ quote: before.text.slice(-8) + line.text.slice(0, 8), place: line.block.place });
      out[out.length - 1] = { ...last, text: last.text.trimEnd() + (latin ? ' ' : '') + line.text };
      joined++;
    } else out.push(line ? { ...line.block, apart: true } : block);
    before = line;
  });
  if (joined) remarks.count('joined', JOINED, undefined, undefined, joined);
  remarks.each('doubtful', PERHAPS, perhaps);
  return joined ? out : [...blocks];
}

function lineOf(block: Paragraph): Line {
  const expanded = block.text.replace(/\t/g, '    ').trimEnd();
  const text = expanded.replace(/^[\s\u3000\u00a0]+/, '');
  return {
    block,
    text,
    width: block.reach ?? widthOf(expanded),
    indent: widthOf(expanded.slice(0, expanded.length - text.length)),
  };
}

/** In full-width characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    width += code < 0x2e80 && !(code >= 0x2014 && code <= 0x2026) ? 0.5 : 1;
  }
  return width;
}

interface Page {
  readonly width: number;
  /** What tells where a paragraph begins, if anything does: an indent, or an empty line before it. */
  readonly opens: 'indent' | 'gap' | undefined;
  /** The indent of lines that go on. */
  readonly base: number;
}

/** The page that the lines were broken for; undefined where no width broke them. */
function pageOf(lines: readonly Line[]): Page | undefined {
  if (lines.length < FEWEST + 2) return undefined;
  const widths = lines
    .filter((line) => !isSetApart(line))
    .map(({ block, text, width }) => (block.reach === undefined ? width - widthOf(HANGING.exec(text)![0]) : width))
    .sort((a, b) => a - b);
  const fixed = lines.every(({ block }) => block.reach !== undefined);
  const width = widthOfPage(widths, fixed);
  if (width < NARROWEST || width > WIDEST) return undefined;
  let [full, between] = [0, 0];
  for (const each of widths) {
    if (each >= width - SLACK) full++;
    else if (each >= width / 2) between++;
  }
  // Lines that end a paragraph are of any width; of those that don't, all are full.
  const open = lines.filter(
    (line) => line.width >= width - SLACK && /[\u4e00-\u9fff\d、，“（(]$/.test(line.text),
  ).length;
  const numbered = lines.filter(({ text }) => parseNumber(text));
  const most = (test: (line: Line) => boolean) =>
    numbered.length > 0 && numbered.filter(test).length * 2 > numbered.length;
  const base = baseOf(lines, width);
  const opens = most(({ indent }) => indent >= base + 1)
    ? 'indent'
    : most(({ block }) => block.apart === true)
      ? 'gap'
      : undefined;
  if (fixed || (opens === 'indent' && isFlush(lines, width, base))) return { width, opens, base };
  return full < FEWEST || full * 2 < between || open * 2 < full ? undefined : { width, opens, base };
}

/** Where lines begin that go on: mostly at the edge of the page, but for what a page put further left. */
function baseOf(lines: readonly Line[], width: number): number {
  const counts = new Map<number, number>();
  let best = 0;
  lines.forEach((line, index) => {
    if (!index || lines[index - 1]!.width < width - SLACK) return;
    const count = (counts.get(line.indent) ?? 0) + 1;
    counts.set(line.indent, count);
    if (count > (counts.get(best) ?? 0)) best = line.indent;
  });
  return best;
}

/** Where paragraphs are indented, a line that is not stands below a full one. */
function isFlush(lines: readonly Line[], width: number, base: number): boolean {
  let [flush, below] = [0, 0];
  lines.forEach((line, index) => {
    if (!index || line.indent >= base + 1 || isSetApart(line)) return;
    flush++;
    if (lines[index - 1]!.width >= width - SLACK) below++;
  });
  return below >= FEWEST && below * 10 >= flush * 9;
}

/** Marks that may not open a line: they hang over the edge of the page. */
const HANGING = /[，。；：、！？”’）》…,.;:!?)]*$/;
/** So many lines may be wider: a page put them beside its text. */
const OVER = 0.03;

/** The width that most of the widest lines have; of a page whose lines are all broken, what is beside it counts for nothing. */
function widthOfPage(sorted: readonly number[], fixed: boolean): number {
  const last = sorted.length - 1;
  const over = Math.max(2, Math.floor(sorted.length * OVER));
  let best = { width: sorted[last] ?? 0, full: 0 };
  for (let at = last; at >= Math.max(0, last - over); at--) {
    const width = sorted[at]!;
    if (!fixed && sorted[last]! > width + SLACK * 2) break;
    let from = at;
    while (from > 0 && sorted[from - 1]! >= width - SLACK) from--;
    const full = at - from + 1;
    if (full > best.full) best = { width, full };
  }
  return best.width;
}

/** Behind these a number is that of something else: 第（二）项. */
const REFERS = /(?:第|见|和|及|与|、|至|—)$/;

/** @param said the paragraph as far as it is joined */
function goesOn(said: string, before: Line, line: Line, { width, opens, base }: Page, vocabulary: Vocabulary): boolean {
  if ((before.width < width - SLACK && !hadNoRoom(before, line, width)) || isSetApart(before) || isSetApart(line))
    return false;
  if (opens === 'indent' ? line.indent >= base + 1 : line.indent > before.indent + 1) return false;
  const closed = CLOSED.test(before.text);
  // A page may end in the middle of a sentence, and leave a gap there.
  if (opens === 'gap' && line.block.apart && (closed || !line.block.opensPage)) return false;
  if (opens !== 'indent' && parseNumber(line.text) && !REFERS.test(before.text)) return false;
  if (labelAt(line.text, 0, vocabulary) && !isOpen(said)) return false;
  return opens !== undefined || !closed || isFull(before, line, width);
}

/** What no program parts: a word, with the marks that open and close it. */
const WORD = /^[“‘（《〔【([]*(?:[\w.%+-]+|.)?[，。；：、！？”’）》〕】,;:!?)\]]*/;

function hadNoRoom(before: Line, line: Line, width: number): boolean {
  return before.width + widthOf(WORD.exec(line.text)![0]) > width;
}

/** A sentence ends where the line does, and nothing tells paragraphs apart: it goes on where what follows had no room. */
function isFull(before: Line, line: Line, width: number): boolean {
  return line.block.reach === undefined && !line.block.apart && hadNoRoom(before, line, width);
}

/** The line of a title stands by itself. */
function isSetApart({ block: { heading, align } }: Line): boolean {
  return heading !== undefined || align === 'center';
}

/** A bracket is open at the end. */
function isOpen(text: string): boolean {
  return (
    Math.max(text.lastIndexOf('（'), text.lastIndexOf('(')) > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'))
  );
}
