import type { XastElement } from 'svgo';
import { readStyle, writeStyle } from '../../svg/css/style-text.ts';
import type { Size, ViewBox } from '../../svg/view-box.ts';

const SHAPE = /^(?:circle|ellipse|inset|polygon|path|rect|xywh|shape)\(/i;
const BOX = /(?:^|\s+)(?:margin|border|padding|content|fill|stroke|view)-box(?:\s+|$)/gi;

/**
 * Binds a CSS shape that clipped the root to the viewBox, now that a group carries it: in a group,
 * percentages would refer to its bounding box. Source: CSS Masking 1, 5.1.
 *
 * `<g style="clip-path:circle(40%)">` → `<g style="clip-path:circle(40%) view-box">`
 */
export function clipToViewBox(group: XastElement, size: Size, viewBox: ViewBox): void {
  const scale = viewBox.width / size.width;
  let isClipped = false;
  const bindToViewBox = (value: string): string => {
    const shape = value.replace(BOX, ' ').trim();
    if (!SHAPE.test(shape)) return value;
    isClipped = true;
    const inUnits = (_: string, px: string) => `${Number(px) * scale}px`;
    return `${scale === 1 ? shape : shape.replace(/([-+]?[\d.]+)px/g, inUnits)} view-box`;
  };
  const { attributes } = group;
  if (attributes.style !== undefined) {
    attributes.style = writeStyle(
      readStyle(attributes.style).map(([property, value]) => {
        return [property, property === 'clip-path' ? bindToViewBox(value) : value];
      }),
    );
  }
  const clip = attributes['clip-path'];
  if (clip !== undefined) attributes['clip-path'] = bindToViewBox(clip);
  if (isClipped) moveToOrigin(group, viewBox);
}

/** Moves the group to the origin, where the box of the shape always begins. */
function moveToOrigin(group: XastElement, { x, y }: ViewBox): void {
  if (x === 0 && y === 0) return;
  const { transform } = group.attributes;
  const toOrigin = `translate(${x} ${y})`;
  group.attributes.transform = transform === undefined ? toOrigin : `${transform} ${toOrigin}`;
  const fromOrigin = { transform: `translate(${-x} ${-y})` };
  group.children = [
    { type: 'element', name: 'g', attributes: fromOrigin, children: group.children },
  ];
}
