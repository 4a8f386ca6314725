import { SHAPES } from '../../../svg/elements.ts';
import { formatNumber, parseNumber } from '../../../svg/numbers.ts';
import { type ComputedStyle, inheritedValue } from './computed-style.ts';
import { lengthInPx } from './lengths.ts';
import type { ReferenceElement } from './nodes.ts';
import { outlineLength, outlineOf } from './shape-measures.ts';
import { Unsupported } from './unsupported.ts';

/** Scales dashes from the declared `pathLength` to the actual length. Source: SVG 2, 9.6.1. */
export function scaleDashes(
  element: ReferenceElement,
  style: ComputedStyle,
  output: Record<string, string>,
): void {
  const { pathLength } = element.attributes;
  const dashes = inheritedValue(style, 'stroke-dasharray');
  if (pathLength === undefined || !SHAPES.has(element.name)) return;
  const declared = parseNumber(pathLength.replace(/,\s*$/, '')) ?? 0;
  if (!(declared > 0) || /^none$/i.test(dashes)) {
    if (declared === 0 && !/^none$/i.test(dashes)) throw new Unsupported('a pathLength of 0');
    return;
  }
  const outline = outlineOf(element.name, (name) => output[name]);
  const factor = outlineLength(outline) / declared;
  const scale = (text: string): string => formatNumber(lengthInPx(text) * factor);
  output['stroke-dasharray'] = dashes
    .trim()
    .split(/[\s,]+/)
    .map(scale)
    .join(' ');
  output['stroke-dashoffset'] = scale(inheritedValue(style, 'stroke-dashoffset'));
}
