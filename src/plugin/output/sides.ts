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

/** Where the code of a build runs. */
export interface Side {
  readonly isServer: boolean;
  /** Tells builds of one side in the same process apart. Default: there is one. */
  readonly build?: string;
  /** Whether files that a build for a server writes are served. Default: no. */
  readonly writes?: boolean;
  /** Public path; `undefined` where only the browser knows, or nothing was said. Default: that. */
  readonly base?: string | undefined;
}

/** The side that the bundler tells, unless the options tell another. */
export function sideOf(project: Project, told: Side): Side {
  return { ...told, isServer: project.settings.server ?? told.isServer };
}

/**
 * Renders an output with what the two sides of an app know of each other: the client writes the
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
  // After the client build of the same process, all is as it should be.
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
  // One that ran at the same time has written by now, or reads what was kept.
  const written = isFirst && !isOwn ? clientBuild(project, keepsAll) : undefined;
  const lacking = written ? lackingIn(written, rendering) : [];
  return { ...rendering, warnings: lacking.length > 0 ? [lackingText(lacking)] : [] };
}

/** Whether the client was built first in this process, and is each time. */
function isAfterClient(project: Project, client: ClientRecord | undefined, build: string): boolean {
  return client?.pid === process.pid && !hasOwnSprites(project, build);
}

/**
 * Whether a build may link to sprites that builds of the other side in this process have written,
 * beside its own: then each link has to know in which its icon is.
 */
export function mayLinkBeside(project: Project, { isServer, writes, build = '' }: Side): boolean {
  if (!isServer) return spritesOfServers(project).length > 0;
  return writes === true && isAfterClient(project, clientBuild(project, false), build);
}

/** What an output needs, with what is to be reported of its other side. */
export interface SideRendering extends Rendering {
  readonly warnings: readonly string[];
}

/** Whether files of sprites have names that are known before the client build. */
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
  return `iconloom: the sprite of the last client build does not hold icons of the server: ${listOf(names)}.
  fix: Build the client after the server, so that its sprite gets them.`;
}

function goneText(names: readonly string[]): string {
  return `iconloom: the last server build links to icons that are gone: ${listOf(names)}.
  fix: Build the server again, then the client.`;
}

/**
 * A server build that writes assets, as some frameworks have it run before that of the client,
 * writes its own sprite unless the client was built in the same process. Where all icons are kept,
 * sprites are called the same on both sides, whichever is built first.
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
 * @returns what throws a BuildError where a URL is needed that only the browser can work out
 */
export function serverUrls(project: Project, side: Side, keepsAll = false): UrlCode {
  const { base, config } = project.settings;
  const known = base ?? clientBuild(project, keepsAll)?.base ?? side.base;
  if (known !== undefined) return urlsBelow(known);
  return () => {
    throw new BuildError([diagnose('server-base-unknown', { file: config.configFile })]);
  };
}
