import type { DecodedSourceMap, SourceMap } from 'magic-string';
import type { Diagnostic, Where } from '../core/diagnostics.ts';
import type { MapLike } from './analysis/original-positions.ts';
import type { ModuleLoader, Resolve } from './analysis/values/load-modules.ts';

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
export interface ChangedCode {
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
  /** Warnings about deprecated icons. */
  readonly deprecated: readonly Diagnostic[];
  /** Other files that names were found in. Absolute. */
  readonly files: readonly string[];
  readonly placeOf: NameLocator;
}
