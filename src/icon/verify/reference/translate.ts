import { isAtLeast0, isShapeProperty, MAX_OCTAVES, shapes } from '../../../svg/attributes.ts';
import { PRESENTATION_ATTRIBUTES } from '../../../svg/css/properties.ts';
import { fragmentOf } from '../../../svg/css/references.ts';
import { SHAPES } from '../../../svg/elements.ts';
import { parseLength, toPx } from '../../../svg/length.ts';
import { IDENTITY, isIdentity, type Matrix, multiply } from '../../../svg/matrix.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { validPathData } from '../../../svg/path-data.ts';
import { validPoints } from '../../../svg/points.ts';
import { parseViewBox, sizeOf } from '../../../svg/view-box.ts';
import { boxOf } from './bounds.ts';
import { withoutCalc } from './calc.ts';
import { pathOfClip, readClipShape } from './clip-shape.ts';
import { type ComputedStyle, computeStyle, inheritedValue, NO_STYLE } from './computed-style.ts';
import { branchOf, isChosen } from './conditions.ts';
import { scaleDashes } from './dashes.ts';
import { declareStyles, transformAttribute } from './declare-styles.ts';
import { embeddedUrl, type PrepareEmbedded } from './embedded-svg.ts';
import { lengthsInPx } from './font-lengths.ts';
import { pxOf, sizeAsRead } from './lengths.ts';
import {
  cloneElement,
  isElement,
  type OutputElement,
  type ReferenceElement,
  withDescendants,
} from './nodes.ts';
import { plainColor } from './paint.ts';
import { placementOf } from './placement.ts';
import { currentColor, type FindOfKind, paintOf, plainProperty } from './plain-property.ts';
import { wrapRoot } from './root-box.ts';
import type { SheetRule } from './sheet-rules.ts';
import { Unsupported } from './unsupported.ts';

/** Most elements of a source, including copies that `<use>` renders. */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 200;

/** Elements that render nothing; animations stay at their start. */
const WITHOUT_PICTURE =
  /^(?:style|script|title|desc|metadata|tref|cursor|view|hatch|set|discard|animate.*|color-profile|handler|listener)$/;
const KNOWN =
  /^(?:svg|g|defs|a|switch|symbol|use|image|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath|linearGradient|radialGradient|stop|pattern|clipPath|mask|marker|filter|fe[A-Z]\w*|foreignObject)$/;
/** Attributes that translation handles, or that do not affect rendering. */
const TAKEN =
  /^(?:id|class|style|href|xlink:href|transform|transform-origin|pathLength|requiredFeatures|requiredExtensions|systemLanguage|kerning|on.*|xml:(?!space$).*|xmlns.*|tabindex|role|aria-.*|data-.*)$/;

/** Attributes and properties that may look like lengths but are not. */
const WITHOUT_LENGTHS = /^(?:d|points|values|transform|font-family|in|in2|result)$/;

/** Elements of a source by their ids; of two with one id, the first. */
type Ids = ReadonlyMap<string, ReferenceElement>;

/** Computed paints. */
interface Paints {
  readonly fill: string;
  readonly stroke: string;
}

/** Context of an element. */
interface Surroundings {
  readonly style: ComputedStyle;
  /** Width and height of the nearest `viewBox`; `undefined` if unknown. */
  readonly view: { readonly width: number; readonly height: number } | undefined;
  /** Paints of the element that references a marker or copy. */
  readonly context: Paints | undefined;
  /** Targets of the enclosing `<use>` elements. */
  readonly path: readonly ReferenceElement[];
  readonly depth: number;
  readonly isInText: boolean;
}

/**
 * Translates a source with cascaded styles into one that the renderer reads like browsers do.
 *
 * @throws {Unsupported} if that is not possible
 */
export function translate(
  root: ReferenceElement,
  rules: readonly SheetRule[],
  prepareEmbedded: PrepareEmbedded,
): OutputElement {
  return new Translation(root, rules, prepareEmbedded).run();
}

