/** What does not print is in no file: settings, comments, suppressions, wherever they stand in the notice. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from '../support/shared.ts';
import { everyDocument, insideOf, NAMES } from './every-document.ts';

const folders = ['test/model/corpus', 'examples'];
const NOTICES = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.notice'))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
);

/** Characters that no notice and no document has, so that they are found in whatever pieces they are written. */
const SECRET = { front: '魑', setting: '魅', comment: '魍', wide: '魉', reason: '饕', inside: '餮' };

/** The notice with what doesn't print at some of its line ends. */
function withSecrets(text: string, picked: readonly number[]): string {
  const own = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  const lines = own.split('\n');
  const unprinted = [
    `// ${SECRET.comment}待核`,
    `／／${SECRET.wide}`,
    `// 免查：${SECRET.reason}已核对`,
    `  // 免查 number-gap：${SECRET.reason}`,
    `// 牵头单位：${SECRET.inside}局。`,
  ];
  const at = new Map(picked.map((line, i) => [line % lines.length, unprinted[i % unprinted.length]!]));
  const body = lines.flatMap((line, i) => (at.has(i) ? [at.get(i)!, line] : [line]));
  return `---\n名册：${SECRET.front}.registry\n${SECRET.setting}设置：${SECRET.setting}\n---\n${body.join('\n')}`;
}

/** How a character may stand in a file: itself, or as a PDF, an escape or a reference of XML says it. */
const SHAPES = Object.values(SECRET).map((character) => {
  const hex = character.charCodeAt(0).toString(16);
  return new RegExp(`${character}|<${hex}>|\\\\u${hex}|&#(?:x${hex}|${character.charCodeAt(0)});`, 'i');
});

describe('no file holds what does not print', () => {
  it.each(NAMES)('%s', async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NOTICES),
        fc.array(fc.nat(400), { minLength: 3, maxLength: 40 }),
        async (text, picked) => {
          for (const one of await everyDocument(name, withSecrets(text, picked), { annexTable: true })) {
            const inside = insideOf(one);
            for (const shape of SHAPES) expect(shape.exec(inside)?.[0]).toBeUndefined();
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each(NAMES.filter((name) => /docx|xlsx|pdf|html/.test(name) && !name.startsWith('changes')))(
    'but %s names the author in its properties',
    async (name) => {
      const task = '云溪县人民政府关于重点工作的通知\n\n1.备足种子。\n牵头单位：县农业农村局。\n';
      const [one] = await everyDocument(name, `---\n作者：Cen Bo\n---\n${task}`);
      expect(insideOf(one!)).toMatch(/<dc:creator>Cen Bo<|<meta name="author" content="Cen Bo">|\(Cen Bo\)\nendobj/);
    },
  );

  it('would be found if it were there', async () => {
    for (const name of NAMES) {
      const text = `云溪县人民政府关于重点工作的通知\n\n一、备耕\n\n1.备足种子${SECRET.front}。\n牵头单位：县农业农村局。\n完成时限：2026年6月底前。\n`;
      const insides = (await everyDocument(name, text, { annexTable: true })).map(insideOf);
      expect(insides.length, name).toBeGreaterThan(0);
      // The load counts tasks and doesn't tell them.
      if (!name.startsWith('load'))
        expect(
          insides.some((inside) => SHAPES[0]!.test(inside)),
          name,
        ).toBe(true);
    }
  });
});
