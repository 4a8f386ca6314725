import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { askedFor, HREF, isExact, withoutExact } from '../code/module-ids.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { MapLike } from './analysis/original.ts';
import { openModules, type Resolve } from './analysis/values/load-modules.ts';
import {
  anyInlineModule,
  anyModule,
  boundModule,
  exactInlineModule,
  exactModule,
  hrefModule,
  iconModule,
} from './modules.ts';
import type { PluginOptions } from './options.ts';
import { openProject, type Project } from './project.ts';
import { projectFolder } from './project-folder.ts';
import {
  type PlaceOfName,
  type SourceModule,
  type TransformedModule,
  transformModule,
  type UnclearUse,
} from './transform.ts';

/** Prefix of the ids of iconloom's virtual modules, by the convention of bundlers. */
export const OWN = '\0iconloom:';

/** Result of resolving an import: a virtual module, or an entry of the package itself. */
type Resolved =
  | { readonly is: 'own'; readonly id: string }
  | { readonly is: 'package'; readonly source: string };

/** Bundler-independent part of the plugin, which all adapters share. */
export interface Core {
  /**
   * Builds the icons the first time, and updates them after that.
   *
   * @param root root folder of the bundler; the project may be a folder above
   */
  readonly start: (root: string) => Promise<Project>;
  /** Project, opened on first use. */
  readonly project: () => Promise<Project>;
  readonly resolve: (source: string, importer: string | undefined) => Resolved | undefined;
  /**
   * Loads the code of a virtual module; `undefined` for other modules.
   *
   * @param isBeside tells if links may lead to sprites of other builds, too; default: no
   */
  readonly load: (id: string, isBeside?: IsBeside) => Promise<string | undefined>;
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
  readonly placeOf: (name: string, ids?: ReadonlySet<string>) => ReturnType<PlaceOfName>;
  /** Analyzes all modules again after icons were added or removed. */
  readonly lookAgain: () => Promise<void>;
  /** Drops the modules of a file. */
  readonly forget: (file: string) => void;
  /** Ids that each page links to, by its file. */
  readonly pages: Map<string, readonly string[]>;
  /** True if a development server runs, which reports problems itself. */
  readonly isServed: () => boolean;
  /** Unknown names in these modules, or in all. */
  readonly unknown: (ids?: ReadonlySet<string>) => readonly Diagnostic[];
}

/** Tells if links of a build may lead to sprites of other builds of the project, too. */
export type IsBeside = (project: Project) => boolean;

/** Mode that a bundler runs in. */
export interface Mode {
  /** True if code gets placeholders; false in development. */
  readonly puts: () => boolean;
  /** True if a development server runs. Default: no. */
  readonly isServed?: () => boolean;
  /** True if there is an HTML page that icons can be put into. Default: no. */
  readonly hasPage?: boolean;
  /** The bundler's public path if it is known; `any` if code decides. Default: unknown. */
  readonly publicPath?: () => string | undefined;
}

/** URLs with an origin of their own. */
const ABSOLUTE: RegExp = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;

export function createCore(
  options: PluginOptions,
  { puts, isServed = () => false, hasPage = false, publicPath = () => undefined }: Mode,
): Core {
  let folder = process.cwd();
  let opened: Promise<Project> | undefined;
  const modules = new Map<string, TransformedModule>();
  /** Sources for another analysis; empty in builds. */
  const sources = new Map<string, SourceModule>();
  /** Other modules that names are followed into. */
  const followed = openModules();

  async function open(root: string): Promise<Project> {
    const project = await openProject(options, projectFolder(root, options.inputs));
    const { critical, config } = project.settings;
    if (critical.length > 0 && !hasPage) {
      throw new BuildError([diagnose('critical-without-page', { file: config.configFile })]);
    }
    return project;
  }

  async function start(root: string): Promise<Project> {
    folder = resolve(root);
    followed.clear();
    if (!opened) return project();
    const before = await opened;
    await before.update();
    before.declare();
    return before;
  }

  function project(): Promise<Project> {
    if (opened) return opened;
    opened = open(folder);
    // Errors may be fixed while the bundler keeps running.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  }

  async function load(id: string, isBeside?: IsBeside): Promise<string | undefined> {
    if (!id.startsWith(OWN)) return undefined;
    const current = await project();
    const { settings, catalog } = current;
    const { prefix, split } = settings.config;
    const asked = id.slice(OWN.length);
    if (asked === HREF) {
      // Hrefs are looked up by names, never by aliases.
      const critical = settings.critical.flatMap((called) => catalog().icon(called)?.name ?? []);
      const base = settings.base ?? publicPath();
      return hrefModule({
        prefix,
        critical,
        isSplit: split !== false || isBeside?.(current) === true,
        mayBeElsewhere: base === 'any' || (base !== undefined && ABSOLUTE.test(base)),
      });
    }
    const what = askedFor(withoutExact(asked));
    switch (what?.is) {
      case 'names':
        return isExact(asked) ? exactModule() : anyModule();
      case 'bound':
        return boundModule(what.entry, isExact(asked), puts() ? 'production' : 'development');
      case 'inline':
        return isExact(asked) ? exactInlineModule(prefix) : anyInlineModule();
      case 'icon':
        return iconModule(catalog().icon(what.name)?.name ?? what.name);
      default:
        return undefined;
    }
  }

  async function transform(
    code: string,
    id: string,
    map: () => MapLike | undefined,
    find: Resolve,
  ) {
    if (id.startsWith(OWN)) return undefined;
    const { root, catalog } = await project();
    const file = fileOf(id, root);
    const written = () => readIfThere(resolve(root, file));
    const following = {
      modules: followed,
      resolve: find,
      fileOf: (other: string) => fileOf(other, root),
    };
    const transformed = await transformModule(
      { code, file, id, map, written },
      catalog(),
      puts() ? following : undefined,
    );
    forgetModule(id);
    if (!transformed) return undefined;
    modules.set(id, transformed);
    if (!puts()) {
      const kept = map();
      sources.set(id, { code, file, id, map: () => kept, written });
    }
    return transformed;
  }

  async function lookAgain(): Promise<void> {
    const { catalog } = await project();
    for (const [id, source] of sources) {
      const transformed = await transformModule(source, catalog(), undefined);
      if (transformed) modules.set(id, transformed);
    }
  }

  function modulesOf(ids: ReadonlySet<string> | undefined): readonly TransformedModule[] {
    return [...modules].flatMap(([id, module]) => (!ids || ids.has(id) ? module : []));
  }

  function forgetModule(id: string): void {
    modules.delete(id);
    sources.delete(id);
  }

  return {
    start,
    project,
    resolve: resolveImport,
    load,
    transform,
    lookAgain,
    isServed,
    pages: new Map(),
    forget(file) {
      for (const id of modules.keys()) if (id.split('?')[0] === file) forgetModule(id);
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

function resolveImport(source: string, importer: string | undefined): Resolved | undefined {
  if (source === HREF) return { is: 'own', id: OWN + source };
  // Rollup does not resolve packages itself.
  if (source.startsWith('iconloom/') && importer?.includes(OWN)) return { is: 'package', source };
  const what = askedFor(withoutExact(source));
  if (!what) return undefined;
  return { is: 'own', id: OWN + source };
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
