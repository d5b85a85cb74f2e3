/** Text files: lines, which may be paragraphs or pieces of them; tables of tasks in them stay as they are printed. */
import { readNotice } from '../model/read.ts';
import { decode } from '../syntax/encoding.ts';
import type { Block, Place } from './draft.ts';
import type { Source } from './import.ts';
import { unified } from './repair/radicals.ts';

const INDENT = /^[ \t\u3000\u00a0\ufeff]*/;

export const text: Source = {
  extensions: ['txt', 'md', 'notice', 'text', 'markdown'],
  // Any text is one: it is asked last, by its extension or where nothing else fits.
  recognises: () => false,
  async read(bytes, { vocabulary }) {
    const decoded = decode(bytes);
    if (!decoded)
      return {
        refused: {
          zh: '这不是文本文件，或者不是中文的编码（UTF-8、UTF-16、GB18030）。请用原来的软件打开，另存为 UTF-8 文本或 Word 文档后再导入。',
          en: 'This is no text file, or in none of the encodings UTF-8, UTF-16 and GB18030. Open it in its own program and save it as UTF-8 text or as a Word document.',
        },
      };
    return { blocks: blocksOf(decoded.text.replace(/^\ufeff/, ''), vocabulary), remarks: [] };
  },
};

/** @param source with any ends of lines */
export function blocksOf(source: string, vocabulary: Parameters<Source['read']>[1]['vocabulary']): Block[] {
  const whole = source.replace(/\r\n?|\f/g, '\n');
  const tables = readNotice(unified(whole), vocabulary ? { vocabulary } : {}).tables;
  const blocks: Block[] = [];
  let apart = false;
  let number = 0;
  let next = 0;
  for (let start = 0; start < whole.length; ) {
    number++;
    let end = whole.indexOf('\n', start);
    if (end < 0) end = whole.length;
    const table = tables[next];
    if (table && table.start <= end && table.end > start) {
      next++;
      const stop = Math.max(end, table.end);
      const printed = whole.slice(start, stop).replace(/\n+$/, '');
      blocks.push({ kind: 'printed', text: printed, place: placeOf(number) });
      number += whole.slice(start, stop).split('\n').length - 1;
      start = stop + 1;
      apart = true;
      continue;
    }
    const line = whole.slice(start, end);
    if (INDENT.exec(line)![0].length === line.trimEnd().length) apart = true;
    else {
      const heading = /^[ \t\u3000\u00a0]*#[# \t]*(?<=[ \t])(?=\S)/.exec(line);
      blocks.push({
        kind: 'paragraph',
        text: heading ? line.slice(heading[0].length) : line,
        ...(heading && { heading: Math.min(6, heading[0].replace(/[^#]/g, '').length) }),
        whole: false,
        ...(apart && { apart }),
        place: placeOf(number),
      });
      apart = false;
    }
    start = end + 1;
  }
  return blocks;
}

function placeOf(line: number): Place {
  return { zh: `第${line}行`, en: `line ${line}` };
}
