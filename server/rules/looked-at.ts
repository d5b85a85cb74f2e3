/**
 * Which facts a rule looked at, so that a keystroke that changes one of them re-runs only the rules that it concerns.
 * No rule has to say it: the facts that it gets tell.
 */
import type { Facts } from './facts.ts';

/** Every fact, each with a bit of its own. The compiler finds one that is left out. */
const BITS: Readonly<Record<keyof Facts, number>> = {
  tasks: 1 << 0,
  roles: 1 << 1,
  unitsBesideLead: 1 << 2,
  unitsHoldLead: 1 << 3,
  closesFields: 1 << 4,
  closesTexts: 1 << 5,
  annexes: 1 << 6,
  annexNote: 1 << 7,
  date: 1 << 8,
  place: 1 << 9,
  listsElide: 1 << 10,
  aliases: 1 << 11,
  variants: 1 << 12,
  unseparated: 1 << 13,
  members: 1 << 14,
  prefix: 1 << 15,
  misplaced: 1 << 16,
  memberForms: 1 << 17,
  notedAnnexes: 1 << 18,
};

const KEYS = Object.keys(BITS) as (keyof Facts)[];

/** Facts that note which of them are read. */
export class ObservedFacts {
  readonly facts: Facts;
  #seen = 0;

  constructor(facts: Facts) {
    const observed = {};
    for (const key of KEYS) {
      const get = (): unknown => {
        this.#seen |= BITS[key];
        return facts[key];
      };
      Object.defineProperty(observed, key, { get, enumerable: true });
    }
    this.facts = observed as Facts;
  }

  /** What has been read since the last time one asked, as bits. */
  take(): number {
    const seen = this.#seen;
    this.#seen = 0;
    return seen;
  }
}

const printed = new WeakMap<Facts, readonly string[]>();

function asPrinted(facts: Facts): readonly string[] {
  let texts = printed.get(facts);
  if (!texts) {
    texts = KEYS.map((key) => JSON.stringify(facts[key]) ?? '');
    printed.set(facts, texts);
  }
  return texts;
}

/** Asked for every part of a notice, mostly of the same two. */
let compared: { before: Facts; after: Facts; bits: number } | undefined;

/** The bits of the facts in which two differ. */
export function changed(before: Facts, after: Facts): number {
  if (before === after) return 0;
  if (compared?.before !== before || compared.after !== after) {
    const [one, other] = [asPrinted(before), asPrinted(after)];
    const bits = KEYS.reduce((sum, key, index) => (one[index] === other[index] ? sum : sum | BITS[key]), 0);
    compared = { before, after, bits };
  }
  return compared.bits;
}
