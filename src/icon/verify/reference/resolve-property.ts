import { appliesToElement, isGeometryProperty } from '../../../svg/attributes.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { parseClipShape } from './clip-shape.ts';
import { type ComputedStyle, inheritedValue } from './computed-style.ts';
import { geometryAttribute } from './lengths.ts';
import { resolveColor, resolveFilter, resolvePaint, resolveReference } from './paint.ts';
import { Unsupported } from './unsupported.ts';

/**
 * Finds the id to write for a target with one of some element names; `undefined` if there is none.
 */
export type FindOfKind = (fragment: string, kinds: RegExp) => string | undefined;

/** Resolves a value for the renderer; `undefined` omits the property. */
export function resolveProperty(
  property: string,
  value: string,
  name: string,
  style: ComputedStyle,
  find: FindOfKind,
): string | undefined {
  if (/^(?:transform|translate|rotate|scale|offset|perspective|background)(?:-|$)/.test(property))
    return undefined;
  if (/^(?:animation|transition|will-change|cursor|pointer-events)(?:-|$)/.test(property))
    return undefined;
  if (isGeometryProperty(property))
    return appliesToElement(property, name) ? geometryAttribute(property, value) : undefined;
  switch (property) {
    case 'fill':
    case 'stroke':
      return resolveElementPaint(value, find);
    case 'color':
      return resolveColor(value, undefined) === 'currentColor' ? undefined : resolveColor(value);
    case 'stop-color':
    case 'flood-color':
    case 'lighting-color':
      return resolveColor(value, resolveCurrentColor(style));
    case 'clip-path': {
      if (parseClipShape(value)) return undefined;
      const id = resolveReference(value, (target) => find(target, /^clipPath$/), property);
      return id && `url(#${id})`;
    }
    case 'mask': {
      const id = resolveReference(value, (target) => find(target, /^mask$/), property);
      return id && `url(#${id})`;
    }
    case 'marker-start':
    case 'marker-mid':
    case 'marker-end': {
      const id = resolveReference(value, (target) => find(target, /^marker$/), property);
      return id === undefined ? 'none' : `url(#${id})`;
    }
    case 'filter':
      return resolveFilter(value, (target) => find(target, /^filter$/), resolveCurrentColor(style));
    case 'opacity':
    case 'fill-opacity':
    case 'stroke-opacity':
    case 'stop-opacity':
    case 'flood-opacity':
      return value.endsWith('%') ? formatNumber(Number.parseFloat(value) / 100) : value;
    default:
      if (/^(?:mask-(?!type)|clip$)/.test(property) && !/^(?:none|auto)$/i.test(value))
        throw new Unsupported(`the property ${property}`);
      return value;
  }
}

/** @param current value of the property `color`; without it, `currentColor` stays */
export function resolveElementPaint(value: string, find: FindOfKind, current?: string): string {
  return resolvePaint(value, (target) => find(target, /^(?:\w+Gradient|pattern)$/), current);
}

/** Value of `currentColor` if the page sets no color. */
export function resolveCurrentColor(style: ComputedStyle): string {
  const color = inheritedValue(style, 'color');
  return resolveColor(/^currentcolor$/i.test(color) ? '#000' : color);
}
