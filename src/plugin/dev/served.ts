import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../../config/types.ts';
import { identifierFromName } from '../../core/names.ts';
import { constantNames, firstId } from '../../core/symbol-ids.ts';
import type { Catalog } from '../catalog.ts';
import { directionalOf } from '../output/directional.ts';
import { drawingVersion } from './versions.ts';

/** Folder, below the base of the server, that icons are answered in. */
export const FOLDER = '@iconloom/';

/** What a page is told of the icons; see `ServedIcons` in `src/runtime/development`. */
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
  /** Whether the app puts its icons into the page, as far as is known. */
  readonly isInline?: boolean;
}

/** What a page is told of a change; see `ServedChange` in `src/runtime/development`. */
export interface Change {
  readonly version: string;
  /** Missing where icons are called as before. */
  readonly icons?: Served;
  readonly changed: Readonly<Record<string, string>>;
}

/** @param base of the server, which ends in a slash */
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

/** Stands for what the sprite holds, and for what its icons are called. */
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

/** Whether icons are called as before: the same names, aliases and directions. */
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
