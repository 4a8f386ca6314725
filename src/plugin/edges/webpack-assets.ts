import type { Compilation, Compiler } from 'webpack';
import { BuildError } from '../../core/errors.ts';
import type { Core } from '../core.ts';
import { assetName } from '../output/naming.ts';
import { clientFile } from '../output/record.ts';
import type { Rendering } from '../output/render.ts';
import { clientsHaveWritten, type RunningClient } from '../output/running.ts';
import { renderSide, serverUrls, sideOf } from '../output/sides.ts';
import { urlsBelow } from '../output/url.ts';
import { mayHold } from '../placeholder.ts';
import { problemText, reportOf } from '../report.ts';
import type { UnclearUse } from '../transform.ts';
import { webpackPattern } from './webpack-pattern.ts';
import { NAME, problem } from './webpack-problem.ts';
import { sideTold } from './webpack-side.ts';

/** Context of a running build. */
export interface WebpackBuild {
  readonly core: Core;
  readonly compiler: Compiler;
  /** Keeps all icons, as in development. */
  readonly keepsAll: boolean;
  readonly client: () => RunningClient;
}

/** Creates the sprite of the used icons, and replaces the placeholders. */
export async function renderAssets(build: WebpackBuild, compilation: Compilation): Promise<void> {
  const { core, compiler, keepsAll, client } = build;
  const project = await core.project();
  project.close();
  const side = sideOf(project, sideTold(compiler));
  if (side.isServer) await clientsHaveWritten(clientFile(project, keepsAll));
  try {
    const scripts = scriptsOf(compilation);
    const codes = scripts.map(({ code }) => code);
    const rendering = renderSide(project, codes, side, {
      pattern: webpackPattern(compiler),
      keepsAll,
      placeOf: core.placeOf,
    });
    client().end();
    emit(rendering, build, compilation);
    // The code itself adds the public path, unless that is known.
    const urls = side.isServer
      ? serverUrls(project, side, keepsAll)
      : urlsBelow(project.settings.base ?? '');
    for (const { name, source, code } of scripts.filter((each) => mayHold(each.code))) {
      const result = new compiler.webpack.sources.ReplaceSource(source, name);
      for (const { start, end, text } of rendering.pieces(code, urls)) {
        result.replace(start, end - 1, text);
      }
      compilation.updateAsset(name, result);
    }
    const { info, warnings } = reportOf(rendering, project, unclearIn(compilation), {
      modules: filesIn(compilation),
      isServer: side.isServer,
    });
    const logger = compiler.getInfrastructureLogger(NAME);
    for (const message of info) logger.info(message);
    // In development, all icons are kept, so the warnings do not apply.
    if (keepsAll) return;
    for (const message of warnings) compilation.warnings.push(problem(compiler, message));
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    compilation.errors.push(problem(compiler, problemText(error.diagnostics)));
  }
}

/** Assets that can be code: files of chunks with any extension, and scripts that plugins added. */
function scriptsOf(compilation: Compilation) {
  const ofChunks = new Set([...compilation.chunks].flatMap((chunk) => [...chunk.files]));
  return compilation
    .getAssets()
    .filter(({ name }) => ofChunks.has(name) || /\.[cm]?js(\?|$)/.test(name))
    .map(({ name, source }) => ({ name, source, code: String(source.source()) }));
}

function emit(
  { files, uses }: Rendering,
  { compiler, keepsAll }: WebpackBuild,
  compilation: Compilation,
): void {
  if (keepsAll && !uses.isUsed) return;
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
  const seen = new Map<JoinedModule, readonly UnclearUse[]>();
  const add = (module: JoinedModule) => {
    seen.set(module, module.buildInfo?.iconloom ?? []);
    for (const inner of module.modules ?? []) add(inner);
  };
  for (const chunk of chunks) {
    for (const module of chunkGraph.getChunkModulesIterable(chunk)) add(module as never);
  }
  return [...seen.values()].flat();
}
