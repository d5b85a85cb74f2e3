/**
 * Radicals that a program put for the characters that they look like: fonts draw both with one picture, and what prints a
 * page says of a picture the first character that it has. A drafter types none of them.
 */
import type { Block } from '../draft.ts';
import type { Remarks } from './remarks.ts';

/** Equivalent_Unified_Ideograph of CJK Radicals Supplement: each with its character. Unicode folds the others itself. */
const SUPPLEMENT =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀' +
  '⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀' +
  '⻳龟';
const CHARACTERS = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, at) => [SUPPLEMENT[at * 2], SUPPLEMENT[at * 2 + 1]]),
);

/** Radicals, and characters that old character sets have twice. */
const LIKE_CHARACTERS = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

const WORDS = {
  zh: '与汉字同形的部首字符已换成汉字',
  en: 'Radicals that look like characters were replaced by the characters',
};

/** As long as the text: characters stand where they stood. */
export function unified(text: string): string {
  return text.replace(LIKE_CHARACTERS, (radical) => {
    const character = CHARACTERS.get(radical) ?? radical.normalize('NFKC');
    return character.length === 1 ? character : radical;
  });
}

export function withoutRadicals(blocks: readonly Block[], remarks: Remarks): Block[] {
  const mended = (text: string, place: Block['place']): string => {
    const own = unified(text);
    if (own === text) return text;
    let first = -1;
    let count = 0;
    for (let at = 0; at < text.length; at++)
      if (text[at] !== own[at]) {
        if (first < 0) first = at;
        count++;
      }
    remarks.count('changed', WORDS, text.slice(Math.max(0, first - 6), first + 6), place, count);
    return own;
  };
  return blocks.map((block): Block => {
    if (block.kind === 'printed') return { ...block, text: mended(block.text, block.place) };
    if (block.kind === 'paragraph') {
      const text = mended(block.text, block.place);
      return text === block.text ? block : { ...block, text };
    }
    const rows = block.rows.map((row) =>
      row.map(({ column, cell }) => ({ column, cell: { ...cell, text: mended(cell.text, block.place) } })),
    );
    return { ...block, rows };
  });
}
