import { describe, expect, it } from 'vitest';
import { hanValue, parseNumber, toHan, withValue } from '../../server/syntax/numbers.ts';

describe('a number at the start of a line', () => {
  it.each([
    ['一、推进', 'han', 1, '一', '、'],
    ['二十四、推进', 'han', 24, '二十四', '、'],
    ['（一）推进', 'han-bracket', 1, '一', '（）'],
    ['(二十四)推进', 'han-bracket', 24, '二十四', '()'],
    ['（三）、推进', 'han-bracket', 3, '三', '（）、'],
    ['1.推进', 'arabic', 1, '1', '.'],
    ['17、推进', 'arabic', 17, '17', '、'],
    ['3﹒推进', 'arabic', 3, '3', '﹒'],
    ['4．推进', 'arabic', 4, '4', '．'],
    ['5. 推进', 'arabic', 5, '5', '.'],
    ['6.2026年底前完成', 'arabic', 6, '6', '.'],
    ['8.24小时热线“接诉即办”', 'arabic', 8, '8', '.'],
    ['10.5G基站建成300座', 'arabic', 10, '10', '.'],
    ['★1.推进', 'arabic', 1, '1', '.'],
    ['１．推进', 'arabic', 1, '1', '．'],
    ['㈡推进', 'han-bracket', 2, '二', ''],
    ['第三条 推进', 'article', 3, '三', '第条'],
    ['任务一：推进', 'article', 1, '一', '任务：'],
    ['1 科技创新', 'arabic', 1, '1', ''],
    ['（12）推进', 'arabic-bracket', 12, '12', '（）'],
    ['⑴推进', 'arabic-bracket', 1, '1', ''],
    ['91)推进', 'arabic-half-bracket', 91, '91', ')'],
    ['③推进', 'circled', 3, '3', ''],
    ['第二部分 推进', 'part', 2, '二', '第部分'],
    ['1.2 推进', 'decimal', 2, '2', ''],
  ])('%s', (line, style, value, numeral, marks) => {
    expect(parseNumber(line)).toMatchObject({ style, value, numeral, marks });
  });

  it.each([
    '2021年是开局之年',
    '1.5亿元',
    '3 月底前完成',
    '5.5%以上',
    '2.3个百分点',
    '一是推进',
    '（此件公开发布）',
    '十分重要',
    '3D打印',
    '(合计7个方面)',
    '0.85个百分点',
    '一一、',
  ])('is not in %s', (line) => expect(parseNumber(line)).toBeUndefined());
});

describe('Han numerals', () => {
  it('read back as written, 1 to 999', () => {
    for (let value = 1; value < 1000; value++) expect(hanValue(toHan(value))).toBe(value);
  });

  it.each([
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
  ])('%d is %s', (value, han) => expect(toHan(value)).toBe(han));
});

describe('a number made another', () => {
  it.each([
    ['（二）', 3, '（三）'],
    ['(2)', 3, '(3)'],
    ['一、', 12, '十二、'],
    ['1﹒', 2, '2﹒'],
    ['③', 4, '④'],
    ['⑳', 21, '(21)'],
    ['第二部分', 3, '第三部分'],
    ['1.2', 3, '1.3'],
  ])('%s made %d is %s', (text, value, wanted) => {
    const number = parseNumber(`${text} 推进`)!;
    expect(withValue(number, value)).toBe(wanted);
  });
});
