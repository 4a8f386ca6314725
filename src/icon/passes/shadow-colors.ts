import type { XastElement } from 'svgo';
import { parseColor } from '../../svg/color.ts';
import { readStyle, writeStyle } from '../../svg/css/style-text.ts';
import { elements } from '../tree.ts';

/** Returns another color, or `undefined` to keep it. */
type ColorChange = (color: string) => string | undefined;

/**
 * Changes the colors of `drop-shadow()`. Colors of `<filter>` elements are resolved at the filter.
 */
export function changeShadowColors(svg: XastElement, change: ColorChange): void {
  for (const { attributes } of elements(svg)) {
    const { style, filter } = attributes;
    if (filter !== undefined) attributes.filter = changeShadows(filter, change);
    if (!style?.includes('drop-shadow(')) continue;
    const entries = readStyle(style).map(
      ([name, value]) => [name, changeShadows(value, change)] as const,
    );
    attributes.style = writeStyle(entries);
  }
}

/** Colors of the shadows in a value of `filter`. */
export function shadowColors(filter: string): readonly string[] {
  const colors: string[] = [];
  changeShadows(filter, (color) => void colors.push(color));
  return colors;
}

const SHADOW = /drop-shadow\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;
/** Keywords, lengths and functions between spaces. */
const PART = /(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g;

function changeShadows(filter: string, change: ColorChange): string {
  return filter.replace(SHADOW, (_, args: string) => {
    const changed = args.replace(PART, (part) => (parseColor(part) && change(part)) ?? part);
    return `drop-shadow(${changed})`;
  });
}
