/** What the exporters write, without the wrapping that a door needs. */
import type { ExportOptions, FileType } from '../../server/formats/format.ts';
import { exportNotice, typesOf } from '../../server/formats/index.ts';
import type { Notice } from '../../server/model/notice.ts';

/** Without PDF, which carries faces that a machine may not have. */
export const TABLE_TYPES: readonly FileType[] = typesOf('table').filter((type) => type !== 'pdf');

/** The official table in a type of file. */
export async function tableAs(
  notice: Notice,
  type: FileType,
  options: ExportOptions = {},
): Promise<string | Uint8Array> {
  return (await exportNotice(notice, 'table', type, options)).files[0]!.content;
}
