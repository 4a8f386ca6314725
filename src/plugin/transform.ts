import type { AnyNode } from 'acorn';
import MagicString, { type DecodedSourceMap, type SourceMap } from 'magic-string';
import { toStatic } from '../code/module-ids.ts';
import { type Diagnostic, diagnose, type Where } from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import { type Analysis, analyze, mayUseIcons } from './analysis/analyze.ts';
import type { NameInCode } from './analysis/literal-names.ts';
import { type IndirectName, matchesPattern, type NameSet } from './analysis/name-sets.ts';
import { type MapLike, originalPositions, type PlaceOf } from './analysis/original-positions.ts';
import type { ModuleLoader, Resolve } from './analysis/values/load-modules.ts';
import type { Catalog } from './catalog.ts';
import { placeholder } from './placeholder.ts';

/** A module of the app. */
export interface SourceModule {
  readonly code: string;
  /** The file to name, relative to the project. */
  readonly file: string;
  /** Id of the module in the bundler. */
  readonly id: string;
  /** Source map from the code to the original file. Called only to report a location. */
  readonly map: () => MapLike | undefined;
  /** The text of the file; `undefined` for modules without one. */
  readonly originalText: () => string | undefined;
}

/** Access to other modules of the app, where names may be defined. */
export interface ModuleAccess {
  readonly modules: ModuleLoader;
  readonly resolve: Resolve;
  /** The file to name for another module. */
  readonly fileOf: (id: string) => string;
}
/** Finds where code names an icon; `undefined` if it does not. */
export type NameLocator = (
  name: string,
) => { readonly file: string; readonly where: Where } | undefined;

/** Use of an icon whose name is unknown at build time. */
export interface UnclearUse {
  readonly file: string;
  readonly where: Where;
  /** The code. */
  readonly text: string;
}

/** Code with placeholders. */
interface ChangedCode {
  readonly code: string;
  readonly map: SourceMap;
  /** The same map, to be joined with another. */
  readonly decoded: () => DecodedSourceMap;
}

export interface TransformedModule {
  /** `undefined` if nothing changes. */
  readonly code: ChangedCode | undefined;
  readonly unclear: readonly UnclearUse[];
  /** Names that no icon has. */
  readonly unknown: readonly Diagnostic[];
  /** Other files that names were found in. Absolute. */
  readonly files: readonly string[];
  readonly placeOf: NameLocator;
}

/**
 * Puts placeholders where a module names icons, and rewrites its imports to the static module if
 * there are no other uses. `undefined` for modules that do not use icons.
 *
 * @param moduleAccess access to other modules; `undefined`: the code is only analyzed
 */
