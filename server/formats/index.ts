/** All formats, in the order in which a user is offered them. A new format is a file and a line here. */
import type { Notice } from '../model/notice.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import type { Format, FormatId, TableOptions } from './format.ts';
import { json } from './json.ts';
import { xlsx } from './xlsx.ts';

export const FORMATS: readonly Format[] = [docx, xlsx, csv, json];

/**
 * Writes a notice in one of the formats.
 *
 * @param id of a format in `FORMATS`
 * @throws RangeError where no format has this id: the caller offers only those there are
 */
export async function exportNotice(
  notice: Notice,
  id: FormatId,
  options: TableOptions = {},
): Promise<string | Uint8Array> {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (!format) throw new RangeError(`no format ${id}`);
  return format.export(notice, options);
}
