import { type Diagnostic, diagnose } from './diagnostics.ts';
import type { Limits } from './types.ts';

/**
 * Default limits of one icon. The largest of lucide, simple-icons, tabler, flag-icons,
 * logos and noto has 664 kB, 2,601 elements, 7 levels and 11 attributes on an element.
 */
export const LIMITS: Limits = {
  bytes: 5_000_000,
  elements: 10_000,
  depth: 200,
  attributes: 500,
  value: 100_000,
  drawn: 100_000,
  pixels: 20_000_000,
};

const LIMIT_DESCRIPTIONS: Readonly<Record<keyof Limits, string>> = {
  bytes: 'bytes of SVG',
  elements: 'elements',
  depth: 'levels of nested elements or brackets',
  attributes: 'attributes on one element',
  value: 'characters in one value, other than paths and bitmaps',
  drawn:
    'elements to draw, including what <use>, patterns and masks repeat and the cost of filters',
  pixels: 'pixels of embedded bitmaps',
};

/** Creates the diagnostic of an icon over a limit. */
export function tooLargeDiagnostic(file: string, limit: keyof Limits, limits: Limits): Diagnostic {
  const most = limits[limit].toLocaleString('en-US');
  return diagnose('too-large', { file, args: { most, what: LIMIT_DESCRIPTIONS[limit], limit } });
}
