import { symbolToSvg } from '../../core/symbol.ts';
import type { SvgoOptions } from '../svgo/plugin-order.ts';
import { type TransformOptions, type TriedIcon, tryTransformIcon } from '../transform.ts';
import { pathDigits } from './digits.ts';
import type { Rounding } from './grid.ts';
import { roundPathData } from './round-path.ts';

/**
 * Rounds the paths of an optimized icon and optimizes its symbol again, as if it had been taken from
 * a sprite. So a build of the result leaves it as it is.
 *
 * @returns `undefined` if that changes more than numbers, or makes it no smaller
 */
export async function roundIcon(
  icon: TriedIcon,
  rounding: Rounding,
  options: TransformOptions,
): Promise<TriedIcon | undefined> {
  let rounded: TriedIcon | undefined = icon;
  // svgo writes a cubic curve as a quadratic one, whose control point is then off the grid.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    rounded = await roundOnce(rounded, rounding, options);
    if (!rounded || rounded.symbol.length >= icon.symbol.length) return undefined;
    if (pathDigits(rounded.plainSymbol) <= rounding.maxDigits) return rounded;
  }
  return undefined;
}

const MAX_ROUNDS = 4;

/**
 * Optimizes a rounded icon until that leaves it as it is. Rarely, paths that touch are merged only
 * then, since svgo adds up their relative coordinates.
 *
 * @returns the icon itself if nothing changes, `undefined` if it never becomes stable
 */
export async function settleIcon(
  icon: TriedIcon,
  options: TransformOptions,
): Promise<TriedIcon | undefined> {
  // A single path merges with none.
  if (icon.plainSymbol.indexOf('<path') === icon.plainSymbol.lastIndexOf('<path')) return icon;
  let settled = icon;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = await optimizeAgain(settled, settled.plainSymbol, options);
    if (next?.symbol === settled.symbol) return settled;
    if (!next) return undefined;
    settled = next;
  }
  return undefined;
}

function roundOnce(
  icon: TriedIcon,
  rounding: Rounding,
  options: TransformOptions,
): Promise<TriedIcon | undefined> {
  const rounded = icon.plainSymbol.replace(
    PATH_DATA,
    (_, before: string, d: string) => `${before}${roundPathData(d, rounding)}"`,
  );
  return optimizeAgain(icon, rounded, options);
}

/** Optimizes a symbol as if it had been taken from a sprite; `undefined` if it becomes a different one. */
async function optimizeAgain(
  icon: TriedIcon,
  plainSymbol: string,
  options: TransformOptions,
): Promise<TriedIcon | undefined> {
  const { id, svgo } = options;
  const { value, diagnostics } = await tryTransformIcon(
    symbolToSvg(plainSymbol, id, icon.source.sizeAttributes),
    { ...options, ...(svgo && { svgo: withoutPlugins(svgo) }) },
  );
  if (!value || diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const { symbol, facts } = value;
  if (facts.form !== icon.facts.form || facts.viewBox !== icon.facts.viewBox) return undefined;
  return { ...icon, symbol, plainSymbol: value.plainSymbol };
}

const PATH_DATA = /(<path\b[^<>]*?\sd=")([^"<>]*)"/g;

/** Cached, since svgo's passes are cached by the object of their options. */
const cache = new WeakMap<SvgoOptions, SvgoOptions>();

/** Options without plugins of the user, which have run already. */
function withoutPlugins(svgo: SvgoOptions): SvgoOptions {
  if (!svgo.plugins) return svgo;
  const { plugins: _, ...rest } = svgo;
  const options = cache.get(svgo) ?? rest;
  cache.set(svgo, options);
  return options;
}

/** Digits of svgo if no option sets them. */
export const DEFAULT_DIGITS = 3;
