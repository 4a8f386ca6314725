import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../../config/types.ts';
import { identifierFromName } from '../../core/names.ts';
import { constantNames, primaryId } from '../../core/symbol-ids.ts';
import type { Catalog } from '../catalog.ts';
import { directionalNames } from '../output/directional-names.ts';
import { symbolVersion } from './symbol-version.ts';

/** URL path, below the base of the server, that icons are served from. */
export const FOLDER = '@iconloom/';

/** Icons as sent to a page; see `ServedIcons` in `src/runtime/development`. */
export interface ServedPayload {
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
export interface ServedUpdate {
  readonly version: string;
  /** Missing if names, aliases and directions are unchanged. */
  readonly icons?: ServedPayload;
  readonly changed: Readonly<Record<string, string>>;
}

/** @param base base URL of the server, with a trailing slash */
export function createServedPayload(
  { icons }: Catalog,
  { prefix, ids }: Pick<ResolvedConfig, 'prefix' | 'ids'>,
  base: string,
): ServedPayload {
  const namePairs = icons.flatMap((icon) =>
    [icon.name, ...icon.aliases].map((word) => [word, icon.name] as const),
  );
  return {
    folder: base + FOLDER,
    version: payloadVersion({ icons }),
    prefix,
    names: icons.map(({ name }) => name),
    ids: icons.map((icon) => primaryId({ ...icon, file: icon.source.file }, { prefix, ids })),
    constants: Object.fromEntries(
      icons.flatMap((icon) =>
        constantNames(icon).map((word) => [identifierFromName(word), icon.name]),
      ),
    ),
    aliases: Object.fromEntries(namePairs.filter(([word, name]) => word !== name)),
    directional: directionalNames(icons),
  };
}

/** Hash of the symbols and names of the sprite. */
export function payloadVersion({ icons }: Pick<Catalog, 'icons'>): string {
  const hash = createHash('sha256');
  for (const icon of icons) {
    const { directional } = icon.source.meta;
    hash.update(`${symbolVersion(icon)} ${icon.aliases.join()} ${directional === true}\n`);
  }
  return hash.digest('hex').slice(0, 8);
}

/** Names of icons that are new or look different, with their versions. */
export function changedIcons(before: Catalog, after: Catalog): Readonly<Record<string, string>> {
  return Object.fromEntries(
    after.icons
      .filter((icon) => {
        const previous = before.icon(icon.name);
        return previous?.name !== icon.name || symbolVersion(previous) !== symbolVersion(icon);
      })
      .map((icon) => [icon.name, symbolVersion(icon)]),
  );
}

/** Checks that names, aliases and directions are unchanged. */
export function haveSameNames(before: Catalog, after: Catalog): boolean {
  const { icons } = before;
  return (
    icons.length === after.icons.length &&
    after.icons.every((icon, index) => {
      const previous = icons[index];
      return (
        previous?.name === icon.name &&
        previous.aliases.join() === icon.aliases.join() &&
        previous.source.meta.directional === icon.source.meta.directional
      );
    })
  );
}
