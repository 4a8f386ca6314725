import type { XastRoot } from 'svgo';
import { parseColor, serializeColor } from '../svg/color.ts';
import { INITIAL, isInheritedProperty } from '../svg/inherit.ts';
import { elements, type Pass, pass } from './tree.ts';

const COLORS = /^(?:fill|stroke|color|stop-color|flood-color|lighting-color)$/;
/** Ways to write a color that not every renderer reads. */
const NEWER = /^\s*(?:hwb|(?:rgb|hsl)a?)\([^,]*\)\s*$/i;
const WIDE = /^\s*(inherit|initial|unset|revert|revert-layer)\s*$/i;

/**
 * Puts values in the place of the keywords that every property has, and colors that all know in the
 * place of newer spellings: as attributes, few optimizers and renderers know either.
 * Source: CSS Cascade 5, 7; CSS Color 4.
 *
 * `<g fill="red"><path fill="unset"/><path fill="initial"/></g>` →
 * `<g fill="red"><path/><path fill="black"/></g>`
 */
export function plainValues(): Pass {
  return pass('iconloom-plain-values', (root: XastRoot) => {
    for (const { attributes } of elements(root)) {
      for (const name in attributes) {
        const value = attributes[name] as string;
        if (COLORS.test(name) && NEWER.test(value)) {
          const color = parseColor(value);
          if (color) attributes[name] = serializeColor(color);
        }
        const keyword = WIDE.exec(value)?.[1]?.toLowerCase();
        if (keyword === undefined || !isInheritedProperty(name)) continue;
        // The page's color is what nobody said.
        if (keyword === 'initial' && name !== 'color') attributes[name] = INITIAL[name];
        else delete attributes[name];
      }
    }
  });
}
