import type { XastElement, XastParent } from 'svgo';
import type { ColorMode } from '../core/types.ts';
import { elements, isLine, type Pass, pass, svgElement } from './tree.ts';

/** Whose colors are not paint: brightness of a mask, steps of a gradient, parts of an effect. */
const NOT_PAINT = /^(mask|clipPath|linearGradient|radialGradient|filter)$/;
const SHAPE = /^(path|rect|circle|ellipse|polygon|polyline|line|text)$/;
const PLAIN = /^(#[\da-f]{3,8}|[a-z]+|(rgb|hsl)a?\([^()]*\))$/i;
const CURRENT = /^currentcolor$/i;
const NO_COLOR = /^(none|transparent|inherit|currentcolor|context-fill|context-stroke)$/i;
/** What a shape is filled with when nobody says otherwise. */
const BLACK = '#000';

/**
 * With `currentColor`, a drawing in one color follows the text color of the page; with `variables`,
 * each color of a drawing in several can be set by the page, too: `var(--icon-1, #f00)`, numbered in
 * the order in which they are drawn. With `keep`, nothing happens.
 *
 * A drawing with gradients, patterns or bitmaps keeps its colors under `currentColor`, since one
 * color cannot stand for them. One with a style sheet that has to stay keeps them always.
 *
 * `<path fill="red"/>` → `<path fill="currentColor"/>`
 *
 * @returns how to ask, afterwards, for the one color that became `currentColor`
 */
export function recolor(
  mode: ColorMode,
): readonly [replaced: () => string | undefined, pass: Pass] {
  let replaced: string | undefined;
  return [
    () => replaced,
    pass('iconloom-recolor', (root) => {
      const svg = svgElement(root);
      if (!svg || mode === 'keep') return;
      // A style sheet that stays outranks attributes, so its colors would stay and mix with ours.
      if ([...elements(svg)].some(({ name }) => name === 'style')) return;
      const colors = drawnColors(svg);
      const own = [...colors].filter((color) => !CURRENT.test(color));
      const [only, ...others] = own;
      if (only === undefined) return;
      if (others.length === 0 && own.length === colors.size && isPlain(svg)) {
        replaced = opaque(only).color;
        repaint(svg, colors, () => 'currentColor');
      } else if (mode === 'variables') {
        const numbers = freeNumbers(svg, own.length);
        repaint(
          svg,
          colors,
          (color) => `var(--icon-${numbers[own.indexOf(color)]},${opaque(color).color})`,
        );
      }
    }),
  ];
}

/** Numbers for variables, without those that a drawing out of a sprite has already. */
function freeNumbers(svg: XastElement, count: number): readonly number[] {
  const taken = new Set<number>();
  for (const { attributes } of [svg, ...elements(svg)]) {
    for (const value of Object.values(attributes)) {
      for (const [, number] of value.matchAll(/var\(--icon-(\d+),/g)) taken.add(Number(number));
    }
  }
  const all = Array.from({ length: count + taken.size }, (_, index) => index + 1);
  return all.filter((number) => !taken.has(number));
}

/** The colors in the order in which shapes are drawn with them. */
function drawnColors(svg: XastElement): ReadonlySet<string> {
  const colors = new Set<string>();
  const byId = new Map([...elements(svg)].map((element) => [element.attributes.id, element]));
  const add = (paint: string | undefined) => {
    if (paint === undefined || !PLAIN.test(paint)) return;
    if (!NO_COLOR.test(paint) || CURRENT.test(paint)) colors.add(paint);
  };

  function visit(element: XastElement, fill: string | undefined, stroke?: string, depth = 0): void {
    if (NOT_PAINT.test(element.name) || depth > 99) return;
    const filled = element.attributes.fill ?? fill;
    const stroked = element.attributes.stroke ?? stroke;
    if (SHAPE.test(element.name)) {
      if (!isLine(element)) add(filled ?? BLACK);
      add(stroked);
    }
    const target = element.name === 'use' ? byId.get(element.attributes.href?.slice(1)) : undefined;
    if (target) visit(target, filled, stroked, depth + 1);
    for (const child of element.children) {
      // What is defined for later use is drawn where it is used.
      const isDrawn = child.type === 'element' && !/^(defs|symbol)$/.test(child.name);
      if (isDrawn) visit(child, filled, stroked, depth + 1);
    }
  }
  visit(svg, undefined);
  return colors;
}

/** Whether there is nothing but colors: no gradients, patterns or bitmaps. */
function isPlain(svg: XastElement): boolean {
  return [...painted(svg)].every(({ name, attributes }) => {
    if (name === 'image') return false;
    if (/\b(fill|stroke)\s*:/.test(attributes.style ?? '')) return false;
    return [attributes.fill, attributes.stroke].every(
      (paint) => paint === undefined || PLAIN.test(paint),
    );
  });
}

function repaint(
  svg: XastElement,
  colors: ReadonlySet<string>,
  to: (color: string) => string,
): void {
  const usesBlack = colors.has(BLACK) && svg.attributes.fill === undefined;
  for (const element of painted(svg)) {
    element.attributes = Object.fromEntries(
      Object.entries(element.attributes).flatMap(([name, paint]) => {
        const isPaint = (name === 'fill' || name === 'stroke') && colors.has(paint);
        if (!isPaint || NO_COLOR.test(paint)) return [[name, paint]];
        const { alpha } = opaque(paint);
        const opacity = Number(element.attributes[`${name}-opacity`] ?? 1) * alpha;
        const own = [name, to(paint)];
        return alpha === 1 ? [own] : [own, [`${name}-opacity`, decimal(opacity)]];
      }),
    );
  }
  if (usesBlack) svg.attributes.fill = to(BLACK);
}

/** As the optimizer writes it: `.5` */
function decimal(value: number): string {
  return String(Number(value.toFixed(3))).replace(/^0\./, '.');
}

/** Elements whose paint is color. */
function* painted(parent: XastElement | XastParent): Generator<XastElement> {
  if (parent.type === 'element') yield parent;
  for (const child of parent.children) {
    if (child.type === 'element' && !NOT_PAINT.test(child.name)) yield* painted(child);
  }
}

/** A color without its transparency, which `currentColor` and variables do not bring. */
function opaque(paint: string): { readonly color: string; readonly alpha: number } {
  const [, short, shortAlpha] = /^#([\da-f]{3})([\da-f])$/i.exec(paint) ?? [];
  if (short !== undefined) {
    return { color: `#${short}`, alpha: Number.parseInt(`${shortAlpha}${shortAlpha}`, 16) / 255 };
  }
  const [, long, longAlpha = ''] = /^#([\da-f]{6})([\da-f]{2})$/i.exec(paint) ?? [];
  if (long !== undefined) return { color: `#${long}`, alpha: Number.parseInt(longAlpha, 16) / 255 };
  const [, name, list = '', alpha = ''] =
    /^(rgb|hsl)a?\(\s*([^,/]+[, ]+[^,/]+[, ]+[^,/]+?)\s*[,/]\s*([\d.]+%?)\s*\)$/i.exec(paint) ?? [];
  if (name === undefined) return { color: paint, alpha: 1 };
  const share = alpha.endsWith('%') ? Number.parseFloat(alpha) / 100 : Number(alpha);
  return { color: `${name}(${list})`, alpha: share };
}
