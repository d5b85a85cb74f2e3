/**
 * The official page in numbers: GB/T 9704-2012, with the clause of each. Lengths are in points unless they say mm; what
 * is a number of characters or lines of the page is in those. No other file types one of these numbers again.
 */

/** A millimetre in points. */
export const MM = 72 / 25.4;
/** A point in twips, the unit of Word. */
export const TWIPS = 20;

/** A4, in mm (5.1). */
export const A4 = { width: 210, height: 297 };

/** What the upright page leaves free, in mm: 天头 37, 订口 28, and what is left of A4 beside the type area (5.2.1). */
export const MARGINS = { top: 37, right: 26, bottom: 35, left: 28 };
/** The same page turned: its head lies at the left, its binding edge above (7.6). */
export const TURNED_MARGINS = {
  top: MARGINS.left,
  right: MARGINS.top,
  bottom: MARGINS.right,
  left: MARGINS.bottom,
};
/** 版心, in mm: 156 × 225 (5.2.1). */
export const TYPE_AREA = {
  width: A4.width - MARGINS.left - MARGINS.right,
  height: A4.height - MARGINS.top - MARGINS.bottom,
};

/** The type area's width in points, as the whole twips of Word's page and margins make it. */
export const TYPE_WIDTH = (twipsOf(A4.width) - twipsOf(MARGINS.left) - twipsOf(MARGINS.right)) / TWIPS;

function twipsOf(mm: number): number {
  return Math.round(mm * MM * TWIPS);
}

/** Sizes of type, by the names that printers give them. */
export const SIZE = { two: 22, three: 16, four: 14, smallFour: 12 };

/** 每面排22行，每行排28个字 (5.2.3). */
export const LINES = 22;
export const CHARACTERS = 28;
/** The pitch of the lines, in whole twips: 22 fit the type area, 23 don't. */
export const PITCH = 28.95;
/** Between characters of the text: 28 fill the line, 29 don't fit. */
export const SPACING = -0.25;
/** What a character of the text takes; an indent of two characters is twice that. */
export const EM = SIZE.three + SPACING;

/** 首行缩进二字 (7.3.3). */
export const INDENT = 2 * EM;

/** 版头 (7.2). */
export const HEAD = {
  /** 发文机关标志: its upper edge from that of the type area, in mm (7.2.4). */
  markTop: 35,
  /** Lines between it and 发文字号 (7.2.5). */
  linesBelowMark: 2,
  /** 分隔线: below 发文字号, in mm (7.2.7). */
  ruleBelow: 4,
  /** Its thickness, in eighths of a point; the standard gives none. */
  rule: 12,
  /** Lines between it and the title (7.3.1). */
  linesBelowRule: 2,
  /** 发文字号 and 签发人, where they stand side by side: from the edges, in characters (7.2.5, 7.2.6). */
  aside: 1,
  red: 'E60012',
};

/** Lines between the title and 主送机关 (7.3.2). */
export const TITLE = { linesBelow: 1 };

/** 署名 and 成文日期 (7.3.5). In characters and lines. */
export const SIGNATURE = {
  /** With a seal: 成文日期 from the right (7.3.5.1). */
  sealedRight: 4,
  /** With a seal: free lines, so that its upper edge is within a line of the text. */
  sealedAbove: 2,
  /** Without: 署名 from the right, 成文日期 begins two characters further in, a line is free above (7.3.5.2). */
  right: 2,
  shift: 2,
  above: 1,
};

/** 版记 (7.4). */
export const IMPRINT = {
  /** The first and the last rule, and those between (7.4.1), in mm. */
  outer: 0.35,
  inner: 0.25,
  /** From both edges, in characters of its size (7.4.2). */
  aside: 1,
  size: SIZE.four,
};

/** 页码 (7.5): 4号 宋体 between dashes, 7 mm below the type area, a character in. */
export const PAGE_NUMBER = { size: SIZE.four, below: 7, aside: 1 };

/** A rule's thickness in eighths of a point, as Word has it. */
export function eighths(mm: number): number {
  return Math.round(mm * MM * 8);
}
