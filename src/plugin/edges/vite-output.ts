import type { ResolvedConfig } from 'vite';
import type { UrlCode } from '../output/replace.ts';
import { urlsBelow, urlsBeside } from '../output/url.ts';
import { asciiLiteral } from '../placeholder.ts';
import type { OutputEdge } from './output-hooks.ts';

/** What Vite does differently: public path, builds for servers, its own log. */
export function viteOutput(config: () => ResolvedConfig): OutputEdge {
  return {
    fileName: () => `${config().build.assetsDir}/[name].[hash].svg`,
    urls: (chunk, { isServer }) => urlsOf(config(), chunk, isServer),
    side: ({ environment }) => ({
      isServer: environment?.config.consumer === 'server',
      writes: environment?.config.build.emitAssets === true,
    }),
    tell: (level, message) => config().logger[level](message),
  };
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
