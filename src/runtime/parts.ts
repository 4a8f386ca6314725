import type { IconSet } from './icon-set.ts';
import type { IconColors, IconOptions } from './props.ts';

/** The class that `rtl.css` mirrors. */
export const MIRRORED = 'iconloom-rtl';

/** Value of `<use href>`; `undefined` for a name that is missing, or that the set cannot link to. */
export function hrefOf(set: IconSet, name: string): string | undefined {
  try {
    return name ? set.iconHref(name as never) : undefined;
  } catch {
    // A missing icon is better than a page that fails to render.
    return undefined;
  }
}

/** The class of an icon that mirrors in right-to-left text. */
export function mirrorClass(
  { directional }: IconSet,
  { name, flip }: Pick<IconOptions<string>, 'name' | 'flip'>,
): string | undefined {
  const mirrors = flip ? flip === 'rtl' : directional?.includes(name);
  return mirrors ? MIRRORED : undefined;
}

/** ARIA attributes: the label of an icon, or hidden when it is decorative. */
export function ariaAttributes(
  { label, title }: Pick<IconOptions<string>, 'label' | 'title'>,
  given: { readonly [key: string]: unknown },
): Record<string, string> {
  if (label) return { role: 'img', 'aria-label': label };
  return title || given['aria-label'] || given['aria-labelledby']
    ? { role: 'img' }
    : { 'aria-hidden': 'true' };
}

/** CSS declarations for `color`, property to value. */
export function colorStyle(color: string | IconColors | undefined): Record<string, string> {
  if (typeof color === 'string') return { color };
  return Object.fromEntries(
    Object.entries(color ?? {}).map(([key, value]) => [
      `--icon-${Array.isArray(color) ? +key + 1 : key}`,
      value,
    ]),
  );
}

/** Text of {@link colorStyle} for a style attribute; a value cannot end its declaration. */
export function colorText(color: string | IconColors | undefined): string {
  return Object.entries(colorStyle(color))
    .map(([property, value]) => `${property}:${String(value).replace(/[;{}]/g, ' ')}`)
    .join(';');
}
