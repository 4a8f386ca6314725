import { SHAPES } from '../../../svg/elements.ts';
import { formatNumber, parseNumber } from '../../../svg/numbers.ts';
import { type ComputedStyle, inheritedValue } from './computed-style.ts';
import { pxOf } from './lengths.ts';
import type { ReferenceElement } from './nodes.ts';
import { lengthOf, outlineOf } from './shape-measures.ts';
import { Unsupported } from './unsupported.ts';

/** Scales dashes from the declared `pathLength` to the actual length. Source: SVG 2, 9.6.1. */
export function scaleDashes(
  element: ReferenceElement,
  style: ComputedStyle,
  written: Record<string, string>,
): void {
  const { pathLength } = element.attributes;
  const dashes = inheritedValue(style, 'stroke-dasharray');
  if (pathLength === undefined || !SHAPES.has(element.name)) return;
  const declared = parseNumber(pathLength.replace(/,\s*$/, '')) ?? 0;
  if (!(declared > 0) || /^none$/i.test(dashes)) {
    if (declared === 0 && !/^none$/i.test(dashes)) throw new Unsupported('a pathLength of 0');
    return;
  }
  const outline = outlineOf(element.name, (name) => written[name]);
  const factor = lengthOf(outline) / declared;
  const scale = (text: string): string => formatNumber(pxOf(text) * factor);
  written['stroke-dasharray'] = dashes
    .trim()
    .split(/[\s,]+/)
    .map(scale)
    .join(' ');
  written['stroke-dashoffset'] = scale(inheritedValue(style, 'stroke-dashoffset'));
}
