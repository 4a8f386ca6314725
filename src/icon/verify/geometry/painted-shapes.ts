import { IDENTITY, type Matrix, matrixFromTransform, multiply } from '../../../svg/matrix.ts';
import { parseViewBox, type ViewBox } from '../../../svg/view-box.ts';
import type { Outline } from './outline.ts';
import {
  INITIAL_STYLE,
  kindOfProperty,
  opacityOf,
  type PaintStyle,
  paintOf,
  sizeOf,
  withProperties,
} from './paint-style.ts';
import { REFERENCED, type ReferenceNode, readNode } from './reference-node.ts';
import { GEOMETRY_ATTRIBUTES, SHAPES, shapeOutlines } from './shape-outlines.ts';

/** A shape that is painted. */
export interface PaintedShape {
  readonly style: PaintStyle;
  /** Opacity of the shape as a whole. */
  readonly opacity: number;
  /** To the coordinates of the root. */
  readonly matrix: Matrix;
  readonly outlines: readonly Outline[];
  /** Clips, masks and filters that apply to it, and opacities of groups, from inside to outside. */
  readonly layers: PaintedLayer[];
  /** Set if it is a `<use>`; it has no outlines then. */
  readonly use?: ReferenceNode;
}

/** A layer of one or several shapes. */
export interface PaintedLayer {
  readonly kind: string;
  /** Reference or opacity. */
  readonly value: string;
  readonly matrix: Matrix;
}

/** Everything that a source paints. */
export interface PaintedSource {
  readonly viewBox: ViewBox;
  /** Size of the picture in px; `undefined` if the renderer takes it from the viewBox. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Six hex digits that `currentColor` stands for. */
  readonly color: string;
  /** In painting order. */
  readonly shapes: readonly PaintedShape[];
  /** Elements that can be referred to, by id. */
  readonly targets: ReadonlyMap<string, ReferenceNode>;
}

/** An open element. */
interface PaintScope {
  readonly name: string;
  readonly style: PaintStyle;
  readonly matrix: Matrix;
  readonly opacity: number;
  readonly layers: ElementReader['layers'];
  /** Number of shapes before it. */
  readonly first: number;
}

const TAG =
  /<([^\s<>/!?]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<\/([^\s<>/!?]+)\s*>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^<>[\]]*>|[^<]+/y;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Elements that paint nothing where they stand. */
const NOT_PAINTED: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);
/** Markup that changes what other elements look like, wherever it stands. */
const FAR_REACHING = /<(?:style|script|animate|set|!ENTITY)|<\?xml-stylesheet/i;

/**
 * Lists the shapes that a prepared source paints, with everything that matters for its picture;
 * `undefined` if it contains anything else than plainly painted shapes.
 */
export function readPaintedSource(svg: string): PaintedSource | undefined {
  return FAR_REACHING.test(svg) ? undefined : new ShapeReader().read(svg);
}

class ShapeReader {
  private readonly shapes: PaintedShape[] = [];
  private readonly openElements: PaintScope[] = [];
  private readonly targets = new Map<string, ReferenceNode>();
  /** Open elements that are only referred to. */
  private readonly nodes: ReferenceNode[] = [];
  private root: Pick<PaintedSource, 'viewBox' | 'width' | 'height' | 'color'> | undefined;
  /** Depth in elements that are not painted. */
  private skippedDepth = 0;
  private maxValue = 0;

  read(svg: string): PaintedSource | undefined {
    for (let at = 0; at < svg.length; at = TAG.lastIndex) {
      TAG.lastIndex = at;
      const tag = TAG.exec(svg);
      if (!tag) return undefined;
      const [, name, attributes = '', slash, closed] = tag;
      if (name !== undefined) {
        if (!this.open(name, attributes, slash === '/')) return undefined;
      } else if (closed !== undefined && !this.close(closed)) return undefined;
    }
    return this.root && this.openElements.length === 0
      ? { ...this.root, shapes: this.shapes, targets: this.targets }
      : undefined;
  }

