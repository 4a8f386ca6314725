import type { Renamed } from './model.ts';

/**
 * Classifies a link to the symbol's id by its target: the sprite, the page itself, or another file.
 * `undefined` for any other text.
 */
export function linkIn(text: string, renamed: Renamed): 'sprite' | 'page' | 'other' | undefined {
  if (!text.endsWith(`#${renamed.fromId}`)) return undefined;
  if (text === `#${renamed.fromId}`) return 'page';
  return isSpriteLink(text, renamed) ? 'sprite' : 'other';
}

/** Tests whether a text ends in the file name of a built sprite and the symbol's id. */
export function isSpriteLink(text: string, { fromId, sprites }: Renamed): boolean {
  const [, path = '', file = '', id] =
    /^([^#?]*?)([^/#?]+\.svg)(?:\?[^#]*)?#(.+)$/s.exec(text) ?? [];
  // Files in packages and on other origins are not built by this project.
  if (/node_modules|^[a-z+]*:?\/\//i.test(path)) return false;
  return id === fromId && sprites.has(file);
}
