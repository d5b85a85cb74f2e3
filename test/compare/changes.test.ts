/** What is said of two notices. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, type Changes, isEmpty, type Names, type Piece } from '../../server/compare/change.ts';
import { changesBetween } from '../../server/compare/changes.ts';
import { changesFor } from '../../server/compare/concerning.ts';
import { readNotice } from '../../server/model/read.ts';
import { parseRegistry } from '../../server/registry/registry.ts';

const NOTICE = `云溪县人民政府关于印发2026年重点工作任务分解方案的通知

各乡镇人民政府，县直各单位：

现将方案印发给你们，请抓好落实。

云溪县人民政府

2026年2月10日

2026年重点工作任务分解方案

一、主要目标

1.地区生产总值增长6%左右。
牵头领导：周明川。
牵头单位：县发改委。
协同单位：县统计局、县财政局。
完成时限：2026年12月底前。

2.新建生态茶园3000亩，改造低产茶园1.5万亩。
牵头领导：何田。
牵头单位：县农业农村局。
协同单位：县财政局、各乡镇。
完成时限：2026年10月底前。

3.打通环城东路等断头路4条，具体要求见第2项。
牵头领导：何田。
牵头单位：县住房城乡建设局、县公安局。
协同单位：县自然资源局。
完成时限：2026年9月底前。

二、民生实事

4.城南实验学校秋季开学招生，新增公办学位2160个。
牵头领导：沈若兰。
牵头单位：县教体局。
协同单位：县财政局。
完成时限：2026年8月底前。

5.新建社区食堂10处，6月底前全部开门营业。
牵头领导：沈若兰。
牵头单位：县民政局。
协同单位：县财政局、各乡镇。
完成时限：2026年11月底前。

6.修复历史遗留矿山6处，新造林1.1万亩。
牵头领导：何田。
牵头单位：县自然资源局。
协同单位：县林业局。
完成时限：2026年12月底前。
`;

const REGISTRY = parseRegistry(`地区：云溪县（县）

单位：云溪县发展和改革委员会
简称：县发改委、县发展改革委

单位：云溪县财政局
简称：县财政局

单位：云溪县统计局
简称：县统计局

单位组：县直相关单位
成员：县财政局、县统计局
`);

function changed(...edits: readonly (readonly [from: string | RegExp, to: string])[]): Changes {
  return changesBetween(readNotice(NOTICE), readNotice(edit(...edits)), { registry: REGISTRY });
}

function edit(...edits: readonly (readonly [from: string | RegExp, to: string])[]): string {
  let text = NOTICE;
  for (const [from, to] of edits) {
    const next = text.replace(from, to);
    if (next === text) throw new Error(`nothing to replace: ${from}`);
    text = next;
  }
  return text;
}

/** Of the one task that changed. */
function only(changes: Changes): readonly Change[] {
  expect(changes.tasks.length).toBe(1);
  return changes.tasks[0]!.changes;
}

function shown(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `【+${text}+】` : `【-${text}-】`))
    .join('');
}

/** 增长【-6%左右-】【+7%+】 */
function inline(change: Change | undefined): string {
  return change && 'pieces' in change ? shown(change.pieces) : '';
}

describe('wording', () => {
  it('another figure is another target, and nothing else', () => {
    const [change, ...more] = only(changed(['增长6%左右', '增长7%以上']));
    expect([change?.kind, inline(change), more]).toEqual(['target', '地区生产总值增长【-6%左右-】【+7%以上+】。', []]);
  });

  it('other words are other words', () => {
    const [change, ...more] = only(changed(['打通环城东路等', '加快打通环城东路、书院路等']));
    expect([change?.kind, more]).toEqual(['text', []]);
    expect(inline(change)).toBe('【+加快+】打通环城东路【+、书院路+】等断头路4条，具体要求见第2项。');
  });

  it('both are both, and show one sentence', () => {
    const changes = only(changed(['秋季开学招生，新增公办学位2160个', '秋季如期开学招生，新增学位2400个']));
    expect(changes.map(({ kind }) => kind)).toEqual(['target', 'text']);
    expect(inline(changes[0])).toBe('城南实验学校秋季【+如期+】开学招生，新增【-公办-】学位【-2160-】【+2400+】个。');
  });

  it('another day in the sentence is another deadline', () => {
    expect(only(changed(['6月底前全部', '7月底前全部'])).map(({ kind }) => kind)).toEqual(['deadline']);
  });

  it('a name with a figure is no target', () => {
    expect(only(changed(['环城东路等断头路', '环城东路、G318等断头路'])).map(({ kind }) => kind)).toEqual(['text']);
  });

  it('ranges are those of the texts', () => {
    const after = edit(['增长6%左右', '增长7%以上']);
    const [change] = only(changesBetween(readNotice(NOTICE), readNotice(after)));
    const cut = (text: string, range = { start: 0, end: 0 }): string => text.slice(range.start, range.end);
    expect(cut(NOTICE, change?.before)).toBe('地区生产总值增长6%左右。');
    expect(cut(after, change?.after)).toBe('地区生产总值增长7%以上。');
  });
});

