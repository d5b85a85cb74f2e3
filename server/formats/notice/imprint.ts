/** 版记: 抄送, 印发机关 and 印发日期, from the text's last lines and the front matter. */
import type { Notice } from '../../model/notice.ts';
import type { Remark } from '../format.ts';
import type { Imprint } from './document.ts';
import { type Key, setting } from './front-matter.ts';
import { PRINTED } from './places.ts';

interface Lines {
  readonly copies: readonly string[];
  readonly printed: string | undefined;
}

export function imprintOf(notice: Notice, lines: Lines, remarks: Remark[]): Imprint | undefined {
  const copies = lines.copies.length ? lines.copies : said(notice, '抄送').map(copiesLine);
  const match = lines.printed === undefined ? null : PRINTED.exec(lines.printed);
  const printer = match ? match[1] : (lines.printed ?? setting(notice, '印发机关'));
  const date = match ? match[2]!.replace(/\s/g, '') : setting(notice, '印发日期')?.replace(/\s*印发$/, '');
  if (!copies.length && !printer && !date) {
    remarks.push({
      words: {
        zh: '没有抄送机关、印发机关和印发日期，未印版记。要印的，在通知开头的“---”之间写“抄送：”“印发机关：”“印发日期：”各一行',
        en: 'There is no 抄送, 印发机关 or 印发日期, so no imprint was printed. To have one, write them in the front matter',
      },
    });
    return undefined;
  }
  const missing = [...(printer ? [] : ['印发机关']), ...(date ? [] : ['印发日期'])];
  if (missing.length)
    remarks.push({
      words: {
        zh: `版记里缺${missing.join('和')}，空着没有印。在通知末尾加一行“某某办公室　　2026年2月11日印发”，或写在通知开头的“---”之间`,
        en: `The imprint lacks ${missing.join(' and ')}. Add a last line 某某办公室　　2026年2月11日印发, or say it in the front matter`,
      },
    });
  return {
    copies,
    ...(printer && { printer: printer.replace(/[\s\u3000]/g, '') }),
    ...(date && { printed: `${date}印发` }),
  };
}

function said(notice: Notice, key: Key): string[] {
  const value = setting(notice, key);
  return value ? [value] : [];
}

function copiesLine(value: string): string {
  const text = /^抄[\s\u3000]*送[\s\u3000]*[：:]/.test(value) ? value : `抄送：${value}`;
  return /。$/.test(text) ? text : `${text}。`;
}
