/** Every document in every type of file of a notice, and what changed to another, with what a reader finds inside. */
import { inflateSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { changesBetween } from '../../server/compare/changes.ts';
import { CHANGES_TYPES, writeChanges } from '../../server/formats/changes/index.ts';
import type { ExportOptions } from '../../server/formats/format.ts';
import { DOCUMENTS, exportNotice, typesOf } from '../../server/formats/index.ts';
import { readNotice } from '../../server/model/read.ts';
import { makeFont } from './pdf-face.ts';
import { unzip } from './unzip.ts';

export interface Written {
  /** table docx, or changes html. */
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** The names of what `everyDocument()` writes. */
export const NAMES: readonly string[] = [
  ...DOCUMENTS.flatMap(({ id }) => typesOf(id).map((type) => `${id} ${type}`)),
  ...CHANGES_TYPES.map((type) => `changes ${type}`),
];

const FACES = ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312', '宋体'];
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

/** Faces that have the characters of a text, and those that documents add. */
function facesFor(text: string): ExportOptions['faces'] {
  const words =
    '—〔〕：，。、（）“”序号重点工作具体任务分解内容主要完成时限牵头市县区省领导责任单位协同备注表签发人年月日印送附件第';
  const bytes = makeFont({
    names: FACES,
    postScriptName: 'Official',
    characters: ASCII + words + text.replace(/[\n\r]/g, ''),
  });
  const face = { names: FACES, postScriptName: 'Official', weight: 400, collected: false, embeddable: true };
  return async () => ({ faces: [{ ...face, read: async () => bytes }], folders: [] });
}

/** @param name one of `NAMES` */
export async function everyDocument(name: string, text: string, options: ExportOptions = {}): Promise<Written[]> {
  const [document, type] = name.split(' ') as [string, string];
  const notice = readNotice(text);
  if (document === 'changes') {
    const changes = changesBetween(notice, readNotice(text.replace(/[县市]/g, '区').replace(/\d。/, '0。')));
    return [{ name, type, content: await writeChanges(changes, type as (typeof CHANGES_TYPES)[number]) }];
  }
  const faces = type === 'pdf' && { faces: facesFor(text) };
  const { files, remarks } = await exportNotice(notice, document as never, type as never, { ...options, ...faces });
  if (!files.length && !remarks.length && notice.tasks.length) throw new Error(`no ${name}, and nothing is said of it`);
  return files.map(({ content }) => ({ name, type, content }));
}

/** All text that stands in a file: the parts of an archive with their paths, the streams of a PDF unpacked. */
export function insideOf({ content }: Written): string {
  if (typeof content === 'string') return content;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    return [...unzip(content)].map(([path, { text }]) => `${path}\n${text}`).join('\n');
  let inside = '';
  for (let at = 0; ; ) {
    const start = bytes.indexOf('stream\n', at);
    if (start < 0) return inside + bytes.toString('latin1', at);
    const end = bytes.indexOf('\nendstream', start);
    inside += bytes.toString('latin1', at, start);
    const stream = bytes.subarray(start + 7, end);
    inside += isDeflated(stream) ? inflateSync(stream).toString('latin1') : stream.toString('latin1');
    at = end + 10;
  }
}

function isDeflated(stream: Buffer): boolean {
  return stream[0] === 0x78 && (stream[0] * 256 + stream[1]!) % 31 === 0;
}

/** Throws where the file isn't one of its type. */
export function demandWhole({ name, type, content }: Written): void {
  if (type === 'docx' || type === 'xlsx') {
    for (const [path, { text }] of unzip(content as Uint8Array))
      if (/\.(?:xml|rels|vml)$/.test(path)) demandXml(`${name} ${path}`, text);
  } else if (type === 'json') JSON.parse(content as string);
  else if (type === 'pdf') {
    const tail = Buffer.from(content as Uint8Array)
      .toString('latin1')
      .slice(-8);
    if (!tail.includes('%%EOF')) throw new Error(`${name} has no end`);
  } else if (type === 'ics') {
    const text = content as string;
    const lines = text.split('\r\n');
    if (lines.pop() !== '' || text.replaceAll('\r\n', '').match(/[\r\n]/))
      throw new Error(`${name} has other line ends`);
    for (const line of lines) if (Buffer.byteLength(line) > 75) throw new Error(`${name} has a long line: ${line}`);
    const opened: string[] = [];
    for (const line of lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n')) {
      const [key, value] = line.split(':', 2) as [string, string];
      if (!/^[A-Z-]+(?:;[A-Z-]+=[^:;]+)*$/.test(key)) throw new Error(`${name} has no property: ${line}`);
      if (key === 'BEGIN') opened.push(value);
      if (key === 'END' && opened.pop() !== value) throw new Error(`${name} closes ${value}, which isn't open`);
    }
    if (opened.length) throw new Error(`${name} doesn't close ${opened}`);
  } else if (typeof content === 'string') {
    if (/[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]|\p{Surrogate}/u.test(content))
      throw new Error(`${name} has a control character`);
  }
}

function demandXml(name: string, text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.write(text).close();
}
