/** References to numbers that are not there. */
import { describe, expect, it } from 'vitest';
import { check, findingsIn, marked } from './support.ts';

const TASKS = '1.建园。（责任单位：县财政局）\n2.修路。（责任单位：县财政局）\n';

describe('a reference', () => {
  it.each([
    '见«第3项»',
    '（详见«第三项»）',
    '见第1项、«第5项»',
    '见«第1—5项»',
    '见第2、«5项»',
    '按照本通知«第9条»办理',
    '对照前述«第8项»要求',
    '参照«第三部分第1项»办理',
    '除«第（七）项»外',
    '落实本方案«第四章»规定',
  ])('to nothing: %s', (words) => {
    check('reference-unresolved', `${TASKS}3、${words}。\n`.replace('3、', '一、'));
  });

  it.each([
    '见第2项',
    '见第二项',
    '（见第1、2项）',
    '参照第1项至第2项办理',
    '按照《县园区管理办法》第九条办理',
    '落实县园区管理办法第九条',
    '见附件2第9项',
    '按照上级方案第9项办理',
    '对照原第9项',
    '根据第九次会议部署，打通第9条环线',
    '按第9条生产线标准建设',
    '落实第四季度、第三产业要求',
    '见第二款',
  ])('that is in order, or of something else: %s', (words) => {
    check('reference-unresolved', `${TASKS}一、${words}。\n`);
  });

  it('is looked for in field lines and the letter, and not in comments', () => {
    const text = `关于印发重点工作的通知\n\n各乡镇人民政府：\n\n请按本通知«第6项»要求抓好落实。\n\n云溪县人民政府\n2026年2月10日\n\n1.建园。\n责任单位：县财政局。\n备注：见«第7项»。\n// 见第8项\n2.修路。\n责任单位：县财政局。\n`;
    check('reference-unresolved', text);
  });

  it('is of no one where nothing is numbered', () => {
    check('reference-unresolved', '请按照第三条执行。\n');
  });

  it('is found in each of many tasks', () => {
    const text = Array.from({ length: 2000 }, (_, i) => `${i + 1}.建园，见第${i + 2}项。（责任单位：县财政局）\n`).join(
      '',
    );
    expect(findingsIn(text).filter(({ rule }) => rule === 'reference-unresolved')).toHaveLength(1);
    expect(marked('reference-unresolved', text)).toContain('«第2001项»');
  });

  it('among many sections is that of its own', () => {
    const section = (n: string): string =>
      `（${n}）专项\n1.建园，见第2项。（责任单位：县财政局）\n2.修路，见«第3项»。（责任单位：县财政局）\n`;
    const numerals = ['一', '二', '三', '四', '五'];
    check('reference-unresolved', Array.from({ length: 60 }, (_, i) => section(numerals[i % 5]!)).join(''));
  });
});

describe('a notice that is issued', () => {
  const GAP = '1.建园。\n2.修路。\n4.修桥。\n5.修渠。\n';
  it('has its numbers put right by nobody', () => {
    const fixes = (text: string): number => findingsIn(text).flatMap((finding) => finding.fixes).length;
    expect(fixes(GAP)).toBe(1);
    expect(fixes(`---\n状态：已印发\n---\n${GAP}`)).toBe(0);
    expect(fixes(`---\n编号锁：1. 2. 4. 5.\n---\n${GAP}`)).toBe(0);
  });

  it('elsewhere references follow the fix', () => {
    const [finding] = findingsIn(GAP.replace('修路', '修路，见第4项'));
    expect(finding!.fixes[0]!.edits.map(({ text }) => text)).toEqual(['3', '3.', '4.']);
  });
});
