/**
 * 版头 on the page: how large the issuer's mark is, and where each line of it begins. Lengths are in points, from the type
 * area's upper edge.
 */
import { HEAD, MM, PITCH, SIZE, TWIPS, TYPE_AREA } from '../page/geometry.ts';
import { textWidth } from '../page/line-break.ts';
import type { OfficialHead } from './document.ts';
import { numberLine, oneLine } from './paragraph-lines.ts';
import { type PlacedLine, WIDTH } from './placed.ts';

export interface Mark {
  readonly size: number;
  /** Its characters' width in percent of their height: a long name is set narrow. */
  readonly stretch: number;
  /** Of its line. */
  readonly height: number;
}

export interface HeadLayout {
  /** 份号, 密级, 紧急程度, a line each at the top. */
  readonly secrecy: readonly string[];
  readonly mark: Mark;
  /** Between those lines and the mark's. */
  readonly aboveMark: number;
  /** The line of 发文字号. */
  readonly numberTop: number;
  /** Between its text's line and the rule. */
  readonly ruleGap: number;
  readonly ruleTop: number;
  /** All of it, with the rule. */
  readonly height: number;
}

/** The mark's size: as large as its line allows, but not so large as to shout. In points. */
const LARGEST = 58;
const SMALLEST = 24;
/** A narrower character is hard to read; the mark is then lower. In percent. */
const NARROWEST = 62;
/** What the mark takes of the type area's width. */
const FILLS = 0.96;
/** The line of a character in em, and what is free above the character in it. */
const LINE = 1.2;
const FREE = 0.16;
/** Of a 3号 character below which its line goes on: the rule is measured from the character. */
const BELOW_NUMBER = 0.2;

export function headLayout(head: OfficialHead): HeadLayout {
  const secrecy = [head.copy, head.secrecy, head.urgency].filter((line) => line !== undefined);
  const mark = markOf(head.mark);
  const markTop = HEAD.markTop * MM - FREE * mark.size;
  const aboveMark = whole(Math.max(0, markTop - secrecy.length * PITCH));
  const numberTop = secrecy.length * PITCH + aboveMark + mark.height + HEAD.linesBelowMark * PITCH;
  // A border's distance is in whole points.
  const ruleGap = Math.max(1, Math.round(HEAD.ruleBelow * MM - BELOW_NUMBER * SIZE.three));
  const ruleTop = numberTop + PITCH + ruleGap;
  return { secrecy, mark, aboveMark, numberTop, ruleGap, ruleTop, height: ruleTop + HEAD.rule / 8 };
}

/** What is printed in it. */
export function headLines(head: OfficialHead, { secrecy, mark, aboveMark, numberTop }: HeadLayout): PlacedLine[] {
  const markWidth = (textWidth(head.mark, mark.size, 0) * mark.stretch) / 100;
  return [
    ...secrecy.map((text, i) => ({
      ...oneLine('secrecy', [{ text, ...(i === 0 && head.copy && { face: 'body' as const }) }]),
      top: i * PITCH,
    })),
    {
      look: 'mark',
      top: secrecy.length * PITCH + aboveMark,
      height: mark.height,
      size: mark.size,
      spacing: 0,
      stretch: mark.stretch,
      red: true,
      ends: true,
      runs: [{ text: head.mark, face: 'title', x: (WIDTH - markWidth) / 2, width: markWidth }],
    },
    { ...numberLine(head.number ?? '', head.signer), top: numberTop },
  ];
}

function markOf(text: string): Mark {
  const width = FILLS * TYPE_AREA.width * MM;
  const em = Math.max(1, textWidth(text, 1, 0));
  let size = LARGEST;
  let stretch = 100;
  if (em * size > width) {
    stretch = Math.max(NARROWEST, Math.floor((width / em / size) * 100));
    size = Math.min(LARGEST, Math.floor((width / em / stretch) * 100));
  }
  size = Math.max(SMALLEST, size);
  return { size, stretch, height: whole(size * LINE) };
}

function whole(points: number): number {
  return Math.round(points * TWIPS) / TWIPS;
}
