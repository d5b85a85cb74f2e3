/** What the references of a notice name: the entries that bear their numbers. */
import type { Entry, Notice } from './notice.ts';
import { type Ground, groundOf, Index, type Numbered, wordOf } from './number-index.ts';
import { type Reference, readReferences, type Step } from './references.ts';

/** A reference in its place. */
export interface PlacedReference {
  readonly reference: Reference;
  readonly part: number;
  /** The entry in whose text it stands. */
  readonly within: Entry | undefined;
}

/** What a reference names. */
export interface Target {
  /** Entries of the path, outermost first; shorter than it where an inner number counts paragraphs (第二款). */
  readonly path: readonly Numbered[];
  /** The last one of a range. */
  readonly to?: Numbered;
}

const known = new WeakMap<Notice, readonly PlacedReference[]>();
const kept = new WeakMap<object, readonly Reference[]>();

/** The references of a notice, in the order of the text, those in comments among them; not of its head and its tables. */
export function referencesOf(notice: Notice): readonly PlacedReference[] {
  let found = known.get(notice);
  if (!found) {
    found = readAll(notice);
    known.set(notice, found);
  }
  return found;
}

function readAll(notice: Notice): PlacedReference[] {
  const { text, starts, items, zones, entries, comments } = notice;
  const found: PlacedReference[] = [];
  const commented = new Set(comments.map(({ part }) => part));
  let next = 0;
  for (let part = 0; part < items.length; part++) {
    while (entries[next] && entries[next]!.part <= part) next++;
    const item = items[part];
    if (zones[part] === 'head' || zones[part] === 'table' || !(item || commented.has(part))) continue;
    let references = item && kept.get(item);
    if (!references) {
      const own = text.slice(starts[part], starts[part + 1] ?? text.length);
      references = readReferences(own, item?.number?.range.end ?? 0);
      if (item) kept.set(item, references);
    }
    if (!references.length) continue;
    const before = entries[next - 1];
    const within = before?.zone === zones[part] || !item ? before : undefined;
    for (const reference of references) found.push({ reference, part, within });
  }
  return found;
}

/** Styles whose numerals are of a form. */
const OWN = {
  han: /^(?:han|part|article)/,
  arabic: /^(?:arabic|decimal|circled|part|article)/,
  circled: /^circled/,
};

/** More entries than this with one number are looked up under the reference's own headings only. */
const MANY = 40;

export class ReferenceTargets {
  readonly #notice: Notice;
  readonly #ground: Ground;
  readonly #changes: ReadonlyMap<Entry, number>;
  readonly #moved: Index;

  /** @param changes numbers that entries are to bear instead of their own */
  constructor(notice: Notice, changes: ReadonlyMap<Entry, number> = new Map()) {
    this.#notice = notice;
    this.#ground = groundOf(notice);
    this.#changes = changes;
    this.#moved = new Index([...changes] as [Numbered, number][]);
  }

