/** Text files and what repairs them: wrapped lines, cut fields, page numbers, blanks, padded names, half-width marks. */
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../server/model/read.ts';
import { encode } from '../../server/syntax/encoding.ts';
import { imported, said } from './support.ts';

const show = async (text: string): Promise<string> => (await imported(text, 'a.txt')).text;

describe('encodings', () => {
  const text = '1.推进“甲园”建设①。（牵头单位：县发改委）\n';
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['gb18030', false],
  ] as const)('%s (mark: %s)', async (encoding, mark) => {
    expect((await imported(encode(text, { encoding, mark })!, 'a.txt')).text).toBe(text);
  });
});

describe('a text wrapped at the width of its page', () => {
  const wrapped = `　　一、建好茶园，做强产业，守护云溪一方好水好土
　　1.新建生态茶园6000亩，改造老茶园3000亩，新
增加工企业3家、合作社12个，建成标准化初制厂2座，
完善灌溉渠道12公里，茶园道路硬化率达到九成以上。
　　牵头领导：岑柏。
　　牵头责任单位：县农业农村局、县茶叶产业发展中
心、县供销合作社联合社。
　　2.举办春茶开采节，开通采茶旅游专线3条，接待游
客20万人次，带动农家乐、民宿等综合收入增长12%左
右。
　　牵头责任单位：县文化旅游局。
`;
  it('has its paragraphs again, each with a word on it', async () => {
    const got = await imported(wrapped, 'a.txt');
    expect(got.text).toBe(`一、建好茶园，做强产业，守护云溪一方好水好土

1.新建生态茶园6000亩，改造老茶园3000亩，新增加工企业3家、合作社12个，建成标准化初制厂2座，完善灌溉渠道12公里，茶园道路硬化率达到九成以上。

牵头领导：岑柏。

牵头责任单位：县农业农村局、县茶叶产业发展中心、县供销合作社联合社。

2.举办春茶开采节，开通采茶旅游专线3条，接待游客20万人次，带动农家乐、民宿等综合收入增长12%左右。

牵头责任单位：县文化旅游局。
`);
    expect(said(got)).toContain('joined 按页面宽度折断的行已接成段落 5');
  });

  it('across the number of a page', async () => {
    const text = await show(wrapped.replace('建成标准化初制厂2座，\n', '建成标准化初制厂2座，\n\n— 3 —\n\n'));
    expect(text).toContain('建成标准化初制厂2座，完善灌溉渠道12公里');
  });

  it('is not one where lines are as long as they are', async () => {
    const text =
      '一、总体要求\n坚持稳中求进，全年新建茶园6000亩、改造3000亩\n各有关单位要按月报送进展。\n1.建成初制厂2座，\n配套仓库3座。\n责任单位：县茶叶局\n';
    expect(await show(text)).toBe(text.replace('2座，\n配套', '2座，配套'));
  });
});

describe('what a page cut', () => {
  it('a field', async () => {
    expect(await show('1.推进甲园建设。（责任\n\n领导：林知远；责任单位：县发改委）\n')).toBe(
      '1.推进甲园建设。（责任领导：林知远；责任单位：县发改委）\n',
    );
    expect(await show('1.推进甲园建设。\n责任单位：县发改委、县财\n政局。\n')).toBe(
      '1.推进甲园建设。\n责任单位：县发改委、县财政局。\n',
    );
  });

  it('layout of the drafter’s stays', async () => {
    const text = '1.推进甲园建设。\n责任单位：\n县发改委、县财政局。\n';
    expect(await show(text)).toBe(text);
  });
});

