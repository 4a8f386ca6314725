import type { XastElement, XastParent } from 'svgo';
import { SHAPES } from '../../svg/elements.ts';
import { parseLength, toPx } from '../../svg/length.ts';
import { readPath } from '../../svg/path-data.ts';
import { parseViewBox, sizeOf, type ViewBox } from '../../svg/view-box.ts';
import { containsElement, elements, type Pass, svgElement, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/**
 * Removes clips to a rectangle that contains the whole viewBox: the symbol clips there anyway.
 * Figma adds one to most exports, and WebKit cannot draw icons with clips in an external sprite.
 *
 * `<g clip-path="url(#a)"><path/></g><clipPath id="a"><path d="M0 0h24v24H0z"/></clipPath>`
 * → `<g><path/></g>`
 */
export function dropRedundantClips(): Pass {
  return triggeredPass('iconloom-whole-clips', { triggers: TRAITS.definition }, (root) => {
    const svg = svgElement(root);
    if (!svg || !containsElement(svg, 'clipPath')) return;
    const clips = [...elements(svg)].filter(({ name }) => name === 'clipPath');
    const size = sizeOf(svg.attributes);
    if (typeof size === 'string') return;
    const box = parseViewBox(size.viewBox) as ViewBox;
    const redundantIds = new Set(
      clips.filter((clip) => coversViewBox(clip, box)).map(({ attributes }) => attributes.id),
    );
    if (redundantIds.size > 0) removeClips(svg, redundantIds);
  });
}

/** Removes clips only if nothing moves the coordinates between the root and the clipped element. */
function removeClips(parent: XastParent, clips: ReadonlySet<string | undefined>): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { transform, style = '', 'clip-path': clip = '' } = child.attributes;
    if (transform !== undefined || /transform|clip-path/.test(style)) continue;
    if (child.name !== 'g' && !SHAPES.has(child.name)) continue;
    const id = /^url\(\s*["']?#([^"')]+)["']?\s*\)$/.exec(clip)?.[1];
    if (id !== undefined && clips.has(id)) delete child.attributes['clip-path'];
    removeClips(child, clips);
  }
}

function coversViewBox({ attributes, children }: XastElement, viewBox: ViewBox): boolean {
  if (attributes.clipPathUnits === 'objectBoundingBox') return false;
  if (attributes.transform !== undefined || attributes['clip-path'] !== undefined) return false;
  const [shape, ...others] = children.filter((child) => child.type === 'element');
  const rectangle = others.length === 0 && shape ? rectangleOf(shape) : undefined;
  if (!rectangle) return false;
  const { x, y, width, height } = viewBox;
  const [left, top, right, bottom] = rectangle;
  return left <= x && top <= y && right >= x + width && bottom >= y + height;
}

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

function rectangleOf({ name, attributes, children }: XastElement): Rectangle | undefined {
  // An animation changes it.
  if (children.some((child) => child.type === 'element')) return undefined;
  const plain = Object.keys(attributes).every((key) => /^(x|y|width|height|d|fill|id)$/.test(key));
  if (!plain) return undefined;
  if (name === 'path') return rectangleOfPath(attributes.d ?? '');
  if (name !== 'rect') return undefined;
  const number = (key: string) => {
    const length = parseLength(attributes[key] ?? '0');
    return (length && toPx(length)) ?? Number.NaN;
  };
  const [x, y] = [number('x'), number('y')];
  return ifFinite([x, y, x + number('width'), y + number('height')]);
}

/** Rectangle that a path of straight lines describes, such as `M0 0h24v24H0z`. */
function rectangleOfPath(d: string): Rectangle | undefined {
  const subpaths = readPath(d);
  const segments = subpaths.flatMap((subpath) => subpath.segments);
  if (!segments.every(({ command }) => /^[LHV]$/.test(command))) return undefined;
  const corners = [...subpaths.map(({ start }) => start), ...segments.map(({ to }) => to)];
  const distinct = new Set(corners.map(([cx, cy]) => `${cx} ${cy}`));
  const xs = [...new Set(corners.map(([cx]) => cx))].sort((a, b) => a - b);
  const ys = [...new Set(corners.map(([, cy]) => cy))].sort((a, b) => a - b);
  // Four corners on two columns and two rows, the second and the fourth apart from the first.
  const [first, , third] = corners;
  const isDiagonal = first?.[0] !== third?.[0] && first?.[1] !== third?.[1];
  if (distinct.size !== 4 || xs.length !== 2 || ys.length !== 2 || !isDiagonal) return undefined;
  return ifFinite([xs[0] ?? 0, ys[0] ?? 0, xs[1] ?? 0, ys[1] ?? 0]);
}

function ifFinite(rectangle: Rectangle): Rectangle | undefined {
  return rectangle.every(Number.isFinite) ? rectangle : undefined;
}
