/**
 * Renumbering: what follows what, what is left alone, and that a reference names the same task before and after.
 * Long, for it is a list of cases, most of them small and none like another.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/edits/apply.ts';
import { renumber, type Scope } from '../../server/edits/renumber.ts';
import { readNotice } from '../../server/model/read.ts';
import { ReferenceTargets, referencesOf } from '../../server/model/reference-targets.ts';

function renumbered(text: string, scope?: Scope): string {
  return applyEdits(text, renumber(readNotice(text), scope).edits);
}

/** Tasks of one level, each with the text given: '1. 见第3项' → 1.…见第3项。（责任单位：县财政局） */
function tasks(lines: string): string {
  return `${lines
    .trim()
    .split('\n')
    .map((line) => {
      const [number, ...words] = line.trim().split(' ');
      return `${number}建设园区${words.length ? `，${words.join(' ')}` : ''}。（责任单位：县财政局）`;
    })
    .join('\n')}\n`;
}

function check(before: string, after: string, scope?: Scope): void {
  expect(renumbered(tasks(before), scope)).toBe(tasks(after));
}

function left(before: string): string[] {
  return renumber(readNotice(tasks(before))).undecided.map(({ text }) => text);
}

describe('references follow', () => {
  it.each([
    ['见第4项', '见第3项'],
    ['（见第4项）', '（见第3项）'],
    ['详见第5项任务', '详见第4项任务'],
    ['按照第4、5项要求', '按照第3、4项要求'],
    ['与第4项、第5项和第6项衔接', '与第3项、第4项和第5项衔接'],
    ['见第4—6项', '见第3—5项'],
    ['见第4项至第6项', '见第3项至第5项'],
    ['见第4至6项', '见第3至5项'],
    ['与“第4、5项”一并落实', '与“第3、4项”一并落实'],
    ['见第四项', '见第三项'],
    ['见第４项', '见第３项'],
    ['见第 4 项', '见第 3 项'],
    ['参照本通知第4条办理', '参照本通知第3条办理'],
    ['除第4项外', '除第3项外'],
    ['第4项任务由县财政局牵头', '第3项任务由县财政局牵头'],
    ['资金在第5项中统筹', '资金在第4项中统筹'],
    ['见正文第4项', '见正文第3项'],
    ['将第4项与第5项合并', '将第3项与第4项合并'],
    ['与第四项衔接', '与第三项衔接'],
    ['第4项除外', '第3项除外'],
  ])('%s', (before, after) => {
    check(`1. ${before}\n2.\n4.\n5.\n6.`, `1. ${after}\n2.\n3.\n4.\n5.`);
  });

  it.each([
    '按照《云溪县园区管理条例》第四条执行',
    '落实《云溪县茶叶办法》（云政发〔2026〕3号）第4条规定',
    '按照省实施方案第四项要求办理',
    '落实土地管理法第四条',
    '见附件2第4条',
    '组织第四次会议',
    '迎接第四季度考核',
    '发展第四产业',
    '配强第4书记',
    '开通第4条环线、第5条环线',
    '完成第4项国家标准',
    '打通第四条战线',
    '办好第四届茶会',
    '对照原第4项',
    '对照2025年第4项',
    '第四项任务是建园',
    '把第四项任务抓好',
    '作为第四项任务',
    '按照省政府意见第四条',
    '见该方案第4条',
  ])('but not %s', (words) => {
    const before = `1. ${words}\n2.\n4.\n5.\n6.`;
    check(before, `1. ${words}\n2.\n3.\n4.\n5.`);
    expect(left(before)).toEqual([]);
  });

  it('in field lines, headings, paragraphs, the letter and comments', () => {
    const text = (n: string, m: string): string =>
      `云溪县人民政府关于印发重点工作的通知\n\n各乡镇人民政府：\n\n现印发给你们，第${n}项任务请于3月底前启动，见第${n}项。\n\n云溪县人民政府\n2026年2月10日\n\n一、产业（见第${n}项）\n1.建园。\n责任单位：县财政局。\n备注：见第${n}项。\n// 见第${n}项\n${m}.修路。\n责任单位：县财政局。\n本通知第${n}项任务按月调度。\n`;
    expect(renumbered(text('4', '4'))).toBe(text('2', '2'));
  });

  it('through sections', () => {
    const text = (section: string, n: string, bracket: string): string =>
      `一、产业\n（一）建园，见第${section}部分第（${n}）项。（责任单位：县财政局）\n（二）建厂，见第（一）项。（责任单位：县财政局）\n${section}、民生\n（一）修路，详见第${section}部分第（一）、（${n}）项。（责任单位：县财政局）\n${bracket}修桥，见第一部分第（二）项和第（一）项。（责任单位：县财政局）\n`;
    expect(renumbered(text('三', '四', '（四）'))).toBe(text('二', '二', '（二）'));
  });

  it('to articles and chapters', () => {
    const text = (n: string, m: string): string =>
      `第一章　产业\n第一条　建园，见第${n}条第二款。（责任单位：县财政局）\n第${m}章　民生\n第${n}条　修路，见第${m}章和第一章第一条。（责任单位：县财政局）\n`;
    expect(renumbered(text('四', '三'))).toBe(text('二', '二'));
  });

  it('to the nearest of several', () => {
    const text = (n: string): string =>
      `一、产业\n1.建园。（责任单位：县财政局）\n${n}.建厂，见第${n}项。（责任单位：县财政局）\n二、民生\n1.修路。（责任单位：县财政局）\n${n}.修桥，按第${n}项办理。（责任单位：县财政局）\n`;
    expect(renumbered(text('3'))).toBe(text('2'));
  });

  it('in an annex of the notice, and not in one that is a file of its own', () => {
    const text = (n: string): string =>
      `关于印发重点工作的通知\n\n各乡镇人民政府：\n\n现印发给你们，附件2第${n}项请于3月底前启动，附件3第3项另行通知。\n\n云溪县人民政府\n2026年2月10日\n\n附件1\n\n产业任务\n\n1.建园。（责任单位：县财政局）\n2.建厂，见第1项。（责任单位：县财政局）\n\n附件2\n\n民生任务\n\n1.修路。（责任单位：县财政局）\n${n}.修桥，参照附件1第2项办理。（责任单位：县财政局）\n`;
    expect(renumbered(text('3'))).toBe(text('2'));
  });

  it('named by the notice’s own title', () => {
    const text = (n: string): string =>
      `云溪县人民政府关于印发《云溪县2026年茶业方案》的通知\n\n各乡镇人民政府：\n\n现将方案印发，《云溪县2026年茶业方案》第${n}项任务请抓紧。\n\n云溪县人民政府\n2026年2月10日\n\n1.建园。（责任单位：县财政局）\n${n}.修路。（责任单位：县财政局）\n`;
    expect(renumbered(text('3'))).toBe(text('2'));
  });
});

