/** Web pages, saved or copied, and HTML that Word wrote: the article and what it holds. */
import { DOCUMENT_NUMBER } from '../../model/head.ts';
import { decodeDeclared } from '../../syntax/encoding.ts';
import type { Block, Draft, ImportRemark, Paragraph } from '../draft.ts';
import { BOUNDS, type Refused, type Source } from '../import.ts';
import { TOO_DEEP } from '../refusals.ts';
import { type Article, articleOf, outside } from './article.ts';
import { gather } from './blocks.ts';
import { attribute, type Element, elementsIn, isDeeper, isElement, type Parent, shownText } from './dom.ts';

const OPENS = /^\s*<(?:!doctype\s+html|html|head|body|meta|title|table|div|style|!--\[if)\b/i;
const CLIPBOARD = /^Version:\s*\d[\d.]*\s+StartHTML:/i;

export const html: Source = {
  extensions: ['html', 'htm', 'xhtml', 'shtml', 'jhtml'],
  recognises(bytes) {
    const start = latin(bytes, 4096).replaceAll('\0', '');
    return OPENS.test(withoutProlog(start)) || CLIPBOARD.test(start);
  },
  async read(bytes) {
    const copied = fragmentBytes(bytes);
    const text = decodeDeclared(copied ?? bytes, copied ? 'utf-8' : declaredIn(latin(bytes, 8192)));
    if (text === undefined) return NO_TEXT;
    return readHtml(fragment(text));
  },
};

const NO_TEXT: Refused = {
  refused: {
    zh: '网页的编码认不出来。请在浏览器里打开，另存为“网页，全部”，或者复制正文粘贴到通知里。',
    en: 'The encoding of the page is not known. Open it in a browser and save it again, or copy its text into a notice.',
  },
};

/** Without byte order mark, XML declaration and comments. */
function withoutProlog(start: string): string {
  let at = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/.exec(start)![0].length;
  for (;;) {
    const closing = start.startsWith('<?xml', at)
      ? '?>'
      : start.startsWith('<!--', at) && start[at + 4] !== '['
        ? '-->'
        : '';
    const end = closing && start.indexOf(closing, at);
    if (!closing || end === -1) return start.slice(at);
    at = Number(end) + closing.length;
    at += /^\s*/.exec(start.slice(at))![0].length;
  }
}

function latin(bytes: Uint8Array, most: number): string {
  let text = '';
  for (let at = 0; at < Math.min(bytes.length, most); at += 1024)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 1024, most, bytes.length)));
  return text;
}

/** <meta charset="gbk">, <meta http-equiv="Content-Type" content="text/html; charset=gb2312">, <?xml encoding="gbk"?> */
export function declaredIn(start: string): string | undefined {
  return /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})/i.exec(start)?.[1];
}

/** What was copied, where the clipboard says so in bytes. */
function fragmentBytes(bytes: Uint8Array): Uint8Array | undefined {
  const head = latin(bytes, 400);
  if (!CLIPBOARD.test(head)) return undefined;
  const [from, to] = ['StartFragment', 'EndFragment'].map((name) =>
    Number(new RegExp(`${name}:\\s*(\\d{1,12})`, 'i').exec(head)?.[1] ?? Number.NaN),
  );
  return from! >= 0 && to! > from!
    ? bytes.subarray(from, to)
    : bytes.subarray(head.indexOf('<') < 0 ? 0 : head.indexOf('<'));
}

function fragment(text: string): string {
  const start = text.indexOf('<!--StartFragment-->');
  const end = text.lastIndexOf('<!--EndFragment-->');
  return start >= 0 && end > start ? text.slice(start + 20, end) : text;
}

/** @param source the text of a page, or a piece of one */
export async function readHtml(source: string): Promise<Draft | Refused> {
  const { parse } = await import('parse5');
  const document = parse(source);
  if (isDeeper(document, BOUNDS.depth * 4)) return TOO_DEEP;
  const [body] = [...elementsIn(document)].filter(({ tagName }) => tagName === 'body' || tagName === 'frameset');
  if (!body) return { blocks: [], remarks: [] };
  const article = articleOf(body);
  const remarks: ImportRemark[] = [];
  const { blocks, hidden, deleted, images } = gather(article.root, (element) => article.furniture.has(element));
  const head = article.isPage ? headOf(document, article, blocks) : [];
  if (article.isPage) remarks.push(...leftOut(body, article));
  for (const paragraph of head)
    remarks.push({
      kind: 'changed',
      words: {
        zh: '标题或发文字号在网页正文之外，已移到正文前面',
        en: 'The title or the document number stood outside the article and was put before it',
      },
      quote: paragraph.text,
    });
  remarks.push(
    ...counted('dropped', hidden, {
      zh: '网页上不显示的文字没有导入',
      en: 'Text that the page does not show was left out',
    }),
  );
  remarks.push(
    ...counted('dropped', deleted, { zh: '修订中删除的文字没有导入', en: 'Text that a revision deleted was left out' }),
  );
  if (images)
    remarks.push({
      kind: 'dropped',
      words: {
        zh: '图片没有导入；图片里如有文字，请自行补上',
        en: 'Pictures were left out; text in them must be typed',
      },
      count: images,
    });
  return { blocks: [...head, ...blocks], remarks };
}

