/**
 * What the name of a unit is made of: 县 + 住房和城乡建设 + 局. General facts of how such names are built and
 * shortened; no unit is known here.
 */
import { nameKey } from './names.ts';

export interface Anatomy {
  /** The one character that stands for the place: 县; empty where none does. */
  readonly prefix: string;
  /** The rest in the form in which full and short forms agree: 住房城乡建设局 for 住房和城乡建设局. */
  readonly stem: string;
  /** What tells the unit from others of its kind: 住房城乡建设. */
  readonly core: string;
  /** Its kind: 局, 服务中心. */
  readonly suffix: string;
  /** Said in full: 环境保护委员会 meets, beside an office that works; 发展和改革委 is an office. */
  readonly committee: boolean;
}

/** Words that begin with the character of a place and do not mean it. */
const NO_PREFIX =
  /^(?:市场|市政(?!府|协|务|法|数)|市容|市民(?:中心|服务|热线|之家)|市域|市区|区域|区划|区块|区县|县域|县城(?!乡|市|管|建|投)|县区|县乡(?!村)|省际|省会|州际|镇域|镇街|镇村|乡村|乡镇|乡土)/;

/** The character that stands for a place at the start of a name, where one does: 县 of 县发改委. */
export function prefixOf(key: string): string {
  return /^[省市县区州旗盟镇乡]/.test(key) && key.length > 2 && !NO_PREFIX.test(key) ? key[0]! : '';
}

const FULL_FORMS: readonly (readonly [RegExp, string])[] = [
  [/管理委员会/g, '管委会'],
  [/委员会/g, '委'],
  [/办公室/g, '办'],
  [/人民政府/g, '政府'],
  [/街道办事处$/, '街道'],
  [/有限责任公司|股份有限公司|有限公司/g, '公司'],
];
const SUFFIX =
  /(?:(?:事业)?(?:服务|发展|管理|促进|保障|指导|建设)*中心|指挥部|领导小组|工作组|专班|管委会|联合会|协会|集团公司|分公司|公司|集团|街道|政府|分局|[支总大中]队|中学|小学|学校|学院|大学|幼儿园|卫生院|人民医院|医院|支行|分行|银行|工业园|产业园|园区|社区|[局委厅办部处科股室站所院队会社园镇乡县市区村校行场馆团])$/;

/** @param key of nameKey(), without a bracket at its end */
export function anatomy(key: string): Anatomy {
  const prefix = prefixOf(key);
  let stem = key.slice(prefix.length);
  for (const [full, short] of FULL_FORMS) stem = stem.replace(full, short);
  // 和 at the start of a name is a word of its own: 和平街道.
  stem = stem[0]! + stem.slice(1).replace(/以及|[和与及暨、]/g, '');
  const suffix = SUFFIX.exec(stem)?.[0] ?? '';
  const committee = /(?<!管理)委员会$/.test(key);
  return { prefix, stem, core: stem.slice(0, stem.length - suffix.length), suffix, committee };
}

/** The anatomy of a name as printed, of what stands before its bracket. */
export function anatomyOf(base: string): Anatomy {
  return anatomy(nameKey(base) || '?');
}

/** Characters that tell units apart, so that no short form drops them: 第一 and 第二, 城东 and 城西, 新区 and 区. */
export const TELLING = /[零〇一二三四五六七八九十百千甲乙丙丁东西南北中上下前后左右内外新老旧大小高低正副\d]/;
const NOT_TELLING = new RegExp(TELLING.source.replace('[', '[^'), 'g');

/**
 * Whether one name shortens another of the same kind, as Chinese shortens: the first characters of its words (发改 of
 * 发展改革, 人社 of 人力资源社会保障), something of each word (市场监管 of 市场监督管理), or without 管理 and 服务.
 */
export function abbreviates(short: Anatomy, long: Anatomy): boolean {
  const [few, many] = [short.core, long.core];
  if (short.suffix !== long.suffix || few.length < 2 || many.length <= few.length || few[0] !== many[0]) return false;
  if (few.replace(NOT_TELLING, '') !== many.replace(NOT_TELLING, '')) return false;
  if (many.replace(/管理|服务|工作/g, '') === few) return true;
  return many.length >= 4 && (byFirstCharacters(few, many) || bySomethingOfEach(few, many));
}

function byFirstCharacters(few: string, many: string): boolean {
  let at = 0;
  for (let word = 0; word < many.length && at < few.length; word += 2) if (many[word] === few[at]) at++;
  return at === few.length;
}

/** Words have two characters, as most of those in names of units do. */
function bySomethingOfEach(few: string, many: string): boolean {
  let at = 0;
  for (let word = 0; word < many.length; word += 2) {
    const before = at;
    for (const character of many.slice(word, word + 2)) if (few[at] === character) at++;
    if (at === before) return false;
  }
  return at === few.length;
}