describe('what a page put there', () => {
  it('is dropped before and behind the notice, and told', async () => {
    const got = await imported(
      '当前位置：首页 > 政务公开\n\n关于做好春耕工作的通知\n\n发布时间：2026-02-10 来源：县政府办\n\n1.备足种子化肥。（责任单位：县供销社）\n\n— 2 —\n\n2.检修泵站12座。（责任单位：县水利局）\n\n上一篇：没有了\n',
      'a.txt',
    );
    expect(got.text).toBe(
      '关于做好春耕工作的通知\n\n1.备足种子化肥。（责任单位：县供销社）\n\n2.检修泵站12座。（责任单位：县水利局）\n',
    );
    expect(got.remarks.filter(({ kind }) => kind === 'dropped').map(({ quote }) => quote)).toEqual([
      '— 2 —',
      '当前位置：首页 > 政务公开',
      '发布时间：2026-02-10 来源：县政府办',
      '上一篇：没有了',
    ]);
  });

  it('between tasks it stays, and is doubtful', async () => {
    const got = await imported(
      '1.备足种子。（责任单位：县供销社）\n责任编辑：柳叶青\n2.检修泵站。（责任单位：县水利局）\n',
      'a.txt',
    );
    expect(got.text).toContain('责任编辑：柳叶青');
    expect(got.remarks.map(({ kind }) => kind)).toContain('doubtful');
  });
});

describe('blanks', () => {
  it('go beside figures and inside names and titles, and stay where they part', async () => {
    const got = await imported(
      '关于 印发 2026 年任务的通知\n\n各乡镇人民政府：\n\n　　1. 新建茶园 6000 亩，完善 配套设施。\n牵头领导：岑　柏、戚如蓝。\n责任单位：县商务局 县财政局。\n\n（联系人：县政府督查室　辛桐；电话：0000-1234567）\n\n云溪县人民政府　　2026年2月10日\n',
      'a.txt',
    );
    expect(got.text).toBe(
      '关于印发2026年任务的通知\n\n各乡镇人民政府：\n\n1. 新建茶园6000亩，完善配套设施。\n牵头领导：岑柏、戚如蓝。\n责任单位：县商务局 县财政局。\n\n（联系人：县政府督查室　辛桐；电话：0000-1234567）\n\n云溪县人民政府　　2026年2月10日\n',
    );
  });
});

describe('half-width marks throughout', () => {
  const text = '1.推进甲园建设,完善配套,年内开园;改造3条路.\n牵头单位:县发改委.\n配合单位:县财政局,各乡镇(街道).\n';
  it('stay, and are told', async () => {
    const got = await imported(text, 'a.txt');
    expect(got.text).toBe(text);
    expect(got.remarks.at(-1)).toMatchObject({ kind: 'doubtful', quote: expect.stringContaining(',') });
  });
  it('become full width on request', async () => {
    const got = await imported(text, 'a.txt', { fullWidthMarks: true });
    expect(got.text).toBe(
      '1.推进甲园建设，完善配套，年内开园；改造3条路。\n牵头单位：县发改委。\n配合单位：县财政局，各乡镇（街道）。\n',
    );
  });
});

describe('tables in a text', () => {
  it('of Markdown become tasks where nothing else has any', async () => {
    const got = await imported(
      '# 2026年任务分解表\n\n| 序号 | 重点工作 | 主要任务 | 牵头领导 | 责任单位 |\n| --- | --- | --- | --- | --- |\n| 1 | 茶园\\[一期\\] | 新建6000亩 | 岑柏 | 县农业农村局<br>县财政局 |\n| 2 |  | 改造3000亩 | 岑柏 | 县茶叶局 |\n',
      'a.md',
    );
    expect(got.text).toBe(
      '2026年任务分解表\n\n一、茶园[一期]\n\n1.新建6000亩。\n\n牵头领导：岑柏。\n\n责任单位：县农业农村局、县财政局。\n\n2.改造3000亩。\n\n牵头领导：岑柏。\n\n责任单位：县茶叶局。\n',
    );
  });

  it('pasted from a sheet too, and rows over the whole width open sections', async () => {
    const got = await imported(
      '序号\t工作任务\t完成时限\t单位\n一、茶产业\t\t\t\n1\t新建茶园6000亩\t11月底前\t县茶叶局\n',
      'a.txt',
    );
    expect(got.text).toBe('一、茶产业\n\n1.新建茶园6000亩。\n\n责任单位：县茶叶局。\n\n完成时限：11月底前。\n');
    expect(readNotice(got.text).tasks[0]?.sections.map(({ item }) => item.text)).toEqual(['茶产业']);
  });
});
