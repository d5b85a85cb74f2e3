/** What each key of the registry language means, and in which records it may stand. */
import { distance } from 'fastest-levenshtein';
import type { MentionRole, RegistryRecord } from './records.ts';

type Kind = RegistryRecord['kind'];

export const RECORD_KEYS: Readonly<Record<Kind, string>> = {
  place: '地区',
  unit: '单位',
  group: '单位组',
  leader: '领导',
};

/** What a line says of its record. */
export type Meaning = MentionRole | 'since' | 'until' | 'title' | 'remark';

const ALL: readonly Kind[] = ['place', 'unit', 'group', 'leader'];

export const FIELD_KEYS: ReadonlyMap<string, { readonly means: Meaning; readonly in: readonly Kind[] }> = new Map([
  ['简称', { means: 'short', in: ALL }],
  ['别名', { means: 'alias', in: ALL }],
  ['挂牌', { means: 'second', in: ['unit'] }],
  ['内设机构', { means: 'office', in: ['unit'] }],
  ['待核', { means: 'doubtful', in: ['unit', 'group', 'leader'] }],
  ['隶属', { means: 'superior', in: ['place', 'unit', 'group'] }],
  ['前身', { means: 'predecessor', in: ['unit'] }],
  ['后继', { means: 'successor', in: ['unit'] }],
  ['成员', { means: 'member', in: ['group'] }],
  ['分管', { means: 'charge', in: ['leader'] }],
  ['启用', { means: 'since', in: ALL }],
  ['撤销', { means: 'until', in: ALL }],
  ['职务', { means: 'title', in: ['leader'] }],
  ['备注', { means: 'remark', in: ALL }],
]);

/** Words that people use for a key and that look nothing like it. */
const SAID_OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['全称', '单位'],
  ['名称', '单位'],
  ['部门', '单位'],
  ['姓名', '领导'],
  ['曾用名', '别名'],
  ['又名', '别名'],
  ['加挂', '挂牌'],
  ['内设', '内设机构'],
  ['科室', '内设机构'],
  ['上级', '隶属'],
  ['主管', '隶属'],
  ['联系单位', '分管'],
  ['分工', '分管'],
  ['成立', '启用'],
  ['生效', '启用'],
  ['设立', '启用'],
  ['废止', '撤销'],
  ['失效', '撤销'],
  ['停用', '撤销'],
  ['说明', '备注'],
]);

/** The key that was probably meant: 简写 → 简称, 成员单位 → 成员. */
export function nearestKey(written: string): string | undefined {
  const said = SAID_OTHERWISE.get(written);
  if (said) return said;
  const keys = [...Object.values(RECORD_KEYS), ...FIELD_KEYS.keys()];
  // 成员单位 is 成员, 分管领导 is 分管: what a word begins with before what it ends in.
  const longest = (found: readonly string[]): string | undefined => [...found].sort((a, b) => b.length - a.length)[0];
  const inside =
    longest(keys.filter((key) => written.startsWith(key))) ?? longest(keys.filter((key) => written.endsWith(key)));
  if (inside) return inside;
  const near = keys
    .map((key) => ({ key, away: distance(key, written) }))
    .filter(({ key, away }) => away <= Math.max(1, Math.floor(key.length / 2)) && away < key.length);
  return near.sort((a, b) => a.away - b.away)[0]?.key;
}
