import { memoize } from '../core/memoize.ts';
import type { IconTraits, PaintKind } from '../core/types.ts';
import { hasArea } from './area.ts';
import { outlineOf } from './outline.ts';
import { paintsOf } from './paint.ts';
import { canonicalColor } from './palette.ts';
import { readPlainText } from './plain-text.ts';
import { type Shape, shapesOf } from './shapes.ts';
import type { SourceText } from './source-text.ts';
import { capOf, joinOf, widthOf } from './stroke-values.ts';
import type { LintSource } from './types.ts';

/** Traits of a drawing: those that the build measured, else of its text. */
export const traitsOf: (source: LintSource) => Promise<IconTraits> = memoize(
  async (source) => source.icon.facts.traits ?? (await measureTraits(source)),
);

/** Measures the traits of a text; `undefined` if it cannot be read. */
export async function tryMeasureTraits(svg: string): Promise<IconTraits | undefined> {
  try {
    return await measureTraits(readPlainText(svg) ?? (await parseText(svg)));
  } catch {
    return undefined;
  }
}

/** Parses any text. Most builds do not need the parser. */
async function parseText(svg: string): Promise<SourceText> {
  const { readElements } = await import('../icon/source/source-elements.ts');
  return { svg, ...readElements(svg) };
}

async function measureTraits(source: SourceText): Promise<IconTraits> {
  const { shapes, isDynamic } = await shapesOf(source);
  return measureShapes(isDynamic ? [] : shapes);
}

function measureShapes(shapes: readonly Shape[]): IconTraits {
  const colors: (string | undefined)[] = [];
  const lines: Shape[] = [];
  const areas: Shape[] = [];
  for (const shape of shapes) {
    const { fill, stroke } = paintsOf(shape);
    if (fill !== undefined) areas.push(shape);
    if (stroke !== undefined) lines.push(shape);
    for (const paint of [fill, stroke]) {
      if (paint !== undefined) colors.push(canonicalColor(paint));
    }
  }
  const hasLines = lines.length > 0;
  const hasAreas = areas.some((shape) => hasArea(outlineOf(shape)));
  const paint: PaintKind = hasLines ? (hasAreas ? 'both' : 'lines') : hasAreas ? 'areas' : 'none';
  return {
    widths: byFrequency(lines.map(widthOf)),
    caps: byFrequency(valuesOf(lines, 'stroke-linecap', capOf)),
    joins: byFrequency(valuesOf(lines, 'stroke-linejoin', joinOf)),
    colors: byFrequency(colors),
    paint,
  };
}

/** Values of lines; the first one is enough if all have the same, since outlines take time to read. */
function valuesOf(
  lines: readonly Shape[],
  property: 'stroke-linecap' | 'stroke-linejoin',
  getValue: (shape: Shape) => string | undefined,
): readonly (string | undefined)[] {
  const isUniform = new Set(lines.map(({ style }) => style[property])).size === 1;
  if (!isUniform) return lines.map(getValue);
  const first = lines.find((shape) => getValue(shape) !== undefined);
  return first ? [getValue(first)] : [];
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
