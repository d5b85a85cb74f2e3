/** What differs between two states of a text: for a person to read, and as edits for an editor. */
import { createTwoFilesPatch, diffArrays } from 'diff';
import type { TextEdit } from '../rules/rule.ts';

/** A unified diff, as patch and git read it; empty where nothing differs. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch('', '', before, after, undefined, undefined, { context: 2 });
  // The library escapes a Chinese name byte by byte; people read these lines, and patch and git take them as they are.
  const path = name.replaceAll('\\', '/');
  return `--- a/${path}\n+++ b/${path}\n${patch.slice(patch.indexOf('@@ '))}`;
}

/** The smallest runs of lines, cut to what differs in them, that make one text of the other. */
export function editsBetween(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let start = 0;
  let pending: { start: number; removed: string; added: string } | undefined;
  const close = (): void => {
    if (pending) edits.push(trimmed(pending));
    pending = undefined;
  };
  for (const { added, removed, value } of diffArrays(linesOf(before), linesOf(after))) {
    const text = value.join('');
    if (!added && !removed) close();
    else {
      pending ??= { start, removed: '', added: '' };
      if (added) pending.added += text;
      else pending.removed += text;
    }
    if (!added) start += text.length;
  }
  close();
  return edits;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function trimmed({ start, removed, added }: { start: number; removed: string; added: string }): TextEdit {
  const shorter = Math.min(removed.length, added.length);
  let same = 0;
  while (same < shorter && removed[same] === added[same]) same++;
  let end = 0;
  while (end < shorter - same && removed[removed.length - 1 - end] === added[added.length - 1 - end]) end++;
  return {
    range: { start: start + same, end: start + removed.length - end },
    text: added.slice(same, added.length - end),
  };
}
