import type { Renamed } from './model.ts';

/**
 * What a text that ends in the symbol's id as a fragment leads into: our sprite, the page itself, or
 * another file. `undefined` where it does not end so.
 */
export function linkIn(text: string, renamed: Renamed): 'sprite' | 'page' | 'other' | undefined {
  if (!text.endsWith(`#${renamed.fromId}`)) return undefined;
  if (text === `#${renamed.fromId}`) return 'page';
  return isSpriteLink(text, renamed) ? 'sprite' : 'other';
}

/** Whether a text ends in the name of a sprite of the build and the symbol's id. */
export function isSpriteLink(text: string, { fromId, sprites }: Renamed): boolean {
  const [, path = '', file = '', id] =
    /^([^#?]*?)([^/#?]+\.svg)(?:\?[^#]*)?#(.+)$/s.exec(text) ?? [];
  // What lies in a package, or on another origin, is not what this project builds.
  if (/node_modules|^[a-z+]*:?\/\//i.test(path)) return false;
  return id === fromId && sprites.has(file);
}
