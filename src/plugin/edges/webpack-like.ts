import { existsSync } from 'node:fs';
import type { Compilation, Compiler } from 'webpack';
import { createCore } from '../core.ts';
import { refuseTwo, told } from '../hooks.ts';
import type { PluginOptions } from '../options.ts';
import { clientFile } from '../output/record.ts';
import { sideOf } from '../output/sides.ts';
import type { Project } from '../project.ts';
import { problemText } from '../report.ts';
import { watchedBy } from '../watched.ts';
import { renderAssets } from './webpack-assets.ts';
import { externalsWithout } from './webpack-externals.ts';
import type { LoaderTask } from './webpack-loader.ts';
import { loadersOf } from './webpack-loaders.ts';
import { NAME, problem } from './webpack-problem.ts';
import { LOADER, OWN_EFFECT, OWN_QUERY, OWN_VALUE, requestFor } from './webpack-requests.ts';
import { beginClients, sideTold } from './webpack-side.ts';

/** Files without code. */
const NO_CODE =
  /\.(css|s[ac]ss|less|styl|json|html?|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|webm|wasm)$/i;

/** Applies the plugin to webpack, or to bundlers that support webpack's plugins. */
export function applyTo(compiler: Compiler, options: PluginOptions): void {
  const isDevelopment = compiler.options.mode === 'development';
  const core = createCore(options, {
    puts: () => !isDevelopment,
    publicPath: () => sideTold(compiler).base,
  });
  const client = beginClients(compiler, options);
  addRules(compiler, loadersOf(core, compiler));
  const { options: given } = compiler;
  given.externals = externalsWithout(
    (request, issuer) => requestFor(core, request, issuer) !== undefined,
    given.externals,
  ) as typeof given.externals;

  let failure: unknown;
  let project: Project | undefined;
  // All modules are built after this, with the current icons.
  const start = async () => {
    failure = undefined;
    try {
      await told(async () => {
        refuseTwo(compiler.options.plugins as { name?: string }[]);
        project = await core.start(compiler.context);
        client().writes(clientFile(project, isDevelopment));
      });
    } catch (error) {
      failure = error;
    }
  };
  compiler.hooks.beforeRun.tapPromise(NAME, start);
  compiler.hooks.watchRun.tapPromise(NAME, start);
  compiler.hooks.make.tapPromise(NAME, async (compilation) => {
    if (!project) throw failure;
    if (failure) compilation.errors.push(problem(compiler, String(failure)));
    const { isServer } = sideOf(project, sideTold(compiler));
    follow(project, compilation);
    if (isServer) followFile(clientFile(project, isDevelopment), compilation);
    const blocking = project.blocking();
    if (blocking.length > 0) compilation.errors.push(problem(compiler, problemText(blocking)));
    for (const each of project.passing()) {
      compilation.warnings.push(problem(compiler, problemText([each])));
    }
  });
  compiler.hooks.compilation.tap(NAME, (_, { normalModuleFactory }) => {
    normalModuleFactory.hooks.beforeResolve.tap(NAME, (data) => {
      const { request, contextInfo } = data;
      data.request = requestFor(core, request, contextInfo.issuer || undefined) ?? request;
    });
  });
  compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
    // Minifiers have run; maps and hashes come later.
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 50;
    compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, () =>
      renderAssets({ core, compiler, keepsAll: isDevelopment, client }, compilation),
    );
  });
}

function addRules({ options }: Compiler, { own, app }: Record<'own' | 'app', LoaderTask>): void {
  const load = { enforce: 'pre' as const, type: 'javascript/auto', use: [entry('own', own)] };
  options.module.rules.push(
    { ...load, resourceQuery: OWN_EFFECT, sideEffects: true },
    { ...load, resourceQuery: OWN_VALUE, sideEffects: false },
    {
      enforce: 'post',
      exclude: NO_CODE,
      resourceQuery: { not: OWN_QUERY },
      use: [entry('app', app)],
    },
  );
}

function entry(what: string, run: LoaderTask) {
  return { loader: LOADER, options: { run }, ident: `${NAME}-${what}` };
}

/** Adds the icons' files as dependencies, so that a change rebuilds the app. */
function follow({ settings }: Project, compilation: Compilation): void {
  const { files, folders } = watchedBy(settings);
  for (const file of files) followFile(file, compilation);
  for (const folder of folders) compilation.contextDependencies.add(folder);
}

function followFile(path: string, compilation: Compilation): void {
  const { fileDependencies, missingDependencies } = compilation;
  (existsSync(path) ? fileDependencies : missingDependencies).add(path);
}
