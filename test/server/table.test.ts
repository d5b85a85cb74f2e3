/** The editor exports the table that the notice’s configuration asks for. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ExportResult } from '../../server/protocol.ts';
import { temporary } from '../support/cli.ts';
import { Editor } from '../support/server.ts';

it('exports the columns of tasknotice.json', async () => {
  const folder = temporary();
  writeFileSync(path.join(folder, 'tasknotice.json'), '{"table": {"columns": ["主要任务", {"title": "进展情况"}]}}');
  const editor = await Editor.start(folder);
  const uri = await editor.open(path.join(folder, '通知.notice'), '一、产业\n1.采茶。\n责任单位：县供销社。\n');
  const { files } = await editor.request<ExportResult>('tasknotice/export', { uri, document: 'table', type: 'csv' });
  expect(Buffer.from(files[0]!.base64, 'base64').toString()).toBe('\ufeff主要任务,进展情况\r\n采茶,\r\n');
});
