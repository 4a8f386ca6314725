import { dirname } from 'node:path';
import type { Compiler } from 'webpack';
import { isError } from '../../core/diagnostics.ts';
import type { MapLike } from '../analysis/original-positions.ts';
import type { Core } from '../core.ts';
import { catalogVersion } from '../output/catalog-version.ts';
import { resolveEnvironment } from '../output/ssr.ts';
import { findPlaceholders, withVersion } from '../placeholder.ts';
import { formatDiagnostics } from '../report.ts';
import { watchTargets } from '../watch-targets.ts';
import { detectEnvironment } from './webpack-environment.ts';
import { webpackError } from './webpack-error.ts';
import type { LoaderContext, LoaderTask, SourceMapLike } from './webpack-loader.ts';
import { idFromQuery } from './webpack-requests.ts';

/** Work of the loader for virtual modules, and for modules of the app. */
export function createLoaders(
  core: Core,
  compiler: Compiler,
): { readonly own: LoaderTask; readonly app: LoaderTask } {
  /** Invalidates cached modules when icons are added, removed or changed. */
  async function addDependencies(context: LoaderContext): Promise<void> {
    const { settings } = await core.project();
    const { files, folders } = watchTargets(settings);
    for (const file of files) context.addDependency(file);
    for (const folder of folders) context.addContextDependency(folder);
  }

  return {
    async own(context) {
      await addDependencies(context);
      const project = await core.project();
      const code = (await core.load(idFromQuery(context.resourceQuery))) ?? '';
      const versioned = withVersion(code, catalogVersion(project.catalog()));
      const { isServer } = resolveEnvironment(project, detectEnvironment(compiler));
      const hasKnownUrls = isServer || project.settings.base !== undefined;
      return { code: hasKnownUrls ? versioned : withPublicPath(versioned) };
    },
    async app(context, source, map) {
      const unchanged = { code: source, map };
      if (!source.includes('iconloom')) return unchanged;
      const code = source.toString();
      const inputMap = parseMap(map);
      const resolve = context.getResolve?.();
      const transformed = await core.transform(
        code,
        context.resource,
        () => inputMap,
        async (source, importer) => resolve?.(dirname(importer.replace(/\?.*$/, '')), source),
      );
      if (!transformed) return unchanged;
      for (const file of transformed.files) context.addDependency(file);
      await addDependencies(context);
      if (context._module?.buildInfo) context._module.buildInfo.iconloom = transformed.unclear;
      const unknown = transformed.unknown.filter(isError);
      if (unknown.length > 0) {
        context.emitError(webpackError(compiler, formatDiagnostics(unknown)));
      }
      for (const each of [...transformed.unknown, ...transformed.deprecated]) {
        if (!isError(each)) context.emitWarning(webpackError(compiler, formatDiagnostics([each])));
      }
      if (!transformed.code) return unchanged;
      const changed = transformed.code;
      if (context.sourceMap === false) return { code: changed.code };
      // webpack's own class joins the two maps.
      const { SourceMapSource } = compiler.webpack.sources;
      const [name] = context.resource.split('?') as [string];
      const ownMap = { ...changed.map, sources: [name], sourcesContent: [code] };
      const joinedMap = inputMap
        ? new SourceMapSource(changed.code, name, ownMap as never, code, inputMap as never, true)
        : new SourceMapSource(changed.code, name, ownMap as never);
      return { code: changed.code, map: joinedMap.map({ columns: true }) as never };
    },
  };
}

function parseMap(map: SourceMapLike): MapLike | undefined {
  // Some loaders pass an empty text instead of no map.
  const parsed: MapLike | undefined = typeof map === 'string' ? JSON.parse(map || 'null') : map;
  return parsed?.mappings ? parsed : undefined;
}

/**
 * Adds the public path of the running app to the URLs of sprites, since it may only be computed or
 * set at run time. The empty URL of a sprite in the page stays empty.
 */
function withPublicPath(code: string): string {
  let result = code;
  for (const { kind, start, end } of findPlaceholders(code).toReversed()) {
    const text = code.slice(start, end);
    const wrapped =
      kind === 'url'
        ? `((file) => file && __webpack_public_path__ + file)(/*#__PURE__*/${text})`
        : kind === 'urls'
          ? `/*#__PURE__*/${text}.map((file) => file && __webpack_public_path__ + file)`
          : undefined;
    if (wrapped) result = result.slice(0, start) + wrapped + result.slice(end);
  }
  return result;
}
