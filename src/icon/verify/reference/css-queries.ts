import { canonicalProperty, isRenderingProperty } from '../../../svg/css/properties.ts';
import { parseValue } from '../../../svg/css/values.ts';

/** Media features that have the same value for every static image. */
const MEDIA_FEATURES: Readonly<Record<string, RegExp>> = {
  'prefers-color-scheme': /^light$/,
  'prefers-reduced-motion': /^no-preference$/,
  'prefers-contrast': /^no-preference$/,
  'prefers-reduced-transparency': /^no-preference$/,
  'prefers-reduced-data': /^no-preference$/,
  'forced-colors': /^none$/,
  'inverted-colors': /^none$/,
  scripting: /^none$/,
};

/** Evaluates a media query for an image in a light page; `undefined` if it depends on more. */
export function matchesMedia(query: string): boolean | undefined {
  const parts = query
    .toLowerCase()
    .split(',')
    .map((each) => matchesMediaQuery(each.trim()));
  return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
}

function matchesMediaQuery(query: string): boolean | undefined {
  const [, negation, rest = ''] = /^(not\s+|only\s+)?([\s\S]*)$/.exec(query) ?? [];
  const terms = rest.split(/\s+and\s+|\band\s*(?=\()/).map((term) => matchesMediaTerm(term.trim()));
  const isMatch = terms.includes(false) ? false : terms.includes(undefined) ? undefined : true;
  if (negation?.trim() !== 'not') return isMatch;
  return isMatch === undefined ? undefined : !isMatch;
}

function matchesMediaTerm(term: string): boolean | undefined {
  if (term === '' || term === 'all' || term === 'screen') return true;
  if (/^[-\w]+$/.test(term)) return false;
  const [, name = '', value] = /^\(\s*([-\w]+)\s*(?::\s*([-\w]+)\s*)?\)$/.exec(term) ?? [];
  const feature = Object.hasOwn(MEDIA_FEATURES, name) ? MEDIA_FEATURES[name] : undefined;
  if (!feature) return undefined;
  return value === undefined ? name === 'prefers-color-scheme' : feature.test(value);
}

/** Evaluates a condition of `@supports`; `undefined` if it tests more than values. */
export function matchesSupports(condition: string): boolean | undefined {
  const text = condition.trim();
  const [, negated] = /^not\b\s*([\s\S]+)$/i.exec(text) ?? [];
  if (negated !== undefined) {
    const isMatch = matchesSupports(negated);
    return isMatch === undefined ? undefined : !isMatch;
  }
  for (const [word, decisive] of [
    ['or', true],
    ['and', false],
  ] as const) {
    const parts = splitAtTopLevel(text, word);
    if (parts.length === 1) continue;
    const results = parts.map(matchesSupports);
    return results.includes(decisive)
      ? decisive
      : results.includes(undefined)
        ? undefined
        : !decisive;
  }
  if (!text.startsWith('(') || !text.endsWith(')')) return undefined;
  const inner = text.slice(1, -1).trim();
  const [, property, value = ''] = /^([-\w]+)\s*:([\s\S]*)$/.exec(inner) ?? [];
  if (property === undefined) return matchesSupports(inner);
  const name = canonicalProperty(property);
  if (!isRenderingProperty(name)) return undefined;
  return parseValue(name, value, 'declaration').text !== undefined;
}

function splitAtTopLevel(text: string, word: string): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    else if (depth === 0 && new RegExp(`^\\b${word}\\b`, 'i').test(text.slice(at, at + 4))) {
      parts.push(text.slice(start, at));
      start = at + word.length;
    }
  }
  return [...parts, text.slice(start)];
}
