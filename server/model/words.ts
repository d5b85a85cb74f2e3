/** A sentence for the user: Chinese first, English beside it. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
