/**
 * SVGs in a copied text: the text itself if it is a file, an image as a data URL, or all outermost
 * `<svg>` elements of HTML, Markdown or code.
 */
export function svgsInText(text: string): readonly string[] {
  const dataUrl = svgOfDataUrl(text);
  if (dataUrl !== undefined) return [dataUrl];
  const elements = outermostSvgs(text);
  // A prolog may declare entities that the element needs.
  const isFile = /^\s*(?:<\?xml|<!--|<!doctype\s+svg|<svg[\s>])/i.test(text);
  if (isFile && elements.length < 2) return /<svg[\s>]/i.test(text) ? [text] : [];
  return elements.map(withNamespaces);
}

function outermostSvgs(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of text.matchAll(
    /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>|<\/svg\s*>/gi,
  )) {
    if (tag.endsWith('/>')) continue;
    if (!tag.startsWith('</')) {
      if (depth === 0) start = index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(text.slice(start, index + tag.length));
    }
  }
  return found;
}

/** Adds what HTML lets an `<svg>` leave out. */
function withNamespaces(svg: string): string {
  const isMissing = (name: string) => !new RegExp(`\\s${name}\\s*=`).test(svg);
  const declarations = [
    isMissing('xmlns') && ' xmlns="http://www.w3.org/2000/svg"',
    /\sxlink:/.test(svg) &&
      isMissing('xmlns:xlink') &&
      ' xmlns:xlink="http://www.w3.org/1999/xlink"',
  ].filter(Boolean);
  return svg.replace(/^<svg/i, (tag) => tag + declarations.join('')).replaceAll('&nbsp;', '&#160;');
}

/** `url("data:image/svg+xml,…")`, as style sheets contain it */
function svgOfDataUrl(text: string): string | undefined {
  const url = text
    .trim()
    .replace(/^url\(\s*/i, '')
    .replace(/^["']/, '');
  const [, parameters = ''] = /^data:image\/svg\+xml((?:;[^,;]*)*),/i.exec(url) ?? [];
  if (!/^data:image\/svg\+xml[;,]/i.test(url)) return undefined;
  const data = url.slice(url.indexOf(',') + 1).replace(/["')\s;]+$/, '');
  try {
    if (!/;base64$/i.test(parameters)) {
      return decodeURIComponent(data.replace(/%(?![\da-f]{2})/gi, '%25'));
    }
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
