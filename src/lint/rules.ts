import { aliases } from './rules/aliases.ts';
import { deprecations } from './rules/deprecations.ts';
import { duplicates } from './rules/duplicates.ts';
import { liveArea } from './rules/live-area.ts';
import { metadata } from './rules/metadata.ts';
import { naming } from './rules/naming.ts';
import { nearDuplicates } from './rules/near-duplicates.ts';
import { opticalCenter } from './rules/optical-center.ts';
import { spriteBudget } from './rules/sprite-budget.ts';
import { strokeCaps } from './rules/stroke-caps.ts';
import { strokeJoins } from './rules/stroke-joins.ts';
import { strokeWidth } from './rules/stroke-width.ts';
import { turnedDuplicates } from './rules/turned-duplicates.ts';
import { viewBox } from './rules/view-box.ts';
import type { Rule } from './types.ts';

/** All rules, in the order in which they are documented. */
export const RULES: readonly Rule[] = [
  ...[viewBox, liveArea, opticalCenter],
  ...[strokeWidth, strokeCaps, strokeJoins],
  ...[naming, metadata, aliases, deprecations],
  ...[duplicates, nearDuplicates, turnedDuplicates],
  spriteBudget,
];