  /**
   * What a reference may name: nothing where no entry bears its number, several where that is not certain.
   *
   * @param values the numbers to look for where they are not the reference's own: of its path, and of the range's end
   * @returns undefined where it speaks of something else than this notice's numbers
   */
  find({ reference, within, part }: PlacedReference, values?: readonly number[]): readonly Target[] | undefined {
    const { path, to, title, annex, back } = reference;
    if (title !== undefined && !this.#isOwn(title)) return undefined;
    let contexts: readonly number[] | undefined;
    if (annex !== undefined) {
      const context = this.#ground.annexes.get(annex);
      if (context === undefined) return undefined;
      contexts = [context];
    }
    let found: Target[] | undefined;
    for (const [index, step] of path.entries()) {
      if (this.#isOpaque(step)) break;
      const value = values?.[index] ?? step.value;
      const above = found;
      const candidates = this.#candidates(step, value, within).filter((entry) => {
        if (contexts && !contexts.includes(entry.context)) return false;
        return !above || above.some((target) => isUnder(entry, target.path.at(-1)!));
      });
      const own = contexts ?? this.#contexts(candidates, within, part);
      const chosen = this.#choose(
        step,
        candidates.filter(({ context }) => own.includes(context)),
        within,
        back,
      );
      found = chosen.map((entry) => {
        const before = above?.find((target) => isUnder(entry, target.path.at(-1)!));
        return { path: [...(before?.path ?? []), entry] };
      });
      if (!found.length) return found;
    }
    if (!found || !to) return found;
    return found.flatMap((target) => {
      const from = target.path.at(-1)!;
      const ends = this.#candidates(to, values?.at(-1) ?? to.value, from).filter(
        (entry) => entry.context === from.context && entry.number.style === from.number.style,
      );
      return nearest(ends, from).map((end) => ({ ...target, to: end }));
    });
  }

  valueOf(entry: Numbered): number {
    return this.#changes.get(entry) ?? entry.number.value;
  }

  /** 《…》 is the notice itself. */
  #isOwn(title: string): boolean {
    return title.length >= 4 && (this.#notice.head.title?.text.includes(title) ?? false);
  }

  /** 第二款 is a paragraph that bears no number. */
  #isOpaque({ measure }: Step): boolean {
    return measure === '款' && ![...this.#ground.words.values()].some((words) => words.has(measure));
  }

  /** The context in which it stands, and only where nothing is there the plan's own. A letter also speaks of its plan. */
  #contexts(candidates: readonly Numbered[], within: Entry | undefined, part: number): number[] {
    const own = candidates.filter(({ context, zone }) =>
      within ? context === within.context : zone === this.#notice.zones[part],
    );
    const inLetter = this.#notice.zones[part] === 'letter';
    const plans = candidates.filter(({ zone }) => zone === 'plan');
    return (own.length && !inLetter ? own : [...own, ...plans]).map(({ context }) => context);
  }

  #candidates(step: Step, value: number, within: Entry | undefined): readonly Numbered[] {
    const { index } = this.#ground;
    const from = (at: (index: Index) => readonly Numbered[]): Numbered[] => {
      const still = at(index).filter((entry) => (this.#changes.get(entry) ?? value) === value);
      const also = at(this.#moved).filter((entry) => entry.number.value !== value);
      return [...still, ...also].filter((entry) => this.#fits(entry, step));
    };
    if (index.at(value).length + this.#moved.at(value).length <= MANY) return from((all) => all.at(value));
    for (let above = within; above; above = above.parent) {
      const parent = above;
      const found = from((all) => all.under(parent, value));
      if (found.length) return found;
    }
    const top = from((all) => all.under(undefined, value));
    return top.length ? top : from((all) => all.at(value).slice(0, MANY));
  }

  /** Whether a number of the entry's style is called so. */
  #fits({ number: { style, text }, context, level }: Numbered, { form, bracketed, measure }: Step): boolean {
    if (form === 'circled') return style === 'circled';
    if (bracketed) return style === (form === 'han' ? 'han-bracket' : 'arabic-bracket');
    if (this.#ground.words.get(context)?.has(measure)) return wordOf(text) === measure;
    if (style === 'part' || style === 'article') return false;
    if (/[章节篇]/.test(measure)) return false;
    if (/部分|方面/.test(measure)) return level === 0 && /^han/.test(style);
    // Where tasks are numbered 1. 2. no heading （三） is a 第3项.
    return (
      !/项|任务/.test(measure) ||
      !this.#ground.tasked.has(context) ||
      OWN[form].test(style) ||
      this.#ofTasks(context, style)
    );
  }

  /** Most of what is numbered so are tasks. */
  #ofTasks(context: number, style: string): boolean {
    const { entries, tasks } = this.#ground.levels.get(`${context} ${style}`)!;
    return tasks * 2 > entries;
  }

  #choose(step: Step, fitting: readonly Numbered[], within: Entry | undefined, back: boolean): readonly Numbered[] {
    let left = fitting;
    const keep = (test: (entry: Numbered) => boolean): void => {
      if (left.length < 2) return;
      const some = left.filter(test);
      if (some.length) left = some;
    };
    const { measure, form, bracketed } = step;
    if (!bracketed && form !== 'circled') {
      const own = OWN[form];
      const plain = form === 'han' ? /^han$|^(?:part|article)/ : /^arabic$|^decimal|^(?:part|article)/;
      const isTask = ({ context, number }: Numbered): boolean => this.#ofTasks(context, number.style);
      if (/项|任务/.test(measure)) {
        // 3. above （3）: 第3项 is the former, unless only the latter are tasks. Then it may be either.
        const unclear = form === 'arabic' && left.some((entry) => plain.test(entry.number.style) && !isTask(entry));
        if (!unclear) keep(isTask);
      }
      keep(({ number }) => own.test(number.style));
      const mixed = form === 'arabic' && left.some((entry) => !plain.test(entry.number.style) && isTask(entry));
      if (!mixed || left.some((entry) => plain.test(entry.number.style) && isTask(entry)))
        keep(({ number }) => plain.test(number.style));
    }
    if (back && within) keep(({ part }) => part < within.part);
    // What is of two levels is not told apart by nearness.
    const [first] = left;
    return first && left.every(({ number }) => number.style === first.number.style) ? nearest(left, within) : left;
  }
}

function isUnder(entry: Entry, above: Entry): boolean {
  for (let up = entry.parent; up; up = up.parent) if (up === above) return true;
  return false;
}

/** The entries that share the most headings with one. */
function nearest(entries: readonly Numbered[], to: Entry | undefined): readonly Numbered[] {
  if (entries.length < 2 || !to) return entries;
  const depths = new Map<Entry, number>();
  for (let up: Entry | undefined = to; up; up = up.parent) depths.set(up, up.level + 1);
  let most = 0;
  let best: Numbered[] = [];
  for (const entry of entries) {
    let shared = 0;
    for (let up = entry.parent; up && !shared; up = up.parent) shared = depths.get(up) ?? 0;
    if (shared > most) best = [];
    if (shared >= most) best.push(entry);
    most = Math.max(most, shared);
  }
  return best;
}
