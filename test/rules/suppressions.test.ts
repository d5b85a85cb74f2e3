/** What a comment puts aside, and what is said of the comment itself. */
import { describe, expect, it } from 'vitest';
import { findingsIn } from './support.ts';

const EMPTY = '1.推进甲园建设。\n牵头单位：\n2.推进乙园建设。\n牵头单位：\n';

function rules(text: string): string[] {
  return findingsIn(text).map(({ rule, range }) => `${text.slice(0, range.start).split('\n').length} ${rule}`);
}

describe('suppressions', () => {
  it('are not there at first', () => expect(rules(EMPTY)).toEqual(['2 field-empty', '4 field-empty']));
  it.each([
    [
      'the next line',
      '1.推进甲园建设。\n// 免查 field-empty：待定\n牵头单位：\n2.推进乙园建设。\n牵头单位：\n',
      ['5 field-empty'],
    ],
    ['the next line that prints', '1.推进甲园建设。\n// 免查：待定\n\n// 另注\n牵头单位：\n', []],
    [
      'with marks of a Chinese keyboard',
      '1.推进甲园建设。\n／／免查　field-empty，unit-unknown:待定\n牵头单位：\n',
      ['2 suppression-unused'],
    ],
    [
      'a region',
      `// 免查开始 field-empty：待定\n${EMPTY}// 免查结束\n3.推进丙园建设。\n牵头单位：\n`,
      ['8 field-empty'],
    ],
    ['a region to the end', `// 免查开始：待定\n${EMPTY}`, []],
    ['the file, from anywhere', `${EMPTY}// 全文免查 field-empty：待定\n`, []],
    [
      'no other rule',
      '1.推进甲园建设。\n// 免查 unit-unknown：待定\n牵头单位：\n',
      ['2 suppression-unused', '3 field-empty'],
    ],
    ['nothing by a word of prose', '1.推进甲园建设。\n// 免查的事另说\n牵头单位：\n', ['3 field-empty']],
  ])('put aside %s', (_, text, expected) => expect(rules(text)).toEqual(expected));
  it('cannot put themselves aside', () =>
    expect(rules('// 全文免查：待定\n// 免查 numbering-gap：待定\n1.推进甲园建设。\n')).toEqual([
      '1 suppression-unused',
      '2 suppression-unused',
    ]));
});
