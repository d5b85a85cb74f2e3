/** What the front matter says of the official page: what a draft's text doesn't hold. */
import type { Notice } from '../../model/notice.ts';

export type Key =
  | '份号'
  | '密级'
  | '紧急程度'
  | '发文机关标志'
  | '签发人'
  | '抄送'
  | '印发机关'
  | '印发日期'
  | '附注'
  | '作者';

/** The value of a key; empty says nothing. */
export function setting(notice: Notice, key: Key): string | undefined {
  return notice.settings.find((each) => each.key === key && each.value)?.value;
}

/** Who made a file: who is named for it, else the notice's 作者, else its issuer. */
export function authorOf(notice: Notice, named: string | undefined): string | undefined {
  return named ?? setting(notice, '作者') ?? notice.head.issuer?.text;
}
