/**
 * The labels of responsibility: an open vocabulary. A label is composed — 牵头 + 区 + 领导, 其他 + 责任 + 单位,
 * 牵头科室（单位） — so it is understood by its parts, and an office adds words of its own in the configuration.
 */
import type { Role } from './roles.ts';

/** Labels of an office's own, beside the composed ones: 包保单位 → lead. */
export type Vocabulary = ReadonlyMap<string, Role>;

export const DEFAULT_VOCABULARY: Vocabulary = new Map();

/** A level or an office that a label may name: 牵头区领导, 分管部领导, 市级责任单位. */
const LEVEL = '(?:省|市|县|区|乡镇|乡|镇|街道|州|盟|旗|部|委|厅|局|府|政府|党组|本级|级|直)';
const UNIT = '(?:单位|部门|科室|处室|股室|司局|机构|部室|主体|企业)';
const PERSON = '(?:领导(?:同志)?|责任人|负责人|负责同志|联系人|市长|县长|区长|省长|镇长|书记|主任)';

const SHAPES: readonly { role: Role; pattern: RegExp }[] = (
  [
    [
      'leader',
      `(?:(?:第一|总|主要|直接|具体|协助|协同|配合|牵头|负责|责任|分管|主管|包保|包联|联系|挂钩|挂联|督办|督导|分工|${LEVEL}))*${PERSON}`,
    ],
    [
      'support',
      `(?:其他|其它|次要|共同|主要|${LEVEL})*(?:协同|协办|协作|协助|配合|参与|参加|参建|支持|会办|成员)(?:责任|落实|承办|实施|推进|${LEVEL})*${UNIT}?`,
    ],
    ['support', `(?:其他|其它|共同)(?:责任|相关|有关|${LEVEL})*${UNIT}`],
    [
      'lead',
      `(?:总|共同|${LEVEL})*(?:牵头|主办|主责|主要责任|主体责任|第一责任|首要责任|汇总|主管|总责任)(?:责任|负责|承办|落实|实施|推进|组织|${LEVEL})*${UNIT}`,
    ],
    ['lead', '(?:牵头|主办)'],
    [
      'unit',
      `(?:具体|直接|任务|${LEVEL})*(?:责任|承办|落实|实施|负责|承担|完成|执行|分工|建设|组织)(?:责任|落实|承办|实施|完成|分工|${LEVEL})*${UNIT}`,
    ],
    ['unit', `(?:${UNIT}|责任|职责|任务|工作)分工`],
    [
      'deadline',
      '(?:计划|预计|要求|拟)?(?:完成|办结|办理|落实|推进|整改|时限|工作|任务|报送|目标)*(?:时限|期限|时间|时间节点|节点|进度)(?:要求|安排)?',
    ],
    ['remark', '(?:备注|备考|说明事项)'],
  ] as const
).map(([role, source]) => ({ role, pattern: new RegExp(`^(?:${source})$`) }));

/** Words that end in 时间 and say when something was published, not when a task is due. */
const NOT_A_LABEL =
  /^(?:时间|工作时间|进度|工作进度|目标进度|组织单位|建设单位|负责人|联系人|主任|书记|.*[市县区省镇]长)$/;

/**
 * The role that a label gives to what follows it.
 *
 * @param label without its colon; blanks and brackets inside are allowed (备　注, 牵头科室（单位）)
 */
export function roleOfLabel(label: string, vocabulary: Vocabulary = DEFAULT_VOCABULARY): Role | undefined {
  const bare = label.replace(/[\s\u3000\u00a0]/g, '');
  const known = vocabulary.get(bare) ?? MEMO.get(bare);
  if (known !== undefined) return known ?? undefined;
  const role = composedRole(bare);
  if (MEMO.size < 1000) MEMO.set(bare, role ?? null);
  return role;
}

/** Labels recur on every task, so each is composed once. Bounded: a text may hold any number of strange ones. */
const MEMO = new Map<string, Role | null>();

function composedRole(bare: string): Role | undefined {
  const main = bare.replace(/[（(][^（）()]*[）)]/g, '');
  if (main.length < 2 || main.length > 14 || NOT_A_LABEL.test(main)) return undefined;
  // 牵头（责任）单位, 牵头单位及责任人, 主办/协办单位: the first word decides.
  const first = main.split(/[、/及和与]/)[0]!;
  const unit = /(?:单位|部门|科室|处室|司局)$/.exec(main)?.[0] ?? '';
  for (const candidate of [main, first, first + unit]) {
    for (const { role, pattern } of SHAPES) if (pattern.test(candidate)) return role;
  }
  return undefined;
}

export interface LabelMatch {
  /** Without colon and brackets. */
  readonly text: string;
  readonly role: Role;
  /** Length in the text, with the colon and blanks that follow. */
  readonly length: number;
}

const BLANKS = '[ \\t\\u3000\\u00a0]*';
const WORD = '[\\u4e00-\\u9fff](?:[ \\t\\u3000\\u00a0]{0,4}[\\u4e00-\\u9fff/、]){1,13}';
const LABEL_AT = new RegExp(
  `${BLANKS}(?:(${WORD}(?:[（(][\\u4e00-\\u9fff、/]{1,8}[）)](?:[\\u4e00-\\u9fff]{1,6})?)?)${BLANKS}[：:]|[【〖\\[［](${WORD})[】〗\\]］]${BLANKS}[：:]?)${BLANKS}`,
  'y',
);

/** Reads a label at an offset of the text. */
export function labelAt(text: string, offset: number, vocabulary: Vocabulary): LabelMatch | undefined {
  LABEL_AT.lastIndex = offset;
  const match = LABEL_AT.exec(text);
  if (!match) return undefined;
  const label = (match[1] ?? match[2])!;
  const role = roleOfLabel(label, vocabulary);
  return role && { text: label, role, length: match[0].length };
}
