import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { byCodeUnit } from '../../core/names.ts';
import { suggestion } from '../../core/suggest.ts';
import { primaryId } from '../../core/symbol-ids.ts';
import type { Icon } from '../../core/types.ts';
import type { Catalog } from '../catalog.ts';
import type { PluginProject } from '../project.ts';
import type { NameLocator } from '../transformed-module.ts';
import { type ClientManifest, manifestFile, type RecordedSprite } from './client-manifest.ts';
import { directionalNames } from './directional-names.ts';
import { collectSymbolIds, type Links, linksIn, type SymbolIds } from './links.ts';
import { type FilePattern, isHashed } from './naming.ts';
import {
  missingIcons,
  restoreSprites,
  spritesContaining,
  uniqueByFileName,
} from './recorded-sprites.ts';
import {
  type CodeReplacement,
  placeholderEdits,
  type ReplacedCode,
  replacePlaceholders,
  type UrlCode,
} from './replace.ts';
import { type RenderedSprite, spriteFiles } from './sprite-files.ts';
import { collectUsage, findUsedIcons, type IconUsage, type UsedIcons } from './used-icons.ts';

/** Sprites and replacements for a bundler's output, with only the icons that it uses. */
export interface Rendering {
  /** Sprites to write; none if they are in the page or another build writes them. */
  readonly files: readonly RenderedSprite[];
  /** All sprites that links lead to, also those that other builds write. */
  readonly sprites: readonly RenderedSprite[];
  readonly usage: IconUsage;
  /** Links to symbols in the code. */
  readonly links: Links;
  /** True if links lead into the page. */
  readonly isInline: boolean;
  readonly usedIcons: UsedIcons;
  /** Replaces the placeholders in the code of a chunk; `undefined` if it has none. */
  readonly replace: (code: string, urlCode: UrlCode) => ReplacedCode | undefined;
  /** The same as a list of replacements, for bundlers that apply them. */
  readonly edits: (code: string, urlCode: UrlCode) => readonly CodeReplacement[];
}

export interface SpriteRenderOptions {
  /** Names the files of sprites; the option `fileName` wins. */
  readonly pattern: FilePattern;
  /** Keeps all icons, as in development. Default: false. */
  readonly keepsAll?: boolean;
  /** Names of icons that another build needs. Default: none. */
  readonly needed?: readonly string[];
  /** Sprites that server builds link to, to write with those of the client. Default: none. */
  readonly serverSprites?: readonly RecordedSprite[];
  /** Finds where the code names an icon. Default: it finds nothing. */
  readonly placeOf?: NameLocator | undefined;
  /** Ids that HTML pages link to, which hold the symbols. Default: none. */
  readonly inPages?: readonly string[];
  /** For code that runs on a server. */
  readonly server?: ServerOptions | undefined;
}

/** Sprites of a server build: those of the client build, or its own. */
export interface ServerOptions {
  readonly client?: ClientManifest | undefined;
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
  project: PluginProject,
  codes: readonly string[],
  options: SpriteRenderOptions,
): Rendering {
  const {
    pattern,
    keepsAll = false,
    needed = [],
    inPages = [],
    serverSprites = [],
    server,
  } = options;
  const { settings } = project;
  const catalog = project.catalog();
  const codeUsage = collectUsage(codes, needed);
  rejectUnknownNames(codeUsage, needed, catalog);
  const symbols = collectSymbolIds(catalog, settings.config);
  const links = symbols.hasDistinctIds || codeUsage.isInline ? linksIn(codes, symbols) : NO_LINKS;
  const usage = { ...codeUsage, isDynamic: codeUsage.isDynamic || links.dynamicPrefixes.size > 0 };
  const iconsWithIds = (ids: Iterable<string>) => [...ids].flatMap((id) => symbols.icon(id) ?? []);
  const inCode = iconsWithIds(links.ids);
  const heads =
    links.dynamicPrefixes.size > 0 ? [...links.dynamicPrefixes, ...symbols.prefixes] : [];
  const byWord = (word: string) =>
    heads.map((head) => symbols.icon(head + word)).find((icon) => icon !== undefined);
  const usedIcons = keepsAll
    ? { icons: catalog.icons, isAll: true }
    : findUsedIcons(usage, codes, catalog, settings, {
        icons: [...inCode, ...iconsWithIds(inPages)],
        byWord,
      });
  const { fileName } = settings;
  const filePattern = fileName === undefined ? pattern : () => fileName;
  const inPage = new Set(settings.critical.map((name) => catalog.icon(name)));
  if (!keepsAll && inPages.length > 0) {
    const usedInCode = new Set(
      findUsedIcons(usage, codes, catalog, settings, { icons: inCode, byWord }).icons,
    );
    for (const icon of iconsWithIds(inPages)) if (!usedInCode.has(icon)) inPage.add(icon);
  }
  const pruneIds = createIdPruner({ keepsAll, links, needed }, symbols);
  const inSprites = usedIcons.icons.filter((icon) => !inPage.has(icon)).map(pruneIds);
  if (server && !server.client && !server.writes && !keepsAll)
    requireClientBuild(project, filePattern, usage);
  const client = server?.client;
  const { placeOf } = options;
  const { sprites, files } = client
    ? extendClientSprites(client, inSprites, {
        project,
        usage,
        filePattern,
        placeOf,
        writes: server.writes === true,
      })
    : shareServerSprites(restoreSprites(serverSprites, catalog), inSprites, {
        project,
        usage,
        filePattern,
      });
  const isInline = client?.isInline ?? server?.isInline ?? usage.isInline;
  const { prefix, ids } = settings.config;
  const replacements = {
    idOf: (icon: Icon) => primaryId({ ...icon, file: icon.source.file }, { prefix, ids }),
    usedIcons: client ? sprites.flatMap(({ sprite }) => sprite.icons) : usedIcons.icons,
    nameOf: (nameOrAlias: string) => catalog.icon(nameOrAlias)?.name ?? nameOrAlias,
    files: sprites,
    isInline,
    directional: directionalNames(usedIcons.icons),
  };
  const isWritten = client !== undefined || !server || server.writes === true;
  return {
    files: isWritten ? files.filter((file) => !isInline || !sprites.includes(file)) : [],
    sprites,
    usage,
    links,
    isInline,
    usedIcons,
    replace: (code, urlCode) => replacePlaceholders(code, replacements, urlCode),
    edits: (code, urlCode) => placeholderEdits(code, replacements, urlCode),
  };
}

