/**
 * The labels of responsibility: an open vocabulary. A label is composed — 牵头 + 区 + 领导, 其他 + 责任 + 单位,
 * 牵头科室（单位） — so it is understood by its parts, and an office adds words of its own in the configuration.
 */
import { isNames, isProse } from './prose.ts';
import type { Role } from './roles.ts';

/** Labels of an office's own, beside the composed ones: 包保单位 → lead. */
export type Vocabulary = ReadonlyMap<string, Role>;

export const DEFAULT_VOCABULARY: Vocabulary = new Map();

/** A level or an office that a label may name: 牵头区领导, 分管部领导, 市级责任单位. */
const LEVEL =
  '(?:省|市|县|区|乡镇|乡|镇|街道|州|盟|旗|部|委|厅|局|府|政府|管委会|党组|本级|级|直|院|校|所|处|站|中心|公司|集团|园区)';
const UNIT = '(?:单位|部门|科室|处室|股室|司局|机构|部室|主体|企业)';
const PERSON =
  '(?:领导(?:同志)?|责任人|负责人|负责同志|联系人|(?:常务)?副?(?:市长|县长|区长|省长|镇长|乡长|州长|旗长|校长|院长|局长|处长|书记|主任))';
/** Whom else a field may name, of no role of its own: it is kept as a remark. */
const OTHER = '(?:督办|督查|督导|监督|监管|验收|考核|审核|指导|联络|联系|对接|报送|服务|技术|业务)';

const SHAPES: readonly { role: Role; pattern: RegExp }[] = (
  [
    [
      'leader',
      `(?:(?:第一|总|主要|直接|具体|协助|协同|配合|牵头|负责|责任|分管|主管|包保|包联|联系|挂钩|挂联|督办|督导|分工|项目|工程|工作|${LEVEL}))*${PERSON}`,
    ],
    [
      'support',
      `(?:其他|其它|次要|共同|主要|${LEVEL})*(?:协同|协办|协作|协助|配合|参与|参加|参建|支持|会办)(?:责任|落实|承办|实施|推进|${LEVEL})*${UNIT}?`,
    ],
    ['support', `成员${UNIT}`],
    ['support', `(?:其他|其它|共同)(?:责任|相关|有关|${LEVEL})*${UNIT}`],
    [
      'lead',
      `(?:总|共同|${LEVEL})*(?:牵头|主办|主责|主要责任|主体责任|第一责任|首要责任|汇总|主管|总责任)(?:责任|负责|承办|落实|实施|推进|组织|${LEVEL})*${UNIT}`,
    ],
    ['lead', '(?:牵头|主办|主责)'],
    ['unit', '责任(?:社区|村|镇|乡镇|街道|镇街|县区|园区|学校|医院|企业|公司|网格)?'],
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
    ['remark', `(?:${LEVEL})*${OTHER}(?:责任|落实|${LEVEL})*(?:${UNIT}|${PERSON}|人员|员|领导)`],
  ] as const
).map(([role, source]) => ({ role, pattern: new RegExp(`^(?:${source})$`) }));

/** Words that end in 时间 and say when something was published, not when a task is due. */
const NOT_A_LABEL =
  /^(?:责任人员|指导单位|服务单位|服务机构|技术单位|联系单位|联系部门|业务单位|监管部门|监管单位|时间|工作时间|进度|工作进度|目标进度|组织单位|建设单位|负责人|联系人|主任|书记|.*[市县区省镇]长)$/;

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
/** What may stand before a label at the start of a line or a bracket: a bullet, a dash, Markdown's stars. */
const BULLET = '(?:(?:[·•●○■□◆◇▪▫►▶➢✓★☆]|[-*—–]{1,2})[ \\t\\u3000\\u00a0]*)?';
const WORD = '[\\u4e00-\\u9fff](?:[ \\t\\u3000\\u00a0]{0,4}[\\u4e00-\\u9fff/、]){1,13}';
const NAME = `${WORD}(?:[（(][\\u4e00-\\u9fff、/]{1,8}[）)](?:[\\u4e00-\\u9fff]{1,6})?)?`;
const LABEL_AT = new RegExp(
  `${BLANKS}${BULLET}(?:(${NAME})${BLANKS}(?:[：:]|——|(?=同上))|[【〖\\[［](${WORD})[】〗\\]］]${BLANKS}[：:]?)\\*{0,2}${BLANKS}`,
  'y',
);
/** 责任单位　县教育局: wide blanks do for a colon where names of units follow. */
const LABEL_WITHOUT_COLON = new RegExp(`${BLANKS}${BULLET}([\\u4e00-\\u9fff]{4,8})(?:\\u3000+| {2,}|\\t+)(?=\\S)`, 'y');

