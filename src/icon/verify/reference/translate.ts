import { MAX_OCTAVES } from '../../../svg/attributes.ts';
import { parseFragment } from '../../../svg/css/references.ts';
import { SHAPES } from '../../../svg/elements.ts';
import { parseLength, toPx } from '../../../svg/length.ts';
import { IDENTITY, isIdentity, type Matrix, multiply } from '../../../svg/matrix.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { validPathData } from '../../../svg/path-data.ts';
import { validPoints } from '../../../svg/points.ts';
import { parseViewBox, sizeOf } from '../../../svg/view-box.ts';
import { boxOf } from './bounds.ts';
import { cascadeStyles, transformAttribute } from './cascade-styles.ts';
import { createClipElement, parseClipShape } from './clip-shape.ts';
import {
  type ComputedStyle,
  computeStyle,
  INITIAL_STYLE,
  inheritedValue,
} from './computed-style.ts';
import { meetsConditions, selectSwitchBranch } from './conditions.ts';
import { type ContextPaints, contextPaintsOf, usesContextPaint } from './context-paints.ts';
import { scaleDashes } from './dashes.ts';
import { transformMatrix } from './element-transform.ts';
import { type PrepareEmbedded, prepareDataUrl } from './embedded-svg.ts';
import { LinkTargets } from './link-targets.ts';
import {
  cloneElement,
  isElement,
  type OutputElement,
  type ReferenceElement,
  withDescendants,
} from './nodes.ts';
import { outputAttributes } from './output-attributes.ts';
import { wrapRoot } from './root-box.ts';
import type { SheetRule } from './sheet-rules.ts';
import { Unsupported } from './unsupported.ts';
import { applyUseSize } from './use-size.ts';

/** Most elements of a source, including copies that `<use>` renders. */
const MAX_ELEMENTS = 20_000;
const MAX_DEPTH = 200;

/** Elements that render nothing; animations stay at their start. */
const NON_RENDERED =
  /^(?:style|script|title|desc|metadata|tref|cursor|view|hatch|set|discard|animate.*|color-profile|handler|listener)$/;
const KNOWN_ELEMENTS =
  /^(?:svg|g|defs|a|switch|symbol|use|image|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath|linearGradient|radialGradient|stop|pattern|clipPath|mask|marker|filter|fe[A-Z]\w*|foreignObject)$/;

