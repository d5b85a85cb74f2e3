import { resolve } from '../../registry/resolve.ts';
import { defineRule, type PartView } from '../rule.ts';
import { bearsDuty, type PlacedName, resolved, unitNames } from './unit-names.ts';

export default defineRule({
  id: 'list-unseparated',
  since: '0.1.0',
  severity: 'warning',
  looksAt: 'part',
  presets: { published: 'info' },
  what: { zh: '名单里两个单位之间漏了顿号。', en: 'No 、 stands between two units of a list.' },
  why: {
    zh: '两家连在一起，就成了一家查不到的单位，两家的任务都会漏统。',
    en: 'Two units that run together are one that nobody knows: both miss the task.',
  },
  source: 'GB/T 15834-2011 4.5.3.1',
  mend: { zh: '在两个单位之间补上顿号。', en: 'Put 、 between the two.' },
  bad: [
    '1.推进甲园建设。\n责任单位：县财政«局县»商务局、县公安局。\n2.推进乙园建设。\n责任单位：县财政局、县商务局。\n',
    '1.推进甲园建设。\n责任单位：县财政局、县商务局« »县公安局、县水利局。\n',
    {
      text: '1.推进甲园建设。\n责任单位：县财政«局县»商务局。\n',
      registry: '地区：云溪县（县）\n\n单位：县财政局\n\n单位：县商务局\n',
    },
  ],
  good: [
    '1.推进甲园建设。\n责任单位：县财政局 县商务局 县公安局。\n',
    '1.推进甲园建设。\n责任单位：县委县政府督查室、县公安局县城派出所、县公安局。\n',
  ],
  fix: 'safe',
  check(view, report) {
    if (!bearsDuty(view)) return;
    const placedNames = unitNames(view);
    let named: ReadonlySet<string> | undefined;
    for (const placed of placedNames) {
      const { name, field, index } = placed;
      const at = seam(placed, view);
      if (at !== undefined) {
        const start = name.range.start + at;
        const halves = [name.base.slice(0, at), name.base.slice(at)];
        named ??= new Set(placedNames.map((other) => other.name.base));
        report({
          range: { start: start - 1, end: start + 1 },
          message: {
            zh: `“${halves[0]}”与“${halves[1]}”之间漏了顿号。`,
            en: `、 is missing between ${halves[0]} and ${halves[1]}.`,
          },
          // One that the task names already would stand there twice.
          fixes: [
            {
              ...PUT,
              safe: !halves.some((half) => named!.has(half)),
              edits: [{ range: { start, end: start }, text: '、' }],
            },
          ],
        });
      }
      const before = index > 0 ? field.names[index - 1]! : undefined;
      if (!before || before.etc) continue;
      const range = { start: before.range.end, end: name.range.start };
      if (!isBlank(view.text.slice(range.start, range.end)) || !hasMark(placed, view)) continue;
      report({
        range,
        message: {
          zh: `“${before.text}”与“${name.text}”之间是空格，应为顿号。`,
          en: `A blank stands between ${before.text} and ${name.text} where 、 should.`,
        },
        fixes: [{ ...PUT, edits: [{ range, text: '、' }] }],
      });
    }
  },
});

const PUT = { title: { zh: '补上顿号', en: 'Put 、 there' }, safe: true } as const;

function isBlank(text: string): boolean {
  return text !== '' && /^[ \t\u3000\u00a0]+$/.test(text);
}

/** A list may have blanks throughout: only one among marks is a slip. */
function hasMark({ field }: PlacedName, { text }: PartView): boolean {
  return text.slice(field.valueRange.start, field.valueRange.end).includes('、');
}

/** 县财政局县商务局: two offices of one place. 县公安局县城分局 is one, 市自然资源局市北分局 too. */
const TWO = /^(([省市县区州旗])[^局委办（(]{2,8}[局委])(?=\2(?![城域属直级中东西南北])[^局委办（(]{2,8}(?<!分)局$)/;

/** Where one name ends and the next begins, in a name that is two; undefined in one that is one. */
export function seam({ name, field, index }: PlacedName, view: PartView): number | undefined {
  const { base } = name;
  if (name.group || base.length < 6 || base.length > 40 || !view.text.startsWith(base, name.range.start))
    return undefined;
  const plain = TWO.exec(base)?.[1]?.length;
  if (!view.registry.names.size) return view.facts.unseparated[base]?.[0].length ?? plain;
  if (!/[局委办部院会](?=[省市县区州旗])/.test(base)) return undefined;
  if (resolved({ name, field, index }, view)?.kind !== 'unknown') return undefined;
  const at = { date: view.facts.date, place: view.facts.place };
  for (const { index: end } of base.matchAll(/(?<=.{2}[局委办部院会])[省市县区州旗]/g)) {
    const halves = [base.slice(0, end), base.slice(end)];
    if (halves.every((half) => resolve(view.registry, half, at).kind === 'exact')) return end;
  }
  return plain;
}
