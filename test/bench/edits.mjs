/** Keystrokes at pseudo-random places: a character goes in, the next keystroke takes it out again. */
import { generator, LABELS } from './make.mjs';

export const TYPED = '甲';

const FIELD = new RegExp(LABELS.join('|'));

/**
 * @param text whose lines end with \n
 * @returns endless, the same for the same text and seed: the offset, line and column, whether that is in a field or
 *   in the text before it, and whether the character goes in or out
 */
export function* keystrokes(text, seed = 42) {
  const random = generator(seed);
  const lines = text.split('\n');
  const starts = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  for (;;) {
    const line = random(lines.length);
    if (!lines[line].trim()) continue;
    const character = random(lines[line].length + 1);
    const label = FIELD.exec(lines[line]);
    const inField = label !== null && label.index <= character;
    const place = { line, character, offset: starts[line] + character, inField };
    yield { ...place, inserts: true };
    yield { ...place, inserts: false };
  }
}
