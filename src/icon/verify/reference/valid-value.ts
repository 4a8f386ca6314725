import { isPlain } from '../../../svg/css/plain.ts';
import { parseValue } from '../../../svg/css/values.ts';

/** Parsed values, since sources of one set repeat them. */
const known = new Map<string, string | undefined>();
const REMEMBERED = 5000;
const LONGEST = 200;

/** Canonical spelling of a value; `undefined` if browsers ignore it. */
export function validValue(
  property: string,
  value: string,
  context: 'attribute' | 'declaration',
): string | undefined {
  if (context === 'attribute' && isPlain(property, value)) return value;
  if (value.length > LONGEST) return parseValue(property, value, context).text;
  const key = `${context} ${property}:${value}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= REMEMBERED) known.clear();
  const { text } = parseValue(property, value, context);
  known.set(key, text);
  return text;
}
