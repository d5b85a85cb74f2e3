/** How Word writes the numbers that it counts itself (ECMA-376-1, 17.18.59 ST_NumberFormat). */

type Write = (value: number) => string;

const DIGITS = '〇一二三四五六七八九';
const LARGEST_ROMAN = 3999;
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** What a system of counting puts together: 一百零一. */
interface Counting {
  readonly digits: string;
  /** Of ten, hundred, thousand and ten thousand. */
  readonly units: readonly [string, string, string, string];
  /** 十一 and not 一十一. */
  readonly bareTen: boolean;
  /** Stands where places are skipped: 零 in 一百零一. */
  readonly gap: string;
}

const CHINESE: Counting = { digits: DIGITS, units: ['十', '百', '千', '万'], bareTen: true, gap: '零' };
const LEGAL: Counting = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['拾', '佰', '仟', '万'],
  bareTen: false,
  gap: '零',
};
const TRADITIONAL: Counting = { ...LEGAL, digits: '零壹貳參肆伍陸柒捌玖', units: ['拾', '佰', '仟', '萬'] };
const TAIWANESE: Counting = { ...CHINESE, units: ['十', '百', '千', '萬'] };

const FORMATS: Readonly<Record<string, Write>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  // Twenty-one and more, or eleven and more, go without their circle.
  decimalEnclosedCircle: row(0x2460, 20),
  decimalEnclosedCircleChinese: row(0x2460, 10),
  decimalEnclosedParen: row(0x2474, 20),
  decimalEnclosedFullstop: row(0x2488, 20),
  numberInDash: (value) => `- ${value} -`,
  ideographDigital: digits(DIGITS),
  japaneseDigitalTenThousand: digits(DIGITS),
  taiwaneseDigital: digits('○一二三四五六七八九'),
  chineseCounting: belowHundred('○一二三四五六七八九'),
  taiwaneseCounting: belowHundred('○一二三四五六七八九'),
  chineseCountingThousand: (value) => count(value, CHINESE),
  taiwaneseCountingThousand: (value) => count(value, TAIWANESE),
  // 百十, not 一百一十.
  japaneseCounting: (value) => count(value, { ...TAIWANESE, gap: '' }).replace(/一(?=[十百千])/g, ''),
  chineseLegalSimplified: (value) => count(value, LEGAL),
  ideographLegalTraditional: (value) => count(value, TRADITIONAL),
  ideographTraditional: list('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: list('子丑寅卯辰巳午未申酉戌亥'),
  ideographZodiacTraditional: (value) =>
    `${'甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10]}${'子丑寅卯辰巳午未申酉戌亥'[(value - 1) % 12]}`,
  // Word writes brackets, whatever the name says ([MS-OI29500] 2.1.540).
  ideographEnclosedCircle: row(0x3220, 10),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
  none: () => '',
};

/**
 * A number as it prints.
 *
 * @param format a value of w:numFmt; those that no Chinese document has count in digits
 * @param pattern of the format `custom`: 001, 002, 003, ...
 */
export function formatNumber(value: number, format: string, pattern?: string): string {
  if (format === 'custom') return String(value).padStart(/^0*1(?=,)/.exec(pattern ?? '')?.[0].length ?? 1, '0');
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  // Only digits have a nought.
  return !write || (value < 1 && !/^(decimal|none)/.test(format)) ? String(value) : write(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Characters that stand in a row, the first for 1. */
function row(first: number, most: number): Write {
  return (value) => (value >= 1 && value <= most ? String.fromCharCode(first + value - 1) : String(value));
}

function list(characters: string): Write {
  return (value) => characters[value - 1] ?? String(value);
}

function digits(characters: string): Write {
  return (value) => String(value).replace(/\d/g, (digit) => characters[Number(digit)]!);
}

function belowHundred(characters: string): Write {
  return (value) => (value < 100 ? count(value, CHINESE) : digits(characters)(value));
}

function count(value: number, counting: Counting): string {
  const [ten, hundred, thousand, tenThousand] = counting.units;
  if (value >= 10000) {
    const rest = value % 10000;
    const gap = rest > 0 && rest < 1000 ? counting.gap : '';
    return `${count(Math.floor(value / 10000), counting)}${tenThousand}${gap}${rest > 0 ? count(rest, { ...counting, bareTen: false }) : ''}`;
  }
  let text = '';
  let gap = false;
  let left = value;
  for (const [size, unit] of [
    [1000, thousand],
    [100, hundred],
    [10, ten],
    [1, ''],
  ] as const) {
    const digit = Math.floor(left / size);
    left %= size;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    const bare = size === 10 && digit === 1 && text === '' && counting.bareTen;
    text += `${gap ? counting.gap : ''}${bare ? '' : counting.digits[digit]}${unit}`;
    gap = false;
  }
  return text;
}

function roman(value: number): string {
  if (value > LARGEST_ROMAN) return String(value);
  let text = '';
  let left = value;
  for (const [size, letters] of ROMAN) {
    text += letters.repeat(Math.floor(left / size));
    left %= size;
  }
  return text;
}

/** a … z, aa, bb … */
function letter(value: number): string {
  return String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}