export async function transformModule(
  module: SourceModule,
  catalog: Catalog,
  moduleAccess: ModuleAccess | undefined,
): Promise<TransformedModule | undefined> {
  if (!mayUseIcons(module.code)) return undefined;
  const analysis = await tryToAnalyze(module, moduleAccess);
  if (!analysis) return undefined;
  const { code, file, id } = module;
  const result = new MagicString(code);
  const unknown: Diagnostic[] = [];
  let places: PlaceOf | undefined;
  const locate: PlaceOf = (start, end) => {
    places ??= originalPositions(code, module.map(), module.originalText());
    return places(start, end);
  };
  const unclear: { start: number; end: number }[] = [...analysis.unclear];
  let isClear = true;
  /** The first use of each icon. */
  const used = new Map<string, { readonly start: number; readonly end: number }>();

  const lookUpIcon = (use: NameInCode, kind: keyof typeof FINDERS): string | undefined => {
    const { find, words } = FINDERS[kind];
    const icon = find(catalog, use.name);
    if (icon && !used.has(icon.name)) used.set(icon.name, use);
    if (icon) return icon.name;
    const args = { name: use.name, suggestion: suggestion(use.name, words(catalog)) };
    unknown.push(diagnose('icon-unknown', { file, where: locate(use.start, use.end), args }));
    return undefined;
  };
  const insertPlaceholder = (use: NameInCode, name: string) => {
    const key = use.isShorthand ? `${code.slice(use.start, use.end)}: ` : '';
    result.overwrite(use.start, use.end, key + placeholder('name', name));
  };

  for (const each of analysis.constants) {
    const name = lookUpIcon(each, 'constant');
    if (name !== undefined) insertPlaceholder(each, name);
  }
  for (const each of analysis.iconImports) lookUpIcon(each, 'name');
  for (const each of analysis.names) {
    const name = lookUpIcon(each, 'name');
    if (name === undefined) continue;
    if (name === each.name || !each.isShared) insertPlaceholder(each, name);
    else {
      // Other code that reads it must find the alias.
      unclear.push(each);
      isClear = false;
    }
  }
  for (const set of analysis.sets) {
    const resolved = resolveNameSet(set, catalog);
    for (const each of resolved.unknown) unknown.push(unknownIconWarning(each));
    for (const name of resolved.names) if (!used.has(name)) used.set(name, set);
    if (resolved.hasAlias) {
      unclear.push(set);
      isClear = false;
    } else if (resolved.names.length > 0) {
      result.appendLeft(set.start, `(${placeholder('kept', resolved.names.join(' '))}, `);
      result.appendRight(set.end, ')');
    }
  }
  if (isClear) {
    for (const { source, start, end } of analysis.staticImports) {
      result.overwrite(start, end, JSON.stringify(toStatic(source)));
    }
  }
  const emitsPlaceholders = moduleAccess !== undefined;
  return {
    code: emitsPlaceholders && result.hasChanged() ? toChangedCode(result) : undefined,
    unclear: emitsPlaceholders
      ? unclear.map(({ start, end }) => unclearUseAt(code, start, end, file, locate))
      : [],
    unknown,
    files: moduleAccess?.modules.filesFor(id) ?? [],
    placeOf(name) {
      const use = used.get(name);
      return use && { file, where: locate(use.start, use.end) };
    },
  };

  /** Warning about a possible value that is not an icon; the code may never use it. */
  function unknownIconWarning({ name, node, module: { file: other } }: IndirectName): Diagnostic {
    const args = { name, suggestion: suggestion(name, catalog.allNames()) };
    const at =
      other === id
        ? { file, where: locate(node.start, node.end) }
        : { file: moduleAccess?.fileOf(other) ?? other, ...placeOf(node) };
    return { ...diagnose('icon-unknown', { ...at, args }), severity: 'warning' };
  }
}

function placeOf({ loc }: AnyNode): { readonly where?: Where } {
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

/** Analyzes code. In code that cannot be parsed, imports stay as they are: any icon may be used. */
async function tryToAnalyze(
  { code, id }: SourceModule,
  moduleAccess: ModuleAccess | undefined,
): Promise<Analysis | undefined> {
  try {
    if (!moduleAccess) return analyze(code);
    const { modules, resolve } = moduleAccess;
    const options = { file: id, findModule: modules.find };
    let analysis = analyze(code, options);
    // Each loaded module may lead to others.
    while (await modules.load(resolve)) analysis = analyze(code, options);
    return analysis;
  } catch {
    return undefined;
  }
}

function toChangedCode(result: MagicString): ChangedCode {
  return {
    code: result.toString(),
    map: result.generateMap({ hires: 'boundary' }),
    decoded: () => result.generateDecodedMap({ hires: 'boundary' }),
  };
}

/** Characters of code that are shown. */
const MAX_SHOWN_LENGTH = 60;

function unclearUseAt(
  code: string,
  start: number,
  end: number,
  file: string,
  locate: PlaceOf,
): UnclearUse {
  const text = code.slice(start, end).replace(/\s+/g, ' ');
  return {
    file,
    where: locate(start, end),
    text: text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH - 1)}…` : text,
  };
}
