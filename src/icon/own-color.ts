import type { XastElement, XastParent } from 'svgo';
import { readStyle, writeStyle } from '../svg/css/style-text.ts';
import { elements, type Pass, pass } from './tree.ts';

/** The keyword anywhere in a value; references are matched only to be passed over. */
const CURRENT = /url\((?:[^()\\]|\\.)*\)|(?<![-\w])currentcolor(?![-\w])/gi;
const INHERITED = ['fill', 'stroke'] as const;
const NOT_INHERITED = ['stop-color', 'flood-color', 'lighting-color'] as const;

/** Values that an element inherits. */
interface Context {
  /** Color that the icon sets; `undefined` if the page sets it. */
  readonly color: string | undefined;
  /** Paints with `currentColor` in them, as they are inherited. */
  readonly current: ReadonlyMap<string, string>;
}

/**
 * Replaces `currentColor` if the icon sets `color` itself. Skips icons with `<use>`, since what it
 * draws takes the color of the place of use.
 *
 * `currentColor` is inherited as a word, so it means the color of the element that paints with it.
 * Source: CSS Color 4, 9.3.
 *
 * `<g fill="currentColor"><path color="red"/></g>` → `<g fill="currentColor"><path fill="red"/></g>`
 */
export function ownColor(): Pass {
  return pass('iconloom-own-color', (root) => {
    const all = [...elements(root)];
    const sets = all.some(({ attributes }) => attributes.color !== undefined);
    const isShared = all.some(({ name }) => name === 'use' || name === 'style');
    if (sets && !isShared) put(root, { color: undefined, current: new Map() });
  });
}

function put(parent: XastParent, around: Context): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { attributes } = child;
    const own = attributes.color;
    const isOwn = own !== undefined && !/^(inherit|unset|currentcolor)$/i.test(own);
    const isPage = isOwn && (own.includes('var(') || /^(initial|revert.*)$/i.test(own));
    const color = isPage ? undefined : isOwn ? own : around.color;
    const current = new Map<string, string>();
    for (const paint of INHERITED) {
      const written = attributes[paint];
      const value = written ?? around.current.get(paint) ?? '';
      if (withCurrent(value, '') === value) continue;
      current.set(paint, value);
      const isOther = color !== around.color || (written !== undefined && color !== undefined);
      if (isOther) attributes[paint] = withCurrent(value, color ?? 'currentColor');
    }
    if (color !== undefined) {
      for (const paint of NOT_INHERITED) {
        attributes[paint] &&= withCurrent(attributes[paint], color);
      }
      putIntoEffects(child, color);
    }
    if (isOwn && color === own) delete attributes.color;
    put(child, { color, current });
  }
}

/** A shadow without a color of its own has that of its element. Source: Filter Effects 1, 8.3. */
function putIntoEffects({ attributes }: XastElement, color: string): void {
  const { style, filter } = attributes;
  if (filter !== undefined) attributes.filter = withColor(filter, color);
  if (!/drop-shadow\(|currentcolor/i.test(style ?? '')) return;
  const entries = readStyle(style).map(([name, value]) => [name, withColor(value, color)] as const);
  attributes.style = writeStyle(entries);
}

function withCurrent(value: string, color: string): string {
  return value.replace(CURRENT, (word) => (/^url/i.test(word) ? word : color));
}

function withColor(value: string, color: string): string {
  return withCurrent(value, color).replace(
    /drop-shadow\(((?:[^()]|\([^()]*\))*)\)/g,
    (whole, args: string) => (COLORLESS.test(args) ? `drop-shadow(${args} ${color})` : whole),
  );
}

/** Arguments that are lengths alone. */
const COLORLESS = /^(?:\s*[-+]?[\d.]+(?:e[-+]?\d+)?[a-z]*)+\s*$/i;
