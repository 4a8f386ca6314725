/**
 * Replaces `virtual:iconloom` in Jest, which has no bundler. The icons are unknown here: every name is
 * valid, and links to `#name`.
 */

/** The name of a constant: `arrowBack` → `arrow-back`. */
function nameOf(constant: string): string {
  return constant
    .replace(/^_(?!\p{ID_Start})/u, '')
    .replace(/_|(?<=.)(?=\p{Lu})/gu, '-')
    .toLowerCase();
}

export const icon: Readonly<Record<string, string>> = new Proxy(
  {},
  {
    get: (_, constant) => (typeof constant === 'string' ? nameOf(constant) : undefined),
    has: (_, constant) => typeof constant === 'string',
  },
);
export const iconNames: readonly string[] = [];
export const aliases: Readonly<Record<string, string>> = {};
export const directional: readonly string[] = [];
export const spriteUrl = '';

export function isIconName(value: unknown): value is string {
  return typeof value === 'string';
}

export function iconHref(name: string): string {
  return `#${name}`;
}
