import type { Compilation, Compiler } from 'webpack';
import { BuildError } from '../../core/errors.ts';
import type { Core } from '../core.ts';
import { type ClientBuildLock, waitForClientBuilds } from '../output/client-build-lock.ts';
import { clientManifestFile } from '../output/client-manifest.ts';
import { assetName } from '../output/naming.ts';
import type { Rendering } from '../output/render.ts';
import { renderEnvironment, resolveEnvironment, serverUrls } from '../output/ssr.ts';
import { urlsBelow } from '../output/url.ts';
import { mayHavePlaceholders } from '../placeholder.ts';
import { createReport, formatDiagnostics } from '../report.ts';
import type { UnclearUse } from '../transformed-module.ts';
import { detectEnvironment } from './webpack-environment.ts';
import { NAME, webpackError } from './webpack-error.ts';
import { webpackPattern } from './webpack-pattern.ts';

/** Context of a running build. */
export interface WebpackBuildContext {
  readonly core: Core;
  readonly compiler: Compiler;
  /** Keeps all icons, as in development. */
  readonly keepsAll: boolean;
  readonly clientLock: () => ClientBuildLock;
}

/** Creates the sprite of the used icons, and replaces the placeholders. */
export async function renderAssets(
  build: WebpackBuildContext,
  compilation: Compilation,
): Promise<void> {
  const { core, compiler, keepsAll, clientLock } = build;
  const project = await core.project();
  project.close();
  const environment = resolveEnvironment(project, detectEnvironment(compiler));
  if (environment.isServer) await waitForClientBuilds(clientManifestFile(project, { keepsAll }));
  try {
    const scripts = scriptsOf(compilation);
    const codes = scripts.map(({ code }) => code);
    const rendering = renderEnvironment(project, codes, environment, {
      pattern: webpackPattern(compiler),
      keepsAll,
      placeOf: core.placeOf,
    });
    clientLock().release();
    emitSprites(rendering, build, compilation);
    // The code itself adds the public path, unless that is known.
    const urls = environment.isServer
      ? serverUrls(project, environment, { keepsAll })
      : urlsBelow(project.settings.base ?? '');
    for (const { name, source, code } of scripts.filter((each) => mayHavePlaceholders(each.code))) {
      const result = new compiler.webpack.sources.ReplaceSource(source, name);
      for (const { start, end, text } of rendering.edits(code, urls)) {
        result.replace(start, end - 1, text);
      }
      compilation.updateAsset(name, result);
    }
    const { info, warnings } = createReport(rendering, project, unclearIn(compilation), {
      modules: filesIn(compilation),
      isServer: environment.isServer,
    });
    const logger = compiler.getInfrastructureLogger(NAME);
    for (const message of info) logger.info(message);
    // In development, all icons are kept, so the warnings do not apply.
    if (keepsAll) return;
    for (const message of warnings) compilation.warnings.push(webpackError(compiler, message));
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    compilation.errors.push(webpackError(compiler, formatDiagnostics(error.diagnostics)));
  }
}

/** Assets that can be code: files of chunks with any extension, and scripts that plugins added. */
function scriptsOf(compilation: Compilation) {
  const chunkFiles = new Set([...compilation.chunks].flatMap((chunk) => [...chunk.files]));
  return compilation
    .getAssets()
    .filter(({ name }) => chunkFiles.has(name) || /\.[cm]?js(\?|$)/.test(name))
    .map(({ name, source }) => ({ name, source, code: String(source.source()) }));
}

function emitSprites(
  { files, usage }: Rendering,
  { compiler, keepsAll }: WebpackBuildContext,
  compilation: Compilation,
): void {
  if (keepsAll && !usage.isUsed) return;
  const { RawSource } = compiler.webpack.sources;
  for (const { fileName, source, sprite } of files) {
    // Manifests list assets by their source files.
    const info = { immutable: true, sourceFilename: assetName(sprite.name) };
    compilation.emitAsset(fileName, new RawSource(source), info);
  }
}

/** Module, or several that webpack has concatenated. */
interface JoinedModule {
  readonly buildInfo?: BuildInfo;
  readonly resource?: string;
  readonly modules?: Iterable<JoinedModule>;
}

/** Data of a module that the bundler's cache restores, too. */
interface BuildInfo {
  iconloom?: readonly UnclearUse[];
}

/** The files of all modules. */
function filesIn({ modules }: Compilation): readonly string[] {
  const filesOf = ({ resource, modules: inner = [] }: JoinedModule): readonly string[] =>
    resource === undefined ? [...inner].flatMap(filesOf) : [resource];
  return [...modules].flatMap((module) => filesOf(module as never));
}

/** Uses with unknown names in the modules of the output. */
function unclearIn({ chunks, chunkGraph }: Compilation): readonly UnclearUse[] {
  const usesByModule = new Map<JoinedModule, readonly UnclearUse[]>();
  const add = (module: JoinedModule) => {
    usesByModule.set(module, module.buildInfo?.iconloom ?? []);
    for (const inner of module.modules ?? []) add(inner);
  };
  for (const chunk of chunks) {
    for (const module of chunkGraph.getChunkModulesIterable(chunk)) add(module as never);
  }
  return [...usesByModule.values()].flat();
}