describe('references left and told', () => {
  it('of a number that two items bear', () => {
    const before = '1. 见第4项\n2.\n4.\n4.\n6. 见第6项';
    check(before, '1. 见第4项\n2.\n3.\n4.\n5. 见第5项');
    expect(left(before)).toEqual(['第4项']);
  });

  it('of a number that none bears', () => {
    expect(left('1. 见第3项\n2.\n4.')).toEqual(['第3项']);
  });

  it('that another item would catch', () => {
    const text =
      '一、甲\n1.建园，见第5项。（责任单位：县财政局）\n2.建厂。（责任单位：县财政局）\n二、乙\n1.修路。（责任单位：县财政局）\n5.修桥。（责任单位：县财政局）\n';
    const { undecided, references } = renumber(readNotice(text));
    expect(references).toEqual([]);
    expect(undecided.map(({ text: reference, why }) => `${reference} ${why.zh}`)).toEqual([
      '第5项 所指的一项编号将是“2.”，照写会与别的项混淆',
    ]);
  });

  it('of a span that falls apart', () => {
    expect(left('1. 见第3—5项\n5.\n4.\n3.\n2.')).toEqual(['第3—5项']);
  });

  it('where part of one is: none of it moves', () => {
    const text =
      '一、甲\n1.建园，见第三部分第1、9项。（责任单位：县财政局）\n三、乙\n1.修路。（责任单位：县财政局）\n2.修桥。（责任单位：县财政局）\n';
    const { references, undecided } = renumber(readNotice(text));
    expect(references).toEqual([]);
    expect(undecided.map(({ text: reference }) => reference)).toContain('第三部分第1');
  });
});

