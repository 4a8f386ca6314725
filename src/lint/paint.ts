import { parseColor } from '../svg/color.ts';
import type { Shape } from './shapes.ts';

/** Red, green, blue and opacity, 0 to 255. */
export type Rgba = readonly [red: number, green: number, blue: number, opacity: number];

/** RGBA value of a color; `undefined` if it depends on the page. */
export function rgbaOf(color: string): Rgba | undefined {
  const known = parseColor(color);
  if (known?.kind !== 'rgb') return undefined;
  const [red, green, blue, opacity] = [known.red, known.green, known.blue, known.alpha * 255].map(
    Math.round,
  );
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
export interface Paints {
  readonly fill?: string;
  readonly stroke?: string;
}

/** Determines the visible fill and stroke of a shape; transparent paints are missing. */
export function paintsOf({ look, isOff, element }: Shape): Paints {
  if (isOff || look.visibility !== 'visible') return {};
  const fill = element.name === 'line' ? undefined : paintOf(look, 'fill');
  const stroke =
    Number.parseFloat(look['stroke-width']) === 0 ? undefined : paintOf(look, 'stroke');
  return { ...(fill !== undefined && { fill }), ...(stroke !== undefined && { stroke }) };
}

function paintOf(look: Shape['look'], kind: 'fill' | 'stroke'): string | undefined {
  const value = look[kind];
  if (/^none$/i.test(value) || Number.parseFloat(look[`${kind}-opacity`]) === 0) return undefined;
  const isOwn = /^currentcolor$/i.test(value) && look.color !== '';
  const color = isOwn ? look.color : value;
  return rgbaOf(color)?.[3] === 0 ? undefined : color;
}
