import type { XastElement, XastParent } from 'svgo';
import { readStyle, writeStyle } from '../../svg/css/style-text.ts';
import { SHAPES } from '../../svg/elements.ts';
import { parseLength, toPx } from '../../svg/length.ts';
import { formatNumber } from '../../svg/numbers.ts';
import { parseViewBox, sizeOf, type ViewBox } from '../../svg/view-box.ts';
import { elements, type Pass, svgElement, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/**
 * Replaces percentages of the viewport by numbers. Browsers resolve percentages of clips, masks and
 * gradients in a symbol against the page instead of its viewBox. The same applies to defaults, such
 * as the `x2` of 100 % of a gradient.
 *
 * `<clipPath id="a"><rect width="50%" height="8"/></clipPath>` in 24 × 24 →
 * `<clipPath id="a"><rect width="12" height="8"/></clipPath>`
 *
 * Source: SVG 2, 8.9.
 */
export function rootPercentages(): Pass {
  return triggeredPass(
    'iconloom-root-percentages',
    { triggers: TRAITS.percentage | TRAITS.definition | TRAITS.style },
    (root) => {
      const svg = svgElement(root);
      const size = svg && sizeOf(svg.attributes);
      const box = typeof size === 'object' ? parseViewBox(size.viewBox) : undefined;
      if (!svg || !box) return;
      visit(svg, { svg, box, byId: undefined });
    },
  );
}

interface PercentageContext {
  readonly svg: XastElement;
  readonly box: ViewBox;
  /** Elements by id, filled on first use: few icons have gradients that refer to others. */
  byId: ReadonlyMap<string | undefined, XastElement> | undefined;
}

/** Length of 100 %, by attribute. */
const FULL_LENGTHS: ReadonlyMap<string, (box: ViewBox) => number> = new Map([
  ...['x', 'width', 'cx', 'rx', 'x1', 'x2', 'fx'].map((name) => [name, across] as const),
  ...['y', 'height', 'cy', 'ry', 'y1', 'y2', 'fy'].map((name) => [name, down] as const),
  ...['r', 'fr', 'stroke-width', 'stroke-dashoffset'].map((name) => [name, diagonal] as const),
  ['stroke-dasharray', diagonal],
]);

function across({ width }: ViewBox): number {
  return width;
}

function down({ height }: ViewBox): number {
  return height;
}

function diagonal({ width, height }: ViewBox): number {
  return Math.hypot(width, height) / Math.SQRT2;
}

const STROKES = /^stroke-/;
/** Elements whose percentages refer to the viewport. */
const VIEWPORT_ELEMENTS: ReadonlySet<string> = new Set([...SHAPES, 'image', 'use', 'svg']);
/**
 * Attribute that sets the coordinate system of an element, for elements whose default is the
 * bounding box of the element they apply to.
 */
const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    linearGradient: 'gradientUnits',
    radialGradient: 'gradientUnits',
    pattern: 'patternUnits',
    mask: 'maskUnits',
    filter: 'filterUnits',
  }),
);
const CONTENT_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pattern: 'patternContentUnits',
    mask: 'maskContentUnits',
    clipPath: 'clipPathUnits',
  }),
);
/** Defaults that are not zero. */
const DEFAULTS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries({
    linearGradient: { x2: '100%' },
    radialGradient: { cx: '50%', cy: '50%', r: '50%' },
    mask: { x: '-10%', y: '-10%', width: '120%', height: '120%' },
    filter: { x: '-10%', y: '-10%', width: '120%', height: '120%' },
  }),
);

function visit(parent: XastParent, context: PercentageContext): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    resolvePercentages(child, context);
    const units = CONTENT_UNITS.get(child.name);
    const usesBoundingBox = units !== undefined && child.attributes[units] === 'objectBoundingBox';
    if (!usesBoundingBox && child.name !== 'svg' && child.name !== 'symbol') visit(child, context);
  }
}

function resolvePercentages(element: XastElement, context: PercentageContext): void {
  const { name, attributes } = element;
  const units = UNITS.get(name);
  const isInUserSpace =
    units === undefined
      ? VIEWPORT_ELEMENTS.has(name)
      : ownOrInherited(element, units, context) === 'userSpaceOnUse';
  const defaults = isInUserSpace && DEFAULTS.get(name);
  if (defaults) {
    for (const [key, value] of Object.entries(defaults)) {
      if (ownOrInherited(element, key, context) === undefined) attributes[key] = value;
    }
  }
  for (const key in attributes) {
    const value = attributes[key] as string;
    if (!value.includes('%')) continue;
    const fullLength = FULL_LENGTHS.get(key);
    if (!fullLength || !(isInUserSpace || STROKES.test(key))) continue;
    attributes[key] = inUnits(value, fullLength(context.box));
  }
  const { style } = attributes;
  if (isInUserSpace && style?.includes('%')) attributes.style = styleInUnits(style, context.box);
}

/** Replaces percentages in the sizes and positions of a style. */
function styleInUnits(style: string, box: ViewBox): string {
  const entries = readStyle(style).map(([property, value]) => {
    const fullLength = FULL_LENGTHS.get(property);
    const isPercentage = fullLength && value.includes('%');
    return [property, isPercentage ? inUnits(value, fullLength(box), 'px') : value] as const;
  });
  return writeStyle(entries);
}

/** Replaces percentages in a length or a list of lengths. */
function inUnits(value: string, fullLength: number, unit = ''): string {
  return value
    .trim()
    .split(/[\s,]+/)
    .map((text) => {
      const length = parseLength(text);
      const px = length?.unit === '%' ? toPx(length, fullLength) : undefined;
      return px === undefined ? text : formatNumber(Number(px.toFixed(6))) + unit;
    })
    .join(' ');
}

/** An attribute of an element, or of the gradient, pattern or filter that it links to. */
function ownOrInherited(
  element: XastElement,
  key: string,
  context: PercentageContext,
): string | undefined {
  let next: XastElement | undefined = element;
  for (let step = 0; next && step < 10; step++) {
    const value = next.attributes[key];
    if (value !== undefined) return value;
    const { href } = next.attributes;
    if (href === undefined || !UNITS.has(next.name)) return undefined;
    context.byId ??= new Map([...elements(context.svg)].map((it) => [it.attributes.id, it]));
    next = context.byId.get(href.trim().slice(1));
  }
  return undefined;
}
