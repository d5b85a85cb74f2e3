/** Lists of names: split as printed, with what else the print says of each name. */
import { type Piece, splitOutside } from '../syntax/brackets.ts';
import { isOpenGroup } from './groups.ts';
import type { Name, Role } from './notice.ts';

export interface NameList {
  readonly names: readonly Name[];
  readonly separators: readonly string[];
}

/** No name is longer; brackets in what is are not looked into. */
const LONGEST = 300;

const BLANKS = /[\s\u3000\u00a0]+/g;
const HAN_BLANK = /(?<=[\u4e00-\u9fff])[\s\u3000\u00a0]+(?=[\u4e00-\u9fff])/g;

/** 等, 等部门, 等2个镇, 等相关单位, 等市质量强市工作领导小组成员单位 — after a name, not inside 高等学校. */
const ETC =
  /等(?:(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:家|个?(?:[镇乡村县市区]|社区|园区|县区|县市区|区县))|(?:\d{1,3}|[一二两三四五六七八九十]{1,3})?个?(?:(?:[\u4e00-\u9fff“”]{0,24})(?:单位|部门|机构|成员|企业|科室|地区|乡镇|镇街|街道)|人|同志)?)$/;
const BEFORE_ETC =
  /(?:[局委办部厅院所站处队会联协社署馆台组司团行校企园区镇乡县市省村院]|中心|公司|集团|政府|机关|单位|部门|[）)”])$/;
/** Nobody's name ends in 等: what it closes is a name whatever that ends in. 高等, 同等 are words of their own. */
const SHORT_ETC =
  /^等(?:(?:\d{1,3}|[一二两三四五六七八九十]{1,3})个(?:[镇乡村]|乡镇|镇街|街道)|(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})个?)?(?:有关|相关|成员|责任)?(?:单位|部门|机构|企业|科室)?)$/;
const DEGREE = /[高中初同平优均特]$/;
const SECOND = /[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]$/;
const ALIAS = /^(?:以下|下同|下文)?(?:统称|简称|均简称)(?:为)?[：:]?[“"‘]?([^”"’，,；;]+?)[”"’]?(?:[，,；;、].*)?$/;
const ANNEX = /见附(?:件|表)|名单附后/;
const UNIT_END = /(?:[司局委办部厅院所站处会社署馆台组团行校企园区镇乡县市省]|中心|公司|集团|政府|[）)])$/;

/**
 * Splits a list of names at 、 ， ； outside brackets, and takes a closing 等 off.
 *
 * @param offset maps an offset in `value` to one in the part
 */
export function readNames(value: string, role: Role, offset: (at: number) => number): NameList {
  const names: Name[] = [];
  const separators: string[] = [];
  if (role === 'deadline' || role === 'remark') return { names, separators };
  for (const piece of pieces(value, role)) {
    for (const part of splitAtBlanks(piece, role)) {
      const name = readName(part.text, part.start, role, offset);
      if (!name) continue;
      if (names.length) separators.push(part === piece || part.separator ? lastSeparator(value, part.start) : ' ');
      names.push(name);
    }
  }
  return { names, separators };
}

/** 财政部等部门及地方各级人民政府 and 县教育局及相关部门 are two names; 县委常委、副县长李某 is one. */
const AND =
  /(?:等(?:有关|相关)?(?:部门|单位))(?:和|及|以及|与)(?=[\u4e00-\u9fff])|(?:以及|及|和|与)(?=(?:相关|有关|各|其他)[\u4e00-\u9fff]*(?:部门|单位|机构|乡镇|街道|企业|政府|[乡镇县区市]|园区))|(?<=[局委办部厅院])(?:以及|及|和|与)(?=[省市县区州盟旗][\u4e00-\u9fff]{2,}[局委办部厅院])/;
const TITLE =
  /^(?:[\u4e00-\u9fff]{0,8}(?:常委|副?县长|副?市长|副?区长|副?镇长|副?乡长|副?省长|副?州长|副?主任|副?书记|副?主席|党组成员|委员))$/;

function pieces(value: string, role: Role): Piece[] {
  const split = splitOutside(value, '、，,；;。\t/／');
  if (role === 'leader') {
    const merged: Piece[] = [];
    for (const piece of split) {
      const before = merged.at(-1);
      if (before?.separator === '、' && TITLE.test(before.text.trim()) && piece.text.trim()) {
        const text = value.slice(before.start, piece.start + piece.text.length);
        merged[merged.length - 1] = { text, start: before.start, separator: piece.separator };
      } else merged.push(piece);
    }
    return merged;
  }
  return split.flatMap((piece) => splitAnd(withoutGroupLabel(piece)));
}

