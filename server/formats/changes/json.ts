/** What changed, for programs: `Changes` as it is, under a version. docs/diff.md says what stands in it. */
import { type Changes, isEmpty } from '../../compare/change.ts';
import type { ChangeOptions } from './index.ts';

const VERSION = 1;

export function writeJson(changes: Changes, { names }: ChangeOptions): string {
  const { count, title, head, sections, tasks, paragraphs, respelt, movedUp, years, withYear, of } = changes;
  const side = (when: 'before' | 'after') => ({
    ...(names && { file: names[when] }),
    ...(title[when] !== undefined && { title: title[when] }),
    tasks: count[when],
  });
  const data = {
    version: VERSION,
    changed: !isEmpty(changes),
    ...(of !== undefined && { of }),
    before: side('before'),
    after: side('after'),
    tasks,
    sections,
    head,
    paragraphs,
    respelt,
    aside: { numbersMoved: movedUp, deadlinesWithYear: withYear, years },
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
