import { TextCache } from '../../../core/text-cache.ts';
import { isCanonicalAttribute } from '../../../svg/css/canonical-attribute.ts';
import { parseValue } from '../../../svg/css/values.ts';

/** Parsed values, since sources of one set repeat them. */
const cache = new TextCache<string | undefined>({ entries: 5000, length: 250 });

/** Canonical spelling of a value; `undefined` if browsers ignore it. */
export function validValue(
  property: string,
  value: string,
  context: 'attribute' | 'declaration',
): string | undefined {
  if (context === 'attribute' && isCanonicalAttribute(property, value)) return value;
  const key = `${context} ${property}:${value}`;
  if (cache.has(key)) return cache.get(key);
  return cache.set(key, parseValue(property, value, context).text);
}
