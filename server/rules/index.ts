/** The rules, in the order in which their documentation lists them. A new rule is a file and a line here. */

import suppressionUnexplained from './aside/suppression-unexplained.ts';
import suppressionUnused from './aside/suppression-unused.ts';
import deadlineAfterPlan from './deadlines/deadline-after-plan.ts';
import deadlineContradictory from './deadlines/deadline-contradictory.ts';
import deadlineMalformed from './deadlines/deadline-malformed.ts';
import deadlineMissing from './deadlines/deadline-missing.ts';
import deadlinePast from './deadlines/deadline-past.ts';
import deadlineReversed from './deadlines/deadline-reversed.ts';
import deadlineTargetOpen from './deadlines/deadline-target-open.ts';
import deadlineUnclear from './deadlines/deadline-unclear.ts';
import aliasRedefined from './duties/alias-redefined.ts';
import aliasUndefined from './duties/alias-undefined.ts';
import dutyMissing from './duties/duty-missing.ts';
import etcCountWrong from './duties/etc-count-wrong.ts';
import etcNeedless from './duties/etc-needless.ts';
import fieldEmpty from './duties/field-empty.ts';
import fieldMarkMissing from './duties/field-mark-missing.ts';
import groupUndefined from './duties/group-undefined.ts';
import labelVariant from './duties/label-variant.ts';
import leadUnitMissing from './duties/lead-unit-missing.ts';
import leadUnitOpen from './duties/lead-unit-open.ts';
import leadUnitsMany from './duties/lead-units-many.ts';
import leaderMissing from './duties/leader-missing.ts';
import leaderOutsidePortfolio from './duties/leader-outside-portfolio.ts';
import leaderUnknown from './duties/leader-unknown.ts';
import leaderVariant from './duties/leader-variant.ts';
import listMarkMixed from './duties/list-mark-mixed.ts';
import listUnfinished from './duties/list-unfinished.ts';
import listUnseparated from './duties/list-unseparated.ts';
import memberUnknown from './duties/member-unknown.ts';
import memberVariant from './duties/member-variant.ts';
import supportUnitMissing from './duties/support-unit-missing.ts';
import tableUnitVariant from './duties/table-unit-variant.ts';
import unitCovered from './duties/unit-covered.ts';
import unitDuplicated from './duties/unit-duplicated.ts';
import unitLevelWrong from './duties/unit-level-wrong.ts';
import unitNotValid from './duties/unit-not-valid.ts';
import unitOpen from './duties/unit-open.ts';
import unitUnknown from './duties/unit-unknown.ts';
import unitVariant from './duties/unit-variant.ts';
import copiesUnclosed from './form/copies-unclosed.ts';
import dateInHan from './form/date-in-han.ts';
import dateMissing from './form/date-missing.ts';
import documentNumberForm from './form/document-number-form.ts';
import documentNumberYear from './form/document-number-year.ts';
import recipientsUnclosed from './form/recipients-unclosed.ts';
import signatureDiffers from './form/signature-differs.ts';
import signatureMissing from './form/signature-missing.ts';
import titleForm from './form/title-form.ts';
import titleIssuerMissing from './form/title-issuer-missing.ts';
import enumerationGap from './numbering/enumeration-gap.ts';
import levelOrderWrong from './numbering/level-order-wrong.ts';
import levelSkipped from './numbering/level-skipped.ts';
import numberLocked from './numbering/number-locked.ts';
import numberStyleMixed from './numbering/number-style-mixed.ts';
import numberingDuplicate from './numbering/numbering-duplicate.ts';
import numberingGap from './numbering/numbering-gap.ts';
import numberingOutOfOrder from './numbering/numbering-out-of-order.ts';
import referenceUnresolved from './numbering/reference-unresolved.ts';
import type { Rule, Words } from './rule.ts';
import annexMissing from './sums/annex-missing.ts';
import annexNoteMismatch from './sums/annex-note-mismatch.ts';
import annexNumberWrong from './sums/annex-number-wrong.ts';
import tableDeadlineDiffers from './sums/table-deadline-differs.ts';
import tableLeadDiffers from './sums/table-lead-differs.ts';
import tableLeaderDiffers from './sums/table-leader-differs.ts';
import tableRowMissing from './sums/table-row-missing.ts';
import tableSerialWrong from './sums/table-serial-wrong.ts';
import tableSupportDiffers from './sums/table-support-differs.ts';
import tableTargetDiffers from './sums/table-target-differs.ts';
import tableTextDiffers from './sums/table-text-differs.ts';
import taskDuplicated from './sums/task-duplicated.ts';
import taskOwnerContradictory from './sums/task-owner-contradictory.ts';
import totalMismatch from './sums/total-mismatch.ts';
import approximateNumber from './writing/approximate-number.ts';
import bracketUnclosed from './writing/bracket-unclosed.ts';
import dashWrong from './writing/dash-wrong.ts';
import dateImpossible from './writing/date-impossible.ts';
import dateMalformed from './writing/date-malformed.ts';
import dateMixed from './writing/date-mixed.ts';
import digitFullWidth from './writing/digit-full-width.ts';
import ellipsisWrong from './writing/ellipsis-wrong.ts';
import fieldUnclosed from './writing/field-unclosed.ts';
import headingClosed from './writing/heading-closed.ts';
import itemEndWrong from './writing/item-end-wrong.ts';
import lineCut from './writing/line-cut.ts';
import markDoubled from './writing/mark-doubled.ts';
import markNested from './writing/mark-nested.ts';
import marksSeparated from './writing/marks-separated.ts';
import numberMarkWrong from './writing/number-mark-wrong.ts';
import numeralMixed from './writing/numeral-mixed.ts';
import pageLeftover from './writing/page-leftover.ts';
import punctuationHalfWidth from './writing/punctuation-half-width.ts';
import quotationUnclosed from './writing/quotation-unclosed.ts';
import quoteStraight from './writing/quote-straight.ts';
import rangeMarkMixed from './writing/range-mark-mixed.ts';
import rangeUnclear from './writing/range-unclear.ts';
import sentenceCut from './writing/sentence-cut.ts';
import separatorNeedless from './writing/separator-needless.ts';
import spaceInText from './writing/space-in-text.ts';
import textUnclosed from './writing/text-unclosed.ts';
import titleMarkUnclosed from './writing/title-mark-unclosed.ts';
import wordDoubled from './writing/word-doubled.ts';
import yearShortened from './writing/year-shortened.ts';
import zeroWrong from './writing/zero-wrong.ts';

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
