import { invalidSizeFallback } from '../../../svg/attributes.ts';
import { absoluteToPx, parseLength, toPx } from '../../../svg/length.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { Unsupported } from './unsupported.ts';

/** Attribute value of a CSS geometry property. */
export function geometryAttribute(property: string, value: string): string | undefined {
  if (property === 'd') {
    const [, path] = /^path\(\s*(["'])([\s\S]*)\1\s*\)$/i.exec(value)?.slice(1) ?? [];
    return /^none$/i.test(value) ? '' : (path ?? value);
  }
  if (/^auto$/i.test(value)) return undefined;
  const length = parseLength(value);
  if (!length) return value;
  const px = absoluteToPx(length);
  return px === undefined ? value : formatNumber(px);
}

/** Effective value of a size attribute that is not a CSS property; `undefined` for the default. */
export function effectiveSize(
  element: string,
  attribute: string,
  value: string,
): string | undefined {
  const length = parseLength(value);
  return length && length.value >= 0 ? value : invalidSizeFallback(element, attribute, value);
}

/**
 * A length in px.
 *
 * @throws {Unsupported} if it depends on the page
 */
export function lengthInPx(text: string): number {
  const length = parseLength(text);
  const px = length && toPx(length);
  if (px === undefined) throw new Unsupported(`the length ${text.slice(0, 40)}`);
  return px;
}
