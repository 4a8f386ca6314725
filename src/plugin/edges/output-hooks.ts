import type { Core } from '../core.ts';
import { told } from '../hooks.ts';
import type { BuildContext, ClientBuilds } from '../output/client-builds.ts';
import { type AssetFileNames, assetName, type FilePattern } from '../output/naming.ts';
import { clientFile } from '../output/record.ts';
import type { UrlCode } from '../output/replace.ts';
import { clientsHaveWritten } from '../output/running.ts';
import { renderSide, type Side, type SideRendering, serverUrls, sideOf } from '../output/sides.ts';
import { NO_INLINE, urlsBelow, urlsBeside } from '../output/url.ts';
import type { Project } from '../project.ts';
import { reportOf } from '../report.ts';
import { type External, externalWithout } from './external.ts';

/** Output options that decide the sprite's file and links. */
export interface Output {
  readonly format: string;
  readonly dir?: string | undefined;
  readonly file?: string | undefined;
  readonly sourcemap?: unknown;
  readonly assetFileNames?: AssetFileNames;
}

interface RenderedChunk {
  readonly fileName: string;
  readonly modules: Readonly<Record<string, { readonly code?: string | null }>>;
  /** Vite's, for its manifest. */
  readonly viteMetadata?: { readonly importedAssets: Set<string> };
}

interface EmittedAsset {
  readonly type: 'asset';
  readonly fileName: string;
  readonly name: string;
  readonly originalFileName: string;
  readonly source: string;
}

/** Context of Rollup-like bundlers while they render. */
export interface OutputContext {
  readonly emitFile: (file: EmittedAsset) => unknown;
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  /** Vite's. */
  readonly environment?: {
    readonly name: string;
    readonly config: {
      readonly consumer: 'client' | 'server';
      readonly build: {
        readonly emitAssets?: boolean;
        readonly outDir: string;
        readonly assetsDir: string;
        readonly lib?: unknown;
      };
    };
  };
}

/** Differences between Rollup-like bundlers. */
export interface OutputEdge {
  /** Names the files of sprites. */
  readonly pattern: (output: Output, context: OutputContext) => FilePattern;
  /** URLs of files as code; `undefined` for those of a library, relative to the chunk. Default: that, for clients. */
  readonly urls?: (chunk: string, format: string, side: Side) => UrlCode | undefined;
  /** Environment of the code. Default: browsers, unless the options override it. */
  readonly side?: (context: OutputContext) => Side;
  /** Prints a message after a build. Default: the bundler's log. */
  readonly tell?: (level: 'info' | 'warn', message: string) => void;
}

/** Options of a build that matter here. */
interface Input {
  readonly external?: External | undefined;
}

/** Hooks for the output of Rollup-like bundlers. */
export interface OutputHooks {
  readonly options: <T extends Input>(options: T) => T | undefined;
  readonly renderStart: (this: OutputContext, output: Output) => void;
  readonly renderError: (this: BuildContext) => void;
  readonly closeBundle: (this: BuildContext) => void;
  readonly renderChunk: (
    this: OutputContext,
    code: string,
    chunk: RenderedChunk,
    output: Output,
    meta: { readonly chunks: Readonly<Record<string, RenderedChunk>> },
  ) => Promise<{ code: string; map: string | null } | null>;
  readonly generateBundle: (
    this: OutputContext,
    output: Output,
    bundle: Readonly<Record<string, object>>,
  ) => Promise<void>;
}

/**
 * Creates the hooks for Rollup, Rolldown and Vite: they pass all chunks with the first, so the sprite
 * is created before chunks get content hashes.
 */
export function outputHooks(core: Core, edge: OutputEdge, clients: ClientBuilds): OutputHooks {
  /** Renderings by output, since several can be rendered at the same time. */
  const renderings = new Map<string, Promise<SideRendering>>();

  function renderingOf(
    context: OutputContext,
    output: Output,
    chunks: readonly RenderedChunk[],
  ): Promise<SideRendering> {
    const key = keyOf(context, output);
    let rendering = renderings.get(key);
    if (!rendering) {
      rendering = renderAll(context, output, chunks);
      renderings.set(key, rendering);
    }
    return rendering;
  }

  async function renderAll(
    context: OutputContext,
    output: Output,
    chunks: readonly RenderedChunk[],
  ): Promise<SideRendering> {
    const project = await core.project();
    const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
    const codes = modules.map(([, { code }]) => code ?? '');
    const pattern = edge.pattern(output, context);
    const side = sideIn(context, project);
    if (side.isServer) await clientsHaveWritten(clientFile(project, false));
    const ids = new Set(modules.map(([id]) => id));
    const placeOf = (name: string) => core.placeOf(name, ids);
    const inPages = [...core.pages.values()].flat();
    const rendering = await told(() =>
      renderSide(project, codes, side, { pattern, placeOf, inPages }),
    ).finally(() => clients.end(context));
    for (const { fileName, source, sprite } of rendering.files) {
      // Manifests list assets by their source files.
      const name = assetName(sprite.name);
      context.emitFile({ type: 'asset', fileName, name, originalFileName: name, source });
    }
    const { info, warnings } = reportOf(rendering, project, core.unclear(ids), {
      modules: ids,
      pages: core.pages,
      isServer: side.isServer,
    });
    const tell = edge.tell ?? ((level, message) => context[level](message));
    for (const message of info) tell('info', message);
    for (const message of warnings) tell('warn', message);
    return rendering;
  }

  function sideIn(context: OutputContext, project: Project): Side {
    return sideOf(project, edge.side?.(context) ?? { isServer: false });
  }

  function urlsIn(chunk: string, project: Project, side: Side, format: string): UrlCode {
    const { base } = project.settings;
    if (base !== undefined) return urlsBelow(base);
    if (!edge.urls && side.isServer) return serverUrls(project, side);
    // Output with relative links may be a library, which another bundler reads.
    return (
      edge.urls?.(chunk, format, side) ??
      urlsBeside(format, chunk, isModule(format) ? NO_INLINE : '')
    );
  }

  return {
    options: ({ external, ...options }) =>
      external === undefined
        ? undefined
        : ({ ...options, external: externalWithout(core, external) } as never),
    renderStart(output) {
      clients.renders(this);
      renderings.delete(keyOf(this, output));
    },
    renderError() {
      clients.end(this);
    },
    closeBundle() {
      clients.end(this);
    },
    async renderChunk(code, { fileName, viteMetadata }, output, { chunks }) {
      const rendering = await renderingOf(this, output, Object.values(chunks));
      const project = await core.project();
      const side = sideIn(this, project);
      const urls = urlsIn(fileName, project, side, output.format);
      const replaced = await told(() => rendering.replace(code, urls));
      if (replaced && side.isServer) {
        // Frameworks move assets that server chunks import to the served files.
        for (const file of rendering.files) viteMetadata?.importedAssets.add(file.fileName);
      }
      return replaced
        ? { code: replaced.code, map: output.sourcemap ? replaced.map().toString() : null }
        : null;
    },
    async generateBundle(output, bundle) {
      // If no chunk was rendered, the options may still keep icons.
      await renderingOf(this, output, Object.values(bundle).filter(isChunk));
    },
  };
}

function isModule(format: string): boolean {
  return /^(es|esm|module)$/.test(format);
}

function isChunk(file: object): file is RenderedChunk {
  return 'modules' in file;
}

function keyOf({ environment }: OutputContext, output: Output): string {
  const { format, dir = '', file = '' } = output;
  return [environment?.name ?? '', format, dir, file].join('\n');
}
