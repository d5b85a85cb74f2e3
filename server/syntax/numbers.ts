/**
 * Numbers of headings and tasks: their styles, and numerals in Han and Arabic.
 * Levels and marks after GB/T 9704-2012 7.3.3 (一、 （一） 1. （1）) and GB/T 15834-2011 B.3; the other styles as published.
 */

export type Style =
  | 'part'
  | 'article'
  | 'han'
  | 'han-bracket'
  | 'arabic'
  | 'arabic-bracket'
  | 'arabic-half-bracket'
  | 'circled'
  | 'decimal';

/** The styles, outermost first. A notice may use any of them, and may turn the order round. */
export const STYLES: readonly Style[] = [
  'part',
  'article',
  'han',
  'han-bracket',
  'arabic',
  'decimal',
  'arabic-bracket',
  'arabic-half-bracket',
  'circled',
];

export interface ParsedNumber {
  /** As printed, without the blanks around it. */
  readonly text: string;
  readonly style: Style;
  readonly value: number;
  readonly numeral: string;
  readonly marks: string;
  /** Length in the line, with the blanks that follow. */
  readonly length: number;
}

const DIGITS = '零一二三四五六七八九';
const HAN = '[一二三四五六七八九十百零〇]{1,7}';
/** What follows a decimal fraction and no number of an item: 1.5亿元, 0.85个百分点, 3.2% — but 8.24小时热线, 10.5G基站, 9.8月底前. */
const FRACTION = '\\d+(?:[%％‰亿万千百倍元米]|个百分点|平方|公里|公顷|日|$)';
/** A point, not a decimal point. */
const POINT = `[.．﹒、](?!0|${FRACTION}|\\d+[.\\-])`;
/** ★ marks the tasks that weigh most; it stands before the number and is no part of it. */
const STAR = /^[★☆▲△◆※][ \u3000]*/;

const PATTERNS: readonly { style: Style; pattern: RegExp }[] = [
  {
    style: 'part',
    pattern: new RegExp(`^第(${HAN}|\\d{1,2})(部分|章|节|篇|方面)[、：:.．]?(?=[\\s\\u3000]|[\\u4e00-\\u9fff]|$)`),
  },
  {
    style: 'article',
    pattern: new RegExp(`^第(${HAN}|\\d{1,3})(条|项|款)[、：:.．]?(?=[\\s\\u3000]|[\\u4e00-\\u9fff]|$)`),
  },
  {
    style: 'article',
    pattern: new RegExp(`^(?:重点)?(?:任务|行动|工程|举措|事项|项目)(${HAN}|\\d{1,3})[、：:.．](?=\\D|$)`),
  },
  { style: 'han', pattern: new RegExp(`^第?(${HAN})[、.．﹒]`) },
  { style: 'han-bracket', pattern: new RegExp(`^[（(]\\s?(${HAN})\\s?[）)][、.．]?`) },
  { style: 'han-bracket', pattern: /^([㈠-㈩])[、.．]?/ },
  {
    style: 'decimal',
    pattern:
      /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[、.．]|(?=[ \u3000\u00a0]|$|(?!小时|分钟|平方|公[里斤顷]|[户家个项条处所座吨亩名人万亿千百倍元年月日号米级岁次届类批套台种成])[\u4e00-\u9fff“《]))(?!\d)/,
  },
  { style: 'arabic', pattern: new RegExp(`^(\\d{1,5}|[０-９]{1,4})\\s?${POINT}`) },
  { style: 'arabic-bracket', pattern: /^[（(]\s?(\d{1,3}|[０-９]{1,3})\s?[）)][、.．]?/ },
  { style: 'arabic-bracket', pattern: /^([⑴-⒇])/ },
  { style: 'arabic-bracket', pattern: /^【\s?(\d{1,3})\s?】/ },
  { style: 'arabic', pattern: /^([⒈-⒛])/ },
  // 1 科技创新: a short heading, not 3 月底前.
  {
    style: 'arabic',
    pattern:
      /^(\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff][^。；：:，,]{1,28}$)(?![年月日号个家项条处所座户万亿千百倍元次名人])/,
  },
  { style: 'arabic', pattern: /^(\d{1,3})，(?!\d)/ },
  { style: 'circled', pattern: /^([❶-❿])/ },
  { style: 'arabic-half-bracket', pattern: /^(\d{1,5}|[０-９]{1,3})[）)][、.．]?/ },
  { style: 'circled', pattern: /^([①-⑳㉑-㉟㊱-㊿])[、.．]?/ },
];

/**
 * Reads the number that a line starts with.
 *
 * @param line the text from its first character that is not blank
 * @returns undefined where the line starts with no number
 */
