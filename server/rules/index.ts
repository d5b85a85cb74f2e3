/** The rules, in the order in which their documentation lists them. A new rule is a file and a line here. */
import leadUnitMissing from './lead-unit-missing.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [leadUnitMissing];
