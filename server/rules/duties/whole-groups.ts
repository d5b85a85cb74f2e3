/** Which units a group takes in: all of a kind, the members of a body, or some that nobody can tell. */
import type { Name } from '../../model/notice.ts';
import { prefixOf } from '../../registry/anatomy.ts';
import { nameKey } from '../../registry/names.ts';

/** 县直有关部门, 其他单位, 部分乡镇: these or those. */
export function isSome(group: string): boolean {
  return /有关|相关|其[他它余]|部分|涉及|对应|所涉|沿线|属地/.test(group);
}

/** What a group takes in whole. */
export type Whole = (unit: { readonly base: string; readonly completed?: string | undefined }) => boolean;

const GOVERNMENT = '(?:人民政府|政府|办事处|党委政府|党委|党工委)?';
const TOWNS = /^各(?=[乡镇街])(乡?)(镇?)(街?)(?:道)?(?:办事处|人民政府|政府|党委政府|党委)?(街道(?:办事处)?)?$/;
const COUNTIES = /^各(?=[县市区旗])([县市区旗]{1,3})(?:人民政府|政府|党委政府|党委)?$/;
const OFFICES =
  /^(?:各([省市县区州旗])直|([省市县区州旗])(?:直|级|直属|政府)各|([省市县区州旗])直(?=部门|单位|机关))(?:工作|组成|直属)?(?:部门|单位|机关|机构|部门单位)$/;
/** 高新区 is no county, 景区 no district. */
const NO_COUNTY = /(?:新|高新|开发|经开|园|景|示范|功能|管理|度假|保税|工业|社|小|片|特|库|林|灌|矿|校)区$/;
/** Offices that answer to one above stand beside those of the place: 县税务局 is none of 县直各部门. */
const OF_ABOVE = /税务|气象|烟草|邮政|海关|海事|海警|统计调查|消防|分局$|银|电/;

/** @returns undefined for a group of which one cannot tell whom it takes in */
export function wholeOf({ base, text }: Pick<Name, 'base' | 'text'>): Whole | undefined {
  if (!/[各直]/.test(base) || isSome(base)) return undefined;
  // 各县（市、区）人民政府, 各乡镇（街道）: the bracket adds kinds.
  const key = nameKey(text).replace(/[()、,/]/g, '');
  const towns = TOWNS.exec(key);
  if (towns) {
    const ends = ['乡', '镇', '街道'].filter((_, index) => towns[index + 1] || (index === 2 && towns[4]));
    const town = new RegExp(`^[\\u4e00-\\u9fff]{2,}(?:${ends.join('|')})${GOVERNMENT}$`);
    return (unit) => town.test(unit.base) && !prefixOf(unit.base);
  }
  const counties = COUNTIES.exec(key);
  if (counties) {
    const county = new RegExp(`^[\\u4e00-\\u9fff]{2,}[${counties[1]}]${GOVERNMENT}$`);
    const place = new RegExp(`${GOVERNMENT}$`);
    return (unit) => county.test(unit.base) && !NO_COUNTY.test(unit.base.replace(place, ''));
  }
  const offices = OFFICES.exec(key);
  const prefix = offices?.[1] ?? offices?.[2] ?? offices?.[3];
  if (!prefix) return undefined;
  return ({ base: printed, completed }) => {
    const unit = completed ?? printed;
    return prefixOf(unit) === prefix && /[局委办]$/.test(unit) && !OF_ABOVE.test(unit);
  };
}
