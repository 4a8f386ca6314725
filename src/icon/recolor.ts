import type { XastElement, XastParent } from 'svgo';
import type { ColorMode } from '../core/types.ts';
import { type Pass, pass, svgElement } from './tree.ts';

/** Whose colors are not paint: brightness of a mask, steps of a gradient, parts of an effect. */
const NOT_PAINT = /^(mask|clipPath|linearGradient|radialGradient|filter|style)$/;
const FILLED = /^(path|rect|circle|ellipse|polygon|polyline|text)$/;
const PLAIN = /^(#[\da-f]{3,8}|[a-z]+|(rgb|hsl)a?\([^()]*\))$/i;
const NO_COLOR = /^(none|transparent|inherit|currentcolor|context-fill|context-stroke)$/i;

/**
 * With `currentColor`, a drawing in one color follows the text color of the page; with `variables`,
 * each color of a drawing in several can be set by the page, too: `var(--icon-1, #f00)`, numbered in
 * the order in which they are drawn. With `keep`, nothing happens.
 *
 * Recolors a drawing whose colors are plain; one with gradients, patterns or bitmaps keeps its
 * colors under `currentColor`, since one color cannot stand for them.
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
      const { colors, isPlain } = survey(svg);
      const [only, ...others] = colors;
      if (only === undefined) return;
      if (others.length === 0 && isPlain) {
        replaced = only;
        repaint(svg, () => 'currentColor');
        if (usesDefaultFill(svg)) svg.attributes.fill = 'currentColor';
      } else if (mode === 'variables') {
        const variable = (color: string) => `var(--icon-${colors.indexOf(color) + 1},${color})`;
        repaint(svg, variable);
        if (usesDefaultFill(svg)) svg.attributes.fill = variable('#000');
      }
    }),
  ];
}

/** Colors in the order in which they are drawn, and whether there is nothing but colors. */
function survey(svg: XastElement): { colors: string[]; isPlain: boolean } {
  const colors: string[] = usesDefaultFill(svg) ? ['#000'] : [];
  let isPlain = true;
  repaint(svg, (color) => {
    if (!colors.includes(color)) colors.push(color);
    return color;
  });
  visit(svg, (element) => {
    const paints = [element.attributes.fill, element.attributes.stroke];
    if (element.name === 'image' || element.name === 'style') isPlain = false;
    if (paints.some((paint) => paint !== undefined && !PLAIN.test(paint))) isPlain = false;
    if (/\b(fill|stroke)\s*:/.test(element.attributes.style ?? '')) isPlain = false;
  });
  return { colors, isPlain };
}

function repaint(svg: XastElement, to: (color: string) => string): void {
  visit(svg, ({ attributes }) => {
    for (const property of ['fill', 'stroke'] as const) {
      const color = attributes[property];
      if (color === undefined || !PLAIN.test(color) || NO_COLOR.test(color)) continue;
      attributes[property] = to(color);
    }
  });
}

/** Whether a shape is drawn in black because nothing says otherwise. */
function usesDefaultFill(parent: XastParent, isFilled = false): boolean {
  return parent.children.some((child) => {
    // What is defined for later use takes the color of the place of use.
    if (child.type !== 'element' || NOT_PAINT.test(child.name) || child.name === 'defs')
      return false;
    const filled =
      isFilled ||
      child.attributes.fill !== undefined ||
      (parent.type === 'element' && parent.attributes.fill !== undefined);
    if (FILLED.test(child.name) && !filled) return true;
    return usesDefaultFill(child, filled);
  });
}

function visit(element: XastElement, each: (element: XastElement) => void): void {
  each(element);
  for (const child of element.children) {
    if (child.type === 'element' && (!NOT_PAINT.test(child.name) || child.name === 'style')) {
      visit(child, each);
    }
  }
}
