import type { AnyNode } from 'acorn';
import MagicString from 'magic-string';
import { toStatic } from '../code/module-ids.ts';
import {
  type Diagnostic,
  type DiagnosticInput,
  diagnose,
  type Where,
} from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import type { Icon } from '../core/types.ts';
import type { Analysis } from './analysis/analyze.ts';
import type { CodeRange } from './analysis/collect-uses.ts';
import type { NameInCode } from './analysis/literal-names.ts';
import { type IndirectName, matchesPattern, type NameSet } from './analysis/name-sets.ts';
import { originalPositions, type PlaceOf } from './analysis/original-positions.ts';
import type { Catalog } from './catalog.ts';
import { deprecatedUse } from './deprecated-use.ts';
import { placeholder } from './placeholder.ts';
import type { SourceModule } from './transformed-module.ts';

/** Resolves the names in a module to icons, and puts placeholders in their place. */
export class NameResolver {
  /** The code with placeholders. */
  readonly code: MagicString;
  /** Names that no icon has. */
  readonly unknown: Diagnostic[] = [];
  /** Warnings about deprecated icons, one for each name. */
  readonly deprecated: Map<string, Diagnostic> = new Map();
  /** Uses with unknown names, and aliases that other code reads. */
  readonly unclear: CodeRange[] = [];
  readonly #module: SourceModule;
  readonly #catalog: Catalog;
  readonly #fileOf: (id: string) => string;
  /** First use of each icon. */
  readonly #used = new Map<string, CodeRange>();
  #places: PlaceOf | undefined;
  /** True if other code that reads a name has to find its alias. */
  #hasSharedAlias = false;

  /** @param fileOf the file to name for another module */
  constructor(module: SourceModule, catalog: Catalog, fileOf: (id: string) => string) {
    this.code = new MagicString(module.code);
    this.#module = module;
    this.#catalog = catalog;
    this.#fileOf = fileOf;
  }

  /** Resolves all names of an analysis, and rewrites the imports to the static module if it can. */
  add({ unclear, constants, iconImports, names, sets, staticImports }: Analysis): void {
    this.unclear.push(...unclear);
    for (const each of constants) this.#addConstant(each);
    for (const each of iconImports) this.#iconOf(each, 'name');
    for (const each of names) this.#addName(each);
    for (const each of sets) this.#addSet(each);
    if (this.#hasSharedAlias) return;
    for (const { source, start, end } of staticImports) {
      this.code.overwrite(start, end, JSON.stringify(toStatic(source)));
    }
  }

  /** First place where the module uses an icon; `undefined` if it does not. */
  placeOf(name: string): { readonly file: string; readonly where: Where } | undefined {
    const use = this.#used.get(name);
    return use && { file: this.#module.file, where: this.locate(use) };
  }

  /** Position of a range in the original file. */
  locate({ start, end }: CodeRange): Where {
    const { code, map, originalText } = this.#module;
    this.#places ??= originalPositions(code, map(), originalText());
    return this.#places(start, end);
  }

  #addConstant(use: NameInCode): void {
    const name = this.#iconOf(use, 'constant');
    if (name !== undefined) this.#insertPlaceholder(use, name);
  }

  #addName(use: NameInCode): void {
    const name = this.#iconOf(use, 'name');
    if (name === undefined) return;
    if (name === use.name || !use.isShared) this.#insertPlaceholder(use, name);
    else this.#addSharedAlias(use);
  }

  #addSet(set: NameSet): void {
    const { names, unknown, hasAlias } = resolveNameSet(set, this.#catalog);
    for (const each of unknown) this.unknown.push(this.#unknownIconWarning(each));
    for (const each of set.names) {
      this.#checkDeprecation(this.#catalog.icon(each.name), each.name, () => this.#placeIn(each));
    }
    for (const name of names) this.#markUsed(name, set);
    if (hasAlias) this.#addSharedAlias(set);
    else if (names.length > 0) {
      this.code.appendLeft(set.start, `(${placeholder('kept', names.join(' '))}, `);
      this.code.appendRight(set.end, ')');
    }
  }

  /** Adds a name that stays, since other code that reads it must find the alias. */
  #addSharedAlias(range: CodeRange): void {
    this.unclear.push(range);
    this.#hasSharedAlias = true;
  }

  #markUsed(name: string, use: CodeRange): void {
    if (!this.#used.has(name)) this.#used.set(name, use);
  }

  /** Name of the icon that is used; `undefined` with a diagnostic if there is none. */
  #iconOf(use: NameInCode, kind: keyof typeof FINDERS): string | undefined {
    const { find, words } = FINDERS[kind];
    const icon = find(this.#catalog, use.name);
    if (icon) {
      this.#markUsed(icon.name, use);
      const { file } = this.#module;
      this.#checkDeprecation(icon, use.name, () => ({ file, where: this.locate(use) }));
      return icon.name;
    }
    const args = { name: use.name, suggestion: suggestion(use.name, words(this.#catalog)) };
    const { file } = this.#module;
    this.unknown.push(diagnose('icon-unknown', { file, where: this.locate(use), args }));
    return undefined;
  }

  #checkDeprecation(icon: Icon | undefined, name: string, place: () => DiagnosticInput): void {
    if (!icon || this.deprecated.has(name)) return;
    const warning = deprecatedUse(icon, name, place);
    if (warning) this.deprecated.set(name, warning);
  }

  #insertPlaceholder({ start, end, isShorthand }: NameInCode, name: string): void {
    const key = isShorthand ? `${this.#module.code.slice(start, end)}: ` : '';
    this.code.overwrite(start, end, key + placeholder('name', name));
  }

  /** Warning about a possible value that is not an icon; the code may never use it. */
  #unknownIconWarning(use: IndirectName): Diagnostic {
    const { name } = use;
    const args = { name, suggestion: suggestion(name, this.#catalog.allNames()) };
    return { ...diagnose('icon-unknown', { ...this.#placeIn(use), args }), severity: 'warning' };
  }

  /** Place of a name in this module or in another. */
  #placeIn({ node, module: { file: other } }: IndirectName): DiagnosticInput {
    const { id, file } = this.#module;
    return other === id
      ? { file, where: this.locate(node) }
      : { file: this.#fileOf(other), ...placeIn(node) };
  }
}

function placeIn({ loc }: AnyNode): { readonly where?: Where } {
  return loc ? { where: { line: loc.start.line, column: loc.start.column + 1 } } : {};
}

/** Resolves a set of names to icons. */
function resolveNameSet({ names, patterns }: NameSet, catalog: Catalog) {
  const matching = catalog
    .allNames()
    .filter((word) => patterns.some((parts) => matchesPattern(word, parts)));
  const words = [...names.map(({ name }) => name), ...matching];
  const found = new Set<string>();
  // The static module does not know aliases.
  let hasAlias = false;
  for (const word of words) {
    const icon = catalog.icon(word);
    if (icon) found.add(icon.name);
    hasAlias ||= icon !== undefined && icon.name !== word;
  }
  return {
    names: [...found].sort(),
    hasAlias,
    unknown: names.filter(({ name }) => !catalog.icon(name)),
  };
}

const FINDERS = {
  name: {
    find: (catalog: Catalog, name: string) => catalog.icon(name),
    words: (catalog: Catalog) => catalog.allNames(),
  },
  constant: {
    find: (catalog: Catalog, name: string) => catalog.constant(name),
    words: (catalog: Catalog) => catalog.identifiers(),
  },
} as const;
