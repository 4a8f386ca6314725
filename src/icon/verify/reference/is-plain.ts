import { ShortTextCache } from '../../../core/short-text-cache.ts';
import { PAGE_UNIT } from '../../../svg/length.ts';
import { validPoints } from '../../../svg/points.ts';
import { isSimplePath } from '../../../svg/scan-path.ts';

/** Elements that the renderer reads like browsers with any attributes. */
const ELEMENTS =
  /^(?:svg|g|defs|path|rect|circle|ellipse|line|polyline|polygon|linearGradient|radialGradient|stop|title|desc|clipPath|mask|use|metadata)$/;
const TAG = /<([^\s<>/!?]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y;
const NAMESPACE = /\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SKIPPED_MARKUP = /<\/[\w:-]+\s*>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^<>[\]]*>|[^<]+/y;

const TARGET = /(?:url\(|href\s*=\s*["'])#([\w-]+)/g;

/** Values in a spelling that every SVG reader understands. */
const PAINT =
  /^(?:#(?:[\da-fA-F]{3}|[\da-fA-F]{6})|none|currentColor|black|white|red|url\(#[\w-]+\))$/;
const STYLE_VALUE =
  /^(?:#(?:[\da-fA-F]{3}|[\da-fA-F]{6})|none|currentColor|black|white|red|nonzero|evenodd|butt|round|square|miter|bevel|normal|inline|visible|new|\+?\d*\.?\d+(?:px)?|url\(#[\w-]+\))$/;
const STYLE_NAME =
  /^(?:fill|fill-opacity|fill-rule|clip-rule|stroke|stroke-(?:dasharray|dashoffset|linecap|linejoin|miterlimit|opacity|width)|opacity|stop-color|stop-opacity|display|visibility|overflow|enable-background)$/;
const PAINTS = /^(?:fill|stroke|color|stop-color)$/;
/** Attributes whose meaning depends on context, or that do not affect rendering. */
const CONTEXT_DEPENDENT =
  /^(?:transform-origin|transform-box|pathLength|requiredFeatures|requiredExtensions|systemLanguage|vector-effect|filter|mask-type|xlink:.*|.*:href|flood-color|lighting-color|marker(?:-.*)?|font|refX|refY|d:.*|xml:base|kerning)$/;
/** Attributes that can be negative; browsers ignore negative values of others, or use 0. */
const SIGNED = /^(?:[xy]|[xy][12]|[cfd][xy]|id|style|points|viewBox|stroke-dashoffset|offset)$/;
/** A number, with a unit. */
const NUMBER = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?(?:[a-z]{2}|%)?$/;
/** Attributes whose values may begin with a number and continue. */
const LIST_ATTRIBUTES =
  /^(?:id|class|style|points|viewBox|version|baseProfile|stroke-dasharray|values|data-.*|(?:gradient|pattern)?[tT]ransform)$/;
const RELATIVE = new RegExp(`[\\d.](?:r?em|${PAGE_UNIT})(?![\\w-])`, 'i');
const KEYWORD = /^\s*(?:inherit|initial|unset|revert|revert-layer)\s*$/i;

/**
 * Checks whether the renderer reads an unmodified source like browsers do. Errs on the safe side: a
 * source that is not plain is translated, which only takes longer.
 */
export function isPlainSource(svg: string): boolean {
  const ids = new Set<string>();
  const targets = new Set<string>();
  let isFirst = true;
  for (let at = 0; at < svg.length; ) {
    TAG.lastIndex = at;
    const tag = TAG.exec(svg);
    if (!tag) {
      SKIPPED_MARKUP.lastIndex = at;
      if (!SKIPPED_MARKUP.test(svg)) return false;
      at = SKIPPED_MARKUP.lastIndex;
      continue;
    }
    const [, name = '', attributes = ''] = tag;
    at = TAG.lastIndex;
    if (!ELEMENTS.test(name) || (name === 'svg') !== isFirst) return false;
    if (isFirst && !NAMESPACE.test(attributes)) return false;
    if (!hasPlainAttributes(attributes, isFirst, ids)) return false;
    for (const [, target = ''] of attributes.matchAll(TARGET)) targets.add(target);
    isFirst = false;
  }
  // Browsers treat dangling references differently.
  return !isFirst && [...targets].every((target) => ids.has(target));
}

function hasPlainAttributes(text: string, isRoot: boolean, ids: Set<string>): boolean {
  let links = 0;
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? '';
    // First, since path data is long and its grammar needs no further checks.
    if (name === 'd') {
      if (!isSimplePath(value)) return false;
      continue;
    }
    if (!isPlainText(name, value)) return false;
    if (name === 'id') {
      if (ids.has(value)) return false;
      ids.add(value);
    } else if (name === 'href' || name === 'xlink:href') {
      links += 1;
      if (links > 1 || !/^#[\w-]+$/.test(value)) return false;
    } else if (name === 'style') {
      if (!isPlainStyle(value)) return false;
    } else if (name === 'color' && !isRoot) {
      return false;
    } else if (PAINTS.test(name)) {
      if (!PAINT.test(value)) return false;
    } else if (name === 'clip-path' || name === 'mask') {
      if (!/^(?:none|url\(#[\w-]+\))$/.test(value)) return false;
    } else if (name === 'points') {
      if (validPoints(value) !== value) return false;
    } else if (isRoot && name === 'transform') return false;
  }
  return true;
}

/** Cached results of {@link isPlainText} by name, since icons of a set repeat the same values. */
const plainTexts = new Map<string, ShortTextCache<boolean>>();
const MAX_NAMES = 200;

/** Checks a value by what does not depend on the rest of the source. */
function isPlainText(name: string, value: string): boolean {
  let cache = plainTexts.get(name);
  if (!cache && plainTexts.size < MAX_NAMES) {
    cache = new ShortTextCache({ entries: 500, length: 40 });
    plainTexts.set(name, cache);
  }
  return cache?.get(value) ?? computePlainText(name, value, cache);
}

function computePlainText(
  name: string,
  value: string,
  cache: ShortTextCache<boolean> | undefined,
): boolean {
  const isPlain =
    !/[&\\]|(?:var|calc|env)\(/i.test(value) &&
    !KEYWORD.test(value) &&
    !RELATIVE.test(value) &&
    !(/^[-+.\d]/.test(value) && !NUMBER.test(value) && !LIST_ATTRIBUTES.test(name)) &&
    !(/^\s*-/.test(value) && !SIGNED.test(name)) &&
    // Links are checked by their targets.
    (name === 'xlink:href' || !CONTEXT_DEPENDENT.test(name));
  cache?.set(value, isPlain);
  return isPlain;
}

function isPlainStyle(style: string): boolean {
  return style.split(';').every((declaration, at, all) => {
    if (declaration.trim() === '') return at === all.length - 1;
    const colon = declaration.indexOf(':');
    const [name, value] = [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
    return STYLE_NAME.test(name) && STYLE_VALUE.test(value);
  });
}
