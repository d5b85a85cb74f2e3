/**
 * What was split and what was merged: a task that has no counterpart, but stands in what its neighbour's counterpart has
 * lost. 修建步道，补植苗木 became 修建步道 and 补植苗木.
 */
import type { Candidate } from './candidates.ts';
import type { Pairs, Pieces } from './match.ts';
import { type Profile, type Profiles, without } from './profile.ts';

/** So much of a piece stands in what the whole has lost. */
const WITHIN = 0.65;

export function attach(profiles: Profiles, pairs: Pairs, candidates: readonly Candidate[]): Pieces {
  const splits = candidates
    .filter(({ one, other }) => pairs.toOne[other] === -1 && pairs.toOther[one] !== -1)
    .map(({ one, other }) => ({ piece: other, whole: one, rest: pairs.toOther[one]! }));
  const merges = candidates
    .filter(({ one, other }) => pairs.toOther[one] === -1 && pairs.toOne[other] !== -1)
    .map(({ one, other }) => ({ piece: one, whole: other, rest: pairs.toOne[other]! }));
  return {
    one: pieces(profiles, merges, profiles.one, profiles.other),
    other: pieces(profiles, splits, profiles.other, profiles.one),
  };
}

interface Possible {
  readonly piece: number;
  /** What it may be a piece of. */
  readonly whole: number;
  /** What the whole became, as far as is known. */
  readonly rest: number;
}

function pieces(
  profiles: Profiles,
  possible: readonly Possible[],
  ofPieces: readonly Profile[],
  ofWholes: readonly Profile[],
): Map<number, number> {
  const lost = new Map<number, Profile>();
  const scored = possible
    .map((one) => {
      let rest = lost.get(one.whole);
      if (!rest) lost.set(one.whole, (rest = without(ofWholes[one.whole]!, ofPieces[one.rest]!)));
      return { ...one, within: profiles.within(ofPieces[one.piece]!, rest) };
    })
    .filter(({ within }) => within >= WITHIN)
    .sort((a, b) => b.within - a.within || a.piece - b.piece || a.whole - b.whole);
  const found = new Map<number, number>();
  for (const { piece, whole } of scored) {
    if (found.has(piece)) continue;
    const rest = lost.get(whole)!;
    // What another piece has taken is taken.
    if (profiles.within(ofPieces[piece]!, rest) < WITHIN) continue;
    found.set(piece, whole);
    lost.set(whole, without(rest, ofPieces[piece]!));
  }
  return found;
}
