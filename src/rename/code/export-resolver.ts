import { dirname, join, resolve } from 'node:path';
import type { AnyNode } from 'acorn';
import { parseIconloomImport } from '../../code/module-ids.ts';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import type { ExportKind } from './model.ts';
import { childNode, childNodes, keyName, type SyntaxNode, toSyntaxNode, unwrap } from './syntax.ts';

/** Exports of the generated names and of the plugin's virtual module. */
const NAMES_EXPORTS: ReadonlyMap<string, ExportKind> = new Map([
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
const ENTRY_EXPORTS: ReadonlyMap<string, ExportKind> = new Map([
  ['Icon', 'component'],
  ['createIcon', 'makes-component'],
  ['iconHtml', 'name-first'],
  ['createIconHtml', 'makes-name-first'],
]);

const PLUGIN_ENTRY = /^iconloom\/(vite|rollup|rolldown|webpack|rspack|esbuild)$/;

/** Parsed module with its top-level scope. */
export interface ParsedModule {
  readonly program: AnyNode;
  readonly scope: Scope;
}

/** Resolves exports of the app's modules to iconloom exports that they re-export. */
export interface ExportResolver {
  /** Kind of a module's export, resolved from a file; `undefined`: not of iconloom. */
  readonly resolveExport: (file: string, source: string, name: string) => ExportKind | undefined;
  /** Tests whether the exports of a module are known. */
  readonly canResolve: (file: string, source: string) => boolean;
  /** Kind of the export that an expression evaluates to. */
  readonly kindOf: (node: SyntaxNode, scope: Scope, file: string) => ExportKind | undefined;
}

interface ExportResolverOptions {
  /** Absolute path of the module of generated names, without extension. */
  readonly namesModule: string;
  /** Opens the module at an absolute path without extension. */
  readonly openModule: (
    path: string,
  ) => { readonly file: string; readonly module: ParsedModule } | undefined;
  /** Absolute paths of an import that is not relative, by the project's path aliases. */
  readonly resolveAlias: (source: string) => readonly string[];
}

const EXTENSION = /\.(?:d\.ts|[mc]?[jt]sx?)$/;
/** Longest chain of re-exports, or of constants that refer to constants. */
const MAX_DEPTH = 20;

export function createExportResolver({
  namesModule,
  openModule,
  resolveAlias,
}: ExportResolverOptions): ExportResolver {
  const resolveExport = (
    file: string,
    source: string,
    name: string,
    depth = 0,
  ): ExportKind | undefined => {
    const requested = parseIconloomImport(source);
    if (requested?.kind === 'names') return NAMES_EXPORTS.get(name);
    if (requested?.kind === 'bound') return ENTRY_EXPORTS.get(name);
    if (PLUGIN_ENTRY.test(source)) return name === 'default' ? 'plugin' : undefined;
    if (depth > MAX_DEPTH) return undefined;
    for (const path of candidatePaths(file, source)) {
      if (path === namesModule) return NAMES_EXPORTS.get(name);
      const found = openModule(path);
      if (found) return findExport(found.module, found.file, name, depth + 1);
    }
    return undefined;
  };

  const candidatePaths = (file: string, source: string): readonly string[] => {
    const isRelative = /^\.{1,2}(\/|$)/.test(source);
    const paths = isRelative ? [resolve(dirname(file), source)] : resolveAlias(source);
    return paths.flatMap((path) => [path.replace(EXTENSION, ''), join(path, 'index')]);
  };

  const canResolve = (file: string, source: string): boolean =>
    parseIconloomImport(source) !== undefined ||
    PLUGIN_ENTRY.test(source) ||
    candidatePaths(file, source).some(
      (path) => path === namesModule || openModule(path) !== undefined,
    );

  const findExport = (
    { program, scope }: ParsedModule,
    file: string,
    name: string,
    depth: number,
  ): ExportKind | undefined => {
    const starSources: string[] = [];
    for (const statement of childNodes(toSyntaxNode(program), 'body')) {
      const source = childNode(statement, 'source')?.value;
      if (statement.type === 'ExportAllDeclaration' && typeof source === 'string') {
        const exportedName = childNode(statement, 'exported')?.name;
        if (exportedName === undefined) starSources.push(source);
        else if (exportedName === name) return resolveExport(file, source, '*', depth);
      }
      if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
        const value = childNode(statement, 'declaration');
        return value && kindOf(value, scope, file, depth);
      }
      if (statement.type !== 'ExportNamedDeclaration') continue;
      for (const each of childNodes(statement, 'specifiers')) {
        const [local, exportedAs] = [childNode(each, 'local'), childNode(each, 'exported')];
        if ((exportedAs?.name ?? exportedAs?.value) !== name || !local) continue;
        return typeof source === 'string'
          ? resolveExport(file, source, String(local.name ?? local.value), depth)
          : kindOf(local, scope, file, depth);
      }
      const declared = childNodes(childNode(statement, 'declaration'), 'declarations');
      const found = declared.find((each) => childNode(each, 'id')?.name === name);
      const value = found && childNode(found, 'init');
      if (value) return kindOf(value, scope, file, depth);
    }
    if (name === 'default') return undefined;
    for (const source of starSources) {
      const found = resolveExport(file, source, name, depth);
      if (found) return found;
    }
    return undefined;
  };

  const kindOf = (
    outer: SyntaxNode,
    scope: Scope,
    file: string,
    depth = 0,
  ): ExportKind | undefined => {
    const node = unwrap(outer);
    if (depth > MAX_DEPTH) return undefined;
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
      const declared = lookUpVariable(String(node.name), scope);
      if (declared?.kind === 'import') {
        return resolveExport(file, declared.source, declared.imported, depth);
      }
      if (declared?.kind !== 'const') return undefined;
      return kindOf(toSyntaxNode(declared.value), declared.scope, file, depth + 1);
    }
    if (node.type === 'MemberExpression' || node.type === 'JSXMemberExpression') {
      const object = childNode(node, 'object');
      if (!object || kindOf(object, scope, file, depth + 1) !== 'namespace') return undefined;
      const name =
        node.type === 'MemberExpression' ? keyName(node) : childNode(node, 'property')?.name;
      return NAMES_EXPORTS.get(String(name));
    }
    if (node.type === 'CallExpression') {
      const callee = childNode(node, 'callee');
      const calleeKind = callee && kindOf(callee, scope, file, depth + 1);
      if (calleeKind === 'makes-component') return 'component';
      return calleeKind === 'makes-name-first' ? 'name-first' : undefined;
    }
    return undefined;
  };

  return {
    resolveExport: (file, source, name) => resolveExport(file, source, name),
    canResolve,
    kindOf: (node, scope, file) => kindOf(node, scope, file),
  };
}

/** Tests whether a module imports an iconloom export. */
export function importsIconloom(program: AnyNode, file: string, resolver: ExportResolver): boolean {
  return childNodes(toSyntaxNode(program), 'body').some((statement) => {
    const source = childNode(statement, 'source')?.value;
    if (typeof source !== 'string') return false;
    if (parseIconloomImport(source)) return true;
    return childNodes(statement, 'specifiers').some((each) => {
      const name = childNode(each, 'imported')?.name ?? childNode(each, 'local')?.name;
      const isWhole = each.type === 'ImportNamespaceSpecifier';
      const isDefault = each.type === 'ImportDefaultSpecifier';
      const requested = isWhole ? '*' : isDefault ? 'default' : String(name);
      return resolver.resolveExport(file, source, requested) !== undefined;
    });
  });
}
