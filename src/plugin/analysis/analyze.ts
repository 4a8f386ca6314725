import { type Identifier, type Program, parse } from 'acorn';
import { openModuleCode } from '../../code/bindings.ts';
import { lookUpVariable } from '../../code/scope.ts';
import { type CodeRange, type CollectedUses, collectUses } from './collect-uses.ts';
import { type ImportSource, importSourceOf } from './imports.ts';
import type { NameInCode } from './literal-names.ts';
import { type NameSet, nameSetOf } from './name-sets.ts';
import { type AnalyzedUse, literalNamesIn, namesAmong } from './name-uses.ts';
import { openEvaluator } from './values/evaluate.ts';
import { EvaluationCache } from './values/evaluation-cache.ts';
import type { AppModule, Evaluator, FindModule } from './values/model.ts';

/** Uses of icons in a module. */
export interface Analysis {
  /** Names in the code. */
  readonly names: readonly NameInCode[];
  /** Possible names of uses, from elsewhere in this module or from others. */
  readonly sets: readonly NameSet[];
  /** Constants: `icon.x`. */
  readonly constants: readonly NameInCode[];
  /** Icons that are imported individually; the range is that of the source. */
  readonly iconImports: readonly NameInCode[];
  /** Uses with unknown names. */
  readonly unclear: readonly CodeRange[];
  /** Imports with only known names; the range is that of the source. */
  readonly staticImports: readonly ImportSource[];
}

/** Checks quickly that a module may use icons. */
export function mayUseIcons(code: string): boolean {
  return code.includes('iconloom');
}

export interface AnalysisOptions {
  /** Id of the module in the bundler. Default: ''. */
  readonly file?: string | undefined;
  /** Finds the modules that values are followed into. Default: values are not followed. */
  readonly findModule?: FindModule | undefined;
}

/** Finds the icons that a module uses. @throws {SyntaxError} if the code is not JavaScript. */
export function analyze(code: string, { file, findModule }: AnalysisOptions = {}): Analysis {
  return new ModuleAnalyzer(code, file).analyze(findModule);
}

/**
 * Analyzer of a module. It parses the code and collects its uses once; only the names are looked up
 * again when there are more modules that values can be followed into.
 */
export class ModuleAnalyzer {
  readonly #program: Program;
  readonly #file: string;
  readonly #collected: CollectedUses;
  #module: AppModule | undefined;

  /** @throws {SyntaxError} if the code is not JavaScript. */
  constructor(code: string, file = '') {
    this.#file = file;
    this.#program = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowReturnOutsideFunction: true,
      allowHashBang: true,
    });
    this.#collected = collectUses(this.#program);
  }

  /** @param findModule finds the modules that values are followed into; default: they are not */
  analyze(findModule?: FindModule): Analysis {
    const lookup = new NameLookup(() => this.#openModule(), findModule);
    const { declarations, owners, uses, constants, iconImports, lateImports } = this.#collected;
    const unclearUses = uses.filter(({ names }) => !names || !lookup.addNames(names));
    const dynamic = new Set(unclearUses.map(({ local = '' }) => owners.get(local)));
    const staticImports = [...declarations]
      .filter(([declaration, { isNamespace }]) => !isNamespace && !dynamic.has(declaration))
      .map(([{ source }]) => importSourceOf(source));
    return {
      names: [...lookup.names.values()],
      sets: [...lookup.sets.values()],
      constants,
      iconImports,
      unclear: unclearUses.map(({ range }) => range),
      staticImports: [...lateImports, ...staticImports],
    };
  }

  #openModule(): AppModule {
    this.#module ??= { file: this.#file, code: openModuleCode(this.#program) };
    return this.#module;
  }
}

/** Names of the uses in a module, in the code and among the values that are followed. */
class NameLookup {
  /** By their offsets. */
  readonly names: Map<number, NameInCode> = new Map();
  readonly sets: Map<number, NameSet> = new Map();
  readonly #openModule: () => AppModule;
  readonly #findModule: FindModule | undefined;
  /** Values depend on the modules that are known, so they are kept for one lookup only. */
  readonly #cache = new EvaluationCache();

  constructor(openModule: () => AppModule, findModule: FindModule | undefined) {
    this.#openModule = openModule;
    this.#findModule = findModule;
  }

  /** Adds the names of a use; false if they are unknown. */
  addNames(use: AnalyzedUse): boolean {
    const literalNames = literalNamesIn(use, (variable) => this.#isUnchanged(variable));
    for (const each of literalNames ?? []) this.names.set(each.start, each);
    if (literalNames) return true;
    if (!this.#findModule) return false;
    const values = this.#openEvaluator().values(use.node, this.#openModule());
    const set = nameSetOf(use.node, namesAmong(use, values));
    if (set) this.sets.set(set.start, set);
    return set !== undefined;
  }

  /** Checks that code never changes the object or list in a variable. */
  #isUnchanged(variable: Identifier): boolean {
    const module = this.#openModule();
    const declared = lookUpVariable(variable.name, module.code.scopeAt(variable));
    return declared !== undefined && this.#openEvaluator().isUnchanged(declared, module);
  }

  #openEvaluator(): Evaluator {
    const findModule = this.#findModule ?? (() => undefined);
    return openEvaluator({ findModule, cache: this.#cache });
  }
}
