/**
 * What the notice's Word document should hold and where it should stand, said by the same values and layout that every
 * type of file is written from. The checks ask programs that had no part in writing it.
 */
import type { ExportOptions } from '../../../server/formats/format.ts';
import { exportNotice } from '../../../server/formats/index.ts';
import { officialPage } from '../../../server/formats/notice/compose.ts';
import { layOutNotice } from '../../../server/formats/notice/layout.ts';
import { LOOKS } from '../../../server/formats/notice/looks.ts';
import type { PlacedLine } from '../../../server/formats/notice/placed.ts';
import { A4, HEAD, MARGINS, MM, PAGE_NUMBER, TYPE_AREA } from '../../../server/formats/page/geometry.ts';
import { readNotice } from '../../../server/model/read.ts';

/** A face whose Han characters are an em wide and whose others are half of one, as those of offices are. */
const FACE = 'Noto Sans Mono CJK SC';
const FONTS = { title: FACE, heading: FACE, second: FACE, body: FACE, number: FACE };

/** Lengths are in mm from the page's upper left corner. */
export interface LineExpected {
  readonly text: string;
  readonly left: number;
  readonly bottom: number;
  readonly imprint: boolean;
}

export interface PageExpected {
  readonly numbered: boolean;
  readonly turned: boolean;
  readonly lines: readonly LineExpected[];
  readonly rules: readonly number[];
}

export async function make(text: string, asked: ExportOptions): Promise<{ bytes: Uint8Array; expected: object }> {
  const notice = readNotice(text);
  const options: ExportOptions = { ...asked, fonts: FONTS };
  const document = officialPage(notice, options);
  const layout = layOutNotice(document, options);
  const { files } = await exportNotice(notice, 'notice', 'docx', options);
  const pages = layout.pages.map(
    ({ numbered, lines, rules, table }): PageExpected => ({
      numbered,
      turned: table !== undefined,
      lines: byPlace(lines),
      rules: rules.map(({ top }) => MARGINS.top + top / MM),
    }),
  );
  const paragraphs = document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? []
      : [
          {
            style: LOOKS[block.style].name,
            text: block.runs.map((run) => run.text).join(''),
            outline: LOOKS[block.style].outline ?? null,
          },
        ],
  );
  return {
    bytes: files[0]!.content as Uint8Array,
    expected: {
      title: document.title,
      author: document.author ?? '',
      pages,
      paragraphs,
      styles: Object.values(LOOKS).map((look) => look.name),
      area: { ...MARGINS, ...TYPE_AREA, pageWidth: A4.width, pageHeight: A4.height },
      number: { below: PAGE_NUMBER.below, aside: (PAGE_NUMBER.aside * PAGE_NUMBER.size) / MM },
      ruleThickness: HEAD.rule / 8 / MM,
    },
  };
}

/** 印发机关 and the date stand on one line. */
function byPlace(lines: readonly PlacedLine[]): LineExpected[] {
  return lines.flatMap((line) => {
    const text = line.runs.map((run) => run.text).join('');
    if (!text.trim()) return [];
    const bottom = MARGINS.top + (line.top + line.height) / MM;
    const indent = /^[\s\u3000]*/.exec(text)![0].length;
    const left = MARGINS.left + (line.runs.find((run) => run.text)!.x + indent * (line.size + line.spacing)) / MM;
    return [{ text, left, bottom, imprint: line.look === 'copies' || line.look === 'printer' }];
  });
}
