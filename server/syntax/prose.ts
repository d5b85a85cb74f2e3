/**
 * Responsibility said as prose: 甲局牵头，乙局、丙局按职责分工负责. Each clause is a list of names that a verb closes;
 * the names before it, back to the last verb, are those it speaks of.
 */
import { splitOutside } from './brackets.ts';
import { deadlineIn } from './deadlines.ts';
import type { Role } from './roles.ts';

/** by-duty: 按职责分工负责 — beside a lead they support it, otherwise they are the responsible units. */
export type Verb = 'lead' | 'support' | 'by-duty' | 'unit';

export interface Clause {
  readonly role: Role | 'by-duty';
  /** Offsets in the prose: the names that the verb speaks of, without it. Empty where it names none. */
  readonly start: number;
  readonly end: number;
  /** 总牵头: holds for the tasks below as well. */
  readonly overall: boolean;
}

const ADVERB = '(?:共同|联合|分别|具体|统一|积极|主动|协同|密切|全力|做好|抓好|各自|同步|依法|综合)*';
const TAIL =
  '(?:负责|落实|组织|实施|抓总|推进|办理|承办|协调|工作|完成|相关工作|有关工作|推动|做好|执行|抓好|组织实施)*';
const VERBS: readonly { verb: Verb; pattern: RegExp }[] = (
  [
    [
      'by-duty',
      `(?:${ADVERB}(?:按照|按|依照|依据|根据)(?:各自|本|有关|相关)?(?:的)?(?:工作)?(?:职责|职能|职责任务|任务|职权)(?:和|及|、)?(?:任务)?(?:分工)?(?:各自|分别|共同|抓好|做好)*${TAIL}|(?:按照|按|依)(?:各自)?(?:职责|职能)(?:分工)?(?:做好|抓好)?(?:配合|协助|落实)?(?:工作)?|(?:分工|分头)(?:协作|负责|落实|实施|推进)+|各负其责)`,
    ],
    [
      'lead',
      `${ADVERB}(?:总牵头|牵头|主办|主责|主管|抓总|总负责|总协调|为主|(?:为|作为)(?:牵头|主办|主责)(?:单位|部门))${TAIL}`,
    ],
    [
      'support',
      `${ADVERB}(?:配合|协助|协办|协管|参与|参加|协同|支持|会办|协作|联动|(?:为|作为)(?:配合|协办|协同)(?:单位|部门))${TAIL}`,
    ],
    ['unit', `${ADVERB}(?:负责|负总责|落实|承办|组织实施|实施|组织|执行|承担)${TAIL}`],
  ] as const
).map(([verb, source]) => ({ verb, pattern: new RegExp(`(?:${source})$`) }));

/** 市发改委会同市财政局负责: who stands before leads, who stands after supports. */
const TOGETHER = /会同(?=[\u4e00-\u9fff])/;
const LEADING =
  /^(?:\s|[—–-]+|(?:本|该|此|以上|上述)(?:项)?(?:任务|工作|事项|项目|措施)?(?:均|统一|具体)?由|由|以及|并由|其中|请|和|与)+/;

/** A verb that ends a piece of prose, with the length of the verb. */
function verbAtEnd(piece: string): { verb: Verb; length: number; overall: boolean } | undefined {
  if (!/[责实织施总进理办调作成动好行头主合助与加同持担协管位门]$/.test(piece)) return undefined;
  for (const { verb, pattern } of VERBS) {
    const match = pattern.exec(piece);
    if (match) return { verb, length: match[0].length, overall: match[0].includes('总牵头') };
  }
  return undefined;
}

/**
 * Reads prose of responsibility.
 *
 * @returns the clauses in order; empty where no verb of responsibility ends any of them
 */
export function readProse(prose: string): Clause[] {
  const clauses: Clause[] = [];
  let pending: { start: number; end: number } | undefined;
  let verbs = 0;
  for (const piece of splitOutside(prose, '、，,；;。')) {
    const trimmed = piece.text.trimEnd();
    let start = piece.start + (LEADING.exec(trimmed)?.[0].length ?? 0);
    if (!trimmed.trim()) continue;
    if (deadlineIn(trimmed.trim()) && !pending) {
      clauses.push({ role: 'deadline', start, end: piece.start + trimmed.length, overall: false });
      continue;
    }
    const verb = verbAtEnd(trimmed);
    if (!verb) {
      pending = { start: pending?.start ?? start, end: piece.start + trimmed.length };
      continue;
    }
    verbs++;
    const end = piece.start + trimmed.length - verb.length;
    if (pending) start = pending.start;
    pending = undefined;
    const together = TOGETHER.exec(prose.slice(start, end));
    if (together && verb.verb !== 'support') {
      if (together.index > 0) clauses.push({ role: 'lead', start, end: start + together.index, overall: false });
      clauses.push({ role: 'support', start: start + together.index + together[0].length, end, overall: false });
    } else if (end > start) {
      clauses.push({ role: verb.verb, start, end, overall: verb.overall });
    } else {
      clauses.push({ role: verb.verb, start: end, end, overall: verb.overall });
    }
  }
  if (!verbs) return [];
  // Names that no verb closes stand beside the last clause: 甲局牵头，乙局、丙局.
  if (pending) clauses.push({ role: 'by-duty', start: pending.start, end: pending.end, overall: false });
  return clauses;
}

