/** What is kept of a part's findings from one edit to the next is what a fresh run would say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeOf, readNotice } from '../../server/model/read.ts';
import { EMPTY_REGISTRY, parseRegistry } from '../../server/registry/registry.ts';
import { lint } from '../../server/rules/lint.ts';
import { editDocument, readDocument } from '../../server/syntax/document.ts';
import { DEFAULT_VOCABULARY } from '../../server/syntax/labels.ts';

const REGISTRY = parseRegistry(
  '地区：云溪县（县）\n\n单位：云溪县发展和改革委员会\n简称：县发改委\n待核：县发改局\n\n单位：云溪县财政局\n撤销：2025年1月1日\n',
);

const PIECES = [
  '一、做强产业\n',
  '二、改善民生\n',
  '（一）园区\n',
  '(二)项目\n',
  '1.推进甲园建设。\n',
  '2.推进乙园建设\n',
  '2、改造老旧小区。\n',
  '4.新建停车场。\n',
  '牵头领导：林知远。\n',
  '牵头单位：县发改委、县财政局。\n',
  '牵头责任单位：县发改局\n',
  '牵头单位：\n',
  '配合单位：县财政局，各乡镇。\n',
  '责任单位：县商务\n',
  '局、县发改委。\n',
  '（责任单位：县发改委；配合单位：县水网建设领导小组成员单位（见附件））\n',
  '“',
  '”',
  '（',
  '）',
  '，',
  ',',
  '。',
  '\n',
  '：',
  '县',
  '附件\n',
  '县水网建设领导小组成员名单\n',
  '（合计2个方面、3项任务）\n',
  '云溪县人民政府\n2026年2月10日\n',
  '序号\n',
  '// 待核\n',
  '（以下简称高新区管委会）',
];

describe('lint after edits', () => {
  it.each([
    ['without a registry', EMPTY_REGISTRY],
    ['with one', REGISTRY],
  ])(
    'says what a fresh run says, %s',
    (_, registry) => {
      const piece = fc.constantFrom(...PIECES);
      const edit = fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(12),
        insert: fc.array(piece, { maxLength: 3 }),
      });
      fc.assert(
        fc.property(
          fc.array(piece, { minLength: 5, maxLength: 60 }),
          fc.array(edit, { minLength: 1, maxLength: 6 }),
          (pieces, edits) => {
            let document = readDocument(pieces.join(''), DEFAULT_VOCABULARY);
            lint(noticeOf(document), { registry });
            for (const { at, length, insert } of edits) {
              const start = Math.floor(at * document.text.length);
              const end = Math.min(document.text.length, start + length);
              document = editDocument(document, { start, end, insert: insert.join('') });
              const fresh = readNotice(document.text);
              expect(lint(noticeOf(document), { registry })).toEqual(lint(fresh, { registry }));
            }
          },
        ),
        { numRuns: 150 },
      );
    },
    60_000,
  );

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 40 }),
        (pieces) => {
          const text = pieces.join('');
          for (const { range, fixes } of lint(readNotice(text), { registry: REGISTRY })) {
            for (const place of [range, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.range))]) {
              expect(place.start).toBeGreaterThanOrEqual(0);
              expect(place.end).toBeGreaterThanOrEqual(place.start);
              expect(place.end).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});
