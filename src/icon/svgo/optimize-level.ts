import type { PresetDefaultOverrides } from 'svgo';
import { TextCache } from '../../core/text-cache.ts';
import { parseViewBox } from '../../svg/view-box.ts';

/** Extent to which svgo's preset runs. */
export interface OptimizeLevel {
  /** Text for the diagnostic, after “it was”. */
  readonly about: string;
  /** `false`: no pass of svgo runs. */
  readonly preset:
    | false
    | { readonly floatPrecision?: number; readonly overrides?: PresetDefaultOverrides };
}

/** Passes that rebuild shapes from others; all other passes only shorten or drop. */
export const REBUILDING_PLUGINS: PresetDefaultOverrides = {
  collapseGroups: false,
  convertEllipseToCircle: false,
  convertPathData: false,
  convertShapeToPath: false,
  convertTransform: false,
  mergePaths: false,
  moveElemsAttrsToGroup: false,
  moveGroupAttrsToElems: false,
  removeHiddenElems: false,
  removeUnknownsAndDefaults: false,
  removeUselessStrokeAndFill: false,
};

/** First level for every icon. */
export const DEFAULT_LEVEL: OptimizeLevel = { about: 'optimized as usual', preset: {} };

/** Last level: only the passes of iconloom run. */
export const UNOPTIMIZED: OptimizeLevel = { about: 'cleaned but not optimized', preset: false };

/** Levels to try next, each with fewer optimizations, until the picture is the same. */
export const FALLBACK_LEVELS: readonly OptimizeLevel[] = [
  { about: 'optimized with more digits', preset: { floatPrecision: 6 } },
  {
    about: 'optimized without rebuilding shapes and groups',
    preset: { floatPrecision: 6, overrides: REBUILDING_PLUGINS },
  },
  UNOPTIMIZED,
];

/** Digits that express a thousandth of a unit when an icon is shown at 24 px. */
const DEFAULT_DIGITS = 3;
const DEFAULT_SIDE = 24;

/** Adapts a level to a source: a small viewBox needs more digits. */
export function levelFor(svg: string, level: OptimizeLevel): OptimizeLevel {
  const { about, preset } = level;
  if (!preset) return level;
  const [, written = ''] = /<svg\b[^<>]*\sviewBox\s*=\s*["']([^"']*)/.exec(svg) ?? [];
  const extraDigits =
    extraDigitsCache.get(written) ?? extraDigitsCache.set(written, extraDigitsFor(written));
  const floatPrecision = extraDigits > 0 ? DEFAULT_DIGITS + extraDigits : 0;
  if (floatPrecision <= (preset.floatPrecision ?? 0)) return level;
  return { about, preset: { ...preset, floatPrecision } };
}

/** Cached digits by viewBox, since most sets have one. */
const extraDigitsCache = new TextCache<number>({ entries: 1000, length: 50 });

function extraDigitsFor(viewBox: string): number {
  const { width, height } = parseViewBox(viewBox) ?? { width: 0, height: 0 };
  const side = Math.max(width, height);
  return side > 0 ? Math.ceil(Math.log10(DEFAULT_SIDE / side) - 0.5) : 0;
}
