import { tokenTypes } from 'css-tree/tokenizer';
import { readDeclarations } from '../../svg/css/declarations.ts';
import { isRenderingProperty } from '../../svg/css/properties.ts';
import { type CssToken, closeBrackets, readTokens, writeTokens } from '../../svg/css/tokens.ts';
import { parseValue } from '../../svg/css/values.ts';

/** Conditions of style sheets that a sprite may contain; the sanitizer removes all others. */

/**
 * States, and positions among siblings. All other pseudo-classes depend on the page or are unknown.
 */
export const SAFE_PSEUDO_CLASSES: ReadonlySet<string> = new Set([
  ...['hover', 'active', 'focus', 'focus-within', 'focus-visible', 'target', 'link', 'visited'],
  ...['any-link', 'root', 'scope', 'empty', 'is', 'where', 'not', 'has', 'first-child'],
  ...['last-child', 'only-child', 'first-of-type', 'last-of-type', 'only-of-type', 'nth-child'],
  ...['nth-last-child', 'nth-of-type', 'nth-last-of-type'],
]);

/** Words of media queries. Source: Media Queries 5. */
const MEDIA_WORDS: ReadonlySet<string> = new Set([
  ...['all', 'screen', 'print', 'and', 'or', 'not', 'only', 'width', 'height', 'min-width'],
  ...['max-width', 'min-height', 'max-height', 'orientation', 'portrait', 'landscape'],
  ...['aspect-ratio', 'min-aspect-ratio', 'max-aspect-ratio', 'resolution', 'min-resolution'],
  ...['max-resolution', '-webkit-min-device-pixel-ratio', '-webkit-max-device-pixel-ratio'],
  ...['-webkit-device-pixel-ratio', 'prefers-color-scheme', 'light', 'dark', 'no-preference'],
  ...['prefers-reduced-motion', 'reduce', 'prefers-contrast', 'more', 'less', 'custom'],
  ...['prefers-reduced-transparency', 'prefers-reduced-data', 'forced-colors', 'active', 'none'],
  ...['inverted-colors', 'inverted', 'hover', 'any-hover', 'pointer', 'any-pointer', 'coarse'],
  ...['fine', 'color', 'color-gamut', 'srgb', 'p3', 'rec2020', 'dynamic-range', 'standard'],
  ...['high', 'monochrome', 'update', 'fast', 'slow', 'scripting', 'enabled', 'initial-only'],
  ...['grid', 'display-mode', 'fullscreen', 'standalone', 'browser', 'device-width'],
  ...['device-height', 'min-device-width', 'max-device-width', 'calc', 'infinite'],
]);

/** Checks if a media query contains only known features and values. */
export function isSafeMedia(query: string): boolean {
  if (/[^\w\s():,.<>=/%+*-]/.test(query)) return false;
  const words = query
    .replace(
      /(?<![\w-])[-+]?[\d.]+(?:%|r?em|ex|ch|px|cm|mm|q|in|p[tc]|v(?:w|h|min|max)|dpi|dpcm|dppx|x)?(?![\w-])/gi,
      ' ',
    )
    .match(/[-\w]*[a-z][-\w]*/gi);
  return (words ?? []).every((word) => MEDIA_WORDS.has(word.toLowerCase()));
}

const { Ident, LeftParenthesis, RightParenthesis, WhiteSpace } = tokenTypes;
const TRUE = '(fill:red)';
const FALSE = '(not (fill:red))';
/** Properties whose values are names, which must not stay. */
const FREE_FORM_PROPERTIES = /^(?:--|font(?:$|-family|-feature|-variation)|animation(?:$|-name))/;

/**
 * Writes a condition of `@supports` in canonical spelling; `undefined` if it tests anything except
 * rendering properties. Source: CSS Conditional 3, 6.
 *
 * `(FILL:RED) and (fill:Anna)` → `(fill:red) and (not (fill:red))`
 */
export function cleanSupports(condition: string): string | undefined {
  const tokens = closeBrackets(readTokens(condition));
  if (!tokens) return undefined;
  let css = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as CssToken;
    const close = token.type === LeftParenthesis ? closingParenthesis(tokens, at) : undefined;
    if (close !== undefined) {
      const cleaned = cleanSupportsTest(writeTokens(tokens.slice(at + 1, close)));
      if (cleaned === undefined) return undefined;
      css += cleaned;
      at = close;
    } else if (token.type === Ident && /^(?:and|or|not)$/i.test(token.value)) {
      css += ` ${token.value.toLowerCase()} `;
    } else if (token.type === LeftParenthesis || token.type === RightParenthesis) {
      css += token.value;
    } else if (token.type !== WhiteSpace) return undefined;
  }
  return css.trim();
}

/** Index of the closing bracket around a declaration, which begins with a property and a colon. */
function closingParenthesis(tokens: readonly CssToken[], open: number): number | undefined {
  const inside = tokens.slice(open + 1).filter(({ type }) => type !== WhiteSpace);
  if (inside[0]?.type !== Ident || inside[1]?.type !== tokenTypes.Colon) return undefined;
  let depth = 0;
  return tokens.findIndex((token, at) => {
    if (at < open) return false;
    if (token.type === LeftParenthesis || token.type === tokenTypes.Function) depth += 1;
    if (token.type === RightParenthesis) depth -= 1;
    return depth === 0;
  });
}

function cleanSupportsTest(text: string): string | undefined {
  const [declaration] = readDeclarations(text);
  if (!declaration || !isRenderingProperty(declaration.property)) return undefined;
  const { property, value } = declaration;
  const { text: parsed, outside, unsupported } = parseValue(property, value, 'declaration');
  if (outside.length + unsupported.length > 0) return undefined;
  if (parsed !== undefined && FREE_FORM_PROPERTIES.test(property)) return TRUE;
  return parsed === undefined ? FALSE : `(${property}:${parsed})`;
}
