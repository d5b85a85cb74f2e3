/**
 * A title over several lines: words stay whole, and the lines make a trapezoid or a lozenge (GB/T 9704-2012, 7.3.1). What
 * is a word is told by the structure of titles and by the notice itself: characters that stand together throughout it
 * belong together.
 */
import { textWidth } from '../page/line-break.ts';

/** Where titles are read with a pause: 甲关于 | 印发 | 《乙》的通知. */
const PAUSE_BEFORE = /^(?:关于|《|“|（)/;
const PASSES_ON = /^(?:印发|转发|批转|下达)/;
const PAUSE_AFTER = /(?:关于|印发|转发|批转|下达|》|”|）|、|，)$/;
const LINK = /^[和与及暨]/;
/** No line begins with one of these, or ends with one of those. */
const NOT_FIRST = /^[的、，。）》”’〕：；！？等]/;
const NOT_LAST = /[（《“‘〔的和与及暨第]$/;
/** Whose year follows: 云溪县2026年. */
const OWNER = /[省市区县州盟旗乡镇村部委局厅办会院校]$/;

/** What a break costs beside the shape of the lines; `typed` is what it costs to leave out one that the drafter made. */
const COST = { pause: 0, link: 4, plain: 9, word: 40, firm: 60, line: 12, typed: 14, never: 10_000 };

/**
 * @param typed the lines that the drafter made, some of which are too long; broken between words, they are kept
 * @param width of a line, in em
 * @param text in which its words occur
 */
export function titleLines(typed: readonly string[], width: number, text: string): string[] {
  const title = typed.join('');
  const characters = [...title];
  // With what programs set between Han and Latin characters.
  const widths = characters.map((character, i) => {
    const before = characters[i - 1] ?? '';
    return textWidth(before + character, 1, 0, true) - textWidth(before, 1, 0, true);
  });
  const total = widths.reduce((sum, each) => sum + each, 0);
  if (total <= width) return [...typed];
  const costs = breakCosts(characters, text);
  const kept = new Set<number>();
  for (let i = 0, at = 0; i + 1 < typed.length; i++) {
    at += [...typed[i]!].length;
    if (costs[at]! >= COST.word) continue;
    kept.add(at);
    costs[at] = COST.pause;
  }
  const least = Math.ceil(total / width);
  let best: { cost: number; lines: string[] } | undefined;
  for (let count = least; count <= least + 1; count++) {
    const found = bestBreaks(characters, widths, { costs, kept }, count, width, total);
    if (found && (!best || found.cost + COST.line < best.cost)) best = found;
  }
  return best?.lines ?? [...typed];
}

/** What it costs to break before each character. */
function breakCosts(characters: readonly string[], text: string): number[] {
  const title = characters.join('');
  const together = cohesion(characters, text);
  let quoted = 0;
  const costs: number[] = [];
  let at = 0;
  characters.forEach((character, i) => {
    const before = title.slice(0, at);
    const after = title.slice(at);
    costs.push(i === 0 ? COST.never : costAt(before, after, together[i]!) + (quoted ? 5 : 0));
    if ('《“（'.includes(character)) quoted++;
    if ('》”）'.includes(character)) quoted--;
    at += character.length;
  });
  return costs;
}

function costAt(before: string, after: string, together: number): number {
  if (NOT_FIRST.test(after) || NOT_LAST.test(before)) return COST.never;
  // 2026年, 3.5%: a number with what it counts.
  if (/[\d.]$/.test(before) && /^[\d.%％年月日号个项亿万届次]/.test(after)) return COST.never;
  if (/[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after)) return COST.never;
  if (/[一二三四五六七八九十]$/.test(before) && /^[一二三四五六七八九十届次个项]/.test(after)) return COST.never;
  // 年度, 月份.
  if (/\d年$/.test(before) && /^度/.test(after)) return COST.never;
  if (/\d月$/.test(before) && /^份/.test(after)) return COST.never;
  // 关于印发 is one phrase.
  if (/关于$/.test(before) && PASSES_ON.test(after)) return COST.link;
  if (PAUSE_BEFORE.test(after) || PAUSE_AFTER.test(before)) return COST.pause;
  if (/^\d{4}年/.test(after)) return OWNER.test(before) ? COST.firm : COST.link;
  if (LINK.test(after) || /\d年(?:度)?$/.test(before)) return COST.link;
  return COST.plain + COST.word * together;
}

