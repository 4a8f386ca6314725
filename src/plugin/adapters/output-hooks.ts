import type { Core } from '../core.ts';
import { waitForClientBuilds } from '../output/client-build-lock.ts';
import type { BundlerContext, ClientBuilds } from '../output/client-builds.ts';
import { clientManifestFile } from '../output/client-manifest.ts';
import { type AssetFileNames, assetName, type FilePattern } from '../output/naming.ts';
import type { UrlCode } from '../output/replace.ts';
import {
  type Environment,
  type EnvironmentRendering,
  renderEnvironment,
  resolveEnvironment,
  serverUrls,
} from '../output/ssr.ts';
import { NO_INLINE, urlsBelow, urlsBeside } from '../output/url.ts';
import { withFormattedErrors } from '../plugin-errors.ts';
import type { PluginProject } from '../project.ts';
import { createReport, type PluginReport } from '../report.ts';
import { type External, keepIconloomInternal } from './external.ts';

/** Output options that decide the sprite's file and links. */
export interface RollupOutput {
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
export interface OutputAdapter {
  /** Names the files of sprites. */
  readonly pattern: (output: RollupOutput, context: OutputContext) => FilePattern;
  /** URLs of files as code; `undefined` for those of a library, relative to the chunk. Default: that, for clients. */
  readonly urls?: (chunk: string, format: string, environment: Environment) => UrlCode | undefined;
  /** Environment of the code. Default: browsers, unless the options override it. */
  readonly environment?: (context: OutputContext) => Environment;
  /** Prints a message after a build. Default: the bundler's log. */
  readonly log?: (level: 'info' | 'warn', message: string) => void;
}

/** Options of a build that matter here. */
interface RollupInput {
  readonly external?: External | undefined;
}

/** Hooks for the output of Rollup-like bundlers. */
export interface OutputHooks {
  readonly options: <T extends RollupInput>(options: T) => T | undefined;
  readonly renderStart: (this: OutputContext, output: RollupOutput) => void;
  readonly renderError: (this: BundlerContext) => void;
  readonly closeBundle: (this: BundlerContext) => void;
  readonly renderChunk: (
    this: OutputContext,
    code: string,
    chunk: RenderedChunk,
    output: RollupOutput,
    meta: { readonly chunks: Readonly<Record<string, RenderedChunk>> },
  ) => Promise<{ code: string; map: string | null } | null>;
  readonly generateBundle: (
    this: OutputContext,
    output: RollupOutput,
    bundle: Readonly<Record<string, object>>,
  ) => Promise<void>;
}

/**
 * Creates the hooks for Rollup, Rolldown and Vite: they pass all chunks with the first, so the sprite
 * is created before chunks get content hashes.
 */
export function outputHooks(
  core: Core,
  adapter: OutputAdapter,
  clientBuilds: ClientBuilds,
): OutputHooks {
  const renderer = new OutputRenderer(core, adapter, clientBuilds);
  return {
    options: ({ external, ...options }) =>
      external === undefined
        ? undefined
        : ({ ...options, external: keepIconloomInternal(core, external) } as never),
    renderStart(output) {
      clientBuilds.onRenderStart(this);
      renderer.forget(this, output);
    },
    renderError() {
      clientBuilds.release(this);
    },
    closeBundle() {
      clientBuilds.release(this);
    },
    renderChunk(code, chunk, output, { chunks }) {
      return renderer.replaceIn(code, chunk, { context: this, output, chunks });
    },
    async generateBundle(output, bundle) {
      // If no chunk was rendered, the options may still keep icons.
      await renderer.rendering(this, output, Object.values(bundle).filter(isChunk));
    },
  };
}

/** Output that a chunk belongs to. */
interface ChunkOutput {
  readonly context: OutputContext;
  readonly output: RollupOutput;
  readonly chunks: Readonly<Record<string, RenderedChunk>>;
}

/** Renderer of the outputs of a build, each once. */
class OutputRenderer {
  readonly #core: Core;
  readonly #adapter: OutputAdapter;
  readonly #clientBuilds: ClientBuilds;
  /** Renderings by output, since several can be rendered at the same time. */
  readonly #renderings = new Map<string, Promise<EnvironmentRendering>>();

  constructor(core: Core, adapter: OutputAdapter, clientBuilds: ClientBuilds) {
    this.#core = core;
    this.#adapter = adapter;
    this.#clientBuilds = clientBuilds;
  }

