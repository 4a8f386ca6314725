import { fileURLToPath } from 'node:url';
import type { UnpluginOptions } from 'unplugin';
import { diagnose, isError } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { packageFile } from '../core/package-file.ts';
import type { MapLike } from './analysis/original-positions.ts';
import type { Resolve } from './analysis/values/load-modules.ts';
import type { Core, LinksToOtherSprites } from './core.ts';
import type { ClientBuilds } from './output/client-builds.ts';
import { clientManifestFile } from './output/client-manifest.ts';
import { formatDiagnostics } from './report.ts';
import { watchTargets } from './watch-targets.ts';

/** Context of hooks in Rollup-like bundlers, beyond unplugin's. */
interface RollupLike {
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

/**
 * Creates the hooks that all bundlers share, as two plugins: one resolves imports before other
 * plugins, the other gets the code that they return.
 *
 * @param root absolute path of the project, called when a build starts
 * @param output hooks of the bundler, added to the second plugin
 * @param clientBuilds client builds that server builds wait for
 * @param linksToOtherSpritesIn tells if links of a build may lead to sprites of others; default: no
 */
export function commonHooks(
  core: Core,
  root: () => string,
  output: Partial<UnpluginOptions>,
  clientBuilds: ClientBuilds,
  linksToOtherSpritesIn: (context: never) => LinksToOtherSprites | undefined = () => undefined,
): UnpluginOptions[] {
  const resolvePlugin: UnpluginOptions = {
    name: NAME,
    enforce: 'pre',
    async buildStart(...args: unknown[]) {
      const { plugins = [] } = (args[0] ?? {}) as { plugins?: readonly { name?: string }[] };
      if (!core.hasDevServer()) clientBuilds.onBuildStart(this as object);
      await withFormattedErrors(() => rejectDuplicatePlugin(plugins));
      if (core.hasDevServer()) return;
      const project = await withFormattedErrors(() => core.start(root()));
      clientBuilds.setManifestFile(this as object, clientManifestFile(project));
      const { meta, addWatchFile, warn } = this as RollupLike;
      for (const each of project.nonBlocking())
        warn?.call(this, `iconloom\n${formatDiagnostics([each])}`);
      if (meta?.watchMode) {
        const { files, folders } = watchTargets(project.settings);
        for (const path of [...files, ...folders]) addWatchFile?.call(this, path);
      }
      const blocking = project.blocking();
      if (blocking.length > 0) throw new Error(`iconloom\n${formatDiagnostics(blocking)}`);
    },
    resolveId: {
      filter: { id: /iconloom/ },
      async handler(source, importer) {
        const resolved = core.resolve(source, importer);
        if (!resolved) return undefined;
        if (resolved.kind === 'own') return resolved.id;
        const { resolve } = this as RollupLike;
        const found = await resolve?.call(this, source, importer, { skipSelf: true });
        // External modules stay external.
        return (
          found ??
          fileURLToPath(packageFile(`dist/runtime/${source.replace(/^iconloom\//, '')}.js`))
        );
      },
    },
    load: {
      filter: { id: /^\0iconloom:/ },
      handler(id) {
        return core.load(id, linksToOtherSpritesIn(this as never));
      },
    },
  };
  const transformPlugin: UnpluginOptions = {
    name: 'iconloom:transform',
    enforce: 'post',
    transform: {
      filter: { code: /iconloom/ },
      async handler(code, id) {
        const { getCombinedSourcemap, resolve, addWatchFile } = this as RollupLike;
        // The map is available only during the transform; Rolldown ends the process later.
        let isMapAvailable = true;
        const map = () => (isMapAvailable ? getCombinedSourcemap?.call(this) : undefined);
        const find: Resolve = async (source, importer) => {
          const found = await resolve?.call(this, source, importer, { skipSelf: true });
          return found?.id;
        };
        const transformed = await core.transform(code, id, map, find);
        isMapAvailable = false;
        for (const file of transformed?.files ?? []) addWatchFile?.call(this, file);
        return transformed?.code;
      },
    },
    async buildEnd(...args: unknown[]) {
      if (args[0]) clientBuilds.release(this as object);
      // Earlier errors are reported by the bundler.
      if (core.hasDevServer() || args[0]) return;
      (await core.project()).close();
      const ids = (this as RollupLike).getModuleIds?.call(this);
      const problems = core.unknown(ids && new Set(ids));
      const unknown = problems.filter(isError);
      for (const each of problems) {
        if (!isError(each)) (this as RollupLike).warn?.(`iconloom\n${formatDiagnostics([each])}`);
      }
      if (unknown.length === 0) return clientBuilds.onModulesRead(this as object);
      clientBuilds.release(this as object);
      throw new Error(`iconloom\n${formatDiagnostics(unknown)}`);
    },
    ...output,
  };
  return [resolvePlugin, transformPlugin];
}

const NAME = 'iconloom';

/** Rejects a second plugin, which would resolve the same imports. */
export function rejectDuplicatePlugin(plugins: readonly { readonly name?: string }[]): void {
  const count = plugins.filter((plugin) => plugin?.name === NAME).length;
  if (count < 2) return;
  const file = 'bundler configuration';
  throw new BuildError([diagnose('two-plugins', { file, args: { count: String(count) } })]);
}

/** Runs a task and rethrows build errors with formatted diagnostics. */
export async function withFormattedErrors<T>(task: () => T | Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    throw new Error(`iconloom\n${formatDiagnostics(error.diagnostics)}`, { cause: error });
  }
}
