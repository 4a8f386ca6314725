import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { byCodeUnit } from '../../core/names.ts';
import { suggestion } from '../../core/suggest.ts';
import { firstId } from '../../core/symbol-ids.ts';
import type { Icon } from '../../core/types.ts';
import type { Catalog } from '../catalog.ts';
import { listOf } from '../list-of.ts';
import type { Project } from '../project.ts';
import { directionalOf } from './directional.ts';
import { type SpriteFile, spriteFiles } from './files.ts';
import { type Kept, keptIcons, type Uses, usesIn } from './kept.ts';
import { type Links, linksIn, type SymbolIds, symbolIdsOf } from './links.ts';
import { type FilePattern, isHashed } from './naming.ts';
import { type ClientRecord, recordFile } from './record.ts';
import {
  type Piece,
  piecesFor,
  type ReplacedCode,
  replacePlaceholders,
  type UrlCode,
} from './replace.ts';

/** What a bundler's output needs to hold just the icons that it uses. */
export interface Rendering {
  /** The sprites to write; none where they are in the page or another build wrote them. */
  readonly files: readonly SpriteFile[];
  /** All sprites, whoever writes them. */
  readonly sprites: readonly SpriteFile[];
  readonly uses: Uses;
  /** Links to symbols that stand in the code. */
  readonly links: Links;
  /** Whether links lead into the page. */
  readonly isInline: boolean;
  readonly kept: Kept;
  /** Replaces the placeholders in the code of a chunk; `undefined` where it has none. */
  readonly replace: (code: string, urlCode: UrlCode) => ReplacedCode | undefined;
  /** The same as single replacements, for bundlers that make them by themselves. */
  readonly pieces: (code: string, urlCode: UrlCode) => readonly Piece[];
}

export interface RenderOptions {
  /** Names the files of sprites; the option `fileName` wins. */
  readonly pattern: FilePattern;
  /** Keeps all icons, as in development. Default: false. */
  readonly keepsAll?: boolean;
  /** Names of icons that another build needs. Default: none. */
  readonly needed?: readonly string[];
  /** Ids that pages link to, in which their symbols are. Default: none. */
  readonly inPages?: readonly string[];
  /** For code that runs on a server. */
  readonly server?: ServerOptions | undefined;
}

/** How a server build comes to its sprites: those of the client build, or its own. */
export interface ServerOptions {
  readonly client?: ClientRecord | undefined;
  /** Without a client build: whether the sprites are written here, or their names are known without. */
  readonly writes?: boolean;
  /** Without a client build: whether the sprite is in the page, where that is known. */
  readonly isInline?: boolean | undefined;
}

/**
 * Counts what an output uses and makes the sprites of it.
 *
 * @param codes of all chunks, or of all modules as they stand in the chunks
 * @throws {BuildError} in a server build that cannot know what the client build wrote, or uses
 * icons which that did not write; where code that a bundler has kept names icons that are gone.
 */
export function render(
  project: Project,
  codes: readonly string[],
  { pattern, keepsAll = false, needed = [], inPages = [], server }: RenderOptions,
): Rendering {
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
  if (!keepsAll) {
    const besides = new Set(
      keptIcons(uses, codes, catalog, settings, { icons: inCode, byWord }).icons,
    );
    for (const icon of linked(inPages)) if (!besides.has(icon)) isInPage.add(icon);
  }
  const withIds = idsToWrite({ keepsAll, links, needed }, symbols);
  const inSprites = kept.icons.filter((icon) => !isInPage.has(icon)).map(withIds);
  if (server && !server.client && !server.writes && !keepsAll) refuseUnknown(project, named, uses);
  const client = server?.client;
  const sprites = client
    ? spritesOf(client, { ...kept, icons: inSprites }, project)
    : spriteFiles(inSprites, settings.config.split, named);
  const isInline = client?.isInline ?? server?.isInline ?? uses.isInline;
  const { prefix, ids } = settings.config;
  const replacements = {
    idOf: (icon: Icon) => firstId({ ...icon, file: icon.source.file }, { prefix, ids }),
    kept: client ? sprites.flatMap(({ sprite }) => sprite.icons) : kept.icons,
    nameOf: (called: string) => catalog.icon(called)?.name ?? called,
    files: sprites,
    isInline,
    isServer: server !== undefined,
    directional: directionalOf(kept.icons),
  };
  const isWritten = !isInline && !client && (!server || server.writes === true);
  return {
    files: isWritten ? sprites : [],
    sprites,
    uses,
    links,
    isInline,
    kept,
    replace: (code, urlCode) => replacePlaceholders(code, replacements, urlCode),
    pieces: (code, urlCode) => piecesFor(code, replacements, urlCode),
  };
}

const NO_LINKS: Links = { ids: new Set(), made: new Set(), unknown: new Set() };

/**
 * Leaves an icon only those of its further ids that links lead to, and gives it those of aliases. What
 * links a server build has is not recorded, so an icon that it needs keeps all.
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

/** Names are looked at where they stand in the source, but a bundler may have kept code of before. */
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

/** What a file is called that is called after its contents is only known once it is written. */
function refuseUnknown(project: Project, pattern: FilePattern, uses: Uses): void {
  if (!uses.isUsed || !isHashed(pattern)) return;
  const file = project.settings.config.configFile;
  const args = { record: recordFile(project, 'client') };
  throw new BuildError([diagnose('client-build-missing', { file, args })]);
}

/** What the client build wrote; it must be all that the server needs. */
function spritesOf(client: ClientRecord, kept: Kept, { catalog, settings }: Project): SpriteFile[] {
  const written = new Set(client.sprites.flatMap(({ icons }) => icons));
  const missing = kept.icons.filter(({ name }) => !written.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    const file = settings.config.configFile;
    const args = { names: listOf(missing) };
    throw new BuildError([diagnose('client-build-lacks', { file, args })]);
  }
  return client.sprites.map(({ name, fileName, icons }) => ({
    fileName,
    source: '',
    sprite: {
      name,
      file: fileName,
      icons: icons.flatMap((each) => catalog().icon(each) ?? []),
    },
  }));
}
