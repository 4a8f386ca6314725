import type { XastElement } from 'svgo';
import { readStyle, type StyleEntry } from '../../svg/css/style-text.ts';
import type { Point } from '../../svg/matrix.ts';
import {
  parseCssTransform,
  parseIndividualTransform,
  parseTransformList,
  type ReferenceBox,
  type TransformFunction,
} from '../../svg/transform-list.ts';
import { parseTransformOrigin } from '../../svg/transform-origin.ts';

/** Transform of an element, from its attributes and its style together. */
export interface Transformation {
  readonly list: readonly TransformFunction[];
  /** Transform origin, in px from the corner of the reference box. */
  readonly origin: Point;
  /** Other declarations of the style. */
  readonly rest: readonly StyleEntry[];
}

/** Coordinate context of a transform. */
export interface TransformContext {
  /** Reference box in px; `undefined` if unknown. */
  readonly box: ReferenceBox | undefined;
  /** Default of `transform-origin`. */
  readonly origin: string;
  /** True for the root, whose reference box is its CSS box for every `transform-box`. */
  readonly isRoot: boolean;
  /** Name of the attribute with the list. Default: `transform`. */
  readonly attribute?: string;
}

const PROPERTIES: ReadonlySet<string> = new Set([
  ...['transform', 'transform-origin', 'transform-box', 'translate', 'rotate', 'scale'],
]);

/**
 * Reads the transform of an element by the cascade: valid declarations over the attribute. `css` if
 * no attribute can express it; `undefined` if only the attribute sets it.
 */
export function readTransform(
  attributes: XastElement['attributes'],
  { box, origin, isRoot, attribute = 'transform' }: TransformContext,
): Transformation | 'css' | undefined {
  const { style = '', 'transform-origin': attributeOrigin } = attributes;
  const { declared, rest, hasNone } = readDeclarations(style);
  if (hasNone && attributeOrigin === undefined) return undefined;
  const isInView = isRoot || (declared.get('transform-box') ?? 'view-box') === 'view-box';
  const base = isInView ? box : undefined;
  const individual = (['translate', 'rotate', 'scale'] as const).map((property) =>
    parseIndividualTransform(property, declared.get(property) ?? 'none', base),
  );
  const css = declared.get('transform');
  const main =
    css === undefined
      ? (parseTransformList(attributes[attribute] ?? '') ?? [])
      : parseCssTransform(css, base);
  const list: TransformFunction[] = [];
  for (const part of [...individual, main]) {
    if (!part) return 'css';
    list.push(...part);
  }
  if (list.every(({ name }) => name === 'translate')) return { list, origin: [0, 0], rest };
  const cssOrigin = declared.get('transform-origin');
  const isAttribute = cssOrigin === undefined && attributeOrigin !== undefined;
  const point = isInView
    ? parseTransformOrigin(cssOrigin ?? attributeOrigin ?? origin, { box: base, isAttribute })
    : undefined;
  return point ? { list, origin: point, rest } : 'css';
}

/** Splits a clean style into declarations for transforms and all others. */
function readDeclarations(style: string): {
  readonly declared: ReadonlyMap<string, string>;
  readonly rest: readonly StyleEntry[];
  /** True if the style sets no transform, valid or not. */
  readonly hasNone: boolean;
} {
  const declared = new Map<string, string>();
  const important = new Set<string>();
  const rest: StyleEntry[] = [];
  let hasNone = true;
  for (const [property, written] of readStyle(style)) {
    const value = written.replace(/\s*!\s*important\s*$/i, '');
    if (!PROPERTIES.has(property)) {
      rest.push([property, written]);
      continue;
    }
    hasNone = false;
    if (important.has(property) && value === written) continue;
    if (value !== written) important.add(property);
    declared.set(property, value.toLowerCase());
  }
  return { declared, rest, hasNone };
}

/** A list that turns and scales around a point instead of the origin. */
export function aroundPoint(
  list: readonly TransformFunction[],
  [x, y]: Point,
): readonly TransformFunction[] {
  if ((x === 0 && y === 0) || list.length === 0) return list;
  return [{ name: 'translate', values: [x, y] }, ...list, { name: 'translate', values: [-x, -y] }];
}