  private open(name: string, text: string, isEmpty: boolean): boolean {
    if (this.skippedDepth > 0 || (NOT_PAINTED.has(name) && this.root)) {
      if (!isEmpty) this.skippedDepth += 1;
      return true;
    }
    if (this.nodes.length > 0 || (this.root && REFERENCED.has(name)))
      return this.openNode(name, text, isEmpty);
    const isRoot = !this.root;
    if (isRoot !== (name === 'svg')) return false;
    const isShape = SHAPES.has(name) || name === 'use';
    if (!isRoot && !isShape && name !== 'g') return false;
    const element = readElement(text, isRoot, isShape);
    if (!element) return false;
    const parent = this.openElements.at(-1);
    if (parent && (SHAPES.has(parent.name) || parent.name === 'use')) return false;
    const style = withProperties(parent?.style ?? INITIAL_STYLE, element.properties);
    if (!style) return false;
    if (isRoot) {
      this.root = rootOf(element.geometry);
      if (!this.root) return false;
      const { width, height } = this.root.viewBox;
      this.maxValue = Math.max(width, height) * MAX_SIDES;
    } else if (this.openElements.length === 0) return false;
    const transform = element.transform;
    const own = transform === undefined ? IDENTITY : matrixFromTransform(transform);
    if (!own) return false;
    const outer = parent?.matrix ?? IDENTITY;
    const matrix = transform === undefined ? outer : multiply(outer, own);
    if (!matrix.every((value) => Math.abs(value) < this.maxValue)) return false;
    const { isDisplayed, opacity } = element;
    if (!isDisplayed) {
      if (!isEmpty) this.skippedDepth += 1;
      return !isRoot;
    }
    if (isShape) {
      const shape = { style, matrix, opacity, layers: layersOf(element.layers, matrix) };
      if (!this.addShape(name, text, shape, element)) return false;
    }
    if (!isEmpty) {
      const { layers } = element;
      this.openElements.push({ name, style, matrix, opacity, layers, first: this.shapes.length });
    }
    return true;
  }

  private openNode(name: string, text: string, isEmpty: boolean): boolean {
    const style = this.openElements.at(-1)?.style ?? INITIAL_STYLE;
    const read = readNode(name, text, style);
    if (!read) return false;
    const { node, id } = read;
    if (id !== undefined) this.targets.set(id, node);
    this.nodes.at(-1)?.children.push(node);
    if (!isEmpty) this.nodes.push(node);
    return true;
  }

  private addShape(
    name: string,
    text: string,
    shape: Omit<PaintedShape, 'outlines' | 'use'>,
    { geometry }: ElementReader,
  ): boolean {
    const { style, opacity, matrix } = shape;
    const read = name === 'use' || /\sid\s*=/.test(text) ? readNode(name, text, style) : undefined;
    if (read?.id !== undefined) this.targets.set(read.id, read.node);
    if (name === 'use') {
      if (!read) return false;
      if (opacity > 0) this.shapes.push({ ...shape, outlines: [], use: read.node });
      return true;
    }
    const outlines = shapeOutlines(name, geometry, { matrix, maxValue: this.maxValue });
    if (!outlines) return false;
    const isPainted = opacity > 0 && style.isVisible && (isFilled(style) || isStroked(style));
    if (isPainted && outlines.length > 0) this.shapes.push({ ...shape, outlines });
    return true;
  }

  private close(name: string): boolean {
    if (this.skippedDepth > 0) {
      this.skippedDepth -= 1;
      return true;
    }
    if (this.nodes.length > 0) return this.nodes.pop()?.name === name;
    const element = this.openElements.pop();
    if (element?.name !== name) return false;
    // Those of a shape are known already.
    if (SHAPES.has(name) || name === 'use') return true;
    const { opacity, first, matrix } = element;
    const layers = layersOf(element.layers, matrix);
    const [single, ...others] = this.shapes.slice(first);
    if (opacity === 0) this.shapes.length = first;
    else if (single && others.length === 0 && single.layers.length === 0 && opacity !== 1) {
      // Without layers in between, it is the same as the opacity of the shape.
      this.shapes[first] = { ...single, opacity: single.opacity * opacity };
    } else if (opacity !== 1) {
      layers.unshift({ kind: 'opacity', value: String(opacity), matrix: IDENTITY });
    }
    for (let at = first; at < this.shapes.length; at++) this.shapes[at]?.layers.push(...layers);
    return true;
  }
}

function layersOf(layers: ElementReader['layers'], matrix: Matrix): PaintedLayer[] {
  return layers.map(([kind, value]) => ({ kind, value, matrix }));
}

/** Largest coordinate, in sides of the viewBox. Above it, single precision of renderers shows. */
const MAX_SIDES = 2000;

export function isFilled({ fill, fillOpacity }: PaintStyle): boolean {
  return fill !== 'none' && fillOpacity > 0;
}

export function isStroked({ stroke, strokeOpacity, strokeWidth }: PaintStyle): boolean {
  return stroke !== 'none' && strokeOpacity > 0 && strokeWidth > 0;
}

/** Attributes of editors and of pages, which renderers ignore. */
const IGNORED =
  /^(?:id|class|role|focusable|tabindex|version|baseProfile|xmlns|xml:space|data-.*|aria-.*|(?!xlink:|xml:)[\w-]+:.*)$/;
const ROOT_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['viewBox', 'width', 'height', 'color', 'preserveAspectRatio'],
]);

