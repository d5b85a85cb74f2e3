/** Slips, load and calendar of whatever text: written without a throw, in characters that every file may hold. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportNotice } from '../../server/formats/index.ts';
import { readNotice } from '../../server/model/read.ts';
import { parseRegistry } from '../../server/registry/registry.ts';
import { unzip } from './unzip.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '一、稳增长\n',
    '（一）做强茶业\n',
    '1.建设茶园。\n',
    '牵头单位：县发改局、财政局等，各乡镇（见附件）。\n',
    '责任单位：',
    '协同单位：县水利局（县河湖中心）、X领导小组成员单位\n',
    '牵头领导：林知远、县政府负责同志\n',
    '完成时限：2026年6月底前，长期坚持。\n',
    '完成时限：每季度首月31日前\n',
    '完成时限：同上\n',
    '（牵头单位：县发改局；完成时限：9月前）\n',
    '附件\n\nX领导小组成员名单\n\n县发改局、县财政局\n',
    '2026年2月10日\n',
    '\u0000\u000b\ud800<&>"=1+1\\;,\n',
    '县\u200b',
    '以下简称',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const registryPiece = fc.constantFrom(
  '单位：县发改局\n',
  '单位组：各乡镇\n成员：各乡镇、青石镇、X\n\n',
  '领导：林知远\n分管：县发改局、各乡镇、Y\n\n',
  '单位：县财政局\n撤销：2020年1月\n后继：县发改局\n\n',
  '地区：云溪县（县）\n\n',
);
const registries = fc.array(registryPiece, { maxLength: 6 }).map((pieces) => parseRegistry(pieces.join('')));

// What XML 1.0 holds, and RFC 5545 of it.
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;

const KINDS = [
  ['slips', 'docx'],
  ['slips', 'xlsx'],
  ['load', 'html'],
  ['load', 'xlsx'],
  ['calendar', 'ics'],
] as const;

it.each(KINDS)('%s as %s', async (id, type) => {
  await fc.assert(
    fc.asyncProperty(anyText, registries, fc.constantFrom('unit', 'leader'), async (text, registry, by) => {
      const notice = readNotice(text);
      const { files, remarks } = await exportNotice(notice, id, type, { registry, by: by as 'unit' | 'leader' });
      // Nothing is written only where it is said why.
      if (notice.tasks.length && !files.length) expect(remarks.length).toBeGreaterThan(0);
      for (const { content } of files) {
        const texts = typeof content === 'string' ? [content] : [...unzip(content).values()].map((part) => part.text);
        for (const each of texts) expect(FORBIDDEN.test(each)).toBe(false);
      }
      for (const { range } of remarks)
        if (range) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
    }),
    { numRuns: 40 },
  );
});