describe('scopes', () => {
  const TEXT =
    '一、甲\n1.建园。（责任单位：县财政局）\n3.建厂。（责任单位：县财政局）\n三、乙\n4.修路。（责任单位：县财政局）\n7.修桥。（责任单位：县财政局）\n四、丙\n8.修渠。（责任单位：县财政局）\n';
  const numbers = (text: string): string => [...text.matchAll(/^[一二三四五\d]+[、.]/gm)].join(' ');

  it.each<[string, Scope, string]>([
    ['the notice', { of: 'notice' }, '一、 1. 2. 二、 3. 4. 三、 5.'],
    ['a section from its heading', { of: 'section', at: TEXT.indexOf('三、乙') + 1 }, '一、 1. 3. 三、 4. 5. 四、 8.'],
    ['a section from a task in it', { of: 'section', at: TEXT.indexOf('修桥') }, '一、 1. 3. 三、 4. 5. 四、 8.'],
    ['a level from a task', { of: 'level', at: TEXT.indexOf('修桥') }, '一、 1. 2. 三、 3. 4. 四、 5.'],
    ['a level by its style', { of: 'style', style: 'han' }, '一、 1. 3. 二、 4. 7. 三、 8.'],
    ['a level by its depth', { of: 'depth', depth: 2 }, '一、 1. 2. 三、 3. 4. 四、 5.'],
  ])('%s', (_, scope, after) => {
    expect(numbers(renumbered(TEXT, scope))).toBe(after);
  });

  it('nothing outside any entry', () => {
    expect(renumber(readNotice(`前言。\n${TEXT}`), { of: 'section', at: 0 }).refused?.zh).toContain(
      '不在有编号的条目中',
    );
  });

  it('keep letter, annexes and tables apart', () => {
    const text = `关于印发重点工作的通知\n\n各乡镇人民政府：\n\n一、提高认识。\n三、抓好落实，见第3项。\n\n云溪县人民政府\n2026年2月10日\n\n1.建园。（责任单位：县财政局）\n3.修路。（责任单位：县财政局）\n\n附件\n\n成员名单\n\n一、县园区建设领导小组成员\n\n县财政局、县水利局。\n\n二、县防汛指挥部成员\n\n县财政局、县水利局。\n`;
    const edits = renumber(readNotice(text)).edits.map(({ text: number }) => number);
    expect(edits).toEqual(['2', '2.']);
  });
});

describe('keeps the notice’s own', () => {
  it.each([
    ['★1. ★3.', '★1. ★2.'],
    ['1． 3．', '1． 2．'],
    ['任务一： 任务三：', '任务一： 任务二：'],
    ['① ③', '① ②'],
    ['⑴ ⑶', '⑴ ⑵'],
    ['第一条 第三条', '第一条 第二条'],
    ['(一) （三）', '(一) （二）'],
  ])('%s', (before, after) => {
    const text = (numbers: string): string => tasks(numbers.replaceAll(' ', '\n'));
    expect(renumbered(text(before))).toBe(text(after));
  });

  it('1.1 under a 1. that becomes 2.', () => {
    const text = (n: string): string =>
      `1.产业\n1.1 建园。（责任单位：县财政局）\n${n}.民生\n${n}.1 修路。（责任单位：县财政局）\n${n}.2 修桥。（责任单位：县财政局）\n`;
    expect(renumbered(text('3'))).toBe(text('2'));
  });
});

