import type { XastElement, XastParent } from 'svgo';
import { byCodeUnit } from '../../core/names.ts';
import { parseColor } from '../../svg/color.ts';
import { ANIMATIONS, GRADIENTS } from '../../svg/elements.ts';
import { declarationsOf } from '../clean-style.ts';
import { ownText, type Pass, pass, svgElement, triggeredPass } from '../tree.ts';
import { CURRENT_COLOR, drawnPaints, type PropertyReader } from './drawn-paints.ts';
import { shadowColors } from './shadow-colors.ts';
import { TRAITS } from './tree-traits.ts';

const NON_PAINT_COLORS = ['stop-color', 'flood-color', 'lighting-color'] as const;
/** Elements whose colors are not visible, or only as luminance. */
const COLORLESS_ELEMENTS: ReadonlySet<string> = new Set(['mask', 'clipPath']);
const ANIMATED_COLOR = /^(?:fill|stroke|color|(?:stop|flood|lighting)-color)$/;

/**
 * Collects the colors that a finished icon paints with.
 *
 * @returns two passes: one for paints of shapes, and one for all other colors
 */
export function inspectColors(): readonly [
  colors: () => readonly string[],
  paints: Pass,
  otherColors: Pass,
] {
  const colors = new Set<string>();
  const add = (value: string) => {
    if (value === '' || value === 'none' || colors.has(value)) return;
    const color = value.trim().replace(/\s*!important$/, '');
    if (/^(?:url\(|context-)/.test(color) || color === '' || color === 'none') return;
    if (CURRENT_COLOR.test(color)) colors.add('currentColor');
    else if (!isInvisible(color)) colors.add(color);
  };

  function visit(parent: XastParent): void {
    for (const child of parent.children) {
      if (child.type === 'element') visitElement(child);
    }
  }

  /** Adds the colors that are not paints of shapes. */
  function visitElement(element: XastElement): void {
    const { name, attributes } = element;
    if (COLORLESS_ELEMENTS.has(name)) return;
    const properties = declaredOf(element);
    for (const property of NON_PAINT_COLORS) add(properties[property] ?? '');
    if (properties.filter?.includes('drop-shadow(')) shadowColors(properties.filter).forEach(add);
    if (name === 'stop' && properties['stop-color'] === undefined) add('#000');
    if (GRADIENTS.has(name)) colors.add('gradient');
    if (/^(image|feImage)$/.test(name)) colors.add('image');
    if (name === 'style') colorsOfStyleSheet(ownText(element)).forEach(add);
    if (ANIMATIONS.has(name) && ANIMATED_COLOR.test(attributes.attributeName ?? '')) {
      for (const values of ['values', 'from', 'to', 'by']) {
        (attributes[values] ?? '').split(';').forEach(add);
      }
    }
    visit(element);
  }

  return [
    () => [...colors].sort(byCodeUnit),
    pass('iconloom-inspect-colors', (root) => {
      const svg = svgElement(root);
      if (!svg) return;
      for (const { paint } of drawnPaints(svg, declaredOf)) add(paint);
    }),
    triggeredPass('iconloom-inspect-other-colors', { triggers: OTHER_COLORS }, (root) => {
      const svg = svgElement(root);
      if (svg) visitElement(svg);
    }),
  ];
}

const OTHER_COLORS =
  TRAITS.style |
  TRAITS.definition |
  TRAITS.otherElement |
  TRAITS.animation |
  TRAITS.effectColor |
  TRAITS.filter;

function isInvisible(color: string): boolean {
  if (OPAQUE_HEX.test(color)) return false;
  const parsed = parseColor(color);
  return parsed?.kind === 'rgb' && parsed.alpha === 0;
}

/** Most colors, which need no parser. */
const OPAQUE_HEX = /^#(?:[\da-f]{3}){1,2}$/i;

/** Properties as CSS reads them: the `style` attribute wins over the attribute of that name. */
const declaredOf: PropertyReader = ({ attributes }) => {
  const { style } = attributes;
  return style === undefined
    ? attributes
    : { ...attributes, ...Object.fromEntries(declarationsOf(style)) };
};

/** Colors of the remaining rules, which may apply at some time. */
function colorsOfStyleSheet(css: string): string[] {
  const declaration =
    /(?:^|[{;\s])(?:fill|stroke|color|(?:stop|flood|lighting)-color)\s*:([^;}]+)/g;
  return [...css.matchAll(declaration)].map(([, value = '']) => value);
}
