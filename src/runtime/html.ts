import type { IconSet, NameIn } from './icon-set.ts';
import { ariaAttributes, colorText, hrefOf, mirrorClass } from './parts.ts';
import type { IconOptions } from './props.ts';
import { type BoundName, UNBOUND } from './unbound.ts';

export type { IconSet } from './icon-set.ts';

/** Options of an icon besides its name: those of all components, and attributes of the `<svg>`. */
export interface IconHtmlOptions extends Omit<IconOptions<string>, 'name'> {
  readonly class?: string | undefined;
  /** CSS declarations. */
  readonly style?: string | undefined;
  /** Further attributes; `undefined`, `null` and `false` leave one out, `true` writes it empty. */
  readonly [attribute: string]: unknown;
}

/** Writes an icon as HTML. */
export type IconHtml<Name extends string = BoundName> = (
  name: Name,
  options?: IconHtmlOptions,
) => string;

/**
 * A function that writes icons of a set as HTML, for servers and templates. All values are escaped.
 *
 * @example const icon = createIconHtml({ iconHref, directional }); icon('check', { size: 24 });
 */
export function createIconHtml<const Set extends IconSet>(set: Set): IconHtml<NameIn<Set>> {
  return (name, options = {}) =>
    `<svg${svgAttributes(set, name, options)}>${titleElement(options.title)}<use${attribute('href', hrefOf(set, name))}></use></svg>`;
}

/** Writes icons of the app's set, which the bundler plugin gives it. */
export const iconHtml: IconHtml = /* @__PURE__ */ createIconHtml(UNBOUND);

/** Attributes of the `<svg>`, each with a space before it. */
export function svgAttributes(
  set: IconSet,
  name: string,
  { size = '1em', label, title, flip, color, class: given, style, ...rest }: IconHtmlOptions,
): string {
  const mirrored = mirrorClass(set, { name, flip });
  const attributes = {
    width: size,
    height: size,
    ...ariaAttributes({ label, title }, rest),
    ...rest,
    class: [given, mirrored].filter(Boolean).join(' ') || undefined,
    style: [color && colorText(color), style].filter(Boolean).join(';') || undefined,
  };
  return Object.entries(attributes)
    .map(([key, value]) => attribute(key, value))
    .join('');
}

/** The tooltip, or '' if there is none. */
function titleElement(title: string | undefined): string {
  return title ? `<title>${escapeHtml(title)}</title>` : '';
}

/** Characters that names of attributes may not contain in HTML. */
const INVALID_NAME = /[\s"'<>/=\p{Cc}]|^$/u;

function attribute(key: string, value: unknown): string {
  const isWritten = key.startsWith('aria-') ? value != null : value != null && value !== false;
  if (!isWritten || INVALID_NAME.test(key)) return '';
  return ` ${key}="${value === true && !key.startsWith('aria-') ? '' : escapeHtml(String(value))}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}
