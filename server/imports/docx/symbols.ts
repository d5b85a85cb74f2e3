/** Signs of fonts that have pictures in the places of letters: Word keeps them by font and place (w:sym). */

/** By the place in the font; Word adds F000. */
const WINGDINGS: Readonly<Record<number, string>> = {
  40: '☎',
  108: '●',
  110: '■',
  111: '□',
  112: '□',
  113: '□',
  114: '□',
  115: '◆',
  116: '◆',
  117: '◆',
  118: '❖',
  119: '◆',
  159: '•',
  161: '○',
  167: '▪',
  168: '□',
  171: '★',
  181: '☆',
  216: '➢',
  224: '→',
  232: '→',
  240: '⇨',
  251: '✗',
  252: '√',
  253: '☒',
  254: '☑',
  ...run(0x81, '①②③④⑤⑥⑦⑧⑨⑩'),
  ...run(0x8c, '❶❷❸❹❺❻❼❽❾❿'),
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '√',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  149: '·',
  150: '•',
  151: '●',
  162: '■',
  163: '□',
  ...run(0x6a, '①②③④⑤⑥⑦⑧⑨⑩'),
  ...run(0x75, '❶❷❸❹❺❻❼❽❾❿'),
};

const SYMBOL: Readonly<Record<number, string>> = {
  45: '−',
  163: '≤',
  165: '∞',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  188: '…',
  215: '·',
  222: '⇒',
  229: '∑',
  ...run(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
  ...run(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
};

const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  symbol: SYMBOL,
};

/** Whether a font shows pictures where a text has letters. */
export function isPictureFont(font: string | undefined): boolean {
  return font !== undefined && /^(wingdings|webdings|symbol\b)/i.test(font);
}

/**
 * The sign as a character of Unicode.
 *
 * @param code hexadecimal, as w:char has it: F0FE
 * @returns undefined where it is not known
 */
export function symbolOf(font: string | undefined, code: string | undefined): string | undefined {
  const value = /^[0-9a-f]{1,5}$/i.test(code ?? '') ? Number.parseInt(code!, 16) : 0;
  const place = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const signs = FONTS[font?.toLowerCase() ?? ''];
  if (signs) return signs[place];
  if (isPictureFont(font)) return undefined;
  // An ordinary font: what stands there is the character itself.
  return place > 0x20 && !(place >= 0xe000 && place <= 0xf8ff) && !(place >= 0xd800 && place <= 0xdfff)
    ? String.fromCodePoint(place)
    : undefined;
}

function run(first: number, signs: string): Record<number, string> {
  return Object.fromEntries([...signs].map((sign, i) => [first + i, sign]));
}
