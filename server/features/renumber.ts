/** Renumbering and the numbering lock of an open notice, as edits for the client to make. */
import { lockNumbers } from '../edits/lock.ts';
import { renumber, type Scope, told } from '../edits/renumber.ts';
import type { LockResult, RenumberParams, RenumberResult } from '../protocol.ts';
import type { TextEdit, Words } from '../rules/rule.ts';
import type { Say } from './diagnostics.ts';
import { toLsp } from './positions.ts';
import type { OpenNotice } from './workspace.ts';

export function renumberOpen(open: OpenNotice, { scope, position }: RenumberParams, say: Say): RenumberResult {
  const at = position ? open.lines.offset(position.line, position.character) : 0;
  const asked: Scope = scope === 'section' || scope === 'level' ? { of: scope, at } : { of: 'notice' };
  const renumbered = renumber(open.notice, asked, open.config.value.labels);
  const { done, followed, look } = told(renumbered, open.text);
  return {
    edits: lspEdits(open, renumbered.edits),
    numbers: renumbered.numbers.length,
    done: brief(done, say),
    followed: followed.map((words) => brief(words, say)),
    look: look.map((words) => brief(words, say)),
    ...(renumbered.refused && { refused: brief(renumbered.refused, say) }),
  };
}

export function lockOpen(open: OpenNotice): LockResult {
  const { edits, numbers, before } = lockNumbers(open.notice);
  return { edits: lspEdits(open, edits), numbers, before };
}

function lspEdits(open: OpenNotice, edits: readonly TextEdit[]): RenumberResult['edits'] {
  return edits.map(({ range, text }) => ({ range: toLsp(open.lines, range), newText: text }));
}

/** One language: a message is no place for two. */
function brief(words: Words, say: Say): string {
  return say(words).split('\n').at(-1)!;
}
