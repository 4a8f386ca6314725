import type { XastElement } from 'svgo';
import type { Limits } from '../core/types.ts';
import { parseNumberList } from '../svg/numbers.ts';
import { parseViewBox } from '../svg/view-box.ts';
import { OverLimit } from './limits.ts';
import { mayRefer, renameReferences } from './references.ts';
import { elements, type Pass, pass, svgElement } from './tree.ts';

/** How much an element draws and how deep, with what it refers to. */
interface Extent {
  readonly count: number;
  readonly depth: number;
}

/**
 * Stops at drawings that stand for more than they hold: ten levels of ten `<use>` each draw ten
 * thousand million times. Before anything follows references, which renderers do, too.
 */
export function limitDrawn(
  limits: Limits,
  drawnOf: DrawnOf,
): readonly [drawn: () => number, pass: Pass] {
  let drawn = 0;
  const limit = pass('iconloom-limit-drawn', (root) => {
    const svg = svgElement(root);
    if (!svg) return;
    const { count, depth } = extentOf(svg, { scale: scaleOf(svg), drawnOf });
    drawn = count;
    if (count > limits.drawn) throw new OverLimit('drawn');
    if (depth > limits.depth) throw new OverLimit('depth');
  });
  return [() => drawn, limit];
}

/** Elements that an image draws, by its URL. */
type DrawnOf = (url: string) => number;

/** What the weight of an element depends on, besides itself. */
interface Weighing {
  /** Pixels of the pictures that are compared, for one unit of the drawing. */
  readonly scale: number;
  readonly drawnOf: DrawnOf;
}

function extentOf(svg: XastElement, weighing: Weighing): Extent {
  const plain = countPlain(svg, weighing);
  // Where nothing can be referred to, each draws once; its own levels have been counted.
  if (plain !== undefined) return { count: plain, depth: 0 };
  const byId = new Map([...elements(svg)].map((element) => [element.attributes.id, element]));
  const extents = new Map<XastElement, Extent>();
  const begun = new Set<XastElement>();
  const ahead = [svg];
  for (let element = ahead.at(-1); element; element = ahead.at(-1)) {
    const parts = partsOf(element, byId);
    if (!begun.has(element)) {
      begun.add(element);
      // What is begun and not done leads back to itself, which nothing draws.
      ahead.push(...parts.filter((part) => !begun.has(part)));
      continue;
    }
    ahead.pop();
    if (extents.has(element)) continue;
    const known = parts.flatMap((part) => extents.get(part) ?? []);
    extents.set(element, {
      count: known.reduce((sum, { count }) => sum + count, weightOf(element, weighing)),
      depth: 1 + known.reduce((most, { depth }) => Math.max(most, depth), 0),
    });
  }
  return extents.get(svg) as Extent;
}

const IMAGE = /^(image|feImage)$/;

/** Number of elements, the root too; `undefined` where one below it has an id. */
function countPlain(element: XastElement, weighing: Weighing): number | undefined {
  const { name, children } = element;
  let count = IMAGE.test(name) ? weightOf(element, weighing) : 1;
  for (const child of children) {
    if (child.type !== 'element') continue;
    if (child.attributes.id !== undefined) return undefined;
    const inner = countPlain(child, weighing);
    if (inner === undefined) return undefined;
    count += inner;
  }
  return count;
}

/** Children, and what is drawn because an attribute refers to it. */
function partsOf(
  { attributes, children }: XastElement,
  byId: ReadonlyMap<string | undefined, XastElement>,
): XastElement[] {
  const parts = children.filter((child) => child.type === 'element');
  for (const [name, value] of Object.entries(attributes)) {
    if (!mayRefer(name, value)) continue;
    renameReferences(name, value, (id) => {
      const target = byId.get(id);
      if (target) parts.push(target);
      return undefined;
    });
  }
  return parts;
}

/** Pixels of the pictures that are compared, for one unit of the drawing. */
function scaleOf({ attributes }: XastElement): number {
  const { width, height } = parseViewBox(attributes.viewBox ?? '') ?? { width: 0, height: 0 };
  return COMPARED_SIDE / (Math.max(width, height) || COMPARED_SIDE);
}

const COMPARED_SIDE = 64;
/** Pixels that a filter looks at for each that it draws, in the time that an element takes. */
const PIXELS_AN_ELEMENT = 4;

/** In elements: some steps of filters look at many pixels for each one. */
function weightOf({ name, attributes }: XastElement, { scale, drawnOf }: Weighing): number {
  if (IMAGE.test(name)) return 1 + drawnOf(attributes.href ?? '');
  const pair = (value = '', unit = 1) => {
    const [x = 0, y = x] = parseNumberList(value) ?? [];
    return Math.abs(x * y * unit * unit);
  };
  if (name === 'feMorphology') return 1 + pair(attributes.radius, 2 * scale) / PIXELS_AN_ELEMENT;
  if (name === 'feConvolveMatrix') return 1 + pair(attributes.order) / PIXELS_AN_ELEMENT;
  return 1;
}
