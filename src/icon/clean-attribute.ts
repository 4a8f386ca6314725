import {
  attributeKind,
  invalidSizeFallback,
  isGeometryAttribute,
  MAX_OCTAVES,
} from '../svg/attributes.ts';
import { isCanonicalAttribute } from '../svg/css/canonical-attribute.ts';
import type { ParsedValue } from '../svg/css/values.ts';
import { parseNumber, parseNumberList, withPlainSpaces } from '../svg/numbers.ts';
import { validPathData } from '../svg/path-data.ts';
import { validPoints } from '../svg/points.ts';
import {
  parsePreserveAspectRatio,
  serializePreserveAspectRatio,
} from '../svg/preserve-aspect-ratio.ts';
import { parseTransformList, serializeTransformList } from '../svg/transform-list.ts';
import { type CssParser, PartNeeded } from './lazy-parts.ts';

const LENGTH_LIST_ELEMENTS = /^(?:text|tspan)$/;

/**
 * Parses the value of an allowed attribute by its own grammar and serializes it. Names and
 * references (`own` in the table of kinds) are unchanged.
 *
 * `translate(-4-5)` of `transform` → `translate(-4 -5)`; `Anna's` of `fill` → nothing
 */
export function cleanAttribute(
  element: string,
  name: string,
  value: string,
  css: CssParser | undefined,
): ParsedValue {
  const isList = LENGTH_LIST_ELEMENTS.test(element) && (name === 'x' || name === 'y');
  const kind = isList ? 'lengths' : (attributeKind(element, name) ?? 'property');
  if (kind === 'property') return parseSize(element, name, value, css);
  if (typeof kind !== 'string') return toParsedValue(kind.includes(value) ? value : undefined);
  const clean = CLEANERS[kind];
  const text = clean ? clean(value, css, name) : value;
  if (text === undefined) return toParsedValue(invalidSizeFallback(element, name, value));
  return toParsedValue(withPlainSpaces(text));
}

type CleanAttributeValue = (
  value: string,
  css: CssParser | undefined,
  name: string,
) => string | undefined;

const CLEANERS: Readonly<Record<string, CleanAttributeValue>> = {
  aspect(value) {
    const parsed = parsePreserveAspectRatio(value);
    return parsed && serializePreserveAspectRatio(parsed);
  },
  clock: (value) => CLOCK.exec(value)?.[1],
  languages(value) {
    const languages = value.split(',').flatMap((each) => LANGUAGE.exec(each)?.[1] ?? []);
    return languages.length > 0 ? languages.join(',') : undefined;
  },
  length: (value, css) => parseProperty('x', value, css).text,
  lengths(value, css) {
    const lengths = value.split(SEPARATOR).filter(Boolean);
    const parsed = lengths.map((length) => parseProperty('x', length, css).text);
    return parsed.includes(undefined) ? undefined : parsed.join(' ');
  },
  numbers(value, _, name) {
    if (name === 'offset') return parseNumberList(value.replace(/%\s*$/, '')) ? value : undefined;
    // Browsers ignore a comma after the last number.
    const text = value.replace(/,\s*$/, '');
    const numbers = parseNumberList(text.replaceAll(';', ' '));
    const isBroken = name === 'pathLength' && (numbers?.length !== 1 || (numbers[0] ?? 0) < 0);
    return numbers && !isBroken ? text : undefined;
  },
  octaves(value) {
    const number = parseNumber(value);
    return number === undefined ? undefined : String(Math.min(number, MAX_OCTAVES));
  },
  orient(value, css) {
    return ORIENT.test(value) ? value : parseProperty('x', value, css).text;
  },
  path: (value) => validPathData(value),
  points: (value) => validPoints(value),
  transform(value) {
    const parsed = parseTransformList(value);
    return parsed && (serializeTransformList(parsed) || undefined);
  },
  viewBox: (value) => (parseNumberList(value)?.length === 4 ? value : undefined),
};

const SEPARATOR = /[\s,]+/;
/** Source: SVG Animations 2, 3.3.1. */
const CLOCK =
  /^\s*(indefinite|media|[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:h|min|s|ms)?|(?:\d+:)?\d+:\d+(?:\.\d+)?)\s*$/;
/** Language, script and region, followed by anything. Source: RFC 5646, 2.1. */
const LANGUAGE = /^\s*([a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?)(?:-[a-z\d]{1,8})*\s*$/i;
/** Source: SVG 2, 11.6.2; SVG Animations 2, 3.13.1. */
const ORIENT =
  /^\s*(?:auto|auto-start-reverse|auto-reverse|left|center|right|top|bottom|[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:deg|grad|rad|turn))\s*$/;

function toParsedValue(text: string | undefined): ParsedValue {
  return { text, outside: NOTHING, unsupported: NOTHING };
}

const NOTHING: readonly string[] = [];

/** Parses the value of a property. Sizes and positions allow no CSS keywords in attributes. */
function parseSize(
  element: string,
  name: string,
  value: string,
  css: CssParser | undefined,
): ParsedValue {
  const parsed = parseProperty(name, value, css);
  if (!isGeometryAttribute(name)) return parsed;
  const isValid = parsed.text !== undefined && !KEYWORD.test(parsed.text);
  return isValid ? parsed : toParsedValue(invalidSizeFallback(element, name, value));
}

const KEYWORD = /^(?:inherit|initial|unset|revert|revert-layer)$/;

/** Parses a value by the grammar of a property; lengths need no unit. */
function parseProperty(name: string, value: string, css: CssParser | undefined): ParsedValue {
  if (isCanonicalAttribute(name, value)) return toParsedValue(value);
  if (!css) throw new PartNeeded('css');
  return css.parseValue(name, value, 'attribute');
}
