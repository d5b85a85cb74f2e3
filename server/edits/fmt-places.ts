/** Which parts of a notice have a form: what the notice says, not what a web page or a table put around it. */
import type { Notice } from '../model/notice.ts';
import { isNoticeText, textOf } from '../rules/marks.ts';

export interface Places {
  /** Parts of the head that say what the notice reads of it: title, number, issuer, recipients. */
  readonly printed: ReadonlySet<number>;
  readonly formatted: ReadonlySet<number>;
}

export function placesOf(notice: Notice): Places {
  const { head, items, zones, starts, text } = notice;
  const elements = [head.title, head.number, head.issuer, ...head.recipients].flatMap(
    (element) => element?.range ?? [],
  );
  const printed = new Set<number>();
  const formatted = new Set<number>();
  items.forEach((item, part) => {
    if (!item) return;
    const start = starts[part]!;
    const end = starts[part + 1] ?? text.length;
    if (zones[part] !== 'head') {
      if (isNoticeText(zones[part]!, item, textOf(notice, part))) formatted.add(part);
    } else if (elements.some((range) => range.start < end && start < range.end)) {
      printed.add(part);
      formatted.add(part);
    }
  });
  return { printed, formatted };
}
