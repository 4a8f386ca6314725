import type { Core } from '../core.ts';
import { told } from '../hooks.ts';
import { type Rendering, type RenderOptions, render } from '../output/render.ts';
import type { UrlCode } from '../output/replace.ts';
import { urlsBelow, urlsBeside } from '../output/url.ts';
import type { Project } from '../project.ts';
import { reportOf } from '../report.ts';

/** What of an output decides where the sprite goes and how it is linked. */
interface Output {
  readonly format: string;
  readonly dir?: string | undefined;
  readonly file?: string | undefined;
  readonly sourcemap?: unknown;
}

interface RenderedChunk {
  readonly fileName: string;
  readonly modules: Readonly<Record<string, { readonly code?: string | null }>>;
}

/** What the bundlers of Rollup's kind offer while they render. */
export interface OutputContext {
  readonly emitFile: (file: { type: 'asset'; fileName: string; source: string }) => unknown;
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  /** Vite's. */
  readonly environment?: {
    readonly config: {
      readonly consumer: 'client' | 'server';
      readonly build: { readonly emitAssets?: boolean };
    };
  };
}

/** What bundlers of Rollup's kind do differently. */
export interface OutputEdge {
  /** File of a sprite below the output folder, with `[name]` and `[hash]`. */
  readonly fileName: () => string;
  /** URLs of files as code; `undefined` for URLs relative to the chunk. */
  readonly urls?: (chunk: string, context: OutputContext) => UrlCode | undefined;
  /** What a rendering depends on, besides the code. */
  readonly options?: (project: Project, context: OutputContext) => Omit<RenderOptions, 'fileName'>;
  /** @throws {BuildError} */
  readonly onRendered?: (project: Project, rendering: Rendering, context: OutputContext) => void;
  /** Tells something after a build. Default: as the bundler does. */
  readonly tell?: (level: 'info' | 'warn', message: string) => void;
}

/** The hooks of an output. */
export interface OutputHooks {
  readonly renderStart: (output: Output) => void;
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
 * Renders as Rollup, Rolldown and Vite do: the first chunk brings all chunks, so the sprite is made
 * before any chunk gets the hash of its contents.
 */
export function outputHooks(core: Core, edge: OutputEdge): OutputHooks {
  /** By output, since several can be rendered at the same time. */
  const renderings = new Map<string, Promise<Rendering>>();

  function renderingOf(
    context: OutputContext,
    output: Output,
    chunks: readonly RenderedChunk[],
  ): Promise<Rendering> {
    const key = keyOf(output);
    let rendering = renderings.get(key);
    if (!rendering) {
      rendering = renderAll(context, chunks);
      renderings.set(key, rendering);
    }
    return rendering;
  }

  async function renderAll(
    context: OutputContext,
    chunks: readonly RenderedChunk[],
  ): Promise<Rendering> {
    const project = await core.project();
    const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
    const codes = modules.map(([, { code }]) => code ?? '');
    const rendering = await told(() =>
      render(project, codes, { fileName: edge.fileName(), ...edge.options?.(project, context) }),
    );
    for (const { fileName, source } of rendering.files) {
      context.emitFile({ type: 'asset', fileName, source });
    }
    const unclear = core.unclear(new Set(modules.map(([id]) => id)));
    const { info, warnings } = reportOf(rendering, project, unclear);
    const tell = edge.tell ?? ((level, message) => context[level](message));
    for (const message of info) tell('info', message);
    for (const message of warnings) tell('warn', message);
    await told(() => edge.onRendered?.(project, rendering, context));
    return rendering;
  }

  return {
    renderStart(output) {
      renderings.delete(keyOf(output));
    },
    async renderChunk(code, { fileName }, output, { chunks }) {
      const rendering = await renderingOf(this, output, Object.values(chunks));
      const { settings } = await core.project();
      const urls =
        (settings.base === undefined ? edge.urls?.(fileName, this) : urlsBelow(settings.base)) ??
        urlsBeside(output.format, fileName);
      const replaced = rendering.replace(code, urls);
      return replaced
        ? { code: replaced.code, map: output.sourcemap ? replaced.map().toString() : null }
        : null;
    },
    async generateBundle(output, bundle) {
      // Where no chunk was rendered, icons may still be kept by the options.
      await renderingOf(this, output, Object.values(bundle).filter(isChunk));
    },
  };
}

function isChunk(file: object): file is RenderedChunk {
  return 'modules' in file;
}

function keyOf({ format, dir = '', file = '' }: Output): string {
  return [format, dir, file].join('\n');
}
