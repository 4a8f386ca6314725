import type { RgbChannels } from './color-spaces.ts';

/** A color with a value in sRGB: channels 0 to 255, not rounded, alpha 0 to 1. */
export interface RgbColor {
  readonly kind: 'rgb';
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
  /** Normalized spelling. */
  readonly text: string;
  /** True if every browser and renderer reads the spelling: names, hex, `rgb()` and `hsl()`. */
  readonly isLegacy: boolean;
}

export type Color =
  | RgbColor
  /** The value of the property `color`. */
  | { readonly kind: 'current' }
  /** A system color, by its keyword in lower case. */
  | { readonly kind: 'system'; readonly text: string }
  /** A valid function whose value is left to the browser. */
  | { readonly kind: 'function'; readonly text: string };

/**
 * Writes the canonical spelling of a color: names and hex in lower case, `rgb()`, `hsl()` and
 * `hwb()` as all renderers read them, other valid functions normalized.
 */
export function serializeColor(color: Color): string {
  return color.kind === 'current' ? 'currentColor' : color.text;
}

/** Writes `#rrggbb`, or `#rgb` if that is the same, with alpha digits if it is not opaque. */
export function hexOf({ red, green, blue, alpha }: Omit<RgbColor, 'kind' | 'text' | 'isLegacy'>) {
  const bytes = [red, green, blue, ...(alpha < 1 ? [alpha * 255] : [])];
  const pairs = bytes.map((byte) =>
    Math.min(255, Math.max(0, Math.round(byte)))
      .toString(16)
      .padStart(2, '0'),
  );
  const isShort = pairs.every(([high, low]) => high === low);
  return `#${pairs.map((pair) => (isShort ? pair.charAt(0) : pair)).join('')}`;
}

/** Options of {@link rgb}. */
interface RgbOptions {
  /** 0 to 1. Default: 1. */
  readonly alpha?: number;
  /** Normalized spelling. */
  readonly text: string;
  /** Default: true. */
  readonly isLegacy?: boolean;
}

export function rgb(
  [red, green, blue]: RgbChannels,
  { alpha = 1, text, isLegacy = true }: RgbOptions,
): RgbColor {
  return { kind: 'rgb', red, green, blue, alpha, text, isLegacy };
}
