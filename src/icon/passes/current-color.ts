import type { XastElement, XastParent } from 'svgo';
import { readStyle, writeStyle } from '../../svg/css/style-text.ts';
import { elements, type Pass, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/** The keyword anywhere in a value; also matches references, which are skipped. */
const CURRENT_COLOR_WORD = /url\((?:[^()\\]|\\.)*\)|(?<![-\w])currentcolor(?![-\w])/gi;
const INHERITED = ['fill', 'stroke'] as const;
const NOT_INHERITED = ['stop-color', 'flood-color', 'lighting-color'] as const;

/** Values that an element inherits. */
interface CurrentColorContext {
  /** Color that the icon sets; `undefined` if the page sets it. */
  readonly color: string | undefined;
  /** Paints with `currentColor` in them, as they are inherited. */
  readonly inheritedPaints: ReadonlyMap<string, string>;
}

/**
 * Replaces `currentColor` if the icon sets `color` itself. Skips icons with `<use>`, since its
 * target inherits the color of the `<use>`.
 *
 * `currentColor` is inherited as a keyword, so it means the color of the element that is painted.
 * Source: CSS Color 4, 9.3.
 *
 * `<g fill="currentColor"><path color="red"/></g>` → `<g fill="currentColor"><path fill="red"/></g>`
 */
export function resolveCurrentColor(): Pass {
  return triggeredPass('iconloom-own-color', { triggers: TRAITS.color }, (root) => {
    const all = [...elements(root)];
    const hasColor = all.some(({ attributes }) => attributes.color !== undefined);
    const isShared = all.some(({ name }) => name === 'use' || name === 'style');
    if (hasColor && !isShared)
      resolveChildren(root, { color: undefined, inheritedPaints: new Map() });
  });
}

function resolveChildren(parent: XastParent, outer: CurrentColorContext): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { attributes } = child;
    const declared = attributes.color;
    const setsColor = declared !== undefined && !/^(inherit|unset|currentcolor)$/i.test(declared);
    const isPageColor =
      setsColor && (declared.includes('var(') || /^(initial|revert.*)$/i.test(declared));
    const color = isPageColor ? undefined : setsColor ? declared : outer.color;
    const inheritedPaints = new Map<string, string>();
    for (const paint of INHERITED) {
      const written = attributes[paint];
      const value = written ?? outer.inheritedPaints.get(paint) ?? '';
      if (replaceCurrentColor(value, '') === value) continue;
      inheritedPaints.set(paint, value);
      const mustRewrite = color !== outer.color || (written !== undefined && color !== undefined);
      if (mustRewrite) attributes[paint] = replaceCurrentColor(value, color ?? 'currentColor');
    }
    if (color !== undefined) {
      for (const paint of NOT_INHERITED) {
        attributes[paint] &&= replaceCurrentColor(attributes[paint], color);
      }
      resolveInEffects(child, color);
    }
    if (setsColor && color === declared) delete attributes.color;
    resolveChildren(child, { color, inheritedPaints });
  }
}

/**
 * Sets the color of shadows: without one, a shadow has the color of its element. Source: Filter
 * Effects 1, 8.3.
 */
function resolveInEffects({ attributes }: XastElement, color: string): void {
  const { style, filter } = attributes;
  if (filter !== undefined) attributes.filter = colorShadows(filter, color);
  if (!/drop-shadow\(|currentcolor/i.test(style ?? '')) return;
  const entries = readStyle(style).map(
    ([name, value]) => [name, colorShadows(value, color)] as const,
  );
  attributes.style = writeStyle(entries);
}

function replaceCurrentColor(value: string, color: string): string {
  return value.replace(CURRENT_COLOR_WORD, (word) => (/^url/i.test(word) ? word : color));
}

function colorShadows(value: string, color: string): string {
  return replaceCurrentColor(value, color).replace(
    /drop-shadow\(((?:[^()]|\([^()]*\))*)\)/g,
    (whole, args: string) => (COLORLESS.test(args) ? `drop-shadow(${args} ${color})` : whole),
  );
}

/** Arguments that contain only lengths. */
const COLORLESS = /^(?:\s*[-+]?[\d.]+(?:e[-+]?\d+)?[a-z]*)+\s*$/i;
