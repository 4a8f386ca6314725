import type { CatalogIcon } from '../emit/catalog-format.ts';

/** Size in px. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

type IconShape = Pick<CatalogIcon, 'width' | 'height'>;

/** Largest ratio of width to height that cells get wider for. */
const MAX_RATIO = 3;
/** Share of the icons, from the narrowest, that cells must show at full height. */
const SHARE = 0.75;

/** Size of an icon of a given height that is at most as wide as its cell; rounded to hundredths. */
export function sizeInCell(icon: IconShape, height: number, maxWidth: number): PixelSize {
  const ratio = ratioOf(icon);
  const width = Math.min(height * ratio, Math.max(height, maxWidth));
  return { width: round(width), height: round(width / ratio) };
}

/**
 * Ratio of width to height that cells have room for: 1 for square icons, up to 3 if a quarter of the
 * icons or more is wider, as in sets of logos.
 */
export function cellRatio(icons: readonly IconShape[]): number {
  const ratios = icons.map(ratioOf).sort((a, b) => a - b);
  const ratio = ratios[Math.floor(ratios.length * SHARE)] ?? 1;
  return Math.min(MAX_RATIO, Math.max(1, ratio));
}

function ratioOf({ width, height }: IconShape): number {
  const ratio = width / height;
  return Number.isFinite(ratio) && ratio > 0 ? ratio : 1;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
