/** The command line and the language server write the same documents, and import the same notices, byte for byte. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { ExportOffer, ExportResult, ImportAnswer } from '../../server/protocol.ts';
import { run } from '../support/cli.ts';
import { Editor } from '../support/server.ts';
import { root } from '../support/shared.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tasknotice-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(path.join(root, 'examples'), folder, { recursive: true });
const NOTICE = path.join(folder, '云溪县2026年重点工作任务分解.notice');

/** What the command line wrote: a file, or the files of a folder by their names. */
function written(target: string): Record<string, string> {
  const read = (file: string) => readFileSync(file).toString('base64');
  if (!statSync(target).isDirectory()) return { '': read(target) };
  return Object.fromEntries(readdirSync(target).map((name) => [name, read(path.join(target, name))]));
}

it('writes each document in each type of file as the command line does', { timeout: 120_000 }, async () => {
  const editor = await Editor.start(folder);
  const uri = await editor.open(NOTICE, readFileSync(NOTICE, 'utf8'));
  const offers = await editor.connection.sendRequest<ExportOffer[]>('tasknotice/offers');
  expect(offers.length).toBeGreaterThan(0);
  for (const { id, types, annexTable = false } of offers) {
    for (const type of types) {
      const target = path.join(folder, `${id}-${annexTable}-${type}${id === 'slips' ? '' : `.${type}`}`);
      const cli = await run([
        'export',
        NOTICE,
        '--what',
        id,
        '--to',
        type,
        '-o',
        target,
        ...(annexTable ? ['--annex-table'] : []),
      ]);
      const params = { uri, document: id, type, annexTable };
      const answer = await editor.connection.sendRequest<ExportResult>('tasknotice/export', params);
      // A machine without a Chinese face writes no PDF, and says so.
      expect(cli.code === 2, `${id} ${type}: ${cli.stderr}`).toBe(answer.refused !== undefined);
      if (answer.refused) continue;
      const several = answer.files.length !== 1 || answer.files[0]!.name !== `.${type}`;
      const own = Object.fromEntries(answer.files.map(({ name, base64 }) => [several ? name : '', base64]));
      expect(own, `${id} ${type}`).toEqual(written(target));
    }
  }
});

it('imports what it wrote as the command line does', { timeout: 60_000 }, async () => {
  const editor = await Editor.start(folder);
  for (const name of ['来文.docx', '来文.html', '来文.txt']) {
    const file = path.join(folder, name);
    const to = path.extname(name).slice(1);
    if (to === 'txt') cpSync(NOTICE, file);
    else await run(['export', NOTICE, '--what', to === 'docx' ? 'notice' : 'table', '--to', to, '-o', file]);
    const params = { name, base64: readFileSync(file).toString('base64') };
    const answer = await editor.connection.sendRequest<ImportAnswer>('tasknotice/import', params);
    const cli = await run(['import', file, '-o', '-']);
    expect(answer.refused, name).toBeUndefined();
    expect(answer.text, name).toBe(cli.stdout);
    expect(answer.tasks, name).toBeGreaterThan(10);
  }
});
