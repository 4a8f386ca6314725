/**
 * Conversion of CSS color spaces to sRGB.
 *
 * Source: CSS Color 4, 7 to 10 and its sample code (matrices). Colors outside sRGB are clipped,
 * like in browsers on an sRGB screen.
 */
import { parseNumber } from './numbers.ts';

/** Red, green and blue, 0 to 255. */
export type RgbChannels = readonly [red: number, green: number, blue: number];

type Triple = readonly [number, number, number];

/** A channel: `none` is 0, a percentage a share of the range; NaN if it is invalid. */
function channel(text: string, range: number, percentOnly = false): number {
  if (text.toLowerCase() === 'none') return 0;
  if (text.endsWith('%')) return ((parseNumber(text.slice(0, -1)) ?? Number.NaN) / 100) * range;
  return percentOnly ? Number.NaN : (parseNumber(text) ?? Number.NaN);
}

const DEGREES_PER_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360,
};

/** Degrees. */
function hue(text: string): number {
  if (text.toLowerCase() === 'none') return 0;
  const [, number = '', unit = ''] = /^(.*?)(deg|grad|rad|turn)?$/i.exec(text) ?? [];
  return (parseNumber(number) ?? Number.NaN) * (DEGREES_PER_UNIT[unit.toLowerCase()] ?? Number.NaN);
}

type ReadChannels = (channels: readonly string[], isLegacy: boolean) => Triple;

/** Channels of one range each. */
const ranges =
  (x: number, y: number, z: number): ReadChannels =>
  ([a = '', b = '', c = '']) => [channel(a, x), channel(b, y), channel(c, z)];

const polar =
  (x: number, y: number): ReadChannels =>
  ([a = '', b = '', c = '']) => [channel(a, x), channel(b, y), hue(c)];

const hueFirst: ReadChannels = ([a = '', b = '', c = ''], isLegacy) => [
  hue(a),
  channel(b, 100, isLegacy),
  channel(c, 100, isLegacy),
];

/** Color spaces, with a reader of their channels and a conversion to sRGB. */
const COLOR_SPACES: Readonly<
  Record<string, readonly [read: ReadChannels, convert: ((value: Triple) => Triple) | 'unknown']>
> = {
  rgb: [ranges(255, 255, 255), (value) => map(value, (component) => component / 255)],
  hsl: [hueFirst, fromHsl],
  hwb: [hueFirst, fromHwb],
  srgb: [ranges(1, 1, 1), (value) => value],
  'srgb-linear': [ranges(1, 1, 1), (value) => map(value, encode)],
  'display-p3': [ranges(1, 1, 1), (value) => fromLinear(multiplyMatrix(P3, map(value, decode)))],
  oklab: [ranges(1, 0.4, 0.4), oklabToSrgb],
  oklch: [polar(1, 0.4), (value) => oklabToSrgb(fromPolar(value))],
  lab: [ranges(100, 125, 125), fromLab],
  lch: [polar(100, 150), (value) => fromLab(fromPolar(value))],
  'a98-rgb': [ranges(1, 1, 1), 'unknown'],
  'prophoto-rgb': [ranges(1, 1, 1), 'unknown'],
  rec2020: [ranges(1, 1, 1), 'unknown'],
  xyz: [ranges(1, 1, 1), 'unknown'],
  'xyz-d50': [ranges(1, 1, 1), 'unknown'],
  'xyz-d65': [ranges(1, 1, 1), 'unknown'],
};

/**
 * sRGB of the channels of a space; `undefined` if they are invalid, `unknown` if the conversion is
 * not supported.
 *
 * @param isLegacy true for comma syntax, which is stricter: all numbers or all percentages
 */
