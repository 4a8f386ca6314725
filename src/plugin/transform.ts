import type { AnyNode } from 'acorn';
import MagicString, { type DecodedSourceMap, type SourceMap } from 'magic-string';
import { exact } from '../code/module-ids.ts';
import { type Diagnostic, diagnose, type Where } from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import { type Analysis, analyze, mayUseIcons } from './analysis/analyze.ts';
import type { NameInCode } from './analysis/constant-names.ts';
import { fits, type NameElsewhere, type NameSet } from './analysis/name-sets.ts';
import { type MapLike, originalPlaces, type PlaceOf } from './analysis/original.ts';
import type { Modules, Resolve } from './analysis/values/load-modules.ts';
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
  readonly written: () => string | undefined;
}

/** Access to other modules of the app, where names may be defined. */
export interface Following {
  readonly modules: Modules;
  readonly resolve: Resolve;
  /** The file to name for another module. */
  readonly fileOf: (id: string) => string;
}
/** Finds where code names an icon; `undefined` if it does not. */
export type PlaceOfName = (
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
  readonly placeOf: PlaceOfName;
}

/**
 * Puts placeholders where a module names icons, and rewrites its imports to the static module if
 * there are no other uses. `undefined` for modules that do not use icons.
 *
 * @param following access to other modules; `undefined`: the code is only analyzed
 */
export async function transformModule(
  module: SourceModule,
  catalog: Catalog,
  following: Following | undefined,
): Promise<TransformedModule | undefined> {
  if (!mayUseIcons(module.code)) return undefined;
  const analysis = await tryToAnalyze(module, following);
  if (!analysis) return undefined;
  const { code, file, id } = module;
  const result = new MagicString(code);
  const unknown: Diagnostic[] = [];
  let places: PlaceOf | undefined;
  const whereIs: PlaceOf = (start, end) => {
    places ??= originalPlaces(code, module.map(), module.written());
    return places(start, end);
  };
  const unclear: { start: number; end: number }[] = [...analysis.unclear];
  let isClear = true;
  /** The first use of each icon. */
  const used = new Map<string, { readonly start: number; readonly end: number }>();

  const look = (each: NameInCode, kind: keyof typeof FINDERS): string | undefined => {
    const { find, words } = FINDERS[kind];
    const icon = find(catalog, each.name);
    if (icon && !used.has(icon.name)) used.set(icon.name, each);
    if (icon) return icon.name;
    const args = { name: each.name, suggestion: suggestion(each.name, words(catalog)) };
    unknown.push(diagnose('icon-unknown', { file, where: whereIs(each.start, each.end), args }));
    return undefined;
  };
  const put = (each: NameInCode, name: string) => {
    const key = each.isShorthand ? `${code.slice(each.start, each.end)}: ` : '';
    result.overwrite(each.start, each.end, key + placeholder('name', name));
  };

  for (const each of analysis.constants) {
    const name = look(each, 'constant');
    if (name !== undefined) put(each, name);
  }
  for (const each of analysis.imports) look(each, 'name');
  for (const each of analysis.names) {
    const name = look(each, 'name');
    if (name === undefined) continue;
    if (name === each.name || !each.isShared) put(each, name);
    else {
      // Other code that reads it must find the alias.
      unclear.push(each);
      isClear = false;
    }
  }
  for (const set of analysis.sets) {
    const found = kept(set, catalog);
    for (const each of found.unknown) unknown.push(notThere(each));
    for (const name of found.names) if (!used.has(name)) used.set(name, set);
    if (found.hasAlias) {
      unclear.push(set);
      isClear = false;
    } else if (found.names.length > 0) {
      result.appendLeft(set.start, `(${placeholder('kept', found.names.join(' '))}, `);
      result.appendRight(set.end, ')');
    }
  }
  if (isClear) {
    for (const { source, start, end } of analysis.clear) {
      result.overwrite(start, end, JSON.stringify(exact(source)));
    }
  }
  const puts = following !== undefined;
  return {
    code: puts && result.hasChanged() ? written(result) : undefined,
    unclear: puts ? unclear.map(({ start, end }) => useAt(code, start, end, file, whereIs)) : [],
    unknown,
    files: following?.modules.filesFor(id) ?? [],
    placeOf(name) {
      const use = used.get(name);
      return use && { file, where: whereIs(use.start, use.end) };
    },
  };

  /** Warning about a possible value that is not an icon; the code may never use it. */
  function notThere({ name, node, module: { file: other } }: NameElsewhere): Diagnostic {
    const args = { name, suggestion: suggestion(name, catalog.words()) };
    const at =
      other === id
        ? { file, where: whereIs(node.start, node.end) }
        : { file: following?.fileOf(other) ?? other, ...placeOf(node) };
    return { ...diagnose('icon-unknown', { ...at, args }), severity: 'warning' };
  }
}

function placeOf({ loc }: AnyNode): { readonly where?: Where } {
  return loc ? { where: { line: loc.start.line, column: loc.start.column + 1 } } : {};
}

/** Resolves a set of names to icons. */
function kept({ names, patterns }: NameSet, catalog: Catalog) {
  const fitting = catalog.words().filter((word) => patterns.some((parts) => fits(word, parts)));
  const words = [...names.map(({ name }) => name), ...fitting];
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
    words: (catalog: Catalog) => catalog.words(),
  },
  constant: {
    find: (catalog: Catalog, name: string) => catalog.constant(name),
    words: (catalog: Catalog) => catalog.identifiers(),
  },
} as const;

/** Analyzes code. In code that cannot be parsed, imports stay as they are: any icon may be used. */
async function tryToAnalyze(
  { code, id }: SourceModule,
  following: Following | undefined,
): Promise<Analysis | undefined> {
  try {
    if (!following) return analyze(code);
    const { modules, resolve } = following;
    const options = { file: id, follow: modules.find };
    let analysis = analyze(code, options);
    // Each loaded module may lead to others.
    while (await modules.load(resolve)) analysis = analyze(code, options);
    return analysis;
  } catch {
    return undefined;
  }
}

function written(result: MagicString): ChangedCode {
  return {
    code: result.toString(),
    map: result.generateMap({ hires: 'boundary' }),
    decoded: () => result.generateDecodedMap({ hires: 'boundary' }),
  };
}

/** Characters of code that are shown. */
const SHOWN = 60;

function useAt(
  code: string,
  start: number,
  end: number,
  file: string,
  whereIs: PlaceOf,
): UnclearUse {
  const text = code.slice(start, end).replace(/\s+/g, ' ');
  return {
    file,
    where: whereIs(start, end),
    text: text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text,
  };
}
