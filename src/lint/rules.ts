import { aliases } from './rules/aliases.ts';
import { bitmaps } from './rules/bitmaps.ts';
import { bytes } from './rules/bytes.ts';
import { colorCount } from './rules/color-count.ts';
import { colors } from './rules/colors.ts';
import { contrast } from './rules/contrast.ts';
import { deprecations } from './rules/deprecations.ts';
import { duplicates } from './rules/duplicates.ts';
import { filters } from './rules/filters.ts';
import { gradients } from './rules/gradients.ts';
import { invisibleShapes } from './rules/invisible-shapes.ts';
import { liveArea } from './rules/live-area.ts';
import { metadata } from './rules/metadata.ts';
import { naming } from './rules/naming.ts';
import { nearDuplicates } from './rules/near-duplicates.ts';
import { nodes } from './rules/nodes.ts';
import { openShapes } from './rules/open-shapes.ts';
import { opticalCenter } from './rules/optical-center.ts';
import { pixelGrid } from './rules/pixel-grid.ts';
import { portability } from './rules/portability.ts';
import { spriteBudget } from './rules/sprite-budget.ts';
import { strayPoints } from './rules/stray-points.ts';
import { strokeCaps } from './rules/stroke-caps.ts';
import { strokeJoins } from './rules/stroke-joins.ts';
import { strokeWidth } from './rules/stroke-width.ts';
import { text } from './rules/text.ts';
import { turnedDuplicates } from './rules/turned-duplicates.ts';
import { viewBox } from './rules/view-box.ts';
import type { Rule } from './types.ts';

/** All rules, in the order in which they are documented. */
export const RULES: readonly Rule[] = [
  ...[viewBox, liveArea, opticalCenter, pixelGrid],
  ...[strokeWidth, strokeCaps, strokeJoins],
  ...[openShapes, strayPoints, invisibleShapes],
  ...[colors, colorCount, contrast],
  ...[gradients, filters, bitmaps, text, portability],
  ...[nodes, bytes, spriteBudget],
  ...[naming, metadata, aliases, deprecations],
  ...[duplicates, nearDuplicates, turnedDuplicates],
];
