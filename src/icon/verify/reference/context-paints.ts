import { type ComputedStyle, inheritedValue } from './computed-style.ts';
import { type ReferenceElement, withDescendants } from './nodes.ts';
import { resolveColor } from './paint.ts';
import { resolveCurrentColor } from './resolve-property.ts';
import { Unsupported } from './unsupported.ts';

/** Paints that `context-fill` and `context-stroke` stand for. */
export interface ContextPaints {
  readonly fill: string;
  readonly stroke: string;
}

/** @throws {Unsupported} if a paint is no color */
export function contextPaintsOf(style: ComputedStyle): ContextPaints {
  return { fill: plainPaint('fill', style), stroke: plainPaint('stroke', style) };
}

function plainPaint(property: 'fill' | 'stroke', style: ComputedStyle): string {
  const value = inheritedValue(style, property);
  if (value.startsWith('url(')) throw new Unsupported(`context-${property} of a gradient`);
  if (/^context-/.test(value)) throw new Unsupported('paint of a context in another');
  return /^none$/i.test(value) ? 'none' : resolveColor(value, resolveCurrentColor(style));
}

/** Checks whether a descendant uses context paints. */
export function usesContextPaint(element: ReferenceElement): boolean {
  return [...withDescendants(element)].some(({ cascaded }) =>
    ['fill', 'stroke'].some((name) => /^context-/i.test(cascaded.get(name)?.value ?? '')),
  );
}
