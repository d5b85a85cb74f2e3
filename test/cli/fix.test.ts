/** lint --fix: the safe fixes, written in place or shown. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../server/syntax/encoding.ts';
import { run, temporary } from '../support/cli.ts';

const NOTICE =
  '1.推进甲园建设。\n牵头单位：县财政局。\n2.推进乙园建设。\n牵头单位:县商务局。\n3.推进丙园建设。\n牵头单位：县教育局、县商务局、县教育局。\n';
const MENDED = NOTICE.replace(':', '：');

function file(text = NOTICE, bytes: Uint8Array | string = text): { folder: string; name: string } {
  const folder = temporary();
  const name = path.join(folder, '草稿.notice');
  writeFileSync(name, bytes);
  return { folder, name };
}

describe('lint --fix', () => {
  it('mends what is certain, says so, and reports the rest', async () => {
    const { name } = file();
    const { code, stdout, stderr } = await run(['lint', '--fix', name]);
    expect(readFileSync(name, 'utf8')).toBe(MENDED);
    expect(stderr).toContain('已改好 1 个问题（1 个文件）');
    expect(stdout).toContain('unit-duplicated');
    expect(stdout).not.toContain('punctuation-half-width');
    expect(code).toBe(1);
  });
  it('changes nothing the second time', async () => {
    const { name } = file(MENDED.replace('、县教育局。', '。'));
    const { mtimeMs } = statSync(name);
    const { code, stderr } = await run(['lint', '--fix', name]);
    expect([code, stderr, statSync(name).mtimeMs]).toEqual([0, '', mtimeMs]);
  });
  it('keeps the encoding and the ends of lines', async () => {
    const gbk = { encoding: 'gb18030', mark: false } as const;
    const { name } = file(NOTICE, encode(NOTICE.replaceAll('\n', '\r\n'), gbk)!);
    await run(['lint', '--fix', name]);
    expect(readFileSync(name)).toEqual(Buffer.from(encode(MENDED.replaceAll('\n', '\r\n'), gbk)!));
  });
  it('--dry-run shows a diff that patch understands, and writes nothing', async () => {
    const { folder } = file();
    const { code, stdout } = await run(['lint', '--fix', '--dry-run', '草稿.notice'], { cwd: folder });
    expect(stdout).toBe(
      '--- a/草稿.notice\n+++ b/草稿.notice\n@@ -2,5 +2,5 @@\n 牵头单位：县财政局。\n 2.推进乙园建设。\n-牵头单位:县商务局。\n+牵头单位：县商务局。\n 3.推进丙园建设。\n 牵头单位：县教育局、县商务局、县教育局。\n',
    );
    expect(readFileSync(path.join(folder, '草稿.notice'), 'utf8')).toBe(NOTICE);
    expect(code).toBe(1);
  });
  it('--fix-rule makes the fixes of one rule; those to be confirmed with --unconfirmed', async () => {
    const { name } = file();
    await run(['lint', '--fix-rule', 'unit-duplicated', name]);
    expect(readFileSync(name, 'utf8')).toBe(NOTICE);
    await run(['lint', '--fix-rule', 'unit-duplicated', '--unconfirmed', name]);
    expect(readFileSync(name, 'utf8')).toBe(NOTICE.replace('、县教育局。', '。'));
  });
  it('of standard input gives the mended text', async () => {
    expect((await run(['lint', '--fix', '-'], { input: NOTICE })).stdout).toBe(MENDED);
    expect((await run(['lint', '--fix', '-'], { input: MENDED })).stdout).toBe(MENDED);
  });
  it.each([
    [['--unconfirmed'], '--unconfirmed 要与 --fix-rule 同用'],
    [['--dry-run'], '--dry-run 要与 --fix'],
    [['--fix-rule', 'no-such'], '没有规则“no-such”'],
    [['--fix', '--cache'], '--fix'],
  ])('says what is wrong with %j', async (options, message) => {
    const { code, stderr } = await run(['lint', ...options, file().name]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