describe('deadlines', () => {
  it('another day, with what it comes to', () => {
    const [change] = only(changed(['2026年9月底前', '2026年10月20日前']));
    expect(change).toMatchObject({ kind: 'deadline', due: { before: '2026-09-30', after: '2026-10-20' } });
  });

  it('the same day in other words is said with the same day', () => {
    const [change] = only(changed(['2026年9月底前', '2026年9月30日前']));
    expect(change).toMatchObject({ kind: 'deadline', due: { before: '2026-09-30', after: '2026-09-30' } });
  });

  it('of next year’s plan move with the year', () => {
    const changes = changed([/2026年/g, '2027年'], ['增长6%', '增长7%']);
    expect(changes.tasks.map(({ changes: all }) => all.map(({ kind }) => kind))).toEqual([['target']]);
    expect([changes.years, changes.withYear]).toEqual([1, 6]);
    expect(changes.head.map(({ of }) => of)).toEqual(['title', 'date']);
  });
});

describe('who answers', () => {
  const names = (change: Change | undefined): Names => change as Names;

  it('who came and who went', () => {
    const changes = only(changed(['协同单位：县统计局、县财政局', '协同单位：县财政局、县税务局']));
    expect(names(changes[0])).toMatchObject({
      kind: 'support',
      added: ['县税务局'],
      removed: ['县统计局'],
      kept: ['县财政局'],
    });
  });

  it('supporting units in another order are the same', () => {
    expect(changed(['县统计局、县财政局', '县财政局、县统计局']).tasks).toEqual([]);
  });

  it('another one in the first place leads', () => {
    const changes = only(changed(['县住房城乡建设局、县公安局', '县公安局、县住房城乡建设局']));
    expect(names(changes[0])).toMatchObject({ kind: 'lead', added: [], removed: [], reordered: true });
  });

  it('one unit under another name is the same, and is said', () => {
    const changes = changed(['牵头单位：县发改委', '牵头单位：县发展改革委']);
    expect(changes.tasks).toEqual([]);
    expect(changes.respelt).toEqual([{ before: '县发改委', after: '县发展改革委' }]);
  });

  it('from support to lead is a change of both', () => {
    const changes = only(
      changed(['牵头单位：县教体局。\n协同单位：县财政局', '牵头单位：县财政局。\n协同单位：县教体局']),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['lead', 'support']);
  });
});

describe('places and numbers', () => {
  const task = /6\.修复历史遗留矿山[\s\S]*?12月底前。\n/;

  it('a task that is put in moves no other', () => {
    const added = '3.整理县志旧档200卷。\n牵头单位：县档案馆。\n\n3.打通';
    const numbers: [RegExp, string][] = [6, 5, 4].map((n) => [new RegExp(`^${n}\\.`, 'm'), `${n + 1}.`]);
    const changes = changed(...numbers, ['3.打通', added.replace(/3\.打通$/, '4.打通')]);
    expect(only(changes).map(({ kind }) => kind)).toEqual(['added']);
    expect(changes.movedUp).toBe(4);
  });

  it('a reference that follows its number is the same', () => {
    const changes = changed(['2.新建生态', '7.新建生态'], ['见第2项', '见第7项']);
    expect(only(changes).map(({ kind }) => kind)).toEqual(['renumbered']);
  });

  it('to another section', () => {
    const moved = task.exec(NOTICE)![0];
    const changes = changed([moved, ''], ['二、民生实事', `${moved}\n二、民生实事`]);
    expect(only(changes)).toMatchObject([{ kind: 'moved', section: { before: '民生实事', after: '主要目标' } }]);
  });

  it('a heading with another title is the same heading', () => {
    const changes = changed(['二、民生实事', '二、办好民生实事']);
    expect(changes.tasks).toEqual([]);
    expect(changes.sections).toMatchObject([
      { kinds: ['renamed'], title: { before: '二、民生实事', after: '二、办好民生实事' } },
    ]);
  });

  it('sections that change places carry their tasks', () => {
    const [head, one, two] = NOTICE.split(/(?=^一、|^二、)/m) as [string, string, string];
    const other = `${head}${two.replace('二、', '一、')}\n${one.replace('一、', '二、')}`;
    const changes = changesBetween(readNotice(NOTICE), readNotice(other));
    expect(changes.sections.map(({ kinds }) => kinds[0])).toEqual(['moved']);
    expect(changes.tasks.flatMap(({ changes: all }) => all.map(({ kind }) => kind))).not.toContain('moved');
  });
});

