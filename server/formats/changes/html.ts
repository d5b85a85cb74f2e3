/** What changed as a page: one file, A4 lying when printed. What went is struck and what came underlined, so that black and white tell them apart. */
import type { Changes } from '../../compare/change.ts';
import { escaped, family, htmlDocument } from '../html/page.ts';
import { DEFAULT_FONTS, type FontSet } from '../page/fonts.ts';
import type { ChangeOptions } from './index.ts';
import { COLUMNS, type Line, otherRows, type Row, taskRows } from './rows.ts';
import { asideWords, summaryOf, titleOf } from './words.ts';

const WIDTHS = ['5%', '11%', '35%', '35%', '14%'];

export function writeHtml(changes: Changes, { title: given, author, fonts, names }: ChangeOptions): string {
  const lines = given === undefined ? titleOf(changes) : [given];
  const title = lines.join('');
  const [tasks, others] = [taskRows(changes), otherRows(changes)];
  const files = names ? `<p class="files">原文：${escaped(names.before)}　新文：${escaped(names.after)}</p>\n` : '';
  const aside = asideWords(changes).map(({ zh }) => `<p class="aside">${escaped(zh)}。</p>\n`);
  const legend = '<p class="legend">图例：<del>删去的文字</del>　<ins>新增的文字</ins></p>\n';
  const body = `<h1>${lines.map(escaped).join('<br>')}</h1>
${files}<p>${escaped(summaryOf(changes).zh)}。</p>
${tasks.length || others.length ? legend : ''}${tasks.length ? table(tasks) : ''}${others.length ? `<h2>章节、文头和其他段落</h2>\n${table(others)}` : ''}${aside.join('')}`;
  return htmlDocument({ title, author, styles: styles({ ...DEFAULT_FONTS, ...fonts }), body });
}

function styles(faces: FontSet): string {
  return `
@page{size:A4 landscape;margin:20mm 18mm 18mm;@bottom-center{content:"— " counter(page) " —";font:12pt ${family(faces, 'number')}}}
*{box-sizing:border-box}
body{margin:0 auto;padding:8mm 6mm;max-width:297mm;color:#000;background:#fff;font:12pt/1.5 ${family(faces, 'body')};line-break:strict;overflow-wrap:anywhere;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1{margin:0 0 4mm;font:18pt/1.5 ${family(faces, 'title')};text-align:center;text-wrap:balance}
h2{margin:7mm 0 2mm;font:14pt/1.4 ${family(faces, 'heading')};break-after:avoid}
p{margin:0 0 2mm}
.files,.aside,.legend{font-size:10.5pt}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{border:.75pt solid #000;padding:1.2mm 1.6mm;vertical-align:top;text-align:left}
th{font-weight:normal;font-family:${family(faces, 'heading')};text-align:center;vertical-align:middle;background:#f0f0f0}
td:first-child{text-align:center}
td p{margin:0}
tr{break-inside:avoid}
thead{display:table-header-group}
b{font-weight:normal;font-family:${family(faces, 'heading')}}
del{color:#b00020;text-decoration:line-through 1pt}
ins{color:#00561b;font-weight:bold;text-decoration:underline 1pt;text-underline-offset:2pt}
.none{color:#666;text-align:center}
@media print{body{padding:0;max-width:none}}
`;
}

function table(rows: readonly Row[]): string {
  // A column that holds nothing is a strip of white.
  const shown = rows.some(({ units }) => units.length) ? 5 : 4;
  const columns = COLUMNS.slice(0, shown);
  const cells = rows.map(({ kinds, before, after, units }, index) =>
    [
      `<td>${index + 1}</td>`,
      `<td>${kinds.map((kind) => `<p>${escaped(kind)}</p>`).join('')}</td>`,
      cell(before),
      cell(after),
      ...(shown === 5 ? [`<td>${escaped(units.join('、'))}</td>`] : []),
    ].join(''),
  );
  const cols = columns.map((_, index) => `<col style="width:${shown === 4 && index > 1 ? '42%' : WIDTHS[index]}">`);
  return `<table>
<colgroup>${cols.join('')}</colgroup>
<thead><tr>${columns.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${cells.map((row) => `<tr>${row}</tr>`).join('\n')}
</tbody>
</table>
`;
}

function cell(lines: readonly Line[]): string {
  if (!lines.length) return '<td class="none">—</td>';
  return `<td>${lines.map((line) => `<p>${line.map(run).join('')}</p>`).join('')}</td>`;
}

function run({ text, mark, label }: Line[number]): string {
  const clean = escaped(text);
  if (!clean) return '';
  if (mark) return mark === 'removed' ? `<del>${clean}</del>` : `<ins>${clean}</ins>`;
  return label ? `<b>${clean}</b>` : clean;
}
