/**
 * Mixed colors. Source: CSS Color 5, 3 (`color-mix()`); CSS Color 4, 12.3 (premultiplied alpha).
 */
import {
  fromOklab,
  fromSrgbLinear,
  type RgbChannels,
  toOklab,
  toSrgbLinear,
} from './color-spaces.ts';

/** One of the two colors, with its share in percent if it is given. */
export interface MixPart {
  readonly color: RgbChannels;
  readonly alpha: number;
  readonly percent: number | undefined;
}

/** Color and alpha of a mix; `undefined` if the space is not supported. */
export function mixColors(
  space: string,
  first: MixPart,
  second: MixPart,
): { readonly color: RgbChannels; readonly alpha: number } | undefined {
  const convert = Object.hasOwn(MIX_SPACES, space) ? MIX_SPACES[space] : undefined;
  const weights = weightsOf(first.percent, second.percent);
  if (!convert || !weights) return undefined;
  const [to, from] = convert;
  const sum = weights[0] + weights[1];
  const [p, q] = [weights[0] / sum, weights[1] / sum];
  const alpha = first.alpha * p + second.alpha * q;
  const [a, b] = [to(first.color), to(second.color)];
  const mixed = a.map((value, index) => {
    const other = b[index] as number;
    return alpha === 0 ? 0 : (value * first.alpha * p + other * second.alpha * q) / alpha;
  }) as unknown as RgbChannels;
  return { color: from(mixed), alpha: alpha * Math.min(1, sum) };
}

function weightsOf(
  first: number | undefined,
  second: number | undefined,
): readonly [number, number] | undefined {
  const p = (first ?? 100 - (second ?? 50)) / 100;
  const q = (second ?? 100 - (first ?? 50)) / 100;
  return p + q > 0 ? [p, q] : undefined;
}

type ConvertColor = (color: RgbChannels) => RgbChannels;

const identity: ConvertColor = (color) => color;

const MIX_SPACES: Readonly<Record<string, readonly [to: ConvertColor, from: ConvertColor]>> = {
  srgb: [identity, identity],
  'srgb-linear': [toSrgbLinear, fromSrgbLinear],
  oklab: [toOklab, fromOklab],
};
