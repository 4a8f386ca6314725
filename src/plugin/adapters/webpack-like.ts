import { existsSync } from 'node:fs';
import type { Compilation, Compiler } from 'webpack';
import { createCore } from '../core.ts';
import type { PluginOptions } from '../options.ts';
import { clientManifestFile } from '../output/client-manifest.ts';
import { resolveEnvironment } from '../output/ssr.ts';
import { rejectDuplicatePlugin, withFormattedErrors } from '../plugin-errors.ts';
import type { PluginProject } from '../project.ts';
import { formatDiagnostics } from '../report.ts';
import { watchTargets } from '../watch-targets.ts';
import { renderAssets, type WebpackBuildContext } from './webpack-assets.ts';
import { detectEnvironment, lockClientBuilds } from './webpack-environment.ts';
import { NAME, webpackError } from './webpack-error.ts';
import { keepIconloomInternal } from './webpack-externals.ts';
import type { LoaderTask } from './webpack-loader.ts';
import { createLoaders } from './webpack-loaders.ts';
import {
  EFFECT_QUERY,
  ICONLOOM_QUERY,
  LOADER,
  requestFor,
  VALUE_QUERY,
} from './webpack-requests.ts';

/** Files without code. */
const NO_CODE =
  /\.(css|s[ac]ss|less|styl|json|html?|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|webm|wasm)$/i;

/** Applies the plugin to webpack, or to bundlers that support webpack's plugins. */
export function applyPlugin(compiler: Compiler, options: PluginOptions): void {
  const isDevelopment = compiler.options.mode === 'development';
  const core = createCore(options, {
    emitsPlaceholders: () => !isDevelopment,
    publicPath: () => detectEnvironment(compiler).base,
  });
  const clientLock = lockClientBuilds(compiler, options);
  const build: WebpackBuildContext = { core, compiler, keepsAll: isDevelopment, clientLock };
  addRules(compiler, createLoaders(core, compiler));
  resolveImports(build);
  addIcons(build);
  compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
    // Minifiers have run; maps and hashes come later.
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 50;
    compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, () =>
      renderAssets(build, compilation),
    );
  });
}

/** Leads imports of iconloom to its loader, even if packages are external. */
function resolveImports({ core, compiler }: WebpackBuildContext): void {
  const { options } = compiler;
  options.externals = keepIconloomInternal(
    (request, issuer) => requestFor(core, request, issuer) !== undefined,
    options.externals,
  ) as typeof options.externals;
  compiler.hooks.compilation.tap(NAME, (_, { normalModuleFactory }) => {
    normalModuleFactory.hooks.beforeResolve.tap(NAME, (data) => {
      const { request, contextInfo } = data;
      data.request = requestFor(core, request, contextInfo.issuer || undefined) ?? request;
    });
  });
}

/** Builds the icons before each build of the app, and reports their problems in it. */
function addIcons({ core, compiler, keepsAll, clientLock }: WebpackBuildContext): void {
  let failure: unknown;
  let project: PluginProject | undefined;
  // All modules are built after this, with the current icons.
  const start = async () => {
    failure = undefined;
    try {
      await withFormattedErrors(async () => {
        rejectDuplicatePlugin(compiler.options.plugins as { name?: string }[]);
        project = await core.start(compiler.context);
        clientLock().setManifestFile(clientManifestFile(project, { keepsAll }));
      });
    } catch (error) {
      failure = error;
    }
  };
  compiler.hooks.beforeRun.tapPromise(NAME, start);
  compiler.hooks.watchRun.tapPromise(NAME, start);
  compiler.hooks.make.tapPromise(NAME, async (compilation) => {
    if (!project) throw failure;
    if (failure) compilation.errors.push(webpackError(compiler, String(failure)));
    const { isServer } = resolveEnvironment(project, detectEnvironment(compiler));
    watchSources(project, compilation);
    if (isServer) watchFile(clientManifestFile(project, { keepsAll }), compilation);
    reportProblems(project, compiler, compilation);
  });
}

function reportProblems(
  project: PluginProject,
  compiler: Compiler,
  { errors, warnings }: Compilation,
): void {
  const blocking = project.blocking();
  if (blocking.length > 0) errors.push(webpackError(compiler, formatDiagnostics(blocking)));
  for (const each of project.nonBlocking()) {
    warnings.push(webpackError(compiler, formatDiagnostics([each])));
  }
}

function addRules({ options }: Compiler, { own, app }: Record<'own' | 'app', LoaderTask>): void {
  const load = { enforce: 'pre' as const, type: 'javascript/auto', use: [loaderEntry('own', own)] };
  options.module.rules.push(
    { ...load, resourceQuery: EFFECT_QUERY, sideEffects: true },
    { ...load, resourceQuery: VALUE_QUERY, sideEffects: false },
    {
      enforce: 'post',
      exclude: NO_CODE,
      resourceQuery: { not: ICONLOOM_QUERY },
      use: [loaderEntry('app', app)],
    },
  );
}

function loaderEntry(what: string, run: LoaderTask) {
  return { loader: LOADER, options: { run }, ident: `${NAME}-${what}` };
}

/** Adds the icons' files as dependencies, so that a change rebuilds the app. */
function watchSources({ settings }: PluginProject, compilation: Compilation): void {
  const { files, folders } = watchTargets(settings);
  for (const file of files) watchFile(file, compilation);
  for (const folder of folders) compilation.contextDependencies.add(folder);
}

function watchFile(path: string, compilation: Compilation): void {
  const { fileDependencies, missingDependencies } = compilation;
  (existsSync(path) ? fileDependencies : missingDependencies).add(path);
}
