/** The rules, in the order in which their documentation lists them. A new rule is a file and a line here. */
import annexMissing from './annex-missing.ts';
import bracketUnclosed from './bracket-unclosed.ts';
import fieldEmpty from './field-empty.ts';
import fieldUnclosed from './field-unclosed.ts';
import labelVariant from './label-variant.ts';
import leadUnitMissing from './lead-unit-missing.ts';
import leaderMissing from './leader-missing.ts';
import levelSkipped from './level-skipped.ts';
import lineCut from './line-cut.ts';
import numberStyleMixed from './number-style-mixed.ts';
import numberingDuplicate from './numbering-duplicate.ts';
import numberingGap from './numbering-gap.ts';
import numberingOutOfOrder from './numbering-out-of-order.ts';
import punctuationHalfWidth from './punctuation-half-width.ts';
import quotationUnclosed from './quotation-unclosed.ts';
import type { Rule } from './rule.ts';
import supportUnitMissing from './support-unit-missing.ts';
import suppressionUnexplained from './suppression-unexplained.ts';
import suppressionUnused from './suppression-unused.ts';
import textUnclosed from './text-unclosed.ts';
import totalMismatch from './total-mismatch.ts';
import unitDuplicated from './unit-duplicated.ts';
import unitNotValid from './unit-not-valid.ts';
import unitUnknown from './unit-unknown.ts';
import unitVariant from './unit-variant.ts';

export const RULES: readonly Rule[] = [
  // How it is numbered.
  numberingGap,
  numberingDuplicate,
  numberingOutOfOrder,
  levelSkipped,
  numberStyleMixed,
  // Who answers for it.
  leadUnitMissing,
  leaderMissing,
  supportUnitMissing,
  unitUnknown,
  unitVariant,
  unitNotValid,
  unitDuplicated,
  labelVariant,
  fieldEmpty,
  // What adds up.
  totalMismatch,
  annexMissing,
  // How it is written.
  fieldUnclosed,
  textUnclosed,
  bracketUnclosed,
  quotationUnclosed,
  lineCut,
  punctuationHalfWidth,
  // What is put aside.
  suppressionUnused,
  suppressionUnexplained,
];
