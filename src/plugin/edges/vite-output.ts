import type { ResolvedConfig } from 'vite';
import { clientBuild, keepClient, keepServer, neededByServer } from '../output/record.ts';
import type { ServerOptions } from '../output/render.ts';
import type { UrlCode } from '../output/replace.ts';
import { urlsBelow, urlsBeside } from '../output/url.ts';
import { asciiLiteral } from '../placeholder.ts';
import type { Project } from '../project.ts';
import type { OutputContext, OutputEdge } from './output-hooks.ts';

/** What Vite does differently: public path, builds for servers, its own log. */
export function viteOutput(config: () => ResolvedConfig): OutputEdge {
  return {
    fileName: () => `${config().build.assetsDir}/[name].[hash].svg`,
    urls: (chunk, context) => urlsOf(config(), chunk, isServer(context)),
    options: (project, context) =>
      isServer(context)
        ? { server: serverOptions(project, context) }
        : { needed: neededByServer(project) },
    onRendered(project, rendering, context) {
      if (!isServer(context)) keepClient(project, rendering.sprites, rendering.uses.isInline);
      // After the client build of the same process, all is as it should be.
      else if (rendering.files.length === 0 && clientBuild(project)?.pid !== process.pid) {
        keepServer(project, rendering.sprites, rendering.kept.icons);
      }
    },
    tell: (level, message) => config().logger[level](message),
  };
}

function isServer({ environment }: OutputContext): boolean {
  return environment?.config.consumer === 'server';
}

/**
 * A server build that writes assets, as some frameworks have it run before that of the client,
 * writes its own sprite unless the client was built in the same process.
 */
function serverOptions(project: Project, { environment }: OutputContext): ServerOptions {
  const client = clientBuild(project);
  const writes = environment?.config.build.emitAssets === true;
  const counts = client && (!writes || client.pid === process.pid);
  return counts ? { client } : { client: undefined, writes };
}

/** `undefined`: relative to the chunk. */
function urlsOf(
  { base, build, experimental }: ResolvedConfig,
  chunk: string,
  isServer: boolean,
): UrlCode | undefined {
  const isRelative = base === '' || base === './';
  // There is no telling where a server's chunk stands to the page.
  const usual =
    isRelative && isServer ? urlsBelow('.') : isRelative || build.lib ? undefined : urlsBelow(base);
  const { renderBuiltUrl } = experimental;
  if (!renderBuiltUrl) return usual;
  const beside = urlsBeside('es', chunk);
  return (fileName) => {
    const at = { hostId: chunk, hostType: 'js', type: 'asset', ssr: isServer } as const;
    const url = renderBuiltUrl(fileName, at);
    if (typeof url === 'string') return asciiLiteral(url);
    if (url && 'runtime' in url && url.runtime !== undefined) return url.runtime;
    const isBeside = url && 'relative' in url ? url.relative : false;
    return (isBeside ? beside : (usual ?? beside))(fileName);
  };
}
