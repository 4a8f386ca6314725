import type { RenamedIcon } from './model.ts';

/**
 * Classifies a link to the symbol's id by its target: the sprite, the page itself, or another file.
 * `undefined` for any other text.
 */
export function classifyLink(
  text: string,
  icon: RenamedIcon,
): 'sprite' | 'page' | 'other' | undefined {
  if (!text.endsWith(`#${icon.fromId}`)) return undefined;
  if (text === `#${icon.fromId}`) return 'page';
  return isSpriteLink(text, icon) ? 'sprite' : 'other';
}

/** Tests whether a text ends in the file name of a built sprite and the symbol's id. */
export function isSpriteLink(text: string, { fromId, sprites }: RenamedIcon): boolean {
  const [, path = '', file = '', id] =
    /^([^#?]*?)([^/#?]+\.svg)(?:\?[^#]*)?#(.+)$/s.exec(text) ?? [];
  // Files in packages and on other origins are not built by this project.
  if (/node_modules|^[a-z+]*:?\/\//i.test(path)) return false;
  return id === fromId && sprites.has(file);
}
