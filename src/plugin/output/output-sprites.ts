import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import type { Icon } from '../../core/types.ts';
import type { PluginProject } from '../project.ts';
import { type ClientManifest, manifestFile } from './client-manifest.ts';
import { type FilePattern, isHashed } from './naming.ts';
import {
  missingIcons,
  restoreSprites,
  spritesContaining,
  uniqueByFileName,
} from './recorded-sprites.ts';
import type { SpriteRenderOptions } from './render-options.ts';
import { type RenderedSprite, spriteFiles } from './sprite-files.ts';
import type { IconUsage } from './used-icons.ts';

export interface OutputSprites {
  /** Sprites that links lead to. */
  readonly sprites: readonly RenderedSprite[];
  /** Sprites to write. */
  readonly files: readonly RenderedSprite[];
}

/** Output that sprites are made for. */
interface OutputBuild
  extends Pick<SpriteRenderOptions, 'keepsAll' | 'placeOf' | 'server' | 'serverSprites'> {
  readonly project: PluginProject;
  readonly usage: IconUsage;
  /** Names the files, with the option `fileName`. */
  readonly filePattern: FilePattern;
}

/**
 * Sprites of an output, with those that other builds of the app wrote or need.
 *
 * @throws {BuildError} in a server build without the manifest of the client build, or with icons
 * that the client build did not write.
 */
export function outputSprites(icons: readonly Icon[], build: OutputBuild): OutputSprites {
  const { server, serverSprites = [], project, keepsAll } = build;
  if (server && !server.client && !server.writes && !keepsAll) requireClientBuild(build);
  if (server?.client) return extendClientSprites(server.client, icons, build);
  return shareServerSprites(restoreSprites(serverSprites, project.catalog()), icons, build);
}

/**
 * Sprites of the client. It links icons that a server build uses, too, to the sprites of the server
 * build, so that pages of the server and scripts of the client load one file.
 */
function shareServerSprites(
  serverSprites: readonly RenderedSprite[],
  icons: readonly Icon[],
  { project, usage, filePattern }: OutputBuild,
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
  { project, usage, filePattern, placeOf, server }: OutputBuild,
): OutputSprites {
  const { config } = project.settings;
  const written = restoreSprites(client.sprites, project.catalog());
  const missing = missingIcons(icons, written);
  const mayAdd =
    server?.writes === true && usage.isByName && !client.isInline && isHashed(filePattern);
  if (missing.length > 0 && !mayAdd) {
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

/** Requires a client build if sprites have hashed names, which are only known after it. */
function requireClientBuild({ project, filePattern, usage }: OutputBuild): void {
  if (!usage.isUsed || !isHashed(filePattern)) return;
  const file = project.settings.config.configFile;
  const args = { record: manifestFile(project, 'client') };
  throw new BuildError([diagnose('client-build-missing', { file, args })]);
}
