/** tasknotice gate, as one runs it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporary } from '../support/cli.ts';

const NOTICE = `云溪县人民政府文件

云政发〔2026〕3号

云溪县人民政府关于印发2026年重点任务分解的通知

各乡镇人民政府，县政府各部门：

现将2026年重点任务分解印发给你们，请认真抓好落实。

云溪县人民政府
2026年2月10日

1.建成冷链物流园。
牵头单位：县商务局。

2.举办春茶开采节。
牵头单位：县商务局。
`;
const REGISTRY = '地区：云溪县（县）\n\n单位：云溪县商务局\n简称：县商务局\n';

function folder(notice = NOTICE): string {
  const name = temporary();
  writeFileSync(path.join(name, '通知.notice'), notice);
  writeFileSync(path.join(name, '云溪县.registry'), REGISTRY);
  return name;
}

describe('gate', () => {
  it('ticks off what is right, and lets the notice out', async () => {
    const { code, stdout } = await run(['gate', '通知.notice'], { cwd: folder() });
    expect(code).toBe(0);
    expect(stdout).toContain('✓ 通过');
    expect(stdout).toMatch(/全部通过 \/ All passed\n$/);
  });
  it('says what fails and where, and keeps it in', async () => {
    const { code, stdout } = await run(['gate', '通知.notice'], { cwd: folder(NOTICE.replace('2.举办', '4.举办')) });
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ 不通过 编号连续[^\n]*\n +第17行：[^\n]*numbering-gap/);
    expect(stdout).toMatch(/不能印发：1 项不通过 \/ Not to be issued: 1 failed\n$/);
  });
  it('gives the same to a program', async () => {
    const { stdout } = await run(['gate', '--format', 'json', '通知.notice'], {
      cwd: folder(NOTICE.replace('2.举办', '4.举办')),
    });
    const { file, passed, items } = JSON.parse(stdout);
    expect([file, passed]).toEqual(['通知.notice', false]);
    expect(items.find(({ id }: { id: string }) => id === 'numbering')).toMatchObject({
      status: 'fail',
      remarks: [{ rule: 'numbering-gap', line: 17, column: 1 }],
    });
  });
  it.each([
    [['gate'], '请给出一个通知文件'],
    [['gate', '没有.notice'], '不存在'],
    [['gate', '--preset', 'no', '通知.notice'], '--preset'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, stderr } = await run(args, { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