/** Context of an element. */
interface TranslationContext {
  readonly style: ComputedStyle;
  /** Width and height of the nearest `viewBox`; `undefined` if unknown. */
  readonly viewport: { readonly width: number; readonly height: number } | undefined;
  /** Paints of the element that references a marker or copy. */
  readonly contextPaints: ContextPaints | undefined;
  /** Targets of the enclosing `<use>` elements. */
  readonly usePath: readonly ReferenceElement[];
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
  readonly #targets: LinkTargets;
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
    this.#targets = new LinkTargets(root);
  }

  run(): OutputElement {
    const style = computeStyle(this.#root.cascaded, INITIAL_STYLE);
    const attributes = this.#attributes(this.#root, style, {
      style: INITIAL_STYLE,
      contextPaints: undefined,
      viewport: undefined,
    });
    for (const name of ['width', 'height', 'x', 'y']) {
      // Only attributes determine its size.
      const { [name]: value } = this.#root.attributes;
      if (value === undefined) delete attributes[name];
      else attributes[name] = value;
    }
    const children = this.#children(this.#root, {
      style,
      viewport: viewportOf(this.#root, undefined),
      contextPaints: undefined,
      usePath: [],
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

  #children(element: ReferenceElement, outer: TranslationContext): (OutputElement | string)[] {
    return element.children.flatMap((child): (OutputElement | string)[] => {
      // Browsers treat a carriage return as a space. Source: CSS Text 3, 4.1.
      if (!isElement(child)) return outer.isInText ? [child.value.replaceAll('\r', ' ')] : [];
      return this.#element(child, outer);
    });
  }

  #element(element: ReferenceElement, outer: TranslationContext): OutputElement[] {
    const { name } = element;
    this.#count += 1;
    if (this.#count > MAX_ELEMENTS) throw new Unsupported('it draws too many copies');
    if (outer.depth > MAX_DEPTH) throw new Unsupported('it is nested too deeply');
    if (NON_RENDERED.test(name) || !meetsConditions(element)) return [];
    const style = computeStyle(element.cascaded, outer.style);
    const childContext: TranslationContext = {
      ...outer,
      style,
      viewport:
        name === 'svg' || name === 'symbol' ? viewportOf(element, outer.viewport) : outer.viewport,
      depth: outer.depth + 1,
      isInText: outer.isInText || name === 'text',
    };
    const isHidden = /^none$/i.test(style.specified.get('display')?.value ?? '');
    if (!KNOWN_ELEMENTS.test(name)) {
      // Nothing inside is rendered, but it can be referenced.
      const children = this.#children(element, childContext);
      return children.length === 0 ? [] : [{ name: 'defs', attributes: {}, children }];
    }
    if (name === 'foreignObject') {
      if (isHidden) return [];
      throw new Unsupported('a <foreignObject>');
    }
    const attributes = this.#attributes(element, style, outer);
    if (SHAPES.has(name)) this.#mark(style, attributes, outer);
    // Browsers draw a path up to its first error.
    if (attributes.d !== undefined) attributes.d = validPathData(attributes.d);
    // The renderer computes all of them, visible or not.
    if (Number(attributes.numOctaves) > MAX_OCTAVES) attributes.numOctaves = String(MAX_OCTAVES);
    if (attributes.points !== undefined) attributes.points = validPoints(attributes.points);
    // The renderer draws no links in text.
    const isSpan = name === 'a' && outer.isInText;
    const output: OutputElement = { name: isSpan ? 'tspan' : name, attributes, children: [] };
    if (name === 'use') {
      if (!this.#use(element, output, childContext)) return [];
    } else if (name === 'switch') {
      const branch = selectSwitchBranch(element);
      output.children.push(...(branch ? this.#element(branch, childContext) : []));
      return [this.#placed(element, { ...output, name: 'g' }, style, outer)];
    } else output.children.push(...this.#children(element, childContext));
    this.#follow(element, output);
    return [this.#placed(element, output, style, outer)];
  }

  /** Adds the transform of an element; for a nested `<svg>`, with a group around it. */
  #placed(
    element: ReferenceElement,
    output: OutputElement,
    style: ComputedStyle,
    outer: TranslationContext,
  ): OutputElement {
    const { name } = element;
    const matrix = transformMatrix(style, {
      viewport: outer.viewport,
      measure: () => boxOf(element, style),
      isRoot: false,
    });
    const attribute = transformAttribute(name);
    const inner = this.#ofSymbols.get(output);
    if (inner) {
      output.attributes.transform = formatMatrix(multiply(matrix, inner));
      return output;
    }
    if (name === 'symbol' || isIdentity(matrix)) {
      delete output.attributes[attribute];
      return output;
    }
    if (name !== 'svg') {
      output.attributes[attribute] = formatMatrix(matrix);
      return output;
    }
    return { name: 'g', attributes: { transform: formatMatrix(matrix) }, children: [output] };
  }

  /** Links a `<use>` to a copy with its own styles; false if it renders nothing. */
  #use(
    element: ReferenceElement,
    output: OutputElement,
    childContext: TranslationContext,
  ): boolean {
    const target = this.#targets.linkedFrom(element);
    if (!target || childContext.usePath.includes(target) || !USABLE_ELEMENTS.test(target.name))
      return false;
    // A reference to an ancestor.
    if ([...withDescendants(target)].includes(element)) return false;
    const template = this.#templates.get(target) ?? cloneElement(target);
    if (!this.#templates.has(target)) {
      cascadeStyles(template, this.#rules, false);
      this.#templates.set(target, template);
    }
    const copy = cloneElement(template);
    delete copy.attributes.id;
    const transform = applyUseSize(copy, output, computeStyle(copy.cascaded, childContext.style));
    if (transform) this.#ofSymbols.set(output, transform);
    const contextPaints = usesContextPaint(target)
      ? contextPaintsOf(childContext.style)
      : childContext.contextPaints;
    const translated = this.#element(copy, {
      ...childContext,
      contextPaints,
      usePath: [...childContext.usePath, target],
    });
    const [first] = translated;
    if (!first) return false;
    const id = `c${this.#copies.length}`;
    first.attributes.id = id;
    this.#copies.push(first);
    output.attributes['xlink:href'] = `#${id}`;
    return true;
  }

  /** Creates markers for a shape if those of the source use context paints. */
  #mark(style: ComputedStyle, attributes: Record<string, string>, outer: TranslationContext): void {
    for (const property of ['marker-start', 'marker-mid', 'marker-end']) {
      const [, address = ''] = /^url\(([^()]*)\)$/.exec(inheritedValue(style, property)) ?? [];
      const marker = this.#targets.find(address);
      if (
        marker?.name !== 'marker' ||
        !usesContextPaint(marker) ||
        outer.usePath.includes(marker)
      ) {
        continue;
      }
      const contextPaints = contextPaintsOf(style);
      const [copy] = this.#element(cloneElement(marker), {
        ...outer,
        style: INITIAL_STYLE,
        contextPaints,
        usePath: [...outer.usePath, marker],
        depth: outer.depth + 1,
      });
      if (!copy) continue;
      const id = `c${this.#copies.length}`;
      this.#copies.push({ ...copy, attributes: { ...copy.attributes, id } });
      attributes[property] = `url(#${id})`;
    }
  }

  /** Writes the links of all elements except `<use>`. */
  #follow(element: ReferenceElement, { attributes }: OutputElement): void {
    const { name } = element;
    const link = element.attributes.href ?? element.attributes['xlink:href'];
    if (link === undefined || name === 'use' || name === 'a') return;
    if (name === 'image') attributes['xlink:href'] = prepareDataUrl(link, this.#prepareEmbedded);
    else if (name === 'feImage' && parseFragment(link) === undefined) {
      attributes['xlink:href'] = link;
    } else if (LINKING_ELEMENTS.test(name)) {
      const target = this.#targets.linkedFrom(element);
      if (target) attributes['xlink:href'] = `#${this.#targets.idOf(target)}`;
    }
  }

  #attributes(
    element: ReferenceElement,
    style: ComputedStyle,
    {
      style: outer,
      contextPaints,
      viewport,
    }: Pick<TranslationContext, 'style' | 'viewport' | 'contextPaints'>,
  ): Record<string, string> {
    const attributes = outputAttributes({ element, style, contextPaints, targets: this.#targets });
    if (element !== this.#root) this.#clip(element, style, viewport, attributes);
    scaleDashes(element, style, attributes);
    rejectUnsupportedEffects(element.name, style, outer);
    return attributes;
  }

  /** Clips by a CSS basic shape. Source: CSS Masking 1, 5.1. */
  #clip(
    element: ReferenceElement,
    style: ComputedStyle,
    viewport: TranslationContext['viewport'],
    attributes: Record<string, string>,
  ): void {
    const shape = parseClipShape(style.specified.get('clip-path')?.value ?? 'none');
    if (!shape) return;
    const isStroked = () =>
      [...withDescendants(element)].some(({ cascaded }) => cascaded.has('stroke')) ||
      !/^none$/i.test(inheritedValue(style, 'stroke'));
    if (/^(?:border|stroke|margin)-box$/.test(shape.box) && isStroked()) {
      throw new Unsupported(`clip-path with the ${shape.box} of a stroke`);
    }
    if (shape.box === 'view-box' && !viewport) throw new Unsupported('clip-path: view-box');
    const box =
      shape.box === 'view-box' && viewport ? { x: 0, y: 0, ...viewport } : boxOf(element, style);
    const id = `c${this.#copies.length}`;
    this.#copies.push({
      name: 'clipPath',
      attributes: { id },
      children: [createClipElement(shape, box)],
    });
    attributes['clip-path'] = `url(#${id})`;
  }
}