export function parseNumber(line: string): ParsedNumber | undefined {
  const star = STAR.exec(line)?.[0];
  if (star) {
    const number = parseNumber(line.slice(star.length));
    return number && { ...number, text: star + number.text, length: star.length + number.length };
  }
  const first = line.charCodeAt(0);
  if (!startsNumber(first)) return undefined;
  for (const { style, pattern } of PATTERNS) {
    const match = pattern.exec(line);
    if (!match) continue;
    const numeral = match[1]!;
    const value = numeralValue(numeral);
    if (value === undefined) continue;
    const text = match[0].trimEnd();
    const blanks = /^[\s\u3000]*/.exec(line.slice(match[0].length))![0].length;
    const marks = text.replace(numeral, '').replace(/[\s★☆▲△◆※]/g, '');
    return { text, style, value, numeral: bareNumeral(numeral, value), marks, length: match[0].length + blanks };
  }
  return undefined;
}

function startsNumber(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || // 0-9
    code === 0xff08 || // （
    code === 0x28 || // (
    code === 0x7b2c || // 第
    code === 0x3010 || // 【
    (code >= 0x2488 && code <= 0x249b) || // ⒈
    (code >= 0x2776 && code <= 0x277f) || // ❶
    (code >= 0x3220 && code <= 0x3229) || // ㈠
    '重任行工举事项'.includes(String.fromCharCode(code)) ||
    code === 0x3007 || // 〇
    (code >= 0x2460 && code <= 0x2487) || // ① ⑴
    (code >= 0x3251 && code <= 0x32bf) || // ㉑ ㊱
    (code >= 0xff10 && code <= 0xff19) || // ０
    '一二三四五六七八九十百零'.includes(String.fromCharCode(code))
  );
}

/** ① and ⑴ are printed as one character; their bare numeral is Arabic. */
function bareNumeral(numeral: string, value: number): string {
  if (/^[㈠-㈩]$/.test(numeral)) return toHan(value);
  if (/^[①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛❶-❿]$/.test(numeral)) return String(value);
  // The levels above 1.2 are in the path already.
  return numeral.replace(/^.*\./, '').replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

/** The value of a Han, Arabic or circled numeral; of 1.2 its last member. Undefined where it is malformed. */
export function numeralValue(numeral: string): number | undefined {
  const code = numeral.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x2460 + 1;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2474 + 1;
  if (code >= 0x2488 && code <= 0x249b) return code - 0x2488 + 1;
  if (code >= 0x2776 && code <= 0x277f) return code - 0x2776 + 1;
  if (code >= 0x3220 && code <= 0x3229) return code - 0x3220 + 1;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36;
  if (/^[\d.０-９]+$/.test(numeral)) {
    const last = numeral
      .split('.')
      .at(-1)!
      .replace(/[０-９]/g, (c) => String(c.charCodeAt(0) - 0xff10));
    return Number(last);
  }
  return hanValue(numeral);
}

/** 二十四 → 24, 一百零三 → 103. Undefined for what is no numeral below 1000 (一一, 十百). */
export function hanValue(han: string): number | undefined {
  if (!/^[一二三四五六七八九十百零〇]+$/.test(han)) return undefined;
  const match = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
    han.replace(/〇/g, '零'),
  );
  if (!match) return undefined;
  const [, hundreds, tens, ten, ones] = match;
  const value =
    (hundreds ? DIGITS.indexOf(hundreds) * 100 : 0) +
    (ten ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0) +
    (ones ? DIGITS.indexOf(ones) : 0);
  return value > 0 ? value : undefined;
}

/** 24 → 二十四. For 1 to 999. */
export function toHan(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let han = hundreds ? `${DIGITS[hundreds]}百` : '';
  if (tens) han += `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十`;
  else if (hundreds && ones) han += '零';
  return han + (ones ? DIGITS[ones]! : '');
}

/**
 * A number of the same style and marks as the one printed, with another value: （二） made 3 is （三）.
 * A style that cannot say the value (⑳ made 21) is said in brackets.
 */
export function withValue(printed: { text: string; style: Style; value: number }, value: number): string {
  const { text, style } = printed;
  const single = /[㈠-㈩⒈-⒛❶-❿]/.exec(text)?.[0];
  if (single) {
    const first = single >= '㈠' && single <= '㈩' ? 0x3220 : single >= '❶' ? 0x2776 : 0x2488;
    const most = first === 0x2488 ? 20 : 10;
    const other = style === 'han-bracket' ? `（${toHan(value)}）` : style === 'arabic' ? `${value}.` : `(${value})`;
    return text.replace(single, value <= most ? String.fromCharCode(first + value - 1) : other);
  }
  switch (style) {
    case 'part':
    case 'article':
    case 'han':
    case 'han-bracket':
      return /\d/.test(text) ? text.replace(/\d+/, String(value)) : text.replace(new RegExp(HAN), toHan(value));
    case 'circled':
      return value <= 20
        ? text.replace(/[①-⑳㉑-㉟㊱-㊿]/, String.fromCharCode(0x2460 + value - 1))
        : text.replace(/[①-⑳㉑-㉟㊱-㊿]/, `(${value})`);
    case 'arabic-bracket':
      if (/[⑴-⒇]/.test(text)) return value <= 20 ? String.fromCharCode(0x2474 + value - 1) : `(${value})`;
      return text.replace(/[\d０-９]+/, String(value));
    case 'decimal':
      return text.replace(/\d+(?=\D*$)/, String(value));
    default:
      return text.replace(/[\d０-９]+/, String(value));
  }
}
