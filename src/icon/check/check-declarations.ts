/** Checks that declarations of a finished symbol do not refer to the page. */

/**
 * Properties whose `url(#…)` leads to an element of the same document. To all others it is an
 * address, relative to the page, which is requested. Source: SVG 2, 13 and 14; CSS Masking 1, 5.
 */
const ELEMENT_REFERENCE_PROPERTIES =
  /^(?:fill|stroke|filter|clip-path|offset-path|mask|mask-image|marker(?:-start|-mid|-end)?|-webkit-(?:filter|clip-path|mask|mask-image)|--.*)$/;
/** Properties that take an image, whose address a variable of the page can set. */
const IMAGE_PROPERTIES =
  /^(?:cursor|content|background|list-style|border-image|mask-border|shape-outside|-webkit-mask-box)/;
const ANIMATION = /^(?:-[a-z]+-)?animation(?:-name)?$/;
const ANIMATION_WORDS = new Set([
  ...['linear', 'ease', 'ease-in', 'ease-out', 'ease-in-out', 'step-start', 'step-end'],
  ...['infinite', 'normal', 'reverse', 'alternate', 'alternate-reverse', 'none', 'forwards'],
  ...['backwards', 'both', 'running', 'paused', 'auto', 'inherit', 'initial', 'unset', 'revert'],
  ...['revert-layer', 'replace', 'add', 'accumulate', 'important', 'scroll', 'view'],
]);
const DECLARATION = /([-\w]+)\s*:([^;{}]*)/g;

/**
 * Finds a reference of declarations to the page; `undefined` if there is none.
 *
 * @param css with escapes written out and comments left out
 * @param isScoped tests if a name is the symbol's own
 */
export function checkDeclarations(
  css: string,
  isScoped: (name: string) => boolean,
): string | undefined {
  for (const [, name = '', value = ''] of css.matchAll(DECLARATION)) {
    const property = name.toLowerCase();
    const problem = checkDeclaration(property, value, isScoped);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * Checks one declaration of a known property, such as that of an attribute, like {@link
 * checkDeclarations}.
 */
export function checkDeclaration(
  property: string,
  value: string,
  isScoped: (name: string) => boolean,
): string | undefined {
  if (/url\(/i.test(value) && !ELEMENT_REFERENCE_PROPERTIES.test(property))
    return `${property} refers to an external resource`;
  if (/var\(/i.test(value) && IMAGE_PROPERTIES.test(property))
    return `${property} refers to an external resource`;
  if (ANIMATION.test(property) && !areScopedAnimations(value, isScoped)) {
    return `${property} refers to keyframes outside of the icon`;
  }
  return undefined;
}

function areScopedAnimations(value: string, isScoped: (name: string) => boolean): boolean {
  let rest = value;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/[\w-]*\([^()]*\)/g, ' ');
  }
  const words = rest
    .split(/[\s,!()]+|(?<=[a-z])(?=[-+][\d.])/i)
    .filter((word) => word !== '' && !/^[-+]?\.?\d/.test(word));
  return words.every((word) => ANIMATION_WORDS.has(word.toLowerCase()) || isScoped(word));
}
