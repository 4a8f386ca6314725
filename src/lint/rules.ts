import type { Rule } from './types.ts';

/** All rules, in the order in which they are documented. */
export const RULES: readonly Rule[] = [];
