import { appliesToElement, isGeometryProperty, isNonNegative } from '../../../svg/attributes.ts';
import { PRESENTATION_ATTRIBUTES } from '../../../svg/css/properties.ts';
import { SHAPES } from '../../../svg/elements.ts';
import { resolveCalc } from './calc.ts';
import { type ComputedStyle, inheritedValue } from './computed-style.ts';
import type { ContextPaints } from './context-paints.ts';
import { lengthsInPx } from './font-lengths.ts';
import { effectiveSize } from './lengths.ts';
import type { LinkTargets } from './link-targets.ts';
import type { ReferenceElement } from './nodes.ts';
import { resolveCurrentColor, resolveElementPaint, resolveProperty } from './resolve-property.ts';

/** Attributes that translation handles, or that do not affect rendering. */
const HANDLED_ATTRIBUTES =
  /^(?:id|class|style|href|xlink:href|transform|transform-origin|pathLength|requiredFeatures|requiredExtensions|systemLanguage|kerning|on.*|xml:(?!space$).*|xmlns.*|tabindex|role|aria-.*|data-.*)$/;

/** Attributes and properties that may look like lengths but are not. */
const WITHOUT_LENGTHS = /^(?:d|points|values|transform|font-family|in|in2|result)$/;

/** An element with its style, and what its attributes refer to. */
export interface StyledElement {
  readonly element: ReferenceElement;
  readonly style: ComputedStyle;
  readonly contextPaints: ContextPaints | undefined;
  readonly targets: LinkTargets;
}

/** Attributes of an element in the output: its own, then its properties. */
export function outputAttributes(styled: StyledElement): Record<string, string> {
  const attributes = plainAttributes(styled);
  const { element, targets } = styled;
  if (targets.isTarget(element)) attributes.id = targets.idOf(element);
  Object.assign(attributes, propertyAttributes(styled));
  return Object.assign(attributes, currentColorPaints(styled));
}

function plainAttributes({ element, style }: StyledElement): Record<string, string> {
  const { name } = element;
  const attributes: Record<string, string> = {};
  for (const [attribute, value] of Object.entries(element.attributes)) {
    if (PRESENTATION_ATTRIBUTES.has(attribute) || HANDLED_ATTRIBUTES.test(attribute)) continue;
    if (appliesToElement(attribute, name)) continue;
    const text = isNonNegative(attribute) ? effectiveSize(name, attribute, value) : value;
    if (text === undefined) continue;
    const trimmed = name.startsWith('fe') ? text.replace(/,\s*$/, '') : text;
    attributes[attribute] = withPxLengths(attribute, trimmed, style);
  }
  return attributes;
}

/** Properties as attributes, and in a style those that are none. */
function propertyAttributes(styled: StyledElement): Record<string, string> {
  const { element, style, contextPaints, targets } = styled;
  const attributes: Record<string, string> = {};
  const declarations: string[] = [];
  for (const [property, { value }] of style.specified) {
    const computed = resolveCalc(withPxLengths(property, value, style));
    const text = resolveProperty(property, computed, element.name, style, targets.findOfKind);
    if (text === undefined) continue;
    if (text.startsWith('context-')) {
      const paint = contextPaints?.[text === 'context-fill' ? 'fill' : 'stroke'];
      attributes[property] = paint ?? 'none';
    } else if (isGeometryProperty(property) || PRESENTATION_ATTRIBUTES.has(property)) {
      attributes[property] = text;
    } else declarations.push(`${property}:${text}`);
  }
  if (declarations.length > 0) attributes.style = declarations.join(';');
  return attributes;
}

/** The renderer uses the color of the element that declares the paint. */
function currentColorPaints(styled: StyledElement): Record<string, string> {
  const { element, style, targets } = styled;
  const attributes: Record<string, string> = {};
  if (!SHAPES.has(element.name) && !/^t(?:ext|span)/.test(element.name)) return attributes;
  for (const paint of ['fill', 'stroke']) {
    const value = inheritedValue(style, paint);
    if (!/currentcolor/i.test(value)) continue;
    const color = resolveCurrentColor(style);
    attributes[paint] = resolveElementPaint(value, targets.findOfKind, color);
  }
  return attributes;
}

function withPxLengths(name: string, value: string, { fontSizes }: ComputedStyle): string {
  return WITHOUT_LENGTHS.test(name) ? value : lengthsInPx(value, fontSizes);
}
