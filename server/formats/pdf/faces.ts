/**
 * Which faces of a machine a PDF is set in. A PDF carries its faces, so they must be there; what a Word file leaves to
 * the program that opens it is decided here, and said.
 */
import type { Words } from '../../model/words.ts';
import type { FontSet } from '../page/fonts.ts';

export type Role = keyof FontSet;

/** A face on this machine, by what its file says of it. */
export interface FaceFile {
  /** Of the family, and with the style, in all languages: 仿宋_GB2312, FangSong_GB2312. */
  readonly names: readonly string[];
  readonly postScriptName: string;
  /** 400 is regular, 700 bold. */
  readonly weight: number;
  /** One of several in its file. */
  readonly collected: boolean;
  /** Its maker lets documents carry it. */
  readonly embeddable: boolean;
  read(): Promise<Uint8Array>;
}

/** The faces that write Chinese, and the folders that were looked through. */
export interface FoundFaces {
  readonly faces: readonly FaceFile[];
  readonly folders: readonly string[];
}

/** Looks for faces. Only a door can; asked when a PDF is written. */
export type FindFaces = () => Promise<FoundFaces>;

type Kind = '标宋' | '仿宋' | '楷' | '黑' | '宋';

/** The kinds of faces by what their names hold, the narrower first: 小标宋 and 仿宋 are no 宋. */
const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['标宋', /[大小]标宋|中宋|(?:xiao|da)biao ?song|zhongsong/i],
  ['仿宋', /仿宋|fang ?song|fandol ?fang|simfang/i],
  ['楷', /楷|kai/i],
  ['黑', /黑|hei|gothic|sans|ping ?fang/i],
  ['宋', /宋|song|sim ?sun|明体|ming|serif/i],
];

/** What stands in for a kind, the nearest first. */
const INSTEAD: Readonly<Record<Kind, readonly Kind[]>> = {
  标宋: ['标宋', '宋', '黑', '仿宋', '楷'],
  仿宋: ['仿宋', '宋', '楷', '标宋', '黑'],
  楷: ['楷', '仿宋', '宋', '标宋', '黑'],
  黑: ['黑', '标宋', '宋', '仿宋', '楷'],
  宋: ['宋', '仿宋', '标宋', '楷', '黑'],
};

const USUAL: Readonly<Record<Role, Kind>> = { title: '标宋', heading: '黑', second: '楷', body: '仿宋', number: '宋' };

/** Stroke weights of the printed kinds. */
const WEIGHTS: Readonly<Record<Kind, number>> = { 标宋: 700, 仿宋: 400, 楷: 400, 黑: 500, 宋: 400 };

/** A face of this weight is bold enough to stand for 小标宋. */
const BOLD = 600;

/** Faces of one design for several regions: the mainland's forms are wanted. */
const ELSEWHERE = /(?:^|[ -])(?:TC|TW|HK|MO|HC|JP|KR|K|J)(?:$|[ -])|繁|BIG5/i;

/** What a drafter knows the face by: its Chinese name where it has one; of those, with its style. */
export function nameOf({ names }: FaceFile): string {
  const chinese = names.filter((name) => /\p{Script=Han}/u.test(name));
  return [...(chinese.length ? chinese : names)].sort((a, b) => b.length - a.length)[0] ?? '';
}

/**
 * The faces that may stand for a role, the best first: the one that is wanted, then its kind, then the nearest kind.
 *
 * @param wanted the face's name
 */
export function candidates(faces: readonly FaceFile[], role: Role, wanted: string): FaceFile[] {
  const kind = wantedKind(role, wanted);
  const bare = bareName(wanted);
  const carried = faces.filter(({ embeddable }) => embeddable);
  const ranks = carried.map((face, at) => {
    const instead = INSTEAD[kind].indexOf(kindOf(face.names) ?? kind);
    const region = face.names.some((name) => ELSEWHERE.test(name)) ? 1 : 0;
    const exact = face.names.some((name) => bareName(name) === bare) ? 0 : 1;
    const unknown = kindOf(face.names) ? 0 : 1;
    const weight = Math.abs(face.weight - WEIGHTS[exact ? kind : (kindOf(face.names) ?? kind)]);
    return { face, rank: [exact, unknown, instead, region, weight, at] };
  });
  return ranks.sort((a, b) => compare(a.rank, b.rank)).map(({ face }) => face);
}

/** The title stands out by its strokes: a light face for 小标宋 is drawn bolder. */
export function isTooLight(role: Role, wanted: string, face: FaceFile): boolean {
  return wantedKind(role, wanted) === '标宋' && kindOf(face.names) !== '标宋' && face.weight < BOLD;
}

export function isWanted(face: FaceFile, wanted: string): boolean {
  return face.names.some((name) => bareName(name) === bareName(wanted));
}

const ROLES: Readonly<Record<Role, Words>> = {
  title: { zh: '标题', en: 'titles' },
  heading: { zh: '一级标题、表头', en: 'first headings, table heads' },
  second: { zh: '二级标题', en: 'second headings' },
  body: { zh: '正文', en: 'text' },
  number: { zh: '页码', en: 'page numbers' },
};

export interface Replaced {
  readonly role: Role;
  readonly wanted: string;
  readonly by: FaceFile;
  /** The wanted face is there, and its maker forbids documents to carry it. */
  readonly forbidden: boolean;
}

export function replacedWords(replaced: readonly Replaced[]): Words {
  const zh = replaced.map(
    ({ role, wanted, by, forbidden }) =>
      `${ROLES[role].zh}“${wanted}”${forbidden ? '（该字体不许嵌入文件）' : ''}→“${nameOf(by)}”`,
  );
  const en = replaced.map(
    ({ role, wanted, by, forbidden }) =>
      `${ROLES[role].en} "${wanted}"${forbidden ? ' (may not be embedded)' : ''} → "${nameOf(by)}"`,
  );
  return {
    zh: `PDF 要带字体，原定的字体用不了，换成了相近的：${zh.join('，')}；装上原定的字体再导出一次就不会换`,
    en: `a PDF carries its faces, and these cannot be had, so near ones stand for them: ${en.join(', ')}; install the faces and export again to have them`,
  };
}

/** @param folders that were looked through */
export function noFaceWords(folders: readonly string[]): Words {
  const [zh, en] = folders.length
    ? [`找过的文件夹：${folders.join('、')}`, `looked in: ${folders.join(', ')}`]
    : ['没有可找的文件夹', 'there was no folder to look in'];
  return {
    zh: `没有找到中文字体，写不了 PDF（${zh}）；请装上仿宋、黑体、楷体、宋体等中文字体，或指明字体所在的文件夹（--font-dir），也可以先导出 docx，在 Word 或 WPS 里另存为 PDF`,
    en: `no Chinese face was found, so no PDF can be written (${en}); install Chinese faces or name their folder (--font-dir), or export a docx and save it as PDF`,
  };
}

function wantedKind(role: Role, wanted: string): Kind {
  return kindOf([wanted]) ?? USUAL[role];
}

function kindOf(names: readonly string[]): Kind | undefined {
  return KINDS.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0];
}

function bareName(name: string): string {
  return name.replace(/\s/g, '').toLowerCase();
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
