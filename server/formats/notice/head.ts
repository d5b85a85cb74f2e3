/** 版头: from the lines of the text, and from the front matter what a draft's text doesn't hold. */
import type { Notice, Range } from '../../model/notice.ts';
import type { ExportOptions, Remark } from '../format.ts';
import type { OfficialHead } from './document.ts';
import { setting } from './front-matter.ts';

interface Line {
  readonly text: string;
  readonly range: Range;
}

export type HeadLines = { [key in 'mark' | 'copy' | 'secrecy' | 'urgency' | 'signer' | 'number']?: Line };

const KEYS = { copy: '份号', secrecy: '密级', urgency: '紧急程度', signer: '签发人', mark: '发文机关标志' } as const;

/** @param remarks takes what had to be guessed, or is missing */
export function headOf(
  notice: Notice,
  lines: HeadLines,
  printed: boolean,
  options: ExportOptions,
  remarks: Remark[],
): OfficialHead | undefined {
  if (!printed) {
    if (options.head !== 'none') remarks.push(noMark(notice));
    return undefined;
  }
  const said = (key: keyof typeof KEYS): string | undefined => {
    const line = lines[key];
    const value = setting(notice, KEYS[key]);
    // The text holds: what is printed there is printed once.
    if (line && value && line.text !== value) remarks.push(twice(KEYS[key], line, value));
    return line?.text ?? value;
  };
  const signer = said('signer')?.replace(/^签\s?发\s?人\s?[：:]\s*/, '');
  const [copy, secrecy, urgency, mark] = [said('copy'), said('secrecy'), said('urgency'), said('mark')!];
  if (!lines.number) remarks.push(noNumber(notice));
  return {
    ...(copy && { copy }),
    ...(secrecy && { secrecy }),
    ...(urgency && { urgency }),
    mark,
    ...(lines.number && { number: lines.number.text }),
    ...(signer && { signer }),
  };
}

function noMark(notice: Notice): Remark {
  const issuer = notice.head.issuer?.text ?? '发文机关';
  return {
    words: {
      zh: `没有发文机关标志，未印版头。要印的，在通知开头的“---”之间写一行“发文机关标志：${issuer}文件”`,
      en: `There is no issuer's mark, so no head was printed. To have one, write 发文机关标志：${issuer}文件 in the front matter`,
    },
  };
}

function noNumber({ head }: Notice): Remark {
  return {
    ...(head.title && { range: head.title.range }),
    words: {
      zh: '没有读到单独成行的发文字号，版头里空着。在标题前加一行，如“云政办发〔2026〕3号”',
      en: 'No document number stands on a line of its own; its place in the head is empty. Add it above the title: 云政办发〔2026〕3号',
    },
  };
}

function twice(key: string, line: Line, value: string): Remark {
  return {
    range: line.range,
    words: {
      zh: `“${key}”在正文里是“${line.text}”，在通知开头写的是“${value}”，印的是正文里的；请改成一致`,
      en: `${key} is "${line.text}" in the text and "${value}" in the front matter; the text's was printed. Make them agree`,
    },
  };
}
