/** The named styles of the notice's Word document. */
import { POINT, type Style, twips } from '../ooxml/word-text.ts';
import type { FontSet } from '../page/fonts.ts';
import { HEAD, PAGE_NUMBER, PITCH, TYPE_AREA } from '../page/geometry.ts';
import type { Face } from './document.ts';
import { FACE_NAMES, LOOKS, type Look, type LookId } from './looks.ts';

/** The pitch of the page number's line, in points. */
export const NUMBER_LINE = PAGE_NUMBER.size * 1.2;

/** Style ids of Word have no blanks and no Chinese: programs change them. */
export const ID: Readonly<Record<LookId, string>> = {
  secrecy: 'Secrecy',
  mark: 'Mark',
  markNumber: 'MarkNumber',
  number: 'DocumentNumber',
  title: 'NoticeTitle',
  subtitle: 'NoticeSubtitle',
  recipients: 'Recipients',
  text: 'BodyText1',
  heading1: 'Level1',
  heading2: 'Level2',
  heading3: 'Level3',
  heading4: 'Level4',
  field: 'Duty',
  annexNote: 'AnnexNote',
  signature: 'Signed',
  date: 'DateOfIssue',
  note: 'NoticeNote',
  annex: 'AnnexLabel',
  annexTitle: 'AnnexTitle',
  blank: 'Blank',
  copies: 'Copies',
  printer: 'Printer',
  pageNumber: 'PageNumber',
};

export const FACE_ID: Readonly<Record<Face, string>> = {
  title: 'TitleFace',
  heading: 'HeadingFace',
  second: 'SecondFace',
  body: 'BodyFace',
  number: 'NumberFace',
};

export function styles(fonts: FontSet): Style[] {
  const all = Object.entries(LOOKS).map(([id, look]) => styleOf(id as LookId, look, fonts));
  const faces = Object.entries(FACE_NAMES).map(
    ([face, name]): Style => ({
      id: FACE_ID[face as Face],
      name,
      ofCharacters: true,
      run: { font: fonts[face as Face] },
    }),
  );
  return [
    ...all,
    ...faces,
    { id: 'End', name: '表后', paragraph: { pitch: POINT, widowControl: false }, run: { size: 1 } },
  ];
}

function styleOf(id: LookId, look: Look, fonts: FontSet): Style {
  const { name, face, size, spacing, align, left, right, firstLine, outline } = look;
  const pitch = id === 'pageNumber' ? NUMBER_LINE : PITCH;
  const tab = { at: twips(TYPE_AREA.width) - whole(right ?? 0), align: 'right' } as const;
  return {
    id: ID[id],
    name,
    paragraph: {
      align,
      ...(left && { left: whole(left) }),
      ...(right && { right: whole(right) }),
      ...(firstLine && { firstLine: whole(firstLine) }),
      pitch: Math.round(pitch * POINT),
      widowControl: false,
      spaced: true,
      hangs: true,
      ...(outline !== undefined && { outline }),
      ...(id === 'printer' && { tabs: [tab] }),
    },
    run: {
      font: fonts[face],
      size,
      ...(spacing && { spacing: Math.round(spacing * POINT) }),
      ...(id === 'mark' && { color: HEAD.red }),
    },
  };
}

export function whole(points: number): number {
  return Math.round(points * POINT);
}
