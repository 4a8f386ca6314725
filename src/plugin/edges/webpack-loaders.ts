import { dirname } from 'node:path';
import type { Compiler } from 'webpack';
import { isError } from '../../core/diagnostics.ts';
import type { MapLike } from '../analysis/original.ts';
import type { Core } from '../core.ts';
import { sideOf } from '../output/sides.ts';
import { catalogVersion } from '../output/version.ts';
import { findPlaceholders, withVersion } from '../placeholder.ts';
import { problemText } from '../report.ts';
import { watchedBy } from '../watched.ts';
import type { LoaderContext, LoaderTask, SourceMapLike } from './webpack-loader.ts';
import { problem } from './webpack-problem.ts';
import { ownId } from './webpack-requests.ts';
import { sideTold } from './webpack-side.ts';

/** Work of the loader for virtual modules, and for modules of the app. */
export function loadersOf(
  core: Core,
  compiler: Compiler,
): { readonly own: LoaderTask; readonly app: LoaderTask } {
  /** Invalidates cached modules when icons are added, removed or changed. */
  async function follow(context: LoaderContext): Promise<void> {
    const { settings } = await core.project();
    const { files, folders } = watchedBy(settings);
    for (const file of files) context.addDependency(file);
    for (const folder of folders) context.addContextDependency(folder);
  }

  return {
    async own(context) {
      await follow(context);
      const project = await core.project();
      const code = (await core.load(ownId(context.resourceQuery))) ?? '';
      const versioned = withVersion(code, catalogVersion(project.catalog()));
      const { isServer } = sideOf(project, sideTold(compiler));
      const isKnown = isServer || project.settings.base !== undefined;
      return { code: isKnown ? versioned : belowPublicPath(versioned) };
    },
    async app(context, source, map) {
      const same = { code: source, map };
      if (!source.includes('iconloom')) return same;
      const code = source.toString();
      const given = mapOf(map);
      const resolve = context.getResolve?.();
      const transformed = await core.transform(
        code,
        context.resource,
        () => given,
        async (source, importer) => resolve?.(dirname(importer.replace(/\?.*$/, '')), source),
      );
      if (!transformed) return same;
      for (const file of transformed.files) context.addDependency(file);
      await follow(context);
      if (context._module?.buildInfo) context._module.buildInfo.iconloom = transformed.unclear;
      const unknown = transformed.unknown.filter(isError);
      if (unknown.length > 0) {
        context.emitError(problem(compiler, problemText(unknown)));
      }
      for (const each of transformed.unknown) {
        if (!isError(each)) context.emitWarning(problem(compiler, problemText([each])));
      }
      if (!transformed.code) return same;
      const changed = transformed.code;
      if (context.sourceMap === false) return { code: changed.code };
      // webpack's own class joins the two maps.
      const { SourceMapSource } = compiler.webpack.sources;
      const [name] = context.resource.split('?') as [string];
      const own = { ...changed.map, sources: [name], sourcesContent: [code] };
      const joined = given
        ? new SourceMapSource(changed.code, name, own as never, code, given as never, true)
        : new SourceMapSource(changed.code, name, own as never);
      return { code: changed.code, map: joined.map({ columns: true }) as never };
    },
  };
}

function mapOf(map: SourceMapLike): MapLike | undefined {
  // Some loaders pass an empty text instead of no map.
  const read: MapLike | undefined = typeof map === 'string' ? JSON.parse(map || 'null') : map;
  return read?.mappings ? read : undefined;
}

/**
 * Adds the public path of the running app to the URLs of sprites, since it may only be computed or
 * set at run time. The empty URL of a sprite in the page stays empty.
 */
function belowPublicPath(code: string): string {
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
