import MagicString, { type DecodedSourceMap, type SourceMap } from 'magic-string';
import { exact } from '../code/module-ids.ts';
import { type Diagnostic, diagnose, type Where } from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import { type Analysis, analyze, mayUseIcons } from './analysis/analyze.ts';
import type { NameInCode } from './analysis/constant-names.ts';
import { type MapLike, originalPlaces, type PlaceOf } from './analysis/original.ts';
import type { Catalog } from './catalog.ts';
import { placeholder } from './placeholder.ts';

/** A module of the app. */
export interface SourceModule {
  readonly code: string;
  /** The file to name, relative to the project. */
  readonly file: string;
  /** From the code to the file as it was written. Asked for only when a place is to be told. */
  readonly map: () => MapLike | undefined;
  /** The text of the file; `undefined` for modules without one. */
  readonly written: () => string | undefined;
}

/** Finds where code names an icon; `undefined` where it does not stand in the code. */
export type PlaceOfName = (
  name: string,
) => { readonly file: string; readonly where: Where } | undefined;

/** A use from which it cannot be told which icon it is of. */
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
  /** `undefined` where nothing is to be changed. */
  readonly code: ChangedCode | undefined;
  readonly unclear: readonly UnclearUse[];
  /** Names that no icon has. */
  readonly unknown: readonly Diagnostic[];
  readonly placeOf: PlaceOfName;
}

/**
 * Puts placeholders where a module names icons, and has it import what knows only of those if there
 * are no other uses. `undefined` for modules that have nothing to do with icons.
 *
 * @param puts whether to change the code, or just to look at it
 */
export function transformModule(
  module: SourceModule,
  catalog: Catalog,
  puts: boolean,
): TransformedModule | undefined {
  if (!mayUseIcons(module.code)) return undefined;
  const analysis = tryToAnalyze(module.code);
  if (!analysis) return undefined;
  const { code, file } = module;
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
  const used = new Map<string, NameInCode>();

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
      // Who else reads it must find the alias there.
      unclear.push(each);
      isClear = false;
    }
  }
  if (isClear) {
    for (const { source, start, end } of analysis.clear) {
      result.overwrite(start, end, JSON.stringify(exact(source)));
    }
  }
  return {
    code: puts && result.hasChanged() ? written(result) : undefined,
    unclear: puts ? unclear.map(({ start, end }) => useAt(code, start, end, file, whereIs)) : [],
    unknown,
    placeOf(name) {
      const use = used.get(name);
      return use && { file, where: whereIs(use.start, use.end) };
    },
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

/** Code that is none keeps what its imports mean without us: that any icon may be used. */
function tryToAnalyze(code: string): Analysis | undefined {
  try {
    return analyze(code);
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
