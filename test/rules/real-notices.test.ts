/**
 * What a careful reviewer marks in the four published notices, written down by reading them: file, line, rule.
 * They are not part of this repository; without them there is nothing to compare.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsIn } from './support.ts';

const folder = new URL('../../../shared/notices/', import.meta.url);

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '000': [
    '19 lead-unit-missing',
    '21 lead-unit-missing',
    '27 line-cut',
    '29 unit-variant',
    '37 number-style-mixed',
    '41 line-cut',
    '57 line-cut',
  ],
  '001': [
    '21 punctuation-half-width',
    '59 text-unclosed',
    '121 label-variant',
    '355 quotation-unclosed',
    '471 unit-variant',
    '473 unit-duplicated',
    '473 unit-duplicated',
    '473 unit-duplicated',
    '491 quotation-unclosed',
    '845 quotation-unclosed',
    '881 quotation-unclosed',
    '891 quotation-unclosed',
    '891 quotation-unclosed',
    '909 quotation-unclosed',
    '919 quotation-unclosed',
    '927 quotation-unclosed',
    '935 bracket-unclosed',
  ],
  '003': ['12 punctuation-half-width'],
  '004': [
    '9 punctuation-half-width',
    '35 text-unclosed',
    '53 support-unit-missing',
    '819 numbering-gap',
    '1273 field-unclosed',
  ],
};

describe.skipIf(!existsSync(folder))('the four published notices (skipped where ../shared/notices is absent)', () => {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : [];

  it.each(Object.keys(EXPECTED))('%s: what a reviewer marks, once each, and nothing else', (id) => {
    const text = readFileSync(new URL(files.find((file) => file.startsWith(id))!, folder), 'utf8');
    const found = findingsIn(text).map(({ rule, range }) => `${text.slice(0, range.start).split('\n').length} ${rule}`);
    expect(found).toEqual(EXPECTED[id]);
  });
});
