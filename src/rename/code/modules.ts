import { dirname, join, resolve } from 'node:path';
import type { AnyNode } from 'acorn';
import { parseIconloomImport } from '../../code/module-ids.ts';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import type { Kind } from './model.ts';
import { bare, keyText, type Loose, loose, part, parts } from './syntax.ts';

/** Exports of the generated names and of the plugin's virtual module. */
const NAMES: ReadonlyMap<string, Kind> = new Map([
  ['icon', 'constants'],
  ['iconHref', 'name-first'],
  ['isIconName', 'name-first'],
  ['icons', 'by-name'],
  ['aliases', 'by-name'],
  ['IconName', 'type'],
  ['IconAlias', 'type'],
  ['*', 'namespace'],
]);

/** Exports of the package's entries for components and templates. */
const BOUND: ReadonlyMap<string, Kind> = new Map([
  ['Icon', 'component'],
  ['createIcon', 'makes-component'],
  ['iconHtml', 'name-first'],
  ['createIconHtml', 'makes-name-first'],
]);

const PLUGIN = /^iconloom\/(vite|rollup|rolldown|webpack|rspack|esbuild)$/;

/** Parsed module with its top-level scope. */
export interface Module {
  readonly program: AnyNode;
  readonly scope: Scope;
}

/** Resolves exports of the app's modules to iconloom exports that they re-export. */
export interface Modules {
  /** Kind of a module's export, resolved from a file; `undefined`: not of iconloom. */
  readonly exported: (file: string, source: string, name: string) => Kind | undefined;
  /** Tests whether the exports of a module are known. */
  readonly isKnown: (file: string, source: string) => boolean;
  /** Kind of the export that an expression evaluates to. */
  readonly kindOf: (node: Loose, scope: Scope, file: string) => Kind | undefined;
}

interface Surroundings {
  /** Absolute path of the module of generated names, without extension. */
  readonly names: string;
  /** Opens the module at an absolute path without extension. */
  readonly open: (path: string) => { readonly file: string; readonly module: Module } | undefined;
  /** Absolute paths of an import that is not relative, by the project's path aliases. */
  readonly aliased: (source: string) => readonly string[];
}

const ENDING = /\.(?:d\.ts|[mc]?[jt]sx?)$/;
/** Longest chain of re-exports, or of constants that refer to constants. */
const MOST_STEPS = 20;

export function openModules({ names, open, aliased }: Surroundings): Modules {
  const exported = (file: string, source: string, name: string, steps = 0): Kind | undefined => {
    const asked = parseIconloomImport(source);
    if (asked?.kind === 'names') return NAMES.get(name);
    if (asked?.kind === 'bound') return BOUND.get(name);
    if (PLUGIN.test(source)) return name === 'default' ? 'plugin' : undefined;
    if (steps > MOST_STEPS) return undefined;
    for (const path of pathsOf(file, source)) {
      if (path === names) return NAMES.get(name);
      const found = open(path);
      if (found) return exportOf(found.module, found.file, name, steps + 1);
    }
    return undefined;
  };

  const pathsOf = (file: string, source: string): readonly string[] => {
    const isRelative = /^\.{1,2}(\/|$)/.test(source);
    const paths = isRelative ? [resolve(dirname(file), source)] : aliased(source);
    return paths.flatMap((path) => [path.replace(ENDING, ''), join(path, 'index')]);
  };

  const isKnown = (file: string, source: string): boolean =>
    parseIconloomImport(source) !== undefined ||
    PLUGIN.test(source) ||
    pathsOf(file, source).some((path) => path === names || open(path) !== undefined);

  const exportOf = (
    { program, scope }: Module,
    file: string,
    name: string,
    steps: number,
  ): Kind | undefined => {
    const stars: string[] = [];
    for (const statement of parts(loose(program), 'body')) {
      const source = part(statement, 'source')?.value;
      if (statement.type === 'ExportAllDeclaration' && typeof source === 'string') {
        const as = part(statement, 'exported')?.name;
        if (as === undefined) stars.push(source);
        else if (as === name) return exported(file, source, '*', steps);
      }
      if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
        const value = part(statement, 'declaration');
        return value && kindOf(value, scope, file, steps);
      }
      if (statement.type !== 'ExportNamedDeclaration') continue;
      for (const each of parts(statement, 'specifiers')) {
        const [local, as] = [part(each, 'local'), part(each, 'exported')];
        if ((as?.name ?? as?.value) !== name || !local) continue;
        return typeof source === 'string'
          ? exported(file, source, String(local.name ?? local.value), steps)
          : kindOf(local, scope, file, steps);
      }
      const declared = parts(part(statement, 'declaration'), 'declarations');
      const found = declared.find((each) => part(each, 'id')?.name === name);
      const value = found && part(found, 'init');
      if (value) return kindOf(value, scope, file, steps);
    }
    if (name === 'default') return undefined;
    for (const source of stars) {
      const found = exported(file, source, name, steps);
      if (found) return found;
    }
    return undefined;
  };

  const kindOf = (outer: Loose, scope: Scope, file: string, steps = 0): Kind | undefined => {
    const node = bare(outer);
    if (steps > MOST_STEPS) return undefined;
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
      const declared = lookUpVariable(String(node.name), scope);
      if (declared?.kind === 'import') {
        return exported(file, declared.source, declared.imported, steps);
      }
      if (declared?.kind !== 'const') return undefined;
      return kindOf(loose(declared.value), declared.scope, file, steps + 1);
    }
    if (node.type === 'MemberExpression' || node.type === 'JSXMemberExpression') {
      const object = part(node, 'object');
      if (!object || kindOf(object, scope, file, steps + 1) !== 'namespace') return undefined;
      const name = node.type === 'MemberExpression' ? keyText(node) : part(node, 'property')?.name;
      return NAMES.get(String(name));
    }
    if (node.type === 'CallExpression') {
      const callee = part(node, 'callee');
      const called = callee && kindOf(callee, scope, file, steps + 1);
      if (called === 'makes-component') return 'component';
      return called === 'makes-name-first' ? 'name-first' : undefined;
    }
    return undefined;
  };

  return {
    exported: (file, source, name) => exported(file, source, name),
    isKnown,
    kindOf: (node, scope, file) => kindOf(node, scope, file),
  };
}

/** Tests whether a module imports an iconloom export. */
export function isOurs(program: AnyNode, file: string, modules: Modules): boolean {
  return parts(loose(program), 'body').some((statement) => {
    const source = part(statement, 'source')?.value;
    if (typeof source !== 'string') return false;
    if (parseIconloomImport(source)) return true;
    return parts(statement, 'specifiers').some((each) => {
      const name = part(each, 'imported')?.name ?? part(each, 'local')?.name;
      const isWhole = each.type === 'ImportNamespaceSpecifier';
      const isDefault = each.type === 'ImportDefaultSpecifier';
      const asked = isWhole ? '*' : isDefault ? 'default' : String(name);
      return modules.exported(file, source, asked) !== undefined;
    });
  });
}
