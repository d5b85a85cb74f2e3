/** Levels that restart and levels that run on, and each slip found once, at the number that stands wrong. */
import { describe, expect, it } from 'vitest';
import { renumber } from '../../server/edits/renumber.ts';
import { readNotice } from '../../server/model/read.ts';

import { findingsIn, fixed, unmarked } from './support.ts';

/** Numbers in the order of the text, a line each; those found wrong between «». */
function check(rule: string | undefined, numbers: string, settings = ''): void {
  const lines = numbers.split(' ').map((number) => `${number}推进园区建设。`);
  const { text, ranges } = unmarked(`${settings}${lines.join('\n')}\n`);
  const found = findingsIn(text).filter((finding) => finding.rule.startsWith('numbering-'));
  expect(found.map((finding) => [finding.rule, finding.range])).toEqual(ranges.map((range) => [rule, range]));
}

const RIGHT: Readonly<Record<string, string>> = {
  'one run': '1. 2. 3. 4.',
  'starts again under each heading': '一、 1. 2. 3. 二、 1. 2.',
  'runs on over the headings': '一、 1. 2. 3. 二、 4. 5. 三、 6.',
  'runs on over headings of the second level, starts again at the first':
    '一、 （一） 1. 2. （二） 3. 二、 （一） 1. （二） 2. 3.',
  'three levels, each starting again': '一、 （一） 1. （1） （2） 2. （1） （二） 1. 二、 （一） 1.',
  'two levels run on side by side': '一、 1. 2. 二、 3. 1) 2) 4. 3) 4) 三、 5. 5)',
  'begins with 80': '80. 81. 82.',
  'circled numbers': '一、 ① ② 二、 ① ②',
  'decimal numbers': '1. 1.1、 1.2、 2. 2.1、 2.2、',
  chapters: '第一章、 第一节、 第二节、 第二章、 第一节、',
};

describe('numbers in order', () => {
  it.each(Object.entries(RIGHT))('%s', (_, numbers) => check(undefined, numbers));

  it('starts again after a line that heads without a number', () => {
    const text = '1.推进甲园建设。\n2.推进乙园建设。\n\n2026年民生实事\n\n1.改造老旧小区。\n2.新建停车场。\n';
    expect(findingsIn(text)).toEqual([]);
  });
});

describe('a second plan in the text', () => {
  it('starts again under its title and preamble', () => {
    const plan = (title: string): string =>
      `${title}\n\n为抓好落实，制定本方案。\n\n一、产业\n\n1.建园。\n责任单位：县发改委。\n\n二、民生\n\n1.修路。\n责任单位：县交通局。\n\n`;
    expect(findingsIn(plan('2026年重点工作') + plan('2026年民生实事'))).toEqual([]);
  });
});

describe('a gap', () => {
  it.each([
    '1. 2. «4.» 5.',
    '一、 1. 2. 二、 «2.» 3. 三、 1. 2.',
    '一、 1. 2. 二、 3. «5.» 三、 6. 7.',
    '«2.» 3. 4.',
    '一、 （一） （二） 二、 （一） «（三）» （四）',
    '1. 2. «9.» 10. 11.',
    '1. «3.» 4. «6.» 7.',
  ])('%s', (numbers) => check('numbering-gap', numbers));

  it('says what is missing', () => {
    const [one] = findingsIn('1.甲。\n2.乙。\n4.丙。\n5.丁。\n');
    expect(one!.message.zh).toContain('“4.”前缺“3.”');
    const [several] = findingsIn('（一）甲。\n（五）乙。\n（六）丙。\n');
    expect(several!.message.zh).toContain('“（五）”前缺“（二）”至“（四）”');
  });
});

describe('a number used twice', () => {
  it.each([
    '1. 2. «2.» 3. 4.',
    '1. 2. «2.» 4.',
    '1. 2. «4.» 4. 5.',
    '一、 1. 2. 二、 1. «1.» 2.',
    '一、 1. 2. 二、 3. «3.» 4. 三、 5.',
  ])('%s', (numbers) => check('numbering-duplicate', numbers));
});

