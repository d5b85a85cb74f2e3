/** Where two sentences differ, for a reader to see: figures and words of Latin letters whole, no scraps between changes. */
import { diffArrays } from 'diff';

export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const TOKEN = /\d+(?:[.,]\d+)*%?|[A-Za-z]+|[\s\S]/gu;
/** More edits than this make a sentence another one: the old whole, then the new whole. */
const MOST_EDITS = 600;
/** So few characters between two changes are no common text. */
const SCRAP = 1;
const MARK = /[，。；：、,;:]/;

/** The two texts as one, in pieces; what was removed stands before what was added in its place. */
export function piecesBetween(one: string, other: string): readonly Piece[] {
  if (one === other) return one ? [{ kind: 'same', text: one }] : [];
  const found = diffArrays(one.match(TOKEN) ?? [], other.match(TOKEN) ?? [], { maxEditLength: MOST_EDITS });
  if (!found) return put([], { same: '', removed: one, added: other });
  const runs: Run[] = [];
  for (const { added, removed, value } of found) {
    const text = value.join('');
    const last = runs.at(-1);
    if (!added && !removed) runs.push({ removed: '', added: '', same: text });
    else if (last && !last.same) last[added ? 'added' : 'removed'] += text;
    else runs.push({ removed: '', added: '', same: '', [added ? 'added' : 'removed']: text });
  }
  return joined(runs).reduce<Piece[]>(put, []);
}

/** A change and the common text after it, or common text alone. */
interface Run {
  same: string;
  removed: string;
  added: string;
}

/** Common text that is a scrap between two changes joins them to one; a change begins where a word does. */
function joined(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  runs.forEach((run, index) => {
    const last = whole.at(-1);
    const next = runs[index + 1];
    const isChange = (one: Run | undefined): one is Run => one !== undefined && one.same === '';
    if (run.same && isChange(last) && isChange(next) && isScrap(run.same, last, next)) {
      last.removed += run.same;
      last.added += run.same;
    } else if (!run.same && isChange(last)) {
      last.removed += run.removed;
      last.added += run.added;
    } else whole.push({ ...run });
  });
  whole.forEach((run, index) => {
    shift(whole[index - 1], run, whole[index + 1]);
  });
  return whole;
}

function isScrap(same: string, before: Run, after: Run): boolean {
  const length = (run: Run): number => Math.max(run.removed.length, run.added.length);
  if (/[\d〔〕（）《》]/.test(same)) return false;
  return same.length <= SCRAP || (same.length * 3 <= Math.min(length(before), length(after)) && !MARK.test(same));
}

/** 甲园、[乙园、]丙园 rather than 甲园[、乙园]、丙园; 。 stays with what it closes. */
function shift(before: Run | undefined, run: Run, after: Run | undefined): void {
  const side = run.removed && run.added ? undefined : run.removed ? 'removed' : 'added';
  if (!side || !before?.same || !after?.same || run.same) return;
  const text = run[side];
  const ring = text + after.same;
  let most = 0;
  while (most < after.same.length && ring[most] === ring[most + text.length]) most++;
  let least = 0;
  while (least < before.same.length && least < text.length) {
    const at = text.length - 1 - least;
    if (before.same.at(-1 - least) !== text[at]) break;
    least++;
  }
  const around = before.same.slice(before.same.length - least) + ring.slice(0, most + text.length);
  for (let by = 0; by <= least + most; by++) {
    const previous = by ? around[by - 1]! : (before.same.at(-1 - least) ?? '，');
    if (!MARK.test(previous)) continue;
    const left = before.same.slice(0, before.same.length - least) + around.slice(0, by);
    const right = around.slice(by + text.length) + after.same.slice(most);
    if (!right && after.same) return;
    before.same = left;
    run[side] = around.slice(by, by + text.length);
    after.same = right;
    return;
  }
}

function put(pieces: Piece[], { same, removed, added }: Run): Piece[] {
  if (removed) pieces.push({ kind: 'removed', text: removed });
  if (added) pieces.push({ kind: 'added', text: added });
  if (same) pieces.push({ kind: 'same', text: same });
  return pieces;
}
