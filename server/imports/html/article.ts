/**
 * The article of a web page, by its structure: going down from the body, the part in which most of the text with marks of
 * sentences stands. A page without links and navigation (saved by Word, copied, exported) is an article throughout.
 */
import {
  attribute,
  type Element,
  elementsIn,
  isElement,
  isHidden,
  isSilent,
  type Node,
  type Parent,
  textOf,
} from './dom.ts';

interface Weight {
  /** Characters that are no blanks, and those of them that are links. */
  text: number;
  links: number;
  /** Marks of sentences outside links. */
  marks: number;
}

export interface Article {
  readonly root: Parent;
  /** The elements from the body down to it. */
  readonly path: readonly Parent[];
  /** It is a web page, and what stands outside the article is none of it. */
  readonly isPage: boolean;
  /** Parts inside the article that are the page's. */
  readonly furniture: ReadonlySet<Element>;
}

const NAVIGATION = /^(?:nav|aside|footer)$/;
const ROLES = /^(?:navigation|contentinfo|banner|search|complementary|menu|menubar|toolbar)$/;
/** What pages call such parts; by itself it proves nothing. */
const NAMES =
  /(?:^|[^a-z])(?:nav(?:bar|igation)?|menu|bread-?crumbs?|crumbs?|share|bdshare\w*|foot(?:er)?|head(?:er)?|side(?:bar)?|copy(?:right)?|tool(?:s|bar)?|related|recommend|pager?|pagination|prev|next|qr-?code|erweima|print|fontsize|weizhi|position)(?:[^a-z]|$)/i;

/** So much of a part's weight stands in one of its children: then it is there. */
const MOST = 0.7;
/** A neighbour of so much text is a part of the article. */
const SOME = 0.06;

export function articleOf(body: Parent): Article {
  const weights = new Map<Parent, Weight>();
  let links = 0;
  let navigation = false;
  const weigh = (parent: Parent, inLink: boolean): Weight => {
    const weight: Weight = { text: 0, links: 0, marks: 0 };
    for (const child of parent.childNodes) {
      const text = textOf(child);
      if (text !== undefined) {
        const length = text.replace(/\s+/g, '').length;
        weight.text += length;
        if (inLink) weight.links += length;
        else weight.marks += text.match(/[。；，、：]/g)?.length ?? 0;
      } else if (isElement(child) && !isSilent(child) && !isHidden(child)) {
        const link = child.tagName === 'a' && attribute(child, 'href') !== undefined;
        if (link) links++;
        if (isNavigation(child)) navigation = true;
        const own = weigh(child, inLink || link);
        weight.text += own.text;
        weight.links += own.links;
        weight.marks += own.marks;
      }
    }
    weights.set(parent, weight);
    return weight;
  };
  const all = weigh(body, false);
  const isPage = navigation || links > 8 || all.links * 12 > all.text;
  if (!isPage) return { root: body, path: [body], isPage, furniture: new Set() };
  const heft = (parent: Parent): number => {
    const { text, links: linked, marks } = weights.get(parent) ?? { text: 0, links: 0, marks: 0 };
    return text - linked + marks * 8;
  };
  const path: Parent[] = [body];
  for (let at = body; ; ) {
    const inside = at.childNodes.filter(
      (child): child is Element => isElement(child) && weights.has(child) && !isNavigation(child),
    );
    const best = inside.reduce<Element | undefined>(
      (most, child) => (most && heft(most) >= heft(child) ? most : child),
      undefined,
    );
    if (
      !best ||
      heft(best) < heft(at) * MOST ||
      /^(?:p|ul|ol|span|font|strong|b|a|h[1-6]|pre|blockquote)$/.test(best.tagName)
    )
      break;
    if (best.tagName === 'table' && !hasTable(best) && rowsIn(best) > 2) break;
    const apart = inside.some(
      (child) =>
        child !== best &&
        heft(child) > heft(at) * SOME &&
        !isLinked(weights.get(child)!) &&
        weights.get(child)!.marks > 2,
    );
    if (apart) break;
    at = best;
    path.push(at);
  }
  const root = path.at(-1)!;
  const furniture = new Set<Element>();
  for (const element of elementsIn(root)) {
    const weight = weights.get(element);
    if (!weight || element.tagName === 'a') continue;
    const few = weight.text * 3 < (weights.get(root)?.text ?? 0);
    if (!few) continue;
    const named = NAMES.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`);
    if (
      isNavigation(element) ||
      (isLinked(weight) && linksIn(element) > 2 && !offersFiles(element)) ||
      (named && weight.marks < 2 && (isLinked(weight) || weight.text < 60))
    )
      furniture.add(element);
  }
  return { root, path, isPage, furniture };
}

function isNavigation(element: Element): boolean {
  return NAVIGATION.test(element.tagName) || ROLES.test(attribute(element, 'role') ?? '');
}

function isLinked({ text, links }: Weight): boolean {
  return links * 2 > text;
}

function linksIn(element: Element): number {
  let count = 0;
  for (const each of elementsIn(element)) if (each.tagName === 'a') count++;
  return count;
}

/** Annexes to be downloaded are the notice's own. */
function offersFiles(element: Element): boolean {
  for (const each of elementsIn(element))
    if (
      each.tagName === 'a' &&
      /\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar)(?:$|[?#])/i.test(attribute(each, 'href') ?? '')
    )
      return true;
  return false;
}

function hasTable(element: Element): boolean {
  for (const each of elementsIn(element)) if (each.tagName === 'table') return true;
  return false;
}

function rowsIn(element: Element): number {
  let count = 0;
  for (const each of elementsIn(element)) if (each.tagName === 'tr') count++;
  return count;
}

/** What stands in a page before its article, nearest first: where its title and its document number may be. */
export function* outside({ path }: Article): Generator<Node> {
  for (let at = path.length - 2; at >= 0; at--) {
    const children = path[at]!.childNodes;
    const end = children.indexOf(path[at + 1] as Node);
    for (let index = end - 1; index >= 0; index--) yield children[index]!;
  }
}
