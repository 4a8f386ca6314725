import { isCanonicalAttribute } from '../../../svg/css/canonical-attribute.ts';
import { parseValue } from '../../../svg/css/values.ts';

/** Parsed values, since sources of one set repeat them. */
const cache = new Map<string, string | undefined>();
const MAX_CACHED = 5000;
const MAX_LENGTH = 200;

/** Canonical spelling of a value; `undefined` if browsers ignore it. */
export function validValue(
  property: string,
  value: string,
  context: 'attribute' | 'declaration',
): string | undefined {
  if (context === 'attribute' && isCanonicalAttribute(property, value)) return value;
  if (value.length > MAX_LENGTH) return parseValue(property, value, context).text;
  const key = `${context} ${property}:${value}`;
  if (cache.has(key)) return cache.get(key);
  if (cache.size >= MAX_CACHED) cache.clear();
  const { text } = parseValue(property, value, context);
  cache.set(key, text);
  return text;
}
