/** A web page that looks like the printed one and prints as it: one file, without scripts and without anything from elsewhere. */
import type { FontSet } from '../page/fonts.ts';
import { printable } from '../page/printable.ts';

export interface HtmlPage {
  readonly title: string;
  readonly author?: string | undefined;
  /** Of the document's own elements. */
  readonly styles: string;
  readonly body: string;
}

/** The page is as wide as A4 lying; a telephone shows that whole and lets one draw near. */
const VIEWPORT = 1180;

/** Faces of one weight, which the name of a family would not choose: what stands for 小标宋 must be bold. */
const BOLD = [
  'FZXiaoBiaoSong-B05S',
  'FZXiaoBiaoSong-B05',
  'STZhongsong',
  'FandolSong Bold',
  'FandolSong-Bold',
  'Source Han Serif SC Bold',
  'SourceHanSerifSC-Bold',
  'Noto Serif CJK SC Bold',
  'NotoSerifCJKsc-Bold',
  'Songti SC Bold',
  'STSongti-SC-Bold',
];

/**
 * Each page is a box of the paper's size with its margins in it, and the paper has none: so no browser puts its own head
 * and foot there, and all break alike. A box that comes out a little too long runs into its margin and moves no other.
 * What is unseen is for those who have the page read to them; a caption taken out of its place would shift the table's rules.
 * The boxes are a trifle lower than the paper, for a rounding would else make an empty page of it.
 */
const STYLES = `
@font-face{font-family:tasknotice-title;src:${BOLD.map((name) => `local("${name}")`).join(',')}}
@page{margin:0}
@page upright{size:210mm 297mm;margin:0}
@page turned{size:297mm 210mm;margin:0}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:none;text-size-adjust:none}
body{margin:0;background:#e9eaec;color:#000;line-break:strict;overflow-wrap:anywhere;text-autospace:no-autospace;text-spacing-trim:space-all;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{display:block;width:max-content;min-width:100%;padding:6mm 0}
.page{position:relative;margin:0 auto 6mm;background:#fff;box-shadow:0 0 2mm rgba(0,0,0,.3);break-after:page;break-inside:avoid}
.page:last-child{margin-bottom:0;break-after:auto}
.upright{page:upright;width:210mm;height:296.8mm}
.turned{page:turned;width:297mm;height:209.8mm}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
caption.unseen{position:static;width:auto;height:0;margin:0;clip-path:none;font-size:0;line-height:0}
@media print{body{background:none}main{width:auto;padding:0}.page{margin:0;box-shadow:none}}
`;

/** A page of boxes that are sheets of paper. */
export function htmlPage({ body, styles, ...page }: HtmlPage): string {
  return htmlDocument({ ...page, styles: STYLES + styles, body: `<main>\n${body}\n</main>` }, VIEWPORT);
}

/** A page that flows, or whatever its styles make of it. */
export function htmlDocument(
  { title, author, styles, body }: HtmlPage,
  viewport: number | 'device-width' = 'device-width',
): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=${viewport}">
<meta name="color-scheme" content="light">
<meta name="generator" content="tasknotice">
${author ? `<meta name="author" content="${escaped(author)}">\n` : ''}<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Text of an element, or of an attribute in double quotes. */
export function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What a reader's machine may have in place of the face that is wanted: a page carries none. */
const INSTEAD: FontSet = {
  title: 'tasknotice-title,SimSun,serif',
  heading: 'SimHei,STHeiti,"PingFang SC",FandolHei,"Source Han Sans SC","Noto Sans CJK SC",sans-serif',
  second: 'KaiTi_GB2312,KaiTi,STKaiti,"Kaiti SC",FandolKai,"Noto Serif CJK SC",serif',
  body: 'FangSong_GB2312,FangSong,STFangsong,"FandolFang R",FandolFang,"Noto Serif CJK SC",serif',
  number: 'SimSun,STSong,"Songti SC",FandolSong,"Noto Serif CJK SC",serif',
};

/** The value of font-family. */
export function family(fonts: FontSet, role: keyof FontSet): string {
  return `"${fonts[role].replace(/[\\"<>\n\r\f]/g, '')}",${INSTEAD[role]}`;
}
