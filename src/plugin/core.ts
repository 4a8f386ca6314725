import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.ts';
import { readIfExists } from '../node/files.ts';
import type { MapLike } from './analysis/original-positions.ts';
import { createModuleLoader, type Resolve } from './analysis/values/load-modules.ts';
import { ModuleRegistry } from './module-registry.ts';
import type { PluginOptions } from './options.ts';
import type { PluginProject } from './project.ts';
import { ProjectOpener } from './project-opener.ts';
import { analyzeModule, resolveNames } from './transform.ts';
import type {
  NameLocator,
  SourceModule,
  TransformedModule,
  UnclearUse,
} from './transformed-module.ts';
import {
  type ResolvedImport,
  resolveIconloomImport,
  VIRTUAL_PREFIX,
  virtualModuleCode,
} from './virtual-modules.ts';

/** Bundler-independent part of the plugin, which all adapters share. */
export interface Core {
  /**
   * Builds the icons the first time, and updates them after that.
   *
   * @param root root folder of the bundler; the project may be a folder above
   */
  readonly start: (root: string) => Promise<PluginProject>;
  /** Checks the options like `start`, and leaves building or updating the icons to `project`. */
  readonly prepare: (root: string) => Promise<PluginProject>;
  /** Project with its icons, opened on first use. */
  readonly project: () => Promise<PluginProject>;
  readonly resolve: (source: string, importer: string | undefined) => ResolvedImport | undefined;
  /**
   * Loads the code of a virtual module; `undefined` for other modules.
   *
   * @param linksToOtherSprites true if links may lead to sprites of other builds, too; default: no
   */
  readonly load: (
    id: string,
    linksToOtherSprites?: LinksToOtherSprites,
  ) => Promise<string | undefined>;
  /**
   * @param map source map from the code to the original file
   * @param resolve resolves imports to files
   */
  readonly transform: (
    code: string,
    id: string,
    map: () => MapLike | undefined,
    resolve: Resolve,
  ) => Promise<TransformedModule | undefined>;
  /** Uses with unknown names, in these modules or in all. */
  readonly unclear: (ids?: ReadonlySet<string>) => readonly UnclearUse[];
  /** Finds where these modules, or all, name an icon. */
  readonly placeOf: (name: string, ids?: ReadonlySet<string>) => ReturnType<NameLocator>;
  /** Resolves the names of all modules again, after icons were added or removed. */
  readonly resolveNamesAgain: () => Promise<void>;
  /** Drops the modules of a file. */
  readonly invalidate: (file: string) => void;
  /** Ids that each page links to, by its file. */
  readonly pages: Map<string, readonly string[]>;
  /** True if a development server runs, which reports problems itself. */
  readonly hasDevServer: () => boolean;
  /** Unknown names in these modules, or in all. */
  readonly unknown: (ids?: ReadonlySet<string>) => readonly Diagnostic[];
  /** Warnings about deprecated icons in these modules, or in all. */
  readonly deprecated: (ids?: ReadonlySet<string>) => readonly Diagnostic[];
}

/** Checks whether links of a build may lead to sprites of other builds of the project, too. */
export type LinksToOtherSprites = (project: PluginProject) => boolean;

/** Mode that a bundler runs in. */
export interface BundlerMode {
  /** True if code gets placeholders; false in development. */
  readonly emitsPlaceholders: () => boolean;
  /** True if a development server runs. Default: no. */
  readonly hasDevServer?: () => boolean;
  /** True if there is an HTML page that icons can be put into. Default: no. */
  readonly hasPage?: boolean;
  /** The bundler's public path if it is known; `any` if code decides. Default: unknown. */
  readonly publicPath?: () => string | undefined;
}

export function createCore(
  options: PluginOptions,
  {
    emitsPlaceholders,
    hasDevServer = () => false,
    hasPage = false,
    publicPath = () => undefined,
  }: BundlerMode,
): Core {
  const opener = new ProjectOpener(options, { hasPage });
  const registry = new ModuleRegistry();
  /** Other modules that names are followed into. Emptied when a build starts. */
  const moduleLoader = createModuleLoader();

  async function load(
    id: string,
    linksToOtherSprites?: LinksToOtherSprites,
  ): Promise<string | undefined> {
    if (!id.startsWith(VIRTUAL_PREFIX)) return undefined;
    const project = await opener.project();
    return virtualModuleCode(id.slice(VIRTUAL_PREFIX.length), project, {
      target: emitsPlaceholders() ? 'production' : 'development',
      publicPath: publicPath(),
      hasOtherSprites: linksToOtherSprites?.(project) === true,
    });
  }

  async function transform(
    code: string,
    id: string,
    map: () => MapLike | undefined,
    resolveModule: Resolve,
  ): Promise<TransformedModule | undefined> {
    if (id.startsWith(VIRTUAL_PREFIX)) return undefined;
    // A development server resolves the names once it has the icons.
    const project = await (hasDevServer() ? opener.withoutIcons() : opener.project());
    const { root, catalog } = project;
    const emits = emitsPlaceholders();
    const module = sourceModule({ code, id, map }, root);
    const access = { modules: moduleLoader, resolve: resolveModule, fileOf: fileIn(root) };
    const moduleAccess = emits ? access : undefined;
    const analysis = await analyzeModule(module, moduleAccess);
    registry.delete(id);
    if (!analysis) return undefined;
    const analyzed = { module, analysis };
    const transformed = project.hasIcons()
      ? resolveNames(analyzed, catalog(), moduleAccess)
      : UNRESOLVED;
    // Reads the map now: later, it is not available.
    if (!emits) module.map();
    registry.set(id, transformed, emits ? undefined : analyzed);
    return transformed;
  }

  return {
    start(root) {
      moduleLoader.clear();
      return opener.start(root);
    },
    prepare: (root) => opener.prepare(root),
    project: () => opener.project(),
    resolve: resolveIconloomImport,
    load,
    transform,
    hasDevServer,
    pages: new Map(),
    resolveNamesAgain: async () => registry.resolveAgain((await opener.project()).catalog()),
    invalidate: (file) => registry.deleteFile(file),
    placeOf: (name, ids) => registry.placeOf(name, ids),
    unclear: (ids) => registry.unclear(ids),
    unknown: (ids) => registry.unknown(ids),
    deprecated: (ids) => registry.deprecated(ids),
  };
}

/** Module whose names are resolved later. */
const UNRESOLVED: TransformedModule = {
  code: undefined,
  unclear: [],
  unknown: [],
  deprecated: [],
  files: [],
  placeOf: () => undefined,
};

function sourceModule(
  { code, id, map }: Pick<SourceModule, 'code' | 'id' | 'map'>,
  root: string,
): SourceModule {
  const file = fileIn(root)(id);
  let keptMap: { readonly value: MapLike | undefined } | undefined;
  return {
    code,
    file,
    id,
    map() {
      keptMap ??= { value: map() };
      return keptMap.value;
    },
    originalText: () => readIfExists(resolve(root, file)),
  };
}

/** Creates a function for the file of a module relative to the project, without query and hash. */
function fileIn(root: string): (id: string) => string {
  return (id) => relative(root, id.replace(/[?#].*$/, '')).replaceAll('\\', '/');
}
