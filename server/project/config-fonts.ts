/** What a configuration says of the faces of documents: a built-in set, or the names of what an office has installed. */
import { DEFAULT_FONTS, FONT_SET_IDS, FONT_SETS, type FontSet } from '../formats/page/fonts.ts';

/** By what each face is called where official documents are spoken of, and by its place on the page. */
export const FONT_KEYS: Readonly<Record<string, keyof FontSet>> = {
  小标宋: 'title',
  黑体: 'heading',
  楷体: 'second',
  仿宋: 'body',
  宋体: 'number',
  title: 'title',
  heading: 'heading',
  second: 'second',
  body: 'body',
  number: 'number',
};
const LONGEST = 60;

/**
 * @param problems takes a sentence for each thing that is wrong; what is wrong is left out
 * @returns undefined where nothing is said
 */
export function readFonts(value: unknown, problems: string[]): FontSet | undefined {
  if (value === undefined) return undefined;
  const known = FONT_SET_IDS.find((id) => id === value);
  if (known) return FONT_SETS[known];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(
      `“fonts”应为 ${FONT_SET_IDS.join('、')} 之一，或写明各字体名称的对象 / "fonts" is one of ${FONT_SET_IDS.join(', ')}, or an object with the names of faces`,
    );
    return undefined;
  }
  const fonts: Record<string, string> = { ...DEFAULT_FONTS };
  for (const [key, name] of Object.entries(value)) {
    const role = Object.hasOwn(FONT_KEYS, key) ? FONT_KEYS[key] : undefined;
    if (!role) {
      const names = Object.keys(FONT_KEYS);
      problems.push(
        `“fonts”没有“${key}”这一项，可写 ${names.slice(0, 5).join('、')} / "fonts" has no key "${key}": it is one of ${names.slice(5).join(', ')}`,
      );
    } else if (typeof name !== 'string' || !name.trim() || name.length > LONGEST) {
      problems.push(`“fonts”的“${key}”应为字体的名称 / "${key}" of "fonts" is the name of a face`);
    } else fonts[role] = name.trim();
  }
  return fonts as unknown as FontSet;
}
