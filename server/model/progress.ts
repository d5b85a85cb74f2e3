/** What units report of a task: how far it is, and in which columns of a ledger (台账) they say so. */

/** What a unit says of one task. All as it was filled in; what it left blank is missing. */
export interface Report {
  /** Whose report it is, as the ledger that went out was made for it or as it signs. */
  readonly unit?: string;
  /** The file that it came in. */
  readonly source?: string;
  /** The row of the sheet, from 1. */
  readonly row?: number;
  /** One of STATES, or the unit's own word. */
  readonly state?: string;
  /** 0 to 100. */
  readonly percent?: number;
  readonly progress?: string;
  readonly problems?: string;
  readonly next?: string;
  readonly by?: string;
  /** ISO 8601 where it is a day, else as typed. */
  readonly date?: string;
  /** Columns of the unit's own, and what fits no column: the header and what stands below it. */
  readonly others?: Readonly<Record<string, string>>;
  /** The task's text as the row has it, where the unit changed it. */
  readonly wording?: string;
}

export type ReportField = 'state' | 'percent' | 'progress' | 'problems' | 'next' | 'by' | 'date';

/** What units choose from. */
export const STATES = ['未启动', '推进中', '滞后', '已完成'] as const;
export type State = (typeof STATES)[number];

export interface ReportColumn {
  readonly field: ReportField;
  /** The header of a ledger that goes out. */
  readonly title: string;
  /** Headers that say the same. */
  readonly words: RegExp;
}

/** In the order of the ledger. The first whose words fit a header is its column. */
export const REPORT_COLUMNS: readonly ReportColumn[] = [
  { field: 'state', title: '进展状态', words: /状态|状况|是否完成|办理结果/ },
  { field: 'percent', title: '完成进度（%）', words: /[%％]|百分比|完成率|完成比例|(?:完成|工作|形象|总体)?进度$/ },
  { field: 'progress', title: '进展情况', words: /进展|(?:完成|落实|推进|工作|办理|整改)情况|成效/ },
  { field: 'problems', title: '存在问题', words: /问题|困难|原因|卡点|堵点/ },
  { field: 'next', title: '下一步措施', words: /下一?步|措施|打算|计划|安排/ },
  { field: 'by', title: '填报人', words: /(?:填报|填表|报送|经办|联系|填写)(?:单位)?人?$|姓名/ },
  { field: 'date', title: '填报日期', words: /(?:填报|填表|报送|更新|填写)?(?:日期|时间)$/ },
];

/** Whether a report says anything of how far the task is. */
export function says(report: Report): boolean {
  return REPORT_COLUMNS.some(({ field }) => report[field] !== undefined);
}

/** The field that a header stands for, blanks left out; undefined for a column of the unit's own. */
export function fieldOfHeader(header: string): ReportField | undefined {
  const label = header.replace(/[\s\u3000\u00a0*]/g, '');
  if (!label) return undefined;
  const exact = REPORT_COLUMNS.find(({ title }) => bare(title) === bare(label));
  return (exact ?? REPORT_COLUMNS.find(({ words }) => words.test(label)))?.field;
}

function bare(label: string): string {
  return label.replace(/[（(].*[）)]$/, '');
}

/** Words for a state that stand in reports beside those offered. */
const SAID: readonly (readonly [RegExp, State])[] = [
  [/^(?:尚?未|没有?|暂未)(?:启动|开始|开展|开工|动工|实施)|^待(?:启动|开展|实施)/, '未启动'],
  [/滞后|缓慢|落后|逾期|超期|未达(?:到)?(?:序时)?进度|未按(?:期|时|序)/, '滞后'],
  [
    /(?:未|没有?|尚未)(?:全部|全面)?(?:完成|办结|达标)|基本|部分|推进|进行|实施中|正在|持续|有序|正常|达到?序时/,
    '推进中',
  ],
  [/^(?:已|已经|全部|全面|按期|按时|提前|超额|如期|圆满)*(?:完成|办结|完结|达标|销号|建成)(?:任务|目标)?$/, '已完成'],
];

/** The state that a word stands for; undefined where none of them is certain. */
export function stateOf(word: string): State | undefined {
  const said = word.replace(/[\s\u3000\u00a0。；，]/g, '');
  return STATES.find((state) => state === said) ?? SAID.find(([words]) => words.test(said))?.[1];
}

/** What is told to ledgers apart from other workbooks, and their rows from each other: on a sheet that no menu shows. */
export const LEDGER = {
  sheet: '台账',
  index: '台账索引',
  /** Its first cell. */
  mark: 'tasknotice-ledger',
  version: 1,
  /** The header of the hidden column. */
  identity: '任务标识（请勿改动）',
  /** What stands in it, `identitiesOf()`. */
  identities: /^T[A-Z2-7]{12}(?:-\d+)?$/,
  /** The header of the list on the hidden sheet. */
  columns: ['任务标识', '编号', '主要任务', '牵头责任单位'],
} as const;

/** 一、（二）3. : the numbers from the outermost heading to the task. */
export function numberPath({
  sections,
  number,
}: {
  readonly sections: readonly { readonly number?: { readonly text: string } | undefined }[];
  readonly number?: { readonly text: string } | undefined;
}): string {
  return [...sections.map((section) => section.number?.text ?? ''), number?.text ?? ''].join('');
}

/**
 * Several reports on one task as one: that of its lead unit first, texts with the unit that said them.
 *
 * @param reports of one task
 */
export function combined(
  reports: readonly Report[],
  { duty }: { readonly duty: { readonly leadUnits: readonly { readonly base: string }[] } },
): Report {
  if (reports.length < 2) return reports[0] ?? {};
  const leads = new Set(duty.leadUnits.map(({ base }) => base));
  const ordered = [
    ...reports.filter(({ unit }) => unit !== undefined && leads.has(unit)),
    ...reports.filter(({ unit }) => unit === undefined || !leads.has(unit)),
  ];
  const texts = (field: 'progress' | 'problems' | 'next'): string =>
    ordered
      .filter((report) => report[field])
      .map((report) => `${report.unit ?? report.by ?? ''}：${report[field]}`.replace(/^：/, ''))
      .join('\n');
  return {
    ...ordered[0],
    ...Object.fromEntries((['progress', 'problems', 'next'] as const).map((field) => [field, texts(field)])),
  };
}
