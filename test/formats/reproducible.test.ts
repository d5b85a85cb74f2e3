/** The same notice gives the same bytes: after other exports, at any time, in any zone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { root } from '../support/shared.ts';
import { everyDocument, insideOf, NAMES, type Written } from './every-document.ts';

const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const text = read('examples/云溪县2026年重点工作任务分解.notice');
const other = read('test/model/corpus/titled-leaders.notice');

const ownZone = process.env.TZ;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

function at(time: string, zone: string): void {
  vi.setSystemTime(new Date(time));
  process.env.TZ = zone;
}

const bytesOf = (files: readonly Written[]) => files.map(({ content }) => Buffer.from(content as Uint8Array));

it.each(NAMES)('%s', async (name) => {
  at('2026-02-10T00:00:00Z', 'Asia/Shanghai');
  const first = await everyDocument(name, text, { annexTable: true });
  expect(first.length).toBeGreaterThan(0);
  at('1999-12-31T23:59:59Z', 'America/Lima');
  await everyDocument(name, other);
  const second = await everyDocument(name, text, { annexTable: true });
  expect(second.map(insideOf)).toEqual(first.map(insideOf));
  for (const [i, bytes] of bytesOf(second).entries()) expect(bytes.equals(bytesOf(first)[i]!)).toBe(true);
});