/** 县直：县林业局 — the list says which kind of units follow. */
function withoutGroupLabel(piece: Piece): Piece {
  const label = /^[\s\u3000]*(?:[\u4e00-\u9fff]{2,8}[：:]|[（(][\u4e00-\u9fff]{1,3}级[）)])/.exec(piece.text)?.[0];
  if (!label) return piece;
  return { ...piece, text: piece.text.slice(label.length), start: piece.start + label.length };
}

function splitAnd(piece: Piece): Piece[] {
  const split: Piece[] = [];
  let rest = piece;
  if (piece.text.length > LONGEST) return [piece];
  for (let and = AND.exec(rest.text); and && and.index >= 2; and = AND.exec(rest.text)) {
    const etc = /^等(?:有关|相关)?(?:部门|单位)/.exec(and[0])?.[0].length ?? 0;
    const end = and.index + and[0].length;
    split.push({ text: rest.text.slice(0, and.index + etc), start: rest.start, separator: and[0].slice(etc) });
    rest = { ...rest, text: rest.text.slice(end), start: rest.start + end };
  }
  return [...split, rest];
}

function lastSeparator(value: string, at: number): string {
  for (let i = at - 1; i >= 0; i--) if (/[、，,；;。/／]/.test(value[i]!)) return value[i]!;
  return ' ';
}

/** 张三 李四 are two leaders, 杨  燕 is one padded; 县发改委 县财政局 are two units, 县 财政局 is one. */
function splitAtBlanks(piece: Piece, role: Role): Piece[] {
  if (!/[^\s\u3000\u00a0][\s\u3000\u00a0]+[^\s\u3000\u00a0]/.test(piece.text)) return [piece];
  const words = [...piece.text.matchAll(/[^\s\u3000\u00a0]+/g)];
  const apart =
    role === 'leader'
      ? persons(words.map((word) => word[0]))
      : words.slice(0, -1).every((word) => UNIT_END.test(word[0]) && word[0].length >= 3);
  if (!apart || /[（(“]/.test(piece.text)) return [piece];
  return words.map((word, i) => ({
    text: word[0],
    start: piece.start + word.index,
    separator: i === words.length - 1 ? piece.separator : ' ',
  }));
}

/** 张三 李四 are two; 副县长 李四 is one, 杨  燕 too. */
function persons(words: readonly string[]): boolean {
  return words.every((word) => word.length >= 2 && word.length <= 4) && !TITLE.test(words[0]!);
}

function readName(text: string, start: number, role: Role, offset: (at: number) => number): Name | undefined {
  const lead = /^(?:[\s\u3000\u00a0]|—|由(?=[\u4e00-\u9fff]{2}))*/.exec(text)![0].length;
  let printed = text.slice(lead).trimEnd();
  // A telephone number is no part of a name.
  if (role === 'leader') printed = printed.replace(/[\s\u3000]*\d[\d-]{6,14}$/, '');
  let etc: string | undefined;
  const tail = ETC.exec(printed);
  if (tail && tail.index > 1 && closesList(printed.slice(0, tail.index).trimEnd(), tail[0])) {
    etc = tail[0];
    printed = printed.slice(0, tail.index).trimEnd();
  } else if (role === 'leader' && /等$/.test(printed) && printed.length > 2) {
    etc = '等';
    printed = printed.slice(0, -1);
  }
  if (!printed || /^等/.test(printed)) return undefined;
  const from = offset(start + lead);
  const range = { start: from, end: offset(start + lead + printed.length - 1) + 1 };
  const clean = role === 'leader' ? printed.replace(BLANKS, '') : printed.replace(HAN_BLANK, '');
  const bracket = clean.length <= LONGEST ? SECOND.exec(clean) : null;
  const inside = bracket?.[1] ?? '';
  const base = bracket && bracket.index > 0 ? clean.slice(0, bracket.index) : clean;
  const alias = ALIAS.exec(inside)?.[1];
  const annex = ANNEX.test(inside);
  const second = inside && !alias && !annex ? splitOutside(inside, '、，,').map((piece) => piece.text.trim()) : [];
  return {
    text: clean,
    range,
    base,
    second,
    ...(alias && { alias }),
    annex,
    group: role !== 'leader' && isOpenGroup(base),
    ...(etc && { etc }),
  };
}

function closesList(name: string, etc: string): boolean {
  return BEFORE_ETC.test(name) || (SHORT_ETC.test(etc) && !DEGREE.test(name));
}
