import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { formatNameList } from '../name-list.ts';
import type { PluginProject } from '../project.ts';
import {
  type BuildKind,
  type ClientManifest,
  hasOwnSprites,
  iconsNeededByServer,
  readClientManifest,
  readServerSprites,
  saveClientManifest,
  saveServerManifest,
  wasServerBuiltFirst,
} from './client-manifest.ts';
import { isHashed } from './naming.ts';
import { type Rendering, render } from './render.ts';
import type { ServerOptions, SpriteRenderOptions } from './render-options.ts';
import type { UrlCode } from './replace.ts';
import { urlsBelow } from './url.ts';

/** Environment that the code of a build runs in. */
export interface Environment {
  readonly isServer: boolean;
  /** Key of the build among those of one environment in the process. Default: ''. */
  readonly build?: string;
  /** True if files that a server build writes are served. Default: no. */
  readonly writes?: boolean;
  /** Public path; `undefined` if it is unknown or only known in the browser. */
  readonly base?: string | undefined;
}

/** Environment from the options, or else as the bundler detects it. */
export function resolveEnvironment(project: PluginProject, detected: Environment): Environment {
  const { server, isModuleRelative } = project.settings;
  return {
    ...detected,
    isServer: server ?? detected.isServer,
    // Only the browser knows where a module came from.
    ...(isModuleRelative && { base: undefined }),
  };
}

/**
 * Renders an output with what the client and server builds of an app share: the client writes the
 * sprite, and the server links to it.
 *
 * @throws {BuildError} as `render` and `saveClientManifest` do
 */
export function renderEnvironment(
  project: PluginProject,
  codes: readonly string[],
  environment: Environment,
  options: Pick<SpriteRenderOptions, 'pattern' | 'keepsAll' | 'placeOf' | 'inPages'>,
): EnvironmentRendering {
  const { keepsAll = false } = options;
  if (!environment.isServer) {
    const needed = iconsNeededByServer(project);
    const serverSprites = keepsAll ? [] : readServerSprites(project);
    const rendering = render(project, codes, { ...options, needed, serverSprites });
    const { sprites, usage } = rendering;
    saveClientManifest(project, {
      sprites,
      isInline: usage.isInline,
      base: environment.base,
      keepsAll,
    });
    const missing = needed.filter((name) => !project.catalog().icon(name));
    return { ...rendering, warnings: missing.length > 0 ? [missingIconsText(missing)] : [] };
  }
  const { build = '' } = environment;
  const client = readClientManifest(project, { keepsAll });
  // After a client build in the same process, the manifest is up to date.
  const isAfter = isAfterClient(project, client, build);
  const isFirst =
    !keepsAll &&
    !isAfter &&
    hasPredictableNames(project, options) &&
    (!client || wasServerBuiltFirst(project));
  const server = isFirst
    ? { writes: environment.writes === true, isInline: client?.isInline }
    : serverOptions(client, environment, { keepsAll, isAfter });
  const rendering = render(project, codes, { ...options, server });
  if (keepsAll || isAfter) return { ...rendering, warnings: [] };
  const { sprites, isInline, files } = rendering;
  const isOwn = files.length > 0;
  saveServerManifest(project, build, {
    sprites,
    icons: rendering.usedIcons.icons,
    isInline,
    isFirst,
    isOwn,
  });
  // A client build that ran at the same time has written by now, or will read this manifest.
  const written = isFirst && !isOwn ? readClientManifest(project, { keepsAll }) : undefined;
  const missingInClient = written ? iconsMissingInClient(written, rendering) : [];
  return {
    ...rendering,
    warnings: missingInClient.length > 0 ? [missingInClientText(missingInClient)] : [],
  };
}

/** Checks that the client was built first in this process, and will be again. */
function isAfterClient(
  project: PluginProject,
  client: ClientManifest | undefined,
  build: string,
): boolean {
  return client?.pid === process.pid && !hasOwnSprites(project, build);
}

/**
 * Checks whether a build may link to sprites that the other environment's builds in this process
 * have written, beside its own: then each link has to know which sprite has its icon.
 */
export function mayLinkToOtherSprites(
  project: PluginProject,
  { isServer, writes, build = '' }: Environment,
): boolean {
  if (!isServer) return readServerSprites(project).length > 0;
  return writes === true && isAfterClient(project, readClientManifest(project), build);
}

/** Rendered output, with warnings about the other environment. */
export interface EnvironmentRendering extends Rendering {
  readonly warnings: readonly string[];
}

/** Checks that file names of sprites are known before the client build. */
function hasPredictableNames(
  { settings }: PluginProject,
  { pattern }: Pick<SpriteRenderOptions, 'pattern'>,
): boolean {
  const { fileName } = settings;
  return !isHashed(fileName === undefined ? pattern : () => fileName);
}

function iconsMissingInClient(
  { sprites }: ClientManifest,
  rendering: Rendering,
): readonly string[] {
  const written = new Set(sprites.flatMap(({ icons }) => icons));
  const linkedIcons = rendering.sprites.flatMap(({ sprite }) =>
    sprite.icons.map(({ name }) => name),
  );
  return linkedIcons.filter((name) => !written.has(name));
}

function missingInClientText(names: readonly string[]): string {
  return `iconloom: the sprite of the last client build lacks icons that the server uses: ${formatNameList(names)}.
  fix: Build the client after the server, so that its sprite contains them.`;
}

function missingIconsText(names: readonly string[]): string {
  return `iconloom: the last server build links to icons that no longer exist: ${formatNameList(names)}.
  fix: Build the server again, then the client.`;
}

/**
 * Options of a server build. One that writes assets, which some frameworks run before the client
 * build, writes its own sprite unless the client was built in the same process. If all icons are
 * kept, sprites have the same names in both builds, in any order.
 */
function serverOptions(
  client: ClientManifest | undefined,
  { writes = false }: Environment,
  { keepsAll, isAfter }: { readonly keepsAll: boolean; readonly isAfter: boolean },
): ServerOptions {
  if (keepsAll) return { writes, isInline: client?.isInline };
  return client && (!writes || isAfter) ? { client, writes } : { writes };
}

/**
 * URLs as the client build wrote them.
 *
 * @returns code for URLs; throws a BuildError if a URL is only known in the browser
 */
export function serverUrls(
  project: PluginProject,
  environment: Environment,
  options: BuildKind = {},
): UrlCode {
  const { base, config } = project.settings;
  const known = base ?? readClientManifest(project, options)?.base ?? environment.base;
  if (known !== undefined) return urlsBelow(known);
  return () => {
    throw new BuildError([diagnose('server-base-unknown', { file: config.configFile })]);
  };
}
