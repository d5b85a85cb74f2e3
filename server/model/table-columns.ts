/**
 * The columns of a table of tasks from its header. A header of two rows that a page put down one cell a line has the
 * heads of groups first (具体任务分解, 责任单位), what stands below them at the end (工作内容, 主要任务, 牵头单位, 配合单位).
 */
import { roleOfLabel, type Vocabulary } from '../syntax/labels.ts';
import type { ColumnRole, TableColumn } from './notice.ts';

/** No head of a column is longer. */
export const LONGEST_LABEL = 18;

/** What a column is about, before its place tells section, content and task apart. */
type Kind = Exclude<ColumnRole, 'section' | 'content' | 'task'> | 'work';

const SERIAL = /^(?:序号?|(?:项目|任务|事项|工作)?(?:序号|编号)|项目号|N[oO][.．]?)$/;
const TARGET =
  /^(?:年度|全年|工作|任务|量化|预期|主要|考核|绩效|计划)*(?:目标|指标)(?:值|数|要求|数值|任务值)?$|^(?:目标值|指标值|计划数|任务数|数量|任务量)$/;
const WORK =
  /(?:任务|工作|事项|举措|措施|内容|要求|项目|目标|类别|类型|领域|方面|板块|名称|分类|指标|要点|行动|工程|问题|清单)(?:[及和与、/].{2,6})?$|(?:任务|工作|事项|目标)(?:分解|安排|细化|清单)?$/;
/** Says what kind of work stands beside it. */
const SECTION = /(?:类别|类型|领域|方面|板块|分类|重点工作|工作要点|牵头事项|大项)$/;
const GROUP = /(?:分解|分工|安排|情况|落实|责任|责任体系)$/;

/** The label without blanks and line breaks. */
export function bareLabel(text: string): string {
  return text.replace(/[\s\u3000\u00a0*]|<br\s*\/?>/g, '');
}

function kindOf(label: string, vocabulary: Vocabulary): Kind | undefined {
  if (label.length < 1 || label.length > LONGEST_LABEL) return undefined;
  if (SERIAL.test(label)) return 'serial';
  const main = label.replace(/[（(].*[）)]$/, '');
  const role = roleOfLabel(main, vocabulary);
  if (role) return role;
  if (/^(?:主要|具体)?(?:负责人|联系人|责任人)$|^[^、和及与]{0,6}(?:领导|[县市区州]长|乡镇长)$/.test(main))
    return 'leader';
  if (/^(?:单位|部门|部门单位)$/.test(main)) return 'unit';
  if (/^(?:截[止至])?(?:时间|期限|进度|日期)$/.test(main)) return 'deadline';
  if (TARGET.test(main)) return 'target';
  return WORK.test(main) ? 'work' : undefined;
}

interface Head {
  readonly label: string;
  readonly kind: Kind | undefined;
}

/**
 * Columns from labels in the order of the columns; undefined where they are no header of a table of tasks.
 *
 * @param labels without blanks; an empty one is a column without a head
 */
export function columnsOf(labels: readonly string[], vocabulary: Vocabulary): TableColumn[] | undefined {
  return asColumns(labels.map((label) => ({ label, kind: kindOf(label, vocabulary) })));
}

/** Columns from the labels of one or two rows as a page puts them down, one after the other. */
export function columnsOfLines(labels: readonly string[], vocabulary: Vocabulary): TableColumn[] | undefined {
  const heads = mended(
    labels.map((label) => ({ label, kind: kindOf(label, vocabulary) })),
    vocabulary,
  );
  return asColumns(unfolded(heads) ?? heads);
}

/** 牵头 and 单位 on lines of their own are one label. */
function mended(heads: readonly Head[], vocabulary: Vocabulary): Head[] {
  const whole: Head[] = [];
  for (const head of heads) {
    const before = whole.at(-1);
    const half = /^(?:单位|部门|时限|时间|领导|人|任务|内容|工作)$/.test(head.label);
    const joined = before && half && before.label.length <= 4 ? before.label + head.label : '';
    const kind = joined ? kindOf(joined, vocabulary) : undefined;
    if (kind && (!before!.kind || /^(?:牵头|主办|配合|协办|协同|责任|主责)$/.test(before!.label)))
      whole[whole.length - 1] = { label: joined, kind };
    else whole.push(head);
  }
  return whole;
}

