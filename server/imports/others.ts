/** Files that offices send and that can't be read here: known by their bytes, to say what to do instead. */
import { isArchive, namesIn } from './archive.ts';
import type { Refused, Source } from './import.ts';
import { isCompound } from './ole.ts';

/** Listed behind all that can be read. */
export const others: Source = {
  // None that anyone should be offered.
  extensions: [],
  recognises: (bytes) => kindOf(bytes) !== undefined,
  read: async (bytes) => refusalOf(kindOf(bytes) ?? UNKNOWN),
};

interface Kind {
  readonly zh: string;
  readonly en: string;
}

const SAVE_AS_DOCX = {
  zh: '请用 Word 或 WPS 打开，另存为 docx 后再导入',
  en: 'Open it in Word or WPS, save it as docx and import that',
};
const UNKNOWN: Kind = {
  zh: `这种文件不能导入。${SAVE_AS_DOCX.zh}`,
  en: `Files of this kind can’t be imported. ${SAVE_AS_DOCX.en}`,
};
const OFD: Kind = {
  zh: '这是 OFD 版式文件，不能直接导入。请用 OFD 阅读器导出为 Word、PDF 或文本后再导入',
  en: 'This is an OFD document, which can’t be imported. Export it from your OFD reader as Word, PDF or text and import that',
};
const OPEN_DOCUMENT: Kind = {
  zh: `这是 OpenDocument 文件（odt、ods），不能直接导入。请另存为 docx 或 xlsx 后再导入`,
  en: 'This is an OpenDocument file (odt, ods), which can’t be imported. Save it as docx or xlsx and import that',
};
const SLIDES: Kind = {
  zh: '这是演示文稿，不能导入。请把文字复制到 Word 文档里再导入',
  en: 'These are slides, which can’t be imported. Copy the text into a Word document and import that',
};
const ARCHIVE: Kind = {
  zh: '这是压缩包。请先解压，再导入其中的文件',
  en: 'This is an archive. Unpack it, and import the files in it',
};
const RICH_TEXT: Kind = {
  zh: `这是 RTF 文件，不能直接导入。${SAVE_AS_DOCX.zh}`,
  en: `This is an RTF file, which can’t be imported. ${SAVE_AS_DOCX.en}`,
};
const PICTURE: Kind = {
  zh: '这是图片。请先做文字识别（OCR），另存为 Word 或文本后再导入',
  en: 'This is a picture. Have its text recognised (OCR), save that as Word or text and import it',
};

/** What the bytes begin with. */
const MARKS: readonly (readonly [string, Kind])[] = [
  ['{\\rtf', RICH_TEXT],
  ['Rar!', ARCHIVE],
  ['7z\u00bc\u00af', ARCHIVE],
  ['\u0089PNG', PICTURE],
  ['\u00ff\u00d8\u00ff', PICTURE],
  ['II*\u0000', PICTURE],
  ['MM\u0000*', PICTURE],
  ['GIF8', PICTURE],
];

function kindOf(bytes: Uint8Array): Kind | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const marked = MARKS.find(([mark]) => start.startsWith(mark))?.[1];
  if (marked) return marked;
  if (isCompound(bytes)) return UNKNOWN;
  if (!isArchive(bytes)) return undefined;
  const names = namesIn(bytes);
  // What is cut off is what its name says.
  if (names.size === 0) return undefined;
  if (names.has('ofd.xml')) return OFD;
  if (names.has('ppt/presentation.xml')) return SLIDES;
  return names.has('mimetype') && names.has('content.xml') ? OPEN_DOCUMENT : ARCHIVE;
}

function refusalOf({ zh, en }: Kind): Refused {
  return { refused: { zh: `${zh}。`, en: `${en}.` } };
}
