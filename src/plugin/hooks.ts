import { fileURLToPath } from 'node:url';
import type { UnpluginOptions } from 'unplugin';
import { isError } from '../core/diagnostics.ts';
import { packageFile } from '../core/package-file.ts';
import type { MapLike } from './analysis/original-positions.ts';
import type { Resolve } from './analysis/values/load-modules.ts';
import type { Core, LinksToOtherSprites } from './core.ts';
import type { ClientBuilds, HookContext } from './output/client-builds.ts';
import { clientManifestFile } from './output/client-manifest.ts';
import { PLUGIN_NAME, rejectDuplicatePlugin, withFormattedErrors } from './plugin-errors.ts';
import type { PluginProject } from './project.ts';
import { formatDiagnostics } from './report.ts';

/** Context of hooks in Rollup-like bundlers, beyond unplugin's. */
interface RollupLike extends HookContext {
  readonly resolve?: (
    source: string,
    importer?: string,
    options?: { skipSelf: boolean },
  ) => Promise<{ readonly id: string } | null>;
  readonly getCombinedSourcemap?: () => MapLike;
  readonly getModuleIds?: () => Iterable<string>;
  readonly warn?: (message: string) => void;
  readonly addWatchFile?: (path: string) => void;
  readonly meta?: { readonly watchMode?: boolean };
}

/** Parts of a bundler that the shared hooks need. */
export interface HookOptions {
  readonly core: Core;
  /** Returns the absolute path of the project, when a build starts. */
  readonly root: () => string;
  /** Client builds that server builds wait for. */
  readonly clientBuilds: ClientBuilds;
  /** Checks whether links of a build may lead to sprites of others. Default: no. */
  readonly linksToOtherSpritesIn?: (context: never) => LinksToOtherSprites | undefined;
}

/**
 * Creates the hooks that all bundlers share, as two plugins: one resolves imports before other
 * plugins, the other gets the code that they return.
 *
 * @param output hooks of the bundler, added to the second plugin
 */
export function commonHooks(
  options: HookOptions,
  output: Partial<UnpluginOptions>,
): UnpluginOptions[] {
  return [createResolvePlugin(options), { ...createTransformPlugin(options), ...output }];
}

function createResolvePlugin(options: HookOptions): UnpluginOptions {
  const { core, linksToOtherSpritesIn } = options;
  return {
    name: PLUGIN_NAME,
    enforce: 'pre',
    buildStart(...args: unknown[]) {
      const { plugins = [] } = (args[0] ?? {}) as { plugins?: readonly { name?: string }[] };
      return startBuild(options, this as RollupLike, plugins);
    },
    resolveId: {
      filter: { id: /iconloom/ },
      handler(source, importer) {
        return resolveImport(core, this as RollupLike, source, importer);
      },
    },
    load: {
      filter: { id: /^\0iconloom:/ },
      handler(id) {
        return core.load(id, linksToOtherSpritesIn?.(this as never));
      },
    },
  };
}

function createTransformPlugin({ core, clientBuilds }: HookOptions): UnpluginOptions {
  return {
    name: 'iconloom:transform',
    enforce: 'post',
    transform: {
      filter: { code: /iconloom/ },
      handler(code, id) {
        return transformCode(core, this as RollupLike, code, id);
      },
    },
    async buildEnd(...args: unknown[]) {
      const [error] = args;
      if (error) clientBuilds.release(this as RollupLike);
      // Earlier errors are reported by the bundler.
      if (!error && !core.hasDevServer()) await endBuild(core, clientBuilds, this as RollupLike);
    },
  };
}

/** Builds the icons, unless a development server does that itself. */
async function startBuild(
  { core, root, clientBuilds }: HookOptions,
  context: RollupLike,
  plugins: readonly { readonly name?: string }[],
): Promise<void> {
  if (!core.hasDevServer()) clientBuilds.onBuildStart(context);
  await withFormattedErrors(() => rejectDuplicatePlugin(plugins));
  if (core.hasDevServer()) return;
  const project = await withFormattedErrors(() => core.start(root()));
  clientBuilds.setManifestFile(context, clientManifestFile(project));
  for (const each of project.nonBlocking()) {
    context.warn?.(`iconloom\n${formatDiagnostics([each])}`);
  }
  if (context.meta?.watchMode) await watchSources(project, context);
  const blocking = project.blocking();
  if (blocking.length > 0) throw new Error(`iconloom\n${formatDiagnostics(blocking)}`);
}

async function watchSources({ settings }: PluginProject, context: RollupLike): Promise<void> {
  const { watchTargets } = await import('./watch-targets.ts');
  const { files, folders } = watchTargets(settings);
  for (const path of [...files, ...folders]) context.addWatchFile?.(path);
}

async function resolveImport(
  core: Core,
  context: RollupLike,
  source: string,
  importer: string | undefined,
): Promise<ResolvedId | undefined> {
  const resolved = core.resolve(source, importer);
  if (!resolved) return undefined;
  if (resolved.kind === 'own') return resolved.id;
  const found = await context.resolve?.(source, importer, { skipSelf: true });
  // External modules stay external.
  return (
    found ?? fileURLToPath(packageFile(`dist/runtime/${source.replace(/^iconloom\//, '')}.js`))
  );
}

type ResolvedId = string | { readonly id: string };

/** Puts placeholders into a module of the app. */
async function transformCode(core: Core, context: RollupLike, code: string, id: string) {
  // The map is available only during the transform; Rolldown ends the process later.
  let isMapAvailable = true;
  const map = () => (isMapAvailable ? context.getCombinedSourcemap?.() : undefined);
  const find: Resolve = async (source, importer) =>
    (await context.resolve?.(source, importer, { skipSelf: true }))?.id;
  const transformed = await core.transform(code, id, map, find);
  isMapAvailable = false;
  for (const file of transformed?.files ?? []) context.addWatchFile?.(file);
  return transformed?.code;
}

/** Reports unknown names once all modules are read. */
async function endBuild(
  core: Core,
  clientBuilds: ClientBuilds,
  context: RollupLike,
): Promise<void> {
  (await core.project()).close();
  const ids = context.getModuleIds?.();
  const modules = ids && new Set(ids);
  const problems = [...core.unknown(modules), ...core.deprecated(modules)];
  for (const each of problems) {
    if (!isError(each)) context.warn?.(`iconloom\n${formatDiagnostics([each])}`);
  }
  const unknown = problems.filter(isError);
  if (unknown.length === 0) {
    clientBuilds.onModulesRead(context);
    return;
  }
  clientBuilds.release(context);
  throw new Error(`iconloom\n${formatDiagnostics(unknown)}`);
}
