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

/** Modules of ours have this before what they were asked for, as bundlers have agreed on. */
export const OWN = '\0iconloom:';

/** What an import is resolved to: a module of ours, or the entry of the package itself. */
type Resolved =
  | { readonly is: 'own'; readonly id: string }
  | { readonly is: 'package'; readonly source: string };

/** The plugin without a bundler: what all edges share. */
export interface Core {
  /**
   * Makes the icons, the first time, or looks at them again.
   *
   * @param root of the bundler; the project may be a folder above
   */
  readonly start: (root: string) => Promise<Project>;
  /** The project, once it was started. */
  readonly project: () => Promise<Project>;
  readonly resolve: (source: string, importer: string | undefined) => Resolved | undefined;
  /**
   * The code of a module of ours; `undefined` for others.
   *
   * @param isBeside whether links may lead to sprites of other builds, too. Default: no.
   */
  readonly load: (id: string, isBeside?: IsBeside) => Promise<string | undefined>;
  /**
   * @param map from the code to the file as it was written
   * @param resolve finds the files of imports
   */
  readonly transform: (
    code: string,
    id: string,
    map: () => MapLike | undefined,
    resolve: Resolve,
  ) => Promise<TransformedModule | undefined>;
  /** Uses in these modules, or in all, from which it cannot be told which icons they are of. */
  readonly unclear: (ids?: ReadonlySet<string>) => readonly UnclearUse[];
  /** Where these modules, or all, name an icon. */
  readonly placeOf: (name: string, ids?: ReadonlySet<string>) => ReturnType<PlaceOfName>;
  /** Looks at all modules again, after icons have come or gone. */
  readonly lookAgain: () => Promise<void>;
  /** Forgets the modules of a file. */
  readonly forget: (file: string) => void;
  /** Ids that each page links to, by its file. */
  readonly pages: Map<string, readonly string[]>;
  /** Whether a development server answers, which tells of problems by itself. */
  readonly isServed: () => boolean;
  /** Unknown names in these modules, or in all. */
  readonly unknown: (ids?: ReadonlySet<string>) => readonly Diagnostic[];
}

/** Whether links of a build may lead to sprites of other builds of the project, too. */
export type IsBeside = (project: Project) => boolean;

/** How a bundler runs. */
export interface Mode {
  /** Whether code is changed to hold placeholders; not while developing. */
  readonly puts: () => boolean;
  /** Whether a development server answers. Default: no. */
  readonly isServed?: () => boolean;
  /** Whether there is a page that icons can be put into. Default: no. */
  readonly hasPage?: boolean;
  /** The bundler's public path, where it is known ahead; `any` where code decides. Default: it is not. */
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
  /** To look at again; not in builds. */
  const sources = new Map<string, SourceModule>();
  /** Other modules, as names in them are followed. */
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
    // What is wrong may be mended while the bundler goes on.
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
      // Hrefs are asked for by names, and never by aliases.
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
  // Rollup itself finds no packages.
  if (source.startsWith('iconloom/') && importer?.includes(OWN)) return { is: 'package', source };
  const what = askedFor(withoutExact(source));
  if (!what) return undefined;
  return { is: 'own', id: OWN + source };
}

/** Modules of plugins have no file. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A module's file relative to the project, without what bundlers put behind it. */
function fileOf(id: string, root: string): string {
  return relative(root, id.replace(/[?#].*$/, '')).replaceAll('\\', '/');
}
