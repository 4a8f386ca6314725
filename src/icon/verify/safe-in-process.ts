/**
 * Checks whether it is safe to render a source in this process. The renderer crashes if something
 * in a layer of its own, or very large, lies far outside the picture (seen with resvg-js 2.6.2),
 * and never returns for some filters and dashes. So only groups, shapes and gradients without
 * layers are safe, if their coordinates cannot get large.
 *
 * Errs on the safe side: a text that only looks unsafe is rendered in a child process.
 */
export function isSafeInProcess(source: string): boolean {
  // In a processing instruction, an apparent comment could hide an element.
  if (INSTRUCTION.test(source)) return false;
  const svg = source.includes('<!--') ? source.replace(COMMENT, '') : source;
  return (
    !UNSAFE_MARKUP.test(svg) && hasKnownElements(svg) && largestCoordinate(svg) < MAX_COORDINATE
  );
}

const INSTRUCTION = /<\?(?!xml\s)/i;
const COMMENT = /<!--[\s\S]*?-->/g;

/** Layers, dashes, style sheets, and spellings that can hide them. */
const UNSAFE_MARKUP =
  /(?<![-\w])(opacity|filter|mask|clip-path|isolation|mix-blend-mode|stroke-dasharray|marker[\w-]*)\b|[\\!]|&#|<!ENTITY/i;

const SAFE_ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'title', 'desc', 'metadata', 'path', 'rect', 'circle', 'ellipse'],
  ...['line', 'polyline', 'polygon', 'linearGradient', 'radialGradient', 'stop'],
]);

/** Checks that all elements are safe; nested `<svg>` elements are layers. */
function hasKnownElements(svg: string): boolean {
  let roots = 0;
  for (const [, name = ''] of svg.matchAll(/<([A-Za-z][^\s<>/]*)/g)) {
    if (!SAFE_ELEMENTS.has(name)) return false;
    if (name === 'svg') roots += 1;
  }
  return roots === 1;
}

/** Largest safe coordinate in px; coordinates of 2 ** 31 crash the process. */
const MAX_COORDINATE = 1e8;
/** Longest side of the pictures that are compared, doubled. */
const MAX_SIDE = 256;

/**
 * Upper bound of all coordinates in px: as if relative commands, attributes and all transforms of
 * the source added up.
 */
function largestCoordinate(svg: string): number {
  const numbers = largestNumber(svg);
  let scale = 1;
  for (const [, , value = ''] of svg.matchAll(/transform\s*[=:]\s*(["']?)([^"'<>]*)/gi)) {
    // Sines and tangents of a matrix of several functions multiply, too.
    scale *= Math.max(1, largestNumber(value).largest) ** Math.max(1, value.split('(').length - 1);
  }
  const [, , viewBox = ''] = /\sviewBox\s*=\s*(["'])([^"']*)/.exec(svg) ?? [];
  const [, , width = 0, height = 0] = viewBox.split(/[\s,]+/).map(Number);
  const viewBoxSide = Math.max(width, height) || 1;
  return numbers.largest * numbers.count * scale * Math.max(1, MAX_SIDE / viewBoxSide);
}

const NUMBER = /(?:\d*\.)?\d+(?:e[-+]?\d+)?/gi;

function largestNumber(text: string): { readonly largest: number; readonly count: number } {
  let [largest, count] = [0, 0];
  for (const [number] of text.matchAll(NUMBER)) {
    count += 1;
    // Not `max`: infinity is kept, and NaN counts as too large.
    const value = Number(number);
    if (!(value <= largest)) largest = value;
  }
  return { largest, count };
}
