import type { Icon, IconMeta } from './types.ts';

/** Icon, or its source file, with its names. */
export interface NamedIcon {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly meta: IconMeta;
}

/** Checks that the display name of an icon, if it has one, is its name or one of its aliases. */
export function hasValidDisplayName({ name, aliases, meta: { displayName } }: NamedIcon): boolean {
  return displayName === undefined || displayName === name || aliases.includes(displayName);
}

/** Name of an icon that leads in pages, lists and documents. */
export function displayNameOf({ name, source }: Pick<Icon, 'name' | 'source'>): string {
  return source.meta.displayName ?? name;
}

/** All other names of an icon, sorted as in its aliases; its name first, if an alias leads. */
export function otherNamesOf(icon: Pick<Icon, 'name' | 'aliases' | 'source'>): readonly string[] {
  const shown = displayNameOf(icon);
  return [icon.name, ...icon.aliases].filter((each) => each !== shown);
}