describe('beside the tasks', () => {
  it('the head and the letter', () => {
    const changes = changed(
      ['2026年2月10日', '2026年2月12日'],
      ['请抓好落实', '请认真抓好落实'],
      ['县直各单位', '县直有关单位'],
    );
    expect(changes.tasks).toEqual([]);
    expect(changes.head.map(({ of, pieces }) => `${of} ${shown(pieces)}`)).toEqual([
      'date 2026年2月【-10-】【+12+】日',
      'recipients 各乡镇人民政府、县直【-各-】【+有关+】单位',
    ]);
    expect(changes.paragraphs.map(({ pieces }) => shown(pieces))).toEqual([
      '现将方案印发给你们，请【+认真+】抓好落实。',
    ]);
  });
});

describe('for one unit', () => {
  const forUnit = (name: string, ...edits: readonly (readonly [string | RegExp, string])[]): Changes | undefined => {
    const notices = [readNotice(NOTICE), readNotice(edit(...edits))] as const;
    return changesFor({ name, kind: 'unit' }, changesBetween(...notices, { registry: REGISTRY }), notices, REGISTRY);
  };

  it('what came, what went, what changed of its own', () => {
    const changes = forUnit(
      '县财政局',
      ['牵头单位：县教体局。\n协同单位：县财政局', '牵头单位：县财政局。\n协同单位：县教体局'],
      ['协同单位：县财政局、各乡镇。\n完成时限：2026年11月', '协同单位：各乡镇。\n完成时限：2026年11月'],
      ['协同单位：县自然资源局', '协同单位：县财政局'],
      ['增长6%', '增长7%'],
      ['矿山6处', '矿山9处'],
    )!;
    const shares = changes.tasks.map(({ after, share }) => [after[0]!.n, share?.before, share?.after]);
    expect(shares).toEqual([
      [1, 'support', 'support'],
      [3, undefined, 'support'],
      [4, 'support', 'lead'],
      [5, 'support', undefined],
    ]);
    expect(changes.count).toEqual({ before: 4, after: 4 });
  });

  it('who else supports a task is nothing to a unit that supports it', () => {
    expect(forUnit('县统计局', ['县统计局、县财政局', '县统计局、县税务局'])?.tasks).toEqual([]);
    expect(forUnit('县发改委', ['县统计局、县财政局', '县统计局、县税务局'])?.tasks.length).toBe(1);
  });

  it('by whichever of its names, and through a group', () => {
    const changes = forUnit('云溪县财政局', ['协同单位：县林业局', '协同单位：县直相关单位'])!;
    expect(changes.tasks.map(({ share }) => share)).toEqual([{ after: 'support', through: '县直相关单位' }]);
  });

  it('one that neither notice names is told', () => {
    expect(forUnit('县气象局', ['增长6%', '增长7%'])).toBeUndefined();
  });

  it('a leader', () => {
    const notices = [
      readNotice(NOTICE),
      readNotice(edit(['牵头领导：沈若兰', '牵头领导：何田'], ['增长6%', '增长7%'])),
    ] as const;
    const changes = changesFor({ name: '何田', kind: 'leader' }, changesBetween(...notices), notices)!;
    expect(changes.tasks.map(({ share, after }) => [after[0]!.n, share])).toEqual([[4, { after: 'leader' }]]);
  });
});

describe('any two texts', () => {
  const line = fc.oneof(
    fc.constantFrom(...NOTICE.split('\n')),
    fc.constantFrom(
      '牵头单位：、、',
      '（责任单位：',
      '见第3项。',
      '| 序号 | 任务 |',
      '附件',
      '---',
      '// 免查',
      '1.',
      '（一）',
    ),
    fc.string({ maxLength: 12 }),
  );
  const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

  it('can be compared; a text with itself has no change, and ranges lie in their texts', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [readNotice(one), readNotice(other)];
        expect(isEmpty(changesBetween(before, readNotice(one)))).toBe(true);
        const changes = changesBetween(before, after, { registry: REGISTRY });
        for (const { before: was, after: is, changes: all } of changes.tasks) {
          expect(was.length + is.length).toBeGreaterThan(0);
          for (const range of [...was, ...is].map((side) => side.range))
            expect(range.start).toBeLessThanOrEqual(range.end);
          for (const change of all) {
            expect(change.before?.end ?? 0).toBeLessThanOrEqual(one.length);
            expect(change.after?.end ?? 0).toBeLessThanOrEqual(other.length);
          }
        }
        const pieces = [...changes.tasks.flatMap((task) => task.changes), ...changes.sections, ...changes.head];
        for (const each of pieces) if ('pieces' in each) expect(each.pieces.every((piece) => piece.text)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
