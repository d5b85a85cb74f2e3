/** The faces of one PDF, opened as they are needed: each role's own, and those that have the characters that it lacks. */
import type { Words } from '../../model/words.ts';
import type { Remark } from '../format.ts';
import type { FontSet } from '../page/fonts.ts';
import {
  candidates,
  type FaceFile,
  type FoundFaces,
  isTooLight,
  isWanted,
  nameOf,
  noFaceWords,
  type Role,
  replacedWords,
} from './faces.ts';
import type PDFDocument from './library.mjs';

/** A piece of a line in one face. */
export interface Run {
  readonly text: string;
  /** As registered with the document. */
  readonly font: string;
  /** Drawn with its outline, for its strokes are too light for its role. */
  readonly bolder: boolean;
}

interface Opened {
  readonly face: FaceFile;
  readonly font: string;
  has(codePoint: number): boolean;
}

const ROLES: readonly Role[] = ['title', 'heading', 'second', 'body', 'number'];

/** A face that lacks more of the Han characters than the first is set aside; one that lacks more than the second can't serve. */
const FEW_LACKING = 0.1;
const MOST_LACKING = 0.5;
/** How many faces are opened for characters that a role's face lacks. */
const MOST_OPENED = 12;

export class Fonts {
  readonly #document: PDFDocument;
  readonly #found: FoundFaces;
  readonly #wanted: FontSet;
  readonly #opened = new Map<FaceFile, Opened | undefined>();
  readonly #faces = new Map<Role, Opened>();
  /** Which face draws a character that the role's own lacks; undefined where none does. */
  readonly #instead = new Map<string, Opened | undefined>();

  private constructor(document: PDFDocument, found: FoundFaces, wanted: FontSet) {
    this.#document = document;
    this.#found = found;
    this.#wanted = wanted;
  }

  /**
   * Opens the faces that the texts need.
   *
   * @param texts what is set in each role
   * @returns why there can be no PDF, where no face writes Chinese
   */
  static async open(
    document: PDFDocument,
    found: FoundFaces,
    wanted: FontSet,
    texts: ReadonlyMap<Role, string>,
  ): Promise<Fonts | { readonly refused: Words }> {
    const fonts = new Fonts(document, found, wanted);
    for (const role of ROLES) {
      const text = texts.get(role);
      if (text === undefined) continue;
      const face = await fonts.#faceFor(role, text);
      if (!face) return { refused: noFaceWords(found.folders) };
      fonts.#faces.set(role, face);
    }
    for (const [role, text] of texts) await fonts.#fill(role, text);
    return fonts;
  }

  /** A text in pieces, each in a face that has its characters. */
  runs(role: Role, text: string): Run[] {
    const own = this.#faces.get(role)!;
    const runs: Run[] = [];
    for (const character of drawable(text)) {
      const opened = own.has(character.codePointAt(0)!) ? own : (this.#instead.get(role + character) ?? own);
      const last = runs.at(-1);
      if (last?.font === opened.font) runs[runs.length - 1] = { ...last, text: last.text + character };
      else runs.push({ text: character, font: opened.font, bolder: isTooLight(role, this.#wanted[role], opened.face) });
    }
    return runs;
  }

  /** Which faces stand for others, and which characters no wanted face has. */
  remarks(): Remark[] {
    const replaced = [...this.#faces]
      .filter(([role, { face }]) => !isWanted(face, this.#wanted[role]))
      .map(([role, { face }]) => {
        const wanted = this.#wanted[role];
        const forbidden = this.#found.faces.some((one) => !one.embeddable && isWanted(one, wanted));
        return { role, wanted, by: face, forbidden };
      });
    const lent = new Map<string, Set<string>>();
    const missing = new Set<string>();
    for (const [key, opened] of this.#instead) {
      const character = [...key].at(-1)!;
      if (!opened) missing.add(character);
      else {
        const name = nameOf(opened.face);
        lent.set(name, (lent.get(name) ?? new Set()).add(character));
      }
    }
    return [
      ...(replaced.length ? [{ words: replacedWords(replaced) }] : []),
      ...[...lent].map(([name, characters]) => ({
        words: {
          zh: `所用字体缺这些字，改用“${name}”：${[...characters].join('')}`,
          en: `the faces lack these characters, which are set in "${name}": ${[...characters].join('')}`,
        },
      })),
      ...(missing.size
        ? [
            {
              words: {
                zh: `这台电脑上的字体都缺这些字，PDF 里印成了空框：${[...missing].join('')}；请装上有这些字的字体再导出`,
                en: `no face on this machine has these characters, which are printed as boxes: ${[...missing].join('')}; install a face that has them and export again`,
              },
            },
          ]
        : []),
    ];
  }

  /** The first that has nearly all, else the one that has most. */
  async #faceFor(role: Role, text: string): Promise<Opened | undefined> {
    const han = [...new Set(text.match(/\p{Script=Han}/gu) ?? [])];
    let best: Opened | undefined;
    let least = han.length * MOST_LACKING;
    for (const face of candidates(this.#found.faces, role, this.#wanted[role])) {
      const opened = await this.#open(face);
      if (!opened) continue;
      const lacking = han.filter((character) => !opened.has(character.codePointAt(0)!)).length;
      if (lacking <= han.length * FEW_LACKING) return opened;
      if (lacking < least) [best, least] = [opened, lacking];
    }
    return best;
  }

  /** Finds faces for the characters that a role's face lacks. */
  async #fill(role: Role, text: string): Promise<void> {
    const own = this.#faces.get(role)!;
    const lacking = [...new Set(drawable(text))].filter((character) => !own.has(character.codePointAt(0)!));
    if (!lacking.length) return;
    let opened = 0;
    const others = candidates(this.#found.faces, role, this.#wanted[role]);
    const open = others.filter((face) => this.#opened.has(face));
    for (const face of new Set([...open, ...others])) {
      if (!this.#opened.has(face) && ++opened > MOST_OPENED) break;
      const other = await this.#open(face);
      for (let i = lacking.length - 1; other && i >= 0; i--) {
        if (!other.has(lacking[i]!.codePointAt(0)!)) continue;
        this.#instead.set(role + lacking[i], other);
        lacking.splice(i, 1);
      }
      if (!lacking.length) return;
    }
    for (const character of lacking) this.#instead.set(role + character, undefined);
  }

  /** Undefined where the file is no font that can be read. */
  async #open(face: FaceFile): Promise<Opened | undefined> {
    if (!this.#opened.has(face)) {
      let opened: Opened | undefined;
      const font = `${this.#opened.size}`;
      try {
        this.#document.registerFont(font, await face.read(), face.collected ? face.postScriptName : undefined);
        const { font: open } = this.#document.font(font)._font;
        opened = { face, font, has: (codePoint) => open.hasGlyphForCodePoint(codePoint) };
      } catch {
        // A damaged file, or one that was taken away: another face stands for it.
      }
      this.#opened.set(face, opened);
    }
    return this.#opened.get(face);
  }
}

/** Blanks of all widths but the full one are one; what has no shape is none. */
function drawable(text: string): string {
  return text.replace(/[^\S\u3000]/g, ' ').replace(/[\p{Cf}\p{Variation_Selector}]/gu, '');
}
