import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { HREF_MODULE, isStatic, parseIconloomImport, withoutStatic } from '../code/module-ids.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { MapLike } from './analysis/original-positions.ts';
import { createModuleLoader, type Resolve } from './analysis/values/load-modules.ts';
import {
  boundModule,
  dynamicInlineModule,
  dynamicModule,
  hrefModule,
  iconModule,
  staticInlineModule,
  staticModule,
} from './modules.ts';
import type { PluginOptions } from './options.ts';
import { openProject, type PluginProject } from './project.ts';
import { projectFolder } from './project-folder.ts';
import {
  type NameLocator,
  type SourceModule,
  type TransformedModule,
  transformModule,
  type UnclearUse,
} from './transform.ts';

/** Prefix of the ids of iconloom's virtual modules, by the convention of bundlers. */
export const VIRTUAL_PREFIX = '\0iconloom:';

/** Result of resolving an import: a virtual module, or an entry of the package itself. */
type ResolvedImport =
  | { readonly kind: 'own'; readonly id: string }
  | { readonly kind: 'package'; readonly source: string };

/** Bundler-independent part of the plugin, which all adapters share. */
export interface Core {
  /**
   * Builds the icons the first time, and updates them after that.
   *
   * @param root root folder of the bundler; the project may be a folder above
   */
  readonly start: (root: string) => Promise<PluginProject>;
  /** Project, opened on first use. */
  readonly project: () => Promise<PluginProject>;
  readonly resolve: (source: string, importer: string | undefined) => ResolvedImport | undefined;
  /**
   * Loads the code of a virtual module; `undefined` for other modules.
   *
   * @param linksToOtherSprites tells if links may lead to sprites of other builds, too; default: no
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
  /** Analyzes all modules again after icons were added or removed. */
  readonly reanalyzeAll: () => Promise<void>;
  /** Drops the modules of a file. */
  readonly invalidate: (file: string) => void;
  /** Ids that each page links to, by its file. */
  readonly pages: Map<string, readonly string[]>;
  /** True if a development server runs, which reports problems itself. */
  readonly hasDevServer: () => boolean;
  /** Unknown names in these modules, or in all. */
  readonly unknown: (ids?: ReadonlySet<string>) => readonly Diagnostic[];
}

/** Tells if links of a build may lead to sprites of other builds of the project, too. */
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

/** URLs with an origin of their own. */
const ABSOLUTE: RegExp = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;

