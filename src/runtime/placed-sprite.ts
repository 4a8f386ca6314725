/** Contract between an inlined sprite and the elements that copy from it. */

/** Event of the document after symbols were added to the page or replaced. */
export const SPRITE_EVENT = 'iconloom:sprite';

/** Key of a symbol's style sheets, shared by all copies of this file. */
export const SHEET: unique symbol = Symbol.for('iconloom.sheet') as never;

/** A symbol whose style sheets, if any, the page has adopted. */
export interface StyledSymbol {
  [SHEET]?: readonly CSSStyleSheet[];
}
