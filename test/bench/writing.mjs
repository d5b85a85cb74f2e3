/**
 * Writes the official table in a process of its own, or the same texts by a plain use of a library, and prints what it
 * took as JSON: {ms, peak, bytes}. The table is given as JSON and repeated, for a notice of so many tasks would take more
 * memory than what is measured.
 *
 *   node writing.mjs docx|xlsx|docx-library|xlsx-library ROWS TABLE CORE
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [what, rows, tableFile, coreFile] = process.argv.slice(2);
const table = repeated(JSON.parse(readFileSync(tableFile, 'utf8')), Number(rows));

/** Rows and merges again and again, each with a task of its own; units, leaders and deadlines come again, as they do. */
function repeated(one, count) {
  const column = one.columns.findIndex(({ id }) => id === 'task');
  const own = (text, at) => `${text}${at}`;
  const all = Array.from({ length: count }, (_, at) => {
    const { cells, spans } = one.rows[at % one.rows.length];
    const texts = [...cells];
    texts[0] = String(at + 1);
    texts[column] = own(texts[column], at);
    return { cells: texts, spans };
  });
  const merges = [];
  for (let start = 0; start < count; start += one.rows.length)
    for (const { from, to, ...merge } of one.merges)
      if (start + to < count) merges.push({ ...merge, from: start + from, to: start + to });
  return { ...one, rows: all, merges };
}

const WRITERS = {
  async docx() {
    const { tableDocument } = await import(pathToFileURL(coreFile).href);
    return () => tableDocument(table);
  },
  async xlsx() {
    const { writeTable } = await import(pathToFileURL(coreFile).href);
    return () => writeTable(table);
  },
  async 'docx-library'() {
    const { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = await import('docx');
    const cell = (text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text })] })] });
    return () => {
      const all = table.rows.map(({ cells }) => new TableRow({ children: cells.map(cell), cantSplit: true }));
      return Packer.pack(new Document({ sections: [{ children: [new Table({ rows: all })] }] }), 'uint8array');
    };
  },
  async 'xlsx-library'() {
    const { writeXlsx } = await import('hucre/xlsx');
    const line = { style: 'thin' };
    const border = { top: line, bottom: line, left: line, right: line };
    const style = { font: { name: '仿宋', size: 10.5 }, alignment: { wrapText: true }, border };
    return () => {
      const cells = new Map();
      table.rows.forEach((row, r) => {
        row.cells.forEach((value, c) => {
          cells.set(`${r},${c}`, { value, style });
        });
      });
      return writeXlsx({ sheets: [{ name: 'a', rows: [], cells }] });
    };
  },
};

const write = await WRITERS[what]();
const start = performance.now();
const bytes = await write();
const ms = performance.now() - start;
process.stdout.write(JSON.stringify({ ms, peak: process.resourceUsage().maxRSS * 1024, bytes: bytes.length }));
