import { parseColor } from '../../../svg/color.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { hexOf, type RgbColor } from '../../../svg/rgb-color.ts';
import { Unsupported } from './unsupported.ts';

/** System colors of Chromium in a light page. */
const SYSTEM_COLORS: Readonly<Record<string, string>> = {
  canvas: '#fff',
  canvastext: '#000',
  field: '#fff',
  fieldtext: '#000',
  window: '#fff',
  windowtext: '#000',
  background: '#fff',
  menutext: '#000',
  infotext: '#000',
  captiontext: '#000',
  mark: '#ff0',
  marktext: '#000',
};

/**
 * Resolves a color to a spelling that every renderer reads.
 *
 * @param current value of the property `color`; without it, `currentColor` stays
 * @throws {Unsupported} if its value is unknown
 */
export function resolveColor(text: string, current?: string): string {
  const color = parseColor(text);
  if (color?.kind === 'current') return current ?? 'currentColor';
  if (color?.kind === 'rgb') return writeRgb(color);
  if (color?.kind === 'system') {
    const systemColor = Object.hasOwn(SYSTEM_COLORS, color.text)
      ? SYSTEM_COLORS[color.text]
      : undefined;
    if (systemColor !== undefined) return systemColor;
  }
  const [, light] = /^light-dark\(((?:[^(),]|\([^()]*\))*),/i.exec(text.trim()) ?? [];
  if (light !== undefined) return resolveColor(light, current);
  const mixedColor = resolveColorMix(text, current);
  if (mixedColor !== undefined) return mixedColor;
  throw new Unsupported(`the color ${text.slice(0, 60)}`);
}

function writeRgb(color: RgbColor): string {
  const { red, green, blue, alpha } = color;
  if (alpha >= 1) return hexOf({ red, green, blue, alpha: 1 });
  const channels = [red, green, blue].map((channel) => Math.round(channel));
  return `rgba(${channels.join(',')},${formatNumber(Number(alpha.toFixed(4)))})`;
}

/** Resolves `color-mix(in srgb, …)`. Source: CSS Color 5, 3. */
function resolveColorMix(text: string, current: string | undefined): string | undefined {
  const part = '((?:[^(),]|\\([^()]*\\))+)';
  const [, first = '', second = ''] =
    new RegExp(`^color-mix\\(\\s*in\\s+srgb\\s*,${part},${part}\\)$`, 'i').exec(text.trim()) ?? [];
  if (first === '') return undefined;
  const [a, b] = [parseMixPart(first, current), parseMixPart(second, current)];
  if (!a || !b) return undefined;
  const share = a.share ?? (b.share === undefined ? 0.5 : 1 - b.share);
  const other = b.share ?? 1 - share;
  const sum = share + other;
  if (!(sum > 0)) return undefined;
  const [s, t] = [share / sum, other / sum];
  const alpha = a.color.alpha * s + b.color.alpha * t;
  const mix = (x: number, y: number) =>
    alpha === 0 ? 0 : (x * a.color.alpha * s + y * b.color.alpha * t) / alpha;
  return writeRgb({
    ...a.color,
    red: mix(a.color.red, b.color.red),
    green: mix(a.color.green, b.color.green),
    blue: mix(a.color.blue, b.color.blue),
    alpha: alpha * Math.min(1, sum),
  });
}

function parseMixPart(
  text: string,
  current: string | undefined,
): { readonly color: RgbColor; readonly share: number | undefined } | undefined {
  const [, percentBefore, inner = '', percentAfter] =
    /^\s*(?:([\d.]+)%\s+)?([\s\S]*?)(?:\s+([\d.]+)%)?\s*$/.exec(text) ?? [];
  const color = parseColor(resolveColor(inner, current));
  const percent = percentBefore ?? percentAfter;
  if (color?.kind !== 'rgb') return undefined;
  return { color, share: percent === undefined ? undefined : Number(percent) / 100 };
}

/** Finds the id to write for a referenced id; `undefined` if there is no target. */
export type FindReference = (fragment: string) => string | undefined;

const REFERENCE = /^url\(([^()]*)\)\s*([\s\S]*)$/;

/**
 * Resolves a paint to a spelling that every renderer reads. Source: SVG 2, 13.2.
 *
 * @param current value of the property `color`; without it, `currentColor` stays
 */
export function resolvePaint(text: string, find: FindReference, current?: string): string {
  if (/^(?:none|context-fill|context-stroke)$/i.test(text)) return text.toLowerCase();
  const [, target, rest = ''] = REFERENCE.exec(text) ?? [];
  if (target === undefined) return resolveColor(text, current);
  const id = find(target);
  const fallback = rest === '' ? 'none' : resolvePaint(rest, find, current);
  if (id === undefined) return fallback;
  return rest === '' ? `url(#${id})` : `url(#${id}) ${fallback}`;
}

/** Id of the only reference of a value; `undefined` if there is no target. */
export function resolveReference(
  text: string,
  find: FindReference,
  property: string,
): string | undefined {
  if (/^none$/i.test(text)) return undefined;
  const [, target, rest] = REFERENCE.exec(text) ?? [];
  if (target === undefined || rest !== '')
    throw new Unsupported(`${property}: ${text.slice(0, 60)}`);
  return find(target);
}

/**
 * Resolves references and shadow colors of a filter list; `undefined` for none.
 *
 * @param current value of the property `color`
 */
export function resolveFilter(
  text: string,
  find: FindReference,
  current: string,
): string | undefined {
  if (/^none$/i.test(text)) return undefined;
  const functions = text.match(/[-\w]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g) ?? [];
  const filters = functions.map((each) => {
    const [, target] = /^url\(([^()]*)\)$/.exec(each) ?? [];
    if (target !== undefined) {
      const id = find(target);
      return id === undefined ? '' : `url(#${id})`;
    }
    const [, args] = /^drop-shadow\(([\s\S]*)\)$/.exec(each) ?? [];
    return args === undefined ? each : resolveShadow(args, current);
  });
  return filters.join(' ').trim() || undefined;
}

function resolveShadow(args: string, current: string): string {
  const lengths = args.match(/(?<![\w(#.,/-])[-+]?(?:\d*\.)?\d+(?:e[-+]?\d+)?[a-z]*(?![\w(),])/gi);
  const outside = args.replace(/[-\w]+\((?:[^()]|\([^()]*\))*\)|#\w+/g, ' ');
  const sizes = outside.match(/[-+]?(?:\d*\.)?\d+(?:e[-+]?\d+)?(?:[a-z]+)?/gi) ?? lengths ?? [];
  const color =
    /[-\w]+\((?:[^()]|\([^()]*\))*\)|#\w+|(?<![-\w.])[a-z][a-z]+/i.exec(args)?.[0] ??
    'currentcolor';
  return `drop-shadow(${sizes.join(' ')} ${resolveColor(color, current)})`;
}