/** How firmly each character stands with the one before it: 0 where they never meet elsewhere, 1 where they always do. */
function cohesion(characters: readonly string[], text: string): number[] {
  // By code: a notice is long, and its title short.
  const places = new Uint8Array(0x10000);
  const known: string[] = [''];
  for (const character of characters) {
    const code = character.charCodeAt(0);
    if (!places[code] && known.length < 256) places[code] = known.push(character) - 1;
  }
  const singles = new Uint32Array(known.length);
  const pairs = new Uint32Array(known.length * known.length);
  for (let i = 0, before = 0; i < text.length; i++) {
    const place = places[text.charCodeAt(i)]!;
    if (place) {
      singles[place]!++;
      if (before) pairs[before * known.length + place]!++;
    }
    before = place;
  }
  return characters.map((character, i) => {
    if (!i) return 1;
    const [left, right] = [places[characters[i - 1]!.charCodeAt(0)]!, places[character.charCodeAt(0)]!];
    // The title itself is in the text.
    const met = pairs[left * known.length + right]! - 1;
    const rarer = Math.min(singles[left]!, singles[right]!) - 1;
    return met <= 0 || rarer <= 0 ? 0 : met / rarer;
  });
}

interface Breaking {
  readonly cost: number;
  readonly lines: string[];
}

/** Of a row of lines, the cheapest that ends before each character. Up to three lines are also weighed by their shape. */
function bestBreaks(
  characters: readonly string[],
  widths: readonly number[],
  { costs, kept }: { costs: readonly number[]; kept: ReadonlySet<number> },
  count: number,
  width: number,
  total: number,
): Breaking | undefined {
  const even = total / count;
  // The widths of the lines before, with what they cost: all that there are while they are few, else the cheapest alone.
  let ends = new Map<number, { cost: number; starts: number[]; wide: number[] }[]>([
    [0, [{ cost: 0, starts: [0], wide: [] }]],
  ]);
  for (let line = 1; line <= count; line++) {
    const next: typeof ends = new Map();
    for (const [from, ways] of ends) {
      let wide = 0;
      let left = 0;
      for (let to = from + 1; to <= characters.length; to++) {
        wide += widths[to - 1]!;
        if (wide > width) break;
        if (to - 1 > from && kept.has(to - 1)) left += COST.typed;
        if ((to === characters.length) !== (line === count)) continue;
        const cost = ((wide - even) / even) ** 2 * 20 + left + (line === count ? 0 : costs[to]!);
        if (cost >= COST.never) continue;
        const longer = ways.map((way) => ({
          cost: way.cost + cost,
          starts: [...way.starts, to],
          wide: [...way.wide, wide],
        }));
        const known = next.get(to);
        if (!known) next.set(to, longer);
        else if (count <= 3) known.push(...longer);
        else if (longer[0]!.cost < known[0]!.cost) next.set(to, longer);
      }
    }
    ends = next;
  }
  let best: Breaking | undefined;
  for (const { cost, starts, wide } of ends.get(characters.length) ?? []) {
    const whole = cost + shapeCost(wide);
    if (best && whole >= best.cost) continue;
    best = {
      cost: whole,
      lines: starts.slice(1).map((to, i) => characters.slice(starts[i], to).join('')),
    };
  }
  return best;
}

/** Trapezoid or lozenge; a waist in the middle, or all lines alike, is neither. */
function shapeCost(widths: readonly number[]): number {
  if (widths.length === 2) return Math.abs(widths[0]! - widths[1]!) < 0.6 ? 3 : 0;
  let cost = 0;
  for (let i = 1; i + 1 < widths.length; i++) {
    if (widths[i]! < widths[i - 1]! && widths[i]! < widths[i + 1]!) cost += 12;
  }
  if (widths.every((each) => Math.abs(each - widths[0]!) < 0.6)) cost += 3;
  return cost;
}
