/**
 * A registry that hardly knows the notice's units belongs to another place: the nearest one up the folders may. That is
 * one thing to say, not hundreds.
 */

import { isOpenGroup } from '../model/groups.ts';
import type { Notice } from '../model/notice.ts';
import unitUnknown from './duties/unit-unknown.ts';
import type { Finding } from './rule.ts';

/** Fewer unknown names are names to look at one by one. */
const MANY = 12;

/** The findings, with those of an unfit registry as one. */
export function withoutUnfit(findings: readonly Finding[], notice: Notice): readonly Finding[] {
  const unknown = findings.filter((finding) => finding.rule === unitUnknown.id);
  const [first] = unknown;
  if (!first || unknown.length < MANY) return findings;
  let names = 0;
  for (const { duty } of notice.tasks) {
    for (const list of [duty.leadUnits, duty.supportUnits, duty.units]) {
      for (const name of list) if (!name.group && !isOpenGroup(name.base)) names++;
    }
  }
  if (unknown.length * 2 < names) return findings;
  const { title } = notice.head;
  const one: Finding = {
    ...first,
    range: title?.range ?? first.range,
    message: {
      zh: `名册与本通知不符：${names}处单位名称有${unknown.length}处不在名册里。请在文首写明“名册：……”，或另建名册。`,
      en: `The registry is not this notice's: it lacks ${unknown.length} of ${names} names. Name another one in the front matter (名册：…), or start one.`,
    },
    fixes: [],
  };
  return [...findings.filter((finding) => finding.rule !== unitUnknown.id), one];
}
