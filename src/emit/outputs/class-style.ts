import { svgDataUrl } from '../../core/svg-data-url.ts';
import { symbolToSvg } from '../../core/symbol.ts';
import type { Icon } from '../../core/types.ts';

/** Declarations that show an icon on an empty element, property → value. */
export type ClassStyle = Readonly<Record<string, string>>;

/** Colors of icons that are drawn in the color of the text. */
const TEXT_COLORS = ['currentColor', '#000'];

/**
 * Checks if an icon is shown as a mask, which takes the text color: if it has that color, or is black,
 * as icons without a color are. All others are background images.
 */
export function isMask({ facts: { color, colors } }: Icon): boolean {
  return color === 'mono' && colors.every((each) => TEXT_COLORS.includes(each));
}

/**
 * Position and size of an image that has no size of its own, so that it fits itself into the element.
 * `contain` would round its size to whole pixels.
 */
export const FILLED = '0 0 / 100% 100% no-repeat';

/** CSS image of an icon, without a size of its own. */
export function dataImage({ id, plainSymbol }: Icon): string {
  return `url("${svgDataUrl(symbolToSvg(plainSymbol, id))}")`;
}

/** Declarations of the class of an icon, as high as the text. */
export function classStyle(icon: Icon): ClassStyle {
  const { width, height } = icon.facts;
  const image = `${dataImage(icon)} ${FILLED}`;
  return {
    display: 'inline-block',
    width: `${Number((width / height).toFixed(4))}em`,
    height: '1em',
    'vertical-align': '-0.125em',
    ...(isMask(icon) ? { background: 'currentColor', mask: image } : { background: image }),
  };
}
