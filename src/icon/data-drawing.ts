/**
 * Writes an SVG as a data URL, as short as browsers and XML allow. It encodes what would end the
 * URL or the attribute, and what a template engine of the page or its server could take for code:
 * all kinds of brackets, `$`, `@`, backslashes and backticks.
 */
export function drawingUrl(svg: string): string {
  const quoted = svg.includes("'") ? svg : svg.replaceAll('"', "'");
  const encoded = quoted.replace(/[%#"<>&{}[\]$@\\^`|\s]|[^ -~]+/g, (text) =>
    text === ' ' ? text : encodeURIComponent(text),
  );
  return `${DRAWING_PREFIX}${encoded}`;
}

export const DRAWING_PREFIX = 'data:image/svg+xml,';

/** Checks if a value is an SVG as {@link drawingUrl} writes it. */
export function isDrawingUrl(value: string | undefined): boolean {
  return value?.startsWith(DRAWING_PREFIX) === true;
}

/** Decodes the SVG in a URL written by {@link drawingUrl}; `undefined` if that is impossible. */
export function drawingOfUrl(url: string): string | undefined {
  try {
    const text = decodeURIComponent(url.slice(DRAWING_PREFIX.length));
    return text.includes('"') ? text : text.replaceAll("'", '"');
  } catch {
    return undefined;
  }
}
