/** Who answers for a task: what the others state and one lacks, under which label, and units named twice. */
import { describe, it } from 'vitest';
import { check } from './support.ts';

/** Tasks in field lines, closed by 。 */
function tasks(count: number, fields: (n: number) => string, from = 1): string {
  return Array.from({ length: count }, (_, i) => `${from + i}.推进第${from + i}项工程建设。\n${fields(from + i)}`).join(
    '',
  );
}

const LEAD = '牵头单位：县发改委。\n';
const BOTH = `${LEAD}配合单位：县财政局。\n`;

describe('lead-unit-missing', () => {
  it('finds the task without one', () =>
    check('lead-unit-missing', `${tasks(5, () => LEAD)}«6.»推进丁园建设。\n责任单位：县商务局。\n`));
  it('finds a bare 责任单位 where the others put it beside a lead unit', () =>
    check(
      'lead-unit-missing',
      `${tasks(5, () => `${LEAD}责任单位：各乡镇、县直有关单位。\n`)}«6.»改进作风。\n责任单位：各乡镇、县直各单位。\n`,
    ));
  it('leaves a task alone for which all answer alike', () =>
    check('lead-unit-missing', `${tasks(5, () => BOTH)}6.改进作风。\n责任单位：各乡镇、开发区管委会、县直各单位。\n`));
  it('leaves a section alone that names none', () =>
    check(
      'lead-unit-missing',
      `一、产业\n${tasks(9, () => LEAD)}二、作风\n${tasks(2, () => '责任单位：县纪委。\n', 10)}`,
    ));
  it('leaves prose alone that says who answers in its own words', () =>
    check(
      'lead-unit-missing',
      '1.修路。（县交通局牵头，县财政局配合）\n2.架桥。（县交通局牵头，县财政局配合）\n3.通车。（县交通局牵头，县公安局配合）\n4.养护。（各乡镇负责）\n',
    ));
  it('leaves a task alone that inherits its lead unit', () =>
    check(
      'lead-unit-missing',
      '一、产业（县发改委总牵头）\n1.建园。（责任单位：县商务局）\n2.招商。（责任单位：县商务局）\n3.投产。（责任单位：县商务局）\n',
    ));
});

describe('leader-missing', () => {
  const led = (n: number): string => `牵头领导：${n % 2 ? '林知远' : '沈嘉禾'}。\n${LEAD}`;
  it('finds the task without one', () => check('leader-missing', `${tasks(5, led)}«6.»推进丁园建设。\n${LEAD}`));
  it('leaves a notice alone in which few tasks name one', () =>
    check('leader-missing', `${tasks(3, led)}${tasks(3, () => LEAD, 4)}`));
});

describe('support-unit-missing', () => {
  it('finds the task without one', () =>
    check('support-unit-missing', `${tasks(12, () => BOTH)}«13.»推进丁园建设。\n${LEAD}`));
  it('leaves a task alone that all units lead', () =>
    check('support-unit-missing', `${tasks(12, () => BOTH)}13.改进作风。\n牵头单位：各乡镇、县直各单位。\n`));
  it('leaves 列第一位者为牵头单位 alone where one unit stands alone', () =>
    check(
      'support-unit-missing',
      `1.修路。\n责任单位：县交通局、县财政局（列第一位者为牵头单位，下同）。\n${tasks(8, () => '责任单位：县交通局、县财政局。\n', 2)}10.养护。\n责任单位：县交通局。\n`,
    ));
});

describe('label-variant', () => {
  it('finds the odd label of a role', () =>
    check('label-variant', `${tasks(5, () => '牵头责任单位：县发改委。\n')}6.修路。\n«牵头单位»：县交通局。\n`));
  it('finds it in a bracket and in 【】', () => {
    check(
      'label-variant',
      '1.修路。（责任单位：甲局）\n2.架桥。（责任单位：甲局）\n3.通车。（责任单位：甲局）\n4.养护。（«责任部门»：甲局）\n',
    );
  });
  it('leaves two labels alone that are both in use', () =>
    check('label-variant', `${tasks(6, () => '责任领导：林知远。\n')}${tasks(4, () => '牵头领导：沈嘉禾。\n', 7)}`));
  it('leaves a label alone that is about another kind of unit', () =>
    check('label-variant', `${tasks(5, () => '责任单位：县发改委。\n')}6.修路。\n责任科室：综合科。\n`));
  it('leaves a label alone whose prose says another role', () =>
    check(
      'label-variant',
      `${tasks(4, () => '牵头单位：县发改委。\n')}5.修路。\n责任单位：县交通局牵头，县财政局配合。\n`,
    ));
});

describe('field-empty', () => {
  it('finds an empty field', () => check('field-empty', `${tasks(2, () => LEAD)}3.修路。\n«牵头单位：»。\n`));
  it('leaves a label alone whose value stands in the line under it', () =>
    check('field-empty', `${tasks(2, () => LEAD)}3.修路。\n${LEAD}完成时限：\n2026年6月底前\n\n4.架桥。\n${LEAD}`));
  it('leaves an empty remark alone', () => check('field-empty', `${tasks(2, () => `${LEAD}备注：\n`)}`));
});

describe('unit-duplicated', () => {
  it('finds each unit that leads and supports', () =>
    check(
      'unit-duplicated',
      '1.修路。\n牵头单位：县交通局、县公安局。\n配合单位：县财政局，«县公安局»、«县交通局»。\n',
    ));
  it('knows a name that the list shortens', () =>
    check('unit-duplicated', '1.修路。\n牵头单位：县交通局、财政局。\n配合单位：县公安局、«县财政局»。\n'));
  it('knows a unit without its second name', () =>
    check('unit-duplicated', '1.修路。\n牵头单位：县财政局（国资办）。\n配合单位：县公安局、«县财政局»。\n'));
  it('leaves 责任单位 alone that name the lead unit again throughout', () =>
    check(
      'unit-duplicated',
      tasks(4, () => '牵头单位：县交通局。\n责任单位：县交通局、县财政局。\n'),
    ));
  it('keeps units of two places apart', () =>
    check('unit-duplicated', '1.修路。\n牵头单位：市交通局。\n配合单位：县交通局、区交通局。\n'));
  it('does not take some for the same as some', () =>
    check('unit-duplicated', '1.修路。\n牵头单位：有关乡镇。\n配合单位：有关乡镇、县直有关单位。\n'));
  it('finds the same group twice in one list', () =>
    check('unit-duplicated', '1.修路。\n责任单位：各乡镇、县交通局、«各乡镇»。\n'));
});
