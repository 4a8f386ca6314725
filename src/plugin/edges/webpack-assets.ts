import type { Compilation, Compiler, Module } from 'webpack';
import { BuildError } from '../../core/errors.ts';
import type { Core } from '../core.ts';
import { render } from '../output/render.ts';
import { urlsBelow } from '../output/url.ts';
import { mayHold } from '../placeholder.ts';
import { problemText, reportOf } from '../report.ts';
import { NAME, problem } from './webpack-problem.ts';

/** Makes the sprite of what is left in the code, and replaces the placeholders. */
export async function renderAssets(
  core: Core,
  compiler: Compiler,
  compilation: Compilation,
  keepsAll: boolean,
): Promise<void> {
  const project = await core.project();
  project.close();
  const scripts = compilation
    .getAssets()
    .filter(({ name }) => /\.[cm]?js(\?|$)/.test(name))
    .map(({ name, source }) => ({ name, source, code: String(source.source()) }));
  const codes = scripts.map(({ code }) => code);
  const { RawSource } = compiler.webpack.sources;
  try {
    const rendering = render(project, codes, { fileName: 'assets/[name].[hash].svg', keepsAll });
    for (const { fileName, source } of keepsAll && !rendering.uses.isUsed ? [] : rendering.files) {
      compilation.emitAsset(fileName, new RawSource(source), { immutable: true });
    }
    // The code puts the public path before it.
    const urls = urlsBelow(project.settings.base ?? '');
    for (const { name, source, code } of scripts.filter((each) => mayHold(each.code))) {
      const replaced = rendering.pieces(code, urls);
      const result = new compiler.webpack.sources.ReplaceSource(source, name);
      for (const { start, end, text } of replaced) result.replace(start, end - 1, text);
      compilation.updateAsset(name, result);
    }
    const { info, warnings } = reportOf(rendering, project, core.unclear(idsIn(compilation)));
    const logger = compiler.getInfrastructureLogger(NAME);
    for (const message of info) logger.info(message);
    // While developing, that is no matter of the code.
    if (keepsAll) return;
    for (const message of warnings) compilation.warnings.push(problem(compiler, message));
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    compilation.errors.push(problem(compiler, problemText(error.diagnostics)));
  }
}

/** The modules of the output, by what the loader knows them as. */
function idsIn(compilation: Compilation): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (module: Module & { resource?: string; modules?: Iterable<Module> }) => {
    if (module.resource) ids.add(module.resource);
    for (const inner of module.modules ?? []) add(inner);
  };
  for (const chunk of compilation.chunks) {
    for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk))
      add(module as never);
  }
  return ids;
}
