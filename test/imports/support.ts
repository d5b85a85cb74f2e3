/** What the tests of imports ask: a text or bytes as a notice, and what a reader takes from one. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Imported, ImportOptions } from '../../server/imports/import.ts';
import { importDocument } from '../../server/imports/index.ts';
import { isRefused } from '../../server/imports/refusals.ts';
import { readNotice } from '../../server/model/read.ts';
import { root } from '../support/shared.ts';

export async function imported(
  content: string | Uint8Array,
  name: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await importDocument(bytes, name, options);
  if (isRefused(result)) throw new Error(result.refused.zh);
  return result;
}

/** Remarks as a user reads them, without where. */
export function said({ remarks }: Imported): string[] {
  return remarks.map(({ kind, words, count }) => `${kind} ${words.zh}${count ? ` ${count}` : ''}`);
}

/** The project's own notices: one in each house style, and the examples. */
export function ownNotices(): [name: string, text: string][] {
  return ['test/model/corpus', 'examples'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.notice'))
      .map((name): [string, string] => [name, readFileSync(path.join(root, folder, name), 'utf8')])
      .filter(([, text]) => readNotice(text).tasks.length > 0),
  );
}

export const dense = (text: string): string => text.replace(/[\s\u3000\u00a0]/g, '');

/** All that a notice says of its tasks. */
export function tasksOf(text: string): string[] {
  return readNotice(text).tasks.map(({ number, sections, text: words, duty }) => {
    const names = [duty.leaders, duty.leadUnits, duty.supportUnits, duty.units].map((list) =>
      list.map((one) => one.text),
    );
    const headings = sections.map(({ number: own, item }) => [own?.text, item.text]);
    return dense(JSON.stringify([number?.text, headings, words, names, duty.deadline, duty.remark]));
  });
}

/** All that a notice says around them. */
export function aroundOf(text: string): unknown {
  const { head, annexes, tables, firstIsLead, plan, deadline } = readNotice(text);
  return {
    title: dense(head.title?.text ?? ''),
    issuer: dense(head.issuer?.text ?? ''),
    number: head.number?.text,
    recipients: head.recipients.map((name) => dense(name.text)),
    date: head.date,
    annexes: annexes.map(({ title, lists }) => [
      dense(title),
      lists.map((list) => [dense(list.title), list.members.map((name) => dense(name.text))]),
    ]),
    tables: tables.map(({ rows }) => rows.length),
    firstIsLead,
    plan,
    deadline,
  };
}
