import { memoize } from '../core/memoize.ts';
import type { IconTraits, PaintKind } from '../core/types.ts';
import { hasArea } from './area.ts';
import { distortedSize, hasViewBox } from './frame-faults.ts';
import { outlineOf } from './outline.ts';
import { paintsOf } from './paint.ts';
import { canonicalColor } from './palette.ts';
import { type Shape, shapesOf } from './shapes.ts';
import { createSourceText, type SourceText } from './source-text.ts';
import { capOf, joinOf, widthOf } from './stroke-values.ts';
import type { LintSource } from './types.ts';

/** Traits of a drawing: those that the build measured, else of its text. */
export const traitsOf: (source: LintSource) => Promise<IconTraits> = memoize(
  async (source) =>
    source.icon.facts.traits ?? (await measureTraits(source, source.icon.facts.viewBox)),
);

/** Measures the traits of a text; `undefined` if it cannot be read. */
export function tryMeasureTraits(svg: string, viewBox: string): Promise<IconTraits | undefined> {
  return measureTraits(createSourceText(svg), viewBox).catch(() => undefined);
}

async function measureTraits(source: SourceText, viewBox: string): Promise<IconTraits> {
  const { shapes, isDynamic } = await shapesOf(source);
  const { root } = source;
  const isOdd = !hasViewBox(root) || distortedSize(root, viewBox) !== undefined;
  return {
    ...measureShapes(isDynamic ? [] : shapes),
    ...(isOdd && { hasOddFrame: true as const }),
  };
}

function measureShapes(shapes: readonly Shape[]): Omit<IconTraits, 'hasOddFrame'> {
  const widths: (number | undefined)[] = [];
  const caps: (string | undefined)[] = [];
  const joins: (string | undefined)[] = [];
  const colors: (string | undefined)[] = [];
  let hasAreas = false;
  let hasLines = false;
  for (const shape of shapes) {
    const { fill, stroke } = paintsOf(shape);
    if (fill !== undefined) {
      colors.push(canonicalColor(fill));
      hasAreas ||= hasArea(outlineOf(shape));
    }
    if (stroke === undefined) continue;
    hasLines = true;
    colors.push(canonicalColor(stroke));
    widths.push(widthOf(shape));
    caps.push(capOf(shape));
    joins.push(joinOf(shape));
  }
  const paint: PaintKind = hasLines ? (hasAreas ? 'both' : 'lines') : hasAreas ? 'areas' : 'none';
  return {
    widths: byFrequency(widths),
    caps: byFrequency(caps),
    joins: byFrequency(joins),
    colors: byFrequency(colors),
    paint,
  };
}

/** Different values, the most frequent one first. */
function byFrequency<T>(values: readonly (T | undefined)[]): readonly T[] {
  const counts = new Map<T, number>();
  for (const value of values) {
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size < 2) return [...counts.keys()];
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}
