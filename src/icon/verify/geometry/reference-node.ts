import { type PaintStyle, paintOf } from './paint-style.ts';

/** An element that others refer to: a gradient, a clip, a mask, a filter, or what they consist of. */
export interface ReferenceNode {
  readonly name: string;
  /** Attributes that matter, without those at their default; style declarations are attributes. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: ReferenceNode[];
  /** Properties that it inherits from elements around it that are not nodes. */
  readonly context: PaintStyle;
}

const NAMES =
  /^(?:defs|g|use|path|rect|circle|ellipse|line|polyline|polygon|linearGradient|radialGradient|stop|clipPath|mask|filter|fe[A-Z]\w*)$/;

/** Elements that paint nothing where they stand, and that others may refer to. */
export const REFERENCED: ReadonlySet<string> = new Set([
  ...['defs', 'linearGradient', 'radialGradient', 'clipPath', 'mask', 'filter'],
]);

const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Attributes without an effect. Ids are followed and not compared. */
const IGNORED =
  /^(?:id|class|role|version|xmlns|xml:space|data-.*|aria-.*|(?!xlink:|xml:)[\w-]+:.*)$/;
const PAINTS = /^(?:fill|stroke|stop-color|flood-color|lighting-color)$/;

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ...['x1', 'y1', 'y2', 'offset'].map((name) => [name, '0'] as const),
  ['gradientUnits', 'objectBoundingBox'],
  ['clipPathUnits', 'userSpaceOnUse'],
  ['spreadMethod', 'pad'],
  ['stop-color', '000000'],
  ['stop-opacity', '1'],
]);

/** Reads an element; `undefined` if references to such an element are not compared. */
export function readNode(
  name: string,
  text: string,
  context: PaintStyle,
): { readonly node: ReferenceNode; readonly id: string | undefined } | undefined {
  if (!NAMES.test(name)) return undefined;
  const attributes = new Map<string, string>();
  let style = '';
  let id: string | undefined;
  const names: string[] = [];
  const set = (key: string, value: string) => {
    const plain = PAINTS.test(key) ? paintOf(value) || value : value;
    const isDefault = DEFAULTS.get(key) === plain || (DEFAULTS.get(key) === '0' && plain === '0%');
    if (isDefault) attributes.delete(key);
    else attributes.set(key, plain);
  };
  for (const match of text.matchAll(ATTRIBUTE)) {
    const key = match[1] as string;
    const value = match[2] ?? match[3] ?? '';
    if (names.includes(key)) return undefined;
    names.push(key);
    if (key === 'id') id = value;
    else if (key === 'style') style = value;
    else if (!IGNORED.test(key)) set(key === 'xlink:href' ? 'href' : key, value);
  }
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
    else if (declaration.trim() !== '') return undefined;
  }
  return { node: { name, attributes, children: [], context }, id };
}

const TARGET = /^(?:url\(#([\w.-]+)\)|#([\w.-]+))$/;

/** Id that a value refers to. */
export function targetOf(value: string): string | undefined {
  const match = TARGET.exec(value);
  return match?.[1] ?? match?.[2];
}
