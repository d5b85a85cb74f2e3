/** 各有关街道、镇: a list that says 各 once, before the first kind of place; 镇 alone is no unit. */
import { isOpenGroup } from '../model/groups.ts';

const KIND =
  /^(?:(?:[乡镇村]|街道|社区)(?:人民政府|政府|办事处|党委政府|党委|党工委|党组织|村委会|居委会)?|[县市区旗州盟](?:人民政府)?)$/;

/**
 * Whether a name is a mere kind of place that goes on with a group said before it.
 *
 * @param previous the names before it in its list, as printed
 */
export function continuesGroup(name: string, previous: readonly string[] = []): boolean {
  if (name.length > 8 || !KIND.test(name)) return false;
  for (let at = previous.length - 1; at >= 0; at--) {
    if (isOpenGroup(previous[at]!)) return true;
    if (!KIND.test(previous[at]!)) return false;
  }
  return false;
}
