import type { XastElement, XastParent } from 'svgo';
import { byCodeUnit } from '../core/names.ts';
import { GRADIENTS, SHAPES } from '../svg/elements.ts';
import { type Inherited, inherit } from '../svg/inherit.ts';
import { declarationsOf } from './clean-style.ts';
import { isLine, type Pass, pass, svgElement, textContent } from './tree.ts';

/** '' for a fill that nobody set, which is black. */
type Paint = Inherited<'fill' | 'stroke'>;

const OWN_COLORS = ['stop-color', 'flood-color', 'lighting-color'] as const;
/** Whose colors are brightness or nothing at all. */
const NOT_PAINT: ReadonlySet<string> = new Set(['mask', 'clipPath']);
const NO_PAINT: ReadonlySet<string> = new Set(['none', 'transparent', '']);

/** Collects the colors that a finished drawing paints with. */
export function inspectColors(): readonly [colors: () => readonly string[], pass: Pass] {
  const colors = new Set<string>();
  const add = (value: string) => {
    const color = value.trim().replace(/\s*!important$/, '');
    if (/^(url\(|context-)/.test(color)) return;
    if (!NO_PAINT.has(color))
      colors.add(color.toLowerCase() === 'currentcolor' ? 'currentColor' : color);
  };

  function visit(parent: XastParent, inherited: Paint): void {
    for (const child of parent.children) {
      if (child.type === 'element') visitElement(child, inherited);
    }
  }

  function visitElement(element: XastElement, inherited: Paint): void {
    if (NOT_PAINT.has(element.name)) return;
    const own = declaredPaint(element);
    const paint = inherit(inherited, { fill: own('fill'), stroke: own('stroke') });
    if (SHAPES.has(element.name) || element.name === 'text') {
      if (!isLine(element)) add(paint.fill || '#000');
      add(paint.stroke);
    } else if (element.name === 'use') {
      add(paint.fill);
      add(paint.stroke);
    }
    for (const property of OWN_COLORS) add(own(property) ?? '');
    if (element.name === 'stop' && own('stop-color') === undefined) add('#000');
    if (GRADIENTS.has(element.name)) colors.add('gradient');
    if (/^(image|feImage)$/.test(element.name)) colors.add('image');
    if (element.name === 'style') colorsOfStyleSheet(textContent(element)).forEach(add);
    // What is defined for later use takes what is not said from the place of use.
    visit(element, /^(defs|symbol)$/.test(element.name) ? { fill: 'none', stroke: 'none' } : paint);
  }

  return [
    () => [...colors].sort(byCodeUnit),
    pass('iconloom-inspect-colors', (root) => {
      const svg = svgElement(root);
      if (svg) visitElement(svg, { fill: '', stroke: 'none' });
    }),
  ];
}

/** Reads a property as CSS does: the `style` attribute wins over the attribute of that name. */
function declaredPaint({ attributes }: XastElement): (property: string) => string | undefined {
  const { style } = attributes;
  const declarations = style === undefined ? undefined : declarationsOf(style);
  return (property) => declarations?.get(property) ?? attributes[property];
}

/** A rule that stays a rule may apply at some time, so its colors count. */
function colorsOfStyleSheet(css: string): string[] {
  const declaration =
    /(?:^|[{;\s])(?:fill|stroke|color|(?:stop|flood|lighting)-color)\s*:([^;}]+)/g;
  return [...css.matchAll(declaration)].map(([, value = '']) => value);
}
