/** The rules, in the order in which their documentation lists them. A new rule is a file and a line here. */
import aliasRedefined from './alias-redefined.ts';
import aliasUndefined from './alias-undefined.ts';
import annexMissing from './annex-missing.ts';
import annexNoteMismatch from './annex-note-mismatch.ts';
import annexNumberWrong from './annex-number-wrong.ts';
import approximateNumber from './approximate-number.ts';
import bracketUnclosed from './bracket-unclosed.ts';
import copiesUnclosed from './copies-unclosed.ts';
import dashWrong from './dash-wrong.ts';
import dateImpossible from './date-impossible.ts';
import dateInHan from './date-in-han.ts';
import dateMalformed from './date-malformed.ts';
import dateMissing from './date-missing.ts';
import dateMixed from './date-mixed.ts';
import deadlineAfterPlan from './deadline-after-plan.ts';
import deadlineContradictory from './deadline-contradictory.ts';
import deadlineMalformed from './deadline-malformed.ts';
import deadlineMissing from './deadline-missing.ts';
import deadlinePast from './deadline-past.ts';
import deadlineReversed from './deadline-reversed.ts';
import deadlineTargetOpen from './deadline-target-open.ts';
import deadlineUnclear from './deadline-unclear.ts';
import digitFullWidth from './digit-full-width.ts';
import documentNumberForm from './document-number-form.ts';
import documentNumberYear from './document-number-year.ts';
import dutyMissing from './duty-missing.ts';
import ellipsisWrong from './ellipsis-wrong.ts';
import enumerationGap from './enumeration-gap.ts';
import etcCountWrong from './etc-count-wrong.ts';
import etcNeedless from './etc-needless.ts';
import fieldEmpty from './field-empty.ts';
import fieldMarkMissing from './field-mark-missing.ts';
import fieldUnclosed from './field-unclosed.ts';
import groupUndefined from './group-undefined.ts';
import headingClosed from './heading-closed.ts';
import itemEndWrong from './item-end-wrong.ts';
import labelVariant from './label-variant.ts';
import leadUnitMissing from './lead-unit-missing.ts';
import leadUnitOpen from './lead-unit-open.ts';
import leadUnitsMany from './lead-units-many.ts';
import leaderMissing from './leader-missing.ts';
import leaderOutsidePortfolio from './leader-outside-portfolio.ts';
import leaderUnknown from './leader-unknown.ts';
import leaderVariant from './leader-variant.ts';
import levelOrderWrong from './level-order-wrong.ts';
import levelSkipped from './level-skipped.ts';
import lineCut from './line-cut.ts';
import listMarkMixed from './list-mark-mixed.ts';
import listUnfinished from './list-unfinished.ts';
import listUnseparated from './list-unseparated.ts';
import markDoubled from './mark-doubled.ts';
import markNested from './mark-nested.ts';
import marksSeparated from './marks-separated.ts';
import memberUnknown from './member-unknown.ts';
import memberVariant from './member-variant.ts';
import numberLocked from './number-locked.ts';
import numberMarkWrong from './number-mark-wrong.ts';
import numberStyleMixed from './number-style-mixed.ts';
import numberingDuplicate from './numbering-duplicate.ts';
import numberingGap from './numbering-gap.ts';
import numberingOutOfOrder from './numbering-out-of-order.ts';
import numeralMixed from './numeral-mixed.ts';
import pageLeftover from './page-leftover.ts';
import punctuationHalfWidth from './punctuation-half-width.ts';
import quotationUnclosed from './quotation-unclosed.ts';
import quoteStraight from './quote-straight.ts';
import rangeMarkMixed from './range-mark-mixed.ts';
import rangeUnclear from './range-unclear.ts';
import recipientsUnclosed from './recipients-unclosed.ts';
import referenceUnresolved from './reference-unresolved.ts';
import type { Rule, Words } from './rule.ts';
import sentenceCut from './sentence-cut.ts';
import separatorNeedless from './separator-needless.ts';
import signatureDiffers from './signature-differs.ts';
import signatureMissing from './signature-missing.ts';
import spaceInText from './space-in-text.ts';
import supportUnitMissing from './support-unit-missing.ts';
import suppressionUnexplained from './suppression-unexplained.ts';
import suppressionUnused from './suppression-unused.ts';
import tableDeadlineDiffers from './table-deadline-differs.ts';
import tableLeadDiffers from './table-lead-differs.ts';
import tableLeaderDiffers from './table-leader-differs.ts';
import tableRowMissing from './table-row-missing.ts';
import tableSerialWrong from './table-serial-wrong.ts';
import tableSupportDiffers from './table-support-differs.ts';
import tableTargetDiffers from './table-target-differs.ts';
import tableTextDiffers from './table-text-differs.ts';
import tableUnitVariant from './table-unit-variant.ts';
import taskDuplicated from './task-duplicated.ts';
import taskOwnerContradictory from './task-owner-contradictory.ts';
import textUnclosed from './text-unclosed.ts';
import titleForm from './title-form.ts';
import titleIssuerMissing from './title-issuer-missing.ts';
import titleMarkUnclosed from './title-mark-unclosed.ts';
import totalMismatch from './total-mismatch.ts';
import unitCovered from './unit-covered.ts';
import unitDuplicated from './unit-duplicated.ts';
import unitLevelWrong from './unit-level-wrong.ts';
import unitNotValid from './unit-not-valid.ts';
import unitOpen from './unit-open.ts';
import unitUnknown from './unit-unknown.ts';
import unitVariant from './unit-variant.ts';
import wordDoubled from './word-doubled.ts';
import yearShortened from './year-shortened.ts';
import zeroWrong from './zero-wrong.ts';

