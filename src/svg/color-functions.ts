/** Color functions. Source: CSS Color 4 and 5. */
import { computeMath } from './calc.ts';
import { type MixPart, mixColors } from './color-mix.ts';
import { spaceToSrgb } from './color-spaces.ts';
import { formatNumber, parseNumber } from './numbers.ts';
import { type Color, hexOf, rgb, serializeColor } from './rgb-color.ts';
import { splitTopLevel } from './split-top-level.ts';

/** Parser of the colors inside a function. */
type ParseColor = (text: string) => Color | undefined;

/** Parses a color function; `undefined` if browsers ignore it. */
export function parseColorFunction(
  name: string,
  args: string,
  parseColor: ParseColor,
): Color | undefined {
  if (/^(?:rgb|hsl)a?$|^(?:hwb|lab|lch|oklab|oklch)$|^color$/.test(name)) {
    return parseColorSpace(name, args) ?? parseRelativeColor(name, args, parseColor);
  }
  if (name === 'color-mix' || name === 'light-dark' || name === 'contrast-color') {
    return parseColorOfColors(name, args, parseColor);
  }
  return undefined;
}

/** Arguments of a color function, with the kind of separator. */
interface ColorArguments {
  readonly channels: readonly string[];
  readonly alpha: string | undefined;
  readonly hasCommas: boolean;
}

