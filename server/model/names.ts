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

/** 等, 等部门, 等相关单位, 等市质量强市工作领导小组成员单位 — after a name, not inside 高等学校. */
const ETC = /等(?:(?:[\u4e00-\u9fff“”]{0,24})(?:单位|部门|机构|成员|企业|科室|地区|乡镇|镇街|街道)|人|同志)?$/;
const BEFORE_ETC =
  /(?:[局委办部厅院所站处队会联协社署馆台组司团行校企园区镇乡县市省村院]|中心|公司|集团|政府|机关|单位|部门|[）)”])$/;
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
  for (const piece of splitOutside(value, '、，,；;。\t/／')) {
    for (const part of splitAtBlanks(piece, role)) {
      const name = readName(part.text, part.start, role, offset);
      if (!name) continue;
      if (names.length) separators.push(part === piece || part.separator ? lastSeparator(value, part.start) : ' ');
      names.push(name);
    }
  }
  return { names, separators };
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
      ? words.every((word) => word[0].length >= 2 && word[0].length <= 4)
      : words.slice(0, -1).every((word) => UNIT_END.test(word[0]) && word[0].length >= 3);
  if (!apart || /[（(“]/.test(piece.text)) return [piece];
  return words.map((word, i) => ({
    text: word[0],
    start: piece.start + word.index,
    separator: i === words.length - 1 ? piece.separator : ' ',
  }));
}

function readName(text: string, start: number, role: Role, offset: (at: number) => number): Name | undefined {
  const lead = /^(?:[\s\u3000\u00a0]|由(?=[\u4e00-\u9fff]{2}))*/.exec(text)![0].length;
  let printed = text.slice(lead).trimEnd();
  let etc: string | undefined;
  const tail = ETC.exec(printed);
  if (tail && tail.index > 1 && BEFORE_ETC.test(printed.slice(0, tail.index).trimEnd())) {
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
