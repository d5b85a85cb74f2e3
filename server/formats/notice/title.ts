/** The title's lines as they stand in the text, parted from what a page put on them. */

/** The lines of the title without what stands before it (a document number) and behind it (buttons of a page). */
export function partTitle(lines: readonly string[], title: string): { before: string; lines: string[]; after: string } {
  const joined = tight(lines.join(''));
  const at = joined.indexOf(tight(title));
  if (at < 0) return { before: '', lines: [...lines], after: '' };
  const [from, to] = [at, at + tight(title).length];
  const pieces: [string, string[], string] = ['', [], ''];
  let count = 0;
  for (const line of lines) {
    let own = '';
    for (const character of line) {
      const blank = tight(character) === '';
      if (count < from) pieces[0] += character;
      else if (count < to) own += blank && !own ? '' : character;
      else pieces[2] += character;
      if (!blank) count += character.length;
    }
    if (own.trim()) pieces[1].push(unspaced(own.trim()));
  }
  return { before: pieces[0].trim(), lines: pieces[1], after: pieces[2].trim() };
}

/** Blanks that a conversion left between the characters of a title. */
function unspaced(text: string): string {
  return text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef\d])[\s\u3000]+(?=[\u3000-\u9fff\uff00-\uffef\d])/g, '');
}

/** Without blanks. */
export function tight(text: string): string {
  return text.replace(/[\s\u3000]/g, '');
}
