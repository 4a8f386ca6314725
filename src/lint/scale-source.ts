import { parseNumberList } from '../svg/numbers.ts';
import { readPath, type Segment, type Subpath } from '../svg/path-data.ts';
import { viewBoxOf } from '../svg/view-box.ts';
import type { LintSource, SourceAttribute, SourceElement } from './types.ts';

/** Size of a picture in units of its viewBox. */
export interface ScaledSize {
  readonly width: number;
  readonly height: number;
}

const SHAPES = new Set(['g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']);
/** Attributes that are lengths or lists of lengths. */
const LENGTHS = new Set(
  'x y x1 y1 x2 y2 cx cy r rx ry width height points stroke-width stroke-dasharray stroke-dashoffset'.split(
    ' ',
  ),
);
/** Attributes whose lengths are not in the text, or whose targets would have to be scaled, too. */
const OTHER_LENGTHS =
  /^(?:transform|style|class|clip-path|mask|filter|marker.*|vector-effect|(?:xlink:)?href|font-size)$/;

/**
 * Scales a source together with its lines to another size with the same proportions. Its numbers are
 * scaled if all lengths are plain attributes, else it is wrapped in a group with a transform.
 *
 * @param source cleaned source: presentation attributes, no style sheets
 */
export function scaleSource(source: LintSource, { width, height }: ScaledSize): string {
  const { root, svg } = source;
  const box = viewBoxOf(source.icon.facts.viewBox);
  const factor = width / box.width;
  const isPlain = box.x === 0 && box.y === 0 && root.children.every(isScalable);
  const scaler = new Scaler(svg, factor);
  const attributes = root.attributes
    .filter(({ name }) => !/^(?:width|height|viewBox|x|y)$/.test(name))
    .map((attribute) => (isPlain ? scaler.attribute(attribute) : scaler.unchanged(attribute)));
  const size = ` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  if (isPlain) {
    // Lines without a width have 1.
    const line = hasUnsetLine(root, {}) ? ` stroke-width="${round(factor)}"` : '';
    const shapes = root.children.map((child) => scaler.element(child)).join('');
    return `<svg${attributes.join('')}${size}${line}>${shapes}</svg>\n`;
  }
  const content = svg.slice(root.startTagEnd, svg.lastIndexOf('</'));
  const transform = `scale(${round(factor)}) translate(${-box.x} ${-box.y})`;
  return `<svg${attributes.join('')}${size}><g transform="${transform}">${content}</g></svg>\n`;
}

function isScalable({ name, attributes, children }: SourceElement): boolean {
  const isOwn = (each: SourceAttribute) =>
    !OTHER_LENGTHS.test(each.name) &&
    !each.value.includes('url(') &&
    (!LENGTHS.has(each.name) || parseNumberList(each.value) !== undefined);
  return SHAPES.has(name) && attributes.every(isOwn) && children.every(isScalable);
}

/** Checks whether a shape has a line whose width nothing declares. */
function hasUnsetLine(
  { name, attributes, children }: SourceElement,
  inherited: { readonly stroke?: string; readonly width?: string },
): boolean {
  const own = (property: string) => attributes.find((each) => each.name === property)?.value;
  const [stroke, width] = [
    own('stroke') ?? inherited.stroke,
    own('stroke-width') ?? inherited.width,
  ];
  const isContainer = name === 'g' || name === 'svg';
  if (!isContainer) return stroke !== undefined && stroke !== 'none' && width === undefined;
  const passed = { ...(stroke && { stroke }), ...(width && { width }) };
  return children.some((child) => hasUnsetLine(child, passed));
}

/** Writes elements of a source again, scaled. */
class Scaler {
  readonly #svg: string;
  readonly #factor: number;

  constructor(svg: string, factor: number) {
    this.#svg = svg;
    this.#factor = factor;
  }

  element({ name, attributes, children }: SourceElement): string {
    const start = `<${name}${attributes.map((each) => this.attribute(each)).join('')}>`;
    return `${start}${children.map((child) => this.element(child)).join('')}</${name}>`;
  }

  attribute(attribute: SourceAttribute): string {
    const { name, value } = attribute;
    if (name === 'd')
      return ` d="${readPath(value)
        .map((each) => this.#subpath(each))
        .join('')}"`;
    const numbers = LENGTHS.has(name) ? parseNumberList(value) : undefined;
    return numbers ? ` ${name}="${this.#numbers(numbers)}"` : this.unchanged(attribute);
  }

  unchanged({ start, end }: SourceAttribute): string {
    return ` ${this.#svg.slice(start, end)}`;
  }

  #subpath({ hasMove, isRelative, numbers, segments, isClosed }: Subpath): string {
    const letter = isRelative ? 'm' : 'M';
    const move = hasMove ? letter + this.#numbers(numbers.map(({ value }) => value)) : '';
    return move + segments.map((each) => this.#segment(each)).join('') + (isClosed ? 'z' : '');
  }

  #segment({ command, isRelative, numbers }: Segment): string {
    const letter = isRelative ? command.toLowerCase() : command;
    const values = numbers.map(({ value }) => value);
    if (command !== 'A') return letter + this.#numbers(values);
    // The rotation and the flags of an arc are no lengths.
    const [radii, rest, end] = [values.slice(0, 2), values.slice(2, 5), values.slice(5)];
    return `${letter}${this.#numbers(radii)} ${rest.join(' ')} ${this.#numbers(end)}`;
  }

  #numbers(numbers: readonly number[]): string {
    return numbers.map((value) => round(value * this.#factor)).join(' ');
  }
}

/** Five decimals: the optimizer decides how many of them are needed. */
function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
