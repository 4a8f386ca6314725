import type { XastElement, XastParent } from 'svgo';
import type { ColorMode } from '../../core/types.ts';
import { type OpaqueColor, parseColor, splitAlpha } from '../../svg/color.ts';
import { ANIMATIONS, DEFINITIONS, UNPAINTED } from '../../svg/elements.ts';
import { parseOpacity } from '../../svg/opacity.ts';
import { hexOf } from '../../svg/rgb-color.ts';
import { containsElement, elements, type Pass, pass, svgElement } from '../tree.ts';
import { BLACK, CURRENT_COLOR, drawnPaints } from './drawn-paints.ts';
import { explainKeptColors, type KeptColors } from './kept-colors.ts';
import { changeShadowColors } from './shadow-colors.ts';

/** Result of {@link recolor}. */
export interface Recolored {
  /** The color that became `currentColor`, if it was only one. */
  readonly color: string | undefined;
  /**
   * Reason why no color was changed; `undefined` if colors were changed, or if there were none to
   * change.
   */
  readonly keptReason: KeptColors | undefined;
}

/**
 * Changes colors by mode. With `currentColor`, an icon in one color follows the text color of the
 * page; with `variables`, the page can also set each color of an icon in several: `var(--icon-1,
 * #f00)`, numbered in drawing order. With `keep`, nothing happens. A `drop-shadow()` in the color
 * of a shape is changed, too; markers, patterns and filters are not, since they inherit inside the
 * sprite.
 *
 * An icon with gradients, patterns, bitmaps or animated colors keeps its colors under
 * `currentColor`, since one color cannot replace them. An icon whose style sheet stays always keeps
 * them.
 *
 * `<path fill="red"/>` → `<path fill="currentColor"/>`
 *
 * @returns a getter of the result for after the pass, and the pass
 */
export function recolor(mode: ColorMode): readonly [result: () => Recolored, pass: Pass] {
  let replaced: string | undefined;
  let keptReason: KeptColors | undefined;
  let isRecolored = false;
  return [
    () => ({ color: replaced, keptReason: isRecolored ? undefined : keptReason }),
    pass('iconloom-recolor', (root) => {
      const svg = svgElement(root);
      if (!svg || mode === 'keep') return;
      const { drawn, defined } = drawnColors(svg);
      const keys = new Set(drawn.keys());
      const ownKeys = [...keys].filter((key) => !CURRENT_COLOR.test(key));
      const hasSheet = containsElement(svg, 'style');
      const isSingleColor =
        keys.size === 1 &&
        defined.size === 0 &&
        ownKeys.length === 1 &&
        isPlain(svg, ownKeys[0] as string);
      // A style sheet that stays overrides attributes, so its colors would mix with the new ones.
      if (!hasSheet && isSingleColor) {
        isRecolored = true;
        repaint(svg, keys, ({ color }) => {
          replaced ??= color;
          return 'currentColor';
        });
        for (const { attributes } of [svg, ...elements(svg)]) delete attributes.color;
      } else if (!hasSheet && mode === 'variables' && ownKeys.length > 0) {
        isRecolored = true;
        const numbers = freeNumbers(svg, ownKeys.length);
        repaint(
          svg,
          keys,
          ({ color }, key) => `var(--icon-${numbers[ownKeys.indexOf(key)]},${color})`,
        );
      } else {
        const colors = [...new Map([...drawn, ...defined]).values()];
        keptReason = explainKeptColors(svg, { colors, hasDefinitionPaint: defined.size > 0 }, mode);
      }
    }),
  ];
}