function counted(kind: ImportRemark['kind'], texts: readonly string[], words: ImportRemark['words']): ImportRemark[] {
  return texts.length ? [{ kind, words, quote: texts[0]!.slice(0, 60), count: texts.length }] : [];
}

/** What a page has around its article. */
function leftOut(body: Parent, article: Article): ImportRemark[] {
  const root = article.root;
  const around = root === body ? [] : gather(body, (element) => element === root).blocks;
  const inside = [...article.furniture].flatMap((element) => shownText(element).trim() || []);
  const texts = [
    ...around.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap((row) => row.map(({ cell }) => cell.text)) : block.text,
    ),
    ...inside,
  ].filter((text) => text.trim());
  return counted('dropped', texts, {
    zh: '网页的导航、按钮、页眉页脚等不属于通知，没有导入',
    en: 'Navigation, buttons, head and foot of the page are no part of the notice and were left out',
  });
}

const TITLE = /关于.{2,}|(?:通知|意见|方案|要点|清单|分工|分解表?|一览表|函|通报|决定)(?:[（(][^（）()]{1,12}[）)])?$/;

/** Title and document number where the page prints them outside the article. */
function headOf(document: Parent, article: Article, blocks: readonly Block[]): Paragraph[] {
  const first = blocks.slice(0, 20).map((block) => (block.kind === 'paragraph' ? dense(block.text) : ''));
  const within = first.join('');
  const head: Paragraph[] = [];
  const title = titleOf(document, article);
  if (title && !within.includes(dense(title))) head.push(paragraph(title, 1));
  if (!DOCUMENT_NUMBER.test(within)) {
    const number = numberOutside(article);
    if (number) head.push(paragraph(number));
  }
  return head;
}

function paragraph(text: string, heading?: number): Paragraph {
  return {
    kind: 'paragraph',
    text,
    ...(heading && { heading }),
    align: 'center',
    whole: true,
    place: { zh: '网页标题', en: 'title of the page' },
  };
}

function dense(text: string): string {
  return text.replace(/[\s\u3000\u00a0]/g, '');
}

/** A heading before the article, what the page's own data say, or the name of its window. */
function titleOf(document: Parent, article: Article): string | undefined {
  for (const node of outside(article)) {
    if (!isElement(node)) continue;
    const elements = [node, ...elementsIn(node)];
    const heading = elements.find(
      (each) =>
        /^h[1-4]$/.test(each.tagName) ||
        /title|biaoti/i.test(`${attribute(each, 'class') ?? ''} ${attribute(each, 'id') ?? ''}`),
    );
    const text = heading && line(heading);
    if (text && text.length <= 120 && TITLE.test(text)) return text;
  }
  let window: string | undefined;
  for (const element of elementsIn(document)) {
    const name = element.tagName === 'meta' ? (attribute(element, 'name') ?? attribute(element, 'property') ?? '') : '';
    const content = name && attribute(element, 'content')?.trim();
    if (content && /^(?:articletitle|og:title|dc\.title)$/i.test(name) && TITLE.test(content)) return content;
    if (element.tagName === 'title' && !window) window = line(element);
    if (element.tagName === 'body') break;
  }
  // The name of the site stands behind the title.
  const own = window?.split(/\s*[-_|—–]+\s*/).find((piece) => /关于.+的/.test(piece));
  return own && own.length <= 120 ? own : undefined;
}

function line(element: Element): string {
  const text = element.childNodes
    .map((node) => ('value' in node ? node.value : isElement(node) ? shownText(node) : ''))
    .join('');
  return text.replace(/\s+/g, ' ').trim();
}

function numberOutside(article: Article): string | undefined {
  for (const node of outside(article)) {
    if (!isElement(node)) continue;
    const match = DOCUMENT_NUMBER.exec(shownText(node).replace(/[\t\r\n]+/g, ' '));
    if (match) return match[0].replace(/^(?:文\s*号|发文字号|文件编号|字号)/, '').replace(/\s/g, '');
  }
  return undefined;
}
