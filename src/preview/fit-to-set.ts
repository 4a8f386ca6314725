import type { Icon } from '../core/types.ts';
import { createLintSource } from '../lint/lint-source.ts';
import { type ScaledSize, scaleSource } from '../lint/scale-source.ts';

/** Relation of the size of an icon to the size of the set. */
export type SizeMatch =
  /** The same, another shape, or the set has no size of its own. */
  | { readonly kind: 'none' }
  /** The same size in px in other units, as Inkscape writes mm. */
  | { readonly kind: 'units'; readonly scaled: string }
  /** Larger or smaller, with the same proportions. */
  | { readonly kind: 'scale'; readonly scaled: string; readonly size: ScaledSize };

/** Share of icons that must have the same size, and their smallest number. */
const MIN_SHARE = 0.75;
const MIN_ICONS = 3;
/** Largest relative difference of lengths that are meant to be equal. */
const TOLERANCE = 0.005;

/** Compares the size of a cleaned source with that of the set, and scales it if it can fit. */
export function matchSize(svg: string, icon: Icon, icons: readonly Icon[]): SizeMatch {
  const others = icons.filter(({ name }) => name !== icon.name);
  const size = commonSize(others);
  const [, , width = 0, height = 0] = icon.facts.viewBox.split(' ').map(Number);
  if (!size || (width === size.width && height === size.height)) return { kind: 'none' };
  if (!isClose(width / height, size.width / size.height)) return { kind: 'none' };
  const scaled = scaleSource(createLintSource(svg, icon), size);
  const isSameInPx =
    isClose(icon.facts.width, size.width) && isClose(icon.facts.height, size.height);
  return isSameInPx ? { kind: 'units', scaled } : { kind: 'scale', scaled, size };
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a / b - 1) <= TOLERANCE;
}

/** Size of the viewBox that most icons have; `undefined` if they do not agree. */
function commonSize(icons: readonly Icon[]): ScaledSize | undefined {
  const counts = new Map<string, number>();
  for (const { facts } of icons) counts.set(facts.viewBox, (counts.get(facts.viewBox) ?? 0) + 1);
  const [most, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  if (icons.length < MIN_ICONS || count < MIN_SHARE * icons.length) return undefined;
  const [x, y, width = 0, height = 0] = most.split(' ').map(Number);
  return x === 0 && y === 0 ? { width, height } : undefined;
}
