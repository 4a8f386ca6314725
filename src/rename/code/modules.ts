import { dirname, join, resolve } from 'node:path';
import type { AnyNode } from 'acorn';
import { askedFor } from '../../code/module-ids.ts';
import { lookUp, type Scope } from '../../code/scope.ts';
import type { Kind } from './model.ts';
import { bare, keyText, type Loose, loose, part, parts } from './syntax.ts';

/** What the names that a build writes export, and the plugin's module. */
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

/** What the package's entries for components and templates export. */
const BOUND: ReadonlyMap<string, Kind> = new Map([
  ['Icon', 'component'],
  ['createIcon', 'makes-component'],
  ['iconHtml', 'name-first'],
  ['createIconHtml', 'makes-name-first'],
]);

const PLUGIN = /^iconloom\/(vite|rollup|rolldown|webpack|rspack|esbuild)$/;

/** A module, as far as others can see into it. */
export interface Module {
  readonly program: AnyNode;
  readonly scope: Scope;
}

/** What the app's modules hand on of our exports. */
export interface Modules {
  /** What an export of a module is, seen from a file; `undefined`: none of ours, or unknown. */
  readonly exported: (file: string, source: string, name: string) => Kind | undefined;
  /** Whether it can be told what a module exports. */
  readonly isKnown: (file: string, source: string) => boolean;
  /** What an expression is. */
  readonly kindOf: (node: Loose, scope: Scope, file: string) => Kind | undefined;
}

interface Surroundings {
  /** Absolute path of the module with the names that the build writes, without its ending. */
  readonly names: string;
  /** The module at an absolute path without ending, or `undefined`. */
  readonly open: (path: string) => { readonly file: string; readonly module: Module } | undefined;
  /** Where a path that is not relative leads by the project's own settings; absolute. */
  readonly aliased: (source: string) => readonly string[];
}

const ENDING = /\.(?:d\.ts|[mc]?[jt]sx?)$/;
/** Modules that hand on what others hand on, or constants that stand for constants. */
const MOST_STEPS = 20;

export function openModules({ names, open, aliased }: Surroundings): Modules {
  const exported = (file: string, source: string, name: string, steps = 0): Kind | undefined => {
    const asked = askedFor(source);
    if (asked?.is === 'names') return NAMES.get(name);
    if (asked?.is === 'bound') return BOUND.get(name);
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
    askedFor(source) !== undefined ||
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
      const declared = lookUp(String(node.name), scope);
      if (declared?.is === 'import') {
        return exported(file, declared.source, declared.imported, steps);
      }
      if (declared?.is !== 'const') return undefined;
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

/** Whether a module imports anything that knows names. */
export function isOurs(program: AnyNode, file: string, modules: Modules): boolean {
  return parts(loose(program), 'body').some((statement) => {
    const source = part(statement, 'source')?.value;
    if (typeof source !== 'string') return false;
    if (askedFor(source)) return true;
    return parts(statement, 'specifiers').some((each) => {
      const name = part(each, 'imported')?.name ?? part(each, 'local')?.name;
      const isWhole = each.type === 'ImportNamespaceSpecifier';
      const isDefault = each.type === 'ImportDefaultSpecifier';
      const asked = isWhole ? '*' : isDefault ? 'default' : String(name);
      return modules.exported(file, source, asked) !== undefined;
    });
  });
}