/** 责任单位县教育局、县财政局: a label that lost its colon, where nothing but names of units follows. */
const LABEL_WITHOUT_MARK = new RegExp(
  `^${BULLET}([\\u4e00-\\u9fff]{2,8}?(?:单位|部门|科室|处室|股室|司局)) ?(?![和与及或的要须为是在由将均等]|应(?!急))(?=[\\u4e00-\\u9fff])`,
);

/** A label that opens a line without a mark behind it; certain, or there is none. */
function unmarkedLabel(line: string, vocabulary: Vocabulary): LabelMatch | undefined {
  const match = line.length <= 200 ? LABEL_WITHOUT_MARK.exec(line) : null;
  const role = match && roleOfLabel(match[1]!, vocabulary);
  if (!match || !role || role === 'leader' || role === 'deadline' || role === 'remark') return undefined;
  const value = line.slice(match[0].length).replace(/[。；;]$/, '');
  if (!/、/.test(value) && !/^[省市县区州盟旗镇乡][\u4e00-\u9fff]{2,}/.test(value)) return undefined;
  if (roleOfLabel(value.split(/[、，]/)[0]!, vocabulary) || isProse(value) || !isNames(value)) return undefined;
  return { text: match[1]!, role, length: match[0].length };
}

/** Where a field may open inside a line: in a bracket, behind another field or the wide blanks that part them. */
const MAY_OPEN = /(?:[（(〔［【；;\u3000\t]| {2})$/;
/** Up to the mark that would close such a field; brackets of names stand in it. */
const STRETCH = /^(?:[^\s（(〔［【）)〕］】；;。]|[（(][^（()）；;。]{0,40}[）)])+(?=$|[）)〕］】；;。\u3000\t]| {2})/;

/** Reads a label at an offset of the text. */
export function labelAt(text: string, offset: number, vocabulary: Vocabulary): LabelMatch | undefined {
  LABEL_AT.lastIndex = offset;
  const match = LABEL_AT.exec(text);
  const label = match?.[1] ?? match?.[2];
  const role = label && roleOfLabel(label, vocabulary);
  if (match && label && role) return { text: label, role, length: match[0].length };
  LABEL_WITHOUT_COLON.lastIndex = offset;
  const bare = match ? null : LABEL_WITHOUT_COLON.exec(text);
  if (!bare) {
    if (offset === 0) return unmarkedLabel(text.slice(0, 202).replace(/(?:[\u3000\t]| {2})[\s\S]*$/, ''), vocabulary);
    const stretch = MAY_OPEN.test(text.slice(Math.max(0, offset - 2), offset))
      ? STRETCH.exec(text.slice(offset, offset + 200))?.[0]
      : undefined;
    return stretch ? unmarkedLabel(stretch, vocabulary) : undefined;
  }
  const bareRole = roleOfLabel(bare[1]!, vocabulary);
  if (!bareRole || bareRole === 'remark') return undefined;
  const value = /^[^\s；;。]{2,80}/.exec(text.slice(offset + bare[0].length, offset + bare[0].length + 80))?.[0];
  if (!value || roleOfLabel(value, vocabulary) || !isNames(value)) return undefined;
  return { text: bare[1]!, role: bareRole, length: bare[0].length };
}
