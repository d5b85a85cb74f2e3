/** A notice file that a command changes: the encoding, the mark and the ends of lines stay. */
import { readFile, realpath } from 'node:fs/promises';
import { disk } from '../disk.ts';
import type { Notice } from '../model/notice.ts';
import { readNotice } from '../model/read.ts';
import { Project } from '../project/project.ts';
import { type Decoded, decode, encode } from '../syntax/encoding.ts';
import type { Vocabulary } from '../syntax/labels.ts';
import { Trouble, text, type Values } from './command.ts';
import { readText, sameFile, textOf, uriOf, writeWhole } from './files.ts';

/** Where what was changed goes. */
export const REWRITE_OPTIONS = {
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  config: { type: 'string' },
} as const;

export interface NoticeFile {
  readonly file: string;
  readonly notice: Notice;
  readonly vocabulary: Vocabulary;
  /** Undefined where what was read would not be written as it was. */
  readonly decoded: Decoded | undefined;
}

export async function readNoticeFile(file: string, values: Values): Promise<NoticeFile> {
  // Says in a sentence why it cannot be read.
  await readText(file);
  const bytes = await readFile(file);
  const source = textOf(bytes, file);
  const decoded = decode(bytes);
  const config = text(values, 'config');
  const { value, problems } = await new Project(disk).config(uriOf(file), config && uriOf(config));
  if (problems[0]) throw new Trouble(...(problems[0].split(' / ') as [string, string]));
  const back = decoded && encode(source, decoded);
  return {
    file,
    notice: readNotice(source, { vocabulary: value.labels }),
    vocabulary: value.labels,
    decoded: back && Buffer.compare(back, bytes) === 0 ? decoded : undefined,
  };
}

/**
 * Writes a changed text in the file's place, or where -o says.
 *
 * @returns the file written
 */
export async function rewrite({ file, decoded }: NoticeFile, changed: string, values: Values): Promise<string> {
  const output = text(values, 'output');
  const inPlace = output === undefined || (await sameFile(output, file));
  const bytes = decoded && encode(changed, decoded);
  if (inPlace) {
    if (!bytes) {
      throw new Trouble(
        `“${file}”的编码不能原样写回；请加 -o 另存为一个文件（UTF-8 编码）`,
        `"${file}" cannot be written in its own encoding; add -o to write another file in UTF-8`,
      );
    }
    // Through a link to the file itself: the link stays one.
    await writeWhole(await realpath(file), bytes, true);
    return file;
  }
  await writeWhole(output, bytes ?? changed, values.force === true);
  return output;
}
