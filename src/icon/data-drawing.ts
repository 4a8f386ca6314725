/**
 * A drawing as a data URL, as short as browsers and XML allow. Encoded are what would end the URL
 * or the attribute, and what a template engine of the page or its server could take for code: all
 * kinds of brackets, `$`, `@`, backslashes and backticks.
 */
export function drawingUrl(svg: string): string {
  const quoted = svg.includes("'") ? svg : svg.replaceAll('"', "'");
  const encoded = quoted.replace(/[%#"<>&{}[\]$@\\^`|\s]|[^ -~]+/g, (text) =>
    text === ' ' ? text : encodeURIComponent(text),
  );
  return `${DRAWING_PREFIX}${encoded}`;
}

export const DRAWING_PREFIX = 'data:image/svg+xml,';

/** Whether a value is a drawing as {@link drawingUrl} writes it. */
export function isDrawingUrl(value: string | undefined): boolean {
  return value?.startsWith(DRAWING_PREFIX) === true;
}

/** The text of a drawing as {@link drawingUrl} wrote it; `undefined` where it cannot be read. */
export function drawingOfUrl(url: string): string | undefined {
  try {
    const text = decodeURIComponent(url.slice(DRAWING_PREFIX.length));
    return text.includes('"') ? text : text.replaceAll("'", '"');
  } catch {
    return undefined;
  }
}