class Translation {
  readonly #root: ReferenceElement;
  readonly #rules: readonly SheetRule[];
  readonly #prepareEmbedded: PrepareEmbedded;
  readonly #ids: Ids;
  readonly #written = new Map<ReferenceElement, string>();
  readonly #copies: OutputElement[] = [];
  readonly #templates = new Map<ReferenceElement, ReferenceElement>();
  /** Transforms of symbols by their `<use>`, since the renderer does not support them. */
  readonly #ofSymbols = new Map<OutputElement, Matrix>();
  #count = 0;

  constructor(
    root: ReferenceElement,
    rules: readonly SheetRule[],
    prepareEmbedded: PrepareEmbedded,
  ) {
    this.#root = root;
    this.#rules = rules;
    this.#prepareEmbedded = prepareEmbedded;
    const ids = new Map<string, ReferenceElement>();
    for (const element of withDescendants(root)) {
      const { id } = element.attributes;
      if (id !== undefined && !ids.has(id)) ids.set(id, element);
    }
    this.#ids = ids;
  }

  run(): OutputElement {
    const style = computeStyle(this.#root.declared, NO_STYLE);
    const attributes = this.#attributes(this.#root, style, {
      style: NO_STYLE,
      context: undefined,
      view: undefined,
    });
    for (const name of ['width', 'height', 'x', 'y']) {
      // Only attributes determine its size.
      const { [name]: value } = this.#root.attributes;
      if (value === undefined) delete attributes[name];
      else attributes[name] = value;
    }
    const children = this.#children(this.#root, {
      style,
      view: viewOf(this.#root, undefined),
      context: undefined,
      path: [],
      depth: 0,
      isInText: false,
    });
    const size = sizeOf(this.#root.attributes);
    const wrapped = wrapRoot({ attributes, children, style, size });
    if (this.#copies.length > 0) {
      wrapped.children.push({ name: 'defs', attributes: {}, children: this.#copies });
    }
    return {
      name: 'svg',
      attributes: {
        xmlns: 'http://www.w3.org/2000/svg',
        'xmlns:xlink': 'http://www.w3.org/1999/xlink',
        ...wrapped.attributes,
      },
      children: wrapped.children,
    };
  }

  #children(element: ReferenceElement, around: Surroundings): (OutputElement | string)[] {
    return element.children.flatMap((child): (OutputElement | string)[] => {
      // Browsers treat a carriage return as a space. Source: CSS Text 3, 4.1.
      if (!isElement(child)) return around.isInText ? [child.value.replaceAll('\r', ' ')] : [];
      return this.#element(child, around);
    });
  }

  #element(element: ReferenceElement, around: Surroundings): OutputElement[] {
    const { name } = element;
    this.#count += 1;
    if (this.#count > MOST_ELEMENTS) throw new Unsupported('it draws too many copies');
    if (around.depth > DEEPEST) throw new Unsupported('it is nested too deeply');
    if (WITHOUT_PICTURE.test(name) || !isChosen(element)) return [];
    const style = computeStyle(element.declared, around.style);
    const inside: Surroundings = {
      ...around,
      style,
      view: name === 'svg' || name === 'symbol' ? viewOf(element, around.view) : around.view,
      depth: around.depth + 1,
      isInText: around.isInText || name === 'text',
    };
    const isHidden = /^none$/i.test(style.own.get('display')?.value ?? '');
    if (!KNOWN.test(name)) {
      // Nothing inside is rendered, but it can be referenced.
      const children = this.#children(element, inside);
      return children.length === 0 ? [] : [{ name: 'defs', attributes: {}, children }];
    }
    if (name === 'foreignObject') {
      if (isHidden) return [];
      throw new Unsupported('a <foreignObject>');
    }
    const attributes = this.#attributes(element, style, around);
    if (SHAPES.has(name)) this.#mark(style, attributes, around);
    // Browsers draw a path up to its first error.
    if (attributes.d !== undefined) attributes.d = validPathData(attributes.d);
    // The renderer computes all of them, visible or not.
    if (Number(attributes.numOctaves) > MAX_OCTAVES) attributes.numOctaves = String(MAX_OCTAVES);
    if (attributes.points !== undefined) attributes.points = validPoints(attributes.points);
    // The renderer draws no links in text.
    const isSpan = name === 'a' && around.isInText;
    const output: OutputElement = { name: isSpan ? 'tspan' : name, attributes, children: [] };
    if (name === 'use') {
      if (!this.#use(element, output, inside)) return [];
    } else if (name === 'switch') {
      const branch = branchOf(element);
      output.children.push(...(branch ? this.#element(branch, inside) : []));
      return [this.#placed(element, { ...output, name: 'g' }, style, around)];
    } else output.children.push(...this.#children(element, inside));
    this.#follow(element, output);
    return [this.#placed(element, output, style, around)];
  }

  /** Adds the transform of an element; for a nested `<svg>`, with a group around it. */
  #placed(
    element: ReferenceElement,
    output: OutputElement,
    style: ComputedStyle,
    around: Surroundings,
  ): OutputElement {
    const { name } = element;
    const matrix = placementOf(style, {
      view: around.view,
      measure: () => boxOf(element, style),
      isRoot: false,
    });
    const attribute = transformAttribute(name);
    const inner = this.#ofSymbols.get(output);
    if (inner) {
      output.attributes.transform = write(multiply(matrix, inner));
      return output;
    }
    if (name === 'symbol' || isIdentity(matrix)) {
      delete output.attributes[attribute];
      return output;
    }
    if (name !== 'svg') {
      output.attributes[attribute] = write(matrix);
      return output;
    }
    return { name: 'g', attributes: { transform: write(matrix) }, children: [output] };
  }

  /** Links a `<use>` to a copy with its own styles; false if it renders nothing. */
  #use(element: ReferenceElement, output: OutputElement, inside: Surroundings): boolean {
    const target = this.#target(element);
    if (!target || inside.path.includes(target) || !DRAWN_BY_USE.test(target.name)) return false;
    // A reference to an ancestor.
    if ([...withDescendants(target)].includes(element)) return false;
    const template = this.#templates.get(target) ?? cloneElement(target);
    if (!this.#templates.has(target)) {
      declareStyles(template, this.#rules, false);
      this.#templates.set(target, template);
    }
    const copy = cloneElement(template);
    delete copy.attributes.id;
    this.#resize(copy, output, computeStyle(copy.declared, inside.style));
    const context = takesContext(target) ? this.#paintsOf(inside.style) : inside.context;
    const made = this.#element(copy, { ...inside, context, path: [...inside.path, target] });
    const [first] = made;
    if (!first) return false;
    const id = `c${this.#copies.length}`;
    first.attributes.id = id;
    this.#copies.push(first);
    output.attributes['xlink:href'] = `#${id}`;
    return true;
  }

  /** Creates markers for a shape if those of the source use context paints. */
  #mark(style: ComputedStyle, written: Record<string, string>, around: Surroundings): void {
    for (const property of ['marker-start', 'marker-mid', 'marker-end']) {
      const [, address = ''] = /^url\(([^()]*)\)$/.exec(inheritedValue(style, property)) ?? [];
      const marker = this.#ids.get(fragmentOf(address) ?? '');
      if (marker?.name !== 'marker' || !takesContext(marker) || around.path.includes(marker)) {
        continue;
      }
      const context = this.#paintsOf(style);
      const [copy] = this.#element(cloneElement(marker), {
        ...around,
        style: NO_STYLE,
        context,
        path: [...around.path, marker],
        depth: around.depth + 1,
      });
      if (!copy) continue;
      const id = `c${this.#copies.length}`;
      this.#copies.push({ ...copy, attributes: { ...copy.attributes, id } });
      written[property] = `url(#${id})`;
    }
  }

  #paintsOf(style: ComputedStyle): Paints {
    const paint = (name: string): string => {
      const value = inheritedValue(style, name);
      if (value.startsWith('url(')) throw new Unsupported(`context-${name} of a gradient`);
      if (/^context-/.test(value)) throw new Unsupported('paint of a context in another');
      return /^none$/i.test(value) ? 'none' : plainColor(value, currentColor(style));
    };
    return { fill: paint('fill'), stroke: paint('stroke') };
  }

  /**
   * Applies the size of a `<use>` to its symbol or `<svg>`; positions of both add up. Source: SVG
   * 2, 5.6.
   */
  #resize(copy: ReferenceElement, output: OutputElement, style: ComputedStyle): void {
    const { attributes: use } = output;
    const { x: left = '0', y: top = '0' } = use;
    if (copy.name !== 'symbol' && copy.name !== 'svg') {
      delete use.width;
      delete use.height;
      return;
    }
    const own = copy.attributes;
    for (const side of ['width', 'height']) {
      const declared = copy.declared.get(side);
      if (declared && !declared.isAttribute)
        throw new Unsupported(`the ${side} of a <${copy.name}>`);
      const value = use[side] ?? own[side];
      delete use[side];
      if (value === undefined) continue;
      if (copy.name === 'symbol') {
        use[side] = value;
        delete own[side];
      } else {
        own[side] = value;
        copy.declared = new Map([...copy.declared].filter(([name]) => name !== side));
        copy.declared = new Map([
          ...copy.declared,
          [side, { value, rank: [0, 0], isAttribute: true }],
        ]);
      }
    }
    if (copy.name !== 'symbol') return;
    for (const place of ['x', 'y']) {
      const [a, b] = [use[place], own[place]];
      delete own[place];
      if (b === undefined) continue;
      const sum = [a ?? '0', b].map((text) => pxOf(text));
      use[place] = formatNumber((sum[0] as number) + (sum[1] as number));
    }
    const matrix = placementOf(style, {
      view: undefined,
      measure: () => boxOf(copy, style),
      isRoot: false,
    });
    if (isIdentity(matrix)) return;
    // It applies to the symbol's own position, and not to that of the `<use>`.
    const [x, y] = [pxOf(left), pxOf(top)];
    const there = multiply([1, 0, 0, 1, x, y], matrix);
    this.#ofSymbols.set(output, multiply(there, [1, 0, 0, 1, -x, -y]));
  }

  /** Target element of a link; `href` wins over `xlink:href`. */
  #target({ attributes }: ReferenceElement): ReferenceElement | undefined {
    const link = attributes.href ?? attributes['xlink:href'];
    const id = link === undefined ? undefined : fragmentOf(link);
    return id === undefined ? undefined : this.#ids.get(id);
  }

  /** Writes the links of all elements except `<use>`. */
  #follow(element: ReferenceElement, { attributes }: OutputElement): void {
    const { name } = element;
    const link = element.attributes.href ?? element.attributes['xlink:href'];
    if (link === undefined || name === 'use' || name === 'a') return;
    if (name === 'image') attributes['xlink:href'] = embeddedUrl(link, this.#prepareEmbedded);
    else if (name === 'feImage' && fragmentOf(link) === undefined) {
      attributes['xlink:href'] = link;
    } else if (TAKES_FROM_OTHERS.test(name)) {
      const target = this.#target(element);
      if (target) attributes['xlink:href'] = `#${this.#idOf(target)}`;
    }
  }

  /** Id that is written for an element. */
  #idOf(element: ReferenceElement): string {
    const known = this.#written.get(element);
    if (known !== undefined) return known;
    const id = `r${this.#written.size}`;
    this.#written.set(element, id);
    return id;
  }

  /** Id to write for a target with one of some element names. */
  readonly #findOfKind: FindOfKind = (fragment, kinds) => {
    const id = fragmentOf(fragment);
    const target = id === undefined ? undefined : this.#ids.get(id);
    return target && kinds.test(target.name) ? this.#idOf(target) : undefined;
  };

  #attributes(
    element: ReferenceElement,
    style: ComputedStyle,
    { style: around, context, view }: Pick<Surroundings, 'style' | 'context' | 'view'>,
  ): Record<string, string> {
    const { name } = element;
    const written: Record<string, string> = {};
    for (const [attribute, value] of Object.entries(element.attributes)) {
      if (PRESENTATION_ATTRIBUTES.has(attribute) || TAKEN.test(attribute)) continue;
      if (shapes(attribute, name)) continue;
      const text = isAtLeast0(attribute) ? sizeAsRead(name, attribute, value) : value;
      if (text === undefined) continue;
      const whole = name.startsWith('fe') ? text.replace(/,\s*$/, '') : text;
      written[attribute] = WITHOUT_LENGTHS.test(attribute)
        ? whole
        : lengthsInPx(whole, style.fontSizes);
    }
    const { id } = element.attributes;
    if (id !== undefined && this.#ids.get(id) === element) written.id = this.#idOf(element);
    const styles: string[] = [];
    for (const [property, { value }] of style.own) {
      const absolute = WITHOUT_LENGTHS.test(property) ? value : lengthsInPx(value, style.fontSizes);
      const text = plainProperty(property, withoutCalc(absolute), name, style, this.#findOfKind);
      if (text === undefined) continue;
      if (text.startsWith('context-')) {
        written[property] = context?.[text === 'context-fill' ? 'fill' : 'stroke'] ?? 'none';
      } else if (isShapeProperty(property)) written[property] = text;
      else if (PRESENTATION_ATTRIBUTES.has(property)) {
        written[property] = text;
      } else styles.push(`${property}:${text}`);
    }
    if (styles.length > 0) written.style = styles.join(';');
    if (SHAPES.has(name) || /^t(?:ext|span)/.test(name)) {
      // The renderer uses the color of the element that declares the paint.
      for (const paint of ['fill', 'stroke']) {
        const value = inheritedValue(style, paint);
        if (/currentcolor/i.test(value))
          written[paint] = paintOf(value, this.#findOfKind, currentColor(style));
      }
    }
    if (element !== this.#root) this.#clip(element, style, view, written);
    scaleDashes(element, style, written);
    refuseEffects(name, style, around);
    return written;
  }

  /** Clips by a CSS basic shape. Source: CSS Masking 1, 5.1. */
  #clip(
    element: ReferenceElement,
    style: ComputedStyle,
    view: Surroundings['view'],
    written: Record<string, string>,
  ): void {
    const shape = readClipShape(style.own.get('clip-path')?.value ?? 'none');
    if (!shape) return;
    const isStroked = () =>
      [...withDescendants(element)].some(({ declared }) => declared.has('stroke')) ||
      !/^none$/i.test(inheritedValue(style, 'stroke'));
    if (/^(?:border|stroke|margin)-box$/.test(shape.box) && isStroked()) {
      throw new Unsupported(`clip-path with the ${shape.box} of a stroke`);
    }
    if (shape.box === 'view-box' && !view) throw new Unsupported('clip-path: view-box');
    const box = shape.box === 'view-box' && view ? { x: 0, y: 0, ...view } : boxOf(element, style);
    const id = `c${this.#copies.length}`;
    this.#copies.push({ name: 'clipPath', attributes: { id }, children: [pathOfClip(shape, box)] });
    written['clip-path'] = `url(#${id})`;
  }
}

/** Elements whose links browsers follow; they no longer follow those of filters. */
const TAKES_FROM_OTHERS = /^(?:linearGradient|radialGradient|pattern|textPath)$/;

/** Checks whether a descendant uses context paints. */
function takesContext(element: ReferenceElement): boolean {
  return [...withDescendants(element)].some(({ declared }) =>
    ['fill', 'stroke'].some((name) => /^context-/i.test(declared.get(name)?.value ?? '')),
  );
}

/** Elements that `<use>` can render. */
const DRAWN_BY_USE =
  /^(?:svg|symbol|g|a|switch|use|image|path|rect|circle|ellipse|line|polyline|polygon|text)$/;

/** Throws for effects that the renderer does not support. */
function refuseEffects(name: string, style: ComputedStyle, around: ComputedStyle): void {
  const effect = style.own.get('vector-effect')?.value ?? 'none';
  if (effect !== 'none' && SHAPES.has(name) && inheritedValue(style, 'stroke') !== 'none') {
    throw new Unsupported(`vector-effect: ${effect}`);
  }
  if (name === 'text' && around.own.has('inline-size')) throw new Unsupported('inline-size');
}

function viewOf(
  { attributes }: ReferenceElement,
  around: Surroundings['view'],
): Surroundings['view'] {
  const box = parseViewBox(attributes.viewBox ?? '');
  if (box) return { width: box.width, height: box.height };
  const [width, height] = [attributes.width, attributes.height].map((text) => {
    const length = text === undefined ? undefined : parseLength(text);
    return length && toPx(length);
  });
  return width === undefined || height === undefined ? around : { width, height };
}

function write(matrix: Matrix): string {
  return `matrix(${multiply(IDENTITY, matrix)
    .map((each) => formatNumber(Number(each.toPrecision(12))))
    .join(' ')})`;
}