/** Cached elements: roots, groups and backgrounds are the same in all icons of a set. */
const cachedElements = new Map<string, ElementReader | undefined>();
const MAX_CACHED = 500;
const MAX_CACHED_LENGTH = 300;

/** Reads the attributes of an element; `undefined` if one of them is not known. */
function readElement(text: string, isRoot: boolean, isShape: boolean): ElementReader | undefined {
  const path = PATH_ATTRIBUTES.exec(text)?.[1];
  if (path !== undefined && isShape) {
    const element = new ElementReader(isRoot, isShape);
    element.geometry.set('d', path);
    return element;
  }
  const isCacheable = text.length <= MAX_CACHED_LENGTH;
  const key = isCacheable ? `${isRoot ? 'r' : isShape ? 's' : 'g'}${text}` : '';
  if (isCacheable && cachedElements.has(key)) return cachedElements.get(key);
  const reader = new ElementReader(isRoot, isShape);
  const element = reader.read(text) ? reader : undefined;
  if (isCacheable) {
    if (cachedElements.size >= MAX_CACHED) cachedElements.clear();
    cachedElements.set(key, element);
  }
  return element;
}

/** Most shapes are paths without other attributes. */
const PATH_ATTRIBUTES = /^\s+d="([^"]*)"$/;

/** Reads the attributes of one element. */
class ElementReader {
  /** Inherited properties as written; of a style attribute, if there is one. */
  readonly properties = new Map<string, string>();
  readonly geometry = new Map<string, string>();
  /** Clip, mask and filter: name and reference. */
  readonly layers: (readonly [kind: string, value: string])[] = [];
  transform: string | undefined;
  opacity = 1;
  isDisplayed = true;
  private readonly isRoot: boolean;
  private readonly isShape: boolean;

  constructor(isRoot: boolean, isShape: boolean) {
    this.isRoot = isRoot;
    this.isShape = isShape;
  }

  /** Returns false for an attribute or a value that it does not know. */
  read(text: string): boolean {
    let style: string | undefined;
    const names: string[] = [];
    ATTRIBUTE.lastIndex = 0;
    for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
      const name = match[1] as string;
      const value = match[2] ?? match[3] ?? '';
      // XML parsers reject an attribute that is given twice.
      if (names.includes(name)) return false;
      names.push(name);
      if (this.isShape && GEOMETRY_ATTRIBUTES.has(name)) {
        this.geometry.set(name, value);
      } else if (name === 'style') style = value;
      else if (name === 'transform' && !this.isRoot) this.transform = value;
      else if (this.isRoot && ROOT_ATTRIBUTES.has(name)) this.geometry.set(name, value);
      else if (!this.readProperty(name, value) && !IGNORED.test(name)) return false;
    }
    return style === undefined || this.readStyle(style);
  }

  private readStyle(style: string): boolean {
    for (const declaration of style.split(';')) {
      if (declaration.trim() === '') continue;
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, colon).trim();
      if (colon < 0 || !this.readProperty(name, declaration.slice(colon + 1).trim())) return false;
    }
    return true;
  }

  private readProperty(name: string, value: string): boolean {
    const kind = kindOfProperty(name, value);
    if (kind === 'inherited') this.properties.set(name, value);
    else if (kind === 'opacity') {
      this.opacity = opacityOf(value);
      return !Number.isNaN(this.opacity);
    } else if (kind === 'layer') this.layers.push([name, value]);
    else if (kind === 'display') this.isDisplayed = value !== 'none';
    return kind !== 'unknown';
  }
}

/** Picture of the root; `undefined` if its size depends on the page, or is no size. */
function rootOf(
  attributes: ReadonlyMap<string, string>,
): Pick<PaintedSource, 'viewBox' | 'width' | 'height' | 'color'> | undefined {
  const [width, height] = ['width', 'height'].map((name) => {
    const value = attributes.get(name);
    return value === undefined ? undefined : sizeOf(value);
  });
  if (width === 0 || Number.isNaN(width) || height === 0 || Number.isNaN(height)) return undefined;
  if ((attributes.get('preserveAspectRatio') ?? CENTERED) !== CENTERED) return undefined;
  const text = attributes.get('viewBox');
  const viewBox =
    text !== undefined
      ? parseViewBox(text)
      : width !== undefined && height !== undefined
        ? { x: 0, y: 0, width, height }
        : undefined;
  if (!viewBox || !(viewBox.width > 0 && viewBox.height > 0)) return undefined;
  const color = paintOf(attributes.get('color') ?? 'black');
  if (!/^[\da-f]{6}$/.test(color)) return undefined;
  return { viewBox, width, height, color };
}

/** Default of `preserveAspectRatio`. */
const CENTERED = 'xMidYMid meet';
