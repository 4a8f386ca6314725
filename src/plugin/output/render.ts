import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { byCodeUnit } from '../../core/names.ts';
import { suggestion } from '../../core/suggest.ts';
import { firstId } from '../../core/symbol-ids.ts';
import type { Icon } from '../../core/types.ts';
import type { Catalog } from '../catalog.ts';
import type { Project } from '../project.ts';
import type { PlaceOfName } from '../transform.ts';
import { directionalOf } from './directional.ts';
import { iconsBeyond, oneOfEach, recordedFiles, spritesWith } from './earlier.ts';
import { type SpriteFile, spriteFiles } from './files.ts';
import { type Kept, keptIcons, type Uses, usesIn } from './kept.ts';
import { type Links, linksIn, type SymbolIds, symbolIdsOf } from './links.ts';
import { type FilePattern, isHashed } from './naming.ts';
import { type ClientRecord, type RecordedSprite, recordFile } from './record.ts';
import {
  type Piece,
  piecesFor,
  type ReplacedCode,
  replacePlaceholders,
  type UrlCode,
} from './replace.ts';

/** Sprites and replacements for a bundler's output, with only the icons that it uses. */
export interface Rendering {
  /** Sprites to write; none if they are in the page or another build writes them. */
  readonly files: readonly SpriteFile[];
  /** All sprites that links lead to, also those that other builds write. */
  readonly sprites: readonly SpriteFile[];
  readonly uses: Uses;
  /** Links to symbols in the code. */
  readonly links: Links;
  /** True if links lead into the page. */
  readonly isInline: boolean;
  readonly kept: Kept;
  /** Replaces the placeholders in the code of a chunk; `undefined` if it has none. */
  readonly replace: (code: string, urlCode: UrlCode) => ReplacedCode | undefined;
  /** The same as a list of replacements, for bundlers that apply them. */
  readonly pieces: (code: string, urlCode: UrlCode) => readonly Piece[];
}

export interface RenderOptions {
  /** Names the files of sprites; the option `fileName` wins. */
  readonly pattern: FilePattern;
  /** Keeps all icons, as in development. Default: false. */
  readonly keepsAll?: boolean;
  /** Names of icons that another build needs. Default: none. */
  readonly needed?: readonly string[];
  /** Sprites that server builds link to, to write with those of the client. Default: none. */
  readonly ofServers?: readonly RecordedSprite[];
  /** Finds where the code names an icon. Default: it finds nothing. */
  readonly placeOf?: PlaceOfName | undefined;
  /** Ids that HTML pages link to, which hold the symbols. Default: none. */
  readonly inPages?: readonly string[];
  /** For code that runs on a server. */
  readonly server?: ServerOptions | undefined;
}

/** Sprites of a server build: those of the client build, or its own. */
export interface ServerOptions {
  readonly client?: ClientRecord | undefined;
  /**
   * True if the build writes files that are served: icons that the client build lacks, or, without
   * one, all sprites; or if the names of those are known anyway.
   */
  readonly writes?: boolean;
  /** Without a client build: true if the sprite is in the page; `undefined` if that is unknown. */
  readonly isInline?: boolean | undefined;
}

/**
 * Collects the icons that an output uses and creates their sprites.
 *
 * @param codes code of all chunks, or of all modules as in the chunks
 * @throws {BuildError} in a server build without the manifest of the client build, or with icons that
 * the client build did not write; when cached code of the bundler names icons that no longer exist.
 */
export function render(
  project: Project,
  codes: readonly string[],
  options: RenderOptions,
): Rendering {
  const { pattern, keepsAll = false, needed = [], inPages = [], ofServers = [], server } = options;
  const { settings } = project;
  const catalog = project.catalog();
  const found = usesIn(codes, needed);
  refuseStrangers(found, needed, catalog);
  const symbols = symbolIdsOf(catalog, settings.config);
  const links = symbols.isDistinct || found.isInline ? linksIn(codes, symbols) : NO_LINKS;
  const uses = { ...found, isAny: found.isAny || links.made.size > 0 };
  const linked = (ids: Iterable<string>) => [...ids].flatMap((id) => symbols.icon(id) ?? []);
  const inCode = linked(links.ids);
  const heads = links.made.size > 0 ? [...links.made, ...symbols.heads] : [];
  const byWord = (word: string) =>
    heads.map((head) => symbols.icon(head + word)).find((icon) => icon !== undefined);
  const kept = keepsAll
    ? { icons: catalog.icons, isAll: true }
    : keptIcons(uses, codes, catalog, settings, {
        icons: [...inCode, ...linked(inPages)],
        byWord,
      });
  const { fileName } = settings;
  const named = fileName === undefined ? pattern : () => fileName;
  const isInPage = new Set(settings.critical.map((name) => catalog.icon(name)));
  if (!keepsAll && inPages.length > 0) {
    const besides = new Set(
      keptIcons(uses, codes, catalog, settings, { icons: inCode, byWord }).icons,
    );
    for (const icon of linked(inPages)) if (!besides.has(icon)) isInPage.add(icon);
  }
  const withIds = idsToWrite({ keepsAll, links, needed }, symbols);
  const inSprites = kept.icons.filter((icon) => !isInPage.has(icon)).map(withIds);
  if (server && !server.client && !server.writes && !keepsAll) refuseUnknown(project, named, uses);
  const client = server?.client;
  const { placeOf } = options;
  const { sprites, files } = client
    ? besideClient(client, inSprites, {
        project,
        uses,
        named,
        placeOf,
        writes: server.writes === true,
      })
    : besideServers(recordedFiles(ofServers, catalog), inSprites, { project, uses, named });
  const isInline = client?.isInline ?? server?.isInline ?? uses.isInline;
  const { prefix, ids } = settings.config;
  const replacements = {
    idOf: (icon: Icon) => firstId({ ...icon, file: icon.source.file }, { prefix, ids }),
    kept: client ? sprites.flatMap(({ sprite }) => sprite.icons) : kept.icons,
    nameOf: (called: string) => catalog.icon(called)?.name ?? called,
    files: sprites,
    isInline,
    directional: directionalOf(kept.icons),
  };
  const isWritten = client !== undefined || !server || server.writes === true;
  return {
    files: isWritten ? files.filter((file) => !isInline || !sprites.includes(file)) : [],
    sprites,
    uses,
    links,
    isInline,
    kept,
    replace: (code, urlCode) => replacePlaceholders(code, replacements, urlCode),
    pieces: (code, urlCode) => piecesFor(code, replacements, urlCode),
  };
}