/** Words that names of units end in. */
const UNIT_END =
  /(?:[局委办部厅院所站处科室股司署厂矿队会社馆台组团园校行庭中心库场系段联镇乡区县市省村协州盟旗]|海关|公司|集团|政府|机关|机构|单位|部门|街道|学校|大学|企业|专班|主任|书记|同志|工会|支部|党组|党委)$/;

const ETC = /等(?:\d{1,3}|[一二三四五六七八九十]{1,3})?个?[^等]{0,16}$/;
/** Names of places' own: 县一中, 各市、县（市、区）, 省电信. */
const OF_A_PLACE = /^(?:[省市县区州盟旗镇乡]|各)[\u4e00-\u9fff]{2,}|^各[市县区乡镇]$|^[县市区州]（/;
/** 各镇街 */
const ALL_PLACES = /^各(?:[乡镇街县市区]|街道){2,4}$/;
/** 主管部门, 企业: whoever it is; in a describing bracket they answer for nothing. */
const NO_ONE = /^(?:主管|监管|行业|相关|有关|行业主管)?(?:部门|单位|企业|政府|机关|社会|群众|市场)$/;

function bareName(piece: string): string {
  return piece
    .replace(/[（(][^（）()]*[）)]|〔[^〔〕]*〕|［[^［］]*］/g, '')
    .trim()
    .replace(ETC, '')
    .replace(LEADING, '');
}

function isName(name: string): boolean {
  return name.length >= 2 && name.length <= 28 && !/[。！？：:]/.test(name);
}

function isUnit(piece: string): boolean {
  const name = bareName(piece);
  return (
    (isName(name) && (UNIT_END.test(name) || OF_A_PLACE.test(name))) ||
    /^[省市县区州盟旗]（[^）]+）$/.test(piece.trim())
  );
}

/** Whether a list stops with the end of a name, as far as its last characters tell: not 县文化旅, cut from 游局. */
export function endsInUnit(text: string): boolean {
  const last = bareName(splitOutside(text, '、，,；;').at(-1)!.text);
  return UNIT_END.test(last) || ALL_PLACES.test(last);
}

/** Whether a text is a list of names of units, with a deadline among them at most. */
export function isNames(text: string): boolean {
  const pieces = splitOutside(text, '、，,；;').map((piece) => piece.text);
  return pieces.some(isUnit) && pieces.every((piece) => isUnit(piece) || deadlineIn(piece.trim()));
}

/** The same of a line that might go on with a list: 请于5月底前报县水利局 ends as a name does, and is a sentence. */
export function isNamesAlone(text: string): boolean {
  return !OTHER_WORDS.test(text) && !/请|\d\s?[月日]/.test(text) && isNames(text);
}

/**
 * Whether a text as a whole is prose of responsibility: each of its clauses names units and a verb closes it.
 * Where it says 牵头 or 按职责分工负责 it is one whatever the names end in (法规司, 县一中, 移动); 负责 or 参与 alone
 * close other sentences as well (政府主导、社会参与; 主管部门负责).
 */
export function isProse(text: string): boolean {
  const clauses = proseClauses(text);
  if (!clauses) return false;
  const names = namesOf(text, clauses);
  if (!names.every((name) => isName(bareName(name)) || isUnit(name))) return false;
  const units = names.filter(isUnit).length;
  if (clauses.some((clause) => clause.role === 'lead') || /按.{0,6}职[责能]/.test(text)) return units > 0;
  if (names.length > 0 && names.every((name) => NO_ONE.test(bareName(name)))) return false;
  return units * 2 > names.length && isUnit(names[0] ?? '局');
}

/**
 * The same for a sentence outside brackets, where sentences of all kinds stand: each name is a unit's, and there is one.
 */
export function isProseSentence(text: string): boolean {
  const clauses = proseClauses(text);
  if (!clauses || text.length > 300) return false;
  const names = namesOf(text, clauses);
  return (
    names.length > 0 &&
    names.every((name) => isUnit(name) && !NO_ONE.test(bareName(name)) && !OTHER_WORDS.test(bareName(name)))
  );
}

/** Words of sentences, in no unit's name. */
const OTHER_WORDS = /[指要会]求|强调|指出|[由对把将该]|牵头|负责|制定|配合|推进|落实|完善|建立/;

/** The clauses of a text that speaks of more than deadlines. */
function proseClauses(text: string): Clause[] | undefined {
  if (text.length < 4 || text.length > 600) return undefined;
  const clauses = readProse(text);
  return clauses.some((clause) => clause.role !== 'deadline') ? clauses : undefined;
}

function namesOf(text: string, clauses: readonly Clause[]): string[] {
  return clauses.flatMap((clause) =>
    clause.role === 'deadline' || clause.start === clause.end
      ? []
      : splitOutside(text.slice(clause.start, clause.end), '、，,；;').map((piece) => piece.text),
  );
}
