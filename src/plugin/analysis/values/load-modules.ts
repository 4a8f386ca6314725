import { readFile } from 'node:fs/promises';
import { type Options, parse } from 'acorn';
import { openModuleCode } from '../../../code/bindings.ts';
import { parseIconloomImport } from '../../../code/module-ids.ts';
import type { AppModule, FindModule } from './model.ts';

/** Resolves an import to a file as the bundler does; `undefined` if there is none. */
export type Resolve = (source: string, importer: string) => Promise<string | undefined>;

/** Modules of the app that hold values for others. */
export interface ModuleLoader {
  readonly find: FindModule;
  /** Loads the modules that `find` missed. Resolves to true if there are new ones. */
  readonly load: (resolve: Resolve) => Promise<boolean>;
  /** Files that the values of a module depend on. Absolute paths. */
  readonly filesFor: (file: string) => readonly string[];
  /** Drops all modules; files may have changed. */
  readonly clear: () => void;
}

/** Creates an empty set of modules. Installed packages are never read. */
export function createModuleLoader(): ModuleLoader {
  /** By file. */
  const modules = new Map<string, Promise<AppModule | undefined>>();
  /** By the file of the importer, then by the source. */
  const imports = new Map<string, Map<string, AppModule | undefined>>();
  const missed = new Map<string, Set<string>>();

  return {
    find({ file }, source) {
      if (parseIconloomImport(source)) return undefined;
      const known = imports.get(file);
      if (known?.has(source)) return known.get(source);
      const sources = missed.get(file) ?? new Set();
      missed.set(file, sources.add(source));
      return undefined;
    },
    async load(resolve) {
      const pending = [...missed];
      missed.clear();
      let isNew = false;
      for (const [file, sources] of pending) {
        const known = imports.get(file) ?? new Map<string, AppModule | undefined>();
        imports.set(file, known);
        for (const source of sources) {
          const path = await resolve(source, file).catch(() => undefined);
          const module = path === undefined ? undefined : await openModule(path);
          known.set(source, module);
          isNew ||= module !== undefined;
        }
      }
      return isNew;
    },
    filesFor(file) {
      const files = new Set<string>();
      const follow = (each: string): void => {
        for (const module of imports.get(each)?.values() ?? []) {
          if (!module || files.has(module.file)) continue;
          files.add(module.file);
          follow(module.file);
        }
      };
      follow(file);
      return [...files];
    },
    clear() {
      modules.clear();
      imports.clear();
      missed.clear();
    },
  };

  function openModule(id: string): Promise<AppModule | undefined> {
    const path = id.replace(/[?#].*$/, '');
    const found = modules.get(path) ?? readModule(path);
    modules.set(path, found);
    return found;
  }
}

const CODE_FILES = /\.(json|[cm]?[jt]sx?)$/;

async function readModule(path: string): Promise<AppModule | undefined> {
  if (path.startsWith('\0') || !CODE_FILES.test(path) || /[\\/]node_modules[\\/]/.test(path)) {
    return undefined;
  }
  try {
    const text = await readFile(path, 'utf8');
    const program = path.endsWith('.json') ? parseJson(text) : await parseModule(text, path);
    return program && { file: path, code: openModuleCode(program) };
  } catch {
    return undefined;
  }
}

const OPTIONS: Options = { ecmaVersion: 'latest', sourceType: 'module', locations: true };

function parseJson(text: string) {
  return parse(`export default ${text}`, OPTIONS);
}

async function parseModule(text: string, path: string) {
  if (/\.[cm]?js$/.test(path)) {
    try {
      return parse(text, OPTIONS);
    } catch {
      // It may contain JSX.
    }
  }
  const { parseCode } = await import('../../../code/parse.ts');
  return parseCode(text);
}
