import type { XastElement } from 'svgo';
import type { Limits } from '../../core/types.ts';
import { parseNumberList } from '../../svg/numbers.ts';
import { LimitError } from '../source/limits.ts';
import { type Pass, pass, svgElement } from '../tree.ts';
import { drawnParts, elementsById } from './drawn-parts.ts';
import { maxScales } from './drawn-scale.ts';

/** Number of elements that an element draws, and their depth, through references too. */
interface DrawnExtent {
  readonly count: number;
  readonly depth: number;
}

/**
 * Rejects icons that expand too far: ten levels of ten `<use>` each draw ten thousand million
 * elements. Runs before anything follows references, as renderers do.
 */
export function limitDrawnElements(
  limits: Limits,
  drawnOf: ImageElementCount,
): readonly [drawn: () => number, pass: Pass] {
  let drawn = 0;
  const limit = pass('iconloom-limit-drawn', (root) => {
    const svg = svgElement(root);
    if (!svg) return;
    const { count, depth } = extentOf(svg, { scaleAt: scalesOf(svg), drawnOf });
    drawn = count;
    if (count > limits.drawn) throw new LimitError('drawn');
    if (depth > limits.depth) throw new LimitError('depth');
  });
  return [() => drawn, limit];
}

/** Scales of elements, computed when the first is needed: few icons have such filters. */
function scalesOf(svg: XastElement): CostOptions['scaleAt'] {
  let scales: CostOptions['scaleAt'] | undefined;
  return (element) => {
    scales ??= maxScales(svg, COMPARED_SIDE);
    return scales(element);
  };
}

/** Elements that an image draws, by its URL. */
type ImageElementCount = (url: string) => number;

/** Context that the cost of an element depends on. */
interface CostOptions {
  /** Pixels of the pictures that are compared, for one unit of the element. */
  readonly scaleAt: (element: XastElement) => number;
  readonly drawnOf: ImageElementCount;
}

function extentOf(svg: XastElement, costOptions: CostOptions): DrawnExtent {
  const unreferencedCount = countUnreferenced(svg, costOptions);
  // Without ids, each element is drawn once; the depth of the tree was checked before.
  if (unreferencedCount !== undefined) return { count: unreferencedCount, depth: 0 };
  const byId = elementsById(svg);
  const extents = new Map<XastElement, DrawnExtent>();
  const visited = new Set<XastElement>();
  const stack = [svg];
  for (let element = stack.at(-1); element; element = stack.at(-1)) {
    const parts = drawnParts(element, byId);
    if (!visited.has(element)) {
      visited.add(element);
      // Visited targets that are not done are circular references, which draw nothing.
      stack.push(...parts.map(({ target }) => target).filter((target) => !visited.has(target)));
      continue;
    }
    stack.pop();
    if (extents.has(element)) continue;
    let [count, depth] = [costOf(element, costOptions), 0];
    for (const { target, times } of parts) {
      const part = extents.get(target);
      if (!part) continue;
      count += part.count * times;
      depth = Math.max(depth, part.depth);
    }
    extents.set(element, { count, depth: depth + 1 });
  }
  return extents.get(svg) as DrawnExtent;
}

const IMAGE = /^(image|feImage)$/;

/** Number of elements, the root too; `undefined` if one below it has an id. */
function countUnreferenced(element: XastElement, costOptions: CostOptions): number | undefined {
  const { name, children } = element;
  let count = IMAGE.test(name) ? costOf(element, costOptions) : 1;
  for (const child of children) {
    if (child.type !== 'element') continue;
    if (child.attributes.id !== undefined) return undefined;
    const inner = countUnreferenced(child, costOptions);
    if (inner === undefined) return undefined;
    count += inner;
  }
  return count;
}

const COMPARED_SIDE = 64;
/** Number of pixels that a filter can read, for each pixel it draws, in the time of one element. */
const PIXELS_PER_ELEMENT = 4;
/** Elements that are drawn in the time of one step of a filter, which works on the whole picture. */
const FILTER_COST = 20;

/**
 * Cost in elements: filter primitives work on every pixel, and some read many pixels for each one.
 */
function costOf(element: XastElement, { scaleAt, drawnOf }: CostOptions): number {
  const { name, attributes } = element;
  if (IMAGE.test(name)) return 1 + drawnOf(attributes.href ?? '');
  if (!name.startsWith('fe')) return 1;
  const pair = (value = '', unit = 1) => {
    const [x = 0, y = x] = parseNumberList(value) ?? [];
    return Math.abs(x * y * unit * unit);
  };
  const order = name === 'feConvolveMatrix' ? pair(attributes.order) : 0;
  const radius = name === 'feMorphology' ? pair(attributes.radius, 2 * scaleAt(element)) : 0;
  return FILTER_COST + (order + radius) / PIXELS_PER_ELEMENT;
}
