import { COLOR_NAMES } from '../color-names.ts';
import { PROPERTIES } from './properties.ts';

/*
 * Recognizes the values of most icons by patterns: numbers, keywords, colors and references in
 * canonical spelling. Avoids the CSS parser, which takes as long to load as a small build takes.
 */

const NUMBER = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)(?:e-?\d+)?`;
const UNIT = '(?:px|pt|pc|mm|cm|in|em|ex)';
const UNSIGNED = NUMBER.slice(2);
const COLOR = `#(?:[\\da-fA-F]{3,4}|[\\da-fA-F]{6}|[\\da-fA-F]{8})|currentColor|${[...COLOR_NAMES.keys()].join('|')}`;
const REFERENCE = String.raw`url\(#[\w.-]+\)`;

/** Patterns of value types, as subsets of the types in attributes. */
const TYPE_PATTERNS: Readonly<Record<string, string>> = {
  '<color>': COLOR,
  '<paint>': `none|${COLOR}|${REFERENCE}`,
  '<url-token>': REFERENCE,
  '<opacity>': NUMBER,
  '<number>': NUMBER,
  '<number [0,∞]>': UNSIGNED,
  '<length>': NUMBER + UNIT,
  '<length [0,∞]>': UNSIGNED + UNIT,
  '<percentage>': `${NUMBER}%`,
  '<percentage [0,∞]>': `${UNSIGNED}%`,
  // The unit is optional, unlike in declarations.
  '<extent>': `${UNSIGNED}(?:${UNIT}|%)?`,
  '<dashes>': `${UNSIGNED}(?:[ ,]${UNSIGNED}){0,50}`,
};

const patterns = new Map<string, RegExp>();

/**
 * Checks whether a value is valid for an attribute and in canonical spelling; `false` if that needs
 * a parser to decide.
 */
export function isCanonicalAttribute(property: string, value: string): boolean {
  if (value.length > MAX_LENGTH) return false;
  const pattern = patterns.get(property) ?? patternFor(property);
  if (!pattern) return false;
  patterns.set(property, pattern);
  return pattern.test(value);
}

const MAX_LENGTH = 200;

function patternFor(property: string): RegExp | undefined {
  const definition = PROPERTIES.get(property);
  if (definition === undefined) return undefined;
  const alternatives = definition.split(' | ').flatMap((each) => {
    if (/^[\w-]+$/.test(each)) return [each];
    const type = TYPE_PATTERNS[each];
    return type === undefined ? [] : [type];
  });
  return new RegExp(`^(?:inherit|${alternatives.join('|')})$`);
}
