import { join } from 'node:path/posix';
import type { ResolvedConfig } from 'vite';
import { assetPattern, type FilePattern } from '../output/naming.ts';
import type { UrlCode } from '../output/replace.ts';
import { urlsBelow, urlsBeside } from '../output/url.ts';
import { asciiLiteral } from '../placeholder.ts';
import type { OutputAdapter, OutputContext, RollupOutput } from './output-hooks.ts';

/** Names of sprites in outputs of Vite. */
function vitePattern(
  { assetFileNames }: RollupOutput,
  { environment }: OutputContext,
): FilePattern {
  const { assetsDir = 'assets', lib } = environment?.config.build ?? {};
  const inFolder = (name: string) => join('/', assetsDir, name).slice(1);
  const defaultNames = lib ? '[name].[ext]' : join(assetsDir, '[name]-[hash].[ext]');
  return assetPattern(assetFileNames, defaultNames, inFolder('[name].[hash].svg'));
}

/** Differences of Vite: public path, builds for servers, its own log. */
export function viteAdapter(config: () => ResolvedConfig): OutputAdapter {
  return {
    pattern: vitePattern,
    urls: (chunk, format, { isServer }) => viteUrls(config(), { chunk, format, isServer }),
    environment: ({ environment }) => ({
      isServer: environment?.config.consumer === 'server',
      build: [environment?.name, environment?.config.build.outDir].join(' '),
      writes: environment?.config.build.emitAssets === true,
    }),
    log: (level, message) => config().logger[level](message),
  };
}

/** Chunk that has the URLs. */
interface ChunkLocation {
  /** Path below the output folder. */
  readonly chunk: string;
  readonly format: string;
  readonly isServer: boolean;
}

/** Code for the URLs of files; `undefined`: relative to the chunk. */
function viteUrls(
  { base, build, experimental }: ResolvedConfig,
  { chunk, format, isServer }: ChunkLocation,
): UrlCode | undefined {
  const isRelative = base === '' || base === './';
  // The path from a server chunk to the page is unknown.
  const defaultUrls = build.lib
    ? undefined
    : !isRelative
      ? urlsBelow(base)
      : isServer
        ? urlsBelow('.')
        : urlsBeside(format, chunk);
  const { renderBuiltUrl } = experimental;
  if (!renderBuiltUrl) return defaultUrls;
  const relativeUrls = urlsBeside(format, chunk);
  return (fileName) => {
    const context = { hostId: chunk, hostType: 'js', type: 'asset', ssr: isServer } as const;
    const url = renderBuiltUrl(fileName, context);
    if (typeof url === 'string') return asciiLiteral(url);
    if (url && 'runtime' in url && url.runtime !== undefined) return url.runtime;
    const isRelativeUrl = url && 'relative' in url ? url.relative : false;
    return (isRelativeUrl ? relativeUrls : (defaultUrls ?? relativeUrls))(fileName);
  };
}
