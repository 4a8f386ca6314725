import { liveArea } from './rules/live-area.ts';
import { opticalCenter } from './rules/optical-center.ts';
import { strokeCaps } from './rules/stroke-caps.ts';
import { strokeJoins } from './rules/stroke-joins.ts';
import { strokeWidth } from './rules/stroke-width.ts';
import { viewBox } from './rules/view-box.ts';
import type { Rule } from './types.ts';

/** All rules, in the order in which they are documented. */
export const RULES: readonly Rule[] = [
  ...[viewBox, liveArea, opticalCenter],
  ...[strokeWidth, strokeCaps, strokeJoins],
];