function parseArguments(args: string): ColorArguments | undefined {
  const commas = splitTopLevel(args, /,/);
  if (commas.length > 1) {
    const [first = '', second = '', third = '', alpha, ...more] = commas;
    return more.length > 0
      ? undefined
      : { channels: [first, second, third], alpha, hasCommas: true };
  }
  const [list = '', alpha, ...more] = splitTopLevel(args, /\//);
  if (more.length > 0) return undefined;
  const channels = splitTopLevel(list, /\s/).filter((text) => text !== '');
  return { channels, alpha, hasCommas: false };
}

/** Replaces math functions by numbers; `undefined` if one cannot be computed. */
function resolveMath({ channels, alpha, hasCommas }: ColorArguments): ColorArguments | undefined {
  const compute = (text: string) => (text.includes('(') ? computeMath(text) : text);
  const computedChannels = channels.map(compute);
  const share = alpha === undefined ? undefined : compute(alpha);
  if (computedChannels.includes(undefined) || (alpha !== undefined && share === undefined)) {
    return undefined;
  }
  return { channels: computedChannels as string[], alpha: share, hasCommas };
}

function parseColorSpace(name: string, args: string): Color | undefined {
  const parsedArguments = parseArguments(args);
  const parts = parsedArguments && resolveMath(parsedArguments);
  if (parsedArguments && !parts && isMathOnly(args)) {
    return { kind: 'function', text: `${name}(${args.trim()})`.toLowerCase() };
  }
  const alpha = parts && parseAlpha(parts);
  if (!parts || alpha === undefined) return undefined;
  const { channels, hasCommas } = parts;
  const [space, values] =
    name === 'color' ? [channels[0] ?? '', channels.slice(1)] : [name, channels];
  if (values.length !== 3 || (hasCommas && !/^(?:rgb|hsl)a?$/.test(name))) return undefined;
  const kind = space.toLowerCase().replace(/^(rgb|hsl)a$/, '$1');
  const color = spaceToSrgb(kind, values, hasCommas);
  if (color === undefined) return undefined;
  const list = values.join(hasCommas ? ',' : ' ');
  const inner = name === 'color' ? `${kind} ${list}` : list;
  const alphaSuffix = parts.alpha === undefined ? '' : `${hasCommas ? ',' : '/'}${parts.alpha}`;
  const text = `${name}(${inner}${alphaSuffix})`.toLowerCase();
  if (color === 'unknown') return { kind: 'function', text };
  if (!/^(rgb|hsl|hwb)$/.test(kind)) return rgb(color, { alpha, text, isLegacy: false });
  // Browsers store these as bytes, and not every renderer reads them without commas.
  const [red, green, blue] = color.map(Math.round) as [number, number, number];
  if (hasCommas) return rgb([red, green, blue], { alpha, text });
  const hex = hexOf({ red, green, blue, alpha: 1 });
  const share = formatNumber(Number(alpha.toFixed(4)));
  return rgb([red, green, blue], {
    alpha,
    text: alpha === 1 ? hex : `rgba(${red},${green},${blue},${share})`,
  });
}

/** Checks that there are only numbers, words and brackets; the CSS grammar is matched elsewhere. */
function isMathOnly(args: string): boolean {
  return /^[-+*/\w.%\s(),]+$/.test(args) && !/^\s*from\b/i.test(args) && isBalanced(args);
}

/** Parses an alpha; 1 if it is missing, `undefined` if it is invalid. */
function parseAlpha({ alpha: text, hasCommas }: ColorArguments): number | undefined {
  if (text === undefined) return 1;
  if (text.toLowerCase() === 'none') return hasCommas ? undefined : 0;
  const isPercent = text.endsWith('%');
  const number = parseNumber(isPercent ? text.slice(0, -1) : text);
  return number === undefined
    ? undefined
    : Math.min(1, Math.max(0, number / (isPercent ? 100 : 1)));
}

/** Parses `rgb(from red r g b / 50%)`; its value is left to the browser. */
function parseRelativeColor(name: string, args: string, parseColor: ParseColor): Color | undefined {
  const [, origin = '', rest = ''] =
    /^\s*from\s+(#\w+|[a-z]+(?:\([^()]*\))?)\s+([\s\S]+)$/i.exec(args) ?? [];
  if (origin === '' || !parseColor(origin)) return undefined;
  const isPlain =
    /^(?:[-+*/\d.%\s()]|\b(?:[a-z]|alpha|calc|none|deg|srgb|srgb-linear|display-p3|xyz)\b)+$/i;
  if (!isPlain.test(rest) || !isBalanced(rest)) return undefined;
  return { kind: 'function', text: `${name}(from ${origin} ${rest.trim()})`.toLowerCase() };
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Parses functions of other colors. */
function parseColorOfColors(name: string, args: string, parseColor: ParseColor): Color | undefined {
  const [first = '', ...others] = splitTopLevel(args, /,/);
  const isMix = name === 'color-mix';
  if (
    isMix &&
    !/^in\s+[a-z\d-]+(?:\s+(?:shorter|longer|increasing|decreasing)\s+hue)?$/i.test(first)
  ) {
    return undefined;
  }
  const colors = isMix ? others : [first, ...others];
  if (colors.length !== (name === 'contrast-color' ? 1 : 2)) return undefined;
  const parts = colors.map((each) => {
    const [, percentBefore = '', inner = '', percentAfter = ''] =
      /^(?:([\d.]+%)\s+)?([\s\S]*?)(?:\s+([\d.]+%))?$/.exec(each) ?? [];
    const color = parseColor(inner);
    const isWeighted = percentBefore !== '' || percentAfter !== '';
    if (!color || (isWeighted && !isMix) || (percentBefore !== '' && percentAfter !== ''))
      return undefined;
    return { color, share: percentBefore + percentAfter };
  });
  const [a, b] = parts;
  if (!a || parts.includes(undefined)) return undefined;
  const serializedColors = parts.map((part) =>
    part ? [serializeColor(part.color), part.share].join(' ').trim() : '',
  );
  const list = isMix ? [first.toLowerCase(), ...serializedColors] : serializedColors;
  const text = `${name}(${list.join(',')})`;
  const [from, to] = [toMixPart(a), b && toMixPart(b)];
  const mix = isMix && from && to && mixColors(first.slice(2).trim().toLowerCase(), from, to);
  return mix
    ? rgb(mix.color, { alpha: mix.alpha, text, isLegacy: false })
    : { kind: 'function', text };
}

/** Converts a color for mixing; `undefined` outside sRGB, where colors are already clipped. */
function toMixPart({ color, share }: { color: Color; share: string }): MixPart | undefined {
  if (color.kind !== 'rgb' || !color.isLegacy) return undefined;
  return {
    color: [color.red, color.green, color.blue],
    alpha: color.alpha,
    percent: share === '' ? undefined : Number(share.slice(0, -1)),
  };
}
