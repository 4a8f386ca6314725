/**
 * Mixed colors. Source: CSS Color 5, 3 (`color-mix()`); CSS Color 4, 12.3 (premultiplied alpha).
 */
import { fromOklab, fromSrgbLinear, type Rgb, toOklab, toSrgbLinear } from './color-spaces.ts';

/** One of the two colors, with its share in percent if it is given. */
export interface MixPart {
  readonly color: Rgb;
  readonly alpha: number;
  readonly percent: number | undefined;
}

/** Color and alpha of a mix; `undefined` if the space is not supported. */
export function mixColors(
  space: string,
  first: MixPart,
  second: MixPart,
): { readonly color: Rgb; readonly alpha: number } | undefined {
  const convert = Object.hasOwn(SPACES, space) ? SPACES[space] : undefined;
  const shares = sharesOf(first.percent, second.percent);
  if (!convert || !shares) return undefined;
  const [to, from] = convert;
  const sum = shares[0] + shares[1];
  const [p, q] = [shares[0] / sum, shares[1] / sum];
  const alpha = first.alpha * p + second.alpha * q;
  const [a, b] = [to(first.color), to(second.color)];
  const mixed = a.map((value, index) => {
    const other = b[index] as number;
    return alpha === 0 ? 0 : (value * first.alpha * p + other * second.alpha * q) / alpha;
  }) as unknown as Rgb;
  return { color: from(mixed), alpha: alpha * Math.min(1, sum) };
}

function sharesOf(
  first: number | undefined,
  second: number | undefined,
): readonly [number, number] | undefined {
  const p = (first ?? 100 - (second ?? 50)) / 100;
  const q = (second ?? 100 - (first ?? 50)) / 100;
  return p + q > 0 ? [p, q] : undefined;
}

type Convert = (color: Rgb) => Rgb;

const same: Convert = (color) => color;

const SPACES: Readonly<Record<string, readonly [to: Convert, from: Convert]>> = {
  srgb: [same, same],
  'srgb-linear': [toSrgbLinear, fromSrgbLinear],
  oklab: [toOklab, fromOklab],
};
