/** A printed name taken apart, and the form in which names are compared. */

const BLANKS = /[\s\u3000\u00a0\ufeff\u200b]+/g;
const QUOTES = /["'“”‘’「」『』]/g;
const OPENING = '（(〔[［';
const CLOSING = '）)〕]］';
/** What a bracket says of the name without being a second name of it. */
const NO_NAME = /^(?:以下|下同|下文|简称|统称|名单|设在|含|除|不含|包括|见附|详见|牵头|排名)/;
const ALIAS = /^(?:以下|下同|下文)?[,、]?(?:统称|均?简称)为?[:：]?(.+?)(?:[、，,；;。].*)?$/;

/**
 * The form in which two names are the same name: without blanks and quotation marks, full and half width alike.
 * 市财政局（国资委） and 市财政局 (国资委) have one key.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(BLANKS, '')
    .replace(QUOTES, '')
    .replace(/[〔[]/g, '(')
    .replace(/[〕\]]/g, ')');
}

/** A name without padding: 杨  燕 → 杨燕. */
export function unpadded(name: string): string {
  return name.replace(BLANKS, '');
}

export interface PrintedName {
  /** As printed, without blanks. */
  readonly text: string;
  /** Before its brackets: 市财政局; of X（以下简称Y）成员单位, X成员单位. */
  readonly base: string;
  /** Second names and inner offices in its last bracket: 国资委. */
  readonly second: readonly string[];
  /** Y of X（以下简称Y）. */
  readonly alias?: string;
  /** The name that the alias stands for: X, also where more follows the bracket. */
  readonly aliased?: string;
  /** （见附件） */
  readonly annex: boolean;
}

/**
 * Takes a printed name apart. Brackets of either width, nested ones too: 省发改委（省能源局（筹））. A bracket inside
 * a name belongs to it, 大气（水）污染防治指挥部, unless it says 以下简称 or 见附件.
 */
export function takeApart(name: string): PrintedName {
  const text = unpadded(name);
  let base = '';
  let second: readonly string[] = [];
  let alias: string | undefined;
  let aliased: string | undefined;
  let annex = false;
  let at = 0;
  for (const group of outerBrackets(text)) {
    const inside = text.slice(group.open + 1, group.close);
    const spoken = ALIAS.exec(inside)?.[1];
    const last = group.close >= text.length - 1;
    const before = base + text.slice(at, group.open);
    if (spoken) {
      alias = spoken.replace(QUOTES, '');
      aliased = before;
    } else if (/见附[件表]|附后/.test(inside)) annex = true;
    else if (last && before) {
      if (!NO_NAME.test(inside)) second = splitTop(inside);
    } else continue;
    base = before;
    at = group.close + 1;
  }
  return { text, base: base + text.slice(at), second, ...(alias && { alias }), ...(aliased && { aliased }), annex };
}

/** The outermost brackets in order; an unclosed one is none. */
function outerBrackets(text: string): { open: number; close: number }[] {
  const groups: { open: number; close: number }[] = [];
  const stack: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (OPENING.includes(text[at]!)) stack.push(at);
    else if (CLOSING.includes(text[at]!) && stack.length) {
      const open = stack.pop()!;
      while (groups.length && groups.at(-1)!.open > open) groups.pop();
      groups.push({ open, close: at });
    }
  }
  return groups;
}

/** The members of a list in a bracket, with their own brackets left on. */
function splitTop(inside: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= inside.length; at++) {
    const mark = inside[at] ?? '、';
    if (OPENING.includes(mark)) depth++;
    else if (CLOSING.includes(mark)) depth = Math.max(0, depth - 1);
    else if ((depth === 0 || at === inside.length) && '、，,；;/／'.includes(mark)) {
      if (at > start) names.push(inside.slice(start, at));
      start = at + 1;
    }
  }
  return names;
}

/** A list by its title and a group by its name: 水网建设领导小组成员名单 is that of 水网建设领导小组成员单位. */
export function isListOf(title: string, name: string): boolean {
  const [list, base] = [title, name].map((text) =>
    nameKey(text).replace(/(?:成员)?(?:单位|部门)?(?:名单|一览表|名录)?$/, ''),
  ) as [string, string];
  return list.length > 1 && base.length > 1 && (list.includes(base) || base.includes(list));
}
