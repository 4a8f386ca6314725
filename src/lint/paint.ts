import { Resvg } from '@resvg/resvg-js';
import type { Shape } from './shapes.ts';

/** Red, green, blue and opacity, 0 to 255. */
export type Rgba = readonly [red: number, green: number, blue: number, opacity: number];

const KNOWN = new Map<string, Rgba | undefined>();
/** The ways to write a color that the renderer reads as browsers do. */
const COLOR = /^(#[\da-f]{3,8}|[a-z]+|(rgb|hsl)a?\([-+\d.,%\s/deg]*\))$/i;
const LONGEST = 100;

/** What a color looks like, found by painting with it; `undefined` where that cannot be told. */
export function rgbaOf(color: string): Rgba | undefined {
  if (color.length > LONGEST || !COLOR.test(color)) return undefined;
  if (/^(none|currentcolor|inherit|initial|unset|revert|context-\w+)$/i.test(color))
    return undefined;
  if (KNOWN.has(color)) return KNOWN.get(color);
  // On blue of its own, an invalid color leaves the default, which is black.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><g fill="#123456"><rect width="1" height="1" fill="${color}"/></g></svg>`;
  const [red = 0, green = 0, blue = 0, opacity = 0] = new Resvg(svg, {
    font: { loadSystemFonts: false },
    logLevel: 'off',
  }).render().pixels;
  const rgba: Rgba = [red, green, blue, opacity];
  KNOWN.set(color, rgba);
  return rgba;
}

/** `#rrggbb`, with the opacity behind it where there is one. */
export function hexOf([red, green, blue, opacity]: Rgba): string {
  const parts = opacity === 255 ? [red, green, blue] : [red, green, blue, opacity];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** What a shape is painted with, where it is: as written, `currentColor` with its own color put in. */
export interface Paints {
  readonly fill?: string;
  readonly stroke?: string;
}

/** Areas that are filled and lines that are stroked; what is transparent is neither. */
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
