import { diagnose } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import type { Project } from '../project.ts';
import { clientBuild, keepClient, keepServer, neededByServer } from './record.ts';
import { type Rendering, type RenderOptions, render, type ServerOptions } from './render.ts';
import type { UrlCode } from './replace.ts';
import { urlsBelow } from './url.ts';

/** Where the code of a build runs. */
export interface Side {
  readonly isServer: boolean;
  /** Whether a build for a server is also to write what it links to. Default: no. */
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
  options: Pick<RenderOptions, 'pattern' | 'keepsAll'>,
): Rendering {
  const { keepsAll = false } = options;
  if (!side.isServer) {
    const needed = neededByServer(project);
    const rendering = render(project, codes, { ...options, needed });
    const { sprites, uses } = rendering;
    keepClient(project, { sprites, isInline: uses.isInline, base: side.base, keepsAll });
    return rendering;
  }
  const server = serverOptions(project, side, keepsAll);
  const rendering = render(project, codes, { ...options, server });
  // After the client build of the same process, all is as it should be.
  const isAfter = clientBuild(project, keepsAll)?.pid === process.pid;
  if (!keepsAll && rendering.files.length === 0 && !isAfter) {
    keepServer(project, rendering.sprites, rendering.kept.icons);
  }
  return rendering;
}

/**
 * A server build that writes assets, as some frameworks have it run before that of the client,
 * writes its own sprite unless the client was built in the same process. Where all icons are kept,
 * sprites are called the same on both sides, whichever is built first.
 */
function serverOptions(project: Project, side: Side, keepsAll: boolean): ServerOptions {
  const client = clientBuild(project, keepsAll);
  const { writes = false } = side;
  if (keepsAll) return { writes, isInline: client?.isInline };
  const counts = client && (!writes || client.pid === process.pid);
  return counts ? { client } : { writes };
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
