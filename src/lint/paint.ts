import { parseColor } from '../svg/color.ts';
import type { Shape } from './shapes.ts';

/** Red, green, blue and opacity, 0 to 255. */
export type Rgba = readonly [red: number, green: number, blue: number, opacity: number];

/** RGBA value of a color; `undefined` if it depends on the page. */
export function rgbaOf(color: string): Rgba | undefined {
  const parsed = parseColor(color);
  if (parsed?.kind !== 'rgb') return undefined;
  const [red, green, blue, opacity] = [
    parsed.red,
    parsed.green,
    parsed.blue,
    parsed.alpha * 255,
  ].map(Math.round);
  return [red, green, blue, opacity] as Rgba;
}

/** Writes `#rrggbb`, or `#rrggbbaa` if the color is not opaque. */
export function hexOf([red, green, blue, opacity]: Rgba): string {
  const parts = opacity === 255 ? [red, green, blue] : [red, green, blue, opacity];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Visible fill and stroke of a shape as written, with `currentColor` resolved if the drawing sets
 * `color`.
 */
export interface ShapePaints {
  readonly fill?: string;
  readonly stroke?: string;
}

/** Determines the visible fill and stroke of a shape; transparent paints are missing. */
export function paintsOf({ style, isHidden, element }: Shape): ShapePaints {
  if (isHidden || style.visibility !== 'visible') return {};
  const fill = element.name === 'line' ? undefined : paintOf(style, 'fill');
  const stroke =
    Number.parseFloat(style['stroke-width']) === 0 ? undefined : paintOf(style, 'stroke');
  return { ...(fill !== undefined && { fill }), ...(stroke !== undefined && { stroke }) };
}

function paintOf(style: Shape['style'], kind: 'fill' | 'stroke'): string | undefined {
  const value = style[kind];
  if (/^none$/i.test(value) || Number.parseFloat(style[`${kind}-opacity`]) === 0) return undefined;
  const isCurrentColor = /^currentcolor$/i.test(value) && style.color !== '';
  const color = isCurrentColor ? style.color : value;
  return rgbaOf(color)?.[3] === 0 ? undefined : color;
}
