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
      `(?:${ADVERB}(?:按照|按|依照|依据|根据)(?:各自|本|有关|相关)?(?:的)?(?:工作)?(?:职责|职能|职责任务|任务|职权)(?:和|及|、)?(?:任务)?(?:分工)?(?:各自|分别|共同|抓好|做好)*${TAIL}|(?:分工|分头)(?:协作|负责|落实|实施|推进)+|各负其责)`,
    ],
    ['lead', `${ADVERB}(?:总牵头|牵头|主办|主责|抓总|总负责|总协调|为主)${TAIL}`],
    ['support', `${ADVERB}(?:配合|协助|协办|参与|参加|协同|支持|会办|协作|联动)${TAIL}`],
    ['unit', `${ADVERB}(?:负责|落实|承办|组织实施|实施|组织|执行|承担)${TAIL}`],
  ] as const
).map(([verb, source]) => ({ verb, pattern: new RegExp(`(?:${source})$`) }));

/** 市发改委会同市财政局负责: who stands before leads, who stands after supports. */
const TOGETHER = /会同(?=[\u4e00-\u9fff])/;
const LEADING = /^(?:\s|由|以及|并由|其中|请|和|与)+/;

/** A verb that ends a piece of prose, with the length of the verb. */
function verbAtEnd(piece: string): { verb: Verb; length: number; overall: boolean } | undefined {
  if (!/[责实织施总进理办调作成动好行头主合助与加同持担协]$/.test(piece)) return undefined;
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
  /(?:局|委|办|部|厅|院|所|站|处|科|室|股|厂|矿|队|会|社|署|馆|台|组|中心|公司|集团|银行|支行|分行|学校|大学|医院|政府|机关|机构|单位|部门|乡镇|镇街|街道|镇|乡|区|县|市|省|村|园|产业园|开发区|景区|新区|林场|农场|党组|党校|法院|检察院|联|联社|妇联|残联|科协|工商联|团委|团县委|团市委|总工会|工会|指挥部|专班|办公室|管委会|领导小组|企业|同志|主任|书记|各单位)$/;

/** Whether a text is a list of names and nothing else. */
export function isNames(text: string): boolean {
  const pieces = splitOutside(text, '、，,；;').map((piece) => piece.text.replace(/[（(][^（）()]*[）)]/g, '').trim());
  return pieces.every((piece) => {
    const name = piece.replace(/等[^等]{0,16}$/, '').replace(LEADING, '');
    return name.length >= 2 && name.length <= 28 && UNIT_END.test(name) && !/[。！？：]/.test(name);
  });
}

/** Whether a text as a whole is prose of responsibility: each of its clauses names units and a verb closes it. */
export function isProse(text: string): boolean {
  if (text.length < 4 || text.length > 600) return false;
  const clauses = readProse(text);
  if (!clauses.some((clause) => clause.role !== 'deadline')) return false;
  return clauses.every(
    (clause) =>
      clause.role === 'deadline' || clause.start === clause.end || isNames(text.slice(clause.start, clause.end)),
  );
}
