import type { Diagnostic } from '../core/diagnostics.ts';
import type { Catalog } from './catalog.ts';
import { type AnalyzedModule, resolveNames } from './transform.ts';
import type { NameLocator, TransformedModule, UnclearUse } from './transformed-module.ts';

/** Modules of the app that use icons, by their ids. */
export class ModuleRegistry {
  readonly #modules = new Map<string, TransformedModule>();
  /** Modules whose names may have to be resolved again; empty in builds. */
  readonly #analyzed = new Map<string, AnalyzedModule>();

  /** @param analyzed module to resolve again after icons were added or removed; default: nothing */
  set(id: string, module: TransformedModule, analyzed?: AnalyzedModule): void {
    this.#modules.set(id, module);
    if (analyzed) this.#analyzed.set(id, analyzed);
  }

  delete(id: string): void {
    this.#modules.delete(id);
    this.#analyzed.delete(id);
  }

  /** Deletes the modules of a file. */
  deleteFile(file: string): void {
    for (const id of this.#modules.keys()) if (id.split('?')[0] === file) this.delete(id);
  }

  /** Resolves the names of all modules again. */
  resolveAgain(catalog: Catalog): void {
    for (const [id, analyzed] of this.#analyzed) {
      this.#modules.set(id, resolveNames(analyzed, catalog, undefined));
    }
  }

  /** Finds where these modules, or all, name an icon. */
  placeOf(name: string, ids?: ReadonlySet<string>): ReturnType<NameLocator> {
    for (const { placeOf } of this.#select(ids)) {
      const place = placeOf(name);
      if (place) return place;
    }
    return undefined;
  }

  /** Uses with unknown names, in these modules or in all. */
  unclear(ids?: ReadonlySet<string>): readonly UnclearUse[] {
    return this.#select(ids).flatMap(({ unclear }) => unclear);
  }

  /** Unknown names in these modules, or in all. */
  unknown(ids?: ReadonlySet<string>): readonly Diagnostic[] {
    return this.#select(ids).flatMap(({ unknown }) => unknown);
  }

  /** Warnings about deprecated icons in these modules, or in all. */
  deprecated(ids?: ReadonlySet<string>): readonly Diagnostic[] {
    return this.#select(ids).flatMap(({ deprecated }) => deprecated);
  }

  #select(ids: ReadonlySet<string> | undefined): readonly TransformedModule[] {
    return [...this.#modules].flatMap(([id, module]) => (!ids || ids.has(id) ? module : []));
  }
}