interface Sprites {
  /** Sprites that links lead to. */
  readonly sprites: readonly SpriteFile[];
  /** Sprites to write. */
  readonly files: readonly SpriteFile[];
}

interface SpriteOptions {
  readonly project: Project;
  readonly uses: Uses;
  readonly named: FilePattern;
}

/**
 * Sprites of the client. It links icons that a server build uses, too, to the sprites of the server
 * build, so that pages of the server and scripts of the client load one file.
 */
function besideServers(
  ofServers: readonly SpriteFile[],
  icons: readonly Icon[],
  { project, uses, named }: SpriteOptions,
): Sprites {
  const { split } = project.settings.config;
  const shared = spritesWith(icons, ofServers);
  const beyond = iconsBeyond(icons, ofServers);
  const isOne = shared.length <= 1 && beyond.length === 0;
  const sharesNone = uses.isInline || shared.length === 0 || !(uses.isByName || isOne);
  const own = sharesNone
    ? spriteFiles(icons, split, named)
    : spriteFiles(beyond, split, named, '-client');
  const sprites = sharesNone ? own : [...shared, ...own];
  return { sprites, files: oneOfEach([...sprites, ...ofServers]) };
}

/**
 * Sprites of the client build, and one for missing icons if this build may add that.
 *
 * @throws {BuildError} if it may not.
 */
function besideClient(
  client: ClientRecord,
  icons: readonly Icon[],
  {
    project,
    uses,
    named,
    placeOf,
    writes,
  }: SpriteOptions & Pick<RenderOptions, 'placeOf'> & { readonly writes: boolean },
): Sprites {
  const { config } = project.settings;
  const written = recordedFiles(client.sprites, project.catalog());
  const beyond = iconsBeyond(icons, written);
  if (beyond.length > 0 && !(writes && uses.isByName && !client.isInline && isHashed(named))) {
    throw new BuildError(
      beyond.map(({ name }) => {
        const place = placeOf?.(name) ?? { file: config.configFile };
        return diagnose('client-build-lacks', { ...place, args: { name } });
      }),
    );
  }
  const files = spriteFiles(beyond, config.split, named, '-server');
  return { sprites: [...written, ...files], files };
}

const NO_LINKS: Links = { ids: new Set(), made: new Set(), unknown: new Set() };

/**
 * Reduces the further ids of an icon to those that links lead to, and adds those of aliases. Links of
 * a server build are not recorded, so an icon that it needs keeps all ids.
 */
function idsToWrite(
  {
    keepsAll,
    links,
    needed,
  }: { readonly keepsAll: boolean; readonly links: Links; readonly needed: readonly string[] },
  symbols: SymbolIds,
): (icon: Icon) => Icon {
  const byIcon = new Map<Icon, string[]>();
  for (const id of links.ids) {
    const icon = symbols.icon(id);
    if (icon && icon.id !== id) byIcon.set(icon, [...(byIcon.get(icon) ?? []), id]);
  }
  const isNeeded = new Set(needed);
  return (icon) => {
    const own = byIcon.get(icon) ?? [];
    const all = icon.ids ?? [];
    if (keepsAll || links.made.size > 0 || isNeeded.has(icon.name)) {
      return own.every((id) => all.includes(id))
        ? icon
        : { ...icon, ids: [...new Set([...all, ...own])] };
    }
    if (own.length === 0 && all.length === 0) return icon;
    return { ...icon, ids: own.sort(byCodeUnit) };
  };
}

/** Rejects unknown names. Sources were checked, but a bundler may have cached older code. */
function refuseStrangers({ names }: Uses, needed: readonly string[], catalog: Catalog): void {
  const strange = [...names].filter((name) => !catalog.icon(name) && !needed.includes(name));
  if (strange.length === 0) return;
  const words = catalog.words();
  throw new BuildError(
    strange.map((name) => {
      const args = { name, suggestion: suggestion(name, words) };
      return diagnose('icon-unknown', { file: 'output of the bundler', args });
    }),
  );
}

/** Requires a client build if sprites have hashed names, which are only known after it. */
function refuseUnknown(project: Project, pattern: FilePattern, uses: Uses): void {
  if (!uses.isUsed || !isHashed(pattern)) return;
  const file = project.settings.config.configFile;
  const args = { record: recordFile(project, 'client') };
  throw new BuildError([diagnose('client-build-missing', { file, args })]);
}
