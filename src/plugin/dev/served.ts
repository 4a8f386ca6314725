import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../../config/types.ts';
import { identifierFromName } from '../../core/names.ts';
import { constantNames, firstId } from '../../core/symbol-ids.ts';
import type { Catalog } from '../catalog.ts';
import { directionalOf } from '../output/directional.ts';
import { drawingVersion } from './versions.ts';

/** URL path, below the base of the server, that icons are served from. */
export const FOLDER = '@iconloom/';

/** Icons as sent to a page; see `ServedIcons` in `src/runtime/development`. */
export interface Served {
  readonly folder: string;
  readonly version: string;
  readonly prefix: string;
  readonly names: readonly string[];
  /** The id that pages know each icon by, in the order of the names. */
  readonly ids: readonly string[];
  readonly constants: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly directional: readonly string[];
  /** True once the app is known to put its icons into the page. */
  readonly isInline?: boolean;
}

/** Change as sent to a page; see `ServedChange` in `src/runtime/development`. */
export interface Change {
  readonly version: string;
  /** Missing if names, aliases and directions are unchanged. */
  readonly icons?: Served;
  readonly changed: Readonly<Record<string, string>>;
}

/** @param base base URL of the server, with a trailing slash */
export function servedOf(
  { icons }: Catalog,
  { prefix, ids }: Pick<ResolvedConfig, 'prefix' | 'ids'>,
  base: string,
): Served {
  const called = icons.flatMap((icon) =>
    [icon.name, ...icon.aliases].map((word) => [word, icon.name] as const),
  );
  return {
    folder: base + FOLDER,
    version: versionOf({ icons }),
    prefix,
    names: icons.map(({ name }) => name),
    ids: icons.map((icon) => firstId({ ...icon, file: icon.source.file }, { prefix, ids })),
    constants: Object.fromEntries(
      icons.flatMap((icon) =>
        constantNames(icon).map((word) => [identifierFromName(word), icon.name]),
      ),
    ),
    aliases: Object.fromEntries(called.filter(([word, name]) => word !== name)),
    directional: directionalOf(icons),
  };
}

/** Hash of the symbols and names of the sprite. */
export function versionOf({ icons }: Pick<Catalog, 'icons'>): string {
  const hash = createHash('sha256');
  for (const icon of icons) {
    const { directional } = icon.source.meta;
    hash.update(`${drawingVersion(icon)} ${icon.aliases.join()} ${directional === true}\n`);
  }
  return hash.digest('hex').slice(0, 8);
}

/** Names of icons that are new or look different, with their versions. */
export function changedIcons(before: Catalog, after: Catalog): Readonly<Record<string, string>> {
  return Object.fromEntries(
    after.icons
      .filter((icon) => {
        const old = before.icon(icon.name);
        return old?.name !== icon.name || drawingVersion(old) !== drawingVersion(icon);
      })
      .map((icon) => [icon.name, drawingVersion(icon)]),
  );
}

/** Checks that names, aliases and directions are unchanged. */
export function areCalledAlike(before: Catalog, after: Catalog): boolean {
  const { icons } = before;
  return (
    icons.length === after.icons.length &&
    after.icons.every((icon, index) => {
      const old = icons[index];
      return (
        old?.name === icon.name &&
        old.aliases.join() === icon.aliases.join() &&
        old.source.meta.directional === icon.source.meta.directional
      );
    })
  );
}
