import { hasElement } from '../source-text.ts';

/** Selectors that resvg knows: types, classes, ids, attributes, children, and `:first-child`. */
const KNOWN_SELECTOR = /^(?:[\w\s.#*>,-]|\[[^\]]*\]|:first-child)*$/;

/** Sizes that CSS gives to a shape, which it does not read. */
const GEOMETRY_IN_STYLE =
  /<(rect|circle|ellipse|image|use)\b[^<>]*style=["'](?:[^"']*;)?\s*(x|y|width|height|cx|cy|r|rx|ry)\s*:/;

/** To it no extension is known, and features are still looked at; on definitions neither is. */
const READS_CONDITIONS =
  /\srequiredFeatures\s*=|\srequiredExtensions\s*=\s*["'][^"']*(1999\/xhtml|1998\/Math)|<(svg|mask|pattern|symbol)\b[^<>]*\srequiredExtensions\s*=|<svg\b[^<>]*\ssystemLanguage\s*=/;

/** A first branch that is nothing to draw is none to it. */
const SWITCH_OF_OTHERS =
  /<switch\b[^<>]*>\s*<(?!\/|(g|a|svg|use|image|text|path|rect|circle|ellipse|line|polyline|polygon|foreignObject)\b)/;
/** Values that it reads otherwise or not at all: origins, keywords of every property, newer colors. */
const UNREAD =
  /transform-(?:origin|box)\s*[=:]|[\s;"'](?:rotate|scale|translate|clip-path)\s*:|[\s;]pathLength\s*=|[:="']\s*(?:unset|initial|revert(?:-layer)?)\s*[;"'}]|\b(?:color|color-mix|light-dark|lab|lch|oklab|oklch|hwb)\(|\b(?:rgb|hsl)a?\([^,)]*\)/i;

/**
 * Whether resvg draws a drawing as browsers do. It skips rules whose selectors it does not know,
 * and custom properties; such a drawing cannot be its own reference.
 */
export function canRender(svg: string): boolean {
  // It turns a root around the origin, where browsers turn it around its center.
  if (/<svg\b[^<>]*\stransform\s*[=:]|<svg\b[^<>]*style=["'][^"']*transform/.test(svg))
    return false;
  if (/var\(/.test(svg) || UNREAD.test(svg) || GEOMETRY_IN_STYLE.test(svg)) return false;
  // References it reads as they stand: no quotes, no escapes, no percent signs.
  if (/url\(\s*(["'\\]|&quot;|&apos;|#[^)"'<>]*[%\\])|href\s*=\s*["']\s*#[^"']*%/i.test(svg))
    return false;
  // Backgrounds it does not draw; of editors there is `enable-background`, which is none.
  if (/(?<![-\w])background(-color|-image)?\s*:/i.test(svg)) return false;
  // Of ids that repeat it takes the last, of links beside each other the older kind.
  if (repeatsIds(svg) || TWO_LINKS.test(svg)) return false;
  if (/url\(/i.test(svg.replaceAll('url(', ''))) return false;
  if (SYMBOL_WITH_SIZE.test(svg)) return false;
  // Text of elsewhere, which browsers have given up, and colors that an element has by itself.
  if (/<(\w+:)?tref\b|url\([^)]*\)\s+currentcolor|drop-shadow\(/i.test(svg)) return false;
  if (READS_CONDITIONS.test(svg) || SWITCH_OF_OTHERS.test(svg)) return false;
  if (!hasElement(svg, 'style')) return true;
  const css = [
    ...withoutAsides(svg).matchAll(/<(?:[\w-]+:)?style[^<>]*>([\s\S]*?)<\/(?:[\w-]+:)?style\s*>/g),
  ]
    .map(([, text = '']) => text.replace(/<!\[CDATA\[|\]\]>/g, '').replace(COMMENT, ' '))
    .join('');
  if (
    /@|transform|!\s*important|[\s;{](x|y|width|height|cx|cy|r|rx|ry|d)\s*:/i.test(css) ||
    /<style[^<>]*\smedia=/.test(svg)
  )
    return false;
  // Rules inside rules.
  if (/\{[^}]*\{/.test(css)) return false;
  const selectors = css
    .split('{')
    .slice(0, -1)
    .map((text) => text.slice(text.lastIndexOf('}') + 1).trim());
  return selectors.every((selector) => KNOWN_SELECTOR.test(selector));
}

/** One that holds quotes is read as selectors that it does not know. */
const COMMENT = /\/\*[^"']*?\*\//g;
const TWO_LINKS = /<[\w:-]+\b[^<>]*(\shref\s*=[^<>]*:href\s*=|:href\s*=[^<>]*\shref\s*=)/;
const SYMBOL_WITH_SIZE = /<(\w+:)?symbol\b[^<>]*\s(x|y|width|height|refX|refY|transform)\s*=/;

function repeatsIds(svg: string): boolean {
  const ids = new Set<string>();
  for (const [, , id = ''] of svg.matchAll(/\sid\s*=\s*(["'])(.*?)\1/gs)) {
    if (ids.has(id)) return true;
    ids.add(id);
  }
  return false;
}

/** Comments can hold any number of tags without ends. */
function withoutAsides(svg: string): string {
  return svg.replace(/<!--[\s\S]*?-->/g, '');
}
