import type { Icon } from '../../core/types.ts';

/** Names and aliases of icons that mirror in right-to-left text. */
export function directionalNames(icons: readonly Icon[]): readonly string[] {
  return icons
    .filter(({ source }) => source.meta.directional === true)
    .flatMap(({ name, aliases }) => [name, ...aliases]);
}
