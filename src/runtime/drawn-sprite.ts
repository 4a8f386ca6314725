/** What a sprite that lies in the page tells the elements that copy from it. */

/** Sent to the document when symbols have been put into the page or replaced there. */
export const SPRITE_EVENT = 'iconloom:sprite';

/** Where a symbol in the page keeps its style sheets. Known by name to every copy of this file. */
export const SHEET: unique symbol = Symbol.for('iconloom.sheet') as never;

/** A symbol whose style sheets, if any, the page has adopted. */
export interface Styled {
  [SHEET]?: readonly CSSStyleSheet[];
}
