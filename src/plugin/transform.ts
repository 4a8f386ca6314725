import type MagicString from 'magic-string';
import { type Analysis, ModuleAnalyzer, mayUseIcons } from './analysis/analyze.ts';
import type { CodeRange } from './analysis/collect-uses.ts';
import type { Catalog } from './catalog.ts';
import { NameResolver } from './name-resolver.ts';
import type {
  ChangedCode,
  ModuleAccess,
  SourceModule,
  TransformedModule,
  UnclearUse,
} from './transformed-module.ts';

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
  const analysis = await analyzeModule(module, moduleAccess);
  return analysis && resolveNames({ module, analysis }, catalog, moduleAccess);
}

/** Module of the app with the icons that it uses. */
export interface AnalyzedModule {
  readonly module: SourceModule;
  readonly analysis: Analysis;
}

/**
 * Finds the icons that a module uses; `undefined` if there are none. In code that cannot be parsed,
 * imports stay as they are: any icon may be used.
 */
export async function analyzeModule(
  { code, id }: SourceModule,
  moduleAccess: ModuleAccess | undefined,
): Promise<Analysis | undefined> {
  if (!mayUseIcons(code)) return undefined;
  try {
    const analyzer = new ModuleAnalyzer(code, id);
    if (!moduleAccess) return analyzer.analyze();
    const { modules, resolve } = moduleAccess;
    let analysis = analyzer.analyze(modules.find);
    // Each loaded module may lead to others.
    while (await modules.load(resolve)) analysis = analyzer.analyze(modules.find);
    return analysis;
  } catch {
    return undefined;
  }
}

/**
 * Resolves the names in a module to the icons of a catalog.
 *
 * @param moduleAccess access to other modules; `undefined`: the code stays as it is
 */
export function resolveNames(
  { module, analysis }: AnalyzedModule,
  catalog: Catalog,
  moduleAccess: ModuleAccess | undefined,
): TransformedModule {
  const names = new NameResolver(module, catalog, moduleAccess?.fileOf ?? ((id) => id));
  names.add(analysis);
  const { code, unknown } = names;
  const deprecated = [...names.deprecated.values()];
  const placeOf = (name: string) => names.placeOf(name);
  if (!moduleAccess)
    return { code: undefined, unclear: [], unknown, deprecated, files: [], placeOf };
  return {
    code: code.hasChanged() ? toChangedCode(code) : undefined,
    unclear: names.unclear.map((range) => unclearUseAt(range, module, names)),
    unknown,
    deprecated,
    files: moduleAccess.modules.filesFor(module.id),
    placeOf,
  };
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
  range: CodeRange,
  { code, file }: SourceModule,
  names: NameResolver,
): UnclearUse {
  const text = code.slice(range.start, range.end).replace(/\s+/g, ' ');
  return {
    file,
    where: names.locate(range),
    text: text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH - 1)}…` : text,
  };
}
