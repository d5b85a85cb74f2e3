/** What is known to be wrong and is not mended yet, with the reason. Short, and to be empty. */
export const KNOWN: {
  readonly clean: readonly RegExp[];
  readonly missed: readonly string[];
  readonly others: readonly RegExp[];
} = {
  clean: [
    // 化解信访积案16件，一是……，二是……: what is counted is not what follows.
    /total-mismatch .*写明“\d+[件条个项]”，后面实有3[件条个项]/,
    // 各镇街 at the end of a line, the annex below it: the two are joined.
    /line-cut .*附件/,
  ],
  missed: [],
  others: [],
};
