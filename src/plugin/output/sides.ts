import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { listOf } from '../list-of.ts';
import type { Project } from '../project.ts';
import { isHashed } from './naming.ts';
import {
  type ClientRecord,
  clientBuild,
  hasOwnSprites,
  keepClient,
  keepServer,
  neededByServer,
  spritesOfServers,
  wasServerFirst,
} from './record.ts';
import { type Rendering, type RenderOptions, render, type ServerOptions } from './render.ts';
import type { UrlCode } from './replace.ts';
import { urlsBelow } from './url.ts';

/** Environment that the code of a build runs in. */
export interface Side {
  readonly isServer: boolean;
  /** Key of the build among those of one environment in the process. Default: ''. */
  readonly build?: string;
  /** True if files that a server build writes are served. Default: no. */
  readonly writes?: boolean;
  /** Public path; `undefined` if it is unknown or only known in the browser. */
  readonly base?: string | undefined;
}

/** Environment from the options, or else as the bundler detects it. */
export function sideOf(project: Project, told: Side): Side {
  return { ...told, isServer: project.settings.server ?? told.isServer };
}

/**
 * Renders an output with what the client and server builds of an app share: the client writes the
 * sprite, and the server links to it.
 *
 * @throws {BuildError} as `render` and `keepClient` do
 */
export function renderSide(
  project: Project,
  codes: readonly string[],
  side: Side,
  options: Pick<RenderOptions, 'pattern' | 'keepsAll' | 'placeOf' | 'inPages'>,
): SideRendering {
  const { keepsAll = false } = options;
  if (!side.isServer) {
    const needed = neededByServer(project);
    const ofServers = keepsAll ? [] : spritesOfServers(project);
    const rendering = render(project, codes, { ...options, needed, ofServers });
    const { sprites, uses } = rendering;
    keepClient(project, { sprites, isInline: uses.isInline, base: side.base, keepsAll });
    const gone = needed.filter((name) => !project.catalog().icon(name));
    return { ...rendering, warnings: gone.length > 0 ? [goneText(gone)] : [] };
  }
  const { build = '' } = side;
  const client = clientBuild(project, keepsAll);
  // After a client build in the same process, the manifest is up to date.
  const isAfter = isAfterClient(project, client, build);
  const isFirst =
    !keepsAll && !isAfter && isNamedAhead(project, options) && (!client || wasServerFirst(project));
  const server = isFirst
    ? { writes: side.writes === true, isInline: client?.isInline }
    : serverOptions(client, side, { keepsAll, isAfter });
  const rendering = render(project, codes, { ...options, server });
  if (keepsAll || isAfter) return { ...rendering, warnings: [] };
  const { sprites, isInline, files } = rendering;
  const isOwn = files.length > 0;
  keepServer(project, build, { sprites, icons: rendering.kept.icons, isInline, isFirst, isOwn });
  // A client build that ran at the same time has written by now, or will read this manifest.
  const written = isFirst && !isOwn ? clientBuild(project, keepsAll) : undefined;
  const lacking = written ? lackingIn(written, rendering) : [];
  return { ...rendering, warnings: lacking.length > 0 ? [lackingText(lacking)] : [] };
}

/** Checks that the client was built first in this process, and will be again. */
function isAfterClient(project: Project, client: ClientRecord | undefined, build: string): boolean {
  return client?.pid === process.pid && !hasOwnSprites(project, build);
}

/**
 * Checks whether a build may link to sprites that the other environment's builds in this process
 * have written, beside its own: then each link has to know which sprite has its icon.
 */
export function mayLinkBeside(project: Project, { isServer, writes, build = '' }: Side): boolean {
  if (!isServer) return spritesOfServers(project).length > 0;
  return writes === true && isAfterClient(project, clientBuild(project, false), build);
}

/** Rendered output, with warnings about the other environment. */
export interface SideRendering extends Rendering {
  readonly warnings: readonly string[];
}

/** Checks that file names of sprites are known before the client build. */
function isNamedAhead({ settings }: Project, { pattern }: Pick<RenderOptions, 'pattern'>): boolean {
  const { fileName } = settings;
  return !isHashed(fileName === undefined ? pattern : () => fileName);
}

function lackingIn({ sprites }: ClientRecord, rendering: Rendering): readonly string[] {
  const written = new Set(sprites.flatMap(({ icons }) => icons));
  const shown = rendering.sprites.flatMap(({ sprite }) => sprite.icons.map(({ name }) => name));
  return shown.filter((name) => !written.has(name));
}

function lackingText(names: readonly string[]): string {
  return `iconloom: the sprite of the last client build lacks icons that the server uses: ${listOf(names)}.
  fix: Build the client after the server, so that its sprite contains them.`;
}

function goneText(names: readonly string[]): string {
  return `iconloom: the last server build links to icons that no longer exist: ${listOf(names)}.
  fix: Build the server again, then the client.`;
}

/**
 * Options of a server build. One that writes assets, which some frameworks run before the client
 * build, writes its own sprite unless the client was built in the same process. If all icons are
 * kept, sprites have the same names in both builds, in any order.
 */
function serverOptions(
  client: ClientRecord | undefined,
  { writes = false }: Side,
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
export function serverUrls(project: Project, side: Side, keepsAll = false): UrlCode {
  const { base, config } = project.settings;
  const known = base ?? clientBuild(project, keepsAll)?.base ?? side.base;
  if (known !== undefined) return urlsBelow(known);
  return () => {
    throw new BuildError([diagnose('server-base-unknown', { file: config.configFile })]);
  };
}