const UNITS: ReadonlySet<Kind | undefined> = new Set(['lead', 'support', 'unit']);
const DUTY: ReadonlySet<Kind | undefined> = new Set(['leader', 'lead', 'support', 'unit']);
const WORKS: ReadonlySet<Kind | undefined> = new Set(['work', 'target']);

/** Puts what stands below the heads of groups in their places; undefined where the header has one row. */
function unfolded(heads: readonly Head[]): Head[] | undefined {
  for (let split = 3; split < heads.length - 1; split++) {
    const above = heads.slice(0, split);
    const runs = runsOf(heads.slice(split));
    const places = runs && placesOf(above, runs);
    if (places) return above.flatMap((head, index) => places.get(index) ?? [head]);
  }
  return undefined;
}

/** Neighbours that can stand below one head. */
function runsOf(heads: readonly Head[]): Head[][] | undefined {
  const runs: Head[][] = [];
  let last: 'work' | 'duty' | undefined;
  for (const head of heads) {
    const own = WORKS.has(head.kind) ? 'work' : DUTY.has(head.kind) ? 'duty' : undefined;
    if (!own) return undefined;
    if (own === last) runs.at(-1)!.push(head);
    else runs.push([head]);
    last = own;
  }
  return runs.every((run) => run.length > 1) ? runs : undefined;
}

/** The head that each run stands below, all in order; another kind of column parts it from the run's own place. */
function placesOf(above: readonly Head[], runs: readonly Head[][]): Map<number, Head[]> | undefined {
  const places = new Map<number, Head[]>();
  let from = 0;
  for (const run of runs) {
    const work = WORKS.has(run[0]!.kind);
    const fits = ({ label, kind }: Head): boolean => {
      if (work) return kind === 'work' || (kind === undefined && GROUP.test(label));
      if (run.some((head) => head.kind === 'leader')) return /责任|分工|领导及/.test(label) && kind !== 'lead';
      return (
        run.every((head) => UNITS.has(head.kind)) &&
        (kind === 'unit' || /责任|分工|单位/.test(label)) &&
        kind !== 'lead'
      );
    };
    const fitting = above.map((_, index) => index).filter((index) => index >= from && fits(above[index]!));
    const place = fitting.findLast((index) => GROUP.test(above[index]!.label)) ?? fitting.at(-1);
    if (place === undefined) return undefined;
    places.set(place, run);
    from = place + 1;
  }
  // 责任单位, 责任领导, 联系单位 in one row: nothing tells that the head is one of a group but what would stand below it.
  const last = places.get(above.length - 1);
  return !last || (last.some(({ kind }) => kind === 'lead') && last.some(({ kind }) => kind === 'support'))
    ? places
    : undefined;
}

/** Section, content and task by their places; undefined where there is no task, or nobody who answers for it. */
function asColumns(heads: readonly Head[]): TableColumn[] | undefined {
  const known = heads.filter(({ kind }) => kind !== undefined).length;
  if (heads.length < 3 || known * 3 < heads.length * 2) return undefined;
  const works = heads.filter(({ kind }) => kind === 'work');
  // 工作目标 beside no other head is the task itself.
  const texts = works.length ? works : heads.filter(({ kind }) => kind === 'target').slice(0, 1);
  if (!texts.length || !heads.some(({ kind }) => DUTY.has(kind) || kind === 'deadline')) return undefined;
  const roles = new Map<Head, ColumnRole>();
  const task = texts.length > 3 ? texts[2]! : texts.at(-1)!;
  const before = texts.slice(0, texts.indexOf(task));
  roles.set(task, 'task');
  before.forEach((head, index) => {
    const section = before.length > 1 ? index === 0 : SECTION.test(head.label);
    roles.set(head, section ? 'section' : 'content');
  });
  return heads.map((head) => {
    const { kind, label } = head;
    return { role: roles.get(head) ?? (kind === 'work' || kind === undefined ? 'other' : kind), label };
  });
}