describe('numbers out of order', () => {
  it.each(['1. 2. 4. «3.» 5.', '1. 2. «13.» 4. 5.', '1. 2. 4. 5. «3.» 6.', '一、 二、 «五、» 四、'])('%s', (numbers) =>
    check('numbering-out-of-order', numbers),
  );
});

describe('编号 in the front matter', () => {
  it('says that a level runs on', () =>
    check('numbering-duplicate', '一、 1. 2. 二、 «1.» 2.', '---\n编号：1.连续，（1）重起\n---\n'));
  it('says that a level starts again', () =>
    check('numbering-gap', '一、 （1） （2） 二、 «（3）» （4）', '---\n编号：1.连续，（1）重起\n---\n'));
});

describe('renumbering', () => {
  it.each([
    ['1. 2. 4. 4. 7.', '1. 2. 3. 4. 5.'],
    ['一、 1. 2. 三、 4. 5. 三、 6.', '一、 1. 2. 二、 3. 4. 三、 5.'],
    ['一、 1. 3. 二、 1. 2. 三、 2.', '一、 1. 2. 二、 1. 2. 三、 1.'],
    ['80. 82. 83.', '80. 81. 82.'],
    ['（十） （十二）', '（十） （十一）'],
    ['① ③ ③', '① ② ③'],
    ['1． 3．', '1． 2．'],
  ])('%s', (before, after) => {
    const textOf = (numbers: string): string =>
      `${numbers
        .split(' ')
        .map((number) => `${number}推进园区建设。`)
        .join('\n')}\n`;
    const text = textOf(before);
    const { edits } = renumber(readNotice(text));
    expect(fixed(text, { title: { zh: '', en: '' }, safe: false, edits })).toBe(textOf(after));
  });
});

describe('field lines with numbers', () => {
  const rules = ['numbering-gap', 'numbering-duplicate', 'numbering-out-of-order', 'field-empty', 'duty-missing'];
  const found = (marked: string): void => {
    const { text, ranges } = unmarked(marked.replaceAll(' / ', '\n'));
    const findings = findingsIn(text).filter(({ rule }) => rules.includes(rule));
    expect(findings.map(({ range }) => range)).toEqual(ranges);
  };

  it.each([
    '（一）打造品牌 / 1.工作目标：办节1届。 / 2.牵头单位：县文旅局 / 3.完成时限：2026年11月底 / 4.保障措施：拨付经费。',
    '（一）打造品牌 / 1.牵头单位：县文旅局 / 2.完成时限：2026年11月底 / 3.工作目标：办节1届。',
    '1.打造品牌。 / （1）牵头单位：县文旅局 / （2）配合单位：县商务局 / 2.修缮老宅。 / （1）牵头单位：县住建局',
    '1.打造品牌。 / 1.牵头单位：县文旅局 / 2.配合单位：县商务局 / 2.修缮老宅。 / 1.牵头单位：县住建局',
    '（一）打造品牌 / 1.工作措施： / （1）拍片。 / （2）办展。 / 2.牵头单位：县文旅局 / （二）修缮老宅 / 1.工作措施：修屋。',
  ])('count as they stand: %s', found);

  it.each([
    '（一）打造品牌 / 1.工作目标：办节1届。 / 2.牵头单位：县文旅局 / «4.»完成时限：2026年11月底',
    '（一）打造品牌 / 1.工作目标：办节1届。 / 2.牵头单位：县文旅局 / «2.»完成时限：2026年11月底',
    '一、学位项目 / （一）目标：建园8所。 / （二）责任领导：岑柏 / （三）«牵头单位：» / «（三）»责任单位：县财政局',
    '1.打造品牌。 / （1）牵头单位：县文旅局 / «（3）»配合单位：县商务局',
  ])('wrong: %s', found);

  it('are renumbered with the entries', () => {
    const text =
      '（一）打造品牌\n1.目标：办节1届。\n3.牵头单位：县文旅局\n3.完成时限：2026年11月底\n5.保障：拨付经费。\n';
    const { edits } = renumber(readNotice(text));
    expect(fixed(text, { title: { zh: '', en: '' }, safe: false, edits })).toBe(
      '（一）打造品牌\n1.目标：办节1届。\n2.牵头单位：县文旅局\n3.完成时限：2026年11月底\n4.保障：拨付经费。\n',
    );
  });
});
