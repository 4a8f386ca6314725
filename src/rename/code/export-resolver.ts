import { dirname, join, resolve } from 'node:path';
import type { AnyNode } from 'acorn';
import { parseIconloomImport } from '../../code/module-ids.ts';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import type { ExportKind } from './model.ts';
import { findExportOrigin, findStarSources, sourceOf, statementsOf } from './module-exports.ts';
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

/** Module of the app that an import leads to. */
interface OpenedModule {
  /** Absolute path. */
  readonly file: string;
  readonly module: ParsedModule;
}

export interface ExportResolverOptions {
  /** Absolute path of the module of generated names, without extension. */
  readonly namesModule: string;
  /** Opens the module at an absolute path without extension. */
  readonly openModule: (path: string) => OpenedModule | undefined;
  /** Absolute paths of an import that is not relative, by the project's path aliases. */
  readonly resolveAlias: (source: string) => readonly string[];
}

/** Place of an expression or an import. */
interface CodePlace {
  /** Absolute path of the file. */
  readonly file: string;
  /** Length of the chain that led there. */
  readonly depth: number;
}

const EXTENSION = /\.(?:d\.ts|[mc]?[jt]sx?)$/;
/** Longest chain of re-exports, or of constants that refer to constants. */
const MAX_DEPTH = 20;

/** Resolves exports of the app's modules to iconloom exports that they re-export. */
export class ExportResolver {
  readonly #options: ExportResolverOptions;

  constructor(options: ExportResolverOptions) {
    this.#options = options;
  }

  /** Kind of a module's export, resolved from a file; `undefined`: not of iconloom. */
  resolveExport(file: string, source: string, name: string): ExportKind | undefined {
    return this.#resolveFrom({ file, depth: 0 }, source, name);
  }

  /** Kind of the export that an expression evaluates to. */
  kindOf(node: SyntaxNode, scope: Scope, file: string): ExportKind | undefined {
    return this.#kindAt({ file, depth: 0 }, node, scope);
  }

  #resolveFrom(place: CodePlace, source: string, name: string): ExportKind | undefined {
    const requested = parseIconloomImport(source);
    if (requested?.kind === 'names') return NAMES_EXPORTS.get(name);
    if (requested?.kind === 'bound') return ENTRY_EXPORTS.get(name);
    if (PLUGIN_ENTRY.test(source)) return name === 'default' ? 'plugin' : undefined;
    if (place.depth > MAX_DEPTH) return undefined;
    const { namesModule, openModule } = this.#options;
    for (const path of this.#candidatePaths(place.file, source)) {
      if (path === namesModule) return NAMES_EXPORTS.get(name);
      const found = openModule(path);
      if (found) return this.#findExport(found, name, place.depth + 1);
    }
    return undefined;
  }

  /** Absolute paths without extension that an import may lead to. */
  #candidatePaths(file: string, source: string): readonly string[] {
    const isRelative = /^\.{1,2}(\/|$)/.test(source);
    const paths = isRelative
      ? [resolve(dirname(file), source)]
      : this.#options.resolveAlias(source);
    return paths.flatMap((path) => [path.replace(EXTENSION, ''), join(path, 'index')]);
  }

  #findExport(
    { file, module: { program, scope } }: OpenedModule,
    name: string,
    depth: number,
  ): ExportKind | undefined {
    const place = { file, depth };
    const origin = findExportOrigin(program, name);
    if (origin) {
      return 'value' in origin
        ? this.#kindAt(place, origin.value, scope)
        : this.#resolveFrom(place, origin.source, origin.name);
    }
    if (name === 'default') return undefined;
    for (const source of findStarSources(program)) {
      const kind = this.#resolveFrom(place, source, name);
      if (kind) return kind;
    }
    return undefined;
  }

  #kindAt(place: CodePlace, outer: SyntaxNode, scope: Scope): ExportKind | undefined {
    const node = unwrap(outer);
    if (place.depth > MAX_DEPTH) return undefined;
    switch (node.type) {
      case 'Identifier':
      case 'JSXIdentifier':
        return this.#kindOfVariable(place, String(node.name), scope);
      case 'MemberExpression':
      case 'JSXMemberExpression':
        return this.#kindOfMember(place, node, scope);
      case 'CallExpression':
        return this.#kindOfResult(place, node, scope);
      default:
        return undefined;
    }
  }

  #kindOfVariable(place: CodePlace, name: string, scope: Scope): ExportKind | undefined {
    const variable = lookUpVariable(name, scope);
    if (variable?.kind === 'import') {
      return this.#resolveFrom(place, variable.source, variable.imported);
    }
    if (variable?.kind !== 'const') return undefined;
    return this.#kindAt(deeper(place), toSyntaxNode(variable.value), variable.scope);
  }

  /** Kind of an export of a namespace: `names.icon`. */
  #kindOfMember(place: CodePlace, node: SyntaxNode, scope: Scope): ExportKind | undefined {
    const object = childNode(node, 'object');
    if (!object || this.#kindAt(deeper(place), object, scope) !== 'namespace') return undefined;
    const name =
      node.type === 'MemberExpression' ? keyName(node) : childNode(node, 'property')?.name;
    return NAMES_EXPORTS.get(String(name));
  }

  /** Kind of what a function returns: `createIcon(set)`. */
  #kindOfResult(place: CodePlace, node: SyntaxNode, scope: Scope): ExportKind | undefined {
    const callee = childNode(node, 'callee');
    const kind = callee && this.#kindAt(deeper(place), callee, scope);
    if (kind === 'makes-component') return 'component';
    return kind === 'makes-name-first' ? 'name-first' : undefined;
  }
}

function deeper({ file, depth }: CodePlace): CodePlace {
  return { file, depth: depth + 1 };
}

/** Tests whether a module imports an iconloom export. */
export function importsIconloom(program: AnyNode, file: string, resolver: ExportResolver): boolean {
  return statementsOf(program).some((statement) => {
    const source = sourceOf(statement);
    if (source === undefined) return false;
    if (parseIconloomImport(source)) return true;
    return childNodes(statement, 'specifiers').some(
      (each) => resolver.resolveExport(file, source, importedName(each)) !== undefined,
    );
  });
}

/** Name of the export that a specifier imports: `*` for all, `default`, or its own. */
function importedName(specifier: SyntaxNode): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return String(childNode(specifier, 'imported')?.name ?? childNode(specifier, 'local')?.name);
}
