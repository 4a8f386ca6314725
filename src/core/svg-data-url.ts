/**
 * Writes an SVG as a data URL, as short as browsers and XML allow. It encodes what would end the
 * URL or the attribute, and what a template engine of the page or its server could take for code:
 * all kinds of brackets, `$`, `@`, backslashes and backticks.
 */
export function svgDataUrl(svg: string): string {
  const quoted = svg.includes("'") ? svg : svg.replaceAll('"', "'");
  const encoded = quoted.replace(/[%#"<>&{}[\]$@\\^`|\s]|[^ -~]+/g, (text) =>
    text === ' ' ? text : encodeURIComponent(text),
  );
  return `${SVG_DATA_PREFIX}${encoded}`;
}

export const SVG_DATA_PREFIX = 'data:image/svg+xml,';

/** Checks if a value is an SVG as {@link svgDataUrl} writes it. */
export function isSvgDataUrl(value: string | undefined): boolean {
  return value?.startsWith(SVG_DATA_PREFIX) === true;
}

/** Decodes the SVG in a URL written by {@link svgDataUrl}; `undefined` if that is impossible. */
export function decodeSvgDataUrl(url: string): string | undefined {
  try {
    const text = decodeURIComponent(url.slice(SVG_DATA_PREFIX.length));
    return text.includes('"') ? text : text.replaceAll("'", '"');
  } catch {
    return undefined;
  }
}