/** Rules that belong together, under a title for their documentation. */
export interface RuleGroup {
  readonly id: string;
  readonly title: Words;
  readonly rules: readonly Rule[];
}

export const RULE_GROUPS: readonly RuleGroup[] = [
  {
    id: 'numbering',
    title: { zh: '编号怎样排', en: 'How it is numbered.' },
    rules: [
      numberingGap,
      numberingDuplicate,
      numberingOutOfOrder,
      levelSkipped,
      levelOrderWrong,
      numberStyleMixed,
      enumerationGap,
      numberLocked,
      referenceUnresolved,
    ],
  },
  {
    id: 'duties',
    title: { zh: '谁来负责', en: 'Who answers for it.' },
    rules: [
      dutyMissing,
      leadUnitMissing,
      leadUnitOpen,
      unitOpen,
      leadUnitsMany,
      leaderMissing,
      leaderUnknown,
      leaderVariant,
      leaderOutsidePortfolio,
      supportUnitMissing,
      unitUnknown,
      unitVariant,
      tableUnitVariant,
      unitNotValid,
      unitLevelWrong,
      unitDuplicated,
      unitCovered,
      memberUnknown,
      memberVariant,
      groupUndefined,
      aliasUndefined,
      aliasRedefined,
      etcNeedless,
      etcCountWrong,
      listUnseparated,
      listMarkMixed,
      listUnfinished,
      labelVariant,
      fieldEmpty,
      fieldMarkMissing,
    ],
  },
  {
    id: 'deadlines',
    title: { zh: '何时完成', en: 'What is to be done by when.' },
    rules: [
      deadlineMissing,
      deadlineMalformed,
      deadlineUnclear,
      deadlineReversed,
      deadlineContradictory,
      deadlinePast,
      deadlineAfterPlan,
      deadlineTargetOpen,
    ],
  },
  {
    id: 'sums',
    title: { zh: '前后对得上', en: 'What adds up.' },
    rules: [
      totalMismatch,
      taskDuplicated,
      taskOwnerContradictory,
      tableTextDiffers,
      tableTargetDiffers,
      tableDeadlineDiffers,
      tableLeaderDiffers,
      tableLeadDiffers,
      tableSupportDiffers,
      tableRowMissing,
      tableSerialWrong,
      annexMissing,
      annexNoteMismatch,
      annexNumberWrong,
    ],
  },
  {
    id: 'form',
    title: { zh: '公文格式', en: 'The form of the document.' },
    rules: [
      documentNumberForm,
      documentNumberYear,
      titleForm,
      titleIssuerMissing,
      recipientsUnclosed,
      signatureMissing,
      dateMissing,
      dateInHan,
      signatureDiffers,
      copiesUnclosed,
    ],
  },
  {
    id: 'writing',
    title: { zh: '文字和标点', en: 'How it is written.' },
    rules: [
      fieldUnclosed,
      textUnclosed,
      bracketUnclosed,
      quotationUnclosed,
      lineCut,
      punctuationHalfWidth,
      dateImpossible,
      dateMalformed,
      dateMixed,
      yearShortened,
      zeroWrong,
      rangeUnclear,
      approximateNumber,
      numeralMixed,
      marksSeparated,
      digitFullWidth,
      markDoubled,
      separatorNeedless,
      sentenceCut,
      wordDoubled,
      ellipsisWrong,
      quoteStraight,
      dashWrong,
      rangeMarkMixed,
      markNested,
      spaceInText,
      numberMarkWrong,
      headingClosed,
      itemEndWrong,
      pageLeftover,
      titleMarkUnclosed,
    ],
  },
  {
    id: 'aside',
    title: { zh: '免查', en: 'What is put aside.' },
    rules: [suppressionUnused, suppressionUnexplained],
  },
];

export const RULES: readonly Rule[] = RULE_GROUPS.flatMap(({ rules }) => rules);
