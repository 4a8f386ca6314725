import type { XastElement, XastParent } from 'svgo';
import { elements, type Pass, pass, svgElement } from './tree.ts';
import { sizeOf } from './view-box.ts';

/**
 * Removes clips to a rectangle that holds the whole viewBox: the symbol clips there anyway. Figma
 * wraps most of its exports in one, and it alone would make a plain icon one that WebKit cannot
 * draw in an external sprite.
 *
 * `<g clip-path="url(#a)"><path/></g><clipPath id="a"><path d="M0 0h24v24H0z"/></clipPath>`
 * → `<g><path/></g>`
 */
export function dropWholeClips(): Pass {
  return pass('iconloom-whole-clips', (root) => {
    const svg = svgElement(root);
    const size = svg && sizeOf(svg.attributes);
    if (!svg || !size || typeof size === 'string') return;
    const box = size.viewBox.split(' ').map(Number);
    const whole = new Set(
      [...elements(svg)]
        .filter((element) => holds(element, box))
        .map(({ attributes }) => attributes.id),
    );
    if (whole.size > 0) release(svg, whole);
  });
}

/** Only where nothing moves the coordinates between the root and the element that is clipped. */
function release(parent: XastParent, clips: ReadonlySet<string | undefined>): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { transform, style = '', 'clip-path': clip = '' } = child.attributes;
    if (transform !== undefined || style.includes('transform')) continue;
    if (!/^(g|path|rect|circle|ellipse|polygon|polyline|line)$/.test(child.name)) continue;
    const id = /^url\(\s*["']?#([^"')]+)["']?\s*\)$/.exec(clip)?.[1];
    if (id !== undefined && clips.has(id)) delete child.attributes['clip-path'];
    release(child, clips);
  }
}

function holds({ name, attributes, children }: XastElement, viewBox: readonly number[]): boolean {
  if (name !== 'clipPath' || attributes.clipPathUnits === 'objectBoundingBox') return false;
  if (attributes.transform !== undefined || attributes['clip-path'] !== undefined) return false;
  const [shape, ...others] = children.filter((child) => child.type === 'element');
  const rectangle = others.length === 0 && shape ? rectangleOf(shape) : undefined;
  if (!rectangle) return false;
  const [x = 0, y = 0, width = 0, height = 0] = viewBox;
  const [left, top, right, bottom] = rectangle;
  return left <= x && top <= y && right >= x + width && bottom >= y + height;
}

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

const PATH =
  /^M\s*([-\d.]+)[\s,]*([-\d.]+)\s*[hH]\s*([-\d.]+)\s*v\s*([-\d.]+)\s*H\s*([-\d.]+)\s*z$/i;

function rectangleOf({ name, attributes }: XastElement): Rectangle | undefined {
  const plain = Object.keys(attributes).every((key) => /^(x|y|width|height|d|fill|id)$/.test(key));
  if (!plain) return undefined;
  const number = (key: string) => Number(attributes[key] ?? 0);
  if (name === 'rect') {
    const [x, y] = [number('x'), number('y')];
    return valid([x, y, x + number('width'), y + number('height')]);
  }
  const path = name === 'path' ? PATH.exec(attributes.d ?? '') : null;
  if (!path) return undefined;
  const [x = 0, y = 0, across = 0, down = 0, back = 0] = path.slice(1).map(Number);
  // `M0 0h24v24H0z`, the way Figma writes it; only then do the four corners make a rectangle.
  const isClosed = /h/.test(attributes.d ?? '') && back === x;
  return isClosed ? valid([x, y, x + across, y + down]) : undefined;
}

function valid(rectangle: Rectangle): Rectangle | undefined {
  return rectangle.every(Number.isFinite) ? rectangle : undefined;
}
