/** Any text parses, loses nothing, and an edit leaves what a fresh reading would find. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../server/model/notice.ts';
import { noticeOf, readNotice } from '../../server/model/read.ts';
import { editDocument, readDocument } from '../../server/syntax/document.ts';
import { DEFAULT_VOCABULARY } from '../../server/syntax/labels.ts';
import { parseNotice, parsePart } from '../../server/syntax/parser.ts';
import { root } from '../support/shared.ts';

const corpus = path.join(root, 'test/model/corpus');
const notices = readdirSync(corpus)
  .filter((name) => name.endsWith('.notice'))
  .map((name) => readFileSync(path.join(corpus, name), 'utf8'));

/** Pieces of notices in any order: closer to what breaks a reader than random characters are. */
const pieces = fc.constantFrom(
  ...[
    '一、',
    '（一）',
    '(二)',
    '1.',
    '1、',
    '（1）',
    '2)',
    '①',
    '第一部分 ',
    '牵头单位：',
    '责任单位:',
    '完成时限：',
    '县发改委',
    '县财政局（国资委）',
  ],
  ...[
    '、',
    '，',
    '；',
    '。',
    '（',
    '）',
    '(',
    ')',
    '〔',
    '〕',
    '【',
    '】',
    '“',
    '”',
    '《',
    '牵头',
    '配合',
    '按职责分工负责',
    '等',
    '各乡镇',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '\u3000',
    '\u00a0',
    '---\n',
    '// 说明\n',
    '附件',
    '序号',
    '推进项目建设',
    '2026年6月底前',
    '— 2 —',
    '\ufeff',
  ],
);
const noticeLike = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''));
const anyText = fc.oneof(
  noticeLike,
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
);

/** What a notice says, without the text it stands in and the objects that refer back. */
function said(notice: Notice): unknown {
  return {
    head: notice.head,
    zones: notice.zones,
    starts: Array.from(notice.starts),
    tasks: notice.tasks.map(({ n, part, text, duty, sections, number }) => ({
      n,
      part,
      text,
      duty,
      number,
      above: sections.map((entry) => entry.part),
    })),
    annexes: notice.annexes,
  };
}

describe('any text', () => {
  it('is divided into parts that together are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { parts } = readDocument(text, DEFAULT_VOCABULARY);
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('parses without an error, whole and part by part alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tree, errors } = parseNotice(text, DEFAULT_VOCABULARY);
        expect(errors).toEqual([]);
        const { parts } = readDocument(text, DEFAULT_VOCABULARY);
        const types = parts.map((part) => parsePart(part, DEFAULT_VOCABULARY).$type);
        expect(tree.parts.map((part) => part.$type)).toEqual(types);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every character that is not a mark or blank in some token', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const notice = readNotice(text);
        notice.items.forEach((item, part) => {
          if (!item) return;
          const start = notice.starts[part]!;
          const own = text.slice(start, notice.starts[part + 1] ?? text.length);
          for (const field of item.fields) {
            for (const name of field.names) {
              expect(name.range.start).toBeGreaterThanOrEqual(0);
              expect(name.range.end).toBeLessThanOrEqual(own.length);
              const printed = own.slice(name.range.start, name.range.end).replace(/\s|[\u3000\u00a0]/g, '');
              expect(printed).toContain(name.base.replace(/\s/g, '').slice(0, 1));
            }
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('an edit', () => {
  it('that brings front matter to the first line, or takes it from there, is read so', () => {
    const text = '甲\n---\n编号：1.连续\n---\n乙\n';
    const before = readDocument(text, DEFAULT_VOCABULARY);
    const front = editDocument(before, { start: 0, end: 2, insert: '' });
    expect(front.parts.map((part) => part.kind)).toEqual(['front-matter', 'item']);
    const back = editDocument(front, { start: 0, end: 0, insert: '甲\n' });
    expect(back.parts.map((part) => part.text)).toEqual(before.parts.map((part) => part.text));
  });

  const edited = fc.tuple(
    fc.oneof(fc.constantFrom(...notices), noticeLike),
    fc.nat(),
    fc.nat({ max: 40 }),
    fc.oneof(pieces, fc.constant('')),
  );

  it('leaves what a fresh reading finds', () => {
    fc.assert(
      fc.property(
        edited,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), pieces), { maxLength: 3 }),
        ([text, at, length, insert], more) => {
          let document = readDocument(text, DEFAULT_VOCABULARY);
          for (const [where, take, put] of [[at, length, insert] as const, ...more]) {
            const start = where % (document.text.length + 1);
            const end = Math.min(start + take, document.text.length);
            noticeOf(document);
            document = editDocument(document, { start, end, insert: put });
          }
          const fresh = readDocument(document.text, DEFAULT_VOCABULARY);
          expect(document.starts).toEqual(fresh.starts);
          expect(document.parts.map((part) => part.text)).toEqual(fresh.parts.map((part) => part.text));
          expect(said(noticeOf(document))).toEqual(said(noticeOf(fresh)));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('leaves the parts that it does not touch as they were', () => {
    for (const text of notices) {
      const before = readDocument(text, DEFAULT_VOCABULARY);
      const at = Math.floor(text.length / 2);
      const after = editDocument(before, { start: at, end: at, insert: '甲' });
      const kept = new Set(before.parts);
      const fresh = after.parts.filter((part) => !kept.has(part));
      expect(fresh.length).toBeLessThanOrEqual(4);
    }
  });
});
