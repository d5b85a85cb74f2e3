/** Characters that Word composes by a field and keeps no result of: EQ \o\ac(○,1) for a number in a circle. */

export interface Composed {
  readonly text: string;
  /** It can't be sure that this is what prints. */
  readonly doubtful: boolean;
}

const CIRCLES = '○◯〇⭕';

/** @returns undefined for a field that shows nothing of its own */
export function composed(instruction: string): Composed | undefined {
  const formula = /^\s*EQ\b(.*)$/is.exec(instruction)?.[1];
  if (formula === undefined) return undefined;
  const open = formula.search(/[(（]/);
  if (open < 0) return undefined;
  const parts = argumentsOf(formula.slice(open)).map((part) => part.trim());
  const circled = parts.length === 2 && CIRCLES.includes(parts[0]!) ? inCircle(parts[1]!) : undefined;
  if (circled) return { text: circled, doubtful: false };
  // Put one over the other the last is the base: \o\ad(\s\up 9(pīn),拼).
  const text = /\\o\b/i.test(formula.slice(0, open)) ? innermost(parts.at(-1) ?? '') : parts.map(innermost).join('');
  return text ? { text, doubtful: true } : undefined;
}

function inCircle(text: string): string | undefined {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1);
  if (Number.isInteger(value) && value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  const han = text.length === 1 ? '一二三四五六七八九十'.indexOf(text) : -1;
  return han >= 0 ? String.fromCharCode(0x3280 + han) : undefined;
}

/** The arguments of the bracket that the text begins with, parted by commas. */
function argumentsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (/[(（]/.test(character) && depth++ === 0) continue;
    if (/[)）]/.test(character) && --depth === 0) break;
    if (depth === 1 && /[,，]/.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** What stands in the inmost bracket of \s\up 9(拼), or the text itself. */
function innermost(text: string): string {
  const within = /[(（]([^()（）]*)[)）]?$/.exec(text)?.[1];
  return (within ?? text).replace(/\\[a-z]+\s*\d*/gi, '').trim();
}
