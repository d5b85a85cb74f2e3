/** The official table as the notice's last annex: its name goes into the note of the annexes. */
import type { Remark } from '../format.ts';
import { INDENT, SIZE, SPACING } from '../page/geometry.ts';
import { textWidth } from '../page/line-break.ts';
import type { Table } from '../table/table.ts';
import { type Block, type TextBlock, textOf } from './document.ts';

/** Adds the table to the blocks, in place. */
export function addTable(blocks: Block[], table: Table, remarks: Remark[]): void {
  const annexes = blocks.filter((block) => (block.kind === 'table' ? block.annex : block.style === 'annex'));
  const noted = blocks.filter((block): block is TextBlock => block.kind === 'text' && block.style === 'annexNote');
  const bare = table.title.replace(/[《》\s]/g, '');
  const listed = noted.findIndex((block) =>
    textOf(block)
      .replace(/[《》\s]/g, '')
      .includes(bare),
  );
  const others = Math.max(annexes.length, listed >= 0 ? noted.length - 1 : noted.length);
  const number = listed >= 0 && noted.length > annexes.length ? listed + 1 : Math.max(annexes.length, noted.length) + 1;
  const isListed = listed >= 0 && noted.length > annexes.length;
  if (!isListed) note(blocks, noted, number, table.title);
  const annex = others ? `附件${number}` : '附件';
  blocks.push({ kind: 'table', table, annex });
  remarks.push(...table.remarks);
  const unnumbered = annexes.find((block) => block.kind === 'text' && /^附件[：:]?$/.test(textOf(block)));
  if (others && unnumbered)
    remarks.push({
      ...(unnumbered.range && { range: unnumbered.range }),
      words: {
        zh: `任务分解表作为“${annex}”附在后面，通知里原有的“附件”应编上号，改为“附件1”`,
        en: `The table is annexed as ${annex}; number the annex that the notice has: 附件1`,
      },
    });
}

/** 附件：X表 above the signature; below the names that the note has. */
function note(blocks: Block[], noted: readonly TextBlock[], number: number, title: string): void {
  const last = noted.at(-1);
  const label = last ? '' : '附件：';
  const numbered = number > 1 ? `${number}.` : '';
  const width = (text: string) => textWidth(text, SIZE.three, SPACING);
  const block: TextBlock = {
    kind: 'text',
    style: 'annexNote',
    runs: [{ text: label + numbered + title }],
    left: INDENT + width(`附件：${numbered}`),
    firstLine: -width(label + numbered),
    ...(!last && { above: 1 }),
  };
  blocks.splice(last ? blocks.indexOf(last) + 1 : placeOfNote(blocks), 0, block);
}

/** Above the signature; where nothing is signed, at the end of the text. */
function placeOfNote(blocks: readonly Block[]): number {
  const at = blocks.findIndex(
    (block) =>
      block.kind === 'table' || block.opensPage || ['signature', 'date', 'note', 'annex'].includes(block.style),
  );
  return at < 0 ? blocks.length : at;
}
