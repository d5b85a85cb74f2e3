/** The lock: what is locked is found to be so, any change of a number is found, and none of a text. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/edits/apply.ts';
import { lockNumbers } from '../../server/edits/lock.ts';
import { asPrinted, type LockedNumber, lockOf, numbersOf, recordOf } from '../../server/model/lock.ts';
import { absolute, type Notice } from '../../server/model/notice.ts';
import { readNotice } from '../../server/model/read.ts';
import { STYLES, withValue } from '../../server/syntax/numbers.ts';
import { findingsIn } from '../rules/support.ts';
import { root } from '../support/shared.ts';

const folder = path.join(root, 'test/model/corpus');
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.notice'))
  .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const)
  .filter(([, text]) => numbersOf(readNotice(text)).length > 0);

function locked(text: string): string {
  return applyEdits(text, lockNumbers(readNotice(text)).edits);
}

function changesFound(text: string): string[] {
  return findingsIn(text)
    .filter(({ rule }) => rule === 'number-locked')
    .map(({ message }) => message.zh);
}

function places(notice: Notice): { start: number; end: number }[] {
  return numbersOf(notice).map(({ part, label }) => absolute(notice, part, label.range));
}

describe.each(corpus)('%s', (_, text) => {
  const held = locked(text);
  const notice = readNotice(held);
  const numbers = numbersOf(notice);
  const ranges = places(notice);

  it('is as it was locked, and says the same', () => {
    expect(held.endsWith(text.replace(/^---\n[\s\S]*?\n---\n/, ''))).toBe(true);
    expect(changesFound(held)).toEqual([]);
    expect(lockNumbers(notice)).toMatchObject({ edits: [], before: 'same' });
    expect(notice.tasks.map((task) => task.text)).toEqual(readNotice(text).tasks.map((task) => task.text));
  });

  it('is not after any change of a number', () => {
    for (const [index, range] of ranges.entries()) {
      const { label } = numbers[index]!;
      const changed = applyEdits(held, [{ range, text: withValue(label, label.value + 3) }]);
      expect(changesFound(changed), `${label.text} changed`).not.toEqual([]);
      const gone = applyEdits(held, [{ range, text: '' }]);
      expect(changesFound(gone), `${label.text} gone`).not.toEqual([]);
    }
  });

  it('is after a change of the text', () => {
    for (const [index, { end }] of ranges.entries()) {
      const { text: own, range } = notice.items[numbers[index]!.part]!.number!;
      if (range.end === 0 || !own) continue;
      const next = held.slice(end).search(/[\u4e00-\u9fff]{2}/);
      const at = end + next + 2;
      // Words are put into the item's own text: not at once after its number, and not into what follows it.
      if (held.slice(end, at).includes('\n')) continue;
      expect(changesFound(applyEdits(held, [{ range: { start: at, end: at }, text: '稳步' }]))).toEqual([]);
    }
  });
});

describe('a record', () => {
  const numbers: fc.Arbitrary<LockedNumber> = fc
    .record({ style: fc.constantFrom(...STYLES), value: fc.integer({ min: 1, max: 50 }), word: fc.nat(3) })
    .map(({ style, value, word }) => ({
      style,
      value: style === 'arabic-half-bracket' ? value : Math.min(value, style === 'circled' ? 50 : 99),
      kind:
        style === 'part'
          ? ['章', '节', '部分', '篇'][word]!
          : style === 'article'
            ? ['条', '项', '任务', '行动'][word]!
            : style === 'decimal'
              ? ['1', '2.1', '3', '10'][word]!
              : '',
    }));

  it('says the numbers that went into it', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 30 }), (all) => {
        const notice = readNotice(`---\n编号锁：${recordOf(all).join(' ')}\n---\n正文。\n`);
        expect(lockOf(notice)).toMatchObject({ unread: undefined, numbers: all });
      }),
      { numRuns: 400 },
    );
  });

  it('joins what counts on', () => {
    const run = (from: number, to: number): LockedNumber[] =>
      Array.from({ length: to - from + 1 }, (_, i) => ({ style: 'arabic', value: from + i, kind: '' }) as const);
    const one: LockedNumber = { style: 'han', value: 1, kind: '' };
    expect(recordOf([one, ...run(1, 5), { ...one, value: 2 }, ...run(6, 7), ...run(9, 9)])).toEqual([
      '一、',
      '1.至5.',
      '二、',
      '6. 7.',
      '9.',
    ]);
    expect(asPrinted({ style: 'circled', value: 21, kind: '' })).toBe('㉑');
  });

  it.each(['一至三', '1.至', '5.至1.', '1.至3.至5.', '1.至99999.', '甲、'])(
    'that cannot be read is said to be: %s',
    (record) => {
      expect(changesFound(`---\n编号锁：${record}\n---\n1.建园。\n`)[0]).toMatch(/读不懂/);
    },
  );
});

describe('is written', () => {
  it('after the settings that are there, with the ends of lines of the file', () => {
    expect(locked('---\r\n状态：已印发\r\n---\r\n1.建园。\r\n2.修路。\r\n3.修桥。\r\n')).toBe(
      '---\r\n状态：已印发\r\n编号锁：1.至3.\r\n---\r\n1.建园。\r\n2.修路。\r\n3.修桥。\r\n',
    );
  });

  it('in front matter of nothing, and where there is none', () => {
    expect(locked('---\n---\n1.建园。\n')).toBe('---\n编号锁：1.\n---\n1.建园。\n');
    expect(locked('1.建园。')).toBe('---\n编号锁：1.\n---\n1.建园。');
  });

  it('anew in the place of one that no longer holds', () => {
    const text = '---\n编号锁：1.至3.\n状态：已印发\n编号锁：4.\n---\n1.建园。\n2.修路。\n';
    expect(lockNumbers(readNotice(text)).before).toBe('other');
    expect(locked(text)).toBe('---\n状态：已印发\n编号锁：1. 2.\n---\n1.建园。\n2.修路。\n');
  });

  it('in few lines, however many the numbers', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `${(i % 7) * 2 + 1}.建园。\n`).join('');
    const held = locked(text);
    expect(held.split('\n').findIndex((line, i) => i > 0 && line === '---')).toBeLessThan(25);
    expect(changesFound(held)).toEqual([]);
    expect(changesFound(held.replace('\n13.', '\n15.'))).toHaveLength(1);
  });
});

describe('says what changed', () => {
  const TEXT = locked('一、产业\n1.建园。\n2.建厂。\n3.建仓。\n二、民生\n4.修路。\n5.修桥。\n6.修渠。\n');
  const found = (from: string, to: string): string[] => changesFound(TEXT.replace(`\n${from}`, `\n${to}`));

  it.each([
    ['4.', '7.', '“7.”锁定时是“4.”'],
    ['6.', '（六）', '“（六）”锁定时是“6.”'],
    ['3.建仓。\n', '', '“二、”前少了“3.”'],
    ['6.修渠。\n', '', '“5.”后少了“6.”'],
    ['2.建厂。\n3.建仓。\n', '', '“二、”前少了“2.”和“3.”'],
    ['二、民生\n', '二、民生\n三、旅游\n', '“三、”是新添的编号'],
    ['6.修渠。\n', '6.修渠。\n7.修塘。\n', '“7.”是新添的编号'],
  ])('%s → %s', (from, to, words) => {
    expect(found(from, to)).toEqual([expect.stringContaining(words)]);
  });

  it('of everything at once', () => {
    expect(changesFound(`${TEXT.split('---\n').slice(0, 2).join('---\n')}---\n正文。\n`)).toEqual([
      expect.stringContaining('少了“一、”至“6.”'),
    ]);
  });

  it('but not of the marks around a number', () => {
    expect(found('4.', '4、')).toEqual([]);
    expect(found('4.', '★4.')).toEqual([]);
  });
});
