/** Invented notices in many styles, numbered in order: what edits are made in. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../server/edits/apply.ts';
import { renumber } from '../../server/edits/renumber.ts';
import type { Notice } from '../../server/model/notice.ts';
import { readNotice } from '../../server/model/read.ts';
import { print } from '../rules/seeded/draft.ts';
import { Random } from '../rules/seeded/random.ts';
import { cleanNotice, STYLES } from '../rules/seeded/styles.ts';
import { root } from '../support/shared.ts';
import { EDITORS, type Edit, reads } from './edits.ts';

export interface Base {
  readonly name: string;
  readonly notice: Notice;
}

/** @param seeds how many notices of each style are made beside those of the corpus */
export function bases(seeds: number): Base[] {
  const files = ['test/model/corpus', 'examples'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.notice'))
      .map((name) => [name, readFileSync(path.join(root, folder, name), 'utf8')] as const),
  );
  const made = STYLES.flatMap((style) =>
    Array.from({ length: seeds }, (_, seed) => [`${style} ${seed}`, print(cleanNotice(style, seed + 1))] as const),
  );
  return [...files, ...made].flatMap(([name, text]) => {
    const notice = inOrder(readNotice(text));
    return notice.tasks.length ? [{ name, notice }] : [];
  });
}

/** With its numbers put in order. */
export function inOrder(notice: Notice): Notice {
  return readNotice(applyEdits(notice.text, renumber(notice).edits));
}

export interface Case {
  readonly base: Base;
  readonly edit: Edit;
  readonly edited: Notice;
}

/** One edit of a kind in a notice; none where it can't be made there. */
export function caseOf(base: Base, kind: string, seed: number): Case | undefined {
  const random = new Random(`${base.name} ${kind} ${seed}`);
  const edit = EDITORS[kind]!(base.notice, random.pick(base.notice.tasks), random);
  const edited = edit && reads(base.notice, edit);
  if (!edited) return undefined;
  // Half of them are put in order afterwards, as a drafter does.
  return { base, edit, edited: kind !== 'renumbered' && random.often(50) ? inOrder(edited) : edited };
}

/** A sentence without the mark that closes it. */
export function bare(text: string): string {
  return text.replace(/[。；;]$/, '');
}