describe('the lock', () => {
  it.each(['状态：已印发', '状态：已发布（2026年2月10日）', '编号锁：1. 3.'])('%s refuses', (line) => {
    const { refused, edits } = renumber(readNotice(`---\n${line}\n---\n${tasks('1.\n3.')}`));
    expect(edits).toEqual([]);
    expect(refused?.zh).toMatch(/不能再改/);
  });

  it.each(['状态：送审稿', '状态：拟印发', '状态：未印发'])('%s does not', (line) => {
    expect(renumber(readNotice(`---\n${line}\n---\n${tasks('1.\n3.')}`)).edits).toHaveLength(1);
  });
});

interface Draft {
  readonly sections: readonly { readonly tasks: readonly number[] }[];
  readonly continuous: boolean;
  readonly drop: readonly number[];
  readonly swaps: readonly (readonly [number, number])[];
}

/** A notice whose tasks name each other by number; then some are deleted and others change their places. */
function drafted({ sections, continuous, drop, swaps }: Draft): string {
  const lines: { heading?: string; number?: string; to?: string; id: number }[] = [];
  const han = ['一', '二', '三', '四', '五', '六'];
  let n = 0;
  let id = 0;
  const all: { section: number; n: number }[] = [];
  sections.forEach(({ tasks: own }, section) => {
    if (!continuous) n = 0;
    for (const _ of own) all.push({ section, n: ++n });
  });
  let at = 0;
  sections.forEach(({ tasks: own }, section) => {
    lines.push({ heading: `${han[section]}、专项`, id: -1 });
    for (const wish of own) {
      const target = all[wish % all.length]!;
      const to =
        continuous || target.section === section ? `第${target.n}项` : `第${han[target.section]}部分第${target.n}项`;
      lines.push({ number: `${all[at++]!.n}.`, to, id: id++ });
    }
  });
  const tasksAt = lines.flatMap(({ number }, index) => (number ? [index] : []));
  for (const [one, other] of swaps) {
    const [a, b] = [tasksAt[one % tasksAt.length]!, tasksAt[other % tasksAt.length]!];
    [lines[a], lines[b]] = [lines[b]!, lines[a]!];
  }
  const gone = new Set(drop.map((index) => tasksAt[index % tasksAt.length]!));
  return lines
    .filter((_, index) => !gone.has(index))
    .map(({ heading, number, to, id: own }) =>
      heading ? `${heading}\n` : `${number}推进园区建设，事项${own}，见${to}。（责任单位：县财政局）\n`,
    )
    .join('');
}

/** The task that each reference names: the part that it stands in, and what it says. */
function named(text: string): Map<string, string> {
  const notice = readNotice(text);
  const targets = new ReferenceTargets(notice);
  return new Map(
    referencesOf(notice).map((placed) => {
      const [one, ...more] = targets.find(placed) ?? [];
      const where = /事项\d+/.exec(notice.items[placed.part]!.text)![0];
      const what = one && !more.length ? /事项\d+|专项/.exec(one.path.at(-1)!.item.text)![0] : '?';
      return [where, what];
    }),
  );
}

const drafts: fc.Arbitrary<Draft> = fc.record({
  sections: fc.array(fc.record({ tasks: fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }) }), {
    minLength: 1,
    maxLength: 5,
  }),
  continuous: fc.boolean(),
  drop: fc.array(fc.nat(40), { maxLength: 3 }),
  swaps: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 3 }),
});

describe('any draft', () => {
  it('has each reference name the task that it named, or has it told', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const before = drafted(draft);
        const notice = readNotice(before);
        const { edits, undecided } = renumber(notice);
        if (!edits.length) return;
        const toldOf = new Set(
          undecided.map(({ range }) => /事项\d+(?=[^\n]*$)/.exec(before.slice(0, range.start))![0]),
        );
        const after = named(applyEdits(before, edits));
        for (const [where, what] of named(before)) {
          if (toldOf.has(where)) continue;
          expect(what).not.toBe('?');
          expect(after.get(where), where).toBe(what);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('is in order after it: a second time changes nothing', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const after = renumbered(drafted(draft));
        expect(renumber(readNotice(after)).edits).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});
