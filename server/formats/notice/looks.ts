/** How the paragraphs of the official page look, by their places: what layout and every format go by. Lengths are in points. */
import { IMPRINT, INDENT, PAGE_NUMBER, SIZE, SPACING } from '../page/geometry.ts';
import type { BlockStyle, Face } from './document.ts';

export interface Look {
  /** What a drafter finds it by in Word. */
  readonly name: string;
  readonly face: Face;
  readonly size: number;
  /** Added to each character. */
  readonly spacing: number;
  readonly align: 'left' | 'center' | 'right' | 'both';
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  /** The level of a heading, from 0. */
  readonly outline?: number;
}

/** 3号 仿宋, two characters in. */
const TEXT = {
  face: 'body',
  size: SIZE.three,
  spacing: SPACING,
  align: 'both',
  firstLine: INDENT,
} as const;
const TITLE = { face: 'title', size: SIZE.two, spacing: 0, align: 'center' } as const;
const IMPRINT_LINE = {
  face: 'body',
  size: IMPRINT.size,
  spacing: 0,
  align: 'both',
  left: IMPRINT.aside * IMPRINT.size,
  right: IMPRINT.aside * IMPRINT.size,
} as const;

export type LookId = BlockStyle | 'blank' | 'secrecy' | 'mark' | 'markNumber' | 'copies' | 'printer' | 'pageNumber';

export const LOOKS: Readonly<Record<LookId, Look>> = {
  secrecy: { ...TEXT, name: '份号密级', face: 'heading', align: 'left', firstLine: 0 },
  mark: { name: '发文机关标志', face: 'title', size: SIZE.two, spacing: 0, align: 'center' },
  markNumber: { ...TEXT, name: '发文字号', align: 'center', firstLine: 0 },
  number: { ...TEXT, name: '发文字号（无版头）', align: 'center', firstLine: 0 },
  title: { ...TITLE, name: '公文标题' },
  subtitle: { ...TEXT, name: '标题下说明', face: 'second', align: 'center', firstLine: 0 },
  recipients: { ...TEXT, name: '主送机关', firstLine: 0 },
  text: { ...TEXT, name: '公文正文' },
  heading1: { ...TEXT, name: '一级标题', face: 'heading', outline: 0 },
  heading2: { ...TEXT, name: '二级标题', face: 'second', outline: 1 },
  heading3: { ...TEXT, name: '三级标题', outline: 2 },
  heading4: { ...TEXT, name: '四级标题', outline: 3 },
  field: { ...TEXT, name: '责任分工' },
  annexNote: { ...TEXT, name: '附件说明' },
  signature: { ...TEXT, name: '发文机关署名', align: 'right', firstLine: 0 },
  date: { ...TEXT, name: '成文日期', align: 'right', firstLine: 0 },
  note: { ...TEXT, name: '附注' },
  annex: { ...TEXT, name: '附件序号', face: 'heading', align: 'left', firstLine: 0, outline: 0 },
  annexTitle: { ...TITLE, name: '附件标题', outline: 0 },
  blank: { ...TEXT, name: '空行', align: 'left', firstLine: 0 },
  copies: { ...IMPRINT_LINE, name: '抄送机关' },
  printer: { ...IMPRINT_LINE, name: '印发机关和日期' },
  pageNumber: {
    name: '页码',
    face: 'number',
    size: PAGE_NUMBER.size,
    spacing: 0,
    align: 'left',
    left: PAGE_NUMBER.aside * PAGE_NUMBER.size,
    right: PAGE_NUMBER.aside * PAGE_NUMBER.size,
  },
};

/** Within a paragraph: what a drafter finds the faces of headings that run on, of labels, of brackets behind headings by. */
export const FACE_NAMES: Readonly<Record<Face, string>> = {
  title: '小标宋文字',
  heading: '黑体文字',
  second: '楷体文字',
  body: '仿宋文字',
  number: '宋体文字',
};
