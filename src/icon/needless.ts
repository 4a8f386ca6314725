import type { XastElement, XastRoot } from 'svgo';
import { elements } from './tree.ts';

/**
 * Plugins of svgo's preset that look up the style of every element, and when they would find
 * nothing to do: told from names and attributes alone, in a fraction of their time. `true` only
 * where the plugin, as written in svgo 4.1, cannot change the drawing.
 */
export const NEEDLESS: Readonly<Record<string, (root: XastRoot) => boolean>> = {
  removeHiddenElems: (root) => every(root, isPlainlyShown),
  removeUselessStrokeAndFill: (root) => every(root, paintsAsItsParent),
};

function every(root: XastRoot, holds: (element: XastElement) => boolean): boolean {
  for (const element of elements(root)) if (!holds(element)) return false;
  return true;
}

/** What an element needs to have, and what of it would keep it from being drawn. */
const SHOWN: Readonly<Record<string, (attributes: XastElement['attributes']) => boolean>> = {
  svg: () => true,
  g: () => true,
  line: () => true,
  circle: ({ r }) => r !== '0',
  ellipse: ({ rx, ry }) => rx !== '0' && ry !== '0',
  rect: ({ width, height }) => width !== '0' && height !== '0',
  polygon: ({ points }) => points !== undefined,
  polyline: ({ points }) => points !== undefined,
  path: ({ d }) => d !== undefined && TWO_COMMANDS.test(d),
};

function isPlainlyShown({ name, attributes }: XastElement): boolean {
  if (!SHOWN[name]?.(attributes)) return false;
  const { style, opacity, visibility, display } = attributes;
  return !(style ?? attributes.class ?? opacity ?? visibility ?? display);
}

let group = 0;
/** Reads a whole number and never gives a digit back, as the parser of paths does. */
function number(): string {
  group += 1;
  return `(?=(?<n${group}>[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?))\\k<n${group}>`;
}
const numbers = (count: number) => Array.from({ length: count }, number).join(String.raw`\s*,?\s*`);
const ARC_FLAGS = String.raw`\s*,?\s*[01]\s*,?\s*[01]\s*,?\s*`;

/** A path that moves somewhere and does one thing there; so it is not empty, nor a single point. */
const TWO_COMMANDS = new RegExp(
  String.raw`^\s*m\s*${numbers(2)}\s*(?:z|,?\s*${numbers(2)}|[hv]\s*${number()}|[lmt]\s*${numbers(2)}|[qs]\s*${numbers(4)}|c\s*${numbers(6)}|a\s*${numbers(3)}${ARC_FLAGS}${numbers(2)})`,
  'i',
);

const SHAPES = /^(circle|ellipse|line|path|polygon|polyline|rect)$/;

/** Shapes whose paint is all inherited have nothing that could be useless. */
function paintsAsItsParent({ name, attributes }: XastElement): boolean {
  if (attributes.style !== undefined || attributes.class !== undefined) return false;
  if (attributes['stroke-width'] === '0' || attributes['stroke-opacity'] === '0') return false;
  if (attributes['fill-opacity'] === '0') return false;
  if (!SHAPES.test(name)) return name !== 'style';
  for (const attribute in attributes) {
    if (attribute.startsWith('stroke') || attribute.startsWith('fill')) return false;
  }
  return true;
}
