/** What changed as rows that put the earlier text beside the later one: what pages and Word documents print. */
import type { Change, Changes, Names, OtherChange, Piece, Side, TaskChange, Wording } from '../../compare/change.ts';
import { CAPACITY_WORDS, headingNamed, KIND_WORDS, namesIn, OTHER_WORDS, SECTION_WORDS, shareWords } from './words.ts';

/** Characters of one look. */
export interface Run {
  readonly text: string;
  readonly mark?: 'removed' | 'added' | undefined;
  /** What names the line: 牵头单位： */
  readonly label?: boolean;
}

export type Line = readonly Run[];

export interface Row {
  /** What changed, a line each. */
  readonly kinds: readonly string[];
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly units: readonly string[];
}

export const COLUMNS = ['序号', '变化', '原文', '新文', '涉及单位'] as const;

export function taskRows({ tasks, of }: Changes): Row[] {
  return tasks.map((task) => {
    const share = shareWords(task);
    return {
      kinds: [...(share ? [share.zh] : []), ...task.changes.map(({ kind }) => KIND_WORDS[kind].zh)],
      before: sideLines(task, 'before'),
      after: sideLines(task, 'after'),
      units: [...ownPart(task, of), ...unitsOf(task).filter((name) => name !== of)],
    };
  });
}

/** Headings, the head of the notice and paragraphs. */
export function otherRows({ head, sections, paragraphs }: Changes): Row[] {
  const other = ({ of, pieces }: OtherChange): Row => ({
    kinds: [OTHER_WORDS[of].zh],
    ...bothSides(pieces),
    units: [],
  });
  return [
    ...head.map(other),
    ...sections.map(({ kinds, title, pieces }): Row => {
      const { before, after } = bothSides(pieces);
      const number = (side: 'before' | 'after', lines: readonly Line[]): Line[] =>
        lines.map((line) => [{ text: numberOf(title[side] ?? '', line) }, ...line]);
      return {
        kinds: kinds.map((kind) => `章节${SECTION_WORDS[kind].zh}`),
        before: number('before', before),
        after: number('after', after),
        units: [],
      };
    }),
    ...paragraphs.map(other),
  ];
}

/** What of a printed heading stands before its text. */
function numberOf(title: string, line: Line): string {
  const text = line.map((run) => run.text).join('');
  return title.endsWith(text) ? title.slice(0, title.length - text.length) : '';
}

function bothSides(pieces: readonly Piece[]): Pick<Row, 'before' | 'after'> {
  const side = (mark: 'removed' | 'added'): Line[] => {
    const line = marked(pieces, mark);
    return line.length ? [line] : [];
  };
  return { before: side('removed'), after: side('added') };
}

function marked(pieces: readonly Piece[], mark: 'removed' | 'added'): Run[] {
  return pieces
    .filter(({ kind }) => kind === 'same' || kind === mark)
    .map(({ kind, text }) => ({ text, mark: kind === 'same' ? undefined : mark }));
}

type When = 'before' | 'after';

function sideLines({ before, after, changes }: TaskChange, when: When): Line[] {
  const sides = when === 'before' ? before : after;
  const mark = when === 'before' ? 'removed' : 'added';
  const [side] = sides;
  if (!side) return [];
  if (!before.length || !after.length) return [said(side), ...dutyLines(side)];
  const find = <K extends Change['kind']>(...kinds: readonly K[]) =>
    changes.find((change): change is Extract<Change, { kind: K }> =>
      (kinds as readonly string[]).includes(change.kind),
    );
  const wording =
    before.length === 1 && after.length === 1 ? (find('text', 'target') as Wording | undefined) : undefined;
  const lines = sides.map((one): Line => (wording ? [number(one), ...marked(wording.pieces, mark)] : said(one)));
  const moved = find('moved') as Extract<Change, { kind: 'moved' }> | undefined;
  if (moved?.section)
    lines.push([
      { text: '所在章节：', label: true },
      { text: headingNamed(moved.section[when], '无'), mark },
    ]);
  else if (moved && when === 'after') lines.push([{ text: '（在本节内调整了次序）' }]);
  for (const change of changes) {
    if ('added' in change) lines.push(nameLine(change, sides, when));
    else if (change.kind === 'deadline' || change.kind === 'remark') {
      const label = change.kind === 'deadline' ? '完成时限：' : '备注：';
      const runs = marked(change.pieces, mark);
      lines.push([{ text: label, label: true }, ...(runs.length ? runs : [{ text: '无' }])]);
    }
  }
  return lines;
}

/** The number as printed, and 第3项 where there is none. */
function number({ number: printed, n }: Side): Run {
  return { text: printed || `（第${n}项）`, label: true };
}

function said(side: Side): Line {
  return [number(side), { text: side.text }];
}

function dutyLines({ leaders, leadUnits, units, supportUnits, deadline }: Side): Line[] {
  const line = (label: string, value: string): Line[] =>
    value ? [[{ text: `${label}：`, label: true }, { text: value }]] : [];
  return [
    ...line(CAPACITY_WORDS.leader.zh, leaders.join('、')),
    ...line(CAPACITY_WORDS.lead.zh, leadUnits.join('、')),
    ...line(CAPACITY_WORDS.unit.zh, units.join('、')),
    ...line(CAPACITY_WORDS.support.zh, supportUnits.join('、')),
    ...line('完成时限', deadline ?? ''),
  ];
}

function nameLine({ kind, added, removed }: Names, sides: readonly Side[], when: When): Line {
  const all = namesIn(sides, kind);
  const differing = new Set(when === 'before' ? removed : added);
  const names = all.flatMap((name, index): Run[] => [
    ...(index ? [{ text: '、' }] : []),
    { text: name, mark: differing.has(name) ? (when === 'before' ? 'removed' : 'added') : undefined },
  ]);
  return [{ text: `${CAPACITY_WORDS[kind].zh}：`, label: true }, ...(names.length ? names : [{ text: '无' }])];
}

/** 县财政局（协同单位，属“县直相关单位”）: in which capacity the one that the table is for answers for the task. */
function ownPart({ share }: TaskChange, of: string | undefined): string[] {
  const capacity = share?.after ?? share?.before;
  if (of === undefined || !capacity) return [];
  return [`${of}（${CAPACITY_WORDS[capacity].zh}${share?.through ? `，属“${share.through}”` : ''}）`];
}

/** Who leads, and whose part in it changed. */
function unitsOf({ before, after, changes }: TaskChange): string[] {
  const names = new Set<string>();
  const whole = !before.length || !after.length;
  for (const { leadUnits, units, supportUnits } of [...after, ...before]) {
    for (const name of leadUnits.length ? leadUnits : units) names.add(name);
    if (whole) for (const name of [...units, ...supportUnits]) names.add(name);
  }
  for (const change of changes)
    if ('added' in change && change.kind !== 'leader')
      for (const name of [...change.added, ...change.removed]) names.add(name);
  return [...names];
}
