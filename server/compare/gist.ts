/**
 * What a task says, in numbers: read once for each text, and so small that thousands of tasks are held against each
 * other at a keystroke.
 */
import { bareKeyOf } from './likeness.ts';

export interface Gist {
  readonly text: string;
  /** Without marks, and without words that add nothing. */
  readonly key: string;
  /** Pairs of neighbouring characters, as numbers that differ where the pairs do; ascending, none twice. */
  readonly pairs: Uint32Array;
  /** Figures with what they count: 6000亩. */
  readonly figures: string;
  /** What texts that say the same have in common: the key; the figures and one of the first pairs; a clause. Hashes. */
  readonly signs: Int32Array;
  /** Clauses that say a figure and are long enough to be a task of their own. */
  readonly clauses: readonly string[];
}

/** Adverbs of official Chinese, verbs that every task may begin with, particles. */
const EMPTY =
  /进一步|加快|加大力度|积极|大力|扎实|深入|全面|切实|持续|稳步|着力|不断|有序|全力|强力|统筹|认真|继续|努力|力争|确保|推进|推动|抓好|做好|工作|的|了|等|及|和|与|并|以/g;
const SHORTEST_CLAUSE = 10;
/** Texts that have at least so much in common are looked at. */
export const COMMON = 0.72;
const LONGEST_SKETCH = 24;

export function gistOf(text: string): Gist {
  let [plain, key] = ['', ''];
  const clauses: string[] = [];
  for (const clause of text.split(/[，；。,;]/)) {
    const whole = bareKeyOf(clause);
    const bare = whole.replace(EMPTY, '');
    plain += whole;
    key += bare;
    if (bare.length >= SHORTEST_CLAUSE && /\d/.test(clause)) clauses.push(bare);
  }
  key ||= plain;
  const pairs = pairsOf(key);
  const figures = /\d/.test(plain) ? (plain.match(/\d+(?:[.-]\d+)*[%\p{L}]{0,2}/gu) ?? []).join() : '';
  // Of two texts that have so much in common, one of the first pairs of each is a pair of the other's first.
  const first = Math.min(pairs.length - Math.ceil(COMMON * pairs.length) + 1, pairs.length, LONGEST_SKETCH);
  const sketch = figures ? first : 0;
  const signs = new Int32Array(1 + sketch + clauses.length);
  signs[0] = hashOf(key, 1);
  const seed = hashOf(figures, 3);
  for (let at = 0; at < sketch; at++) signs[1 + at] = scattered(pairs[at]! ^ seed);
  clauses.forEach((clause, index) => {
    signs[1 + sketch + index] = hashOf(clause, 2);
  });
  return { text, key, pairs, figures, signs, clauses };
}

/** How much two texts have in common: 0 to 1 (Dice). */
export function inCommon(one: Uint32Array, other: Uint32Array): number {
  const all = one.length + other.length;
  // Less than this even where the one holds all of the other.
  if (2 * Math.min(one.length, other.length) < COMMON * all) return 0;
  let common = 0;
  for (let at = 0, beside = 0; at < one.length && beside < other.length; ) {
    const difference = one[at]! - other[beside]!;
    if (difference === 0) common++;
    if (difference <= 0) at++;
    if (difference >= 0) beside++;
  }
  return all ? (2 * common) / all : 0;
}

/** Pairs of neighbouring characters, as numbers that differ where the pairs do; ascending, none twice. */
export function pairsOf(key: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, key.length - 1));
  for (let at = 0; at + 1 < key.length; at++)
    pairs[at] = scattered((key.charCodeAt(at) << 16) | key.charCodeAt(at + 1));
  pairs.sort();
  let kept = 0;
  for (let at = 0; at < pairs.length; at++) if (at === 0 || pairs[at] !== pairs[at - 1]) pairs[kept++] = pairs[at]!;
  return pairs.slice(0, kept);
}

/** Another number for each number, so that their order has nothing to do with what stands for what. */
function scattered(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

export function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return scattered(hash);
}

/** Who bears the same sign, in the order in which they were added. Its memory is used again. */
export class Signs {
  /** At the place of a sign: the sign, the last link of its chain, from 1, and how many links there are. */
  #signs = new Int32Array(0);
  #last = new Int32Array(0);
  #lengths = new Uint8Array(0);
  /** At a link: who, and the link before it. */
  #who = new Int32Array(0);
  #before = new Int32Array(0);
  #links = 0;
  /** Who was put down last for whom, from 1. */
  #put = new Int32Array(0);
  readonly #most: number;

  /** @param most how many are kept of those that bear a sign */
  constructor(most: number) {
    this.#most = most;
  }

  /** Forgets all, and makes room. */
  clear(signs: number, bearers: number): void {
    let size = 64;
    while (size < 2 * signs) size *= 2;
    if (this.#signs.length < size) {
      this.#signs = new Int32Array(size);
      this.#last = new Int32Array(size);
      this.#lengths = new Uint8Array(size);
      this.#who = new Int32Array(size / 2 + 1);
      this.#before = new Int32Array(size / 2 + 1);
    } else this.#last.fill(0);
    if (this.#put.length < bearers) this.#put = new Int32Array(bearers);
    else this.#put.fill(0);
    this.#links = 0;
  }

  /** Adds one who bears a sign. Those before him that bear it are put down in `near`, each once for him. */
  add(sign: number, who: number, near: number[]): void {
    const mask = this.#signs.length - 1;
    let at = sign & mask;
    while (this.#last[at] !== 0 && this.#signs[at] !== sign) at = (at + 1) & mask;
    const last = this.#last[at]!;
    for (let link = last; link; link = this.#before[link]!) {
      const other = this.#who[link]!;
      if (other === who || this.#put[other] === who + 1) continue;
      this.#put[other] = who + 1;
      near.push(other);
    }
    const length = last ? this.#lengths[at]! : 0;
    if (length >= this.#most) return;
    const link = ++this.#links;
    this.#signs[at] = sign;
    this.#last[at] = link;
    this.#lengths[at] = length + 1;
    this.#who[link] = who;
    this.#before[link] = last;
  }
}
