import type { Diagnostic } from '../core/diagnostics.ts';
import type { Bundler, Framework } from './choices.ts';
import type { Platform } from './frameworks.ts';

/** What a project is to be set up for. */
export interface Choice {
  readonly framework: Framework;
  readonly platform: Platform | undefined;
  /** `undefined`: the icons are built into files that the project keeps. */
  readonly bundler: Bundler | undefined;
}

/** A file and what becomes of it. */
export interface PlannedFile {
  /** Path relative to the project. */
  readonly path: string;
  readonly status: 'create' | 'edit' | 'keep';
  /** What it holds, or why it stays as it is. */
  readonly about: string;
  /** Missing where it stays as it is. */
  readonly contents?: string;
  /** What it held when the plan was made, where it is edited. */
  readonly before?: string;
}

/** All that is to be done. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  /** What could not be done. */
  readonly diagnostics: readonly Diagnostic[];
  /** What a person does next, in this order. */
  readonly next: readonly string[];
}