export function spaceToSrgb(
  space: string,
  channels: readonly string[],
  isLegacy: boolean,
): RgbChannels | 'unknown' | undefined {
  const entry = Object.hasOwn(COLOR_SPACES, space) ? COLOR_SPACES[space] : undefined;
  if (!entry) return undefined;
  const percents = channels.filter((text) => text.endsWith('%')).length;
  if (isLegacy && (/none/i.test(channels.join()) || (space === 'rgb' && percents % 3 !== 0))) {
    return undefined;
  }
  const [read, convert] = entry;
  const value = read(channels, isLegacy);
  if (!value.every(Number.isFinite)) return undefined;
  if (convert === 'unknown') return convert;
  return map(convert(value), (component) => 255 * clamp(component));
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

function map([a, b, c]: Triple, change: (value: number) => number): Triple {
  return [change(a), change(b), change(c)];
}

function multiplyMatrix([r, s, t]: readonly [Triple, Triple, Triple], [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(r), row(s), row(t)];
}

/** Transfer function of sRGB, which Display P3 shares. */
function encode(value: number): number {
  const magnitude = Math.abs(value);
  return magnitude > 0.0031308
    ? Math.sign(value) * (1.055 * magnitude ** (1 / 2.4) - 0.055)
    : 12.92 * value;
}

function decode(value: number): number {
  const magnitude = Math.abs(value);
  return magnitude > 0.04045
    ? Math.sign(value) * ((magnitude + 0.055) / 1.055) ** 2.4
    : value / 12.92;
}

const fromLinear = (value: Triple): Triple => map(value, encode);

const P3: readonly [Triple, Triple, Triple] = [
  [1.2249401762805598, -0.22494017628055996, 0],
  [-0.042056954709688163, 1.0420569547096881, 0],
  [-0.019637554590334432, -0.078636045550631889, 1.0982736001409663],
];

function fromHsl([h, saturation, lightness]: Triple): Triple {
  const [s, l] = [clamp(saturation / 100), clamp(lightness / 100)];
  const at = (n: number): number => {
    const k = (((n + h / 30) % 12) + 12) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [at(0), at(8), at(4)];
}

function fromHwb([h, whiteness, blackness]: Triple): Triple {
  const [w, b] = [clamp(whiteness / 100), clamp(blackness / 100)];
  if (w + b >= 1) return map([0, 0, 0], () => w / (w + b));
  return map(fromHsl([h, 100, 50]), (value) => value * (1 - w - b) + w);
}

function fromPolar([lightness, chroma, degrees]: Triple): Triple {
  const radians = (degrees * Math.PI) / 180;
  return [lightness, chroma * Math.cos(radians), chroma * Math.sin(radians)];
}

function oklabToSrgb([l, a, b]: Triple): Triple {
  const lms = multiplyMatrix(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    [l, a, b],
  );
  const cubed = map(lms, (value) => value ** 3);
  return fromLinear(
    multiplyMatrix(
      [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.707614701],
      ],
      cubed,
    ),
  );
}

/** Channels 0 to 1. */
export function toSrgbLinear(color: RgbChannels): RgbChannels {
  return map(color, (component) => decode(component / 255));
}

export function fromSrgbLinear(color: RgbChannels): RgbChannels {
  return map(color, (component) => 255 * clamp(encode(component)));
}

export function toOklab(color: RgbChannels): RgbChannels {
  const lms = multiplyMatrix(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    toSrgbLinear(color),
  );
  return multiplyMatrix(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    map(lms, Math.cbrt),
  );
}

export function fromOklab(color: RgbChannels): RgbChannels {
  return map(oklabToSrgb(color), (component) => 255 * clamp(component));
}

function fromLab([l, a, b]: Triple): Triple {
  const middle = (l + 16) / 116;
  const [epsilon, kappa] = [216 / 24389, 24389 / 27];
  const inverseCurve = (f: number): number => (f ** 3 > epsilon ? f ** 3 : (116 * f - 16) / kappa);
  const y = l > kappa * epsilon ? middle ** 3 : l / kappa;
  const d50: Triple = [
    0.9642956764 * inverseCurve(middle + a / 500),
    y,
    0.8251046025 * inverseCurve(middle - b / 200),
  ];
  const d65 = multiplyMatrix(
    [
      [0.955473421488075, -0.02309845494876471, 0.06325924320057072],
      [-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
      [0.012314014864481998, -0.020507649298898964, 1.330365926242124],
    ],
    d50,
  );
  return fromLinear(
    multiplyMatrix(
      [
        [3.2409699419045226, -1.537383177570094, -0.4986107602930034],
        [-0.9692436362808796, 1.8759675015077202, 0.04155505740717559],
        [0.05563007969699366, -0.20397695888897652, 1.0569715142428786],
      ],
      d65,
    ),
  );
}