/** Elements whose links browsers follow; they no longer follow those of filters. */
const LINKING_ELEMENTS = /^(?:linearGradient|radialGradient|pattern|textPath)$/;

/** Elements that `<use>` can render. */
const USABLE_ELEMENTS =
  /^(?:svg|symbol|g|a|switch|use|image|path|rect|circle|ellipse|line|polyline|polygon|text)$/;

/** Throws for effects that the renderer does not support. */
function rejectUnsupportedEffects(name: string, style: ComputedStyle, outer: ComputedStyle): void {
  const effect = style.specified.get('vector-effect')?.value ?? 'none';
  if (effect !== 'none' && SHAPES.has(name) && inheritedValue(style, 'stroke') !== 'none') {
    throw new Unsupported(`vector-effect: ${effect}`);
  }
  if (name === 'text' && outer.specified.has('inline-size')) throw new Unsupported('inline-size');
}

function viewportOf(
  { attributes }: ReferenceElement,
  outer: TranslationContext['viewport'],
): TranslationContext['viewport'] {
  const box = parseViewBox(attributes.viewBox ?? '');
  if (box) return { width: box.width, height: box.height };
  const [width, height] = [attributes.width, attributes.height].map((text) => {
    const length = text === undefined ? undefined : parseLength(text);
    return length && toPx(length);
  });
  return width === undefined || height === undefined ? outer : { width, height };
}

function formatMatrix(matrix: Matrix): string {
  return `matrix(${multiply(IDENTITY, matrix)
    .map((each) => formatNumber(Number(each.toPrecision(12))))
    .join(' ')})`;
}
