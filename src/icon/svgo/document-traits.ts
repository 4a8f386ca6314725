import type { XastRoot } from 'svgo';
import { memoize } from '../../core/memoize.ts';
import { matrixFromTransform } from '../../svg/matrix.ts';
import { hasPositionalSelector } from '../css/positional-selectors.ts';
import { elements, ownText } from '../tree.ts';

/** Traits of an icon that the optimizer does not know and would change. */
export interface DocumentTraits {
  /**
   * True if style sheets stay, or if transforms and clips are only in CSS: shapes must stay in
   * their groups, which selectors and reference boxes depend on.
   */
  readonly keepsStructure: boolean;
  /**
   * True if style sheets stay whose selectors count elements: no element may be removed, even if
   * empty.
   */
  readonly countsElements: boolean;
  readonly hasPathLength: boolean;
  readonly hasMarkers: boolean;
  readonly hasUse: boolean;
  /** True if some paint may be transparent. */
  readonly isTransparent: boolean;
  /** True if scales are so small that rounding would change them. */
  readonly hasTinyScale: boolean;
}

/** CSS properties that depend on the bounding box of an element. */
const BOX_RELATIVE =
  /(?:^|[;\s])(?:-webkit-)?(?:transform(?:-origin|-box)?|translate|rotate|scale|offset(?:-[a-z]+)?|clip-path)\s*:/i;
const MAY_BE_TINY = /e-|\.00/;

/** Traits of an icon after our own passes, found in one walk. */
export const traitsOf: (root: XastRoot) => DocumentTraits = memoize((root) => {
  let keepsStructure = false;
  let countsElements = false;
  let hasPathLength = false;
  let hasMarkers = false;
  let hasUse = false;
  let isTransparent = false;
  let hasTinyScale = false;
  for (const element of elements(root)) {
    const { name, attributes } = element;
    if (name === 'style') {
      keepsStructure = true;
      countsElements ||= hasPositionalSelector(ownText(element));
    } else if (name === 'marker') hasMarkers = true;
    else if (name === 'use') hasUse = true;
    for (const key in attributes) {
      const value = attributes[key] as string;
      if (key === 'style') keepsStructure ||= BOX_RELATIVE.test(value);
      else if (key === 'transform-origin') keepsStructure = true;
      else if (key === 'pathLength') hasPathLength = true;
      else if (/opacity$/.test(key)) isTransparent ||= value !== '1';
      else if (key === 'stroke' || key === 'fill') isTransparent ||= mayBeTransparent(value);
      else if (/ransform$/.test(key)) hasTinyScale ||= MAY_BE_TINY.test(value) && isTiny(value);
    }
  }
  return {
    keepsStructure,
    countsElements,
    hasPathLength,
    hasMarkers,
    hasUse,
    isTransparent,
    hasTinyScale,
  };
});

function mayBeTransparent(paint: string): boolean {
  return paint.includes('(') || /^#(?:.{4}|.{8})$/.test(paint);
}

/** svgo rounds to five digits, which moves nothing by more than .03 px in an icon of 24 px. */
const TINY = 0.005;

export function isTiny(transform: string): boolean {
  const [a = 1, b = 0, c = 0, d = 1] = matrixFromTransform(transform) ?? [];
  return Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d)) < TINY;
}
