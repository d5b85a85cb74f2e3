/**
 * Groups that no registry needs to define: 各乡镇街道, 市直相关单位, 县政府有关部门, X成员单位（见附件）. A word that says
 * "each", "some" or "other", and what kind of unit they are.
 */

const QUANTIFIER = '(?:各级各类|各级|各类|各|有关|相关|所有|全体|全部|其他|其它|其余)';
/** Those that say "some" only at the start of a name; inside one they are words of its own (责任鉴定中心). */
const OPENING = `(?:${QUANTIFIER}|部分|涉及的?|沿线|属地|对应|责任)`;
/** What 县直 and 市属 are: of that place, all of them. */
const OF_PLACE = '(?:[省市县区州旗盟镇乡部](?:直属?|属|级)|直属|驻[\\u4e00-\\u9fff]{1,4}|中央驻?|上级|下级|基层)';
/** Several places at once. */
const SEVERAL =
  '(?:乡镇街道|镇街道|乡镇场|乡镇|镇街|街镇|乡街|县市区|市县区|县区|市县|区县|旗县|州市|盟市|省市|县市|村居|村社区)';
const PLACE =
  '(?:街道办事处|街道办|街道|乡|镇|州|盟|县|市区|市|区|地区|地方|社区|村|园区|产业园|开发区|功能区|林场|农场|片区)';
const GOVERNMENT = '(?:人民政府|政府|党委政府|党政|党委|党工委|管委会|管理委员会|工委|办事处|办)?';
const BODIES =
  '(?:企事业单位|事业单位|单位|部门|机构|机关|科室|处室|股室|司局|厅局|委办局|部委|企业|集团|公司|银行|学校|高校|院校|医院|团体|党派|组织|协会|商会|成员|领导小组|小组|工作组|专班|指挥部|中心|平台|局|委|办|站|所|队伍)';
/** At most three kinds of places: what can be read in many ways must not be read in all of them. */
const KIND = `(?:${BODIES}|(?:${SEVERAL}|${PLACE}){1,3}${GOVERNMENT})`;

const SHAPES: readonly RegExp[] = [
  // 各乡镇政府, 各金融机构; 各界 begins names of associations.
  /^各(?!界|自为)/,
  new RegExp(`^${OPENING}.{0,16}?${KIND}$`),
  // 县政府有关部门, 市直各单位, 指挥部各专项工作组
  new RegExp(`.${QUANTIFIER}.{0,12}?${KIND}$`),
  // 市直单位, 区属国有企业
  new RegExp(
    `${OF_PLACE}(?:国有|机关|行政|事业|企业|垂直管理){0,2}(?:单位|部门|机构|企业|公司|机关|学校|高校|医院|组织)$`,
  ),
  // 项目建设领导小组成员单位, 县政府组成部门
  /(?:成员(?:单位|部门)|组成部门|工作部门|直属机构|派出机构|职能部门|主管部门)$/,
  // 乡镇（街道）, 县区人民政府
  new RegExp(`^${SEVERAL}${GOVERNMENT}$`),
];
/** 县（市、区）人民政府 */
const ALTERNATIVES = /^[省州盟市县区旗乡镇街]\((?:[州盟市县区旗乡镇场村]|街道|园区|开发区|[、,/])+\)/;

/**
 * Whether a name stands for units that it does not list.
 *
 * @param text as printed; brackets in it, （见附件）, （街道）, don't matter
 */
export function isOpenGroup(text: string): boolean {
  if (text.length < 2 || text.length > 60) return false;
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (ALTERNATIVES.test(plain)) return true;
  const bare = plain.replace(/[(〔[][^()〔〕[\]]*[)〕\]]/g, '');
  return bare.length > 1 && SHAPES.some((shape) => shape.test(bare));
}
