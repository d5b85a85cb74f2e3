/** Renumbering whatever stands in whatever order: no reference goes astray unsaid, and a second time changes nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../../server/edits/apply.ts';
import { renumber, type Scope } from '../../server/edits/renumber.ts';
import { absolute } from '../../server/model/notice.ts';
import { readNotice } from '../../server/model/read.ts';
import { ReferenceTargets, referencesOf } from '../../server/model/reference-targets.ts';

const HAN = '一二三四五六七';
const up = (most: number) => fc.integer({ min: 1, max: most });
const han = (most: number) => fc.nat(most - 1).map((n) => HAN[n]!);

const NUMBER = fc.oneof(
  han(5).map((n) => `${n}、`),
  han(5).map((n) => `（${n}）`),
  up(7).map((n) => `${n}.`),
  up(4).map((n) => `（${n}）`),
  han(4).map((n) => `第${n}条　`),
  han(3).map((n) => `第${n}章　`),
  up(3).map((n) => '①②③'[n - 1]!),
  up(9).map((n) => `1.${n} `),
);

const REFERENCE = fc.oneof(
  up(6).map((n) => `第${n}项`),
  han(5).map((n) => `第${n}条`),
  han(4).map((n) => `第（${n}）项`),
  han(4).map((n) => `第${n}部分`),
  fc.tuple(han(4), up(5)).map(([section, n]) => `第${section}部分第${n}项`),
  fc.tuple(han(3), han(5)).map(([chapter, n]) => `第${chapter}章第${n}条`),
  fc.tuple(up(4), up(4)).map(([n, more]) => `第${n}—${n + more}项`),
  fc.tuple(up(4), up(4)).map(([one, other]) => `第${one}、${other}项`),
);

const LINE = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(NUMBER, REFERENCE)
      .map(([number, to]) => `${number}建设甲园#，见${to}。（责任单位：县财政局）\n`),
  },
  { weight: 3, arbitrary: NUMBER.map((number) => `${number}专项#\n`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '附件\n',
      '2026年民生实事\n',
      '云溪县人民政府\n2026年2月10日\n',
      '各乡镇人民政府：\n',
      '\n',
    ),
  },
);

const DRAFT = fc.array(LINE, { maxLength: 16 }).map((lines) => {
  let id = 0;
  return lines.join('').replaceAll('#', () => `（事项${id++}）`);
});

const idOf = (text: string): string => /事项\d+/.exec(text)?.[0] ?? '?';

/** What each reference names, in the order of the text; undefined where that is uncertain. */
function named(text: string): (string | undefined)[] {
  const notice = readNotice(text);
  const targets = new ReferenceTargets(notice);
  return referencesOf(notice).map((placed) => {
    const [one, ...more] = targets.find(placed) ?? [];
    if (!one || more.length) return undefined;
    return [...one.path, ...(one.to ? [one.to] : [])].map(({ item }) => idOf(item.text)).join(' ');
  });
}

it('each reference names what it named, or is told', () => {
  fc.assert(
    fc.property(DRAFT, fc.constantFrom('notice', 'section', 'level'), fc.nat(100), (text, of, percent) => {
      const notice = readNotice(text);
      const scope: Scope = of === 'notice' ? { of } : { of, at: Math.floor((text.length * percent) / 101) };
      const { edits, undecided } = renumber(notice, scope);
      if (!edits.length) return;
      const told = new Set(undecided.map(({ range }) => range.start));
      const after = named(applyEdits(text, edits));
      const before = named(text);
      referencesOf(notice).forEach(({ part, reference }, index) => {
        if (told.has(absolute(notice, part, reference.range).start)) return;
        expect(before[index], reference.text).toBeDefined();
        expect(after[index], reference.text).toBe(before[index]);
      });
    }),
    { numRuns: 700 },
  );
});

it('a second time changes nothing', () => {
  fc.assert(
    fc.property(DRAFT, (text) => {
      const after = applyEdits(text, renumber(readNotice(text)).edits);
      expect(renumber(readNotice(after)).edits).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
