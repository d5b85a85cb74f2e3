/** The official table as the notice's last annex: its name goes into the note of the annexes. */
import type { Range } from '../../model/notice.ts';
import type { Remark } from '../format.ts';
import type { Table } from '../table/table.ts';
import { AnnexNote } from './annex-note.ts';
import { type Block, type TextBlock, textOf } from './document.ts';

/** Adds the table to the blocks, in place. */
export function addTable(blocks: Block[], table: Table, remarks: Remark[]): void {
  const annexes = annexesOf(blocks);
  const noted = blocks.filter((block): block is TextBlock => block.kind === 'text' && block.style === 'annexNote');
  const listed = noted.findIndex((block) => bare(textOf(block)).includes(bare(table.title)));
  // A note that names more annexes than the text holds names the table among them.
  const isListed = listed >= 0 && noted.length > annexes.length;
  const number = isListed ? listed + 1 : Math.max(annexes.length, noted.length) + 1;
  const alone = isListed ? noted.length === 1 : number === 1;
  if (!isListed) addToNote(blocks, noted, noted.length ? [] : annexes.map(({ title }) => title), number, table.title);
  const annex = alone ? '附件' : `附件${number}`;
  blocks.push({ kind: 'table', table, annex });
  remarks.push(...table.remarks);
  const unnumbered = annexes.find(({ label }) => /^附件[：:]?$/.test(label));
  if (!alone && unnumbered)
    remarks.push({
      ...(unnumbered.range && { range: unnumbered.range }),
      words: {
        zh: `任务分解表作为“${annex}”附在后面，通知里原有的“附件”应编上号，改为“附件1”`,
        en: `The table is annexed as ${annex}; number the annex that the notice has: 附件1`,
      },
    });
}

interface Held {
  readonly label: string;
  readonly title: string;
  readonly range?: Range | undefined;
}

/** The annexes that the text holds, with their titles. */
function annexesOf(blocks: readonly Block[]): Held[] {
  return blocks.flatMap((block, i): Held[] => {
    if (block.kind === 'table')
      return block.annex ? [{ label: block.annex, title: block.table.title, range: block.range }] : [];
    if (block.style !== 'annex') return [];
    const lines: string[] = [];
    for (let at = i + 1; at < blocks.length; at++) {
      const below = blocks[at]!;
      if (below.kind !== 'text' || below.style !== 'annexTitle') break;
      lines.push(textOf(below).replaceAll('\n', ''));
    }
    return [{ label: textOf(block), title: lines.join(''), range: block.range }];
  });
}

/** 附件：X表 above the signature; below the names that the note has, and those of annexes that no note lists. */
function addToNote(
  blocks: Block[],
  noted: readonly TextBlock[],
  others: readonly string[],
  number: number,
  title: string,
): void {
  const names = [...others, title];
  const first = number - others.length;
  const note = new AnnexNote();
  // What the note has is passed over, so that names stand under its names.
  for (const block of noted) note.blocksOf(textOf(block));
  const added = names.flatMap((name, i) => {
    const numbered = number > 1 ? `${first + i}.${name}` : name;
    return note.blocksOf(noted.length || i ? numbered : `附件：${numbered}`);
  });
  const last = noted.at(-1);
  blocks.splice(last ? blocks.indexOf(last) + 1 : placeOfNote(blocks), 0, ...added);
}

/** Above the signature; where nothing is signed, at the end of the text. */
function placeOfNote(blocks: readonly Block[]): number {
  const at = blocks.findIndex(
    (block) =>
      block.kind === 'table' || block.opensPage || ['signature', 'date', 'note', 'annex'].includes(block.style),
  );
  return at < 0 ? blocks.length : at;
}

function bare(text: string): string {
  return text.replace(/[《》\s]/g, '');
}
