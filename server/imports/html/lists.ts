/** Numbers of lists, as a page shows them: its own, and those that Word wrote before a paragraph. */
import { toHan } from '../../syntax/numbers.ts';
import { type Element, textsIn } from './dom.ts';

/** What Word put before a paragraph of a list: its number, or the sign of a bullet. */
export function listMark(element: Element): string {
  const mark = [...textsIn(element)].join('').replace(/[\s\u00a0]+/g, '');
  return /^[\u4e00-\u9fff\d（(][\s\S]*|^[①-⒛㈠-㈩ⅰ-ⅿⅠ-Ⅿ]/.test(mark) || /[.、)）]$/.test(mark) ? mark : '';
}

export function numberOf(value: number, type: string | undefined): string | undefined {
  switch (type?.trim()) {
    case 'none':
    case 'disc':
    case 'circle':
    case 'square':
      return undefined;
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return value > 0 && value < 27 ? `${String.fromCharCode(96 + value)}.` : `${value}.`;
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return value > 0 && value < 27 ? `${String.fromCharCode(64 + value)}.` : `${value}.`;
    case 'cjk-ideographic':
    case 'simp-chinese-informal':
    case 'trad-chinese-informal':
    case 'cjk-decimal':
      return value > 0 ? `${toHan(value)}、` : `${value}.`;
    default:
      return `${value}.`;
  }
}