interface OutputSprites {
  /** Sprites that links lead to. */
  readonly sprites: readonly RenderedSprite[];
  /** Sprites to write. */
  readonly files: readonly RenderedSprite[];
}

interface SpriteOptions {
  readonly project: PluginProject;
  readonly usage: IconUsage;
  readonly filePattern: FilePattern;
}

/**
 * Sprites of the client. It links icons that a server build uses, too, to the sprites of the server
 * build, so that pages of the server and scripts of the client load one file.
 */
function shareServerSprites(
  serverSprites: readonly RenderedSprite[],
  icons: readonly Icon[],
  { project, usage, filePattern }: SpriteOptions,
): OutputSprites {
  const { split } = project.settings.config;
  const shared = spritesContaining(icons, serverSprites);
  const missing = missingIcons(icons, serverSprites);
  const isOne = shared.length <= 1 && missing.length === 0;
  const isSeparate = usage.isInline || shared.length === 0 || !(usage.isByName || isOne);
  const own = isSeparate
    ? spriteFiles(icons, split, filePattern)
    : spriteFiles(missing, split, filePattern, '-client');
  const sprites = isSeparate ? own : [...shared, ...own];
  return { sprites, files: uniqueByFileName([...sprites, ...serverSprites]) };
}

/**
 * Sprites of the client build, and one for missing icons if this build may add that.
 *
 * @throws {BuildError} if it may not.
 */
function extendClientSprites(
  client: ClientManifest,
  icons: readonly Icon[],
  {
    project,
    usage,
    filePattern,
    placeOf,
    writes,
  }: SpriteOptions & Pick<SpriteRenderOptions, 'placeOf'> & { readonly writes: boolean },
): OutputSprites {
  const { config } = project.settings;
  const written = restoreSprites(client.sprites, project.catalog());
  const missing = missingIcons(icons, written);
  if (
    missing.length > 0 &&
    !(writes && usage.isByName && !client.isInline && isHashed(filePattern))
  ) {
    throw new BuildError(
      missing.map(({ name }) => {
        const place = placeOf?.(name) ?? { file: config.configFile };
        return diagnose('client-build-lacks', { ...place, args: { name } });
      }),
    );
  }
  const files = spriteFiles(missing, config.split, filePattern, '-server');
  return { sprites: [...written, ...files], files };
}

const NO_LINKS: Links = { ids: new Set(), dynamicPrefixes: new Set(), unknown: new Set() };

/**
 * Reduces the further ids of an icon to those that links lead to, and adds those of aliases. Links of
 * a server build are not recorded, so an icon that it needs keeps all ids.
 */
function createIdPruner(
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
    if (keepsAll || links.dynamicPrefixes.size > 0 || isNeeded.has(icon.name)) {
      return own.every((id) => all.includes(id))
        ? icon
        : { ...icon, ids: [...new Set([...all, ...own])] };
    }
    if (own.length === 0 && all.length === 0) return icon;
    return { ...icon, ids: own.sort(byCodeUnit) };
  };
}

/** Rejects unknown names. Sources were checked, but a bundler may have cached older code. */
function rejectUnknownNames(
  { names }: IconUsage,
  needed: readonly string[],
  catalog: Catalog,
): void {
  const unknown = [...names].filter((name) => !catalog.icon(name) && !needed.includes(name));
  if (unknown.length === 0) return;
  const words = catalog.allNames();
  throw new BuildError(
    unknown.map((name) => {
      const args = { name, suggestion: suggestion(name, words) };
      return diagnose('icon-unknown', { file: 'output of the bundler', args });
    }),
  );
}

/** Requires a client build if sprites have hashed names, which are only known after it. */
function requireClientBuild(project: PluginProject, pattern: FilePattern, usage: IconUsage): void {
  if (!usage.isUsed || !isHashed(pattern)) return;
  const file = project.settings.config.configFile;
  const args = { record: manifestFile(project, 'client') };
  throw new BuildError([diagnose('client-build-missing', { file, args })]);
}