export function createCore(
  options: PluginOptions,
  {
    emitsPlaceholders,
    hasDevServer = () => false,
    hasPage = false,
    publicPath = () => undefined,
  }: BundlerMode,
): Core {
  let folder = process.cwd();
  let openedProject: Promise<PluginProject> | undefined;
  const modules = new Map<string, TransformedModule>();
  /** Sources for another analysis; empty in builds. */
  const sources = new Map<string, SourceModule>();
  /** Other modules that names are followed into. */
  const moduleLoader = createModuleLoader();

  async function open(root: string): Promise<PluginProject> {
    const project = await openProject(options, projectFolder(root, options.inputs));
    const { critical, config } = project.settings;
    if (critical.length > 0 && !hasPage) {
      throw new BuildError([diagnose('critical-without-page', { file: config.configFile })]);
    }
    return project;
  }

  async function start(root: string): Promise<PluginProject> {
    folder = resolve(root);
    moduleLoader.clear();
    if (!openedProject) return project();
    const existing = await openedProject;
    await existing.update();
    existing.writeDeclarations();
    return existing;
  }

  function project(): Promise<PluginProject> {
    if (openedProject) return openedProject;
    openedProject = open(folder);
    // Errors may be fixed while the bundler keeps running.
    openedProject.catch(() => {
      openedProject = undefined;
    });
    return openedProject;
  }

  async function load(
    id: string,
    linksToOtherSprites?: LinksToOtherSprites,
  ): Promise<string | undefined> {
    if (!id.startsWith(VIRTUAL_PREFIX)) return undefined;
    const current = await project();
    const { settings, catalog } = current;
    const { prefix, split } = settings.config;
    const source = id.slice(VIRTUAL_PREFIX.length);
    if (source === HREF_MODULE) {
      // Hrefs are looked up by names, never by aliases.
      const critical = settings.critical.flatMap((called) => catalog().icon(called)?.name ?? []);
      const base = settings.isModuleRelative ? undefined : (settings.base ?? publicPath());
      return hrefModule({
        prefix,
        critical,
        isSplit: split !== false || linksToOtherSprites?.(current) === true,
        mayBeCrossOrigin: base === 'any' || (base !== undefined && ABSOLUTE.test(base)),
      });
    }
    const request = parseIconloomImport(withoutStatic(source));
    switch (request?.kind) {
      case 'names':
        return isStatic(source) ? staticModule() : dynamicModule();
      case 'bound':
        return boundModule(
          request.entry,
          isStatic(source),
          emitsPlaceholders() ? 'production' : 'development',
        );
      case 'inline':
        return isStatic(source) ? staticInlineModule(prefix) : dynamicInlineModule();
      case 'icon':
        return iconModule(catalog().icon(request.name)?.name ?? request.name);
      default:
        return undefined;
    }
  }

  async function transform(
    code: string,
    id: string,
    map: () => MapLike | undefined,
    resolveModule: Resolve,
  ) {
    if (id.startsWith(VIRTUAL_PREFIX)) return undefined;
    const { root, catalog } = await project();
    const file = fileOf(id, root);
    const originalText = () => readIfThere(resolve(root, file));
    const moduleAccess = {
      modules: moduleLoader,
      resolve: resolveModule,
      fileOf: (other: string) => fileOf(other, root),
    };
    const transformed = await transformModule(
      { code, file, id, map, originalText },
      catalog(),
      emitsPlaceholders() ? moduleAccess : undefined,
    );
    invalidateModule(id);
    if (!transformed) return undefined;
    modules.set(id, transformed);
    if (!emitsPlaceholders()) {
      const inputMap = map();
      sources.set(id, { code, file, id, map: () => inputMap, originalText });
    }
    return transformed;
  }

  async function reanalyzeAll(): Promise<void> {
    const { catalog } = await project();
    for (const [id, source] of sources) {
      const transformed = await transformModule(source, catalog(), undefined);
      if (transformed) modules.set(id, transformed);
    }
  }

  function modulesOf(ids: ReadonlySet<string> | undefined): readonly TransformedModule[] {
    return [...modules].flatMap(([id, module]) => (!ids || ids.has(id) ? module : []));
  }

  function invalidateModule(id: string): void {
    modules.delete(id);
    sources.delete(id);
  }

  return {
    start,
    project,
    resolve: resolveImport,
    load,
    transform,
    reanalyzeAll,
    hasDevServer,
    pages: new Map(),
    invalidate(file) {
      for (const id of modules.keys()) if (id.split('?')[0] === file) invalidateModule(id);
    },
    placeOf(name, ids) {
      for (const { placeOf } of modulesOf(ids)) {
        const place = placeOf(name);
        if (place) return place;
      }
      return undefined;
    },
    unclear: (ids) => modulesOf(ids).flatMap(({ unclear }) => unclear),
    unknown: (ids) => modulesOf(ids).flatMap(({ unknown }) => unknown),
  };
}

function resolveImport(source: string, importer: string | undefined): ResolvedImport | undefined {
  if (source === HREF_MODULE) return { kind: 'own', id: VIRTUAL_PREFIX + source };
  // Rollup does not resolve packages itself.
  if (source.startsWith('iconloom/') && importer?.includes(VIRTUAL_PREFIX))
    return { kind: 'package', source };
  const request = parseIconloomImport(withoutStatic(source));
  if (!request) return undefined;
  return { kind: 'own', id: VIRTUAL_PREFIX + source };
}

/** Text of a file; `undefined` for modules of plugins, which have none. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** File of a module relative to the project, without query and hash. */
function fileOf(id: string, root: string): string {
  return relative(root, id.replace(/[?#].*$/, '')).replaceAll('\\', '/');
}
