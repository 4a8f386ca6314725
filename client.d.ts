/// <reference path="./dist/runtime/registry.d.ts" />
// Types of the modules that the bundler plugin answers. Their names come from the iconloom.d.ts
// that the plugin writes.

declare module 'virtual:iconloom' {
  import type { IconAlias, IconName } from 'iconloom/registry';

  export type { IconAlias, IconName };
  /** The names as constants, aliases too. */
  export const icon: Readonly<Iconloom.Constants>;
  /** The names of all icons, sorted. In production only of those that are kept. */
  export const iconNames: readonly IconName[];
  /** The id that links in the page know each icon by, in the order of `iconNames`: see the option `ids`. */
  export const iconIds: readonly string[];
  /** Further names, alias to name. */
  export const aliases: Readonly<Iconloom.Aliases>;
  /** Names and aliases of icons that mirror in right-to-left text. */
  export const directional: readonly string[];
  /** URL of the sprite; of the first, where there are several; '' where it is in the page. */
  export const spriteUrl: string;
  /** Whether a value is the name of an icon (an alias is not). */
  export function isIconName(value: unknown): value is IconName;
  /** What to put into `<use href>` for an icon. */
  export function iconHref(name: IconName | IconAlias): string;
}

/** Puts the sprite into the page and keeps it there; hrefs are then `#id`. */
declare module 'virtual:iconloom/inline' {
  import type { IconAlias, IconName } from 'iconloom/registry';

  /**
   * Writes a sprite of some icons, each once, as a hidden `<svg>` for the HTML of a server, or for
   * `inlineSprite` of a shadow root; '' for no names.
   */
  export function spriteFor(names: Iterable<IconName | IconAlias>): string;
}