  /** Drops the rendering of an earlier build. */
  forget(context: OutputContext, output: RollupOutput): void {
    this.#renderings.delete(keyOf(context, output));
  }

  /** Rendering that all chunks of an output share. */
  rendering(
    context: OutputContext,
    output: RollupOutput,
    chunks: readonly RenderedChunk[],
  ): Promise<EnvironmentRendering> {
    const key = keyOf(context, output);
    const known = this.#renderings.get(key);
    if (known) return known;
    const rendering = this.#render(context, output, chunks);
    this.#renderings.set(key, rendering);
    return rendering;
  }

  /** Replaces the placeholders in a chunk; `null` if it has none. */
  async replaceIn(
    code: string,
    { fileName, viteMetadata }: RenderedChunk,
    { context, output, chunks }: ChunkOutput,
  ): Promise<{ code: string; map: string | null } | null> {
    const rendering = await this.rendering(context, output, Object.values(chunks));
    const project = await this.#core.project();
    const environment = this.#environmentIn(context, project);
    const urls = this.#urlsFor({ chunk: fileName, format: output.format }, project, environment);
    const replaced = await withFormattedErrors(() => rendering.replace(code, urls));
    if (!replaced) return null;
    if (environment.isServer) {
      // Frameworks move assets that server chunks import to the served files.
      for (const file of rendering.files) viteMetadata?.importedAssets.add(file.fileName);
    }
    return { code: replaced.code, map: output.sourcemap ? replaced.map().toString() : null };
  }

  async #render(
    context: OutputContext,
    output: RollupOutput,
    chunks: readonly RenderedChunk[],
  ): Promise<EnvironmentRendering> {
    const project = await this.#core.project();
    const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
    const codes = modules.map(([, { code }]) => code ?? '');
    const ids = new Set(modules.map(([id]) => id));
    const environment = this.#environmentIn(context, project);
    if (environment.isServer) await waitForClientBuilds(clientManifestFile(project));
    const rendering = await withFormattedErrors(() =>
      renderEnvironment(project, codes, environment, {
        pattern: this.#adapter.pattern(output, context),
        placeOf: (name) => this.#core.placeOf(name, ids),
        inPages: [...this.#core.pages.values()].flat(),
      }),
    ).finally(() => this.#clientBuilds.release(context));
    emitSprites(rendering, context);
    const report = createReport(rendering, project, this.#core.unclear(ids), {
      modules: ids,
      pages: this.#core.pages,
      isServer: environment.isServer,
    });
    this.#print(report, context);
    return rendering;
  }

  #print({ info, warnings }: PluginReport, context: OutputContext): void {
    const log = this.#adapter.log ?? ((level, message) => context[level](message));
    for (const message of info) log('info', message);
    for (const message of warnings) log('warn', message);
  }

  #environmentIn(context: OutputContext, project: PluginProject): Environment {
    const detected = this.#adapter.environment?.(context) ?? { isServer: false };
    return resolveEnvironment(project, detected);
  }

  #urlsFor(
    { chunk, format }: { readonly chunk: string; readonly format: string },
    project: PluginProject,
    environment: Environment,
  ): UrlCode {
    const { base, isModuleRelative } = project.settings;
    if (base !== undefined) return urlsBelow(base);
    const { urls } = this.#adapter;
    if (environment.isServer && (isModuleRelative || !urls))
      return serverUrls(project, environment);
    const bundlerUrls = isModuleRelative ? undefined : urls?.(chunk, format, environment);
    // Output with relative links may be a library, which another bundler reads.
    return bundlerUrls ?? urlsBeside(format, chunk, isModuleFormat(format) ? NO_INLINE : '');
  }
}

function emitSprites({ files }: EnvironmentRendering, context: OutputContext): void {
  for (const { fileName, source, sprite } of files) {
    // Manifests list assets by their source files.
    const name = assetName(sprite.name);
    context.emitFile({ type: 'asset', fileName, name, originalFileName: name, source });
  }
}

function isModuleFormat(format: string): boolean {
  return /^(es|esm|module)$/.test(format);
}

function isChunk(file: object): file is RenderedChunk {
  return 'modules' in file;
}

function keyOf({ environment }: OutputContext, output: RollupOutput): string {
  const { format, dir = '', file = '' } = output;
  return [environment?.name ?? '', format, dir, file].join('\n');
}