/** Numbers for variables, without those that an icon taken from a sprite already has. */
function freeNumbers(svg: XastElement, count: number): readonly number[] {
  const usedNumbers = new Set<number>();
  for (const { attributes } of [svg, ...elements(svg)]) {
    for (const value of Object.values(attributes)) {
      for (const [, number] of value.matchAll(/var\(--icon-(\d+),/g))
        usedNumbers.add(Number(number));
    }
  }
  const all = Array.from({ length: count + usedNumbers.size }, (_, index) => index + 1);
  return all.filter((number) => !usedNumbers.has(number));
}

/**
 * Canonical spelling of a color; `undefined` for anything that is not a color of the icon's own.
 */
function colorKey(paint: string): string | undefined {
  const color = parseColor(paint);
  // A fully transparent paint has no visible color.
  if (color?.kind === 'rgb') return color.alpha === 0 ? undefined : hexOf(color);
  return color?.kind === 'current' ? 'currentColor' : color?.text;
}

/** Colors by key, in their first spelling, in drawing order. */
interface DrawnColors {
  readonly drawn: ReadonlyMap<string, string>;
  /** Colors of markers and patterns. */
  readonly defined: ReadonlyMap<string, string>;
}

function drawnColors(svg: XastElement): DrawnColors {
  const drawn = new Map<string, string>();
  const defined = new Map<string, string>();
  for (const { paint, isInDefinition } of drawnPaints(svg)) {
    const key = colorKey(paint);
    const colors = isInDefinition ? defined : drawn;
    if (key !== undefined && !colors.has(key)) colors.set(key, paint);
  }
  return { drawn, defined };
}

/**
 * Checks that the icon has only colors of a known value: no gradients, patterns, bitmaps or
 * animations of colors.
 *
 * @param key of the one color
 */
function isPlain(svg: XastElement, key: string): boolean {
  const arePlain = [...paintedElements(svg)].every(({ name, attributes }) => {
    if (name === 'image' || isColorAnimation(name, attributes)) return false;
    if (/(?:^|;)(?:fill|stroke|color):/.test(attributes.style ?? '')) return false;
    if (isTransparent(attributes.color)) return false;
    return [attributes.fill, attributes.stroke].every(
      (paint) => paint === undefined || !/\(/.test(paint) || parseColor(paint)?.kind === 'rgb',
    );
  });
  return arePlain && (hasNoColorEffects(svg) || hasOneColor(svg, key));
}

function isColorAnimation(
  name: string,
  { attributeName = '' }: Readonly<Record<string, string>>,
): boolean {
  return ANIMATIONS.has(name) && /^(?:fill|stroke|color)$/.test(attributeName);
}

/** `currentColor` brings the alpha of `color` along. */
function isTransparent(color: string | undefined): boolean {
  const parsed = color === undefined ? undefined : parseColor(color);
  return parsed?.kind === 'rgb' && parsed.alpha < 1;
}

/** Checks that no effect uses the value of `color`. */
function hasNoColorEffects(svg: XastElement): boolean {
  return [...elements(svg)].every(({ attributes }) => {
    const { style = '', filter = '' } = attributes;
    return (
      !/drop-shadow\(/.test(style + filter) &&
      !CURRENT_COLOR.test(attributes['flood-color'] ?? '') &&
      !CURRENT_COLOR.test(attributes['lighting-color'] ?? '')
    );
  });
}

/** Checks that the icon sets `color` to one color only. */
function hasOneColor(svg: XastElement, key: string): boolean {
  return [svg, ...elements(svg)].every(
    ({ attributes: { color } }) => color === undefined || colorKey(color) === key,
  );
}

/** Opacity of a paint, and the opacity that an element inherits. */
interface Alpha {
  /** Alpha of the paint that applies here. */
  readonly paint: number;
  /** Opacity as the source declares it. */
  readonly declared: number;
}

const OPAQUE: Alpha = { paint: 1, declared: 1 };

function repaint(
  svg: XastElement,
  keys: ReadonlySet<string>,
  to: (color: OpaqueColor, key: string) => string,
): void {
  const usesBlack = keys.has(BLACK) && svg.attributes.fill === undefined;
  const paintWith = (element: XastElement, kind: 'fill' | 'stroke', outer: Alpha): Alpha => {
    const { attributes } = element;
    const paint = attributes[kind];
    const declared = attributes[`${kind}-opacity`];
    const key = paint === undefined ? undefined : colorKey(paint);
    const isReplaced = key !== undefined && keys.has(key) && !CURRENT_COLOR.test(key);
    const color = isReplaced
      ? (splitAlpha(paint as string) ?? { color: paint as string, alpha: 1 })
      : undefined;
    const alpha: Alpha = {
      paint: paint === undefined ? outer.paint : (color?.alpha ?? 1),
      declared: declared === undefined ? outer.declared : parseOpacity(declared),
    };
    if (color) attributes[kind] = to(color, key as string);
    const writesOpacity =
      (paint !== undefined || declared !== undefined) && (alpha.paint < 1 || outer.paint < 1);
    if (writesOpacity) insertOpacity(element, kind, decimal(alpha.paint * alpha.declared));
    return alpha;
  };
  const visit = (element: XastElement, fill: Alpha, stroke: Alpha): void => {
    const inner = [paintWith(element, 'fill', fill), paintWith(element, 'stroke', stroke)] as const;
    for (const child of element.children) {
      if (child.type === 'element' && inheritsColors(child)) visit(child, ...inner);
    }
  };
  visit(svg, OPAQUE, OPAQUE);
  const withoutAlpha = (color: string): string | undefined => {
    const key = colorKey(color);
    if (key === undefined || !keys.has(key) || CURRENT_COLOR.test(key)) return undefined;
    const split = splitAlpha(color) ?? { color, alpha: 1 };
    return split.alpha === 1 ? to(split, key) : undefined;
  };
  changeShadowColors(svg, withoutAlpha);
  for (const { attributes } of [svg, ...elements(svg)]) {
    const { color } = attributes;
    if (color !== undefined) attributes.color = withoutAlpha(color) ?? color;
  }
  if (usesBlack) svg.attributes.fill = to({ color: BLACK, alpha: 1 }, BLACK);
}

/**
 * Checks if an element inherits colors where it is drawn. A definition inherits from its own place,
 * which the page does not reach.
 */
function inheritsColors({ name }: XastElement): boolean {
  return name === 'symbol' || !DEFINITIONS.has(name);
}

/** Inserts the opacity of a paint right after it, where the optimizer sorts it. */
function insertOpacity(element: XastElement, kind: 'fill' | 'stroke', opacity: string): void {
  const name = `${kind}-opacity`;
  element.attributes = Object.fromEntries(
    Object.entries({ ...element.attributes, [name]: opacity }).flatMap(([key, value]) => {
      if (key === kind) return [[key, value] as const, [name, opacity] as const];
      return key === name && element.attributes[kind] !== undefined ? [] : [[key, value] as const];
    }),
  );
}

/** Formats a number like the optimizer: `.5` */
function decimal(value: number): string {
  return String(Number(value.toFixed(3))).replace(/^0\./, '.');
}

/** Elements whose paints are visible colors. */
function* paintedElements(parent: XastElement | XastParent): Generator<XastElement> {
  if (parent.type === 'element') yield parent;
  for (const child of parent.children) {
    if (child.type === 'element' && !UNPAINTED.has(child.name)) yield* paintedElements(child);
  }
}
