/** Edits of known kinds in invented notices are reported as what they were, and as nothing else. */
import { describe, expect, it } from 'vitest';
import { type Changes, isEmpty, type TaskChange } from '../../server/compare/change.ts';
import { changesBetween } from '../../server/compare/changes.ts';
import { applyEdits } from '../../server/edits/apply.ts';
import { formatNotice } from '../../server/edits/fmt.ts';
import { renumber } from '../../server/edits/renumber.ts';
import { readNotice } from '../../server/model/read.ts';
import { Random } from '../rules/seeded/random.ts';
import { bare, bases, caseOf, inOrder } from './bases.ts';
import { EDITORS, reads } from './edits.ts';

const BASES = bases(5);
const KINDS = Object.keys(EDITORS);

/** What was reported: kind, texts before, texts after. */
function reported({ tasks }: Changes): string[] {
  return tasks.flatMap(({ before, after, changes }) =>
    changes.map(({ kind }) =>
      said(
        kind,
        before.map(({ text }) => text),
        after.map(({ text }) => text),
      ),
    ),
  );
}

function said(kind: string, before: readonly string[], after: readonly string[]): string {
  return `${kind}: ${before.map(bare).join('／')} → ${after.map(bare).join('／')}`;
}

describe('one edit', () => {
  let edits = 0;

  it.each(KINDS)('%s is reported as that', (kind) => {
    const wrong: unknown[] = [];
    for (const base of BASES) {
      for (let seed = 0; seed < 3; seed++) {
        const one = caseOf(base, kind, seed);
        if (!one) continue;
        edits++;
        const changes = changesBetween(base.notice, one.edited);
        const { before, after } = one.edit.expected;
        const [found, expected] = [reported(changes), [said(kind, before, after)]];
        const beside = changes.sections.length + changes.head.length + changes.paragraphs.length;
        if (found.join('\n') !== expected.join('\n') || beside)
          wrong.push({ base: base.name, seed, expected, found, beside });
      }
    }
    expect(wrong).toEqual([]);
  });

  it('was made a thousand times and more', () => {
    expect(edits).toBeGreaterThan(1000);
  });
});

describe('several edits at once', () => {
  const counts = { right: 0, missed: 0, wrong: 0 };

  it('are reported as what they were, in 99 of 100', () => {
    for (const base of BASES) {
      if (base.notice.tasks.length < 8) continue;
      for (let seed = 0; seed < 2; seed++) {
        const { expected, found } = combination(base.name, base.notice, seed);
        counts.right += expected.filter((one) => found.includes(one)).length;
        counts.missed += expected.filter((one) => !found.includes(one)).length;
        counts.wrong += found.filter((one) => !expected.includes(one)).length;
      }
    }
    const { right, missed, wrong } = counts;
    expect(right).toBeGreaterThan(400);
    expect(right / (right + missed), 'recall').toBeGreaterThan(0.99);
    expect(right / (right + wrong), 'precision').toBeGreaterThan(0.99);
  });
});

/** Six edits, each of tasks that none of the others touches. */
function combination(name: string, base: ReturnType<typeof readNotice>, seed: number) {
  const random = new Random(`${name} together ${seed}`);
  const touched = new Set<string>();
  const expected: string[] = [];
  let now = base;
  for (let tries = 0; tries < 20 && expected.length < 6; tries++) {
    const kind = random.pick(KINDS.filter((one) => one !== 'renumbered'));
    const edit = EDITORS[kind]!(now, random.pick(now.tasks), random);
    if (!edit || edit.expected.before.some((text) => touched.has(text))) continue;
    const edited = reads(now, edit);
    if (!edited) continue;
    now = edited;
    for (const text of [...edit.expected.before, ...edit.expected.after]) touched.add(text);
    expected.push(said(kind, edit.expected.before, edit.expected.after));
  }
  const changes = changesBetween(base, inOrder(now));
  return { expected, found: reported(changes).filter((one) => !one.startsWith('renumbered')) };
}

const OPPOSITE: Readonly<Record<string, string>> = {
  added: 'deleted',
  deleted: 'added',
  split: 'merged',
  merged: 'split',
};

describe('the other way round', () => {
  it('says the opposite of everything', () => {
    const key = (kind: string, one: TaskChange['before'], other: TaskChange['before']): string =>
      said(
        kind,
        one.map(({ text }) => text),
        other.map(({ text }) => text),
      );
    for (const base of BASES.filter((_, index) => index % 3 === 0)) {
      for (const kind of KINDS) {
        const one = caseOf(base, kind, 1);
        if (!one) continue;
        const [there, back] = [changesBetween(base.notice, one.edited), changesBetween(one.edited, base.notice)];
        const mirrored = back.tasks.flatMap(({ before, after, changes }) =>
          changes.map((change) => key(OPPOSITE[change.kind] ?? change.kind, after, before)),
        );
        expect(mirrored.sort(), `${base.name} ${kind}`).toEqual(reported(there).sort());
        expect(back.movedUp).toBe(there.movedUp);
      }
    }
  });
});

describe('what is no change', () => {
  it.each(BASES.map(({ name, notice }) => [name, notice] as const))('%s: itself, and its own form', (_, notice) => {
    expect(isEmpty(changesBetween(notice, readNotice(notice.text)))).toBe(true);
    const formatted = readNotice(formatNotice(notice.text));
    const changes = changesBetween(notice, formatted);
    expect(isEmpty(changes), JSON.stringify(changes)).toBe(true);
  });

  it('numbers put in order are numbers alone', () => {
    let changed = 0;
    for (const { name, notice } of BASES) {
      const wrong = caseOf({ name, notice }, 'renumbered', 3)?.edited;
      if (!wrong) continue;
      const right = readNotice(applyEdits(wrong.text, renumber(wrong).edits));
      const { tasks, sections, head, paragraphs } = changesBetween(wrong, right);
      const kinds = new Set(tasks.flatMap(({ changes }) => changes.map(({ kind }) => kind)));
      expect(
        [...kinds].filter((kind) => kind !== 'renumbered'),
        name,
      ).toEqual([]);
      expect(
        sections.flatMap(({ kinds: own }) => own).filter((kind) => kind !== 'renumbered'),
        name,
      ).toEqual([]);
      expect([head, paragraphs], name).toEqual([[], []]);
      changed += tasks.length;
    }
    expect(changed).toBeGreaterThan(20);
  });
});
