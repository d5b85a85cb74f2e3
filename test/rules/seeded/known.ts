/** What is known to be wrong and is not mended yet, with the reason. Short, and to be empty. */
export const KNOWN: {
  readonly clean: readonly RegExp[];
  readonly missed: readonly string[];
  readonly others: readonly RegExp[];
} = {
  clean: [],
  missed: [],
  others: [],
};
